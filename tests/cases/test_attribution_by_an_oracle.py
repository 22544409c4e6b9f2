"""Who answers for twelve hours that ran out, worked out a second time, minute by minute, from what the law asks.

The oracle knows nothing of `domain.record.holders`: it is told who did what and when, walks through every minute of the
time, notes which body had the matter, and names who headed the body that had it longest at the last minute of that.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from domain.case.intake.open_case import OpenCase
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.transfer_lead import TransferLead
from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, UnitRef, case_id, office_id
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.forward_report import ForwardReport
from domain.unit.merge_unit import MergeUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import SINCE, Town

MINUTE = timedelta(minutes=1)
TERM = timedelta(hours=12)


def stamp(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M}"


@dataclass
class Tenures:
    """Who headed a body, from which minute to which; nobody in between."""

    spells: list[tuple[datetime, datetime, str]]

    def at(self, minute: datetime) -> str | None:
        return next((name for since, until, name in self.spells if since <= minute < until), None)


@dataclass
class World:
    """A report goes through a few hands; beside the record it is noted who had it, and who headed whom."""

    dice: random.Random
    town: Town = field(default_factory=Town)

    def __post_init__(self) -> None:
        town = self.town
        self.hotline = town.story.unit("111", "Tổng đài 111", Level.HOTLINE)
        self.yen = town.story.office(self.hotline, Role.HOTLINE_OPERATOR, "Phí Hải Yến", since=SINCE)
        self.registrar = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Phan Thế Duyệt")
        self.told = instant("2026-03-02T08:00") + self.dice.randrange(0, 15 * 60) * MINUTE
        self.due = self.told + TERM
        self.worker = {town.an_bien.id: town.lan, town.kien_an.id: town.mo, self.hotline.id: self.yen}
        self.chair = {town.an_bien.id: town.thang, town.kien_an.id: town.nga}
        never, always = instant("2020-01-01T00:00"), instant("2030-01-01T00:00")
        self.heads = {
            self.hotline.id: Tenures([(never, always, "Phí Hải Yến")]),
            town.an_bien.id: self.change(town.an_bien, town.thang),
            town.kien_an.id: self.change(town.kien_an, town.nga),
        }
        self.hands: list[tuple[datetime, UnitRef]] = []

    def change(self, unit: UnitRef, chair: Person) -> Tenures:
        """The Chair may go at some minute of the time, and another may come at once, later, or not at all."""
        never, always = instant("2020-01-01T00:00"), instant("2030-01-01T00:00")
        if self.dice.random() < 0.4:
            return Tenures([(never, always, chair.name)])
        anywhere = self.told + self.dice.randrange(0, 12 * 60) * MINUTE
        left = self.dice.choice((anywhere, anywhere, self.due - MINUTE, self.due))
        comes = left + self.dice.choice((0, 0, 1, 30, 200, 5000)) * MINUTE
        office, before = office_id(unit.id, Role.COMMUNE_CHAIR), stamp(self.told - 10 * MINUTE)
        new = Person(f"Mới {unit.name}")
        story = self.town.story
        story.given(office, EndTenure(person=chair.id, until=left, decision_no="QĐ-1"), by=self.registrar, at=before)
        appointed = AppointHolder(person=new.id, name=new.name, since=comes, decision_no="QĐ-2")
        story.given(office, appointed, by=self.registrar, at=before)
        return Tenures([(never, left, chair.name), (comes, always, new.name)])

    def tell(self) -> UUID:
        """Somebody takes the report; it may be sent on, taken, made into a case, and handed over."""
        town, dice, story = self.town, self.dice, self.town.story
        place, other = town.an_bien, town.kien_an
        first = dice.choice((place, place, self.hotline, other))
        report = town.told(at=stamp(self.told), to=self.worker[first.id], place=place)
        self.hands.append((self.told, first))
        at, holder = self.told, first
        if first != place:
            at += dice.randrange(1, 700) * MINUTE
            story.given(report, ForwardReport(to_unit=place), by=self.worker[first.id], at=stamp(at))
            if first == self.hotline:
                self.hands.append((at, place))  # a body that is no commune has done its part
            if dice.random() < 0.8:
                at += dice.randrange(1, 300) * MINUTE
                story.given(report, AcknowledgeReport(), by=self.worker[place.id], at=stamp(at))
                self.hands.append((at, place))
                holder = place
        if holder == place and dice.random() < 0.8:
            at += dice.randrange(1, 200) * MINUTE
            town.case = case_id(report)
            town.given(OpenCase(report=report, place=place), by=self.worker[place.id], at=stamp(at))
            self.maybe_handed_over(at)
            return town.case
        return report

    def maybe_handed_over(self, at: datetime) -> None:
        town, dice = self.town, self.dice
        place, other = town.an_bien, town.kien_an
        asked, taken = (at + minutes * MINUTE for minutes in sorted((dice.randrange(1, 500), dice.randrange(501, 900))))
        giving, taking = self.person(place, asked), self.person(other, taken)
        if dice.random() < 0.3 or giving is None or taking is None:
            return
        town.given(TransferLead(decision_no="33/QĐ", to_unit=other), by=giving, at=stamp(asked))
        town.given(AcceptTransfer(), by=taking, at=stamp(taken))
        self.hands.append((taken, other))

    def person(self, unit: UnitRef, at: datetime) -> Person | None:
        name = self.heads[unit.id].at(at)
        return Person(name) if name else None

    # -- the oracle --------------------

    def who_answers(self) -> tuple[UnitRef, str | None]:
        """The body that had the matter for most minutes, the earlier of two alike, and its head at the last of them."""
        minutes = [self.told + n * MINUTE for n in range(12 * 60)]
        had = [(minute, [unit for since, unit in self.hands if since <= minute][-1]) for minute in minutes]
        count = Counter(unit.id for _, unit in had)
        most = max(count.values())
        body = next(unit for _, unit in had if count[unit.id] == most)
        last = max(minute for minute, unit in had if unit == body)
        return body, self.heads[body.id].at(last)


@pytest.mark.parametrize("seed", range(250))
def test_the_record_names_whom_the_oracle_names(seed: int) -> None:
    world = World(random.Random(seed))  # noqa: S311
    file = world.tell()
    lapsed = world.town.story.system(file, RecordLapse(code="T04"), at=stamp(world.due + timedelta(days=3))).event
    body, head = world.who_answers()
    assert (lapsed.due_at, lapsed.answers.unit, lapsed.holder_name) == (world.due, body, head)
    assert lapsed.held[0].since == world.told
    assert lapsed.held[-1].until == world.due
    assert all(one.until == other.since for one, other in zip(lapsed.held, lapsed.held[1:], strict=False))


@pytest.mark.parametrize("seeds", [range(250)])
def test_who_had_it_last_would_often_be_another(seeds: range) -> None:
    """Negative control: the histories tell those apart who would be named by a simpler rule."""
    last, vacant, several, at_the_instant = 0, 0, 0, 0
    for seed in seeds:
        world = World(random.Random(seed))  # noqa: S311
        file = world.tell()
        at = stamp(world.due + timedelta(days=3))
        lapsed = world.town.story.system(file, RecordLapse(code="T04"), at=at).event
        last += lapsed.held[-1].office != lapsed.answers
        vacant += lapsed.holder is None
        body, head = world.who_answers()
        at_the_instant += head is None and world.heads[body.id].at(world.due) is not None
        several += len({part.office.unit.id for part in lapsed.held}) > 1
    found = (last, vacant, several, at_the_instant)
    assert all(one >= least for one, least in zip(found, (20, 5, 60, 3), strict=True)), found


@pytest.mark.parametrize("seed", range(40))
def test_what_a_ward_that_ended_let_lie_is_its_successors_at_the_end(seed: int) -> None:
    """An Biên becomes part of a new ward at midnight, while the twelve hours run."""
    dice = random.Random(seed)  # noqa: S311
    town = Town()
    told = instant("2026-03-02T12:01") + dice.randrange(0, 719) * MINUTE
    new = town.story.unit("11360", "Phường Mới", Level.COMMUNE, town.city, since="2026-03-03")
    town.story.office(new, Role.COMMUNE_CHAIR, "Đoàn Thế Vinh", since="2026-03-03T00:00")
    merged = MergeUnit(into=new, on=date(2026, 3, 3), resolution_no="NQ-3")
    town.story.system(town.an_bien.id, merged, at="2026-03-01T09:00")
    report = town.told(at=stamp(told))
    lapsed = town.story.system(report, RecordLapse(code="T04"), at="2026-03-04T08:00").event
    assert (lapsed.answers.unit, lapsed.holder_name) == (new, "Đoàn Thế Vinh")
    assert [(part.office.unit, part.until) for part in lapsed.held] == [
        (town.an_bien, instant("2026-03-03T00:00")),
        (new, told + TERM),
    ]


def test_a_case_handed_to_the_ward_that_stands_for_its_own_already_has_somebody_who_answers() -> None:
    """The lead passes from the ward that ended to its successor: the same Chair, under two names."""
    town = Town()
    new = town.story.unit("11360", "Phường Mới", Level.COMMUNE, town.city, since="2026-03-02")
    vinh = town.story.office(new, Role.COMMUNE_CHAIR, "Đoàn Thế Vinh", since="2026-03-02T00:00")
    report = town.told(at="2026-03-01T22:00")
    merged = MergeUnit(into=new, on=date(2026, 3, 2), resolution_no="NQ-3")
    town.story.system(town.an_bien.id, merged, at="2026-03-01T23:00")
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.an_bien), by=town.lan, at="2026-03-01T23:30")
    town.given(TransferLead(decision_no="33/QĐ", to_unit=new), by=vinh, at="2026-03-02T08:00")
    town.given(AcceptTransfer(), by=vinh, at="2026-03-02T08:10")
    lapsed = town.system(RecordLapse(code="T04"), at="2026-03-02T11:00").event
    assert lapsed.holder_name == "Đoàn Thế Vinh"
    assert [part.holder_name for part in lapsed.held] == ["Vũ Đức Thắng", "Đoàn Thế Vinh", "Đoàn Thế Vinh"]
