"""What a viewer may see of tables and of files: rows by unit, files by the reading table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from domain.catalogue import kinds_that_are
from domain.record.file import File
from domain.record.file_kind import FileKind, Openness, Scope, stands_as
from domain.record.reading import Visibility, rows_for, sees, sees_everywhere
from domain.record.register import Register
from server.schema.base.context import Context

GUARDED_KINDS = kinds_that_are(Openness.GUARDED)
HELD_KINDS = kinds_that_are(Openness.OWN_UNIT, Openness.OPEN)
_known: WeakKeyDictionary[Register, tuple[int, dict[frozenset[UUID], tuple[UUID, ...]]]] = WeakKeyDictionary()
"""The answers of `with_predecessors`, as long as the register stays as it is."""


@dataclass(frozen=True, slots=True)
class RowScope:
    """Which rows a viewer may see. `units` None: those of every unit; else rows whose matter or actor is one of them.

    `held`: units of which only rows of `HELD_KINDS` can be seen, by a post that has to do with single kinds alone.
    `readings`: also who read what is personal and who was refused.
    """

    units: tuple[UUID, ...] | None
    held: tuple[UUID, ...]
    readings: bool

    @property
    def own(self) -> tuple[UUID, ...] | None:
        """All units of which there are rows to see; None: of every unit."""
        return None if self.units is None else tuple(dict.fromkeys((*self.units, *self.held)))

    @property
    def nothing(self) -> bool:
        """Whether there is no row that the viewer may see."""
        return self.own == ()


def row_scope(context: Context, what: Visibility = Visibility.LINES) -> RowScope:
    """The one place where rows are scoped: by the viewer's offices now, and the reading table.

    A row does not say who holds a report now, so by `held` a line can be seen but no text can be searched.
    """
    standings = context.standings()
    readings = sees_everywhere(standings, Visibility.READINGS)
    if sees_everywhere(standings, what):
        return RowScope(None, (), readings)
    units, held = set[UUID](), set[UUID]()
    for standing, row in rows_for(standings, what):
        if standing.office is not None and row.kind is None:
            units.add(standing.office.unit.id)
        elif standing.office is not None and what is Visibility.LINES:
            held.add(standing.office.unit.id)
    register = context.services.register_cache.register
    whole, reports = (with_predecessors(register, frozenset(each)) for each in (units, held - units))
    return RowScope(whole, reports, readings)


def ways_to(context: Context, kind: FileKind[Any]) -> list[str] | None:
    """How a file of the kind must stand to a unit, one way or another, to be open to the viewer; None: any is."""
    standings = context.standings()
    if kind.openness is Openness.OPEN and standings:
        return None
    rows = [(s, row) for s, row in rows_for(standings, Visibility.LINES) if row.kind in (None, kind.name)]
    if any(Scope.ANY in row.scopes for _, row in rows):
        return None
    held = {(scope, s.office.unit.id) for s, row in rows if s.office is not None for scope in row.scopes}
    register, now = context.services.register_cache.register, context.services.now()
    return [stands_as(scope, unit) for scope, own in sorted(held) for unit in _stood_for(register, scope, own, now)]


def _stood_for(register: Register, scope: Scope, own: UUID, now: datetime) -> Iterator[UUID]:
    """The units that a file may name, for the own one to stand so to it now: those whose place it has taken, too."""
    below = register.subtree(own, now) - {own} if scope is Scope.ABOVE else frozenset((own,))
    for unit in with_predecessors(register, below):
        if unit in below or register.living(unit, now) & below:
            yield unit


def with_predecessors(register: Register, units: frozenset[UUID]) -> tuple[UUID, ...]:
    """The units and all whose place they took, step by step: their rows are the successor's to answer for."""
    position, answers = _known.get(register, (-1, {}))
    if position != register.position:
        answers = dict[frozenset[UUID], tuple[UUID, ...]]()
        _known[register] = register.position, answers
    if units not in answers:
        found: dict[UUID, None] = {}
        waiting = sorted(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found[unit] = None
                waiting.extend(register.predecessors(unit))
        answers[units] = tuple(found)
    return answers[units]


def may_see(context: Context, file: File, what: Visibility = Visibility.LINES) -> bool:
    """Whether the viewer may see `what` of a file. The lines of an open one are for everybody who holds an office."""
    register, now = context.services.register_cache.register, context.services.now()
    if file.kind.openness is Openness.OPEN and what is Visibility.LINES:
        return bool(context.standings())
    where = file.kind.where(file.state, None)
    return sees(context.standings(), what, file.kind.name, where, register, now) is not None
