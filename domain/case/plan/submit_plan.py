"""Submit the plan to the Chair, with the whole file that Decree 56 art. 28.2 asks for, urgent or not."""

from dataclasses import dataclass, replace

from domain.case.clocks import chair_of_lead, now
from domain.case.state.case import Case, Phase
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class SubmitPlan:
    """Nothing but the act: the draft decision is attached, the other parts stand in the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSubmitted:
    """The plan was submitted for approval."""

    round: int


def decide(case: Case, command: SubmitPlan, context: DecisionContext) -> PlanSubmitted:
    insist(
        (case.plan.detailed, "detailed_report_missing"),
        (case.plan.meeting_held, "minutes_missing"),
        (bool(context.request.attachments), "draft_decision_missing", "attachments"),
    )
    return PlanSubmitted(round=case.plan.round)


def evolve(case: Case, event: PlanSubmitted, line: Line) -> Case:
    first = case.plan.submitted_at or line.occurred_at
    return replace(case, phase=Phase.PLAN_SUBMITTED, plan=replace(case.plan, submitted_at=first))


def round_of(case: Case, event: PlanSubmitted, context: DecisionContext) -> tuple[str, ...]:
    return (str(event.round),)


SUBMIT_PLAN = Action(
    kind=Kind.CASE,
    command=SubmitPlan,
    event=PlanSubmitted,
    stored_as="case.plan_submitted.1",
    asks=Label(vi="Trình kế hoạch", en="Submit the plan"),
    tells=Label(vi="Đã trình kế hoạch", en="Plan submitted"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_DRAFTED}),
    basis=basis.PLAN_DRAFT,
    decide=decide,
    evolve=evolve,
    starts=(Starts(duty=duty.PLAN_APPROVAL, since=now, answers=chair_of_lead, refs=round_of),),
    ends=(Ends(duty=duty.PLAN, refs=round_of),),
)
