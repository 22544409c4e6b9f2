"""What the order of an erasure tells of each file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.clear import Clear
from domain.record.field import PERSON, Names, points_at, says
from domain.record.vocabulary import OfficeRef


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseOnFile:
    """A lapse that one of the files tells of: what it shows is evidence until it is decided whose fault it was."""

    ref: Annotated[str, says("Số thứ tự lần quá hạn", "Number of the lapse"), Clear.LINK]
    file: Annotated[UUID, says("Hồ sơ có thời hạn đã quá", "File on which it lapsed"), points_at(None)]
    code: Annotated[str, says("Mã thời hạn đã quá", "Code of the duty that lapsed"), Names.DUTIES, Clear.LINK]
    due_at: Annotated[datetime, says("Thời điểm hết hạn", "Due at")]
    answers: Annotated[OfficeRef | None, says("Chức danh chịu trách nhiệm", "Office that answers for it")]
    holder: Annotated[UUID | None, says("Người giữ chức danh chịu trách nhiệm", "Person who held that office"), PERSON]
