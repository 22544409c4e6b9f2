"""Decline urgent measures: the Chair answers for the reason, and answers the worker who saw grave danger."""

from dataclasses import dataclass, replace

from domain.case.clocks import unweighed
from domain.case.state.case import LIVE, Case, RiskLevel
from domain.case.who import CHAIR
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineUrgentMeasure:
    """`answer_to_worker`: why the worker's finding of a high level or serious danger is not followed."""

    answer_to_worker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureDeclined:
    """No urgent measure is applied at this level of risk."""

    level: RiskLevel | None
    answer_to_worker: Personal | None


def decide(case: Case, command: DeclineUrgentMeasure, context: DecisionContext) -> UrgentMeasureDeclined:
    proposed = case.found_grave or case.serious_danger
    insist(
        (case.level is not None and not unweighed(case, command, context), "risk_not_assessed"),
        (case.level is not RiskLevel.HIGH, "risk_is_high"),
        (not proposed or said(command.answer_to_worker), "answer_to_worker_required", "answerToWorker"),
    )
    return UrgentMeasureDeclined(level=case.level, answer_to_worker=context.private(command.answer_to_worker))


def evolve(case: Case, event: UrgentMeasureDeclined, line: Line) -> Case:
    return replace(case, urgent_declined_at=line.occurred_at)


DECLINE_URGENT_MEASURE = Action(
    kind=Kind.CASE,
    command=DeclineUrgentMeasure,
    event=UrgentMeasureDeclined,
    stored_as="case.urgent_measure_declined.1",
    asks=Label(vi="Không áp dụng biện pháp khẩn cấp", en="Decline urgent measures"),
    tells=Label(vi="Đã quyết định không áp dụng biện pháp khẩn cấp", en="Urgent measures declined"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.URGENT_MEASURE,
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    ends=(Ends(duty=duty.URGENT_MEASURES),),
)
