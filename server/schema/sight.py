"""What a viewer may see of tables and of files: rows by unit, files by the reading table."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from domain.action import Scope
from domain.catalogue import KINDS
from domain.reading import READING, Sight, sees, sees_everywhere
from domain.record import File
from domain.register import Register
from server.schema.context import Context

GUARDED_KINDS = ("access", "attempt")
_own: dict[tuple[int, frozenset[UUID]], tuple[UUID, ...]] = {}
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class RowScope:
    """Which rows a viewer may see. `units` None: those of every unit; else rows whose matter or actor is one of
    them. `readings`: also who read what is personal and who was refused."""

    units: tuple[UUID, ...] | None
    readings: bool

    @property
    def nothing(self) -> bool:
        """Whether there is no row that the viewer may see."""
        return self.units == ()


def row_scope(context: Context, what: Sight = Sight.LINES) -> RowScope:
    """The one place where rows are scoped: by the viewer's offices now, and the reading table."""
    standings = context.standings()
    readings = sees_everywhere(standings, Sight.READINGS)
    if sees_everywhere(standings, what):
        return RowScope(None, readings)
    roles = {row.role for row in READING if what in row.sees}
    units = frozenset(s.office.unit.id for s in standings if s.office is not None and s.role in roles)
    return RowScope(with_predecessors(context.services.book.register, units), readings)


def units_by_scope(context: Context, what: Sight = Sight.LINES) -> dict[Scope, tuple[UUID, ...]]:
    """For each way in which a file can stand to a unit: the viewer's own units that count that way."""
    found: dict[Scope, set[UUID]] = {}
    for standing in context.standings():
        for row in READING:
            if standing.office is not None and row.role is standing.role and what in row.sees:
                for scope in row.scopes:
                    found.setdefault(scope, set()).add(standing.office.unit.id)
    register = context.services.book.register
    return {scope: with_predecessors(register, frozenset(units)) for scope, units in found.items()}


def with_predecessors(register: Register, units: frozenset[UUID]) -> tuple[UUID, ...]:
    """The units and all whose place they took, step by step: their rows are the successor's to answer for."""
    known = _own.get((register.position, units))
    if known is None:
        found: dict[UUID, None] = {}
        waiting = sorted(units)
        while waiting:
            unit = waiting.pop()
            if unit not in found:
                found[unit] = None
                waiting.extend(register.predecessors(unit))
        if len(_own) >= REMEMBERED:
            _own.clear()
        known = _own[register.position, units] = tuple(found)
    return known


def may_see(context: Context, file: File, what: Sight = Sight.LINES) -> bool:
    """Whether the viewer may see `what` of a file. The register itself is open to everybody who holds an office."""
    register, now = context.services.book.register, context.services.now()
    if file.kind.value in ("unit", "office"):
        return bool(context.standings())
    return sees(context.standings(), what, KINDS[file.kind].where(file.state, None), register, now) is not None
