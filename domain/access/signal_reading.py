"""Signal a reading out of the ordinary: at once, once for each person, pattern and hour, to who guards the data."""

from dataclasses import dataclass
from uuid import UUID

from domain.access.follow_ups import SignalReading
from domain.access.patterns import Pattern
from domain.access.state import Access, Purpose
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import UnitRef
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingSignalled:
    person: UUID
    name: str
    own_unit: UnitRef | None
    pattern: Pattern
    purpose: Purpose


def decide(access: Access, command: SignalReading, context: DecisionContext) -> ReadingSignalled:
    return ReadingSignalled(
        person=command.person,
        name=command.name,
        own_unit=command.own_unit,
        pattern=command.pattern,
        purpose=command.purpose,
    )


def evolve(access: Access, event: ReadingSignalled, line: Line) -> Access:
    return access


SIGNAL_READING = Action(
    command=SignalReading,
    event=ReadingSignalled,
    stored_as="access.reading_signalled.1",
    asks=Label(vi="Báo việc xem thông tin bất thường", en="Signal a reading out of the ordinary"),
    tells=Label(vi="Đã báo việc xem thông tin bất thường", en="Reading out of the ordinary signalled"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.CONFIDENTIALITY,
    opens=True,
    decide=decide,
    evolve=evolve,
)
