"""Receive a report: record in full what was told, at once, whoever tells it and wherever it happened."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.law import basis
from domain.law.harm import HarmKind
from domain.record import personal
from domain.record.act import (
    Action,
    DecisionContext,
    Label,
    Line,
    Refusal,
    insist,
    said,
)
from domain.record.fields import PERSON, AskedAs, Clear, Personal, UnitRef, says
from domain.record.refusals import HAPPENED_IN_FUTURE
from domain.record.vocabulary import BAOVE
from domain.report.receipt import RECEIVED, number, told_at_last
from domain.report.state import Channel, Report, ReportPhase
from domain.report.who import TAKER


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveReport:
    """What the receiver was told (form 01)."""

    channel: Annotated[Channel, says("Kênh tiếp nhận", "How it came")]
    received_at: Annotated[datetime, says("Thời điểm tiếp nhận thông tin", "When it was told")]
    place: Annotated[
        UnitRef, says("Đơn vị cấp xã nơi xảy ra vụ việc", "The commune where it happened"), AskedAs("place_unit")
    ]
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại được báo", "Kinds of harm told")]
    narrative: Annotated[str, says("Toàn bộ nội dung thông tin được báo", "What was told, in full")]
    danger_now: Annotated[bool, says("Trẻ em hiện đang gặp nguy hiểm", "The child is in danger now")] = False
    anonymous: Annotated[bool, says("Người báo tin không cho biết tên", "The reporter gives no name")] = False
    child_name: Annotated[str | None, says("Họ và tên trẻ em, nếu được biết", "The child's name, if told")] = None
    child_birth_year: Annotated[
        int | None, says("Năm sinh của trẻ em, nếu được biết", "The child's birth year, if told"), Clear.BIRTH_YEAR
    ] = None
    reporter_name: Annotated[str | None, says("Họ và tên người báo tin", "The reporter's name")] = None
    reporter_contact: Annotated[str | None, says("Cách liên hệ với người báo tin", "How to reach the reporter")] = None
    known_at: Annotated[
        datetime | None,
        says(
            "Thời điểm người của đơn vị tiếp nhận biết việc, nếu họ tự phát hiện và có trách nhiệm báo",
            "When the receiver's own people came to know, where they found it themselves and had to tell",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReceived:
    number: Annotated[str, says("Số tin báo", "Number of the report"), Clear.SYSTEM]
    channel: Channel
    received_at: datetime
    receiver: Annotated[UnitRef, says("Đơn vị tiếp nhận", "Unit that received it")]
    place: UnitRef
    harm_kinds: tuple[HarmKind, ...]
    narrative: Personal
    danger_now: bool
    anonymous: bool
    child: Annotated[UUID, says("Mã định danh nội bộ của trẻ em", "Internal id of the child"), PERSON]
    child_name: Personal | None
    child_birth_year: int | None
    reporter: Annotated[
        UUID | None, says("Mã định danh nội bộ của người báo tin", "Internal id of the reporter"), PERSON
    ]
    reporter_name: Personal | None
    reporter_contact: Personal | None
    known_at: datetime | None = None


PLACE_NO_COMMUNE = Refusal(
    "place_no_commune",
    vi="Nơi xảy ra phải là một xã, phường, đặc khu đang tồn tại, vì Chủ tịch nơi đó chịu trách nhiệm.",
    en="The place must be a commune that exists now: its Chair answers for the child.",
)
ANONYMOUS_WITH_NAME = Refusal(
    "anonymous_with_name",
    vi="Tin ẩn danh không được ghi tên người báo tin. Hãy bỏ tên hoặc bỏ đánh dấu ẩn danh.",
    en="An anonymous report may not bear the reporter's name. Remove the name or the mark.",
)
KNOWN_AFTER_RECEIPT = Refusal(
    "known_after_receipt",
    vi="Thời điểm biết việc không được sau thời điểm tiếp nhận.",
    en="The time of knowledge may not lie after the receipt.",
)


def decide(report: Report, command: ReceiveReport, context: DecisionContext) -> ReportReceived:
    insist(
        (context.register.is_commune(command.place, context.at), PLACE_NO_COMMUNE, "place"),
        (command.received_at <= context.at, HAPPENED_IN_FUTURE, "received_at"),
        (command.known_at is None or command.known_at <= command.received_at, KNOWN_AFTER_RECEIPT, "known_at"),
        (not (command.anonymous and said(command.reporter_name)), ANONYMOUS_WITH_NAME, "reporter_name"),
    )
    child = uuid5(BAOVE, f"child:{context.file_id}")
    reporter = None if command.anonymous else uuid5(BAOVE, f"reporter:{context.file_id}")
    return ReportReceived(
        number=number(command.place, command.received_at, context.file_id),
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
    return replace(
        report,
        phase=ReportPhase.RECEIVED,
        number=event.number,
        channel=event.channel,
        received_at=event.received_at,
        receiver=event.receiver,
        holder=event.receiver,
        place=event.place,
        harm_kinds=event.harm_kinds,
        danger_now=event.danger_now,
        anonymous=event.anonymous,
        child=event.child,
        reporter=event.reporter,
        narrative=event.narrative,
        child_name=event.child_name,
        child_birth_year=event.child_birth_year,
        reporter_name=event.reporter_name,
        reporter_contact=event.reporter_contact,
    )


RECEIVE_REPORT = Action(
    command=ReceiveReport,
    event=ReportReceived,
    stored_as="report.received.1",
    asks=Label(vi="Tiếp nhận, ghi chép thông tin", en="Receive a report"),
    tells=Label(vi="Đã tiếp nhận thông tin", en="Report received"),
    may=TAKER,
    opens=True,
    basis=basis.RECEIVE_INFORMATION,
    refuses=(PLACE_NO_COMMUNE, ANONYMOUS_WITH_NAME, KNOWN_AFTER_RECEIPT),
    decide=decide,
    evolve=evolve,
    starts=RECEIVED,
    closes=told_at_last,
)
