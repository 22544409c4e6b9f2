"""What protects a child against which kind of harm, and for how long: the table that a lawyer reads.

Project default: Decree 56 art. 31 lists the measures and does not say against what each of them helps. What secures
evidence or treats what has happened keeps nothing off; it is ordered beside what protects, and never instead.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.case.state.case import Case
from domain.case.state.protection import MeasureKind, MeasureOutcome, Protection
from domain.law.harm import HarmKind

SOMEBODY_DOES_IT = frozenset(
    {
        HarmKind.VIOLENCE_PHYSICAL,
        HarmKind.VIOLENCE_MENTAL,
        HarmKind.SEXUAL_ABUSE,
        HarmKind.EXPLOITATION_LABOUR,
        HarmKind.EXPLOITATION_SEXUAL,
        HarmKind.TRAFFICKING_ABDUCTION,
        HarmKind.CHILD_MARRIAGE,
        HarmKind.SCHOOL_VIOLENCE,
        HarmKind.OTHER,
    }
)
ELSEWHERE = frozenset(HarmKind) - {HarmKind.ONLINE_HARM}
"""A child that is not where the harm is done is safe from it, but for what follows it on the telephone."""

AGAINST: Mapping[MeasureKind, frozenset[HarmKind]] = {
    MeasureKind.STOP_ACT: SOMEBODY_DOES_IT | {HarmKind.ONLINE_HARM},
    MeasureKind.GUARD: SOMEBODY_DOES_IT,
    MeasureKind.SHELTER: ELSEWHERE,
    MeasureKind.MEDICAL: frozenset({HarmKind.ACCIDENT_INJURY, HarmKind.ACCIDENT_DEATH, HarmKind.NEGLECT}),
    MeasureKind.PSY_FIRST_AID: frozenset(),
    MeasureKind.EVIDENCE: frozenset(),
}
NO_CONTACT_AGAINST = SOMEBODY_DOES_IT
TAKES_FROM_HOME = frozenset({MeasureKind.SHELTER})
"""These are separations by another name, and carry the checks of one."""

AT_LEAST = timedelta(hours=12)
"""What does not last as long as the twelve hours themselves is no protection."""
AT_MOST = timedelta(days=15)
"""The longest term of an urgent measure, after which it is renewed or ends: that of a separation."""
NO_END = timedelta(days=36525)


@dataclass(frozen=True, slots=True)
class Shield:
    """Something in force against these kinds of harm until an instant, last decided on at `since`."""

    against: frozenset[HarmKind]
    since: datetime
    until: datetime


def shields(case: Case, at: datetime) -> Iterator[Shield]:
    """All that protects the child at the instant, whichever act it comes from."""
    held = case.protection
    for m in held.measures:
        decided = m.decided_at or m.ordered_at
        until = min(m.until, decided + AT_MOST)
        if m.outcome is MeasureOutcome.ORDERED and m.ended_at is None and at < until >= m.ordered_at + AT_LEAST:
            yield Shield(AGAINST[m.kind], decided, until)
    apart = held.separation
    if apart is not None and at < apart.until >= apart.since + AT_LEAST:
        yield Shield(ELSEWHERE, apart.decided_at, apart.until)
    barred = held.no_contact
    if barred is not None and not barred.over and at < barred.until >= barred.since + AT_LEAST:
        yield Shield(NO_CONTACT_AGAINST, barred.since, barred.until)
    if case.care.placement is not None:
        yield Shield(ELSEWHERE, case.care.placement.since, at + NO_END)


def protected_until(
    case: Case, at: datetime, harms: Iterable[HarmKind] = (), since: datetime | None = None
) -> datetime:
    """Until when the child is protected against each of these kinds of harm, else those of the case; `at`: it is not.

    Where no kind is known it counts as another kind. `since`: by what was decided then or later alone.
    """
    found = tuple(s for s in shields(case, at) if since is None or s.since >= since)
    of = tuple(harms) or case.harm_kinds or (HarmKind.OTHER,)
    return min(max((s.until for s in found if harm in s.against), default=at) for harm in of)


def home_again(case: Case) -> bool:
    """Whether nothing keeps the child away from home any more."""
    sheltered = any(m.kind in TAKES_FROM_HOME and m.ended_at is None for m in case.protection.open_measures)
    return case.protection.separation is None and case.care.placement is None and not sheltered


def spans_away(case: Case, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when to when, not later than `at`, the child was kept from home by an order of this service."""
    for s in case.protection.separations:
        yield s.since, min(at, s.ended_at or s.until)
    for m in case.protection.measures:
        if m.kind in TAKES_FROM_HOME and m.outcome is not MeasureOutcome.FAILED:
            yield m.ordered_at, min(at, m.ended_at or m.until)


def came_home(case: Case, at: datetime) -> datetime | None:
    """When the child last came home; None while something keeps it away, and where nothing ever did."""
    ends = [until for _, until in spans_away(case, at)]
    return max(ends, default=None) if home_again(case) else None


def with_new_harm(case: Case, harm: bool, at: datetime) -> Protection:
    """What protects the child, once an assessment saw harm of which there was news after the child came home."""
    home = came_home(case, at)
    new = harm and home is not None and case.news_at is not None and case.news_at > home
    return replace(case.protection, new_harm_at=at) if new else case.protection


def time_away(case: Case, at: datetime) -> timedelta:
    """How long the child was kept from home because of the danger that stands, since the last new harm was found."""
    total, reached = timedelta(), case.protection.new_harm_at
    for since, until in sorted(spans_away(case, at)):
        if case.protection.new_harm_at is not None and since < case.protection.new_harm_at:
            continue
        begins = max(since, reached) if reached is not None else since
        total += max(until - begins, timedelta())
        reached = max(until, begins)
    return total
