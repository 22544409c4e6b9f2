"""The acts on an erasure's file, in the order the file meets them."""

from typing import Any

from domain.record.action import Action
from domain.subject.approve_erasure import APPROVE_ERASURE
from domain.subject.order_erasure import ORDER_ERASURE
from domain.subject.record_erasure import RECORD_ERASURE

SUBJECT_ACTS: tuple[Action[Any, Any, Any], ...] = (ORDER_ERASURE, APPROVE_ERASURE, RECORD_ERASURE)
