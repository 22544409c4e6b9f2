"""Approve the plan: the Chair of residence decides, never who drafted it; its clocks start."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from domain.case.act import CHAIR_OF_RESIDENCE, Case, Phase, acts_for, chair_of_lead, own_round, passed_up
from domain.case.plan.clocks import all_items, end_of_item, head_of_provider, planned_end
from domain.case.plan.refusals import ITEM_AFTER_PLAN
from domain.case.plan.visits import visits_from_now
from domain.case.references import Matter
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, not_required, owed
from domain.record.answering import answers_for_open_lapse
from domain.record.fields import DecisionNo, Round, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePlan:
    """The decision and the days (form 05)."""

    decision_no: DecisionNo
    starts_on: Annotated[date, says("Ngày bắt đầu", "First day")]
    ends_on: Annotated[date, says("Ngày kết thúc", "Last day")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanApproved:
    round: Round
    decision_no: str
    starts_on: date
    ends_on: date


TRANSFER_FIRST = Refusal(
    "transfer_first",
    vi="Trẻ em cư trú ở xã khác. Đề nghị chuyển hồ sơ đến nơi cư trú; Chủ tịch nơi đó phê duyệt kế hoạch.",
    en="The child lives in another commune. Transfer the case there; its Chair approves the plan.",
)
PLAN_DAYS_WRONG = Refusal(
    "plan_days_wrong",
    vi="Thời gian kế hoạch không hợp lệ: ngày kết thúc phải từ hôm nay và không trước ngày bắt đầu.",
    en="The days of the plan are wrong: it ends today or later, and not before it begins.",
)

STARTS_WITHIN, LASTS_AT_MOST = timedelta(days=30), timedelta(days=366)
"""Project default: what begins next year protects nobody now, and what lasts is reviewed each year."""
PLAN_TOO_FAR = Refusal(
    "plan_too_far",
    vi="Kế hoạch phải bắt đầu trong 30 ngày và kéo dài không quá một năm. Phần tiếp theo lập sau khi rà soát.",
    en="A plan begins within thirty days and lasts a year at most. What comes later is another plan, after a review.",
)

ITEM_DUE_TOO_SOON = Refusal(
    "item_due_too_soon",
    vi="Có nhiệm vụ đến hạn ngay trong ngày phê duyệt hoặc trước đó. Đề nghị trả lại kế hoạch để sửa ngày.",
    en="An item is due on the day of the approval or before. Return the plan to have its day changed.",
)


def decide(case: Case, command: ApprovePlan, context: DecisionContext) -> PlanApproved:
    away = case.residence is not None and not acts_for(case.residence, context)
    backwards = command.starts_on > command.ends_on
    insist(
        (not away or bool(case.handovers), TRANSFER_FIRST),
        (command.starts_on <= command.ends_on and local_day(context.at) <= command.ends_on, PLAN_DAYS_WRONG, "ends_on"),
        (backwards or command.starts_on <= local_day(context.at) + STARTS_WITHIN, PLAN_TOO_FAR, "starts_on"),
        (command.ends_on <= command.starts_on + LASTS_AT_MOST, PLAN_TOO_FAR, "ends_on"),
        (all(i.due <= command.ends_on for i in case.plan.items), ITEM_AFTER_PLAN, "ends_on"),
        (all(i.due > local_day(context.at) for i in case.plan.items), ITEM_DUE_TOO_SOON),
        (not answers_for_open_lapse(context, but=duty.PLAN_APPROVAL), ANSWERABLE_FOR_LAPSE),
    )
    return PlanApproved(
        round=case.plan.round,
        decision_no=command.decision_no.strip(),
        starts_on=command.starts_on,
        ends_on=command.ends_on,
    )


def evolve(case: Case, event: PlanApproved, line: Line) -> Case:
    plan = replace(
        case.plan,
        decision_no=event.decision_no,
        approved_at=line.occurred_at,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
    )
    return replace(case, phase=Phase.PLAN_APPROVED, plan=plan)


APPROVE_PLAN = Action(
    command=ApprovePlan,
    event=PlanApproved,
    stored_as="case.plan_approved.1",
    asks=Label(vi="Phê duyệt kế hoạch", en="Approve the plan"),
    tells=Label(vi="Đã phê duyệt kế hoạch", en="Plan approved"),
    may=CHAIR_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_SUBMITTED}),
    basis=basis.PLAN_APPROVAL,
    refuses=(ANSWERABLE_FOR_LAPSE, ITEM_AFTER_PLAN, TRANSFER_FIRST, PLAN_DAYS_WRONG, PLAN_TOO_FAR, ITEM_DUE_TOO_SOON),
    decide=decide,
    evolve=evolve,
    answers_to=("submit_plan",),
    four_eyes=lambda case: case.plan.drafter,
    proposed_by="draft_plan",
    starts=(
        *owed(duty.ITEM_ANSWER, answers_each=head_of_provider, refs=all_items),
        *owed(duty.ITEM_DELIVERY, answers_each=head_of_provider, refs=all_items, by_act=end_of_item),
        *owed(duty.PLAN_REVIEW, since=planned_end, answers=chair_of_lead, refs=own_round),
        *visits_from_now(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW),
    ),
    ends=(*met(duty.PLAN_APPROVAL, refs=own_round), *not_required(duty.PASSED_UP, refs=passed_up(Matter.PLAN))),
)
