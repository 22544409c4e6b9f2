"""Name another child of whom a report told: it has a file, a case and clocks of its own, from the same receipt on.

A child that was not told of but found, by whom ever, is a report of its own.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record import personal
from domain.record.act import Action, DecisionContext, FollowUp, Label, Line, owed, present
from domain.record.fields import PERSON, Clear, Kind, Personal, UnitRef, points_at, says
from domain.record.official_number import official_number
from domain.record.vocabulary import BAOVE
from domain.report.clocks import chair_of_place, elsewhere, head_of_receiver, since_known
from domain.report.fields import ChildBirthYearIfTold, HarmsTold, HowItCame, PlaceOfReport, WhenItWasTold
from domain.report.first_report import FIRST_REPORT_REFUSALS, counts_from, first_report
from domain.report.follow_ups import NoteAnotherChild
from domain.report.state import Report, ReportPhase
from domain.report.who import TAKER


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnotherChild:
    """The report that told of it, and what it told of this child."""

    report: Annotated[UUID, says("Tin báo đã nói đến trẻ em này", "The report that told of it"), points_at(Kind.REPORT)]
    harm_kinds: HarmsTold
    narrative: Annotated[str, says("Nội dung tin báo về trẻ em này", "What was told of this child")]
    danger_now: Annotated[bool, says("Trẻ em hiện đang gặp nguy hiểm", "The child is in danger now")] = False
    child_name: Annotated[str | None, says("Họ và tên trẻ em; nếu được biết", "The child's name, if told")] = None
    child_birth_year: ChildBirthYearIfTold = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnotherChildNamed:
    """`told_with`: the report in which the first child was told of. `counts_from`: since when this child waits."""

    number: Annotated[str, says("Số tin báo", "Number of the report"), Clear.SYSTEM]
    told_with: Annotated[
        UUID, says("Tin báo về trẻ em được nói đến trước", "Report of the first child"), points_at(Kind.REPORT)
    ]
    channel: HowItCame
    received_at: WhenItWasTold
    counts_from: Annotated[datetime, says("Thời điểm tính thời hạn đối với trẻ em này", "Since when this child waits")]
    receiver: Annotated[UnitRef, says("Đơn vị tiếp nhận", "Unit that received it")]
    place: PlaceOfReport
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại được báo", "Kinds of harm told")]
    narrative: Annotated[Personal, says("Nội dung tin báo về trẻ em này", "What was told of this child")]
    danger_now: bool
    child: Annotated[UUID, says("Mã định danh nội bộ của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal | None
    child_birth_year: int | None


def decide(report: Report, command: NameAnotherChild, context: DecisionContext) -> AnotherChildNamed:
    first = first_report(command.report, context)
    place, received_at = present(first.place), present(first.received_at)
    child = uuid5(BAOVE, f"child:{context.file_id}")
    return AnotherChildNamed(
        number=official_number("TT", place, received_at, context.file_id),
        told_with=first.told_with or command.report,
        channel=present(first.channel),
        received_at=received_at,
        counts_from=counts_from(first, context),
        receiver=context.own_unit,
        place=place,
        harm_kinds=command.harm_kinds,
        narrative=context.text(command.narrative),
        danger_now=command.danger_now,
        child=child,
        child_name=personal.child_if_said(child, command.child_name),
        child_birth_year=command.child_birth_year,
    )


def evolve(report: Report, event: AnotherChildNamed, line: Line) -> Report:
    told = replace(report, narrative=event.narrative, harm_kinds=event.harm_kinds, danger_now=event.danger_now)
    about = replace(told, child=event.child, child_name=event.child_name, child_birth_year=event.child_birth_year)
    came = replace(about, number=event.number, channel=event.channel, received_at=event.received_at)
    counted = replace(came, told_with=event.told_with, known_again_at=event.counts_from)
    return replace(
        counted, phase=ReportPhase.RECEIVED, receiver=event.receiver, holder=event.receiver, place=event.place
    )


def tell_the_first(report: Report, line: Line) -> tuple[FollowUp, ...]:
    return (FollowUp(file_id=line.event.told_with, command=NoteAnotherChild(report=line.file_id)),)


NAME_ANOTHER_CHILD = Action(
    command=NameAnotherChild,
    event=AnotherChildNamed,
    stored_as="report.another_child_named.1",
    asks=Label(vi="Ghi nhận thêm trẻ em trong tin báo", en="Name another child of a report"),
    tells=Label(vi="Đã ghi nhận thêm trẻ em trong tin báo", en="Another child of a report named"),
    may=TAKER,
    opens=True,
    basis=basis.RECEIVE_INFORMATION,
    refuses=FIRST_REPORT_REFUSALS,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.report,),
    follows=tell_the_first,
    starts=(
        *owed(duty.FORWARDING, answers=head_of_receiver, when=elsewhere),
        *owed(duty.INITIAL_RISK, duty.URGENT_MEASURES, since=since_known, answers=chair_of_place),
    ),
)
