"""What a body was told or saw of one child: how often, since when, and whether it was found to be a report."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import PERSON, points_at, says
from domain.record.personal import Personal
from domain.record.same_child import SameChild
from domain.record.vocabulary import Kind, UnitRef

WITHIN = timedelta(days=30)
OFTEN = 3
"""Three contacts about one child in thirty days are to be weighed (project default)."""


class ContactPhase(Labelled):
    """Where the contacts stand."""

    UNKNOWN = "unknown", "Chưa có", "Not there"
    NOTED = "noted", "Đang theo dõi", "Noted"
    REPORTED = "reported", "Đã tiếp nhận thành tin báo", "Became a report"
    NO_REPORT = "no_report", "Đã quyết định chưa phải tin báo", "Found to be no report"


class ContactWith(Labelled):
    """Who came, called or wrote."""

    CHILD = "child", "Trẻ em", "The child"
    CARER = "carer", "Cha, mẹ, người chăm sóc", "A parent or carer"
    RELATIVE = "relative", "Người thân khác", "Another relative"
    NEIGHBOUR = "neighbour", "Hàng xóm, người quen", "A neighbour or acquaintance"
    OWN_STAFF = "own_staff", "Cán bộ, nhân viên tự nhận thấy", "Own staff noticed it"
    OTHER = "other", "Người khác", "Somebody else"


class NoReportGround(Labelled):
    """Why contacts are no report."""

    CHILD_SAFE = "child_safe", "Đã gặp trẻ em, trẻ em an toàn", "The child was met and is safe"
    OTHER_MATTER = "other_matter", "Việc hành chính, không liên quan an toàn của trẻ em", "A matter without danger"
    KNOWN_CASE = "known_case", "Đã có vụ việc đang giải quyết", "A case about it is under way"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Contacts of one body about one child. `waiting`: when those were made that nobody has weighed yet.

    `recorded_by`: who wrote the last one down.
    """

    phase: Annotated[ContactPhase, says("Tình trạng theo dõi", "Where it stands")] = ContactPhase.UNKNOWN
    number: Annotated[str, says("Số theo dõi", "Official number"), Clear.SYSTEM] = ""
    body: Annotated[UnitRef | None, says("Cơ quan ghi nhận", "The body that noted it")] = None
    place: Annotated[
        UnitRef | None, says("Đơn vị hành chính cấp xã nơi trẻ em sống", "Commune where the child lives")
    ] = None
    child: Annotated[UUID | None, PERSON] = None
    child_name: Annotated[Personal | None, says("Họ và tên trẻ em", "Child's name")] = None
    child_birth_year: Annotated[int | None, says("Năm sinh của trẻ em", "Child's birth year")] = None
    count: Annotated[int, says("Số lần liên hệ", "Contacts")] = 0
    last_at: Annotated[datetime | None, says("Lần liên hệ gần nhất", "Last contact")] = None
    waiting: Annotated[tuple[datetime, ...], says("Các lần chưa được xem xét", "Those not weighed yet")] = ()
    recorded_by: Annotated[UUID | None, says("Người ghi nhận gần nhất", "Who recorded the last one"), PERSON] = None
    same_child: Annotated[
        tuple[SameChild, ...],
        says("Hồ sơ khác của cùng một trẻ em, đã xác định hoặc đề xuất", "Other files of the child"),
    ] = ()
    report: Annotated[UUID | None, says("Tin báo đã tiếp nhận", "The report it became"), points_at(Kind.REPORT)] = None

    @property
    def often(self) -> bool:
        """Whether there were so many within so few days that somebody has to weigh them."""
        return sum(at > max(self.waiting) - WITHIN for at in self.waiting) >= OFTEN if self.waiting else False
