"""A report's file: what was told, who holds it now, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.law.harm import HarmKind
from domain.record.field import PERSON, points_at, says
from domain.record.personal import Personal
from domain.record.same_child import SameChild
from domain.record.vocabulary import Kind, UnitRef


class Channel(Labelled):
    """How information came."""

    HOTLINE = "hotline", "Tổng đài 111", "Hotline 111"
    IN_PERSON = "in_person", "Trực tiếp", "In person"
    PHONE = "phone", "Điện thoại", "By telephone"
    LETTER = "letter", "Thư, đơn", "By letter"
    ONLINE = "online", "Trực tuyến", "Online"
    POLICE = "police", "Từ công an", "From the police"
    SCHOOL = "school", "Từ nhà trường", "From a school"
    HEALTH = "health", "Từ cơ sở y tế", "From a health facility"
    FRONT = "front", "Từ Mặt trận", "From the Front"


class ReportPhase(Labelled):
    """Where a report stands."""

    UNKNOWN = "unknown", "Chưa tiếp nhận", "Not received"
    RECEIVED = "received", "Đã tiếp nhận", "Received"
    FORWARDED = "forwarded", "Đã chuyển", "Sent on"
    TRIAGED = "triaged", "Nơi nhận đã xác nhận", "Acknowledged by its target"
    LINKED = "linked", "Đã gắn vào vụ việc", "Linked to a case"
    CONVERTED = "converted", "Đã lập vụ việc", "A case was opened from it"
    REJECTED = "rejected", "Không xử lý", "Not taken further"


WAITING = frozenset({ReportPhase.RECEIVED, ReportPhase.FORWARDED, ReportPhase.TRIAGED})


class RejectionGround(Labelled):
    """Why a report is not taken further.

    It is another one again, or the truth check said so.
    """

    DUPLICATE = "duplicate", "Trùng tin báo đã tiếp nhận", "Received before"
    UNFOUNDED = "unfounded", "Không đúng sự thật", "Found untrue"
    NOT_ABOUT_A_CHILD = "not_about_a_child", "Không liên quan trẻ em", "Not about a child"


class AnswerTemplate(Labelled):
    """What a reporter is told.

    Fixed texts only, so that nothing about the child can slip in.
    """

    TAKEN_UP = "taken_up", "Đã tiếp nhận xử lý", "It was taken up"
    FORWARDED = "forwarded", "Đã chuyển nơi có thẩm quyền", "It was sent to who is in charge"
    CASE_OPENED = "case_opened", "Đã lập hồ sơ vụ việc", "A case was opened"
    NOT_TAKEN_FURTHER = "not_taken_further", "Không xử lý tiếp", "It is not taken further"


class CheckOutcome(Labelled):
    """What a check of a report found."""

    TRUE = "true", "Đúng sự thật", "True"
    UNTRUE = "untrue", "Không đúng sự thật", "Untrue"
    UNCLEAR = "unclear", "Chưa xác định được", "Not clear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as its lines tell it.

    `receiver` took it first, `holder` has it now, since `held_since` where it was sent there; `sent_to` is to
    acknowledge or return it. `passed` counts the times it was sent on. `corrections` are the versions of the
    lines that corrected it.
    """

    phase: Annotated[ReportPhase, says("Tình trạng xử lý", "Where it stands")] = ReportPhase.UNKNOWN
    number: Annotated[str, says("Số tin báo; được báo cho người báo tin", "Official number; given to the reporter")] = (
        ""
    )
    channel: Channel | None = None
    received_at: Annotated[
        datetime | None,
        says("Thời điểm tiếp nhận tin báo; của nơi tiếp nhận đầu tiên", "When it was told; to its first receiver"),
    ] = None
    receiver: Annotated[UnitRef | None, says("Đơn vị tiếp nhận", "Unit that received it")] = None
    holder: Annotated[UnitRef | None, says("Đơn vị đang giữ tin báo", "Unit that holds it now")] = None
    held_since: Annotated[
        datetime | None, says("Thời điểm đơn vị đang giữ tin báo xác nhận đã nhận", "Acknowledged by its holder at")
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
    place: Annotated[UnitRef | None, says("Đơn vị hành chính cấp xã nơi xảy ra", "Commune where it happened")] = None
    harm_kinds: tuple[HarmKind, ...] = ()
    danger_now: Annotated[bool, says("Đang gặp nguy hiểm; theo lời báo", "In danger now; as told")] = False
    anonymous: bool = False
    reporter: Annotated[UUID | None, PERSON] = None
    child: Annotated[UUID | None, PERSON] = None
    narrative: Annotated[Personal | None, says("Toàn bộ nội dung tin báo", "What was told, in full")] = None
    child_name: Annotated[Personal | None, says("Họ và tên trẻ em", "Child's name")] = None
    child_birth_year: Annotated[int | None, says("Năm sinh của trẻ em", "Child's birth year")] = None
    reporter_name: Personal | None = None
    reporter_contact: Personal | None = None
    case: Annotated[UUID | None, says("Vụ việc của tin báo", "The case it belongs to"), points_at(Kind.CASE)] = None
    rejected_because: Annotated[
        RejectionGround | None, says("Căn cứ không xử lý tiếp", "Ground for not taking it further")
    ] = None
    duplicate_of: Annotated[UUID | None, points_at(Kind.REPORT)] = None
    duplicates: Annotated[
        tuple[UUID, ...], says("Các tin báo trùng", "Reports laid aside as its duplicates"), points_at(Kind.REPORT)
    ] = ()
    told_with: Annotated[
        UUID | None,
        says(
            "Tin báo gốc; nếu trẻ em được ghi nhận thêm từ tin báo đó",
            "The file of the first child, for another one of the same report",
        ),
        points_at(Kind.REPORT),
    ] = None
    which: Annotated[int, says("Thứ tự của trẻ em trong tin báo", "Which child of the report it is")] = 1
    told_of: Annotated[
        tuple[UUID, ...],
        says("Tin báo của các trẻ em khác được nêu", "Files of the other children told of"),
        points_at(Kind.REPORT),
    ] = ()
    known_again_at: Annotated[
        datetime | None, says("Thời điểm biết tình tiết mới", "When the new fact became known")
    ] = None
    taken_up: Annotated[int, says("Số lần xem xét lại", "Times taken up again")] = 0
    checked_by: Annotated[UUID | None, says("Người kiểm tra tin báo", "Who checked it"), PERSON] = None
    checked_at: Annotated[datetime | None, says("Thời điểm kiểm tra tin báo", "Checked at")] = None
    checked_as: Annotated[CheckOutcome | None, says("Kết quả kiểm tra tin báo", "What the check found")] = None
    same_child: Annotated[
        tuple[SameChild, ...],
        says("Hồ sơ khác của cùng một trẻ em, đã xác định hoặc đề xuất", "Other files of the child"),
    ] = ()
    reporter_answered_at: Annotated[
        datetime | None, says("Thời điểm thông báo cho người báo tin", "Reporter answered at")
    ] = None

    @property
    def counts_from(self) -> datetime | None:
        """Since when the child waits: the first receipt, or the new fact for which it was taken up again."""
        return self.known_again_at or self.received_at

    @property
    def reachable(self) -> bool:
        """Whether the reporter is known and left a way to be answered."""
        return self.reporter is not None and self.reporter_contact is not None

    def bears_out(self, template: AnswerTemplate) -> bool:
        """Whether the text says what became of the report."""
        match template:
            case AnswerTemplate.TAKEN_UP:
                return self.phase is not ReportPhase.REJECTED
            case AnswerTemplate.FORWARDED:
                return self.passed > 0
            case AnswerTemplate.CASE_OPENED:
                return self.case is not None
            case AnswerTemplate.NOT_TAKEN_FURTHER:  # pragma: no branch: the type checker knows of no other
                return self.phase is ReportPhase.REJECTED
