"""Cancel a no-contact order, or settle after its end that no further one is needed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.protection.refusals import NO_CONTACT_NOT_ACTIVE
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line, insist, present
from domain.record.fields import Clear, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNoContact:
    """The order ends before its time; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactCancelled:
    """Contact is no longer forbidden. `after_its_end`: the order had run out before."""

    ref: Annotated[
        str,
        says("Số thứ tự của quyết định cấm tiếp xúc trong vụ việc", "Number of the order within the case"),
        Clear.LINK,
    ]
    after_its_end: Annotated[bool, says("Hủy bỏ sau khi đã hết hạn", "Cancelled after it had run out")]


def decide(case: Case, command: CancelNoContact, context: DecisionContext) -> NoContactCancelled:
    held = case.protection.no_contact
    insist((held is not None, NO_CONTACT_NOT_ACTIVE))
    return NoContactCancelled(ref=present(held).ref, after_its_end=present(held).over)


def evolve(case: Case, event: NoContactCancelled, line: Line) -> Case:
    orders = tuple(
        replace(n, over=True, settled=True) if n.ref == event.ref else n for n in case.protection.no_contacts
    )
    return replace(case, protection=replace(case.protection, no_contacts=orders))


CANCEL_NO_CONTACT = Action(
    command=CancelNoContact,
    event=NoContactCancelled,
    stored_as="case.no_contact_cancelled.1",
    asks=Label(vi="Hủy bỏ cấm tiếp xúc", en="Cancel a no-contact order"),
    tells=Label(vi="Đã hủy bỏ cấm tiếp xúc", en="No-contact order cancelled"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.NO_CONTACT,
    refuses=(NO_CONTACT_NOT_ACTIVE,),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.NO_CONTACT_LIMIT), Ends(duty=duty.NO_CONTACT_END)),
)
