"""Monitor alternative care: first after thirty days, then every six months, also once the case is closed."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, PROVIDER, WORKER_OF_RESIDENCE, Case, Phase, acts_for, chair_of_lead, next_monitoring
from domain.case.care.refusals import NOT_IN_CARE
from domain.case.fields import PlacementNumber, WhatWasSeen
from domain.case.references import Matter, part
from domain.case.refusals import CHILD_VIEW_MISSING
from domain.case.state.care import Suitability
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, insist, met, owed, present, said
from domain.record.fields import ChildViewIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class MonitorAlternativeCare:
    """What monitoring found."""

    found: Annotated[Suitability, says("Mức độ phù hợp của nơi chăm sóc thay thế", "Whether the placement suits")]
    seen: WhatWasSeen
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeCareMonitored:
    placement: PlacementNumber
    number: Annotated[int, says("Lần theo dõi", "Which monitoring of the placement")]
    found: Suitability
    seen: Personal
    child_view: Personal | None


def decide(case: Case, command: MonitorAlternativeCare, context: DecisionContext) -> AlternativeCareMonitored:
    insist(
        (case.care.placement is not None, NOT_IN_CARE),
        (not case.has_own_view(context.at) or said(command.child_view), CHILD_VIEW_MISSING, "child_view"),
    )
    placement = present(case.care.placement)
    return AlternativeCareMonitored(
        placement=placement.ref,
        number=placement.monitored + 1,
        found=command.found,
        seen=context.text(command.seen),
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: AlternativeCareMonitored, line: Line) -> Case:
    return replace(
        case,
        care=case.care.with_placement(event.placement, monitored=event.number, found=event.found),
        news_at=line.occurred_at if event.found is Suitability.UNSUITABLE else case.news_at,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def by_somebody_else(case: Case, event: AlternativeCareMonitored, context: DecisionContext) -> bool:
    """A facility tells of its own care, and that is no monitoring of it."""
    return not any(acts_for(unit, context) for unit in case.care.facilities)


def unsuitable(case: Case, event: AlternativeCareMonitored, context: DecisionContext) -> bool:
    return event.found is Suitability.UNSUITABLE


def this_monitoring(case: Case, event: AlternativeCareMonitored, context: DecisionContext) -> tuple[str, ...]:
    return (Matter.MONITORING.ref(part(event.placement, event.number)),)


MONITOR_ALTERNATIVE_CARE = Action(
    command=MonitorAlternativeCare,
    event=AlternativeCareMonitored,
    stored_as="case.alternative_care_monitored.1",
    asks=Label(vi="Theo dõi, đánh giá chăm sóc thay thế", en="Monitor alternative care"),
    tells=Label(vi="Đã theo dõi, đánh giá chăm sóc thay thế", en="Alternative care monitored"),
    may=(*WORKER_OF_RESIDENCE, *PROVIDER),
    phases=LIVE | {Phase.CLOSED},
    basis=basis.CARE_MONITORING,
    refuses=(CHILD_VIEW_MISSING, NOT_IN_CARE),
    decide=decide,
    evolve=evolve,
    answers_to=("place_in_alternative_care",),
    starts=(
        *owed(duty.CARE_MONITORING, answers=chair_of_lead, when=by_somebody_else, refs=next_monitoring),
        *owed(
            *(duty.INITIAL_RISK, duty.URGENT_MEASURES),
            answers=chair_of_lead,
            when=unsuitable,
            refs=this_monitoring,
            beside=True,
        ),
    ),
    ends=met(duty.FIRST_CARE_MONITORING, duty.CARE_MONITORING, when=by_somebody_else),
)
