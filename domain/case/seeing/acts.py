"""The acts on visits that did not meet the child and on the search for it, in the order a file meets them."""

from typing import Any

from domain.case.seeing.end_tracing import END_TRACING
from domain.case.seeing.record_attempted_visit import RECORD_ATTEMPTED_VISIT
from domain.case.seeing.start_tracing import START_TRACING
from domain.record.action import Action

CONTACT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    RECORD_ATTEMPTED_VISIT,
    START_TRACING,
    END_TRACING,
)
