"""Who may decide on somebody else's order: in person, for a while in office, and owing the office to neither."""

from datetime import timedelta
from uuid import UUID

from domain.office.state import person_of
from domain.record.file import DecisionContext
from domain.record.refusal import Check, present
from domain.subject.refusals import (
    APPOINTED_ONE_ANOTHER,
    ENTERED_TOO_LATELY,
    NOT_BY_DELEGATION,
    SAME_LINE_OF_COMMAND,
)
from domain.subject.state import Erasure

LONG_ENOUGH = timedelta(days=30)
"""Project default. Counted from when the appointment was entered, whatever day it claims."""


def independent(erasure: Erasure, context: DecisionContext) -> tuple[Check, ...]:
    """The checks, for `insist`, of whoever consents to an order, settles an objection to it, or approves it."""
    return (
        (context.by.power is None, NOT_BY_DELEGATION),
        (_entered_long_ago(context), ENTERED_TOO_LATELY),
        (not _tied(present(erasure.ordered_by), context), APPOINTED_ONE_ANOTHER),
    )


def of_another_line(erasure: Erasure, context: DecisionContext) -> Check:
    """Neither of the unit that ordered, nor of one whose file it is, nor above or below one of these."""
    own, at = context.own_unit.id, context.at
    others = {present(erasure.ordered_in).unit.id, present(erasure.matter).id, *(unit.id for unit in erasure.asked)}
    above = set(context.register.ancestors(own, at))
    apart = not any(own in context.register.ancestors(other, at) or other in above for other in others)
    return apart, SAME_LINE_OF_COMMAND


def _entered_long_ago(context: DecisionContext) -> bool:
    office = context.register.offices[present(context.by.office).id]
    tenure = person_of(office, present(context.by.person), context.at)
    return tenure is not None and max(tenure.since, tenure.entered_at or tenure.since) + LONG_ENOUGH <= context.at


def _tied(other: UUID, context: DecisionContext) -> bool:
    """Whether one of the two ever entered the other in an office."""
    own = present(context.by.person)
    pairs = ((own, other), (other, own))
    return any(t.entered_by == by for by, whom in pairs for t in context.register.tenures_of(whom))
