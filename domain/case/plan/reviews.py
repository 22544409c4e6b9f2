"""What a review of the plan consists of: which items will not be done, and the child's state."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar, Protocol

from domain.case.plan.refusals import ITEM_UNKNOWN
from domain.case.state.case import Case, Phase
from domain.case.state.plan import ItemStatus, Review, Stability
from domain.record.act import Check, Line, Refusal, each, once
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


ITEM_TWICE = Refusal(
    "item_twice",
    vi="Mỗi nhiệm vụ không thực hiện chỉ ghi một lần, với một lý do.",
    en="Name each item that will not be done once, with one reason.",
)
UNFINISHED_REFUSALS = (ITEM_UNKNOWN, ITEM_TWICE)


def may_be_left(case: Case, unfinished: tuple[Unfinished, ...]) -> Iterator[Check]:
    """The checks for `insist` of items that will not be done: each is open, and named once."""
    open_items = {i.ref for i in case.plan.open_items}
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
