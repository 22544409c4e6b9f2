"""A file as its lines make it, what somebody asks to be recorded on it, and what an act may look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.record.file_kind import FileKind
from domain.record.line import DutyOutcome, DutyStarted, Line
from domain.record.personal import Personal, narrative
from domain.record.refusal import present
from domain.record.register import Register, Standing
from domain.record.vocabulary import Attachment, OfficeRef, Role, UnitRef


@dataclass(frozen=True, slots=True)
class InHands:
    """Which unit had a file from an instant on, and to which it was sent that had not yet taken it.

    `office`: by which the unit took it; None: somebody else said that it has it.
    """

    since: datetime
    unit: UnitRef
    sent_to: UnitRef | None = None
    office: OfficeRef | None = None


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A lapse on the file, for good: of which duty, due when, and who answered for it."""

    code: str
    ref: str
    due_at: datetime
    answers: OfficeRef | None
    holder: UUID | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register as it is read now, and what it does to the state."""

    evolve: Callable[[Any, Any, Line], Any]
    line: Line


@dataclass(slots=True)
class File:
    """A file folded from its lines: the state, the clocks that run, and when each step was last taken.

    `begun`: every clock that ever ran, as it was last set going. `ended`: by which line, and how, those ended that do
    not run. `lapsed`: the running ones of which a lapse is recorded; `lapses`: every lapse there ever was. `hands`: who
    had the file, from when on. `told_at`: when its last line was recorded, whatever time that claims. `subjects`: for
    whom its lines seal something, whatever the state still tells of them. `offices`: by act and person, in which office
    the person last did it. `last_step`: when each act was last done, on the file and of each matter.
    `entries`: of a file that enters the register, its lines as they are read now.
    """

    id: UUID
    kind: FileKind[Any]
    state: Any
    version: int = 0
    position: int = 0
    running: dict[tuple[str, str], DutyStarted] = field(default_factory=dict[tuple[str, str], DutyStarted])
    begun: dict[tuple[str, str], DutyStarted] = field(default_factory=dict[tuple[str, str], DutyStarted])
    lapsed: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    ended: dict[tuple[str, str], tuple[int, DutyOutcome]] = field(
        default_factory=dict[tuple[str, str], tuple[int, DutyOutcome]]
    )
    lapses: list[Lapsed] = field(default_factory=list[Lapsed])
    hands: list[InHands] = field(default_factory=list[InHands])
    offices: dict[tuple[str, UUID], UUID] = field(default_factory=dict[tuple[str, UUID], UUID])
    last_step: dict[tuple[str, str], datetime] = field(default_factory=dict[tuple[str, str], datetime])
    began_at: datetime | None = None
    told_at: datetime | None = None
    subjects: set[UUID] = field(default_factory=set[UUID])
    entries: list[Entry] = field(default_factory=list[Entry])

    @classmethod
    def blank(cls, file_id: UUID, kind: FileKind[Any]) -> File:
        """A file of the kind on which nothing is recorded yet."""
        return cls(file_id, kind, kind.empty())


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
class DecisionContext:
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

    @property
    def own_unit(self) -> UnitRef:
        """The unit that the actor acts for; the system acts for none, and does no act that asks for it."""
        return present(self.by.office).unit

    def other(self, file_id: UUID | None, kind: str) -> File | None:
        """A file that the act reads, when it is of the kind: a file named by its id may be anything."""
        file = self.related.get(file_id) if file_id is not None else None
        return file if file is not None and file.kind.name == kind else None

    def private(self, text: str | None) -> Personal | None:
        """A free text of this file, to be sealed under the file's own key; None when nothing was said."""
        return narrative(self.file.id, text.strip()) if text and text.strip() else None

    def text(self, text: str) -> Personal:
        """A free text of this file that `decide` has already found to say something."""
        return narrative(self.file.id, text.strip())
