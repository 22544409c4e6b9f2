"""Decide that the contacts are no report: the head of the body, who did not write them down himself."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.contact.state import ContactPhase, Contacts, NoReportGround
from domain.contact.who import HEAD_OF_THE_BODY
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineContacts:
    """Why they are none."""

    ground: Annotated[NoReportGround, says("Căn cứ", "Ground")]
    findings: Annotated[str, says("Nội dung đã xem xét và kết quả", "What was looked at, and what was found")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsDeclined:
    """They are no report; three more within thirty days are weighed anew."""

    ground: NoReportGround
    findings: Personal


def decide(contacts: Contacts, command: DeclineContacts, context: DecisionContext) -> ContactsDeclined:
    return ContactsDeclined(ground=command.ground, findings=context.text(command.findings))


def evolve(contacts: Contacts, event: ContactsDeclined, line: Line) -> Contacts:
    return replace(contacts, phase=ContactPhase.NO_REPORT, waiting=())


DECLINE_CONTACTS = Action(
    command=DeclineContacts,
    event=ContactsDeclined,
    stored_as="contact.declined.1",
    asks=Label(vi="Quyết định chưa phải tin báo", en="Decide that the contacts are no report"),
    tells=Label(vi="Đã quyết định chưa phải tin báo", en="Contacts found to be no report"),
    may=HEAD_OF_THE_BODY,
    phases=frozenset({ContactPhase.NOTED}),
    basis=basis.WHAT_IS_TOLD,
    four_eyes=lambda contacts: contacts.recorded_by,
    decide=decide,
    evolve=evolve,
    ends=met(duty.CONTACTS_WEIGHED),
)
