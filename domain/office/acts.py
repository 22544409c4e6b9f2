"""The acts on an office's file, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.office.appoint_holder import APPOINT_HOLDER
from domain.office.establish_office import ESTABLISH_OFFICE

OFFICE_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ESTABLISH_OFFICE,
    APPOINT_HOLDER,
)
