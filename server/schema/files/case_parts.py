"""The parts of a case as clients see them: what protects the child, the plan, care, directions."""

from __future__ import annotations

from typing import Any, cast

import strawberry

from domain.case.state.care import CareEnd, CareKind, Placement, Suitability
from domain.case.state.case import Case
from domain.case.state.dealings import Direction, Handover, InformationRequest
from domain.case.state.plan import ItemStatus, Plan, PlanItem, PlanLevel, Service
from domain.case.state.protection import (
    Measure,
    MeasureKind,
    MeasureOutcome,
    NoContact,
    Separation,
    SeparationEnd,
    SeparationGround,
)
from domain.record.vocabulary import Kind
from server.schema.base.common import UnitThen, unit_then
from server.schema.base.detail import Detail, Opened, detail
from server.schema.base.places import Leaf, of_file, place_at
from server.schema.base.scalars import Day, Instant

GOALS = place_at(of_file(Kind.CASE), "plan", "goals")
MEASURE = place_at(of_file(Kind.CASE), "plan", "items", "measure")


@strawberry.type(description="An urgent measure: who carries it out and until when.")
class UrgentMeasure:
    ref: str = strawberry.field(description="Its number within the case.")
    kind: MeasureKind = strawberry.field(description="What is done.")
    executor: UnitThen = strawberry.field(description="Who carries it out.")
    until: Instant = strawberry.field(description="Until when.")
    outcome: MeasureOutcome = strawberry.field(description="What became of it.")


@strawberry.type(description="The child kept away from its parents or carers, for 15 days at most.")
class SeparationOrder:
    ref: str = strawberry.field(description="Its number within the case.")
    ground: SeparationGround = strawberry.field(description="Why.")
    since: Instant = strawberry.field(description="From.")
    until: Instant = strawberry.field(description="Until.")
    latest: Instant | None = strawberry.field(
        description="The latest end: of the 15 days, or of what an authority asked for."
    )
    extensions: int = strawberry.field(description="How often it was extended.")
    ended: SeparationEnd | None = strawberry.field(description="How it ended; null while it holds.")
    ended_at: Instant | None = strawberry.field(description="When it ended.")


@strawberry.type(description="A person kept away from the child.")
class NoContactOrder:
    ref: str = strawberry.field(description="Its number within the case.")
    since: Instant = strawberry.field(description="From.")
    until: Instant = strawberry.field(description="Until.")
    over: bool = strawberry.field(description="It ran out or was cancelled.")


@strawberry.type(description="One thing to be done for the child.")
class PlanItemNow:
    ref: str = strawberry.field(description="Its number within the plan.")
    service: Service = strawberry.field(description="Kind of help.")
    measure: Detail = strawberry.field(description="What is to be done, masked for who may not read it.")
    provider: UnitThen = strawberry.field(description="By whom.")
    due: Day = strawberry.field(description="Last day.")
    status: ItemStatus = strawberry.field(description="Where it stands.")


@strawberry.type(description="The plan of the current round.")
class PlanNow:
    round: int = strawberry.field(description="Number of the round, from 1.")
    level: PlanLevel | None = strawberry.field(description="Level of protection.")
    goals: Detail | None = strawberry.field(description="What it is to reach.")
    items: list[PlanItemNow] = strawberry.field(description="What is to be done.")
    submitted_at: Instant | None = strawberry.field(description="When it was submitted.")
    returns: int = strawberry.field(description="How often it was sent back.")
    decision_no: str = strawberry.field(description="Number of the decision that approved it.")
    approved_at: Instant | None = strawberry.field(description="When it was approved.")
    starts_on: Day | None = strawberry.field(description="First day.")
    ends_on: Day | None = strawberry.field(description="Last day.")
    visits: int = strawberry.field(description="Visits recorded, through all rounds.")
    amendments: int = strawberry.field(description="Changes proposed, through all rounds.")


@strawberry.type(description="A stay in alternative care.")
class CarePlacement:
    ref: str = strawberry.field(description="Its number within the case.")
    kind: CareKind = strawberry.field(description="Form of care.")
    facility: UnitThen | None = strawberry.field(description="The facility; null in a family.")
    since: Instant = strawberry.field(description="From.")
    monitored: int = strawberry.field(description="How often it was monitored.")
    found: Suitability | None = strawberry.field(description="What monitoring found last.")
    ended: CareEnd | None = strawberry.field(description="Why it ended; null while it lasts.")


