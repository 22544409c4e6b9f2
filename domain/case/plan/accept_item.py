"""Accept an item of the plan: the provider takes on what the plan asks of it."""

from dataclasses import dataclass, replace

from domain.case.act import Case, Phase
from domain.case.plan.clocks import this_item
from domain.case.plan.items import NOT_YOUR_ITEM, PROVIDERS, own_item
from domain.case.plan.refusals import ITEM_ANSWERED, ITEM_UNKNOWN
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met
from domain.record.fields import ItemNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptItem:
    """The provider takes the item."""

    item: ItemNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAccepted:
    item: str


def decide(case: Case, command: AcceptItem, context: DecisionContext) -> ItemAccepted:
    item = own_item(case, command.item, context)
    insist((item.status is ItemStatus.ASSIGNED, ITEM_ANSWERED, "item"))
    return ItemAccepted(item=command.item)


def evolve(case: Case, event: ItemAccepted, line: Line) -> Case:
    phase = case.phase if case.phase is Phase.UNDER_REVIEW else Phase.IN_SERVICE
    return replace(case, phase=phase, plan=case.plan.mark((event.item,), ItemStatus.ACCEPTED))


ACCEPT_ITEM = Action(
    command=AcceptItem,
    event=ItemAccepted,
    stored_as="case.item_accepted.1",
    asks=Label(vi="Nhận nhiệm vụ trong kế hoạch", en="Accept a plan item"),
    tells=Label(vi="Đã nhận nhiệm vụ trong kế hoạch", en="Plan item accepted"),
    may=PROVIDERS,
    phases=frozenset({Phase.PLAN_APPROVED, Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.CARRY_OUT_PLAN,
    refuses=(ITEM_UNKNOWN, NOT_YOUR_ITEM, ITEM_ANSWERED),
    decide=decide,
    evolve=evolve,
    ends=met(duty.ITEM_ANSWER, refs=this_item),
)
