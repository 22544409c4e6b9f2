"""Submit the plan to the Chair, with the whole file that Decree 56 art. 28.2 asks for, urgent or not."""

from dataclasses import dataclass, replace

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.refusals import DETAILED_REPORT_MISSING
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import Round


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitPlan:
    """The plan goes to the Chair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSubmitted:
    round: Round


MINUTES_MISSING = Refusal(
    "minutes_missing",
    vi="Hồ sơ trình thiếu biên bản họp xác định nhu cầu. Đề nghị họp trước khi trình.",
    en="The file lacks the minutes of the needs meeting. Hold the meeting before you submit.",
)
DRAFT_DECISION_MISSING = Refusal(
    "draft_decision_missing",
    vi="Hồ sơ trình thiếu dự thảo quyết định (Mẫu số 05). Đề nghị đính kèm.",
    en="The file lacks the draft decision (form 05). Attach it.",
)


def decide(case: Case, command: SubmitPlan, context: DecisionContext) -> PlanSubmitted:
    insist(
        (case.plan.detailed, DETAILED_REPORT_MISSING),
        (case.plan.meeting_held, MINUTES_MISSING),
        (bool(context.request.attachments), DRAFT_DECISION_MISSING, "attachments"),
    )
    return PlanSubmitted(round=case.plan.round)


def evolve(case: Case, event: PlanSubmitted, line: Line) -> Case:
    first = case.plan.submitted_at or line.occurred_at
    return replace(case, phase=Phase.PLAN_SUBMITTED, plan=replace(case.plan, submitted_at=first))


SUBMIT_PLAN = Action(
    command=SubmitPlan,
    event=PlanSubmitted,
    stored_as="case.plan_submitted.1",
    asks=Label(vi="Trình kế hoạch", en="Submit the plan"),
    tells=Label(vi="Đã trình kế hoạch", en="Plan submitted"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_DRAFTED}),
    basis=basis.PLAN_SUBMISSION,
    refuses=(DETAILED_REPORT_MISSING, MINUTES_MISSING, DRAFT_DECISION_MISSING),
    decide=decide,
    evolve=evolve,
    answers_to=("draft_plan",),
    starts=owed(duty.PLAN_APPROVAL, answers=chair_of_lead, refs=own_round),
    ends=met(duty.PLAN, refs=own_round),
)
