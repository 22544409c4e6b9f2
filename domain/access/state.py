"""An access file: who read what is personal in one other file."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from domain.record.field import points_at, says
from domain.record.label import Label
from domain.record.vocabulary import UnitRef


class Purpose(StrEnum):
    """Why somebody reads what is personal; without one nothing is opened."""

    CASE_WORK = "case_work"
    DECISION = "decision"
    SUPERVISION = "supervision"
    INSPECTION = "inspection"
    EMERGENCY = "emergency"


PURPOSE_LABELS: dict[Purpose, Label] = {
    Purpose.CASE_WORK: Label(vi="Xử lý vụ việc", en="Work on the case"),
    Purpose.DECISION: Label(vi="Ra quyết định", en="Taking a decision"),
    Purpose.SUPERVISION: Label(vi="Hướng dẫn, giám sát", en="Guidance and supervision"),
    Purpose.INSPECTION: Label(vi="Thanh tra, kiểm tra", en="Inspection"),
    Purpose.EMERGENCY: Label(vi="Khẩn cấp, bảo vệ tính mạng", en="Emergency, protection of life"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """How often the file's personal values were opened, and whose matter they are."""

    file: Annotated[UUID | None, points_at(None)] = None
    unit: UnitRef | None = None
    readings: Annotated[int, says("Số lần xem", "Number of readings")] = 0
