"""A no-contact order runs out: the system tells it, and the duty to look again stays."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.protection.refusals import END_NOT_REACHED, NO_CONTACT_NOT_ACTIVE
from domain.case.state.case import Case
from domain.case.who import SYSTEM
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.clear import Clear
from domain.record.field import says
from domain.record.file import DecisionContext
from domain.record.label import Label
from domain.record.line import Line
from domain.record.refusal import insist, present


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpireNoContact:
    """The latest order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactExpired:
    """Contact is no longer forbidden, because time ran out."""

    ref: Annotated[
        str,
        says("Số thứ tự của quyết định cấm tiếp xúc trong vụ việc", "Number of the order within the case"),
        Clear.LINK,
    ]


def decide(case: Case, command: ExpireNoContact, context: DecisionContext) -> NoContactExpired:
    held = case.protection.no_contact
    insist((held is not None and not held.over, NO_CONTACT_NOT_ACTIVE))
    order = present(held)
    insist((order.until <= context.at, END_NOT_REACHED))
    return NoContactExpired(ref=order.ref)


def evolve(case: Case, event: NoContactExpired, line: Line) -> Case:
    orders = tuple(replace(n, over=True) if n.ref == event.ref else n for n in case.protection.no_contacts)
    return replace(case, protection=replace(case.protection, no_contacts=orders))


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
    ends=(Ends(duty=duty.NO_CONTACT_LIMIT),),
)
