"""What is to happen in the year: one plot for each report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from random import Random

from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.law.holidays import calendar
from domain.law.term import ZONE
from domain.record.vocabulary import UnitRef

REPORTS, CASES = 1520, 650
MONTHS = (1.0, 0.75, 1.15, 1.15, 1.1, 0.85, 0.7, 0.8, 1.2, 1.25, 1.2, 1.1)  # school term above, holidays below
SOURCES = {"hotline": 70, "commune": 700, "police": 450, "school": 120, "health": 80, "front": 100}
HARMS = {
    HarmKind.VIOLENCE_PHYSICAL: 26, HarmKind.SEXUAL_ABUSE: 19, HarmKind.NEGLECT: 13, HarmKind.VIOLENCE_MENTAL: 9,
    HarmKind.SCHOOL_VIOLENCE: 10, HarmKind.ONLINE_HARM: 6, HarmKind.EXPLOITATION_LABOUR: 4,
    HarmKind.STREET_LIVING: 4, HarmKind.ABANDONMENT: 3, HarmKind.ACCIDENT_INJURY: 4, HarmKind.CHILD_MARRIAGE: 1,
    HarmKind.TRAFFICKING_ABDUCTION: 1,
}  # fmt: skip
AGES = {
    HarmKind.SEXUAL_ABUSE: (1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 7, 9, 14, 16, 15, 13),
    HarmKind.ABANDONMENT: (12, 6, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
    HarmKind.SCHOOL_VIOLENCE: (0, 0, 0, 0, 0, 0, 2, 3, 4, 5, 6, 9, 12, 12, 9, 8),
}
ANY_AGE = (3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 7, 7, 6, 6, 5)
GIRLS = {HarmKind.SEXUAL_ABUSE: 0.88}
EVEN_SHARE = 12
SUMMER = (5, 6, 7, 8)
Units = Sequence[tuple[UnitRef, float]]


class Fate(StrEnum):
    """What becomes of a report."""

    CASE = "case"
    LINKED = "linked"
    DUPLICATE = "duplicate"
    UNFOUNDED = "unfounded"
    NOT_ABOUT_A_CHILD = "not_about_a_child"
    TWIN = "twin"
    """A second case of the same child is opened, and merged."""


class Turn(StrEnum):
    """The way a case goes after its first days."""

    PLAN = "plan"
    UNFOUNDED = "unfounded"
    NO_RISK = "no_risk"
    LEFT_LYING = "left_lying"
    SUSPENDED = "suspended"
    OF_AGE = "of_age"
    DROWNED = "drowned"
    DIES = "dies"


class Apart(StrEnum):
    """How a separation goes."""

    REVOKED = "revoked"
    FULL = "full"
    CONTINUED = "continued"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """One report and what comes of it. `number` counts through the year, `residence` is elsewhere if it is named."""

    number: int
    at: datetime
    source: str
    place: UnitRef
    harm: HarmKind
    age: int
    girl: bool
    fate: Fate = Fate.UNFOUNDED
    level: RiskLevel = RiskLevel.LOW
    turn: Turn = Turn.PLAN
    residence: UnitRef | None = None
    wrong_place: UnitRef | None = None
    apart: Apart | None = None
    in_care: bool = False
    no_contact: bool = False
    late_urgent: bool = False
    late_plan: bool = False
    directed: bool = False
    reopens: bool = False
    discloses: bool = False

    @property
    def grave(self) -> bool:
        """Whether the child is in great danger."""
        return self.level is RiskLevel.HIGH


def plots(anchor: date, begins: datetime, units: Units, seed: str, scale: float) -> list[Plot]:
    """The year that ends with the day `anchor`, `scale` of its full volume; the same for the same arguments."""
    draw = Random(f"{seed}:plots")  # noqa: S311
    times = sorted(_times(draw, anchor, begins, round(REPORTS * scale)))
    told = [_report(draw, n, at, units) for n, at in enumerate(times, 1)]
    cases = sorted(draw.sample(range(len(told)), round(CASES * scale)))
    for n in range(len(told)):
        told[n] = replace(told[n], fate=_fate(draw))
    for n, plot in enumerate(told[1:], 1):
        if plot.fate is Fate.DUPLICATE and plot.number % EVEN_SHARE:
            same = told[n - 1]  # the same event, told again by somebody else a few minutes later
            soon = same.at + timedelta(minutes=draw.randrange(2, 12))
            told[n] = replace(plot, at=soon, place=same.place, harm=same.harm, age=same.age, source="commune")
    _cases(draw, told, cases, units, datetime.combine(anchor, datetime.min.time(), ZONE))
    return told


def _times(draw: Random, anchor: date, begins: datetime, number: int) -> Iterator[datetime]:
    days = [anchor - timedelta(days=n) for n in range(366)]
    days = [day for day in days if datetime.combine(day, datetime.min.time(), ZONE) >= begins]
    number = max(1, round(number * len(days) / 366))
    media = draw.choice(days[30:-30] or days)
    weights = [_weight(day, media) for day in days]
    for day in (*draw.choices(days, weights, k=number - min(number, 8)), *[anchor] * min(number, 8)):
        yield datetime.combine(day, datetime.min.time(), ZONE) + timedelta(seconds=_clock(draw))


def _weight(day: date, media: date) -> float:
    rest = 1.0 if calendar().is_working_day(day) else 0.45 if day.weekday() >= 5 else 0.3
    return MONTHS[day.month - 1] * rest * (1.9 if 0 <= (day - media).days < 8 else 1.0)


def _clock(draw: Random) -> int:
    """Seconds of the day: mostly by day, some in the evening, few at night."""
    hour = draw.choices((7.4, 13.4, 17, 21, 0), (46, 34, 14, 4, 2))[0]
    length = {7.4: 4.2, 13.4: 3.4, 17: 4, 21: 3, 0: 7}[hour]
    return round(3600 * (hour + draw.random() * length))


def _report(draw: Random, number: int, at: datetime, units: Units) -> Plot:
    source = draw.choices(list(SOURCES), list(SOURCES.values()))[0]
    harm = draw.choices(list(HARMS), list(HARMS.values()))[0]
    if source == "school" and draw.random() < 0.45:
        harm = HarmKind.SCHOOL_VIOLENCE
    place = draw.choices([u for u, _ in units], [w for _, w in units])[0]
    if number % EVEN_SHARE == 0:
        place = units[number // EVEN_SHARE % len(units)][0]  # no commune is without any
    return Plot(
        number=number,
        at=at,
        source=source,
        place=place,
        harm=harm,
        age=draw.choices(range(16), AGES.get(harm, ANY_AGE))[0],
        girl=draw.random() < GIRLS.get(harm, 0.5),
        wrong_place=draw.choice(units)[0] if draw.random() < 0.1 else None,
    )


def _fate(draw: Random) -> Fate:
    fates = (Fate.LINKED, Fate.DUPLICATE, Fate.UNFOUNDED, Fate.NOT_ABOUT_A_CHILD)
    return draw.choices(fates, (26, 20, 38, 16))[0]


class _Deck:
    """Deals out what is to happen among the cases, in exact numbers where they are small."""

    def __init__(self, draw: Random, told: list[Plot], cases: Sequence[int]) -> None:
        self.draw, self.told, self.cases = draw, told, cases

    def deal(self, share: float, among: Sequence[int]) -> list[int]:
        """This share of all cases, by chance among some of them."""
        return sorted(self.draw.sample(among, min(len(among), round(share * len(self.cases)))))

    def put(self, chosen: Sequence[int], **what: object) -> None:
        """This is to happen to those."""
        for n in chosen:
            self.told[n] = replace(self.told[n], **what)  # pyright: ignore[reportArgumentType]


TURNS = (
    (Turn.UNFOUNDED, 0.15, RiskLevel.NONE), (Turn.NO_RISK, 0.05, RiskLevel.NONE),
    (Turn.LEFT_LYING, 0.035, RiskLevel.MEDIUM), (Turn.SUSPENDED, 0.02, RiskLevel.LOW),
    (Turn.OF_AGE, 0.01, RiskLevel.LOW), (Turn.DIES, 0.003, RiskLevel.MEDIUM),
)  # fmt: skip


def _cases(draw: Random, told: list[Plot], cases: list[int], units: Units, end: datetime) -> None:
    deck, left = _Deck(draw, told, cases), list(cases)
    deal, put = deck.deal, deck.put
    for n in cases:
        level = draw.choices((RiskLevel.MEDIUM, RiskLevel.LOW), (55, 45))[0]
        told[n] = replace(told[n], fate=Fate.CASE, level=level, turn=Turn.PLAN)
    high = deal(0.18, left)
    put(high, level=RiskLevel.HIGH)
    left = [n for n in left if n not in high]
    for turn, share, level in TURNS:
        chosen = deal(share, left)
        put(chosen, turn=turn, level=level)
        left = [n for n in left if n not in chosen]
    put([n for n in cases if told[n].turn is Turn.OF_AGE], age=16)
    drowned = deal(0.008, [n for n in left if told[n].at.month in SUMMER] or left)
    put(drowned, turn=Turn.DROWNED, harm=HarmKind.ACCIDENT_DEATH, source="police")
    going_on = [n for n in cases if told[n].turn is Turn.PLAN]
    _apart(deck, high, end)
    for n in deal(0.09, [n for n in going_on if told[n].apart is None]):
        told[n] = replace(told[n], residence=draw.choice(units)[0])
    put(deal(0.045, [n for n in cases if told[n].turn not in (Turn.UNFOUNDED, Turn.DROWNED)]), late_urgent=True)
    put(deal(0.13, going_on), late_plan=True)
    put(deal(0.055, [n for n in cases if told[n].turn in (Turn.PLAN, Turn.LEFT_LYING)]), directed=True)
    put(deal(0.03, [n for n in going_on if told[n].at < end - timedelta(days=150)] or going_on), reopens=True)
    put(deal(0.034, going_on), discloses=True)
    violent = (HarmKind.VIOLENCE_PHYSICAL, HarmKind.VIOLENCE_MENTAL)
    put(deal(0.02, [n for n in going_on if told[n].harm in violent and told[n].apart is None]), no_contact=True)
    others = [n for n in range(len(told)) if told[n].fate is not Fate.CASE]
    put(deal(0.02, others), fate=Fate.TWIN, level=RiskLevel.LOW)


def _apart(deck: _Deck, high: Sequence[int], end: datetime) -> None:
    """Which children at high risk are kept apart from their carers, and for how long."""
    early = [n for n in high if deck.told[n].at < end - timedelta(days=24)]
    apart = deck.deal(0.046, early or high)
    deck.put(apart, apart=Apart.REVOKED, harm=HarmKind.VIOLENCE_PHYSICAL, in_care=False)
    deck.put(deck.draw.sample(apart, len(apart) // 4), in_care=True)
    long = deck.draw.sample(apart, len(apart) // 6)
    deck.put(long[: (len(long) * 3 + 4) // 5], apart=Apart.FULL)
    deck.put(long[(len(long) * 3 + 4) // 5 :], apart=Apart.CONTINUED, in_care=True)
