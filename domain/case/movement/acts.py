"""The acts that hand a case on, join, suspend, close and reopen it, in the order a file meets them."""

from typing import Any

from domain.case.movement.absorb_case import ABSORB_CASE
from domain.case.movement.accept_transfer import ACCEPT_TRANSFER
from domain.case.movement.annul_death import ANNUL_DEATH
from domain.case.movement.close_case import CLOSE_CASE
from domain.case.movement.confirm_death import CONFIRM_DEATH
from domain.case.movement.merge_cases import MERGE_CASES
from domain.case.movement.refuse_transfer import REFUSE_TRANSFER
from domain.case.movement.refute_death import REFUTE_DEATH
from domain.case.movement.release_case import RELEASE_CASE
from domain.case.movement.reopen_case import REOPEN_CASE
from domain.case.movement.report_death import REPORT_DEATH
from domain.case.movement.resume_case import RESUME_CASE
from domain.case.movement.separate_cases import SEPARATE_CASES
from domain.case.movement.suspend_case import SUSPEND_CASE
from domain.case.movement.transfer_lead import TRANSFER_LEAD
from domain.record.action import Action

MOVEMENT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    TRANSFER_LEAD,
    ACCEPT_TRANSFER,
    REFUSE_TRANSFER,
    MERGE_CASES,
    ABSORB_CASE,
    SEPARATE_CASES,
    RELEASE_CASE,
    SUSPEND_CASE,
    RESUME_CASE,
    REPORT_DEATH,
    CONFIRM_DEATH,
    REFUTE_DEATH,
    ANNUL_DEATH,
    CLOSE_CASE,
    REOPEN_CASE,
)
