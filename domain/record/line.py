"""The record: lines as they are kept, files as lines make them, and what an act may look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.law.basis import LegalBasis
from domain.record.action import Action, FileKind, How
from domain.record.personal import Personal, narrative
from domain.record.register import Register, Standing
from domain.record.vocabulary import Attachment, Kind, OfficeRef, Role, UnitRef


class Capacity(StrEnum):
    """By what title somebody acts in an office."""

    HOLDER = "holder"
    ACTING = "acting"
    DELEGATE = "delegate"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, as of then. For the system `person` is None and `rule` names the rule and its version."""

    person: UUID | None
    name: str
    role: Role
    office: OfficeRef | None
    capacity: Capacity
    delegation: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStarted:
    """A statutory clock set going, with the due instant and the answerable office as of then."""

    code: str
    ref: str
    since: datetime
    due_at: datetime
    answers: OfficeRef
    rule_version: int
    basis: LegalBasis
    confidence: str
    regime: str
    calendar_version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEnded:
    """A running clock that this line met, showed not to be required, or found to have lapsed."""

    code: str
    ref: str
    how: How


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act in the record. `recorded_at` and `position` are the store's and None until it has answered.

    `unit` is the unit whose matter it is; the actor's own stands in `by.office.unit`. `seen_version` is the version
    of the file that the actor was looking at.
    """

    id: UUID
    file_id: UUID
    version: int
    stored_as: str
    event: Any
    occurred_at: datetime
    by: Actor
    unit: UnitRef | None
    regime: str
    command_id: UUID
    correlation_id: UUID
    causation_id: UUID | None = None
    seen_version: int | None = None
    reason: Personal | None = None
    late: bool = False
    late_reason: Personal | None = None
    basis: LegalBasis | None = None
    attachments: tuple[Attachment, ...] = ()
    starts: tuple[DutyStarted, ...] = ()
    ends: tuple[DutyEnded, ...] = ()
    recorded_at: datetime | None = None
    position: int | None = None


@dataclass(slots=True)
class File:
    """A file folded from its lines: the state, the clocks that run, and when each step was last taken."""

    id: UUID
    kind: Kind
    state: Any
    version: int = 0
    position: int = 0
    running: dict[tuple[str, str], DutyStarted] = field(default_factory=dict[tuple[str, str], DutyStarted])
    lapsed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    lapses: int = 0
    last_step: dict[str, datetime] = field(default_factory=dict[str, datetime])
    began_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asks to be recorded. `person` None is the system itself, acting by `rule`.

    `office` and `role`: the standing to act under, for somebody who has several.
    """

    file_id: UUID
    command: Any
    command_id: UUID
    at: datetime
    person: UUID | None = None
    rule: str | None = None
    office: UUID | None = None
    role: Role | None = None
    occurred_at: datetime | None = None
    reason: str | None = None
    late_reason: str | None = None
    expected_version: int | None = None
    attachments: tuple[Attachment, ...] = ()
    correlation_id: UUID | None = None
    causation_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What `decide` may look at besides the state: time, the actor's standing, the register, related files."""

    at: datetime
    occurred_at: datetime
    by: Standing
    register: Register
    file: File
    related: Mapping[UUID, File]
    request: Request

    @property
    def file_id(self) -> UUID:
        """The file the act is recorded on."""
        return self.file.id

    def other(self, file_id: UUID | None, kind: Kind) -> File | None:
        """A file that the act reads, when it is of the kind: a file named by its id may be anything."""
        file = self.related.get(file_id) if file_id is not None else None
        return file if file is not None and file.kind is kind else None

    def private(self, text: str | None) -> Personal | None:
        """A free text of this file, to be sealed under the file's own key; None when nothing was said."""
        return narrative(self.file.id, text.strip()) if text and text.strip() else None

    def text(self, text: str) -> Personal:
        """A free text of this file that `decide` has already found to say something."""
        return narrative(self.file.id, text.strip())


def apply(file: File, action: Action[Any, Any, Any], line: Line) -> None:
    """Add one line to a folded file. Total: what a line says is taken as it stands."""
    file.state = action.evolve(file.state, line.event, line)
    file.version = line.version
    file.position = line.position or file.position
    file.began_at = file.began_at or line.occurred_at
    file.last_step[line.stored_as] = max(line.occurred_at, file.last_step.get(line.stored_as, line.occurred_at))
    for started in line.starts:
        file.running[started.code, started.ref] = started
        file.lapsed.discard((started.code, started.ref))
    for ended in line.ends:
        if ended.how is How.LAPSED:
            file.lapsed.add((ended.code, ended.ref))
            file.lapses += 1
        else:
            file.running.pop((ended.code, ended.ref), None)
            file.lapsed.discard((ended.code, ended.ref))


def fold(
    file_id: UUID, kind: FileKind[Any], actions: Mapping[str, Action[Any, Any, Any]], lines: Iterable[Line]
) -> File:
    """The file that `lines` (in order of version) make. `actions` is the catalogue by stored name."""
    file = File(file_id, kind.kind, kind.empty())
    for line in lines:
        apply(file, actions[line.stored_as], line)
    return file


def history(
    file_id: UUID, kind: FileKind[Any], actions: Mapping[str, Action[Any, Any, Any]], lines: Sequence[Line]
) -> Iterator[tuple[Line, Any, Any]]:
    """Each line with the state before and after it, for diff and blame."""
    file = File(file_id, kind.kind, kind.empty())
    for line in lines:
        before = file.state
        apply(file, actions[line.stored_as], line)
        yield line, before, file.state
