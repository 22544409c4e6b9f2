"""Record a contact: a mother who comes for the fourth time, bruises that a teacher saw, without calling it a report."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.contact.clocks import head_of_body, often, this_weighing
from domain.contact.state import ContactPhase, Contacts, ContactWith
from domain.contact.who import NOTER
from domain.law import basis, duty
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import PERSON, AskedAs, Claimed, Clear, Personal, UnitRef, says
from domain.record.official_number import official_number
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.vocabulary import BAOVE


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordContact:
    """Who made contact about which child, and what was said or seen."""

    place: Annotated[
        UnitRef,
        says("Đơn vị hành chính cấp xã nơi trẻ em sống", "Commune where the child lives"),
        AskedAs("place_unit"),
    ]
    made_at: Annotated[datetime, says("Thời điểm liên hệ", "When it was made"), Claimed]
    made_by: Annotated[ContactWith, says("Người liên hệ", "Who made it")]
    note: Annotated[str, says("Nội dung trao đổi, quan sát được", "What was said or seen")]
    danger_now: Annotated[bool, says("Trẻ em hiện đang gặp nguy hiểm", "The child is in danger now")] = False
    child_name: Annotated[str | None, says("Họ và tên trẻ em; nếu được biết", "The child's name, if known")] = None
    child_birth_year: Annotated[int | None, says("Năm sinh của trẻ em", "Child's birth year"), Clear.BIRTH_YEAR] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRecorded:
    """One more contact. `which`: the how many-th about this child."""

    number: Annotated[str, says("Số theo dõi", "Official number"), Clear.SYSTEM]
    which: Annotated[int, says("Lần liên hệ thứ", "Which contact it is")]
    body: Annotated[UnitRef, says("Cơ quan ghi nhận", "The body that noted it")]
    place: UnitRef
    made_at: datetime
    made_by: ContactWith
    note: Personal
    child: Annotated[UUID, says("Mã định danh nội bộ của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal | None
    child_birth_year: int | None


DANGER_IS_A_REPORT = Refusal(
    "danger_is_a_report",
    vi="Trẻ em đang gặp nguy hiểm: phải tiếp nhận thành tin báo ngay.",
    en="The child is in danger now: take it as a report at once.",
)
CONTACTS_OF_ANOTHER_BODY = Refusal(
    "contacts_of_another_body",
    vi="Hồ sơ này do cơ quan khác theo dõi. Đề nghị ghi vào hồ sơ của cơ quan mình.",
    en="Another body keeps these contacts. Record it in a file of your own body.",
)


def decide(contacts: Contacts, command: RecordContact, context: DecisionContext) -> ContactRecorded:
    own = context.own_unit
    insist(
        (contacts.body is None or context.register.same(contacts.body, own, context.at), CONTACTS_OF_ANOTHER_BODY),
        (not command.danger_now, DANGER_IS_A_REPORT, "danger_now"),
        (command.made_at <= context.at, HAPPENED_IN_FUTURE, "made_at"),
    )
    child = contacts.child or uuid5(BAOVE, f"child:{context.file_id}")
    return ContactRecorded(
        number=contacts.number or official_number("LH", command.place, command.made_at, context.file_id),
        which=contacts.count + 1,
        body=contacts.body or own,
        place=command.place,
        made_at=command.made_at,
        made_by=command.made_by,
        note=context.text(command.note),
        child=child,
        child_name=personal.child_if_said(child, command.child_name),
        child_birth_year=command.child_birth_year,
    )


def evolve(contacts: Contacts, event: ContactRecorded, line: Line) -> Contacts:
    told = replace(contacts, number=event.number, body=event.body, place=event.place, count=event.which)
    named = replace(told, child=event.child, child_name=event.child_name or contacts.child_name)
    return replace(
        named,
        phase=ContactPhase.NOTED,
        child_birth_year=event.child_birth_year or contacts.child_birth_year,
        last_at=event.made_at,
        waiting=(*contacts.waiting, event.made_at),
        recorded_by=line.by.person,
    )


RECORD_CONTACT = Action(
    command=RecordContact,
    event=ContactRecorded,
    stored_as="contact.recorded.1",
    asks=Label(vi="Ghi nhận một lần liên hệ về trẻ em", en="Record a contact about a child"),
    tells=Label(vi="Đã ghi nhận một lần liên hệ về trẻ em", en="Contact about a child recorded"),
    may=NOTER,
    opens=None,
    basis=basis.WHAT_IS_TOLD,
    refuses=(DANGER_IS_A_REPORT, CONTACTS_OF_ANOTHER_BODY),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.CONTACTS_WEIGHED, answers=head_of_body, when=often, refs=this_weighing, beside=True),
)
