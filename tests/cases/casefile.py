"""The harness of the specs: people act, time is written, and the file says what it came to.

    story = Story()
    story.lan.at("2026-03-02T08:10").receives(...)

A story runs real commands through `perform`, so a history that could not have happened cannot be assumed.
"""

from __future__ import annotations

from dataclasses import dataclass, field, is_dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID, uuid5

from domain.catalogue import BY_COMMAND, BY_STORED_NAME, KINDS
from domain.office.appoint_holder import AppointHolder
from domain.office.establish_office import EstablishOffice
from domain.record.field import fields_of
from domain.record.file import File, Request
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.perform import perform
from domain.record.refusal import Reason, Refused
from domain.record.refusals import COMMON
from domain.record.register import Register
from domain.record.units import HANOI
from domain.record.vocabulary import BAOVE, Role, UnitRef, office_id, unit_id
from domain.unit.establish_unit import EstablishUnit
from domain.unit.state import Level


def instant(text: str) -> datetime:
    """An instant of Việt Nam: `2026-03-02T08:10`."""
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@dataclass(frozen=True)
class Person:
    """Somebody in a story."""

    name: str

    @cached_property
    def id(self) -> UUID:
        return uuid5(BAOVE, f"person:{self.name}")


@dataclass
class Outcome:
    """What came of one act: the line, or the refusal codes and the inputs at fault."""

    line: Line | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def refusals(self) -> tuple[str, ...]:
        return tuple(reason.code for reason in self.reasons)

    @property
    def paths(self) -> tuple[tuple[str, ...], ...]:
        return tuple(reason.path for reason in self.reasons)


OF_THE_REQUEST = ("reason", "late_reason", "occurred_at", "expected_version", "attachments", "office_id")


def leads(command: type, path: tuple[str, ...]) -> bool:
    """Whether a reason's path leads to an input of the act, through a row to a field of it, or to one of every act."""
    of: Any = command
    rows = False
    if path[:1] and path[0] in OF_THE_REQUEST:
        return True
    for name in path:
        if rows and name.isdecimal():
            rows = False
            continue
        field = next((f for f in fields_of(of) if f.name == name), None) if is_dataclass(of) else None
        if field is None:
            return False
        of, rows = field.of, field.many
    return True


