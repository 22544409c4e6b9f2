"""Review the plan: is any risk left, is the child stable, and what of items not done (Decree 56 art. 30)."""

from dataclasses import dataclass
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, Phase, chair_of_lead, own_round
from domain.case.plan.clocks import explained
from domain.case.plan.earlier import PlanReviewed1, PlanReviewed2
from domain.case.plan.fields import IsStable
from domain.case.plan.reviews import (
    REVIEW_REFUSALS,
    Unfinished,
    UnfinishedItem,
    as_kept,
    may_be_left,
    reviewed,
    stable,
)
from domain.case.seeing.clocks import found_again
from domain.case.seeing.sightings import SIGHTING_REFUSALS, SightingAsked, child_was_met, heard_then, kept, saw
from domain.case.state.plan import Stability
from domain.case.state.sighting import Occasion, Sighting
from domain.law import basis, duty
from domain.record.act import (
    Action,
    DecisionContext,
    Earlier,
    Label,
    Line,
    insist,
    met,
    not_required,
    owed,
)
from domain.record.fields import Personal, Round, says


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPlan:
    """What is left of the risk, and how the child is (form 06)."""

    risk_left: Annotated[bool, says("Vẫn còn nguy cơ", "Risk is left")]
    body: Annotated[Stability, says("Thể chất", "Body")]
    mind: Annotated[Stability, says("Tâm lý", "Mind")]
    cognition: Annotated[Stability, says("Nhận thức", "Cognition")]
    feelings: Annotated[Stability, says("Tình cảm", "Feelings")]
    findings: Annotated[str, says("Kết quả rà soát, đánh giá", "What was found")]
    sighting: SightingAsked
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
    stable: IsStable
    findings: Personal
    sighting: Sighting
    unfinished: tuple[UnfinishedItem, ...]


def decide(case: Case, command: ReviewPlan, context: DecisionContext) -> PlanReviewed:
    insist(*child_was_met(case, command.sighting, context), *may_be_left(case, command.unfinished, context))
    return PlanReviewed(
        round=case.plan.round,
        risk_left=command.risk_left,
        body=command.body,
        mind=command.mind,
        cognition=command.cognition,
        feelings=command.feelings,
        stable=stable(command),
        findings=context.text(command.findings),
        sighting=kept(command.sighting, context),
        unfinished=as_kept(command.unfinished, context),
    )


def evolve(case: Case, event: PlanReviewed, line: Line) -> Case:
    return saw(reviewed(case, event, line), event.sighting, Occasion.PLAN_REVIEW, line)


def as_before(case: Case, event: PlanReviewed1 | PlanReviewed2, line: Line) -> Case:
    return heard_then(reviewed(case, event, line), event.child_view, Occasion.PLAN_REVIEW, line)


REVIEW_PLAN = Action(
    command=ReviewPlan,
    event=PlanReviewed,
    stored_as="case.plan_reviewed.3",
    asks=Label(vi="Rà soát, đánh giá kết quả thực hiện kế hoạch", en="Review the plan"),
    tells=Label(vi="Đã rà soát, đánh giá kết quả thực hiện kế hoạch", en="Plan reviewed"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.PLAN_REVIEW,
    refuses=(*REVIEW_REFUSALS, *SIGHTING_REFUSALS),
    decide=decide,
    evolve=evolve,
    earlier=(
        Earlier(event=PlanReviewed2, stored_as="case.plan_reviewed.2", evolve=as_before),
        Earlier(event=PlanReviewed1, stored_as="case.plan_reviewed.1", evolve=as_before),
    ),
    starts=owed(duty.CLOSING_DECISION, answers=chair_of_lead, refs=own_round),
    ends=(
        *met(duty.PLAN_REVIEW, refs=own_round),
        *not_required(duty.ITEM_ANSWER, duty.ITEM_DELIVERY, refs=explained),
        *met(duty.ITEM_PLACEMENT, refs=explained),
        *not_required(duty.AMENDMENT_DECISION),
        *met(duty.TRACING, when=found_again),
    ),
)
