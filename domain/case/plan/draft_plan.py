"""Draft the plan of support, intervention; in an urgent case before the needs meeting."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.plan.clocks import from_assessment, without_meeting
from domain.case.plan.items import check_new_items, numbered
from domain.case.plan.refusals import ITEM_DUE_PAST
from domain.case.state.plan import NewItem, PlanItem, PlanLevel
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, owed
from domain.record.fields import Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPlan:
    """The level, the goals and the items (form 04)."""

    level: Annotated[PlanLevel, says("Cấp độ bảo vệ trẻ em", "Level of protection")]
    goals: Annotated[str, says("Mục tiêu của kế hoạch", "What the plan is to reach")]
    items: Annotated[tuple[NewItem, ...], says("Các nhiệm vụ cần thực hiện", "What is to be done")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDrafted:
    """A plan was drafted; it takes the place of an earlier draft."""

    round: Round
    level: PlanLevel
    goals: Personal
    items: tuple[PlanItem, ...]


NEEDS_NOT_SET = Refusal(
    "needs_not_set",
    vi="Chưa họp xác định nhu cầu; chỉ vụ việc khẩn cấp mới được lập kế hoạch trước cuộc họp.",
    en="The needs meeting was not held; only in an urgent case may the plan be drafted before it.",
)


def decide(case: Case, command: DraftPlan, context: DecisionContext) -> PlanDrafted:
    plan = case.plan.under_way()
    insist((plan.meeting_held or case.grave, NEEDS_NOT_SET), *check_new_items(command.items, "items", context))
    return PlanDrafted(
        round=plan.round,
        level=command.level,
        goals=context.text(command.goals),
        items=numbered(command.items, 0, context),
    )


def evolve(case: Case, event: PlanDrafted, line: Line) -> Case:
    plan = replace(
        case.plan.under_way(), level=event.level, goals=event.goals, items=event.items, drafter=line.by.person
    )
    return replace(case, phase=Phase.PLAN_DRAFTED, plan=plan)


DRAFT_PLAN = Action(
    command=DraftPlan,
    event=PlanDrafted,
    stored_as="case.plan_drafted.1",
    asks=Label(vi="Xây dựng kế hoạch hỗ trợ, can thiệp", en="Draft the plan"),
    tells=Label(vi="Đã xây dựng kế hoạch hỗ trợ, can thiệp", en="Plan drafted"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.ASSESSED, Phase.DETAILED, Phase.NEEDS_SET, Phase.PLAN_DRAFTED}),
    basis=basis.PLAN_DRAFT,
    refuses=(NEEDS_NOT_SET, ITEM_DUE_PAST),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.PLAN, since=from_assessment, answers=chair_of_lead, when=without_meeting, refs=own_round),
)
