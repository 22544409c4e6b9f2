"""The acts that protect the child at once and keep it apart from danger, in the order a file meets them."""

from typing import Any

from domain.case.protection.cancel_no_contact import CANCEL_NO_CONTACT
from domain.case.protection.check_return_home import CHECK_RETURN_HOME
from domain.case.protection.complete_urgent_measure import COMPLETE_URGENT_MEASURE
from domain.case.protection.continue_by_authority import CONTINUE_BY_AUTHORITY
from domain.case.protection.decline_separation import DECLINE_SEPARATION
from domain.case.protection.decline_urgent_measure import DECLINE_URGENT_MEASURE
from domain.case.protection.expire_no_contact import EXPIRE_NO_CONTACT
from domain.case.protection.expire_separation import EXPIRE_SEPARATION
from domain.case.protection.expire_urgent_measure import EXPIRE_URGENT_MEASURE
from domain.case.protection.extend_separation import EXTEND_SEPARATION
from domain.case.protection.fail_urgent_measure import FAIL_URGENT_MEASURE
from domain.case.protection.order_no_contact import ORDER_NO_CONTACT
from domain.case.protection.order_separation import ORDER_SEPARATION
from domain.case.protection.order_urgent_measure import ORDER_URGENT_MEASURE
from domain.case.protection.petition_court import PETITION_COURT
from domain.case.protection.record_court_decision import RECORD_COURT_DECISION
from domain.case.protection.refuse_no_contact import REFUSE_NO_CONTACT
from domain.case.protection.renew_urgent_measure import RENEW_URGENT_MEASURE
from domain.case.protection.request_no_contact import REQUEST_NO_CONTACT
from domain.case.protection.revoke_separation import REVOKE_SEPARATION
from domain.record.action import Action

PROTECTION_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ORDER_URGENT_MEASURE,
    RENEW_URGENT_MEASURE,
    COMPLETE_URGENT_MEASURE,
    EXPIRE_URGENT_MEASURE,
    FAIL_URGENT_MEASURE,
    DECLINE_URGENT_MEASURE,
    ORDER_SEPARATION,
    EXTEND_SEPARATION,
    CONTINUE_BY_AUTHORITY,
    REVOKE_SEPARATION,
    DECLINE_SEPARATION,
    EXPIRE_SEPARATION,
    CHECK_RETURN_HOME,
    PETITION_COURT,
    RECORD_COURT_DECISION,
    REQUEST_NO_CONTACT,
    ORDER_NO_CONTACT,
    REFUSE_NO_CONTACT,
    CANCEL_NO_CONTACT,
    EXPIRE_NO_CONTACT,
)
