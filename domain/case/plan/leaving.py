"""What of a plan is left: the review proposes it, and the Chair decides each item, with cause and reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from domain.case.plan.fields import CauseLeft, WhyLeft
from domain.case.state.case import Case
from domain.case.state.plan import ItemStatus
from domain.record.fields import ItemNumber, Personal, says
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal, each, once


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemToLeave:
    """An item of the plan that the Chair decides to leave."""

    item: ItemNumber
    cause: CauseLeft
    why: Annotated[str, says("Lý do của quyết định không thực hiện", "Why it is decided so")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLeft:
    """The decision on an item that is left, as it is kept."""

    item: str
    cause: WhyLeft
    why: Personal


ItemsToLeave = Annotated[
    tuple[ItemToLeave, ...],
    says(
        "Các nhiệm vụ không thực hiện; quyết định từng nhiệm vụ mà lần rà soát đề nghị",
        "Items that are left; each that the review proposes to leave is decided",
    ),
]
ITEM_UNDECIDED = Refusal(
    "item_undecided",
    vi="Lần rà soát đề nghị không thực hiện một số nhiệm vụ. Đề nghị quyết định từng nhiệm vụ, có căn cứ và lý do.",
    en="The review proposes to leave items. Decide on each of them, with cause and reason.",
)
ITEM_NOT_PROPOSED = Refusal(
    "item_not_proposed",
    vi="Lần rà soát không đề nghị bỏ nhiệm vụ này, hoặc nhiệm vụ được ghi hai lần.",
    en="The review does not propose to leave this item, or it is named twice.",
)


def _proposed(case: Case) -> set[str]:
    return {item.ref for item in case.plan.items if item.status is ItemStatus.EXPLAINED}


def as_proposed(case: Case, leaves: tuple[ItemToLeave, ...]) -> list[Check]:
    """The checks for `insist` that only what the review proposed is left, and each once."""
    proposed = _proposed(case)
    return [
        *each(leaves, lambda left: left.item in proposed, ITEM_NOT_PROPOSED, "leaves", "item"),
        *once(leaves, lambda left: left.item, ITEM_NOT_PROPOSED, "leaves", "item"),
    ]


def all_decided(case: Case, leaves: Iterable[ItemToLeave]) -> Check:
    """That each item is decided that the review proposes to leave."""
    return (_proposed(case) <= {left.item for left in leaves}, ITEM_UNDECIDED, "leaves")


def left(leaves: Iterable[ItemToLeave], context: DecisionContext) -> tuple[ItemLeft, ...]:
    """The decisions as they are kept."""
    return tuple(ItemLeft(item=each.item, cause=each.cause, why=context.text(each.why)) for each in leaves)