@dataclass
class Story:
    """Files of one story, the register they rest on, and everything that was done."""

    register: Register = field(default_factory=Register)
    files: dict[UUID, File] = field(default_factory=dict[UUID, File])
    lines: list[Line] = field(default_factory=list[Line])
    steps: int = 0
    last: Outcome = field(default_factory=Outcome)

    def file(self, file_id: UUID, kind: str) -> File:
        return self.files.setdefault(file_id, File.blank(file_id, KINDS[kind]))

    def state(self, file_id: UUID) -> Any:
        """The folded state of a file of this story."""
        return self.files[file_id].state

    # -- the ground that a story stands on --------------------

    def unit(
        self, code: str, name: str, level: Level, parent: UnitRef | None = None, since: str | None = None
    ) -> UnitRef:
        """Establish a unit, as the system does when the public list is loaded."""
        day = date.fromisoformat(since) if since else None
        file_id = unit_id(code, since or "")
        command = EstablishUnit(
            code=code, name=name, level=level, form="", parent=parent.id if parent else None, since=day
        )
        self.system(file_id, command, at="2017-07-01T00:00" if not since else f"{since}T00:00")
        return UnitRef(id=file_id, code=code, name=name)

    def office(self, unit: UnitRef, role: Role, holder: str | None = None, *, since: str, seat: int = 1) -> Person:
        """Establish an office and appoint its holder; gives the person."""
        file_id = office_id(unit.id, role, seat)
        if file_id not in self.files:
            self.system(file_id, EstablishOffice(unit=unit, role=role, seat=seat), at=since)
        person = Person(holder or f"{role} {unit.name}")
        if holder:
            self.system(
                file_id,
                AppointHolder(person=person.id, name=holder, since=instant(since), decision_no="QĐ-01"),
                at=since,
            )
        return person

    # -- acting --------------------

    def system(self, file_id: UUID, command: Any, *, at: str, rule: str = "story.1") -> Line:
        """An act of the system that must succeed."""
        return self._must(file_id, command, at=at, person=None, rule=rule)

    def given(self, file_id: UUID, command: Any, *, by: Person, at: str, **more: Any) -> Line:
        """An act that must succeed."""
        return self._must(file_id, command, at=at, person=by.id, **more)

    def when(self, file_id: UUID, command: Any, *, by: Person | None, at: str, **more: Any) -> Story:
        """An act whose outcome the story looks at next."""
        try:
            rule = None if by else "story.1"
            self.last = Outcome(
                line=self._act(file_id, command, at=at, person=by.id if by else None, rule=rule, **more)
            )
        except Refused as refused:
            self.last = Outcome(reasons=refused.reasons)
            unlisted = {
                r.code for r in refused.reasons if r.refusal not in (*BY_COMMAND[type(command)].refuses, *COMMON)
            }
            lost = [r.path for r in refused.reasons if not leads(command.__class__, r.path)]
            assert lost == [], f"{type(command).__name__} has no input at {lost}"
            assert unlisted == set(), f"{type(command).__name__} does not list what it refuses with: {unlisted}"
        return self

    def refused(self, *codes: str) -> Story:
        """The last act was refused for exactly these reasons."""
        assert self.last.line is None, f"recorded, though it should be refused:\n{self.told()}"
        assert sorted(self.last.refusals) == sorted(codes), f"{self.last.refusals} != {codes}\n{self.told()}"
        return self

    def refused_at(self, *paths: tuple[str, ...]) -> Story:
        """The last act was refused at exactly these inputs."""
        assert self.last.line is None, f"recorded, though it should be refused:\n{self.told()}"
        assert self.last.paths == paths, f"{self.last.paths} != {paths}\n{self.told()}"
        return self

    def recorded(self) -> Line:
        """The last act was recorded; gives its line."""
        assert self.last.line is not None, f"refused: {self.last.refusals}\n{self.told()}"
        return self.last.line

    def _must(self, file_id: UUID, command: Any, **more: Any) -> Line:
        try:
            return self._act(file_id, command, **more)
        except Refused as refused:
            raise AssertionError(f"{type(command).__name__} refused: {refused}\n{self.told()}") from None

    def _act(self, file_id: UUID, command: Any, *, at: str, person: UUID | None, **more: Any) -> Line:
        self.steps += 1
        assert type(command) in BY_COMMAND, f"{type(command).__name__} is in no tuple of an acts.py"
        action = BY_COMMAND[type(command)]
        file = self.file(file_id, action.kind) if action.kind else self.files[file_id]
        related = self.looked_at(file, command)
        if isinstance(more.get("occurred_at"), str):
            more["occurred_at"] = instant(more["occurred_at"])
        request = Request(
            file_id=file_id,
            command=command,
            command_id=uuid5(BAOVE, f"story:{self.steps}"),
            at=instant(at),
            person=person,
            **more,
        )
        line = perform(action, file, request, self.register, related)
        self._take(file, line, request.at)
        for follow in action.follows(file.state, line):
            self._must(follow.file_id, follow.command, at=at, person=None, rule=f"follow:{line.stored_as}")
        return line

    def looked_at(self, file: File, command: Any) -> dict[UUID, File]:
        """The files at which the act looks: those that it reads, or all where it decides about a person."""
        action = BY_COMMAND[type(command)]
        if action.about(file.state, command) is not None:
            return {i: each for i, each in self.files.items() if each.version}
        return {i: self.files[i] for i in action.reads(file.id, command) if i in self.files}

    def _take(self, file: File, line: Line, at: datetime) -> None:
        line = replace(line, position=len(self.lines) + 1, recorded_at=at)
        apply(file, BY_STORED_NAME[line.stored_as], line)
        self.lines.append(line)
        if file.kind.enters is not None:
            file.kind.enters(self.register, file.id, file.state)
        self.register.position = len(self.lines)

    # -- looking --------------------

    def running(self, file_id: UUID) -> dict[str, datetime]:
        """The clocks that run on a file: code (and reference) to due instant in Việt Nam."""
        return {
            f"{code}:{ref}" if ref else code: started.due_at.astimezone(HANOI)
            for (code, ref), started in self.files[file_id].running.items()
        }

    def told(self) -> str:
        """The story as the trail would tell it."""
        return "\n".join(
            f"{line.occurred_at.astimezone(HANOI):%Y-%m-%d %H:%M}  {line.by.name:<18} "
            f"{BY_STORED_NAME[line.stored_as].tells.vi}"
            for line in self.lines
            if not line.stored_as.startswith(("unit.", "office."))
        )
