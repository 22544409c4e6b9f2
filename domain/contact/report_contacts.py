"""Name the report that the contacts became: what was noted before now belongs to what was told."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.contact.state import ContactPhase, Contacts
from domain.contact.who import OF_THE_BODY
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, required
from domain.record.fields import Kind, points_at, says
from domain.report.state import Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContacts:
    """The report that was taken of them."""

    report: Annotated[UUID, says("Tin báo đã tiếp nhận", "The report"), points_at(Kind.REPORT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsReported:
    report: UUID


REPORT_IS_NOT_OF_THESE = Refusal(
    "report_is_not_of_these",
    vi="Tin báo phải do cơ quan mình tiếp nhận, sau lần liên hệ đầu tiên, về cùng nơi và chưa bị dừng xử lý.",
    en="It must be a report that your own body took after the first contact, of the same place, and not laid aside.",
)


def decide(contacts: Contacts, command: ReportContacts, context: DecisionContext) -> ContactsReported:
    other = required(context.other(command.report, Kind.REPORT), REPORT_IS_NOT_OF_THESE, "report")
    report: Report = other.state
    first = min(contacts.waiting, default=None)
    insist(
        (report.receiver is not None and report.receiver == contacts.body, REPORT_IS_NOT_OF_THESE, "report"),
        (report.place == contacts.place, REPORT_IS_NOT_OF_THESE, "report"),
        (
            first is None or (report.received_at is not None and report.received_at >= first),
            REPORT_IS_NOT_OF_THESE,
            "report",
        ),
        (report.phase is not ReportPhase.REJECTED, REPORT_IS_NOT_OF_THESE, "report"),
    )
    return ContactsReported(report=command.report)


def evolve(contacts: Contacts, event: ContactsReported, line: Line) -> Contacts:
    return replace(contacts, phase=ContactPhase.REPORTED, report=event.report, waiting=())


REPORT_CONTACTS = Action(
    command=ReportContacts,
    event=ContactsReported,
    stored_as="contact.reported.1",
    asks=Label(vi="Gắn các lần liên hệ với tin báo", en="Name the report the contacts became"),
    tells=Label(vi="Các lần liên hệ đã thành tin báo", en="Contacts became a report"),
    may=OF_THE_BODY,
    phases=frozenset({ContactPhase.NOTED, ContactPhase.NO_REPORT}),
    basis=basis.WHAT_IS_TOLD,
    refuses=(REPORT_IS_NOT_OF_THESE,),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.report,),
    ends=met(duty.CONTACTS_WEIGHED),
)
