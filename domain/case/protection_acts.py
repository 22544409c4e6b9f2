"""The acts that protect the child and move its case, in the order a file meets them."""

from typing import Any

from domain.action import Action
from domain.case.absorb_case import ABSORB_CASE
from domain.case.accept_transfer import ACCEPT_TRANSFER
from domain.case.answer_direction import ANSWER_DIRECTION
from domain.case.assess_initial_risk import ASSESS_INITIAL_RISK
from domain.case.cancel_no_contact import CANCEL_NO_CONTACT
from domain.case.complete_urgent_measure import COMPLETE_URGENT_MEASURE
from domain.case.confirm_risk import CONFIRM_RISK
from domain.case.continue_by_authority import CONTINUE_BY_AUTHORITY
from domain.case.correct_case import CORRECT_CASE
from domain.case.decline_separation import DECLINE_SEPARATION
from domain.case.decline_urgent_measure import DECLINE_URGENT_MEASURE
from domain.case.disclose_to_third_party import DISCLOSE_TO_THIRD_PARTY
from domain.case.expire_no_contact import EXPIRE_NO_CONTACT
from domain.case.expire_separation import EXPIRE_SEPARATION
from domain.case.extend_separation import EXTEND_SEPARATION
from domain.case.fail_urgent_measure import FAIL_URGENT_MEASURE
from domain.case.find_unfounded import FIND_UNFOUNDED
from domain.case.issue_direction import ISSUE_DIRECTION
from domain.case.join_report import JOIN_REPORT
from domain.case.merge_cases import MERGE_CASES
from domain.case.order_no_contact import ORDER_NO_CONTACT
from domain.case.order_separation import ORDER_SEPARATION
from domain.case.order_urgent_measure import ORDER_URGENT_MEASURE
from domain.case.override_risk import OVERRIDE_RISK
from domain.case.petition_court import PETITION_COURT
from domain.case.provide_information import PROVIDE_INFORMATION
from domain.case.record_court_decision import RECORD_COURT_DECISION
from domain.case.record_death import RECORD_DEATH
from domain.case.refuse_disclosure import REFUSE_DISCLOSURE
from domain.case.refuse_information import REFUSE_INFORMATION
from domain.case.refuse_no_contact import REFUSE_NO_CONTACT
from domain.case.refuse_transfer import REFUSE_TRANSFER
from domain.case.reopen_case import REOPEN_CASE
from domain.case.request_information import REQUEST_INFORMATION
from domain.case.request_no_contact import REQUEST_NO_CONTACT
from domain.case.resume_case import RESUME_CASE
from domain.case.revoke_separation import REVOKE_SEPARATION
from domain.case.suspend_case import SUSPEND_CASE
from domain.case.transfer_lead import TRANSFER_LEAD
from domain.case.verify_truth import VERIFY_TRUTH

PROTECTION_ACTS: tuple[Action[Any, Any, Any], ...] = (
    JOIN_REPORT,
    CORRECT_CASE,
    VERIFY_TRUTH,
    FIND_UNFOUNDED,
    REQUEST_INFORMATION,
    PROVIDE_INFORMATION,
    REFUSE_INFORMATION,
    ASSESS_INITIAL_RISK,
    CONFIRM_RISK,
    OVERRIDE_RISK,
    ORDER_URGENT_MEASURE,
    COMPLETE_URGENT_MEASURE,
    FAIL_URGENT_MEASURE,
    DECLINE_URGENT_MEASURE,
    ORDER_SEPARATION,
    EXTEND_SEPARATION,
    CONTINUE_BY_AUTHORITY,
    REVOKE_SEPARATION,
    DECLINE_SEPARATION,
    EXPIRE_SEPARATION,
    PETITION_COURT,
    RECORD_COURT_DECISION,
    REQUEST_NO_CONTACT,
    ORDER_NO_CONTACT,
    REFUSE_NO_CONTACT,
    CANCEL_NO_CONTACT,
    EXPIRE_NO_CONTACT,
    TRANSFER_LEAD,
    ACCEPT_TRANSFER,
    REFUSE_TRANSFER,
    MERGE_CASES,
    ABSORB_CASE,
    SUSPEND_CASE,
    RESUME_CASE,
    RECORD_DEATH,
    ISSUE_DIRECTION,
    ANSWER_DIRECTION,
    DISCLOSE_TO_THIRD_PARTY,
    REFUSE_DISCLOSURE,
    REOPEN_CASE,
)
