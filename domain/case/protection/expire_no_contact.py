"""A no-contact order runs out: the system tells it, and the duty to look again stays."""

from dataclasses import dataclass, replace

from domain.case.act import SYSTEM, Case
from domain.case.fields import NoContactNumber
from domain.case.protection.clocks import laid_bare
from domain.case.protection.refusals import END_NOT_REACHED, NO_CONTACT_NOT_ACTIVE
from domain.case.references import Matter
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, required


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireNoContact:
    """The latest order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactExpired:
    """Contact is no longer forbidden, because time ran out."""

    ref: NoContactNumber


def decide(case: Case, command: ExpireNoContact, context: DecisionContext) -> NoContactExpired:
    held = required(case.protection.no_contact, NO_CONTACT_NOT_ACTIVE)
    insist((not held.over, NO_CONTACT_NOT_ACTIVE), (held.over or held.until <= context.at, END_NOT_REACHED))
    return NoContactExpired(ref=held.ref)


def evolve(case: Case, event: NoContactExpired, line: Line) -> Case:
    return replace(case, protection=case.protection.with_no_contact(event.ref, over=True))


EXPIRE_NO_CONTACT = Action(
    command=ExpireNoContact,
    event=NoContactExpired,
    stored_as="case.no_contact_expired.1",
    asks=Label(vi="Ghi nhận hết hạn cấm tiếp xúc", en="Expire the no-contact order"),
    tells=Label(vi="Thời hạn cấm tiếp xúc đã hết", en="No-contact order expired"),
    may=SYSTEM,
    basis=basis.NO_CONTACT,
    refuses=(END_NOT_REACHED, NO_CONTACT_NOT_ACTIVE),
    upon=(duty.NO_CONTACT_END, duty.NO_CONTACT_LIMIT),
    decide=decide,
    evolve=evolve,
    starts=laid_bare(duty.URGENT_MEASURES, Matter.ENDED_NO_CONTACT),
    ends=met(duty.NO_CONTACT_LIMIT),
)
