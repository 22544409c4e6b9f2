"""The book in which the register's requests are gathered before they are told in order of time."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any, NamedTuple
from uuid import UUID

from domain.office.appoint_acting import AppointActing
from domain.office.appoint_holder import AppointHolder
from domain.office.end_office import EndOffice
from domain.office.establish_office import EstablishOffice
from domain.record.units import midnight
from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.establish_unit import EstablishUnit
from server.seed.people import Person, people
from server.seed.places import Place

CAME_LATE = "Quyết định được chuyển đến muộn."
"""Why what people enter is told late, where it is."""


class Ask(NamedTuple):
    """One request: when it is made, on which file, the command, and who asks (None: the system, by RULE)."""

    at: datetime
    file_id: UUID
    command: Any
    by: UUID | None


class Gathered:
    """Requests, who holds which office by now, and the draws; the same from every run."""

    def __init__(self, seed: str) -> None:
        self.asks: list[Ask] = []
        self.holders: dict[UUID, Person] = {}
        self.offices: dict[UUID, list[UUID]] = {}
        self.draw = random.Random(seed)  # noqa: S311
        self.newcomers = people(seed)
        self.recorder: Person | None = None
        self._numbers = count(1)

    def ask(self, at: datetime, file_id: UUID, command: Any, by: Person | None = None) -> None:
        """Note a request; those of one instant are told in the order they were noted."""
        self.asks.append(Ask(at, file_id, command, by.id if by else None))

    def decision_no(self, at: datetime, body: str) -> str:
        """The number of the next decision of a body."""
        return f"{next(self._numbers)}/{at.year}/QĐ-{body}"

    def establish(self, place: Place, parent: UnitRef | None, at: datetime) -> None:
        command = EstablishUnit(
            code=place.ref.code,
            name=place.ref.name,
            level=place.level,
            form=place.form,
            parent=parent.id if parent else None,
            since=place.since,
        )
        self.ask(at, place.ref.id, command)

    def office(self, unit: UnitRef, role: Role, at: datetime, seat: int = 1, since: date | None = None) -> UUID:
        """Establish an office; gives its file."""
        file_id = office_id(unit.id, role, seat)
        self.ask(at, file_id, EstablishOffice(unit=unit, role=role, seat=seat, since=since))
        self.offices.setdefault(unit.id, []).append(file_id)
        return file_id

    def appoint(self, office: UUID, person: Person, at: datetime, since: datetime) -> None:
        """Have the home-affairs officer record a holder; the officer himself is entered by the system."""
        command = AppointHolder(
            person=person.id, name=person.name, since=since, decision_no=self.decision_no(since, "UBND")
        )
        self.ask(at, office, command, self.recorder)
        self.holders[office] = person

    def put_in_charge(self, office: UUID, person: Person, at: datetime, until: datetime, by: Person) -> None:
        command = AppointActing(
            person=person.id,
            name=person.name,
            since=at,
            until=until,
            decision_no=self.decision_no(at, "UBND"),
        )
        self.ask(at, office, command, by)
        self.holders[office] = person

    def close_offices(self, unit: UnitRef, on: date, resolution_no: str) -> None:
        """End what offices a unit that ends that day had."""
        for office in self.offices.pop(unit.id, []):
            self.ask(midnight(on), office, EndOffice(on=on, decision_no=resolution_no))

    def years_before(self, at: datetime) -> datetime:
        """Some morning in the four years before."""
        return at - timedelta(days=self.draw.randrange(30, 1400)) + timedelta(hours=8)
