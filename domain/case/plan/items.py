"""What acts on the items of a plan share: who acts for a provider, and the references of an item's clocks."""

from collections.abc import Iterable
from datetime import date, datetime

from domain.case.clocks import acts_for
from domain.case.state.case import Case
from domain.case.state.plan import NewItem, Plan, PlanItem
from domain.law.term import end_of_day, local_day
from domain.record.action import May, Scope
from domain.record.file import DecisionContext
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import OfficeRef, Role

PROVIDERS: tuple[May, ...] = tuple(
    May(role=role, scope=Scope.NAMED)
    for role in (
        Role.SERVICE_PROVIDER,
        Role.PROVIDER_HEAD,
        Role.AGENCY_FOCAL,
        Role.FRONT_MEMBER,
        Role.PROTECTION_WORKER,
    )
)


def clock_ref(plan: Plan, item: str) -> str:
    """Under which reference the clocks of an item run: round and item, `2.1`."""
    return f"{plan.round}.{item}"


def clock_refs(plan: Plan, items: Iterable[str]) -> tuple[str, ...]:
    """The clock references of several items."""
    return tuple(clock_ref(plan, i) for i in items)


def own_item(case: Case, ref: str, context: DecisionContext) -> PlanItem:
    """The item under the reference, given to the actor's unit; refuses when there is none such."""
    item = case.plan.item(ref)
    insist((item is not None, "item_unknown", "item"))
    insist((acts_for(present(item).provider, context), "not_your_item", "item"))
    return present(item)


def check_new_items(items: tuple[NewItem, ...], context: DecisionContext) -> tuple[tuple[bool, str, str], ...]:
    """What `insist` checks of items that are asked for."""
    return (
        (all(said(i.measure) for i in items), "measure_required", "items"),
        (all(i.provider is not None for i in items), "unit_unknown", "items"),
        (all(i.due >= local_day(context.at) for i in items), "item_due_past", "items"),
    )


def numbered(items: tuple[NewItem, ...], after: int, context: DecisionContext) -> tuple[PlanItem, ...]:
    """The items with their references, counting on from `after`."""
    return tuple(
        PlanItem(
            ref=str(n),
            service=i.service,
            measure=context.text(i.measure),
            provider=present(i.provider),
            due=i.due,
        )
        for n, i in enumerate(items, after + 1)
    )


def past_due(item: PlanItem, day: date) -> bool:
    """Whether the last day for the item is over."""
    return item.due < day


def end_of_item(case: Case, clock: str) -> datetime:
    """When the clock `2.1` of an item ends: at 24:00 of the day that the plan sets."""
    return end_of_day(present(case.plan.item(clock.partition(".")[2])).due)


def head_of_provider(case: Case, clock: str, context: DecisionContext) -> OfficeRef:
    """Who answers for the clock `2.1` of an item: the head of the unit it was given to."""
    return context.register.head_of(present(case.plan.item(clock.partition(".")[2])).provider, context.at)
