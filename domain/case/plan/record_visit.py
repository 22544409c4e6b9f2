"""Record a follow-up visit: the child was met, which meets the visit that was due and sets the next by the risk."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import LIVE, WORKER_OF_RESIDENCE, Case, chair_of_lead, danger_met
from domain.case.fields import WhatWasSeen
from domain.case.plan.clocks import this_visit
from domain.case.plan.earlier import FollowUpVisited1
from domain.case.plan.fields import NumberOfVisit
from domain.case.plan.visits import is_the_last, latest, next_visit_by, where_it_is_the_last
from domain.case.seeing.clocks import found_again
from domain.case.seeing.sightings import SIGHTING_REFUSALS, SightingAsked, child_was_met, heard_then, kept, saw
from domain.case.state.plan import Safety
from domain.case.state.sighting import Occasion, Sighting
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist, met, owed
from domain.record.fields import Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVisit:
    """What was seen at a visit."""

    safety: Annotated[Safety, says("Mức độ an toàn của trẻ em", "How safe the child is")]
    seen: WhatWasSeen
    sighting: SightingAsked


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVisited:
    number: NumberOfVisit
    safety: Safety
    seen: Personal
    sighting: Sighting


def decide(case: Case, command: RecordVisit, context: DecisionContext) -> FollowUpVisited:
    insist(*child_was_met(case, command.sighting, context))
    return FollowUpVisited(
        number=case.plan.visits + 1,
        safety=command.safety,
        seen=context.text(command.seen),
        sighting=kept(command.sighting, context),
    )


def evolve(case: Case, event: FollowUpVisited, line: Line) -> Case:
    return saw(visited(case, event, line), event.sighting, Occasion.FOLLOW_UP, line)


def evolve_1(case: Case, event: FollowUpVisited1, line: Line) -> Case:
    return heard_then(visited(case, event, line), event.child_view, Occasion.FOLLOW_UP, line)


def visited(case: Case, event: FollowUpVisited | FollowUpVisited1, line: Line) -> Case:
    danger = event.safety is Safety.DANGER
    return replace(
        case,
        serious_danger=case.serious_danger or danger,
        danger_proposed=case.danger_proposed or danger,
        news_at=latest(case.news_at, line.occurred_at) if danger else case.news_at,
        plan=replace(case.plan, visits=event.number),
    )


RECORD_VISIT = Action(
    command=RecordVisit,
    event=FollowUpVisited,
    stored_as="case.follow_up_visited.2",
    asks=Label(vi="Ghi nhận lần thăm, theo dõi", en="Record a follow-up visit"),
    tells=Label(vi="Đã thăm, theo dõi trẻ em", en="Follow-up visit made"),
    may=WORKER_OF_RESIDENCE,
    phases=LIVE,
    basis=basis.CARRY_OUT_PLAN,
    refuses=SIGHTING_REFUSALS,
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=FollowUpVisited1, stored_as="case.follow_up_visited.1", evolve=evolve_1),),
    in_any_order=True,
    starts=(
        *owed(duty.URGENT_MEASURES, answers=chair_of_lead, when=danger_met, refs=this_visit, beside=True),
        *where_it_is_the_last(next_visit_by(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW)),
    ),
    ends=(
        *met(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW, when=is_the_last),
        *met(duty.TRACING, when=found_again),
    ),
)
