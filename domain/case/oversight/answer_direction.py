"""Answer a direction from above: what was done."""

from dataclasses import dataclass, replace

from domain.case.state.case import Case
from domain.case.who import CHAIR_OF_LEAD
from domain.law import basis, duty
from domain.record.action import Action, Ends
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerDirection:
    """Which direction, and what was done."""

    ref: str
    done: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectionAnswered:
    """The unit in the lead told what it did."""

    ref: str
    done: Personal


def decide(case: Case, command: AnswerDirection, context: DecisionContext) -> DirectionAnswered:
    waiting = {d.ref for d in case.directions if not d.answered}
    insist(
        (command.ref in waiting, "direction_not_found", "ref"),
        (said(command.done), "answer_required", "done"),
    )
    return DirectionAnswered(ref=command.ref, done=context.text(command.done))


def evolve(case: Case, event: DirectionAnswered, line: Line) -> Case:
    directions = tuple(replace(d, answered=True) if d.ref == event.ref else d for d in case.directions)
    return replace(case, directions=directions)


ANSWER_DIRECTION = Action(
    kind=Kind.CASE,
    command=AnswerDirection,
    event=DirectionAnswered,
    stored_as="case.direction_answered.1",
    asks=Label(vi="Báo cáo thực hiện chỉ đạo", en="Answer a direction"),
    tells=Label(vi="Đã báo cáo thực hiện chỉ đạo", en="Direction answered"),
    may=CHAIR_OF_LEAD,
    basis=basis.HEADS_ANSWER,
    decide=decide,
    evolve=evolve,
    ends=(Ends(duty=duty.DIRECTION_ANSWER, refs=lambda case, event, context: (event.ref,)),),
)
