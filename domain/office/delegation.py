"""What handing over the power of an office and taking it back share: only who holds the office does either."""

from domain.office.refusals import DELEGATE_MAY_NOT_DELEGATE, NOT_YOUR_OFFICE
from domain.office.state import HEADS_WHO_DELEGATE
from domain.record.action import May, Scope
from domain.record.file import DecisionContext
from domain.record.refusal import Check

HEADS = May.within(Scope.OWN, *HEADS_WHO_DELEGATE)


def by_its_holder(context: DecisionContext) -> list[Check]:
    """The checks for `insist` of who acts: the holder of this office, who is no delegate of another."""
    own = context.by.office is not None and context.by.office.id == context.file_id
    return [(context.by.capacity != "delegate", DELEGATE_MAY_NOT_DELEGATE), (own, NOT_YOUR_OFFICE)]
