"""Receive a report: record in full what was told, at once, whoever tells it and wherever it happened."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.law import basis, duty
from domain.law.harm import HarmKind
from domain.record import personal
from domain.record.act import Action, DecisionContext, Label, Line, insist, owed
from domain.record.fields import PERSON, Claimed, Clear, Personal, UnitRef, says
from domain.record.official_number import official_number
from domain.record.vocabulary import BAOVE
from domain.report.clocks import (
    can_be_reached,
    chair_of_place,
    elsewhere,
    from_knowledge,
    from_receipt,
    head_of_receiver,
    knew_before,
)
from domain.report.fields import ChildBirthYearIfTold, HarmsTold, KnownToTheReceiver, PlaceOfReport, ReporterIfKnown
from domain.report.receipt import RECEIPT_REFUSALS, as_told, may_be_taken
from domain.report.state import Channel, Report
from domain.report.who import TAKER


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReport:
    """What the receiver was told (form 01)."""

    channel: Annotated[Channel, says("Kênh tiếp nhận", "How it came")]
    received_at: Annotated[datetime, says("Thời điểm tiếp nhận tin báo", "When it was told"), Claimed]
    place: PlaceOfReport
    harm_kinds: HarmsTold
    narrative: Annotated[str, says("Toàn bộ nội dung tin báo", "What was told, in full")]
    danger_now: Annotated[bool, says("Trẻ em hiện đang gặp nguy hiểm", "The child is in danger now")] = False
    anonymous: Annotated[bool, says("Người báo tin không cho biết tên", "The reporter gives no name")] = False
    child_name: Annotated[str | None, says("Họ và tên trẻ em; nếu được biết", "The child's name, if told")] = None
    child_birth_year: ChildBirthYearIfTold = None
    reporter_name: Annotated[str | None, says("Họ và tên người báo tin", "The reporter's name")] = None
    reporter_contact: Annotated[str | None, says("Cách liên hệ với người báo tin", "How to reach the reporter")] = None
    known_at: KnownToTheReceiver = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceived:
    number: Annotated[str, says("Số tin báo", "Number of the report"), Clear.SYSTEM]
    channel: Channel
    received_at: datetime
    receiver: Annotated[UnitRef, says("Đơn vị tiếp nhận", "Unit that received it")]
    place: UnitRef
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại được báo", "Kinds of harm told")]
    narrative: Personal
    danger_now: bool
    anonymous: bool
    child: Annotated[UUID, says("Mã định danh nội bộ của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal | None
    child_birth_year: int | None
    reporter: ReporterIfKnown
    reporter_name: Personal | None
    reporter_contact: Personal | None
    known_at: datetime | None = None


def decide(report: Report, command: ReceiveReport, context: DecisionContext) -> ReportReceived:
    insist(*may_be_taken(command, context))
    child = uuid5(BAOVE, f"child:{context.file_id}")
    reporter = None if command.anonymous else uuid5(BAOVE, f"reporter:{context.file_id}")
    return ReportReceived(
        number=official_number("TT", command.place, command.received_at, context.file_id),
        channel=command.channel,
        received_at=command.received_at,
        receiver=context.own_unit,
        place=command.place,
        harm_kinds=command.harm_kinds,
        narrative=context.text(command.narrative),
        danger_now=command.danger_now,
        anonymous=command.anonymous,
        child=child,
        child_name=personal.child_if_said(child, command.child_name),
        child_birth_year=command.child_birth_year,
        reporter=reporter,
        reporter_name=personal.reporter_if_known(reporter, command.reporter_name),
        reporter_contact=personal.reporter_if_known(reporter, command.reporter_contact),
        known_at=command.known_at,
    )


def evolve(report: Report, event: ReportReceived, line: Line) -> Report:
    told = as_told(report, event)
    return replace(told, reporter_name=event.reporter_name, reporter_contact=event.reporter_contact)


RECEIVE_REPORT = Action(
    command=ReceiveReport,
    event=ReportReceived,
    stored_as="report.received.1",
    asks=Label(vi="Tiếp nhận, ghi chép tin báo", en="Receive a report"),
    tells=Label(vi="Đã tiếp nhận tin báo", en="Report received"),
    may=TAKER,
    opens=True,
    basis=basis.RECEIVE_INFORMATION,
    refuses=RECEIPT_REFUSALS,
    decide=decide,
    evolve=evolve,
    starts=(
        *owed(duty.TELLING, since=from_knowledge, answers=head_of_receiver, when=knew_before, met_at_once=True),
        *owed(duty.FORWARDING, since=from_receipt, answers=head_of_receiver, when=elsewhere),
        *owed(duty.INITIAL_RISK, duty.URGENT_MEASURES, since=from_receipt, answers=chair_of_place),
        *owed(duty.REPORTER_ANSWER, since=from_receipt, answers=head_of_receiver, when=can_be_reached),
    ),
)
