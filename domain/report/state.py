"""A report's file: what was told, who holds it now, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from domain.law.harm import HarmKind
from domain.record.field import PERSON, points_at, says
from domain.record.label import Label
from domain.record.personal import Personal
from domain.record.vocabulary import Kind, UnitRef


class Channel(StrEnum):
    """How the information came."""

    HOTLINE = "hotline"
    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    ONLINE = "online"
    POLICE = "police"
    SCHOOL = "school"
    HEALTH = "health"
    FRONT = "front"


class ReportPhase(StrEnum):
    """Where a report stands (domain.md 5.2)."""

    UNKNOWN = "unknown"
    RECEIVED = "received"
    FORWARDED = "forwarded"
    TRIAGED = "triaged"
    LINKED = "linked"
    CONVERTED = "converted"
    REJECTED = "rejected"


WAITING = frozenset({ReportPhase.RECEIVED, ReportPhase.FORWARDED, ReportPhase.TRIAGED})


class RejectionGround(StrEnum):
    """Why a report is not taken further: it is another one again, or the truth check said so."""

    DUPLICATE = "duplicate"
    UNFOUNDED = "unfounded"
    NOT_ABOUT_A_CHILD = "not_about_a_child"


class AnswerTemplate(StrEnum):
    """What a reporter is told: fixed texts only, so that nothing about the child can slip in."""

    TAKEN_UP = "taken_up"
    FORWARDED = "forwarded"
    CASE_OPENED = "case_opened"
    NOT_TAKEN_FURTHER = "not_taken_further"


ANSWER_TEXTS: dict[AnswerTemplate, Label] = {
    AnswerTemplate.TAKEN_UP: Label(
        vi="Thông tin của ông/bà đã được tiếp nhận và đang được kiểm tra. Trân trọng cảm ơn.",
        en="What you told has been received and is being checked. Thank you.",
    ),
    AnswerTemplate.FORWARDED: Label(
        vi="Thông tin của ông/bà đã được chuyển đến nơi có thẩm quyền giải quyết. Trân trọng cảm ơn.",
        en="What you told has been passed to the authority in charge. Thank you.",
    ),
    AnswerTemplate.CASE_OPENED: Label(
        vi="Thông tin của ông/bà đã được xử lý theo quy trình bảo vệ trẻ em. Trân trọng cảm ơn.",
        en="What you told is handled under the child-protection procedure. Thank you.",
    ),
    AnswerTemplate.NOT_TAKEN_FURTHER: Label(
        vi="Thông tin của ông/bà đã được kiểm tra và kết thúc xử lý. Trân trọng cảm ơn.",
        en="What you told has been checked and is not taken further. Thank you.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as its lines tell it.

    `receiver` took it first, `holder` has it now, since `held_since` where it was sent there; `sent_to` is to
    acknowledge or return it. `passed` counts the times it was sent on. `corrections` are the versions of the
    lines that corrected it.
    """

    phase: Annotated[ReportPhase, says("Tình trạng xử lý", "Phase")] = ReportPhase.UNKNOWN
    number: str = ""
    channel: Channel | None = None
    received_at: datetime | None = None
    receiver: UnitRef | None = None
    holder: Annotated[UnitRef | None, says("Đơn vị đang giữ tin báo", "Unit that holds it now")] = None
    held_since: Annotated[
        datetime | None, says("Đơn vị đang giữ xác nhận đã nhận từ", "Acknowledged by its holder at")
    ] = None
    sent_to: Annotated[
        UnitRef | None, says("Đơn vị được chuyển đến, chờ xác nhận", "Sent to, still to be acknowledged")
    ] = None
    sent_at: Annotated[datetime | None, says("Thời điểm chuyển gần nhất", "Last sent on at")] = None
    passed: Annotated[int, says("Số lần chuyển, trả lại", "Times sent on or returned")] = 0
    returned_by: Annotated[
        tuple[UUID, ...], says("Các đơn vị đã trả lại", "Units that returned it"), points_at(Kind.UNIT)
    ] = ()
    corrections: Annotated[tuple[int, ...], says("Các dòng đính chính", "Lines that corrected it")] = ()
    place: Annotated[UnitRef | None, says("Đơn vị cấp xã nơi xảy ra vụ việc", "Commune of the place")] = None
    harm_kinds: tuple[HarmKind, ...] = ()
    danger_now: Annotated[bool, says("Đang gặp nguy hiểm", "In danger now")] = False
    anonymous: bool = False
    reporter: Annotated[UUID | None, PERSON] = None
    child: Annotated[UUID | None, PERSON] = None
    narrative: Personal | None = None
    child_name: Annotated[Personal | None, says("Họ và tên trẻ em", "Child's name")] = None
    child_birth_year: Annotated[int | None, says("Năm sinh của trẻ em", "Child's birth year")] = None
    reporter_name: Personal | None = None
    reporter_contact: Personal | None = None
    case: Annotated[UUID | None, points_at(Kind.CASE)] = None
    rejected_because: Annotated[
        RejectionGround | None, says("Căn cứ không xử lý tiếp", "Ground for not taking it further")
    ] = None
    duplicate_of: Annotated[UUID | None, points_at(Kind.REPORT)] = None
    reporter_answered_at: Annotated[
        datetime | None, says("Thời điểm thông báo cho người báo tin", "Reporter answered at")
    ] = None
