"""Review the plan: is any risk left, is the child stable, and what of items not done (Decree 56 art. 30)."""

from dataclasses import dataclass, replace

from domain.case.clocks import chair_of_lead, now
from domain.case.plan.items import clock_refs
from domain.case.state.case import Case, Phase
from domain.case.state.plan import ItemStatus, Review, Stability
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.action import Action, Ends, Starts
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Why an item will not be done, or not under this plan."""

    item: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedItem:
    """Why an item will not be done, as it is kept."""

    item: str
    why: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPlan:
    """Form 06: the risk left, four sides of the child's state, its own view, and items not done."""

    risk_left: bool
    body: Stability
    mind: Stability
    cognition: Stability
    feelings: Stability
    findings: str
    child_view: str | None = None
    unfinished: tuple[Unfinished, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed:
    """The plan was reviewed."""

    round: int
    risk_left: bool
    body: Stability
    mind: Stability
    cognition: Stability
    feelings: Stability
    findings: Personal
    child_view: Personal | None
    unfinished: tuple[UnfinishedItem, ...]


def decide(case: Case, command: ReviewPlan, context: DecisionContext) -> PlanReviewed:
    open_items = {i.ref for i in case.plan.open_items}
    explained = {u.item for u in command.unfinished}
    over = case.plan.ends_on is not None and local_day(context.at) > case.plan.ends_on
    insist(
        (said(command.findings), "findings_required", "findings"),
        (explained <= open_items, "item_unknown", "unfinished"),
        (all(said(u.why) for u in command.unfinished), "explanation_required", "unfinished"),
        (over or not open_items or said(context.request.reason), "early_review_needs_reason", "reason"),
    )
    return PlanReviewed(
        round=case.plan.round,
        risk_left=command.risk_left,
        body=command.body,
        mind=command.mind,
        cognition=command.cognition,
        feelings=command.feelings,
        findings=context.text(command.findings),
        child_view=context.private(command.child_view),
        unfinished=tuple(UnfinishedItem(item=u.item, why=context.text(u.why)) for u in command.unfinished),
    )


def evolve(case: Case, event: PlanReviewed, line: Line) -> Case:
    sides = (event.body, event.mind, event.cognition, event.feelings)
    review = Review(
        at=line.occurred_at,
        risk_left=event.risk_left,
        stable=all(side is Stability.STABLE for side in sides),
        reviewer=line.by.person,
    )
    plan = case.plan.mark([u.item for u in event.unfinished], ItemStatus.EXPLAINED)
    return replace(
        case,
        phase=Phase.UNDER_REVIEW,
        plan=replace(plan, review=review, amendment=None),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def round_of(case: Case, event: PlanReviewed, context: DecisionContext) -> tuple[str, ...]:
    return (str(event.round),)


def explained(case: Case, event: PlanReviewed, context: DecisionContext) -> tuple[str, ...]:
    return clock_refs(case.plan, (u.item for u in event.unfinished))


REVIEW_PLAN = Action(
    kind=Kind.CASE,
    command=ReviewPlan,
    event=PlanReviewed,
    stored_as="case.plan_reviewed.1",
    asks=Label(vi="Rà soát, đánh giá kết quả thực hiện kế hoạch", en="Review the plan"),
    tells=Label(vi="Đã rà soát, đánh giá kết quả thực hiện kế hoạch", en="Plan reviewed"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.PLAN_REVIEW,
    decide=decide,
    evolve=evolve,
    starts=(Starts(duty=duty.CLOSING_DECISION, since=now, answers=chair_of_lead, refs=round_of),),
    ends=(
        Ends(duty=duty.PLAN_REVIEW, refs=round_of),
        Ends(duty=duty.ITEM_ANSWER, how=DutyOutcome.NOT_REQUIRED, refs=explained),
        Ends(duty=duty.ITEM_DELIVERY, how=DutyOutcome.NOT_REQUIRED, refs=explained),
        Ends(duty=duty.AMENDMENT_DECISION, how=DutyOutcome.NOT_REQUIRED),
    ),
)
