"""What acts on the items of a plan share: who acts for a provider, and under which reference an item's clocks run."""

from collections.abc import Iterable, Iterator
from datetime import date

from domain.case.clocks import acts_for
from domain.case.plan.refusals import ITEM_DUE_PAST, ITEM_UNKNOWN
from domain.case.references import part
from domain.case.state.case import Case
from domain.case.state.plan import NewItem, Plan, PlanItem
from domain.law.term import local_day
from domain.record.action import May, Scope
from domain.record.file import DecisionContext
from domain.record.refusal import Check, Refusal, each, insist, required
from domain.record.vocabulary import Role

PROVIDERS: tuple[May, ...] = tuple(
    May(role=role, scope=Scope.NAMED)
    for role in (
        Role.SERVICE_PROVIDER,
        Role.PROVIDER_HEAD,
        Role.AGENCY_FOCAL,
        Role.FRONT_MEMBER,
        Role.PROTECTION_WORKER,
        Role.COMMUNE_POLICE_HEAD,
        Role.CITY_INVESTIGATOR,
    )
)


NOT_YOUR_ITEM = Refusal(
    "not_your_item", vi="Nhiệm vụ này được giao cho đơn vị khác.", en="This item was given to another unit."
)


def clock_ref(plan: Plan, item: str) -> str:
    """Under which reference the clocks of an item run: round and item, `2.1`."""
    return part(plan.round, item)


def clock_refs(plan: Plan, items: Iterable[str]) -> tuple[str, ...]:
    """The clock references of several items."""
    return tuple(clock_ref(plan, i) for i in items)


def own_item(case: Case, ref: str, context: DecisionContext) -> PlanItem:
    """The item under the reference, given to the actor's unit; refuses when there is none such."""
    item = required(case.plan.item(ref), ITEM_UNKNOWN, "item")
    insist((acts_for(item.provider, context), NOT_YOUR_ITEM, "item"))
    return item


def check_new_items(items: tuple[NewItem, ...], field: str, context: DecisionContext) -> Iterator[Check]:
    """What `insist` checks of items that are asked for in the input `field`."""
    today = local_day(context.at)
    return each(items, lambda item: item.due >= today, ITEM_DUE_PAST, field, "due")


def numbered(items: tuple[NewItem, ...], after: int, context: DecisionContext) -> tuple[PlanItem, ...]:
    """The items with their references, counting on from `after`."""
    return tuple(
        PlanItem(
            ref=str(n),
            service=i.service,
            measure=context.text(i.measure),
            provider=i.provider,
            due=i.due,
        )
        for n, i in enumerate(items, after + 1)
    )


def past_due(item: PlanItem, day: date) -> bool:
    """Whether the last day for the item is over."""
    return item.due < day
