"""Decline urgent measures: the Chair answers for the reason, and answers the worker who saw grave danger."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, RiskLevel, looked_at_from_above, this_assessment, unweighed
from domain.case.fields import AnswerToWorkerIfAny
from domain.case.refusals import OVERTURNED, RISK_IS_HIGH, RISK_NOT_ASSESSED
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, said
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineUrgentMeasure:
    """No urgent measure is ordered; `reason` says why."""

    answer_to_worker: AnswerToWorkerIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureDeclined:
    level: Annotated[RiskLevel | None, says("Mức độ nguy cơ khi quyết định", "Level of risk at the decision")]
    answer_to_worker: Personal | None


ANSWER_TO_WORKER_REQUIRED = Refusal(
    "answer_to_worker_required",
    vi="Người đánh giá đã nêu nguy cơ cao hoặc nguy hiểm. Phải nêu rõ lý do không chấp thuận đề xuất.",
    en="The worker found high risk or serious danger. Answer separately why this is not followed.",
)


def decide(case: Case, command: DeclineUrgentMeasure, context: DecisionContext) -> UrgentMeasureDeclined:
    proposed = case.found_grave or case.serious_danger
    insist(
        (case.level is not None and not unweighed(case, command, context), RISK_NOT_ASSESSED),
        (case.level is not RiskLevel.HIGH, RISK_IS_HIGH),
        (not case.overturned, OVERTURNED),
        (not proposed or said(command.answer_to_worker), ANSWER_TO_WORKER_REQUIRED, "answer_to_worker"),
    )
    return UrgentMeasureDeclined(level=case.level, answer_to_worker=context.private(command.answer_to_worker))


def evolve(case: Case, event: UrgentMeasureDeclined, line: Line) -> Case:
    return replace(case, urgent_declined_at=line.occurred_at)


def worker_saw_more(case: Case, event: UrgentMeasureDeclined, context: DecisionContext) -> bool:
    return event.answer_to_worker is not None


DECLINE_URGENT_MEASURE = Action(
    command=DeclineUrgentMeasure,
    event=UrgentMeasureDeclined,
    stored_as="case.urgent_measure_declined.1",
    asks=Label(vi="Không áp dụng biện pháp khẩn cấp", en="Decline urgent measures"),
    tells=Label(vi="Đã quyết định không áp dụng biện pháp khẩn cấp", en="Urgent measures declined"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.URGENT_MEASURE,
    refuses=(RISK_IS_HIGH, OVERTURNED, RISK_NOT_ASSESSED, ANSWER_TO_WORKER_REQUIRED),
    decide=decide,
    evolve=evolve,
    four_eyes=lambda case: case.assessor,
    proposed_by="assess_initial_risk",
    starts=looked_at_from_above(duty.LOOK_FROM_ABOVE, worker_saw_more, this_assessment),
    ends=met(duty.URGENT_MEASURES),
)
