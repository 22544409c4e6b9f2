"""What a review of the plan consists of: items that will not be done, the child's state, and what follows."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Protocol

from domain.case.clocks import own_round
from domain.case.plan.items import clock_refs
from domain.case.state.case import Case, Phase
from domain.case.state.plan import ItemStatus, Review, Stability
from domain.law import duty
from domain.record.act import DecisionContext, DutyOutcome, Ends, Line, not_required
from domain.record.fields import ItemNumber, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """An item that will not be done, or not under this plan."""

    ASKED_AS: ClassVar[str] = "UnfinishedItem"

    item: ItemNumber
    why: Annotated[str, says("Lý do không thực hiện", "Why")]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedItem:
    """Why an item will not be done, as it is kept."""

    item: str
    why: Personal


class Sides(Protocol):
    """The four sides of the child's state that a review looks at."""

    @property
    def body(self) -> Stability: ...
    @property
    def mind(self) -> Stability: ...
    @property
    def cognition(self) -> Stability: ...
    @property
    def feelings(self) -> Stability: ...


def stable(found: Sides) -> bool:
    """Whether the child was found stable in all respects."""
    return all(side is Stability.STABLE for side in (found.body, found.mind, found.cognition, found.feelings))


def reviewed(case: Case, event: Any, stable: bool, line: Line) -> Case:
    """The case once its plan was reviewed."""
    review = Review(at=line.occurred_at, risk_left=event.risk_left, stable=stable, reviewer=line.by.person)
    plan = case.plan.mark([u.item for u in event.unfinished], ItemStatus.EXPLAINED)
    return replace(
        case,
        phase=Phase.UNDER_REVIEW,
        plan=replace(plan, review=review, amendment=None),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def explained(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock references of the items that the review explains."""
    return clock_refs(case.plan, (u.item for u in event.unfinished))


REVIEWED: tuple[Ends[Case, Any], ...] = (
    Ends(duty=duty.PLAN_REVIEW, refs=own_round),
    Ends(duty=duty.ITEM_ANSWER, how=DutyOutcome.NOT_REQUIRED, refs=explained),
    Ends(duty=duty.ITEM_DELIVERY, how=DutyOutcome.NOT_REQUIRED, refs=explained),
    *not_required(duty.AMENDMENT_DECISION),
)
