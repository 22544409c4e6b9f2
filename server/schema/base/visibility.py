"""What a viewer may see of tables and of files: rows by unit, files by the reading table."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID
from weakref import WeakKeyDictionary

from domain.catalogue import kinds_that_are
from domain.record.file import File
from domain.record.file_kind import Openness, Scope
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


def units_by_scope(context: Context, what: Visibility = Visibility.LINES) -> dict[Scope, tuple[UUID, ...]]:
    """For each way in which a file can stand to a unit: the viewer's own units that count that way."""
    found: dict[Scope, set[UUID]] = {}
    for standing, row in rows_for(context.standings(), what):
        if standing.office is not None:
            for scope in row.scopes:
                found.setdefault(scope, set()).add(standing.office.unit.id)
    register = context.services.register_cache.register
    return {scope: with_predecessors(register, frozenset(units)) for scope, units in found.items()}


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
