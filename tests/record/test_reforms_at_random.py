"""Wards that merge, split and end on any day, told in any order, and Chairs that come and go: what must hold of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.record.register import Register
from domain.record.units import midnight
from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.end_unit import EndUnit
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, Story

WARDS = 5
ACTS = 14
FIRST = date(2026, 3, 1)
MOMENT = timedelta(microseconds=1)


class Reforms:
    """One random history of a few wards and who chairs them."""

    def __init__(self, seed: str) -> None:
        self.dice, self.story = random.Random(seed), Story()  # noqa: S311
        city = self.story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        names = [f"Phường {n}" for n in range(1, WARDS + 1)]
        self.wards = [
            self.story.unit(f"113{n:02}", name, Level.COMMUNE, city, since="2025-07-01") for n, name in enumerate(names)
        ]
        home_affairs = self.story.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, city)
        self.officer = self.story.office(home_affairs, Role.HOME_AFFAIRS_OFFICER, "Bùi Quốc Khánh", since="2025-07-02")
        for ward in self.wards:
            self.story.office(ward, Role.COMMUNE_CHAIR, f"Chủ tịch {ward.name}", since="2025-07-02")

    def day(self) -> date:
        return FIRST + timedelta(days=self.dice.randint(0, 12))

    def act(self) -> None:
        """Something that the system is told of, on any day; it may be refused."""
        ward, day = self.dice.choice(self.wards), self.day()
        office, no = office_id(ward.id, Role.COMMUNE_CHAIR), "31/NQ-HĐND"
        comes, goes = self.dice.choice(self.wards), self.story.register.holder(office, midnight(day))
        unit_acts: list[Any] = [
            MergeUnit(into=comes, on=day, resolution_no=no),
            MergeUnit(into=comes, on=day, resolution_no=no),
            SplitUnit(among=tuple(self.dice.sample(self.wards, 2)), on=day, resolution_no=no),
            EndUnit(on=day, resolution_no=no),
        ]
        new = Person(f"Chủ tịch {self.story.steps}")
        office_acts: list[Any] = [
            AppointHolder(person=new.id, name=new.name, since=midnight(day), decision_no=no),
            EndTenure(person=goes.person if goes else new.id, until=midnight(day), decision_no=no),
        ]
        stamp = f"{FIRST + timedelta(days=20)}T08:00"
        if self.dice.random() < 0.5:
            self.story.when(ward.id, self.dice.choice(unit_acts), by=None, at=stamp)
        else:
            late = {"late_reason": "Văn bản đến muộn."}
            self.story.when(office, self.dice.choice(office_acts), by=self.officer, at=stamp, **late)


def played(seed: str) -> Reforms:
    reforms = Reforms(seed)
    for i in range(ACTS):
        try:
            reforms.act()
            found = [*in_a_circle(reforms), *of_chairs(reforms), *of_walks(reforms)]
        except RecursionError:
            found = ["a walk over the units does not end"]
        assert not found, f"seed {seed}, act {i}: {found}\n{[line.event for line in reforms.story.lines]}"
    return reforms


def in_a_circle(reforms: Reforms) -> Iterator[str]:
    """No unit goes to itself, over however many others."""
    register = reforms.story.register
    goes = {ward.id: [s.unit.id for s in register.successors(ward.id)] for ward in reforms.wards}
    for ward in reforms.wards:
        reached, waiting = set[UUID](), list(goes[ward.id])
        while waiting:
            each = waiting.pop()
            if each not in reached:
                reached.add(each)
                waiting.extend(goes[each])
        if ward.id in reached:
            yield f"{ward.name} goes to itself"


def around(register: Register, ward: UnitRef) -> Iterator[Any]:
    """The microsecond before, at and after each change of the ward or its Chair."""
    tenures = register.offices[office_id(ward.id, Role.COMMUNE_CHAIR)].tenures
    ended = register.units[ward.id].until
    changes = [at for t in tenures for at in (t.since, t.until) if at] + ([midnight(ended)] if ended else [])
    return (at + moment for at in changes for moment in (-MOMENT, timedelta(), MOMENT))


def of_chairs(reforms: Reforms) -> Iterator[str]:
    """Whoever holds an office holds it from the first microsecond to the last, one at a time, while the ward stands."""
    register = reforms.story.register
    for ward in reforms.wards:
        office = office_id(ward.id, Role.COMMUNE_CHAIR)
        for at in around(register, ward):
            hold = [
                t
                for t in register.offices[office].tenures
                if t.since <= at and (t.until is None or at < t.until) and register.exists(ward.id, at)
            ]
            told = register.holder(office, at)
            if len(hold) > 1 or (told and told.person) != (hold[0].person if hold else None):
                yield f"{ward.name} at {at}: {told} and not {hold}"


def of_walks(reforms: Reforms) -> Iterator[str]:
    """Whoever stands for a ward exists then, and one office answers in it."""
    register = reforms.story.register
    for ward in reforms.wards:
        for at in around(register, ward):
            living = register.living(ward.id, at)
            if any(not register.exists(each, at) for each in living):
                yield f"{ward.name} at {at}: one that is no more stands for it"
            answers = register.answerable(ward, Role.COMMUNE_CHAIR, at)
            if living and answers.unit.id not in living:
                yield f"{ward.name} at {at}: {answers.unit.name} answers, which does not stand for it"
            register.ancestors(ward.id, at)


def nothing_is_asked(*told: object) -> tuple[Any, ...]:
    return ()


def test_no_order_of_reforms_makes_a_circle_or_two_chairs() -> None:
    kinds = {line.stored_as.rpartition(".")[0] for n in range(60) for line in played(f"reform:{n}").story.lines}
    assert kinds >= {"unit.merged", "unit.split", "office.holder_appointed", "office.tenure_ended"}


def test_a_circle_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The negative control: without the rule, the same histories go round."""
    monkeypatch.setattr("domain.unit.merge_unit.sound", nothing_is_asked)
    with pytest.raises(AssertionError, match="goes to itself"):
        list(map(played, map("reform:{}".format, range(60))))


@pytest.mark.prove
def test_thousands_of_reforms_make_no_circle() -> None:
    for n in range(60, 3_000):
        played(f"reform:{n}")
