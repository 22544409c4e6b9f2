"""The dated register of units and offices: the only source of authority.

Folded from the lines of unit and office files. Every question takes an instant and answers as of it: who held
this office, which offices does this person hold, which units succeed this one, what lies above it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.office.state import Office, Tenure, person_of
from domain.record.vocabulary import OfficeRef, Role, UnitRef, office_id
from domain.unit.heads import HEADS, TERRITORY
from domain.unit.state import Level, Successor, Unit

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An office under which somebody can act. `capacity`: holder, acting, delegate or system."""

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
        """Every office under which the person may act at the instant; the system acts by `rule`."""
        if person is None:
            system = Standing(person=None, name="Hệ thống", role=Role.SYSTEM, office=None, capacity="system", rule=rule)
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
        """What was handed to the office held. `own` is never itself a delegation: nothing is handed on."""
        held = own.office.id if own.office else None
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
            for giver in (self._offices_alive(self._delegated_to[held], at) if held else ())
            for d in giver.delegations
            if giver.ref is not None and d.to_office.id == held and d.since <= at < d.until
        ]

    def _offices_alive(self, ids: set[UUID], at: datetime) -> list[Office]:
        offices = (self.offices[i] for i in sorted(ids))
        return [o for o in offices if self._alive(o, at)]

    def _alive(self, office: Office, at: datetime) -> bool:
        """An office lives no longer than its unit: when the unit has ended nobody has authority from it."""
        return office.ref is not None and (
            within(office.since, office.until, at) and self.exists(office.ref.unit.id, at)
        )

    def holder(self, office: UUID, at: datetime) -> Tenure | None:
        """Who held the office at the instant; None: vacant, unknown, or office or unit not there."""
        known = self.offices.get(office)
        return known.holder(at) if known and self._alive(known, at) else None

    def exists(self, unit: UUID, at: datetime) -> bool:
        """Whether the unit is in the register and exists at the instant."""
        known = self.units.get(unit)
        return known is not None and known.ref is not None and within(known.since, known.until, at)

    def is_commune(self, unit: UnitRef | None, at: datetime) -> bool:
        """Whether the unit is a commune at the instant: only a commune has a Chair who answers for a child."""
        return unit is not None and self.exists(unit.id, at) and self.units[unit.id].level is Level.COMMUNE

    def level_of(self, unit: UnitRef) -> Level | None:
        """The level of the unit; None where the register does not know it."""
        known = self.units.get(unit.id)
        return known.level if known else None

    def same(self, one: UnitRef, other: UnitRef, at: datetime) -> bool:
        """Whether the same unit stands for both at the instant."""
        return self.one_in_place_of(one, at).id == self.one_in_place_of(other, at).id

    def unit_at(self, code: str, at: datetime) -> UnitRef | None:
        """The unit that bore the code at the instant; the newer one while a reform is being entered."""
        bearing = [self.units[i] for i in self._codes.get(code, ()) if self.exists(i, at)]
        return max(bearing, key=lambda unit: unit.since or date.min).ref if bearing else None

    def successors(self, unit: UUID) -> tuple[Successor, ...]:
        """The units that directly took over, wholly or in part; none while it lives or when it just ended."""
        known = self.units.get(unit)
        return known.successors if known else ()

    def predecessors(self, unit: UUID) -> tuple[UUID, ...]:
        """The units of which this one directly took over all or a part, in the order of entry."""
        return tuple(i for i, known in self.units.items() if any(s.unit.id == unit for s in known.successors))

    def living(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The units that stand for `unit` at the instant: itself, or all that succeeded it, step by step."""
        return frozenset(i for i, known in self._gone_to(unit, at) if known.until is None or at < midnight(known.until))

    def heirs(self, unit: UUID) -> frozenset[UUID]:
        """The unit and every unit that ever is to take over from it, step by step."""
        return frozenset(i for i, _ in self._gone_to(unit, None))

    def _gone_to(self, unit: UUID, at: datetime | None) -> Iterator[tuple[UUID, Unit]]:
        """The unit, then those that took over up to the instant; each once, even where entries run in a circle."""
        waiting, seen = [unit], set[UUID]()
        while waiting:
            each = waiting.pop()
            known = self.units.get(each)
            if known is None or each in seen:
                continue
            seen.add(each)
            yield each, known
            if at is None or (known.until is not None and midnight(known.until) <= at):
                waiting.extend(s.unit.id for s in known.successors)

    def ancestors(self, unit: UUID, at: datetime) -> tuple[UUID, ...]:
        """The unit itself and every unit above it at the instant, lowest first.

        A unit that has ended lies below those that stand for it, so that its matters are found under them.
        """
        path: dict[UUID, None] = {}
        self._climb(unit, at, path)
        return tuple(path)

    def _climb(self, unit: UUID, at: datetime, path: dict[UUID, None]) -> None:
        if unit in path:
            return
        path[unit] = None
        known = self.units.get(unit)
        if known is None:
            return
        ended = known.until is not None and midnight(known.until) <= at
        above = unit if ended else known.parent
        for ref in self.in_place_of(above, at) if above else ():
            self._climb(ref.id, at, path)

    def oversees(self, own: UUID, unit: UUID, at: datetime) -> bool:
        """Whether `own` is the unit, lies above it, or is a body (department ...) of one that does."""
        path = self.ancestors(unit, at)
        known = self.units.get(own)
        body_of = known.parent if known and known.level not in TERRITORY else None
        return own in path or (body_of is not None and any(seat in path for seat in self.living(body_of, at)))

    def in_place_of(self, unit: UUID, at: datetime) -> tuple[UnitRef, ...]:
        """The units that stand for `unit` at the instant, by code; where none succeeded it, those of its parent."""
        above: dict[UUID, None] = {}
        while unit not in above:
            above[unit] = None
            refs = [self.units[i].ref for i in self.living(unit, at)]
            if refs:
                return tuple(sorted((ref for ref in refs if ref is not None), key=lambda ref: ref.code))
            known = self.units.get(unit)
            unit = known.parent if known and known.parent else unit
        return ()

    def one_in_place_of(self, unit: UnitRef, at: datetime) -> UnitRef:
        """The one unit that answers for `unit` at the instant: where it was split, the first by code."""
        return next(iter(self.in_place_of(unit.id, at)), unit)

    def answerable(self, unit: UnitRef, role: Role, at: datetime) -> OfficeRef:
        """The office that answers for `role` in the unit that stands for `unit` at the instant."""
        then = self.one_in_place_of(unit, at)
        return OfficeRef(id=office_id(then.id, role), role=role, unit=then)

    def head_of(self, unit: UnitRef, at: datetime) -> OfficeRef:
        """The office of the unit's head at the instant, by the level of the unit that stands for it."""
        role = HEADS.get(self.level_of(self.one_in_place_of(unit, at)), Role.DEPARTMENT_DIRECTOR)
        return self.answerable(unit, role, at)

    def guide_of(self, unit: UnitRef, at: datetime) -> OfficeRef:
        """The head of the body whose child officer guides the unit; of the city, or of the unit, where none does."""
        guides = sorted(
            (office.ref.unit.code, office.ref.unit)
            for office in self._offices_alive(set(self.offices), at)
            if office.ref is not None
            and office.ref.role is Role.HEALTH_DEPARTMENT_OFFICER
            and self.oversees(office.ref.unit.id, unit.id, at)
        )
        return self.head_of(guides[0][1] if guides else self.city(at) or unit, at)

    def offices_of(self, unit: UUID, at: datetime) -> list[Office]:
        """The offices of the unit that exist at the instant."""
        return self._offices_alive(self._offices_of[unit], at)

    def subtree(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The unit and every unit below it that existed at the instant."""
        return frozenset(i for i in self.units if self.exists(i, at) and unit in self.ancestors(i, at))

    def city(self, at: datetime) -> UnitRef | None:
        """The province-level unit under which the communes stand at the instant; the last by code."""
        provinces = [
            known.ref
            for i, known in self.units.items()
            if known.level is Level.PROVINCE and known.ref is not None and self.exists(i, at)
        ]
        return max(provinces, key=lambda ref: ref.code, default=None)


@lru_cache(maxsize=4096)
def midnight(day: date) -> datetime:
    """The first instant of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=HANOI)


def within(since: date | None, until: date | None, at: datetime) -> bool:
    """Whether [since, until), days in Việt Nam, holds the instant."""
    return (since is None or midnight(since) <= at) and (until is None or at < midnight(until))
