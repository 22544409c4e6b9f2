"""Answer a direction from above: what was done; who gave it looks at the answer."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.case.act import CHAIR_OF_LEAD, Case, own_ref
from domain.case.fields import DirectionNumber
from domain.case.state.rows import changed
from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, met, owed
from domain.record.fields import OfficeRef, Personal, says


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDirection:
    """What was done."""

    ref: DirectionNumber
    done: Annotated[str, says("Việc đã thực hiện", "What was done")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionAnswered:
    ref: str
    done: Personal


DIRECTION_NOT_FOUND = Refusal(
    "direction_not_found",
    vi="Không có chỉ đạo nào còn chờ báo cáo với số này.",
    en="No direction with this number is waiting for an answer.",
)


def decide(case: Case, command: AnswerDirection, context: DecisionContext) -> DirectionAnswered:
    waiting = {d.ref for d in case.directions if not d.answered}
    insist((command.ref in waiting, DIRECTION_NOT_FOUND, "ref"))
    return DirectionAnswered(ref=command.ref, done=context.text(command.done))


def evolve(case: Case, event: DirectionAnswered, line: Line) -> Case:
    return replace(case, directions=changed(case.directions, event.ref, answered=True))


def head_of_who_directed(case: Case, event: DirectionAnswered, context: DecisionContext) -> OfficeRef:
    by = next(direction.by for direction in case.directions if direction.ref == event.ref)
    return context.register.head_of(by, context.at)


ANSWER_DIRECTION = Action(
    command=AnswerDirection,
    event=DirectionAnswered,
    stored_as="case.direction_answered.1",
    asks=Label(vi="Báo cáo thực hiện chỉ đạo", en="Answer a direction"),
    tells=Label(vi="Đã báo cáo thực hiện chỉ đạo", en="Direction answered"),
    may=CHAIR_OF_LEAD,
    basis=basis.HEADS_ANSWER,
    refuses=(DIRECTION_NOT_FOUND,),
    decide=decide,
    evolve=evolve,
    answers_to=("issue_direction",),
    starts=owed(duty.DIRECTION_CHECK, answers=head_of_who_directed, refs=own_ref),
    ends=met(duty.DIRECTION_ANSWER, refs=own_ref),
)
