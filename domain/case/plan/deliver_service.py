"""Deliver a service of the plan, at once or in parts; the last part meets the item's time."""

from dataclasses import dataclass, replace
from datetime import date

from domain.case.plan.items import PROVIDERS, clock_ref, own_item
from domain.case.state.case import Case, Phase
from domain.case.state.plan import ItemStatus
from domain.law import basis, duty
from domain.law.term import local_day
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliverService:
    """What was done on which day, in how many sessions or pieces. `finished`: nothing of the item is left."""

    item: str
    on: date
    units: int
    outcome: str
    finished: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDelivered:
    """A provider delivered a service."""

    item: str
    on: date
    units: int
    outcome: Personal
    finished: bool


def decide(case: Case, command: DeliverService, context: DecisionContext) -> ServiceDelivered:
    item = own_item(case, command.item, context)
    insist(
        (item.status is ItemStatus.ACCEPTED, "item_not_accepted", "item"),
        (command.on <= local_day(context.at), "happened_in_future", "on"),
        (command.units > 0, "units_not_positive", "units"),
        (said(command.outcome), "outcome_required", "outcome"),
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
    kind=Kind.CASE,
    command=DeliverService,
    event=ServiceDelivered,
    stored_as="case.service_delivered.1",
    asks=Label(vi="Cung cấp dịch vụ", en="Deliver a service"),
    tells=Label(vi="Đã cung cấp dịch vụ", en="Service delivered"),
    may=PROVIDERS,
    phases=frozenset({Phase.IN_SERVICE, Phase.UNDER_REVIEW}),
    basis=basis.CARRY_OUT_PLAN,
    decide=decide,
    evolve=evolve,
    ends=(
        Ends(
            duty=duty.ITEM_DELIVERY,
            when=lambda case, event, context: event.finished,
            refs=lambda case, event, context: (clock_ref(case.plan, event.item),),
        ),
    ),
)
