"""Decline an item of the plan, with the reason: the child is owed it all the same.

Declined in time it is the Chair's, who has to give it to somebody else; declined late it stays with who kept it lying.
"""

from dataclasses import dataclass, replace

from domain.case.act import Case, Phase, chair_of_lead
from domain.case.plan.clocks import clock_ref, this_item
from domain.case.plan.items import NOT_YOUR_ITEM, PROVIDERS, own_item
from domain.case.plan.refusals import ITEM_ANSWERED, ITEM_UNKNOWN
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, not_required, owed
from domain.record.fields import ItemNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclineItem:
    """The provider does not take the item; `reason` says why."""

    item: ItemNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDeclined:
    item: str


def decide(case: Case, command: DeclineItem, context: DecisionContext) -> ItemDeclined:
    item = own_item(case, command.item, context)
    insist((item.status in (ItemStatus.ASSIGNED, ItemStatus.ACCEPTED), ITEM_ANSWERED, "item"))
    return ItemDeclined(item=command.item)


def evolve(case: Case, event: ItemDeclined, line: Line) -> Case:
    return replace(case, plan=case.plan.mark((event.item,), ItemStatus.DECLINED))


def declined_in_time(case: Case, event: ItemDeclined, context: DecisionContext) -> bool:
    """Whether it was answered within its time, and its delivery is not overdue."""
    ref = clock_ref(case.plan, event.item)
    clocks = {(duty.ITEM_ANSWER.code, ref), (duty.ITEM_DELIVERY.code, ref)}
    return clocks <= context.file.running.keys() and clocks.isdisjoint(context.file.lapsed)


DECLINE_ITEM = Action(
    command=DeclineItem,
    event=ItemDeclined,
    stored_as="case.item_declined.1",
    asks=Label(vi="Từ chối nhiệm vụ trong kế hoạch", en="Decline a plan item"),
    tells=Label(vi="Đã từ chối nhiệm vụ trong kế hoạch", en="Plan item declined"),
    may=PROVIDERS,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    needs_reason=True,
    basis=basis.CARRY_OUT_PLAN,
    refuses=(ITEM_UNKNOWN, NOT_YOUR_ITEM, ITEM_ANSWERED),
    decide=decide,
    evolve=evolve,
    starts=owed(duty.ITEM_PLACEMENT, answers=chair_of_lead, when=declined_in_time, refs=this_item),
    ends=(
        *met(duty.ITEM_ANSWER, refs=this_item),
        *not_required(duty.ITEM_DELIVERY, when=declined_in_time, refs=this_item),
    ),
)