@strawberry.type(description="What a higher level told the unit to do.")
class DirectionNow:
    ref: str = strawberry.field(description="Its number within the case.")
    by: UnitThen = strawberry.field(description="Who gave it.")
    due_at: Instant = strawberry.field(description="Until when.")
    answered: bool = strawberry.field(description="Answered.")


@strawberry.type(description="Information asked of another body.")
class InformationAsked:
    ref: str = strawberry.field(description="Its number within the case.")
    from_body: UnitThen = strawberry.field(description="Of whom.")
    asked_at: Instant = strawberry.field(description="When.")
    provided: bool = strawberry.field(description="It was given.")
    refused: bool = strawberry.field(description="It was refused; the duty to give it goes on.")


@strawberry.type(description="The lead passed from one unit to another.")
class LeadHandover:
    from_unit: UnitThen = strawberry.field(description="From.")
    to_unit: UnitThen = strawberry.field(description="To.")
    at: Instant = strawberry.field(description="When.")


def fields_of_parts(case: Case, opened: Opened) -> dict[str, Any]:
    """The fields of the GraphQL case that are made of parts."""
    return {
        "urgent_measures": [_measure(m) for m in case.protection.measures],
        "separations": [_separation(s) for s in case.protection.separations],
        "no_contact_orders": [_no_contact(n) for n in case.protection.no_contacts],
        "plan": _plan(case.plan, opened),
        "placements": [_placement(p) for p in case.care.placements],
        "directions": [_direction(d) for d in case.directions],
        "information": [_information(i) for i in case.information],
        "handovers": [_handover(h) for h in case.handovers],
    }


def _measure(m: Measure) -> UrgentMeasure:
    return UrgentMeasure(
        ref=m.ref, kind=m.kind, executor=_unit(m.executor), until=cast(Any, m.until), outcome=m.outcome
    )


def _separation(s: Separation) -> SeparationOrder:
    return SeparationOrder(
        ref=s.ref,
        ground=s.ground,
        since=cast(Any, s.since),
        until=cast(Any, s.until),
        latest=cast(Any, s.latest),
        extensions=s.extensions,
        ended=s.ended,
        ended_at=cast(Any, s.ended_at),
    )


def _no_contact(n: NoContact) -> NoContactOrder:
    return NoContactOrder(ref=n.ref, since=cast(Any, n.since), until=cast(Any, n.until), over=n.over)


def _plan(plan: Plan, opened: Opened) -> PlanNow:
    return PlanNow(
        round=plan.round,
        level=plan.level,
        goals=detail(Leaf("/plan/goals", GOALS, plan.goals, plan), opened) if plan.goals else None,
        items=[_item(i, item, opened) for i, item in enumerate(plan.items)],
        submitted_at=cast(Any, plan.submitted_at),
        returns=plan.returns,
        decision_no=plan.decision_no,
        approved_at=cast(Any, plan.approved_at),
        starts_on=cast(Any, plan.starts_on),
        ends_on=cast(Any, plan.ends_on),
        visits=plan.visits,
        amendments=plan.amendments,
    )


def _item(place: int, item: PlanItem, opened: Opened) -> PlanItemNow:
    return PlanItemNow(
        ref=item.ref,
        service=item.service,
        measure=detail(Leaf(f"/plan/items/{place}/measure", MEASURE, item.measure, item), opened),
        provider=_unit(item.provider),
        due=cast(Any, item.due),
        status=item.status,
    )


def _placement(p: Placement) -> CarePlacement:
    return CarePlacement(
        ref=p.ref,
        kind=p.kind,
        facility=unit_then(p.facility),
        since=cast(Any, p.since),
        monitored=p.monitored,
        found=p.found,
        ended=p.ended,
    )


def _direction(d: Direction) -> DirectionNow:
    return DirectionNow(ref=d.ref, by=_unit(d.by), due_at=cast(Any, d.due_at), answered=d.answered)


def _information(i: InformationRequest) -> InformationAsked:
    return InformationAsked(
        ref=i.ref,
        from_body=_unit(i.from_body),
        asked_at=cast(Any, i.asked_at),
        provided=i.provided,
        refused=i.refused,
    )


def _handover(h: Handover) -> LeadHandover:
    return LeadHandover(from_unit=_unit(h.from_unit), to_unit=_unit(h.to_unit), at=cast(Any, h.at))


def _unit(ref: Any) -> UnitThen:
    return cast(UnitThen, unit_then(ref))
