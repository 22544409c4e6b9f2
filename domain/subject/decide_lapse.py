"""Decide whose fault a lapse was that the files tell of: before that its evidence is not erased."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, required
from domain.record.fields import DecisionNo, Labelled, Personal, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE
from domain.record.who import May, Role, Scope
from domain.subject.fields import LapseNumber
from domain.subject.independent import independent
from domain.subject.refusals import INDEPENDENCE
from domain.subject.state import PENDING, Erasure


class Responsibility(Labelled):
    """What was found of a lapse."""

    AT_FAULT = "at_fault", "Có trách nhiệm", "Who answered for it was at fault"
    SOMEBODY_ELSE = "somebody_else", "Trách nhiệm của người khác", "Somebody else was at fault"
    NO_FAULT = "no_fault", "Không có lỗi", "Nobody was at fault"


Found = Annotated[Responsibility, says("Kết luận trách nhiệm", "Whose fault it was")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideLapse:
    """Which lapse, whose fault it was, by which decision."""

    ref: LapseNumber
    responsibility: Found
    explanation: Annotated[str, says("Căn cứ của kết luận trách nhiệm", "What that rests on")]
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class LapseDecided:
    ref: str
    responsibility: Found
    explanation: Personal
    decision_no: str


LAPSE_NOT_FOUND = Refusal(
    "lapse_not_found",
    vi="Không có lần quá hạn nào chưa kết luận với số này.",
    en="No lapse of this number waits to be decided on.",
)


def decide(erasure: Erasure, command: DecideLapse, context: DecisionContext) -> LapseDecided:
    waiting = {lapse.ref: lapse for lapse in erasure.undecided}
    lapse = required(waiting.get(command.ref), LAPSE_NOT_FOUND, "ref")
    insist(
        (lapse.holder != context.by.person, ANSWERABLE_FOR_LAPSE),
        *independent(erasure, context),
    )
    return LapseDecided(
        ref=command.ref,
        responsibility=command.responsibility,
        explanation=context.text(command.explanation),
        decision_no=command.decision_no.strip(),
    )


def evolve(erasure: Erasure, event: LapseDecided, line: Line) -> Erasure:
    return replace(erasure, lapses_decided=(*erasure.lapses_decided, event.ref))


DECIDE_LAPSE = Action(
    command=DecideLapse,
    event=LapseDecided,
    stored_as="subject.lapse_decided.1",
    asks=Label(vi="Kết luận trách nhiệm về lần quá hạn", en="Decide whose fault a lapse was"),
    tells=Label(vi="Đã kết luận trách nhiệm về lần quá hạn", en="Lapse decided on"),
    may=(*May.within(Scope.ABOVE, Role.CITY_CHAIR), *May.within(Scope.ANY, Role.CHIEF_INSPECTOR)),
    phases=PENDING,
    four_eyes=lambda erasure: erasure.ordered_by,
    basis=basis.HEADS_ANSWER,
    refuses=(LAPSE_NOT_FOUND, ANSWERABLE_FOR_LAPSE, *INDEPENDENCE),
    decide=decide,
    evolve=evolve,
)
