"""What the clocks of follow-up visits share: which one runs follows from the level of risk and from danger found."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead
from domain.case.state.case import Case, RiskLevel
from domain.law import duty
from domain.law.duty import Duty
from domain.record.action import Starts
from domain.record.file import DecisionContext

VISIT_DUTIES = (duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW)
VISIT_CODES = frozenset(d.code for d in VISIT_DUTIES)


def duty_for(level: RiskLevel | None) -> Duty:
    """The visit duty for a level of risk; a level that is not known counts as high."""
    match level:
        case RiskLevel.HIGH | None:
            return duty.VISIT_HIGH
        case RiskLevel.MEDIUM:
            return duty.VISIT_MEDIUM
        case _:
            return duty.VISIT_LOW


def rhythm(case: Case) -> Duty:
    """The visit duty that the case asks for now: a child in serious danger is visited as one at high risk."""
    return duty_for(RiskLevel.HIGH if case.serious_danger else case.level)


def asked_for(wanted: Duty) -> Callable[[Case, Any, DecisionContext], bool]:
    """Whether the next visit is due by this duty."""
    return lambda case, event, context: rhythm(case) is wanted


def next_visit(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The number of the next visit, under which its clock runs."""
    return (str(case.plan.visits + 1),)


def sooner(wanted: Duty) -> Callable[[Case, Any, DecisionContext], bool]:
    """Whether the level of risk now asks for a visit by this duty, and none runs yet or only slower ones."""
    slower = {d.code for d in VISIT_DUTIES[VISIT_DUTIES.index(wanted) + 1 :]}

    def holds(case: Case, event: Any, context: DecisionContext) -> bool:
        running = {code for code, _ in context.file.running if code in VISIT_CODES}
        return rhythm(case) is wanted and running <= slower

    return holds


def visits_from_now(*duties: Duty) -> tuple[Starts[Case, Any], ...]:
    """A visit is due from now on, or sooner than it was, by whichever of these duties the level of risk asks for."""
    return tuple(Starts(duty=d, answers=chair_of_lead, when=sooner(d), refs=next_visit) for d in duties)


def next_visit_by(*duties: Duty) -> tuple[Starts[Case, Any], ...]:
    """The next visit falls due, by whichever of these duties the level of risk asks for."""
    return tuple(Starts(duty=d, answers=chair_of_lead, when=asked_for(d), refs=next_visit) for d in duties)


def is_the_last(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether no later visit was told before: one told afterwards meets nothing due since, and sets no next one."""
    told = context.file.last_step.get(("record_visit", ""))
    return told is None or told <= context.occurred_at


def where_it_is_the_last(starts: tuple[Starts[Case, Any], ...]) -> tuple[Starts[Case, Any], ...]:
    """The clocks, set going only by the last visit."""

    def also(when: Callable[[Case, Any, DecisionContext], bool]) -> Callable[[Case, Any, DecisionContext], bool]:
        return lambda case, event, context: is_the_last(case, event, context) and when(case, event, context)

    return tuple(replace(each, when=also(each.when)) for each in starts)


def latest(known: datetime | None, told: datetime) -> datetime:
    """The later of the two: what is told afterwards takes nothing back."""
    return told if known is None else max(known, told)
