"""Cancel a no-contact order, or settle after its end that no further one is needed."""

from dataclasses import dataclass, replace

from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNoContact:
    """The latest order; the reason says why it is no longer needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactCancelled:
    """Contact is no longer forbidden. `after_its_end`: the order had run out before."""

    ref: str
    after_its_end: bool


def decide(case: Case, command: CancelNoContact, context: DecisionContext) -> NoContactCancelled:
    held = case.protection.no_contact
    insist((held is not None, "no_contact_not_active"))
    return NoContactCancelled(ref=present(held).ref, after_its_end=present(held).over)


def evolve(case: Case, event: NoContactCancelled, line: Line) -> Case:
    orders = tuple(
        replace(n, over=True, settled=True) if n.ref == event.ref else n for n in case.protection.no_contacts
    )
    return replace(case, protection=replace(case.protection, no_contacts=orders))


CANCEL_NO_CONTACT = Action(
    kind=Kind.CASE,
    command=CancelNoContact,
    event=NoContactCancelled,
    stored_as="case.no_contact_cancelled.1",
    asks=Label(vi="Hủy bỏ cấm tiếp xúc", en="Cancel a no-contact order"),
    tells=Label(vi="Đã hủy bỏ cấm tiếp xúc", en="No-contact order cancelled"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.NO_CONTACT,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.NO_CONTACT_LIMIT), Ends(duty=duty.NO_CONTACT_END)),
)
