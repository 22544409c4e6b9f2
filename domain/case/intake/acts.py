"""The acts that open a case and keep what is known of it right, in the order a file meets them."""

from typing import Any

from domain.case.intake.confirm_correction import CONFIRM_CORRECTION
from domain.case.intake.correct_case import CORRECT_CASE
from domain.case.intake.join_report import JOIN_REPORT
from domain.case.intake.open_case import OPEN_CASE
from domain.case.intake.refuse_correction import REFUSE_CORRECTION
from domain.record.action import Action

INTAKE_ACTS: tuple[Action[Any, Any, Any], ...] = (
    OPEN_CASE,
    JOIN_REPORT,
    CORRECT_CASE,
    CONFIRM_CORRECTION,
    REFUSE_CORRECTION,
)
