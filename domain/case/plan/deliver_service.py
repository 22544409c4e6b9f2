"""Deliver a service of the plan, at once or in parts; the last part meets the item's time."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from domain.case.act import Case, Phase
from domain.case.fields import Result
from domain.case.plan.clocks import the_last_part, this_item
from domain.case.plan.items import NOT_YOUR_ITEM, PROVIDERS, own_item
from domain.case.plan.refusals import ITEM_UNKNOWN
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met
from domain.record.fields import Claimed, ItemNumber, Personal, says
from domain.record.refusals import HAPPENED_IN_FUTURE


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverService:
    """What was done on which day."""

    item: ItemNumber
    on: Annotated[date, says("Ngày thực hiện", "The day"), Claimed]
    units: Annotated[int, says("Số buổi, số lượng", "How many sessions or pieces")]
    outcome: Result
    finished: Annotated[bool, says("Nhiệm vụ đã hoàn thành", "Nothing of the item is left to do")] = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDelivered:
    item: str
    on: date
    units: int
    outcome: Personal
    finished: bool


ITEM_NOT_ACCEPTED = Refusal(
    "item_not_accepted",
    vi="Nhiệm vụ chưa được nhận hoặc đã xong. Đề nghị nhận nhiệm vụ trước khi thực hiện.",
    en="The item was not accepted, or is finished. Accept it before you deliver.",
)
UNITS_NOT_POSITIVE = Refusal(
    "units_not_positive",
    vi="Số lần hoặc số lượng phải lớn hơn 0.",
    en="The number of sessions or pieces must be above zero.",
)


def decide(case: Case, command: DeliverService, context: DecisionContext) -> ServiceDelivered:
    item = own_item(case, command.item, context)
    insist(
        (item.status is ItemStatus.ACCEPTED, ITEM_NOT_ACCEPTED, "item"),
        (command.on <= local_day(context.at), HAPPENED_IN_FUTURE, "on"),
        (command.units > 0, UNITS_NOT_POSITIVE, "units"),
    )
    return ServiceDelivered(
        item=command.item,
        on=command.on,
        units=command.units,
        outcome=context.text(command.outcome),
        finished=command.finished,
    )


def evolve(case: Case, event: ServiceDelivered, line: Line) -> Case:
    done = (event.item,) if event.finished else ()
    return replace(case, plan=case.plan.mark(done, ItemStatus.DELIVERED))


DELIVER_SERVICE = Action(
    command=DeliverService,
    event=ServiceDelivered,
    stored_as="case.service_delivered.1",
    asks=Label(vi="Cung cấp dịch vụ", en="Deliver a service"),
    tells=Label(vi="Đã cung cấp dịch vụ", en="Service delivered"),
    may=PROVIDERS,
    phases=frozenset({Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.CARRY_OUT_PLAN,
    refuses=(ITEM_UNKNOWN, NOT_YOUR_ITEM, ITEM_NOT_ACCEPTED, UNITS_NOT_POSITIVE),
    decide=decide,
    evolve=evolve,
    ends=met(duty.ITEM_DELIVERY, when=the_last_part, refs=this_item),
)
