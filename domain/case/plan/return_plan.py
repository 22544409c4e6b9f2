"""Return a plan to be mended, twice at most; the time to approve it runs on."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, guide_of_lead
from domain.case.plan.clocks import department_is_told, this_plan
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import says

RETURNS_MAX = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPlan:
    """The plan goes back to the worker; `reason` says what to mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReturned:
    """The plan was returned for the `number`-th time; the health department is told of the last."""

    number: Annotated[int, says("Lần trả lại", "Which return")]
    tells_health_department: Annotated[bool, says("Đã báo Sở Y tế", "The health department is told")]


RETURNED_TWICE = Refusal(
    "returned_twice",
    vi="Kế hoạch đã bị trả lại hai lần và Sở Y tế đã được báo. Đề nghị phê duyệt, hoặc xin ý kiến chỉ đạo.",
    en="The plan was returned twice and the health department was told. Approve, or ask for direction.",
)


def decide(case: Case, command: ReturnPlan, context: DecisionContext) -> PlanReturned:
    number = case.plan.returns + 1
    insist((number <= RETURNS_MAX, RETURNED_TWICE))
    return PlanReturned(number=number, tells_health_department=number == RETURNS_MAX)


def evolve(case: Case, event: PlanReturned, line: Line) -> Case:
    return replace(case, phase=Phase.PLAN_DRAFTED, plan=replace(case.plan, returns=event.number))


RETURN_PLAN = Action(
    command=ReturnPlan,
    event=PlanReturned,
    stored_as="case.plan_returned.1",
    asks=Label(vi="Trả lại kế hoạch để sửa", en="Return the plan"),
    tells=Label(vi="Đã trả lại kế hoạch để sửa", en="Plan returned"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_SUBMITTED}),
    needs_reason=True,
    basis=basis.PLAN_DECISION,
    refuses=(RETURNED_TWICE,),
    decide=decide,
    evolve=evolve,
    answers_to=("submit_plan",),
    starts=owed(duty.PASSED_UP, answers=guide_of_lead, when=department_is_told, refs=this_plan),
)
