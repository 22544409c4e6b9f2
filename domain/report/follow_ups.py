"""Commands that acts on other files give to a report; their acts stand beside, one file each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.field import BySystem, Claimed, points_at, says
from domain.record.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """The case the report belongs to."""

    case: Annotated[UUID, says("Vụ việc", "The case"), points_at(Kind.CASE)]
    converted: Annotated[
        bool, says("Vụ việc được lập từ chính tin báo này", "The case was opened from this very report"), BySystem
    ] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDuplicate:
    """The report that was laid aside because it tells the same."""

    report: Annotated[UUID, says("Tin báo trùng", "The duplicate"), points_at(Kind.REPORT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAnotherChild:
    """The file of another child of the report."""

    report: Annotated[UUID, says("Tin báo của trẻ em khác", "The file of the other child"), points_at(Kind.REPORT)]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeUpReport:
    """The fact that came up and when."""

    new_fact: Annotated[str, says("Tình tiết mới", "The new fact")]
    known_at: Annotated[datetime, says("Thời điểm biết tình tiết mới", "When it became known"), Claimed]
