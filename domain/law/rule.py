"""What a duty is: a clock with dated rules, and how its due date follows from the instant it starts."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.label import Label
from domain.law import term as terms
from domain.law.basis import Confidence, LegalBasis
from domain.law.calendar import WorkingCalendar
from domain.law.holidays import calendar as calendar_of
from domain.law.regime import NotInForce, Regime, regime_at
from domain.law.term import Term, TermKind, local, local_day


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRule:
    """One dated version of a duty; `in_force_until` is the last day of force, None while it lasts.

    `note` says what the source states and what was added here. `local_variant` pairs a unit code with the
    term that holds there instead of `term`.
    """

    version: int
    term: Term
    basis: LegalBasis
    confidence: Confidence
    note: Label
    in_force_from: date
    in_force_until: date | None = None
    local_variant: tuple[tuple[str, Term], ...] = ()

    def term_for(self, unit_code: str | None) -> Term:
        """The term that holds in a unit, by its code; the general one for None."""
        return dict(self.local_variant).get(unit_code or "", self.term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that must happen in time: `start` says in words what starts its clock. `code` is stored."""

    code: str
    label: Label
    start: Label
    rules: tuple[DutyRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A due date and what it was counted from; `instant` in Asia/Ho_Chi_Minh."""

    duty_code: str
    instant: datetime
    term: Term
    rule_version: int
    regime: Regime
    basis: LegalBasis
    confidence: Confidence
    calendar_version: int

    def in_time(self, at: datetime) -> bool:
        """Whether an act at `at` meets the duty."""
        return terms.in_time(self.term, self.instant, at)


def rule_at(duty: Duty, instant: datetime) -> DutyRule:
    """The version of a duty's rule in force at an instant, by the day there; NotInForce if none was."""
    day = local_day(instant)
    for rule in duty.rules:
        if rule.in_force_from <= day and (rule.in_force_until is None or day <= rule.in_force_until):
            return rule
    raise NotInForce(f"duty {duty.code} has no rule in force on {day}")


def due_at(
    duty: Duty,
    since: datetime,
    unit_code: str | None = None,
    by_act: datetime | None = None,
    calendar: WorkingCalendar | None = None,
) -> Due:
    """When a clock that starts at `since` ends, by the rule and the regime in force at that instant.

    `by_act` is the end that the act itself sets (for a date, term.end_of_day): required for a term BY_ACT, a
    ValueError for any other. `calendar` is that of the house unless told; the record passes the one it was told of.
    """
    rule = rule_at(duty, since)
    term = rule.term_for(unit_code)
    calendar = calendar or calendar_of()
    if (term.kind is TermKind.BY_ACT) != (by_act is not None):
        raise ValueError(f"duty {duty.code}: by_act goes with the term BY_ACT and only with it")
    return Due(
        duty_code=duty.code,
        instant=local(by_act) if by_act else terms.due(term, since, calendar),
        term=term,
        rule_version=rule.version,
        regime=regime_at(since),
        basis=rule.basis,
        confidence=rule.confidence,
        calendar_version=calendar.version,
    )
