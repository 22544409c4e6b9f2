"""The dated register of units and offices: the only source of authority.

Folded from the lines of unit and office files. Every question takes an instant and answers as of it: who held
this office, which offices does this person hold, which units succeed this one, what lies above it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.office.state import Delegation, Office, Tenure, person_of
from domain.record.units import Units, midnight, within
from domain.record.vocabulary import OfficeRef, Role, UnitRef, office_id
from domain.unit.heads import HEADS


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An office under which somebody can act. `capacity`: holder, acting, delegate or system.

    `power`: the office that gave the delegation, for a delegate, `given_by` the person who signed it.
    """

    person: UUID | None
    name: str
    role: Role
    office: OfficeRef | None
    capacity: str
    delegation: str | None = None
    power: OfficeRef | None = None
    given_by: UUID | None = None
    acts: tuple[str, ...] = ()
    rule: str | None = None

    def covers(self, stored_as: str) -> bool:
        """Whether the standing reaches to this act: a delegation may name the acts it is for."""
        return not self.acts or stored_as in self.acts


class Register(Units):
    """Units and offices as the record knows them up to `position`."""

    def __init__(self) -> None:
        super().__init__()
        self.position = 0
        self.offices: dict[UUID, Office] = {}
        self._offices_of: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self._tenures_of: defaultdict[UUID, set[UUID]] = defaultdict(set)
        self._delegated_to: defaultdict[UUID, set[UUID]] = defaultdict(set)

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
                office=self.called(office.ref, at),
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
                power=self.called(giver.ref, at),
                given_by=d.given_by,
                acts=d.acts,
            )
            for giver in (self._offices_alive(self._delegated_to[held], at) if held else ())
            for d in giver.handed_on(at)
            if giver.ref is not None and d.to_office.id == held
        ]

    def _offices_alive(self, ids: set[UUID], at: datetime) -> list[Office]:
        offices = (self.offices[i] for i in sorted(ids))
        return [o for o in offices if self._alive(o, at)]

    def _alive(self, office: Office, at: datetime) -> bool:
        """An office lives no longer than its unit: when the unit has ended nobody has authority from it."""
        return office.ref is not None and (
            within(office.since, office.until, at) and self.exists(office.ref.unit.id, at)
        )

    def called(self, office: OfficeRef, at: datetime) -> OfficeRef:
        """The office with its unit as that is called at the instant."""
        return replace(office, unit=self.named(office.unit, at))

    def holder(self, office: UUID, at: datetime) -> Tenure | None:
        """Who held the office at the instant; None: vacant, unknown, or office or unit not there."""
        known = self.offices.get(office)
        return known.holder(at) if known and self._alive(known, at) else None

    def tenures_of(self, person: UUID) -> tuple[Tenure, ...]:
        """Every holding of any office by the person that was ever recorded."""
        offices = (self.offices[i] for i in sorted(self._tenures_of.get(person, ())))
        return tuple(t for office in offices for t in office.tenures if t.person == person)

    def changes_of(self, office: UUID) -> tuple[datetime, ...]:
        """The instants at which the office, or somebody's holding of it, begins and ends."""
        known = self.offices.get(office)
        if known is None:
            return ()
        days = (midnight(day) for day in (known.since, known.until) if day is not None)
        return (*days, *(turn for t in known.tenures for turn in (t.since, t.until) if turn is not None))

    def delegations_of(self, office: UUID, at: datetime) -> tuple[Delegation, ...]:
        """By what power passes from the office at the instant."""
        known = self.offices.get(office)
        return known.handed_on(at) if known else ()

    def known_offices_of(self, unit: UUID) -> frozenset[UUID]:
        """Every office that the unit ever had."""
        return frozenset(self._offices_of.get(unit, ()))

    def answerable(self, unit: UnitRef, role: Role, at: datetime) -> OfficeRef:
        """The office that answers for `role` in the unit that stands for `unit` at the instant."""
        then = self.one_in_place_of(unit, at)
        return OfficeRef(id=office_id(then.id, role), role=role, unit=then)

    def head_of(self, unit: UnitRef, at: datetime, took_it: OfficeRef | None = None) -> OfficeRef:
        """The office of the unit's head at the instant, by the level of the unit that stands for it.

        `took_it`: the office that took the matter; it answers itself where all in the unit are of one rank.
        """
        role = HEADS.get(self.level_of(self.one_in_place_of(unit, at)), Role.DEPARTMENT_DIRECTOR)
        head = self.answerable(unit, role, at)
        itself = took_it is not None and (took_it.unit.id, took_it.role) == (head.unit.id, role)
        return self.called(took_it, at) if took_it is not None and itself else head

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


def level_above(unit: UnitRef, answered: OfficeRef, register: Register, at: datetime) -> OfficeRef | None:
    """Above a commune the department that guides the unit, above any other body the city, above the city nobody."""
    city = register.city(at)
    top = register.head_of(city, at) if city is not None else None
    if answered.role is Role.COMMUNE_CHAIR:
        return register.guide_of(unit, at)
    return top if top != answered else None
