"""An access file: who read what is personal in one other file."""

from dataclasses import dataclass
from uuid import UUID

from domain.record.vocabulary import Labelled, UnitRef


class Purpose(Labelled):
    """Why somebody reads what is personal.

    Without one nothing is opened.
    """

    CASE_WORK = "case_work", "Xử lý vụ việc", "Work on the case"
    DECISION = "decision", "Ra quyết định", "Taking a decision"
    SUPERVISION = "supervision", "Hướng dẫn, giám sát", "Guidance and supervision"
    INSPECTION = "inspection", "Thanh tra, kiểm tra", "Inspection"
    EMERGENCY = "emergency", "Khẩn cấp, bảo vệ tính mạng", "Emergency, protection of life"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How often the file's personal values were opened, and whose matter they are."""

    file: UUID | None = None
    unit: UnitRef | None = None
    readings: int = 0
