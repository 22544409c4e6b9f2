"""Tell that an urgent measure failed: if nothing else protects the child, 12 hours begin to run again."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.clocks import chair_of_lead, now, running_refs
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
from domain.record.act import Action, DecisionContext, DutyOutcome, Ends, Label, Line, Starts
from domain.record.fields import Clear, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FailUrgentMeasure:
    """Why the measure failed."""

    ref: Annotated[
        str, says("Số thứ tự của biện pháp trong vụ việc", "Number of the measure within the case"), Clear.LINK
    ]
    result: Annotated[
        str, says("Việc đã cố gắng làm và lý do không thực hiện được", "What was tried and why it failed")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureFailed:
    """It could not be carried out."""

    ref: str
    result: Personal


def decide(case: Case, command: FailUrgentMeasure, context: DecisionContext) -> UrgentMeasureFailed:
    may_be_told(case, command.ref, context)
    return UrgentMeasureFailed(ref=command.ref, result=context.text(command.result))


def evolve(case: Case, event: UrgentMeasureFailed, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.FAILED)


def unprotected(case: Case, event: UrgentMeasureFailed, context: DecisionContext) -> bool:
    order = next(m.ordered_at for m in case.protection.measures if m.ref == event.ref)
    done = any(m.outcome is MeasureOutcome.COMPLETED for m in case.protection.measures if m.ordered_at == order)
    return not (done or case.protection.in_force or running_refs(duty.URGENT_MEASURES, context))


FAIL_URGENT_MEASURE = Action(
    command=FailUrgentMeasure,
    event=UrgentMeasureFailed,
    stored_as="case.urgent_measure_failed.1",
    asks=Label(vi="Báo biện pháp khẩn cấp không thực hiện được", en="Report a failed urgent measure"),
    tells=Label(vi="Biện pháp khẩn cấp không thực hiện được", en="Urgent measure failed"),
    may=(*WORKER, *POLICE, *PROVIDER),
    basis=basis.URGENT_MEASURES_LIST,
    refuses=(MEASURE_NOT_OPEN, NOT_THE_EXECUTOR),
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.URGENT_MEASURES,
            since=now,
            answers=chair_of_lead,
            when=unprotected,
            refs=lambda case, event, context: (f"failed-{event.ref}",),
        ),
    ),
    ends=(
        Ends(
            duty=duty.URGENT_MEASURE_COMPLETION,
            how=DutyOutcome.NOT_REQUIRED,
            refs=lambda case, event, context: (event.ref,),
        ),
    ),
)
