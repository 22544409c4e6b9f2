"""Cancel a no-contact order, or settle after its end that no further one is needed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case
from domain.case.fields import NoContactNumber
from domain.case.protection.clocks import laid_bare
from domain.case.protection.refusals import NO_CONTACT_NOT_ACTIVE
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, required
from domain.record.fields import says


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelNoContact:
    """The order ends before its time; `reason` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactCancelled:
    """Contact is no longer forbidden. `after_its_end`: the order had run out before."""

    ref: NoContactNumber
    after_its_end: Annotated[bool, says("Hủy bỏ sau khi đã hết hạn", "Cancelled after it had run out")]


def decide(case: Case, command: CancelNoContact, context: DecisionContext) -> NoContactCancelled:
    held = required(case.protection.no_contact, NO_CONTACT_NOT_ACTIVE)
    return NoContactCancelled(ref=held.ref, after_its_end=held.over)


def evolve(case: Case, event: NoContactCancelled, line: Line) -> Case:
    return replace(case, protection=case.protection.with_no_contact(event.ref, over=True, settled=True))


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
    answers_to=("order_no_contact",),
    starts=laid_bare(duty.URGENT_MEASURES, Matter.ENDED_NO_CONTACT),
    ends=met(duty.NO_CONTACT_LIMIT, duty.NO_CONTACT_END),
)
