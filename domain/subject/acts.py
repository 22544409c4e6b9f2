"""The acts on an erasure's file, in the order the file meets them."""

from typing import Any

from domain.record.action import Action
from domain.subject.approve_erasure import APPROVE_ERASURE
from domain.subject.consent_to_erasure import CONSENT_TO_ERASURE
from domain.subject.decide_lapse import DECIDE_LAPSE
from domain.subject.decide_objection import DECIDE_OBJECTION
from domain.subject.hold_data import HOLD_DATA
from domain.subject.object_to_erasure import OBJECT_TO_ERASURE
from domain.subject.order_erasure import ORDER_ERASURE
from domain.subject.record_erasure import RECORD_ERASURE
from domain.subject.withdraw_erasure import WITHDRAW_ERASURE
from domain.subject.withdraw_objection import WITHDRAW_OBJECTION

SUBJECT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    HOLD_DATA,
    ORDER_ERASURE,
    CONSENT_TO_ERASURE,
    DECIDE_LAPSE,
    OBJECT_TO_ERASURE,
    WITHDRAW_OBJECTION,
    DECIDE_OBJECTION,
    WITHDRAW_ERASURE,
    APPROVE_ERASURE,
    RECORD_ERASURE,
)
