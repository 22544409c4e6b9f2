"""What a review of the plan consists of: which items will not be done, and the child's state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Protocol

from domain.case.plan.fields import CauseLeft, WhyLeft
from domain.case.plan.refusals import ITEM_UNKNOWN
from domain.case.state.case import Case, Phase
from domain.case.state.plan import ItemStatus, Review, Stability
from domain.law.term import local_day
from domain.record.act import Check, DecisionContext, Line, Refusal, each, once, said
from domain.record.fields import ItemNumber, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """An item that will not be done, or not under this plan."""

    ASKED_AS: ClassVar[str] = "UnfinishedItem"

    item: ItemNumber
    cause: CauseLeft
    why: Annotated[str, says("Lý do không thực hiện", "Why")]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedItem:
    """Why an item will not be done, as it is kept."""

    item: str
    cause: WhyLeft
    why: Personal


ITEM_TWICE = Refusal(
    "item_twice",
    vi="Mỗi nhiệm vụ không thực hiện chỉ ghi một lần, với một lý do.",
    en="Name each item that will not be done once, with one reason.",
)
EARLY_REVIEW_NEEDS_REASON = Refusal(
    "early_review_needs_reason",
    vi="Kế hoạch chưa kết thúc và còn nhiệm vụ chưa xong. Đề nghị nêu lý do rà soát sớm.",
    en="The plan is not over and items are open. Give the reason for an early review.",
)
REVIEW_REFUSALS = (EARLY_REVIEW_NEEDS_REASON, ITEM_UNKNOWN, ITEM_TWICE)


def may_be_left(case: Case, unfinished: tuple[Unfinished, ...], context: DecisionContext) -> Iterator[Check]:
    """The checks for `insist` of a review: before the end it has a reason; an item left is open, and named once."""
    open_items = {i.ref for i in case.plan.open_items}
    over = case.plan.ends_on is not None and local_day(context.at) > case.plan.ends_on
    yield over or not open_items or said(context.request.reason), EARLY_REVIEW_NEEDS_REASON, "reason"
    yield from each(unfinished, lambda u: u.item in open_items, ITEM_UNKNOWN, "unfinished", "item")
    yield from once(unfinished, lambda u: u.item, ITEM_TWICE, "unfinished", "item")


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


def as_kept(unfinished: tuple[Unfinished, ...], context: DecisionContext) -> tuple[UnfinishedItem, ...]:
    """Items that will not be done, as their line keeps them."""
    return tuple(UnfinishedItem(item=u.item, cause=u.cause, why=context.text(u.why)) for u in unfinished)


def reviewed(case: Case, event: Any, line: Line) -> Case:
    """The case once its plan was reviewed."""
    review = Review(at=line.occurred_at, risk_left=event.risk_left, stable=stable(event), reviewer=line.by.person)
    plan = case.plan.mark([u.item for u in event.unfinished], ItemStatus.EXPLAINED)
    return replace(case, phase=Phase.UNDER_REVIEW, plan=replace(plan, review=review, amendment=None))
