"""Record a follow-up visit to the child: it meets the one that was due and sets the next by the risk."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.clocks import chair_of_lead, danger_unanswered, now
from domain.case.plan.visits import VISIT_DUTIES, next_visit, visit_duty
from domain.case.state.case import Case, Phase
from domain.case.who import WORKER_OF_RESIDENCE
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Ends, Label, Line, Starts, insist
from domain.record.fields import ChildViewIfAny, Labelled, Personal, says


class Safety(Labelled):
    """How safe the child was found."""

    SAFE = "safe", "An toàn", "Safe"
    CONCERN = "concern", "Đáng lo ngại", "Concern"
    DANGER = "danger", "Nguy hiểm", "Danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordVisit:
    """What was seen at a visit."""

    safety: Annotated[Safety, says("Mức độ an toàn của trẻ em", "How safe the child is")]
    seen: Annotated[str, says("Những gì đã thấy", "What was seen")]
    child_view: ChildViewIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpVisited:
    """The child was visited."""

    number: Annotated[int, says("Lần thăm", "Which visit")]
    safety: Safety
    seen: Personal
    child_view: Personal | None


def decide(case: Case, command: RecordVisit, context: DecisionContext) -> FollowUpVisited:
    insist()
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
        news_at=line.occurred_at if danger else case.news_at,
        plan=replace(case.plan, visits=event.number),
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def found_danger(case: Case, event: FollowUpVisited, context: DecisionContext) -> bool:
    return event.safety is Safety.DANGER and danger_unanswered(case, event, context)


RECORD_VISIT = Action(
    command=RecordVisit,
    event=FollowUpVisited,
    stored_as="case.follow_up_visited.1",
    asks=Label(vi="Ghi nhận lần thăm, theo dõi", en="Record a follow-up visit"),
    tells=Label(vi="Đã thăm, theo dõi trẻ", en="Follow-up visit made"),
    may=WORKER_OF_RESIDENCE,
    phases=frozenset(
        {
            Phase.NEEDS_SET,
            Phase.PLAN_DRAFTED,
            Phase.PLAN_SUBMITTED,
            Phase.PLAN_APPROVED,
            Phase.IN_SERVICE,
            Phase.UNDER_REVIEW,
        }
    ),
    basis=basis.CARRY_OUT_PLAN,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.URGENT_MEASURES,
            since=now,
            answers=chair_of_lead,
            when=found_danger,
            refs=lambda case, event, context: (f"visit-{event.number}",),
        ),
        *(Starts(duty=d, since=now, answers=chair_of_lead, when=visit_duty(d), refs=next_visit) for d in VISIT_DUTIES),
    ),
    ends=tuple(Ends(duty=d) for d in VISIT_DUTIES),
)
