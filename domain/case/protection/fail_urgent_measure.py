"""Tell that an urgent measure failed: if nothing else protects the child, the same 12 hours are owed again."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import EXECUTOR, POLICE, WORKER, Case, chair_of_lead
from domain.case.fields import MeasureNumber
from domain.case.protection.clocks import failed_measure, from_its_origin, of_measure, restarted
from domain.case.protection.earlier import UrgentMeasureFailed1
from domain.case.protection.measures import OUTCOME_REFUSALS, may_be_told, restart_of, with_outcome
from domain.case.state.protection import MeasureOutcome
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, not_required, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class FailUrgentMeasure:
    """Why the measure failed."""

    ref: MeasureNumber
    result: Annotated[str, says("Việc đã triển khai và lý do không thực hiện được", "What was tried and why it failed")]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureFailed:
    """The measure failed. `restart` counts how often the same twelve hours were owed again; 0: they are not.

    `prolonged`: it is the third time or more, a sign of deliberate prolonging that the lapse is judged by.
    """

    ref: str
    result: Personal
    restart: Annotated[
        int, says("Số lần tính lại 12 giờ do không thực hiện được", "How often the twelve hours were owed again")
    ]
    prolonged: Annotated[
        bool, says("Dấu hiệu cố tình kéo dài: từ lần thứ ba", "A sign of deliberate prolonging: the third time or more")
    ]


THIRD = 3


def decide(case: Case, command: FailUrgentMeasure, context: DecisionContext) -> UrgentMeasureFailed:
    may_be_told(case, command.ref, context)
    restart = restart_of(case, command.ref, context)
    return UrgentMeasureFailed(
        ref=command.ref, result=context.text(command.result), restart=restart, prolonged=restart >= THIRD
    )


def evolve(case: Case, event: UrgentMeasureFailed, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.FAILED, line.occurred_at, restart=event.restart)


def evolve_1(case: Case, event: UrgentMeasureFailed1, line: Line) -> Case:
    return with_outcome(case, event.ref, MeasureOutcome.FAILED, line.occurred_at)


FAIL_URGENT_MEASURE = Action(
    command=FailUrgentMeasure,
    event=UrgentMeasureFailed,
    stored_as="case.urgent_measure_failed.2",
    asks=Label(vi="Báo biện pháp khẩn cấp không thực hiện được", en="Report a failed urgent measure"),
    tells=Label(vi="Biện pháp khẩn cấp không thực hiện được", en="Urgent measure failed"),
    may=(*WORKER, *POLICE, *EXECUTOR),
    basis=basis.URGENT_MEASURES_LIST,
    refuses=OUTCOME_REFUSALS,
    decide=decide,
    evolve=evolve,
    answers_to=("order_urgent_measure",),
    earlier=(Earlier(event=UrgentMeasureFailed1, stored_as="case.urgent_measure_failed.1", evolve=evolve_1),),
    starts=owed(
        duty.URGENT_MEASURES, since=from_its_origin, answers=chair_of_lead, when=restarted, refs=failed_measure
    ),
    ends=not_required(duty.URGENT_MEASURE_COMPLETION, refs=of_measure),
)
