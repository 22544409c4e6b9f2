"""Urgent measures: what one consists of, and how its outcome is told."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar

from domain.case.clocks import acts_for
from domain.case.fields import MeasureNumber
from domain.case.state.case import Case
from domain.case.state.protection import MeasureKind, MeasureOutcome
from domain.record.fields import UnitRef, says
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
