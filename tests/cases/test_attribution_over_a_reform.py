"""Who answers for twelve hours that meet the reform of 1 July 2025, worked out a second time, minute by minute.

The oracle knows nothing of `domain.record.holders`. It is told which ward there was when, who headed it, and what the
file says of the place; it looks at the last minute in which the child could still have been protected in time.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from domain.case.intake.confirm_correction import ConfirmCorrection
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.office.establish_office import EstablishOffice
from domain.record.lapses import DutyLapsed
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import BAOVE, Role, UnitRef, case_id, office_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.test_attribution_by_an_oracle import MINUTE, TERM, Tenures, stamp

MIDNIGHT = instant("2025-07-01T00:00")
LONG_AGO, FAR_OFF = instant("2024-01-02T08:00"), instant("2030-01-01T00:00")
NAMES = {"11310": "An", "11311": "Bình", "11312": "Cát"}
PREPARED = "2025-06-02T08:00"
SEEDS = range(250)


@dataclass
class Reform:
    """A ward ends at the midnight, merged or split; a report is told there, or in what took its place."""

    dice: random.Random
    story: Story = field(default_factory=Story)
    heads: dict[UUID, Tenures] = field(default_factory=dict[UUID, Tenures])

    def __post_init__(self) -> None:
        story = self.story
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.old = story.unit("11305", "Phường Hạ", Level.COMMUNE, self.city)
        codes = list(NAMES)
        self.dice.shuffle(codes)
        self.new = [
            story.unit(code, f"Phường {NAMES[code]}", Level.COMMUNE, self.city, since="2025-07-01")
            for code in codes[: self.dice.choice((1, 2, 2, 3))]
        ]
        health = story.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, self.city)
        self.officers = [
            story.office(health, Role.HEALTH_DEPARTMENT_OFFICER, name, since="2024-01-02T08:00", seat=seat)
            for seat, name in ((1, "Đỗ Thị Hòa"), (2, "Tạ Minh Thu"))
        ]
        self.ngoc = story.office(self.city, Role.HOME_AFFAIRS_OFFICER, "Trần Bích Ngọc", since="2024-01-02T08:00")
        around = (MIDNIGHT - TERM, MIDNIGHT - TERM + MINUTE, MIDNIGHT - MINUTE, MIDNIGHT, MIDNIGHT + MINUTE)
        anywhere = MIDNIGHT + self.dice.randrange(-24 * 60, 12 * 60) * MINUTE
        self.told = self.dice.choice((*around, *[anywhere] * 5))
        self.due = self.told + TERM
        self.heads = {unit.id: self.headed(unit) for unit in (self.old, *self.new)}
        day = date(2025, 7, 1)
        gone = (
            MergeUnit(into=self.new[0], on=day, resolution_no="NQ-1")
            if len(self.new) == 1
            else SplitUnit(among=tuple(self.new), on=day, resolution_no="NQ-1")
        )
        story.system(self.old.id, gone, at=PREPARED)

    def headed(self, unit: UnitRef) -> Tenures:
        """One Chair, who may leave about the instant at which the time runs out; another comes then or later."""
        chair = office_id(unit.id, Role.COMMUNE_CHAIR)
        of = unit.name.removeprefix("Phường ")
        begins, ends = (LONG_AGO, MIDNIGHT) if unit == self.old else (MIDNIGHT, FAR_OFF)
        first = None if unit == self.old else date(2025, 7, 1)
        self.story.system(chair, EstablishOffice(unit=unit, role=Role.COMMUNE_CHAIR, since=first), at=PREPARED)
        about = [self.due + minutes * MINUTE for minutes in (-1, 0, 1)] + [self.told + TERM / 2]
        left = self.dice.choice((*about, ends))
        comes = left + self.dice.choice((0, 1, 2, 300)) * MINUTE
        spells = [(begins, left, f"Phạm Quốc {of}"), (comes, ends, f"Ngô Thế {of}")]
        spells = [
            (since, until, name) for since, until, name in spells if begins <= since < until <= ends and since < ends
        ]
        for since, until, name in spells:
            self.holds(chair, since, until if until != ends else None, name)
        return Tenures(spells)

    def holds(self, office: UUID, since: datetime, until: datetime | None, name: str) -> None:
        person, at = Person(name), PREPARED
        come = AppointHolder(person=person.id, name=name, since=since, decision_no="QĐ-1")
        self.story.given(office, come, by=self.ngoc, at=at, late_reason="Đưa vào sổ.")
        if until is not None:
            gone = EndTenure(person=person.id, until=until, decision_no="QĐ-2")
            self.story.given(office, gone, by=self.ngoc, at=at)

    def tell(self) -> UUID:
        """The department takes the call and opens the case in the ward that there is; it may learn more of where."""
        story, hoa = self.story, self.officers[0]
        self.place = self.old if self.told < MIDNIGHT else self.dice.choice(self.new)
        report = uuid5(BAOVE, "story:a report about the reform")
        told = ReceiveReport(
            channel=Channel.PHONE,
            received_at=self.told,
            place=self.place,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Cháu có vết bầm.",
        )
        story.given(report, told, by=hoa, at=stamp(self.told))
        case = case_id(report)
        story.given(case, OpenCase(report=report, place=self.place), by=hoa, at=stamp(self.told))
        if self.place == self.old and self.dice.random() < 0.6:
            self.place = self.dice.choice(self.new)
            known = stamp(max(self.due, MIDNIGHT) + timedelta(hours=20))
            right = CorrectCase(corrects=1, statement="Nay thuộc phường mới.", place=self.place)
            story.given(case, right, by=hoa, at=known, reason="Theo địa chỉ.")
            story.given(case, ConfirmCorrection(), by=self.officers[1], at=known)
        return case

    def lapse(self) -> DutyLapsed:
        case, at = self.tell(), stamp(max(self.due, MIDNIGHT) + timedelta(days=2))
        return self.story.system(case, RecordLapse(code="T04"), at=at).event

    # -- the oracle --------------------

    def who_answers(self) -> tuple[UnitRef, str | None, int]:
        """Which ward had it in the last minute, who headed it then, and how many others it might have been."""
        last = self.due - MINUTE
        if last < MIDNIGHT:
            ward, others = self.old, 0
        elif self.place == self.old:
            ward, others = self.new[0], len(self.new) - 1
        else:
            ward, others = self.place, 0
        return ward, self.heads[ward.id].at(last), others


@pytest.mark.parametrize("seed", SEEDS)
def test_the_record_names_whom_the_oracle_names(seed: int) -> None:
    reform = Reform(random.Random(seed))  # noqa: S311
    lapsed = reform.lapse()
    ward, head, others = reform.who_answers()
    assert (lapsed.due_at, lapsed.answers.unit, lapsed.holder_name) == (reform.due, ward, head)
    assert (lapsed.answers.role, len(lapsed.others)) == (Role.COMMUNE_CHAIR, others)
    assert all(one.until == other.since for one, other in zip(lapsed.held, lapsed.held[1:], strict=False))


def test_simpler_rules_would_often_name_another() -> None:
    """Negative control: of whoever is there at the end itself, of the first by code, of the next to come."""
    found: Counter[str] = Counter()
    for seed in SEEDS:
        reform = Reform(random.Random(seed))  # noqa: S311
        lapsed = reform.lapse()
        ward, head, _ = reform.who_answers()
        first = min(reform.new, key=lambda unit: unit.code)
        found["told"] += len(reform.new) > 1 and reform.told < MIDNIGHT and reform.place == ward != reform.new[0]
        found["code"] += ward in reform.new and ward != first
        found["vacant"] += lapsed.holder is None
        found["instant"] += head != reform.heads[ward.id].at(reform.due)
        found["vacant, filled at the instant"] += head is None and reform.heads[ward.id].at(reform.due) is not None
        found["before"] += ward == reform.old
        found["after"] += reform.told >= MIDNIGHT
        found["across"] += reform.told < MIDNIGHT < reform.due
    assert all(found[each] >= 5 for each in (*found, "told", "vacant, filled at the instant")), found
