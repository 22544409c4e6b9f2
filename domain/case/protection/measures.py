"""Urgent measures: what one consists of, and how its outcome is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, ClassVar

from domain.case.clocks import acts_for, in_time_refs, unprotected, unweighed
from domain.case.fields import MeasureNumber
from domain.case.protection.against import AGAINST
from domain.case.state.case import Case
from domain.case.state.protection import Measure, MeasureKind, MeasureOutcome
from domain.law import duty
from domain.record.fields import UnitRef, says
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.perform import stands
from domain.record.refusal import Refusal, insist, required
from domain.record.who import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWanted:
    """One urgent measure."""

    ASKED_AS: ClassVar[str] = "Measure"

    kind: Annotated[MeasureKind, says("Biện pháp", "What")]
    executor: Annotated[UnitRef, says("Đơn vị thực hiện", "The unit that carries it out")]
    until: Annotated[datetime, says("Thời điểm kết thúc", "Until when")]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderedMeasure:
    """One measure under its reference, which counts through the case."""

    ref: MeasureNumber
    kind: MeasureKind
    executor: UnitRef
    until: datetime


MEASURE_NOT_OPEN = Refusal(
    "measure_not_open",
    vi="Không có biện pháp khẩn cấp nào đang thực hiện với số này.",
    en="No urgent measure with this number is open.",
)
NOT_THE_EXECUTOR = Refusal(
    "not_the_executor",
    vi="Biện pháp này giao cho cơ quan khác thực hiện.",
    en="This measure was given to another body.",
)
OUTCOME_REFUSALS = (MEASURE_NOT_OPEN, NOT_THE_EXECUTOR)


def may_be_told(case: Case, ref: str, context: DecisionContext) -> None:
    """Refuses the outcome of a measure that is not open, and by who neither has the case nor carries it out."""
    measure = required(next((m for m in case.protection.open_measures if m.ref == ref), None), MEASURE_NOT_OPEN, "ref")
    insist((_has_the_case(case, context) or acts_for(measure.executor, context), NOT_THE_EXECUTOR, "ref"))


def _has_the_case(case: Case, context: DecisionContext) -> bool:
    """Whether the actor's unit leads, or is that of the place and has not handed the case on."""
    where = context.file.kind.where(case, None)
    return any(stands(context.by, scope, where, context.register, context.at) for scope in (Scope.LEAD, Scope.PLACE))


def with_outcome(case: Case, ref: str, outcome: MeasureOutcome, at: datetime, **now: Any) -> Case:
    """The case once the outcome of one of its measures is known; it may have run out before."""
    return replace(case, protection=case.protection.with_measure_ended(ref, at, outcome=outcome, **now))


def restart_of(case: Case, ref: str, context: DecisionContext) -> int:
    """Which time twelve hours of this danger are owed again because a measure failed; 0: they are not."""
    measure = case.protection.measure(ref)
    origin = measure.counted_from
    needed = case.grave or unweighed(case, None, context) or not case.risk_confirmed
    without = with_outcome(case, ref, MeasureOutcome.FAILED, context.occurred_at)
    if not (AGAINST[measure.kind] and needed and unprotected(without, origin or context.at, context)):
        return 0
    return 1 + sum(
        m.restart > 0 and m.ordered_at >= (case.protection.new_harm_at or m.ordered_at)
        for m in case.protection.measures
    )


def origin_of(context: DecisionContext) -> datetime | None:
    """Since when the twelve hours count that run now and have not lapsed, the earliest of them."""
    code = duty.URGENT_MEASURES.code
    running = (context.file.running[code, ref].since for ref in in_time_refs(duty.URGENT_MEASURES, context))
    return min(running, default=None)


def ordered(case: Case, event: Any, line: Line, counted_from: datetime | None = None) -> Case:
    """The case once the measures of an order are under way."""
    measures = (
        Measure(
            ref=m.ref,
            ordered_at=line.occurred_at,
            kind=m.kind,
            executor=m.executor,
            until=m.until,
            counted_from=counted_from,
        )
        for m in event.measures
    )
    return replace(case, protection=replace(case.protection, measures=(*case.protection.measures, *measures)))
