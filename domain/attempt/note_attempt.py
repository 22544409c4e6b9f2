"""Keep what somebody tried and was refused: the first of its kind at once, repeats counted."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from domain.record.action import Action, FileKind, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.vocabulary import Kind, Label, Role, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """How often it was tried so far."""

    times: int = 0
    unit: UnitRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAttempt:
    """Who tried which act on which file, the refusals, and how often by now within the same hour."""

    person: UUID
    name: str
    unit: UnitRef | None
    act: str
    file: UUID
    refusals: tuple[str, ...]
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRefused:
    """Somebody tried and was refused, `times` times by now within the hour that this file is for."""

    person: UUID
    name: str
    unit: UnitRef | None
    act: str
    file: UUID
    refusals: tuple[str, ...]
    times: int


def decide(attempts: Attempts, command: NoteAttempt, context: DecisionContext) -> AttemptRefused:
    return AttemptRefused(
        person=command.person,
        name=command.name,
        unit=command.unit,
        act=command.act,
        file=command.file,
        refusals=command.refusals,
        times=max(command.times, attempts.times + 1),
    )


def evolve(attempts: Attempts, event: AttemptRefused, line: Line) -> Attempts:
    return replace(attempts, times=event.times, unit=event.unit)


def nowhere(attempts: Attempts, command: Any) -> Mapping[Scope, frozenset[UUID]]:
    return {}


NOTE_ATTEMPT = Action(
    kind=Kind.ATTEMPT,
    command=NoteAttempt,
    event=AttemptRefused,
    stored_as="attempt.refused.1",
    asks=Label(vi="Ghi nhận việc bị từ chối", en="Note a refused attempt"),
    tells=Label(vi="Đã từ chối một yêu cầu", en="Attempt refused"),
    may=(May(role=Role.SYSTEM, scope=Scope.ANY),),
    opens=None,
    decide=decide,
    evolve=evolve,
)

ATTEMPT = FileKind(
    kind=Kind.ATTEMPT,
    label=Label(vi="Việc bị từ chối", en="Refused attempts"),
    empty=Attempts,
    phase=lambda attempts: None,
    where=nowhere,
    matter=lambda attempts: attempts.unit,
)
