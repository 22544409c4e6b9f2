"""Clocks of what protects the child: since when they count, who answers, and under which reference they run."""

from datetime import datetime
from typing import Any

from domain.case.clocks import running_refs
from domain.case.references import Matter, part
from domain.case.state.case import Case
from domain.case.state.protection import MeasureOutcome
from domain.law import duty
from domain.record.act import DecisionContext
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


def unprotected(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether nothing else of the same order, and nothing else at all, protects the child."""
    order = next(m.ordered_at for m in case.protection.measures if m.ref == event.ref)
    done = any(m.outcome is MeasureOutcome.COMPLETED for m in case.protection.measures if m.ordered_at == order)
    return not (done or case.protection.in_force or running_refs(duty.URGENT_MEASURES, context))


def failed_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure that failed."""
    return (Matter.FAILED_MEASURE.ref(event.ref),)


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
