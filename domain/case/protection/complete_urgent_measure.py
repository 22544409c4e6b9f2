"""Tell that an urgent measure was carried out, and what came of it: from then on it protects nobody."""

from dataclasses import dataclass

from domain.case.act import EXECUTOR, POLICE, WORKER, Case
from domain.case.fields import MeasureNumber, Result
from domain.case.protection.clocks import laid_bare, left_shelter, measure_ended, of_measure, sent_home
from domain.case.protection.measures import OUTCOME_REFUSALS, may_be_told, with_outcome
from domain.case.references import Matter
from domain.case.state.protection import MeasureOutcome
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met
from domain.record.fields import Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteUrgentMeasure:
    """What the measure came to."""

    ref: MeasureNumber
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureCompleted:
    ref: str
    result: Personal


def decide(case: Case, command: CompleteUrgentMeasure, context: DecisionContext) -> UrgentMeasureCompleted:
    may_be_told(case, command.ref, context)
    return UrgentMeasureCompleted(ref=command.ref, result=context.text(command.result))


def evolve(case: Case, event: UrgentMeasureCompleted, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.COMPLETED, line.occurred_at)


COMPLETE_URGENT_MEASURE = Action(
    command=CompleteUrgentMeasure,
    event=UrgentMeasureCompleted,
    stored_as="case.urgent_measure_completed.1",
    asks=Label(vi="Hoàn thành biện pháp khẩn cấp", en="Complete an urgent measure"),
    tells=Label(vi="Đã hoàn thành biện pháp khẩn cấp", en="Urgent measure completed"),
    may=(*WORKER, *POLICE, *EXECUTOR),
    basis=basis.URGENT_MEASURES_LIST,
    refuses=OUTCOME_REFUSALS,
    decide=decide,
    evolve=evolve,
    answers_to=("order_urgent_measure",),
    starts=(
        *laid_bare(duty.URGENT_MEASURES, Matter.ENDED_MEASURE, measure_ended),
        *sent_home(duty.HOME_CHECK, Matter.ENDED_MEASURE, left_shelter),
    ),
    ends=met(duty.URGENT_MEASURE_COMPLETION, refs=of_measure),
)
