"""A city at work, at random: reports and what comes of them, offices that change hands, and a clock that is never late.

What must hold in it, whatever people try, is said in `test_casework.py`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from itertools import islice
from typing import Any
from uuid import UUID, uuid5

from domain.acts import ACTIONS
from domain.law.term import local_day
from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.record.action import Action
from domain.record.file import File
from domain.record.line import Line
from domain.record.units import HANOI, midnight
from domain.record.vocabulary import BAOVE, Kind, Role, UnitRef, case_id, office_id
from domain.unit.state import Level
from server.record.overdue import overdue
from tests.cases.casefile import Person
from tests.cases.plan_ground import SINCE
from tests.record.histories import Chance, History

REPORTS = 3
OFFICES = 0.06
STRANGE = 0.1
ANOTHER_CHAIR = 0.4
FAR = ("", "", "", "assessed", "needs_set", "submitted", "approved", "served", "reviewed")
CONTACTS = 0.04
WITHIN_A_COMMUNE = (Role.INTAKE_OFFICER, Role.PROTECTION_WORKER, Role.COMMUNE_POLICE_HEAD, Role.COMMUNE_DEPUTY_CHAIR)
BODIES: tuple[tuple[str, str, Level, tuple[Role, ...]], ...] = (
    ("HP-SYT", "Sở Y tế", Level.DEPARTMENT, (Role.DEPARTMENT_DIRECTOR, Role.HEALTH_DEPARTMENT_OFFICER)),
    ("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, (Role.HOME_AFFAIRS_OFFICER, Role.REGISTRAR)),
    ("HP-SXD", "Sở Xây dựng", Level.DEPARTMENT, (Role.AGENCY_FOCAL, Role.DEPARTMENT_DIRECTOR)),
    ("HP-TTRA", "Thanh tra thành phố", Level.INSPECTORATE, (Role.CHIEF_INSPECTOR, Role.INSPECTOR)),
    ("HP-CA", "Công an thành phố", Level.POLICE, (Role.CITY_INVESTIGATOR,)),
    ("HP-TA", "Tòa án khu vực", Level.COURT, (Role.COURT_CLERK,)),
    ("HP-MTTQ", "Mặt trận Tổ quốc", Level.FRONT, (Role.FRONT_MEMBER,)),
    ("HP-111", "Tổng đài 111", Level.HOTLINE, (Role.HOTLINE_OPERATOR,)),
)


SHORT_CUT = 0.15
UNSAYS = frozenset({"override_risk", "find_unfounded"})
SHORT_CUTS = UNSAYS | {"link_report", "merge_cases", "order_urgent_measure"}
NOT_BY_ITSELF = "absorb_case"
"""What the system does in one file because of a line in another, and says only what that line said."""
FAR_OFF = timezone(timedelta(hours=23))


class Abroad(Chance):
    """Dice that name cases where a case is asked for, and some instants at an offset that no clock on earth shows."""

    def plain(self, hint: Any, name: str) -> Any:
        cases = [each.id for each in self.tale.story.files.values() if each.kind.name == Kind.CASE and each.version]
        asks = name == "into" or (name == "case" and self.file.kind.name == Kind.REPORT)
        if hint is UUID and asks and cases:
            return self.dice.choice(cases)
        value = super().plain(hint, name)
        return value.astimezone(FAR_OFF) if isinstance(value, datetime) and value.minute % 5 == 0 else value


@dataclass
class Told:
    """A line, and who answered for what in its file right before it."""

    line: Line
    answered_before: frozenset[tuple[UUID, str, bool]]
    """Who answers for which lapses of the file: person, duty, whether it is still open."""


@dataclass
class Casework(History):
    """One random history of several reports and cases, offices and contacts."""

    PAUSES = (5, 20, 20, 90, 90, 400, 1500)
    told: list[Told] = field(default_factory=list[Told])
    before: dict[UUID, frozenset[tuple[UUID, str, bool]]] = field(
        default_factory=dict[UUID, frozenset[tuple[UUID, str, bool]]]
    )

    def __post_init__(self) -> None:
        super().__post_init__()
        tale, story = self.tale, self.tale.story
        self.reports = [tale.report, *(uuid5(BAOVE, f"story:casework {n}") for n in range(1, REPORTS))]
        self.contacts = uuid5(BAOVE, "story:casework contacts")
        more: list[Person] = []

        def holds(unit: UnitRef, role: Role) -> None:
            if office_id(unit.id, role) not in story.register.offices:
                more.append(story.office(unit, role, f"{role.label.vi} {unit.name}".title(), since=SINCE))

        for commune in (tale.an_bien, tale.kien_an):
            for role in WITHIN_A_COMMUNE:
                holds(commune, role)
        for code, name, level, roles in BODIES:
            unit = story.unit(code, name, level, tale.city)
            for role in roles:
                holds(unit, role)
        for provider in (tale.centre, tale.school):
            holds(provider, Role.PROVIDER_HEAD)
        self.people = (*self.people, *more)
        home_affairs = Role.HOME_AFFAIRS_OFFICER.label.vi
        self.home_affairs = next(each for each in more if each.name.lower().startswith(home_affairs.lower()))

    def begin(self, seed: str) -> Casework:
        """Nothing has happened yet, or the first case has already come some way: few come far by chance."""
        dice = random.Random(f"{seed}:begin")  # noqa: S311
        far = dice.choice(FAR)
        if far:
            getattr(self.tale, far)()
            self.at = max(line.occurred_at for line in self.tale.story.lines)
        if dice.random() < ANOTHER_CHAIR:
            self.another_chair(self.at + timedelta(days=dice.randint(1, 6)))
        return self

    def another_chair(self, day: datetime) -> None:
        """At midnight another Chair takes over in An Biên, as was told before."""
        tale, first = self.tale, midnight(local_day(day))
        office, at = office_id(tale.an_bien.id, Role.COMMUNE_CHAIR), f"{self.at.astimezone(HANOI):%Y-%m-%dT%H:%M}"
        gone = EndTenure(person=tale.thang.id, until=first, decision_no="31/QĐ-UBND")
        new = Person("Ngô Việt Cường")
        comes = AppointHolder(person=new.id, name=new.name, since=first, decision_no="32/QĐ-UBND")
        tale.story.given(office, gone, by=self.home_affairs, at=at)
        tale.story.given(office, comes, by=self.home_affairs, at=at)
        self.people = (*self.people, new)

    def attempt(self, seed: str) -> None:
        """Try one act, and keep who answered for what right before it."""
        seen = len(self.tale.story.lines)
        super().attempt(seed)
        for line in self.tale.story.lines[seen:]:
            self.told.append(Told(line, self.before.get(line.file_id, frozenset())))

    def time_passed(self, dice: random.Random) -> None:
        """What ran out meanwhile is found, as the clock process finds it; then one of the matters comes up."""
        self.find_lapses()
        self.tale.report = dice.choice((self.reports[0], *self.reports))
        self.tale.case = case_id(self.tale.report)
        self.before = {file.id: answered(file) for file in self.files()}

    def find_lapses(self) -> None:
        """What the clock process does, in the order in which it falls due."""
        stamp = f"{self.at.astimezone(HANOI):%Y-%m-%dT%H:%M}"
        for file in self.files():
            for request in overdue(file, self.at):
                self.tale.story.when(file.id, request.command, by=None, at=stamp)

    def files(self) -> list[File]:
        return list(self.tale.story.files.values())

    def choose_act(self, dice: random.Random, file: File) -> tuple[Action[Any, Any, Any], Any, list[Person | None]]:
        """As in any history; of those who may do the act the first that comes to mind."""
        left = 1 if dice.random() < STRANGE else 12
        while True:
            left -= 1
            action = self.some_act(dice, file)
            command = Abroad(dice, self.at, self.tale, file).command(action.command)
            asked = dice.sample([*self.people, None], len(self.people) + 1)
            able = list(islice((person for person in asked if self.may(person, action, file, command)), 1))
            if able or not left:
                return action, command, able

    def choose_file(self, dice: random.Random) -> File:
        draw, story = dice.random(), self.tale.story
        if draw < OFFICES:
            return story.file(dice.choice(sorted(story.register.offices)), Kind.OFFICE)
        if draw < OFFICES + CONTACTS:
            return story.file(self.contacts, Kind.CONTACT)
        return super().choose_file(dice)

    def some_act(self, dice: random.Random, file: File) -> Action[Any, Any, Any]:
        """As in any history; at times a way to be rid of a danger or a clock, and of a finding first of all."""
        if not file.version or dice.random() >= SHORT_CUT:
            act = super().some_act(dice, file)
            return act if act.name != NOT_BY_ITSELF else self.some_act(dice, file)
        names = UNSAYS if str(file.kind.phase(file.state)) == "assessed" else SHORT_CUTS
        short = [act for act in ACTIONS if act.name in names and act.kind == file.kind.name]
        return dice.choice(short) if short else super().some_act(dice, file)


def answered(file: File) -> frozenset[tuple[UUID, str, bool]]:
    """Who answers for which lapses of the file, and whether each still stands open."""
    return frozenset(
        (each.holder, each.code, (each.code, each.ref) in file.lapsed)
        for each in file.lapses
        if each.holder is not None
    )
