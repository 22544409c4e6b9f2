"""The acts on a case's file, stage by stage in the order a file meets them."""

from typing import Any

from domain.case.assessment.acts import ASSESSMENT_ACTS
from domain.case.care.acts import CARE_ACTS
from domain.case.intake.acts import INTAKE_ACTS
from domain.case.movement.acts import MOVEMENT_ACTS
from domain.case.oversight.acts import OVERSIGHT_ACTS
from domain.case.plan.acts import PLAN_ACTS
from domain.case.protection.acts import PROTECTION_ACTS
from domain.case.sameness.acts import SAMENESS_ACTS
from domain.case.seeing.acts import CONTACT_ACTS
from domain.record.action import Action

CASE_ACTS: tuple[Action[Any, Any, Any], ...] = (
    *INTAKE_ACTS,
    *ASSESSMENT_ACTS,
    *PROTECTION_ACTS,
    *CONTACT_ACTS,
    *PLAN_ACTS,
    *CARE_ACTS,
    *MOVEMENT_ACTS,
    *OVERSIGHT_ACTS,
    *SAMENESS_ACTS,
)
