"""Urgent measures: what one consists of, its clock, and how its outcome is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, ClassVar

from domain.case.clocks import acts_for, now, running_refs
from domain.case.fields import MeasureNumber
from domain.case.references import Matter
from domain.case.state.case import Case
from domain.case.state.protection import MeasureKind, MeasureOutcome
from domain.law import duty
from domain.record.act import Starts, present
from domain.record.fields import OfficeRef, UnitRef, says
from domain.record.file import DecisionContext
from domain.record.refusal import Refusal, insist, required
from domain.record.vocabulary import Role


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
    """Refuses the outcome of a measure that is not open, by a provider that does not carry it out."""
    measure = required(next((m for m in case.protection.open_measures if m.ref == ref), None), MEASURE_NOT_OPEN, "ref")
    provider = context.by.role in (Role.SERVICE_PROVIDER, Role.PROVIDER_HEAD)
    insist((not provider or acts_for(measure.executor, context), NOT_THE_EXECUTOR, "ref"))


def with_outcome(case: Case, ref: str, outcome: MeasureOutcome) -> Case:
    """The case once the outcome of one of its measures is known."""
    return replace(case, protection=case.protection.with_measure(ref, outcome=outcome))


def to_complete(kind: MeasureKind) -> Starts[Case, Any]:
    """The clock of the measure of this kind: each has its own executor, whose head answers."""

    def ordered(event: Any) -> OrderedMeasure | None:
        return next((m for m in event.measures if m.kind is kind), None)

    def head_of_executor(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
        return context.register.head_of(present(ordered(event)).executor, context.at)

    return Starts(
        duty=duty.URGENT_MEASURE_COMPLETION,
        since=now,
        answers=head_of_executor,
        when=lambda case, event, context: ordered(event) is not None,
        refs=lambda case, event, context: (present(ordered(event)).ref,),
        by_act=lambda case, event, context, ref: present(ordered(event)).until,
    )


def unprotected(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether nothing else of the same order, and nothing else at all, protects the child."""
    order = next(m.ordered_at for m in case.protection.measures if m.ref == event.ref)
    done = any(m.outcome is MeasureOutcome.COMPLETED for m in case.protection.measures if m.ordered_at == order)
    return not (done or case.protection.in_force or running_refs(duty.URGENT_MEASURES, context))


def failed_measure(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The measure that failed."""
    return (Matter.FAILED_MEASURE.ref(event.ref),)
