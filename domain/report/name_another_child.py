"""Name another child of a report: a file of its own, whose clocks count from the receipt of the one report.

It has a number among the children told of: twins without a name are two, and nobody is named twice. What was told
of it is written anew: the first file is pointed at, and nothing of another child copied.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record import personal
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, insist, owed, present, required
from domain.record.fields import PERSON, Clear, Kind, Personal, UnitRef, points_at, says
from domain.record.official_number import official_number
from domain.record.vocabulary import BAOVE
from domain.report.clocks import chair_of_place, elsewhere, from_receipt, head_of_receiver
from domain.report.fields import ChildBirthYearIfTold, HarmsTold, PlaceOfReport, ReporterIfKnown, WhichChild
from domain.report.follow_ups import NoteAnotherChild
from domain.report.naming_children import NAMING_REFUSALS, TOLD_IN_NO_REPORT, may_be_named
from domain.report.receipt import as_told
from domain.report.state import Channel, Report
from domain.report.telling import report_of_child
from domain.report.who import TAKER


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnotherChild:
    """The report in which the child is named besides the first, and what was told of this one."""

    report: Annotated[UUID, says("Tin báo gốc, đã tiếp nhận", "The report, as received"), points_at(Kind.REPORT)]
    which: WhichChild
    place: PlaceOfReport
    harm_kinds: HarmsTold
    narrative: Annotated[str, says("Nội dung tin báo về trẻ em này", "What was told of this child")]
    danger_now: Annotated[bool, says("Trẻ em hiện đang gặp nguy hiểm", "The child is in danger now")] = False
    child_name: Annotated[str | None, says("Họ và tên trẻ em; nếu được biết", "The child's name, if told")] = None
    child_birth_year: ChildBirthYearIfTold = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherChildNamed:
    """`receiver` is the unit that named the child; when and how it was told is copied from the first file."""

    number: Annotated[str, says("Số tin báo", "Number of the report"), Clear.SYSTEM]
    report: UUID
    which: WhichChild
    channel: Annotated[Channel, says("Kênh tiếp nhận", "How it came")]
    received_at: Annotated[datetime, says("Thời điểm tiếp nhận tin báo", "When it was told")]
    receiver: Annotated[UnitRef, says("Đơn vị ghi nhận trẻ em", "Unit that named the child")]
    place: UnitRef
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại được báo", "Kinds of harm told")]
    narrative: Personal
    danger_now: bool
    anonymous: Annotated[bool, says("Người báo tin không cho biết tên", "The reporter gives no name")]
    child: Annotated[UUID, says("Mã định danh nội bộ của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal | None
    child_birth_year: int | None
    reporter: ReporterIfKnown


def decide(report: Report, command: NameAnotherChild, context: DecisionContext) -> AnotherChildNamed:
    first: Report = required(context.other(command.report, Kind.REPORT), TOLD_IN_NO_REPORT, "report").state
    received_at = required(first.received_at, TOLD_IN_NO_REPORT, "report")
    insist(*may_be_named(first, command, context))
    child = uuid5(BAOVE, f"child:{context.file_id}")
    return AnotherChildNamed(
        number=official_number("TT", command.place, received_at, context.file_id),
        report=command.report,
        which=command.which,
        channel=present(first.channel),
        received_at=received_at,
        receiver=context.own_unit,
        place=command.place,
        harm_kinds=command.harm_kinds,
        narrative=context.text(command.narrative),
        danger_now=command.danger_now,
        anonymous=first.anonymous,
        child=child,
        child_name=personal.child_if_said(child, command.child_name),
        child_birth_year=command.child_birth_year,
        reporter=first.reporter,
    )


def evolve(report: Report, event: AnotherChildNamed, line: Line) -> Report:
    return replace(as_told(report, event), told_with=event.report, which=event.which)


def tell_the_first(report: Report, line: Line) -> tuple[FollowUp, ...]:
    return (FollowUp(file_id=line.event.report, command=NoteAnotherChild(report=line.file_id)),)


NAME_ANOTHER_CHILD = Action(
    command=NameAnotherChild,
    event=AnotherChildNamed,
    stored_as="report.another_child_named.1",
    asks=Label(vi="Ghi nhận thêm trẻ em trong tin báo", en="Name another child of a report"),
    tells=Label(vi="Đã ghi nhận thêm trẻ em trong tin báo", en="Another child of a report named"),
    may=TAKER,
    opens=True,
    opens_file=lambda command: report_of_child(command.report, command.which),
    basis=basis.WHAT_IS_TOLD,
    refuses=NAMING_REFUSALS,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.report,),
    follows=tell_the_first,
    starts=(
        *owed(duty.FORWARDING, since=from_receipt, answers=head_of_receiver, when=elsewhere),
        *owed(duty.INITIAL_RISK, duty.URGENT_MEASURES, since=from_receipt, answers=chair_of_place),
    ),
)
