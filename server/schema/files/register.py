"""Units and offices as they were at any date, before and after a reform, as the record knew them at any position."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from domain.office import state as office_state
from domain.record.refusal import present
from domain.record.register import Register
from domain.record.units import midnight
from domain.record.vocabulary import Role, UnitRef
from domain.unit import state as unit_state
from domain.unit.state import Level
from server.schema.base.as_of import AsOf
from server.schema.base.common import ROLE_TEXTS, Label, UnitThen, unit_then
from server.schema.base.context import Context
from server.schema.base.ids import global_id, position_of
from server.schema.files.parts import field_of_state, part_of
from server.schema.files.register_types import Office, RegisterRow, Tenure, Unit, UnitLink

MOMENT = timedelta(microseconds=1)


class OfficeRow(RegisterRow):
    """An office at an instant."""

    stands_for = "Office"
    __slots__ = ("_at", "_key", "_office", "_register")

    def __init__(self, register: Register, key: UUID, office: office_state.Office, at: datetime) -> None:
        self._register, self._key, self._office, self._at = register, key, office, at

    def __getattr__(self, name: str) -> Any:
        return field_of_state(Office, name, self._office)

    @property
    def id(self) -> str:
        return global_id("Office", self._key)

    @property
    def role(self) -> Role:
        return cast(Any, self._office.ref).role

    @property
    def label(self) -> Label:
        return ROLE_TEXTS[self.role]

    @property
    def unit(self) -> UnitThen | None:
        return unit_then(self._register.named(self._office.unit, self._at))

    @property
    def holder(self) -> Tenure | None:
        held = self._register.holder(self._key, self._at)
        return part_of(Tenure, held, "tenures") if held else None


class UnitRow(RegisterRow):
    """A unit at an instant; of one that has ended, at its last moment."""

    stands_for = "Unit"
    __slots__ = ("_at", "_key", "_register", "_unit")

    def __init__(self, register: Register, key: UUID, unit: unit_state.Unit, at: datetime) -> None:
        self._register, self._key, self._unit, self._at = register, key, unit, last_moment(unit, at)

    def __getattr__(self, name: str) -> Any:
        return field_of_state(Unit, name, self._unit)

    @property
    def id(self) -> str:
        return global_id("Unit", self._key)

    @property
    def code(self) -> str:
        return cast(Any, self._unit.ref).code

    @property
    def name(self) -> str:
        return present(self._unit.called(self._at)).name

    @property
    def parent(self) -> UnitThen | None:
        above = self._register.units.get(self._unit.parent) if self._unit.parent else None
        return unit_then(above.called(self._at)) if above else None

    @property
    def successors(self) -> list[UnitLink]:
        return [UnitLink(unit=self._link(s.unit), extent=s.extent) for s in self._unit.successors]

    @property
    def predecessors(self) -> list[UnitLink]:
        older = (self._register.units[i] for i in self._register.predecessors(self._key))
        return [
            UnitLink(unit=self._link(present(unit.ref)), extent=s.extent)
            for unit in older
            for s in unit.successors
            if s.unit.id == self._key
        ]

    def _link(self, unit: UnitRef) -> UnitThen:
        return unit_then(self._register.named(unit, self._at))

    @property
    def offices(self) -> list[OfficeRow]:
        offices = self._register.offices_of(self._key, self._at)
        return [OfficeRow(self._register, cast(Any, o.ref).id, o, self._at) for o in offices]


def last_moment(unit: unit_state.Unit, at: datetime) -> datetime:
    """The instant, or the last one of a unit that has ended by then."""
    return min(at, midnight(unit.until) - MOMENT) if unit.until is not None else at


async def register_at(context: Context, moment: AsOf | None) -> tuple[Register, datetime]:
    """The register as the record knew it at the moment, and the instant to ask it about.

    It is open to everybody who holds an office now; to anybody else it is empty.
    """
    register_cache, now = context.services.register_cache, context.services.now()
    await register_cache.catch_up()
    if not context.standings():
        return Register(), now
    if moment is None:
        return register_cache.register, now
    if moment.position is not None:
        return register_cache.as_of(position_of(moment.position.value, "asOf.position")), now
    if moment.recorded_at is not None:
        known_at = cast(Any, moment.recorded_at.value)
        known = [line for line in register_cache.lines if line.recorded_at is not None and line.recorded_at <= known_at]
        return register_cache.as_of(known[-1].position or 0 if known else 0), known_at
    return register_cache.register, cast(Any, moment.occurred_at).value


def unit_row(register: Register, key: UUID | None, at: datetime) -> UnitRow | None:
    """The unit, asked about at the instant; None when the register does not know it."""
    unit = register.units.get(key) if key else None
    return UnitRow(register, key, unit, at) if key and unit and unit.ref else None


def office_row(register: Register, key: UUID, at: datetime) -> OfficeRow | None:
    """The office, asked about at the instant; None when the register does not know it."""
    office = register.offices.get(key)
    return OfficeRow(register, key, office, at) if office and office.ref else None


def units_at(register: Register, at: datetime, parent: UUID | None, levels: Sequence[Level] | None) -> list[UnitRow]:
    """The units that existed at the instant, by code: those of these levels, directly below `parent`."""
    found = [
        UnitRow(register, key, unit, at)
        for key, unit in register.units.items()
        if register.exists(key, at)
        and (levels is None or unit.level in levels)
        and (parent is None or unit.parent == parent)
    ]
    return sorted(found, key=lambda row: (row.code, row.id))
