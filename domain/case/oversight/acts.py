"""The acts of those who direct a case from above, and on what of it goes to others, in the order a file meets them."""

from typing import Any

from domain.case.oversight.answer_direction import ANSWER_DIRECTION
from domain.case.oversight.disclose_to_third_party import DISCLOSE_TO_THIRD_PARTY
from domain.case.oversight.issue_direction import ISSUE_DIRECTION
from domain.case.oversight.look_at_answer import LOOK_AT_ANSWER
from domain.case.oversight.look_at_decision import LOOK_AT_DECISION
from domain.case.oversight.look_into_lapses import LOOK_INTO_LAPSES
from domain.case.oversight.refuse_disclosure import REFUSE_DISCLOSURE
from domain.record.action import Action

OVERSIGHT_ACTS: tuple[Action[Any, Any, Any], ...] = (
    ISSUE_DIRECTION,
    ANSWER_DIRECTION,
    LOOK_AT_ANSWER,
    LOOK_AT_DECISION,
    LOOK_INTO_LAPSES,
    DISCLOSE_TO_THIRD_PARTY,
    REFUSE_DISCLOSURE,
)
