"""Renew an urgent measure before its time runs out, after assessing again: each time for its longest term at most."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.act import CHAIR, LIVE, Case, answered, until_event
from domain.case.fields import MeasureNumber
from domain.case.protection.clocks import executor_renewed, of_measure, renewed
from domain.case.protection.measures import MEASURE_NOT_OPEN
from domain.case.protection.ordering import MEASURE_TOO_LONG, latest_for
from domain.case.protection.refusals import EXTENSION_ADDS_NOTHING, REASSESSMENT_REQUIRED
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, owed, required
from domain.record.fields import DecisionNo, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RenewUrgentMeasure:
    """Which measure goes on and until when; `reason` says why."""

    ref: MeasureNumber
    until: Annotated[datetime, says("Thời điểm kết thúc; mỗi lần tối đa 15 ngày", "The end; 15 days each time at most")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentMeasureRenewed:
    """The measure goes on. `assessment`: the number of the assessment that shows the need."""

    ref: MeasureNumber
    renewal: Annotated[int, says("Lần gia hạn biện pháp", "Which renewal of the measure")]
    until: datetime
    decision_no: str
    assessment: Annotated[int, says("Lần đánh giá nguy cơ làm căn cứ", "The assessment that shows the need")]


def decide(case: Case, command: RenewUrgentMeasure, context: DecisionContext) -> UrgentMeasureRenewed:
    lasting = (m for m in case.protection.open_measures if m.ref == command.ref and context.at < m.until)
    measure = required(next(lasting, None), MEASURE_NOT_OPEN, "ref")
    decided = measure.decided_at or measure.ordered_at
    insist(
        (command.until > measure.until, EXTENSION_ADDS_NOTHING, "until"),
        (command.until <= latest_for(case, measure.kind, context.occurred_at), MEASURE_TOO_LONG, "until"),
        (case.assessed_at is not None and case.assessed_at > decided, REASSESSMENT_REQUIRED),
    )
    return UrgentMeasureRenewed(
        ref=measure.ref,
        renewal=measure.renewals + 1,
        until=command.until,
        decision_no=command.decision_no.strip(),
        assessment=case.assessments,
    )


def evolve(case: Case, event: UrgentMeasureRenewed, line: Line) -> Case:
    renewed = case.protection.with_measure(
        event.ref, until=event.until, renewals=event.renewal, decided_at=line.occurred_at
    )
    return replace(case, protection=renewed)


RENEW_URGENT_MEASURE = Action(
    command=RenewUrgentMeasure,
    event=UrgentMeasureRenewed,
    stored_as="case.urgent_measure_renewed.1",
    asks=Label(vi="Gia hạn biện pháp khẩn cấp", en="Renew an urgent measure"),
    tells=Label(vi="Đã gia hạn biện pháp khẩn cấp", en="Urgent measure renewed"),
    may=CHAIR,
    phases=LIVE,
    needs_reason=True,
    basis=basis.URGENT_MEASURE,
    refuses=(MEASURE_NOT_OPEN, EXTENSION_ADDS_NOTHING, MEASURE_TOO_LONG, REASSESSMENT_REQUIRED),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.URGENT_MEASURE_COMPLETION, answers=executor_renewed, refs=renewed, by_act=until_event),
    ends=(*met(duty.URGENT_MEASURES, refs=answered), *met(duty.URGENT_MEASURE_COMPLETION, refs=of_measure)),
)
