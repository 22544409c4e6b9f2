"""Tell that an urgent measure failed: if nothing else protects the child, 12 hours begin to run again."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import POLICE, PROVIDER, WORKER, Case, chair_of_lead, own_ref
from domain.case.fields import MeasureNumber
from domain.case.protection.clocks import failed_measure, unprotected
from domain.case.protection.measures import OUTCOME_REFUSALS, may_be_told, with_outcome
from domain.case.state.protection import MeasureOutcome
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, not_required, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FailUrgentMeasure:
    """Why the measure failed."""

    ref: MeasureNumber
    result: Annotated[
        str, says("Việc đã cố gắng làm và lý do không thực hiện được", "What was tried and why it failed")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureFailed:
    ref: str
    result: Personal


def decide(case: Case, command: FailUrgentMeasure, context: DecisionContext) -> UrgentMeasureFailed:
    may_be_told(case, command.ref, context)
    return UrgentMeasureFailed(ref=command.ref, result=context.text(command.result))


def evolve(case: Case, event: UrgentMeasureFailed, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.FAILED)


FAIL_URGENT_MEASURE = Action(
    command=FailUrgentMeasure,
    event=UrgentMeasureFailed,
    stored_as="case.urgent_measure_failed.1",
    asks=Label(vi="Báo biện pháp khẩn cấp không thực hiện được", en="Report a failed urgent measure"),
    tells=Label(vi="Biện pháp khẩn cấp không thực hiện được", en="Urgent measure failed"),
    may=(*WORKER, *POLICE, *PROVIDER),
    basis=basis.URGENT_MEASURES_LIST,
    refuses=OUTCOME_REFUSALS,
    decide=decide,
    evolve=evolve,
    starts=owed(duty.URGENT_MEASURES, answers=chair_of_lead, when=unprotected, refs=failed_measure),
    ends=not_required(duty.URGENT_MEASURE_COMPLETION, refs=own_ref),
)
