"""The acts that no plan is needed for: news, first steps, protection, movement, oversight; in the order of a file."""

from typing import Any

from domain.case.assessment.assess_initial_risk import ASSESS_INITIAL_RISK
from domain.case.assessment.confirm_risk import CONFIRM_RISK
from domain.case.assessment.find_unfounded import FIND_UNFOUNDED
from domain.case.assessment.override_risk import OVERRIDE_RISK
from domain.case.assessment.provide_information import PROVIDE_INFORMATION
from domain.case.assessment.refuse_information import REFUSE_INFORMATION
from domain.case.assessment.request_information import REQUEST_INFORMATION
from domain.case.assessment.verify_truth import VERIFY_TRUTH
from domain.case.intake.correct_case import CORRECT_CASE
from domain.case.intake.join_report import JOIN_REPORT
from domain.case.movement.absorb_case import ABSORB_CASE
from domain.case.movement.accept_transfer import ACCEPT_TRANSFER
from domain.case.movement.merge_cases import MERGE_CASES
from domain.case.movement.record_death import RECORD_DEATH
from domain.case.movement.refuse_transfer import REFUSE_TRANSFER
from domain.case.movement.reopen_case import REOPEN_CASE
from domain.case.movement.resume_case import RESUME_CASE
from domain.case.movement.suspend_case import SUSPEND_CASE
from domain.case.movement.transfer_lead import TRANSFER_LEAD
from domain.case.oversight.answer_direction import ANSWER_DIRECTION
from domain.case.oversight.disclose_to_third_party import DISCLOSE_TO_THIRD_PARTY
from domain.case.oversight.issue_direction import ISSUE_DIRECTION
from domain.case.oversight.refuse_disclosure import REFUSE_DISCLOSURE
from domain.case.protection.cancel_no_contact import CANCEL_NO_CONTACT
from domain.case.protection.complete_urgent_measure import COMPLETE_URGENT_MEASURE
from domain.case.protection.continue_by_authority import CONTINUE_BY_AUTHORITY
from domain.case.protection.decline_separation import DECLINE_SEPARATION
from domain.case.protection.decline_urgent_measure import DECLINE_URGENT_MEASURE
from domain.case.protection.expire_no_contact import EXPIRE_NO_CONTACT
from domain.case.protection.expire_separation import EXPIRE_SEPARATION
from domain.case.protection.extend_separation import EXTEND_SEPARATION
from domain.case.protection.fail_urgent_measure import FAIL_URGENT_MEASURE
from domain.case.protection.order_no_contact import ORDER_NO_CONTACT
from domain.case.protection.order_separation import ORDER_SEPARATION
from domain.case.protection.order_urgent_measure import ORDER_URGENT_MEASURE
from domain.case.protection.petition_court import PETITION_COURT
from domain.case.protection.record_court_decision import RECORD_COURT_DECISION
from domain.case.protection.refuse_no_contact import REFUSE_NO_CONTACT
from domain.case.protection.request_no_contact import REQUEST_NO_CONTACT
from domain.case.protection.revoke_separation import REVOKE_SEPARATION
from domain.record.action import Action

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
