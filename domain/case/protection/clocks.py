"""Clocks of what protects the child: since when they count, who answers, and under which reference they run."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead, danger_stands, running_refs, unprotected
from domain.case.protection.against import AGAINST, TAKES_FROM_HOME, home_again
from domain.case.references import Matter, part
from domain.case.state.care import CareEnd
from domain.case.state.case import LIVE, Case
from domain.law import duty
from domain.law.duty import Duty
from domain.record.act import DecisionContext, Starts, owed
from domain.record.action import always
from domain.record.fields import OfficeRef


def each_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measures ordered: each is a clock of its own."""
    return tuple(m.ref for m in event.measures)


def head_of_executor(case: Case, event: Any, context: DecisionContext, ref: str) -> OfficeRef:
    """The head of the unit that carries the measure out."""
    return context.register.head_of(next(m.executor for m in event.measures if m.ref == ref), context.at)


def end_of_measure(case: Case, event: Any, context: DecisionContext, ref: str) -> datetime:
    """Until when the order lets the measure take."""
    return next(m.until for m in event.measures if m.ref == ref)


def away_by_order(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the order takes the child from home."""
    return event.carer is not None


def restarted(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the measure that failed leaves the twelve hours owed again."""
    return event.restart > 0


def from_its_origin(case: Case, event: Any, context: DecisionContext) -> datetime:
    """Since when the twelve hours counted that the failed measure was to meet: trying in vain buys no time."""
    return case.protection.measure(event.ref).counted_from or context.at


def failed_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure that failed."""
    return (Matter.FAILED_MEASURE.ref(event.ref),)


def of_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure, however often it was renewed."""
    running = running_refs(duty.URGENT_MEASURE_COMPLETION, context)
    return tuple(ref for ref in running if ref.partition(".")[0] == event.ref)


def renewed(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure and which renewal of it."""
    return (part(event.ref, event.renewal),)


def executor_renewed(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the unit that carries the renewed measure out."""
    return context.register.head_of(case.protection.measure(event.ref).executor, context.at)


def first_day(case: Case, event: Any, context: DecisionContext) -> datetime:
    """From when the 15 days count."""
    return event.counted_from


def this_extension(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The separation and which extension of it: each end that is set anew is a clock of its own."""
    return (part(event.ref, event.extension),)


def carers_safe(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the carers had been assessed as safe."""
    return event.carers_safe


def when_asked(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When it was asked for."""
    return event.requested_at


def its_request(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The request that the order answers, if there was one."""
    return (event.request,) if event.request else ()


def this_check(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The check that the event tells of."""
    return (Matter.HOME_CHECK.ref(event.number),)


def _this(matter: Matter) -> Callable[[Case, Any, DecisionContext], tuple[str, ...]]:
    numbered = "placement" if matter is Matter.ENDED_CARE else "ref"
    return lambda case, event, context: (matter.ref(getattr(event, numbered)),)


def _bare(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the danger stands while nothing protects the child any more for as long as twelve hours."""
    return danger_stands(case, event, context) and unprotected(case, context.at, context)


def measure_ended(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a measure ended with this line that had kept something off."""
    before = context.file.state.protection.measure(event.ref)
    return before.ended_at is None and bool(AGAINST[before.kind])


def laid_bare(
    owes: Duty, matter: Matter, ended: Callable[[Case, Any, DecisionContext], bool] = always
) -> tuple[Starts[Case, Any], ...]:
    """Protection ended: twelve hours begin where the danger stands."""
    return owed(
        owes,
        answers=chair_of_lead,
        when=lambda case, event, context: ended(case, event, context) and _bare(case, event, context),
        refs=_this(matter),
        beside=True,
    )


def sent_home(
    owes: Duty, matter: Matter, ended: Callable[[Case, Any, DecisionContext], bool] = always
) -> tuple[Starts[Case, Any], ...]:
    """The child came home: somebody looks within a day whether it is safe there."""
    return owed(
        owes,
        answers=chair_of_lead,
        when=lambda case, event, context: case.phase in LIVE and ended(case, event, context) and home_again(case),
        refs=_this(matter),
        beside=True,
    )


def returned(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child goes from its placement back to its family."""
    return event.ground is CareEnd.RETURNED_HOME


def left_shelter(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the measure that ended had taken the child from home."""
    measure = context.file.state.protection.measure(event.ref)
    return measure.ended_at is None and measure.kind in TAKES_FROM_HOME
