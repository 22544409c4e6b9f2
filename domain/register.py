"""The dated register of units and offices: the only source of authority.

Folded from the lines of unit and office files. Every question takes an instant and answers as of it: who held this
office, which offices does this person hold, which units succeed this one, what lies above it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.office.state import Office, OfficePhase, Tenure, person_of
from domain.unit.state import Level, Unit, UnitPhase
from domain.words import OfficeRef, Role, UnitRef, office_id

HEADS: dict[Level | None, Role] = {
    Level.PROVINCE: Role.CITY_CHAIR,
    Level.COMMUNE: Role.COMMUNE_CHAIR,
    Level.POLICE: Role.COMMUNE_POLICE_HEAD,
    Level.INSPECTORATE: Role.CHIEF_INSPECTOR,
    Level.PROVIDER: Role.PROVIDER_HEAD,
    Level.FRONT: Role.FRONT_MEMBER,
    Level.HOTLINE: Role.HOTLINE_OPERATOR,
}
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An office under which somebody can act at an instant. `capacity`: holder, acting, delegate or system."""

    person: UUID | None
    name: str
    role: Role
    office: OfficeRef | None
    capacity: str
    delegation: str | None = None
    acts: tuple[str, ...] = ()
    rule: str | None = None

    def covers(self, stored_as: str) -> bool:
        """Whether the standing reaches to this act: a delegation may name the acts it is for."""
        return not self.acts or stored_as in self.acts


class Register:
    """Units and offices as the record knows them up to `position`."""

    def __init__(self) -> None:
        self.position = 0
        self.units: dict[UUID, Unit] = {}
        self.offices: dict[UUID, Office] = {}
        self._codes: defaultdict[str, list[UUID]] = defaultdict(list)
        self._offices_of: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self._tenures_of: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self._delegated_to: defaultdict[UUID, set[UUID]] = defaultdict(set)

    def put_unit(self, unit_id: UUID, unit: Unit) -> None:
        """Take the unit as its file now says it is."""
        if unit_id not in self.units and unit.ref is not None:
            self._codes[unit.ref.code].append(unit_id)
        self.units[unit_id] = unit

    def put_office(self, office_id: UUID, office: Office) -> None:
        """Take the office as its file now says it is."""
        self.offices[office_id] = office
        if office.ref is not None:
            self._offices_of[office.ref.unit.id].add(office_id)
        for tenure in office.tenures:
            self._tenures_of[tenure.person].add(office_id)
        for delegation in office.delegations:
            self._delegated_to[delegation.to_office.id].add(office_id)

    def standings(self, person: UUID | None, at: datetime, rule: str | None = None) -> tuple[Standing, ...]:
        """Every office under which the person may act at the instant; the system's own standing for `rule`."""
        if person is None:
            system = Standing(
                person=None, name="Hệ thống", role=Role.SYSTEM, office=None, capacity="system", rule=rule
            )
            return (system,) if rule else ()
        own = [
            Standing(
                person=person,
                name=tenure.name,
                role=office.ref.role,
                office=office.ref,
                capacity="acting" if tenure.acting else "holder",
            )
            for office in self._offices_alive(self._tenures_of[person], at)
            if office.ref is not None and (tenure := person_of(office, person, at)) is not None
        ]
        return (*own, *(d for standing in own for d in self._delegated(standing, at)))

    def _delegated(self, own: Standing, at: datetime) -> list[Standing]:
        if own.office is None:
            return []
        return [
            Standing(
                person=own.person,
                name=own.name,
                role=giver.ref.role,
                office=own.office,
                capacity="delegate",
                delegation=d.document_no,
                acts=d.acts,
            )
            for giver in self._offices_alive(self._delegated_to[own.office.id], at)
            for d in giver.delegations
            if giver.ref is not None and d.to_office.id == own.office.id and d.since <= at < d.until
        ]

    def _offices_alive(self, ids: set[UUID], at: datetime) -> list[Office]:
        offices = (self.offices[i] for i in sorted(ids))
        return [o for o in offices if o.phase is not OfficePhase.UNKNOWN and within(o.since, o.until, at)]

    def holder(self, office: UUID, at: datetime) -> Tenure | None:
        """Who held the office at the instant; None: vacant or unknown."""
        known = self.offices.get(office)
        return known.holder(at) if known else None

    def unit_at(self, code: str, at: datetime) -> UnitRef | None:
        """The unit that bore the code at the instant."""
        for unit_id in self._codes.get(code, ()):
            unit = self.units[unit_id]
            if unit.ref is not None and within(unit.since, unit.until, at):
                return unit.ref
        return None

    def living(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The units that stand for `unit` at the instant: itself, or all that succeeded it, step by step."""
        known = self.units.get(unit)
        if known is None:
            return frozenset()
        if known.until is None or at < midnight(known.until):
            return frozenset((unit,))
        return frozenset(living for s in known.successors for living in self.living(s.unit.id, at))

    def ancestors(self, unit: UUID, at: datetime) -> tuple[UUID, ...]:
        """The unit itself and every unit above it at the instant, lowest first."""
        path: list[UUID] = []
        current: UUID | None = unit
        while current is not None and current not in path:
            path.append(current)
            known = self.units.get(current)
            current = known.parent if known else None
        return tuple(path)

    def answerable(self, unit: UnitRef, role: Role, at: datetime) -> OfficeRef:
        """The office that answers for `role` in the unit at the instant, in its successor when the unit has ended.

        Where a unit was split among several, the first by code answers until the lead is transferred.
        """
        living = sorted(
            (ref for i in self.living(unit.id, at) if (ref := self.units[i].ref) is not None),
            key=lambda r: r.code,
        )
        then = living[0] if living else unit
        return OfficeRef(id=office_id(then.id, role), role=role, unit=then)

    def head_of(self, unit: UnitRef, at: datetime) -> OfficeRef:
        """The office of the unit's head at the instant, by the unit's level."""
        living = sorted(self.living(unit.id, at)) or [unit.id]
        level = self.units[living[0]].level if living[0] in self.units else None
        return self.answerable(unit, HEADS.get(level, Role.DEPARTMENT_DIRECTOR), at)

    def offices_of(self, unit: UUID, at: datetime) -> list[Office]:
        """The offices of the unit that exist at the instant."""
        return self._offices_alive(self._offices_of[unit], at)

    def subtree(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The unit and every unit below it that existed at the instant."""
        return frozenset(
            i
            for i, known in self.units.items()
            if known.phase is not UnitPhase.UNKNOWN
            and within(known.since, known.until, at)
            and unit in self.ancestors(i, at)
        )

    def city(self, at: datetime) -> UnitRef | None:
        """The province-level unit under which the register's communes stand at the instant."""
        for unit in self.units.values():
            if unit.level is Level.PROVINCE and unit.ref is not None and within(unit.since, unit.until, at):
                return unit.ref
        return None


def midnight(day: date) -> datetime:
    """The first instant of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=HANOI)


def within(since: date | None, until: date | None, at: datetime) -> bool:
    """Whether [since, until), days in Việt Nam, holds the instant."""
    return (since is None or midnight(since) <= at) and (until is None or at < midnight(until))
