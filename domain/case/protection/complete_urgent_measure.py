"""Tell that an urgent measure was carried out, and what came of it."""

from dataclasses import dataclass

from domain.case.protection.measures import may_be_told, with_outcome
from domain.case.state.case import Case
from domain.case.state.protection import MeasureOutcome
from domain.case.who import POLICE, PROVIDER, WORKER
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteUrgentMeasure:
    """Which measure, and what came of it."""

    ref: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureCompleted:
    """It was carried out."""

    ref: str
    result: Personal


def decide(case: Case, command: CompleteUrgentMeasure, context: DecisionContext) -> UrgentMeasureCompleted:
    may_be_told(case, command.ref, command.result, context)
    return UrgentMeasureCompleted(ref=command.ref, result=context.text(command.result))


def evolve(case: Case, event: UrgentMeasureCompleted, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.COMPLETED)


COMPLETE_URGENT_MEASURE = Action(
    kind=Kind.CASE,
    command=CompleteUrgentMeasure,
    event=UrgentMeasureCompleted,
    stored_as="case.urgent_measure_completed.1",
    asks=Label(vi="Hoàn thành biện pháp khẩn cấp", en="Complete an urgent measure"),
    tells=Label(vi="Đã hoàn thành biện pháp khẩn cấp", en="Urgent measure completed"),
    may=(*WORKER, *POLICE, *PROVIDER),
    basis=basis.URGENT_MEASURES_LIST,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.URGENT_MEASURE_COMPLETION, refs=lambda case, event, context: (event.ref,)),),
)
