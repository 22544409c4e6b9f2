"""The acts that hand a case on, join, suspend, close and reopen it, in the order a file meets them."""

from typing import Any

from domain.case.movement.absorb_case import ABSORB_CASE
from domain.case.movement.accept_transfer import ACCEPT_TRANSFER
from domain.case.movement.close_case import CLOSE_CASE
from domain.case.movement.merge_cases import MERGE_CASES
from domain.case.movement.record_death import RECORD_DEATH
from domain.case.movement.refuse_transfer import REFUSE_TRANSFER
from domain.case.movement.reopen_case import REOPEN_CASE
from domain.case.movement.resume_case import RESUME_CASE
from domain.case.movement.suspend_case import SUSPEND_CASE
from domain.case.movement.transfer_lead import TRANSFER_LEAD
from domain.record.action import Action

MOVEMENT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    TRANSFER_LEAD,
    ACCEPT_TRANSFER,
    REFUSE_TRANSFER,
    MERGE_CASES,
    ABSORB_CASE,
    SUSPEND_CASE,
    RESUME_CASE,
    RECORD_DEATH,
    CLOSE_CASE,
    REOPEN_CASE,
)
