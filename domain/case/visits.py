"""What the clocks of follow-up visits share: which one runs follows from the level of risk."""

from collections.abc import Callable
from typing import Any

from domain.case.state import Case, RiskLevel
from domain.law import duty
from domain.law.duty import Duty
from domain.record import Scene

VISIT_DUTIES = (duty.T09H, duty.T09M, duty.T09L)


def duty_for(level: RiskLevel | None) -> Duty:
    """The visit duty for a level of risk; a level that is not known counts as high."""
    match level:
        case RiskLevel.HIGH | None:
            return duty.T09H
        case RiskLevel.MEDIUM:
            return duty.T09M
        case _:
            return duty.T09L


def visit_duty(wanted: Duty) -> Callable[[Case, Any, Scene], bool]:
    """Whether the next visit is due by this duty."""
    return lambda case, event, scene: duty_for(case.level) is wanted


def next_visit(case: Case, event: Any, scene: Scene) -> tuple[str, ...]:
    """The number of the next visit, under which its clock runs."""
    return (str(case.plan.visits + 1),)
