"""The acts on a case's plan and on alternative care, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.case.accept_item import ACCEPT_ITEM
from domain.case.approve_amendment import APPROVE_AMENDMENT
from domain.case.approve_plan import APPROVE_PLAN
from domain.case.assess_detailed import ASSESS_DETAILED
from domain.case.close_case import CLOSE_CASE
from domain.case.decline_amendment import DECLINE_AMENDMENT
from domain.case.decline_item import DECLINE_ITEM
from domain.case.deliver_service import DELIVER_SERVICE
from domain.case.draft_plan import DRAFT_PLAN
from domain.case.end_alternative_care import END_ALTERNATIVE_CARE
from domain.case.hold_needs_meeting import HOLD_NEEDS_MEETING
from domain.case.monitor_alternative_care import MONITOR_ALTERNATIVE_CARE
from domain.case.place_in_alternative_care import PLACE_IN_ALTERNATIVE_CARE
from domain.case.propose_amendment import PROPOSE_AMENDMENT
from domain.case.record_visit import RECORD_VISIT
from domain.case.refuse_plan_by_carer import REFUSE_PLAN_BY_CARER
from domain.case.return_plan import RETURN_PLAN
from domain.case.review_plan import REVIEW_PLAN
from domain.case.start_new_round import START_NEW_ROUND
from domain.case.submit_plan import SUBMIT_PLAN

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
