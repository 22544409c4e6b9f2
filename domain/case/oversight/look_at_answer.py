"""Look at what was reported on a direction: who gave it says whether it was carried out."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated

from domain.case.act import LIVE_OR_DECEASED, Case, acts_for, chair_of_lead, own_ref, running_refs
from domain.case.fields import DirectionNumber
from domain.case.state.rows import changed
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed, required
from domain.record.fields import Labelled, Personal, says
from domain.record.who import May, Role, Scope


class CarriedOut(Labelled):
    """What came of a direction."""

    CARRIED_OUT = "carried_out", "Đã thực hiện", "Carried out"
    NOT_CARRIED_OUT = "not_carried_out", "Chưa thực hiện", "Not carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtAnswer:
    """Whether the direction was carried out, and on what that rests."""

    ref: DirectionNumber
    came_to: Annotated[CarriedOut, says("Kết quả thực hiện chỉ đạo", "What came of the direction")]
    grounds: Annotated[str, says("Căn cứ của kết quả xem xét", "On what it rests")]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLookedAt:
    """The report was looked at; a direction that was not carried out waits for its answer as if none had been given."""

    ref: str
    came_to: CarriedOut
    grounds: Personal


NO_ANSWER_TO_LOOK_AT = Refusal(
    "no_answer_to_look_at",
    vi="Không có báo cáo thực hiện chỉ đạo nào đang chờ xem xét với số này.",
    en="No answer to a direction of this number is waiting to be looked at.",
)
DIRECTION_OF_ANOTHER = Refusal(
    "direction_of_another",
    vi="Chỉ đạo này do cơ quan khác ban hành; cơ quan đó xem xét báo cáo.",
    en="Another body gave this direction; it looks at the answer.",
)


def decide(case: Case, command: LookAtAnswer, context: DecisionContext) -> AnswerLookedAt:
    waits = command.ref in running_refs(duty.DIRECTION_CHECK, context)
    given = required(
        next((d for d in case.directions if waits and d.ref == command.ref), None), NO_ANSWER_TO_LOOK_AT, "ref"
    )
    insist((acts_for(given.by, context), DIRECTION_OF_ANOTHER, "ref"))
    return AnswerLookedAt(ref=command.ref, came_to=command.came_to, grounds=context.text(command.grounds))


def evolve(case: Case, event: AnswerLookedAt, line: Line) -> Case:
    done = event.came_to is CarriedOut.CARRIED_OUT
    return replace(case, directions=changed(case.directions, event.ref, answered=done))


def owed_still(case: Case, event: AnswerLookedAt, context: DecisionContext) -> bool:
    """The direction counts on as it was given, unless its one lapse is recorded."""
    lapsed = any((each.code, each.ref) == (duty.DIRECTION_ANSWER.code, event.ref) for each in context.file.lapses)
    return event.came_to is CarriedOut.NOT_CARRIED_OUT and case.phase in LIVE_OR_DECEASED and not lapsed


def given_at(case: Case, event: AnswerLookedAt, context: DecisionContext) -> datetime:
    return context.file.begun[duty.DIRECTION_ANSWER.code, event.ref].since


def as_directed(case: Case, event: AnswerLookedAt, context: DecisionContext, ref: str) -> datetime:
    return next(direction.due_at for direction in case.directions if direction.ref == ref)


LOOK_AT_ANSWER = Action(
    command=LookAtAnswer,
    event=AnswerLookedAt,
    stored_as="case.answer_looked_at.1",
    asks=Label(vi="Xem xét báo cáo thực hiện chỉ đạo", en="Look at the answer to a direction"),
    tells=Label(vi="Đã xem xét báo cáo thực hiện chỉ đạo", en="Answer to a direction looked at"),
    may=(
        *May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.DEPARTMENT_DIRECTOR),
        *May.within(Scope.ABOVE, Role.CITY_CHAIR),
    ),
    basis=basis.HEADS_ANSWER,
    refuses=(NO_ANSWER_TO_LOOK_AT, DIRECTION_OF_ANOTHER),
    decide=decide,
    evolve=evolve,
    starts=owed(
        duty.DIRECTION_ANSWER, since=given_at, answers=chair_of_lead, when=owed_still, refs=own_ref, by_act=as_directed
    ),
    ends=met(duty.DIRECTION_CHECK, refs=own_ref),
)
