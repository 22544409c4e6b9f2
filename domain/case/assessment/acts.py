"""The acts that find out what is true, how great the danger is and what is needed, in the order a file meets them."""

from typing import Any

from domain.case.assessment.assess_detailed import ASSESS_DETAILED
from domain.case.assessment.assess_initial_risk import ASSESS_INITIAL_RISK
from domain.case.assessment.confirm_risk import CONFIRM_RISK
from domain.case.assessment.find_unfounded import FIND_UNFOUNDED
from domain.case.assessment.hold_needs_meeting import HOLD_NEEDS_MEETING
from domain.case.assessment.override_risk import OVERRIDE_RISK
from domain.case.assessment.provide_information import PROVIDE_INFORMATION
from domain.case.assessment.refuse_information import REFUSE_INFORMATION
from domain.case.assessment.request_information import REQUEST_INFORMATION
from domain.case.assessment.verify_truth import VERIFY_TRUTH
from domain.record.action import Action

ASSESSMENT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    VERIFY_TRUTH,
    FIND_UNFOUNDED,
    REQUEST_INFORMATION,
    PROVIDE_INFORMATION,
    REFUSE_INFORMATION,
    ASSESS_INITIAL_RISK,
    CONFIRM_RISK,
    OVERRIDE_RISK,
    ASSESS_DETAILED,
    HOLD_NEEDS_MEETING,
)
