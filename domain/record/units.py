"""The dated units of the register: which exist, which succeed which, what lies above which, at any instant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date, datetime
from functools import lru_cache
from typing import Self
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.law.calendar import DaySource, WorkingCalendar
from domain.law.holidays import calendar, calendar_with
from domain.law.term import local_day
from domain.record.vocabulary import UnitRef
from domain.unit.heads import TERRITORY
from domain.unit.state import Level, Successor, Unit

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


class Units:
    """Units as the record knows them."""

    def __init__(self) -> None:
        self.units: dict[UUID, Unit] = {}
        self._codes: defaultdict[str, list[UUID]] = defaultdict(list)
        self._days_off: list[Mapping[date, DaySource]] = []
        self.calendar = calendar()
        self._places: tuple[UUID, ...] = ()

    def near(self, *places: UnitRef | None) -> Self:
        """The register as it answers about a matter in these places, the surest first."""
        seen = copy(self)
        seen._places = tuple(place.id for place in places if place is not None)
        return seen

    def put_unit(self, unit_id: UUID, unit: Unit) -> None:
        """Take the unit as its file now says it is."""
        if unit_id not in self.units and unit.ref is not None:
            self._codes[unit.ref.code].append(unit_id)
        before = self.units.get(unit_id)
        if declared := unit.days_off[len(before.days_off) if before else 0 :]:
            self._days_off.extend(each.days for each in declared)
            self.calendar = calendar_with(self._days_off)
        self.units[unit_id] = unit

    def calendar_of(self, version: int) -> WorkingCalendar:
        """The working days as they were known in a version, for what was counted by it."""
        return calendar_with(self._days_off[: version - calendar().version])

    def documents_between(self, first: datetime, last: datetime, after: int) -> tuple[str, ...]:
        """The documents that declared any day between the instants, recorded after that version of the calendar."""
        later = self._days_off[after - calendar().version :]
        days = local_day(first), local_day(last)
        named = (source.notice for each in later for day, source in each.items() if days[0] <= day <= days[1])
        return tuple(dict.fromkeys(named))

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

    def named(self, unit: UnitRef, at: datetime) -> UnitRef:
        """The unit as it is called at the instant; as it was told where the register does not know it."""
        known = self.units.get(unit.id)
        return (known.called(at) if known else None) or unit

    def unit_at(self, code: str, at: datetime) -> UnitRef | None:
        """The unit that bore the code at the instant; the newer one while a reform is being entered."""
        bearing = [self.units[i] for i in self._codes.get(code, ()) if self.exists(i, at)]
        return max(bearing, key=lambda unit: unit.since or date.min).called(at) if bearing else None

    def successors(self, unit: UUID) -> tuple[Successor, ...]:
        """The units that directly took over, wholly or in part; none while it lives or when it just ended."""
        known = self.units.get(unit)
        return known.successors if known else ()

    def predecessors(self, unit: UUID) -> tuple[UUID, ...]:
        """The units of which this one directly took over all or a part, in the order of entry."""
        return tuple(i for i, known in self.units.items() if any(s.unit.id == unit for s in known.successors))

    def living(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The units that stand for `unit` at the instant: itself, or all that succeeded it, step by step."""
        return frozenset(self._living(unit, at))

    def _living(self, unit: UUID, at: datetime) -> Iterator[UUID]:
        """The same, in the order in which the resolutions name them."""
        return (i for i, known in self._gone_to(unit, at) if known.until is None or at < midnight(known.until))

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
                waiting.extend(s.unit.id for s in reversed(known.successors))

    def turns_of(self, unit: UUID) -> tuple[datetime, ...]:
        """The instants at which the unit begins and ends, as far as they are told."""
        known = self.units.get(unit)
        return tuple(midnight(day) for day in (known.since, known.until) if day is not None) if known else ()

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
        """The units that stand for `unit` at the instant, in the order in which the resolutions name them.

        Where none succeeded it, those that stand for its parent.
        """
        above: dict[UUID, None] = {}
        while unit not in above:
            above[unit] = None
            refs = [self.units[i].called(at) for i in self._living(unit, at)]
            if refs:
                return tuple(ref for ref in refs if ref is not None)
            known = self.units.get(unit)
            unit = known.parent if known and known.parent else unit
        return ()

    def one_in_place_of(self, unit: UnitRef, at: datetime) -> UnitRef:
        """The one unit that answers for `unit` at the instant."""
        return next(iter(self.may_stand_for(unit, at)), unit)

    def may_stand_for(self, unit: UnitRef, at: datetime) -> tuple[UnitRef, ...]:
        """Who may answer for `unit` at the instant: where it was split, the successor that holds the matter's place.

        Where no place tells which that is, all of them; until one does, the one named first in the resolution answers
        (project default).
        """
        refs = self.in_place_of(unit.id, at)
        if len(refs) < 2:
            return refs
        held = (tuple(ref for ref in refs if ref.id in self.living(place, at)) for place in self._places)
        return next((told for told in held if len(told) == 1), refs)

    def after(self, code: str, at: datetime) -> tuple[UnitRef, ...]:
        """The units that stand at the instant for the last one that bore the code and has ended."""
        ends = {i: until for i in self._codes.get(code, ()) if (until := self.units[i].until) is not None}
        gone = [i for i, until in ends.items() if midnight(until) <= at]
        return self.in_place_of(max(gone, key=lambda i: ends[i]), at) if gone else ()

    def subtree(self, unit: UUID, at: datetime) -> frozenset[UUID]:
        """The unit and every unit below it that existed at the instant."""
        return frozenset(i for i in self.units if self.exists(i, at) and unit in self.ancestors(i, at))

    def city(self, at: datetime) -> UnitRef | None:
        """The province-level unit under which the communes stand at the instant; the last by code."""
        provinces = [
            ref
            for i, known in self.units.items()
            if known.level is Level.PROVINCE and self.exists(i, at) and (ref := known.called(at)) is not None
        ]
        return max(provinces, key=lambda ref: ref.code, default=None)


@lru_cache(maxsize=4096)
def midnight(day: date) -> datetime:
    """The first instant of the day in Việt Nam."""
    return datetime(day.year, day.month, day.day, tzinfo=HANOI)


def within(since: date | None, until: date | None, at: datetime) -> bool:
    """Whether [since, until), days in Việt Nam, holds the instant."""
    return (since is None or midnight(since) <= at) and (until is None or at < midnight(until))
