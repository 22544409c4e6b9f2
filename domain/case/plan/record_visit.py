"""Record a follow-up visit to the child: it meets the one that was due and sets the next by the risk."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import WORKER_OF_RESIDENCE, Case, chair_of_lead
from domain.case.fields import WhatWasSeen
from domain.case.plan.clocks import found_danger, this_visit
from domain.case.plan.visits import is_the_last, latest, next_visit_by, where_it_is_the_last
from domain.case.state.case import SINCE_NEEDS_SET
from domain.case.state.plan import Safety
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, met, owed
from domain.record.fields import ChildViewIfAny, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVisit:
    """What was seen at a visit."""

    safety: Annotated[Safety, says("Mức độ an toàn của trẻ em", "How safe the child is")]
    seen: WhatWasSeen
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVisited:
    number: Annotated[int, says("Lần thăm", "Which visit")]
    safety: Safety
    seen: Personal
    child_view: Personal | None


def decide(case: Case, command: RecordVisit, context: DecisionContext) -> FollowUpVisited:
    return FollowUpVisited(
        number=case.plan.visits + 1,
        safety=command.safety,
        seen=context.text(command.seen),
        child_view=context.private(command.child_view),
    )


def evolve(case: Case, event: FollowUpVisited, line: Line) -> Case:
    danger = event.safety is Safety.DANGER
    return replace(
        case,
        serious_danger=case.serious_danger or danger,
        news_at=latest(case.news_at, line.occurred_at) if danger else case.news_at,
        plan=replace(case.plan, visits=event.number),
        child_heard_at=latest(case.child_heard_at, line.occurred_at) if event.child_view else case.child_heard_at,
    )


RECORD_VISIT = Action(
    command=RecordVisit,
    event=FollowUpVisited,
    stored_as="case.follow_up_visited.1",
    asks=Label(vi="Ghi nhận lần thăm, theo dõi", en="Record a follow-up visit"),
    tells=Label(vi="Đã thăm, theo dõi trẻ", en="Follow-up visit made"),
    may=WORKER_OF_RESIDENCE,
    phases=SINCE_NEEDS_SET,
    basis=basis.CARRY_OUT_PLAN,
    decide=decide,
    evolve=evolve,
    in_any_order=True,
    starts=(
        *owed(duty.URGENT_MEASURES, answers=chair_of_lead, when=found_danger, refs=this_visit, beside=True),
        *where_it_is_the_last(next_visit_by(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW)),
    ),
    ends=met(duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW, when=is_the_last),
)
