"""The acts from the detailed assessment to the end of the plan, and on alternative care, as a file meets them."""

from typing import Any

from domain.case.assessment.assess_detailed import ASSESS_DETAILED
from domain.case.assessment.hold_needs_meeting import HOLD_NEEDS_MEETING
from domain.case.care.end_alternative_care import END_ALTERNATIVE_CARE
from domain.case.care.monitor_alternative_care import MONITOR_ALTERNATIVE_CARE
from domain.case.care.place_in_alternative_care import PLACE_IN_ALTERNATIVE_CARE
from domain.case.movement.close_case import CLOSE_CASE
from domain.case.plan.accept_item import ACCEPT_ITEM
from domain.case.plan.approve_amendment import APPROVE_AMENDMENT
from domain.case.plan.approve_plan import APPROVE_PLAN
from domain.case.plan.decline_amendment import DECLINE_AMENDMENT
from domain.case.plan.decline_item import DECLINE_ITEM
from domain.case.plan.deliver_service import DELIVER_SERVICE
from domain.case.plan.draft_plan import DRAFT_PLAN
from domain.case.plan.propose_amendment import PROPOSE_AMENDMENT
from domain.case.plan.record_visit import RECORD_VISIT
from domain.case.plan.refuse_plan_by_carer import REFUSE_PLAN_BY_CARER
from domain.case.plan.return_plan import RETURN_PLAN
from domain.case.plan.review_plan import REVIEW_PLAN
from domain.case.plan.start_new_round import START_NEW_ROUND
from domain.case.plan.submit_plan import SUBMIT_PLAN
from domain.record.action import Action

PLAN_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ASSESS_DETAILED,
    HOLD_NEEDS_MEETING,
    DRAFT_PLAN,
    SUBMIT_PLAN,
    RETURN_PLAN,
    APPROVE_PLAN,
    REFUSE_PLAN_BY_CARER,
    ACCEPT_ITEM,
    DECLINE_ITEM,
    DELIVER_SERVICE,
    RECORD_VISIT,
    PROPOSE_AMENDMENT,
    APPROVE_AMENDMENT,
    DECLINE_AMENDMENT,
    REVIEW_PLAN,
    START_NEW_ROUND,
    CLOSE_CASE,
    PLACE_IN_ALTERNATIVE_CARE,
    MONITOR_ALTERNATIVE_CARE,
    END_ALTERNATIVE_CARE,
)
