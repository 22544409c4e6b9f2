"""The acts on a case's plan, in the order a file meets them."""

from typing import Any

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
)
