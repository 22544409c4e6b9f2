"""Review the plan: is any risk left, is the child stable, and what of items not done (Decree 56 art. 30)."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.plan.clocks import explained
from domain.case.plan.earlier import PlanReviewed1
from domain.case.plan.reviews import UNFINISHED_REFUSALS, Unfinished, UnfinishedItem, may_be_left, reviewed, stable
from domain.case.state.plan import Stability
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import (
    Action,
    DecisionContext,
    Earlier,
    Label,
    Line,
    Refusal,
    insist,
    met,
    not_required,
    owed,
    said,
)
from domain.record.fields import ChildViewIfAny, Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPlan:
    """What is left of the risk, and how the child is (form 06)."""

    risk_left: Annotated[bool, says("Vẫn còn nguy cơ", "Risk is left")]
    body: Annotated[Stability, says("Thể chất", "Body")]
    mind: Annotated[Stability, says("Tâm lý", "Mind")]
    cognition: Annotated[Stability, says("Nhận thức", "Cognition")]
    feelings: Annotated[Stability, says("Tình cảm", "Feelings")]
    findings: Annotated[str, says("Kết quả rà soát, đánh giá", "What was found")]
    child_view: ChildViewIfAny = None
    unfinished: Annotated[
        tuple[Unfinished, ...], says("Các nhiệm vụ sẽ không thực hiện", "Items that will not be done")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed:
    """The plan was reviewed. `stable`: all four sides of the child's state are."""

    round: Round
    risk_left: bool
    body: Stability
    mind: Stability
    cognition: Stability
    feelings: Stability
    stable: Annotated[bool, says("Trẻ em ổn định về mọi mặt", "The child is stable in all respects")]
    findings: Personal
    child_view: Personal | None
    unfinished: tuple[UnfinishedItem, ...]


EARLY_REVIEW_NEEDS_REASON = Refusal(
    "early_review_needs_reason",
    vi="Kế hoạch chưa kết thúc và còn nhiệm vụ chưa xong. Hãy nêu lý do rà soát sớm.",
    en="The plan is not over and items are open. Give the reason for an early review.",
)


def decide(case: Case, command: ReviewPlan, context: DecisionContext) -> PlanReviewed:
    over = case.plan.ends_on is not None and local_day(context.at) > case.plan.ends_on
    insist(
        *may_be_left(case, command.unfinished),
        (over or not case.plan.open_items or said(context.request.reason), EARLY_REVIEW_NEEDS_REASON, "reason"),
    )
    return PlanReviewed(
        round=case.plan.round,
        risk_left=command.risk_left,
        body=command.body,
        mind=command.mind,
        cognition=command.cognition,
        feelings=command.feelings,
        stable=stable(command),
        findings=context.text(command.findings),
        child_view=context.private(command.child_view),
        unfinished=tuple(UnfinishedItem(item=u.item, why=context.text(u.why)) for u in command.unfinished),
    )


def evolve(case: Case, event: PlanReviewed, line: Line) -> Case:
    return reviewed(case, event, event.stable, line)


def evolve_1(case: Case, event: PlanReviewed1, line: Line) -> Case:
    return reviewed(case, event, stable(event), line)


REVIEW_PLAN = Action(
    command=ReviewPlan,
    event=PlanReviewed,
    stored_as="case.plan_reviewed.2",
    asks=Label(vi="Rà soát, đánh giá kết quả thực hiện kế hoạch", en="Review the plan"),
    tells=Label(vi="Đã rà soát, đánh giá kết quả thực hiện kế hoạch", en="Plan reviewed"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.PLAN_REVIEW,
    refuses=(EARLY_REVIEW_NEEDS_REASON, *UNFINISHED_REFUSALS),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=PlanReviewed1, stored_as="case.plan_reviewed.1", evolve=evolve_1),),
    starts=owed(duty.CLOSING_DECISION, answers=chair_of_lead, refs=own_round),
    ends=(
        *met(duty.PLAN_REVIEW, refs=own_round),
        *not_required(duty.ITEM_ANSWER, duty.ITEM_DELIVERY, refs=explained),
        *not_required(duty.AMENDMENT_DECISION),
    ),
)
