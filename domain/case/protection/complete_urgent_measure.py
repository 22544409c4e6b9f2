"""Tell that an urgent measure was carried out, and what came of it."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.protection.measures import (
    MEASURE_NOT_OPEN,
    NOT_THE_EXECUTOR,
    may_be_told,
    with_outcome,
)
from domain.case.state.case import Case
from domain.case.state.protection import MeasureOutcome
from domain.case.who import POLICE, PROVIDER, WORKER
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line
from domain.record.fields import Clear, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteUrgentMeasure:
    """What the measure came to."""

    ref: Annotated[
        str, says("Số thứ tự của biện pháp trong vụ việc", "Number of the measure within the case"), Clear.LINK
    ]
    result: Annotated[str, says("Kết quả thực hiện", "What it came to")]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureCompleted:
    """It was carried out."""

    ref: str
    result: Personal


def decide(case: Case, command: CompleteUrgentMeasure, context: DecisionContext) -> UrgentMeasureCompleted:
    may_be_told(case, command.ref, context)
    return UrgentMeasureCompleted(ref=command.ref, result=context.text(command.result))


def evolve(case: Case, event: UrgentMeasureCompleted, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.COMPLETED)


COMPLETE_URGENT_MEASURE = Action(
    command=CompleteUrgentMeasure,
    event=UrgentMeasureCompleted,
    stored_as="case.urgent_measure_completed.1",
    asks=Label(vi="Hoàn thành biện pháp khẩn cấp", en="Complete an urgent measure"),
    tells=Label(vi="Đã hoàn thành biện pháp khẩn cấp", en="Urgent measure completed"),
    may=(*WORKER, *POLICE, *PROVIDER),
    basis=basis.URGENT_MEASURES_LIST,
    refuses=(MEASURE_NOT_OPEN, NOT_THE_EXECUTOR),
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.URGENT_MEASURE_COMPLETION, refs=lambda case, event, context: (event.ref,)),),
)
