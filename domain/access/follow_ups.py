"""The signal that follows from a reading out of the ordinary; its act stands beside."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID, uuid5

from domain.access.patterns import Pattern
from domain.access.state import Access, Purpose
from domain.record.action import FollowUp
from domain.record.field import PERSON, Clear, says
from domain.record.line import Line
from domain.record.refusal import present
from domain.record.vocabulary import BAOVE, UnitRef

HOUR_S = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalReading:
    """Who read, for what, and what is out of the ordinary in it."""

    person: Annotated[UUID, says("Người xem", "Who read"), PERSON]
    name: Annotated[str, says("Họ và tên người xem", "Name of who read"), Clear.OFFICIAL]
    own_unit: Annotated[UnitRef | None, says("Đơn vị của người xem", "Unit of who read")]
    pattern: Annotated[Pattern, says("Dấu hiệu bất thường", "What is out of the ordinary")]
    purpose: Annotated[Purpose, says("Mục đích xem", "Purpose of reading")]


def signal(person: UUID, name: str, unit: UnitRef | None, pattern: Pattern, purpose: Purpose, at: datetime) -> FollowUp:
    """The line to write: a second one for the same person, pattern and hour has the same file, and is refused."""
    hour = int(at.timestamp()) // HOUR_S
    return FollowUp(
        file_id=uuid5(BAOVE, f"signal:{person}:{pattern.value}:{hour}"),
        command=SignalReading(person=person, name=name, own_unit=unit, pattern=pattern, purpose=purpose),
    )


def signals(access: Access, line: Line) -> tuple[FollowUp, ...]:
    """What follows from a line of reading that is out of the ordinary."""
    by, event = line.by, line.event
    unit = by.office.unit if by.office else None
    return tuple(
        signal(present(by.person), by.name, unit, pattern, event.purpose, line.occurred_at) for pattern in event.beyond
    )
