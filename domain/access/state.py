"""An access file: who read what is personal in one other file."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.field import points_at, says
from domain.record.vocabulary import UnitRef


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

    file: Annotated[UUID | None, points_at(None)] = None
    unit: UnitRef | None = None
    readings: Annotated[int, says("Số lần xem", "Number of readings")] = 0
