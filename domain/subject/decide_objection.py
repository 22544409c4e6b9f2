"""Decide on an objection to an erasure: upheld, the erasure stops; overruled, it goes on and is approved anew."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, present, required
from domain.record.fields import Personal, says
from domain.record.who import May, Role, Scope
from domain.subject.fields import ObjectionNumber
from domain.subject.independent import independent
from domain.subject.refusals import INDEPENDENCE, OBJECTION_NOT_FOUND
from domain.subject.state import Erasure, ErasurePhase, ObjectionOutcome

Upheld = Annotated[bool, says("Chấp nhận ý kiến phản đối", "Whether it is upheld")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideObjection:
    """Which one, whether the data is kept, and why."""

    ref: ObjectionNumber
    upheld: Upheld
    conclusion: Annotated[str, says("Kết luận về ý kiến phản đối", "What was found of the objection")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionDecided:
    ref: str
    upheld: Upheld
    conclusion: Personal


OWN_OBJECTION = Refusal(
    "own_objection",
    vi="Người phản đối không tự giải quyết ý kiến của mình.",
    en="Nobody decides on their own objection.",
)


def decide(erasure: Erasure, command: DecideObjection, context: DecisionContext) -> ObjectionDecided:
    objection = required(erasure.objection(command.ref), OBJECTION_NOT_FOUND, "ref")
    insist(
        (objection.office.id != present(context.by.office).id, OWN_OBJECTION),
        *independent(erasure, context),
    )
    return ObjectionDecided(ref=objection.ref, upheld=command.upheld, conclusion=context.text(command.conclusion))


def evolve(erasure: Erasure, event: ObjectionDecided, line: Line) -> Erasure:
    outcome = ObjectionOutcome.UPHELD if event.upheld else ObjectionOutcome.OVERRULED
    settled = erasure.settled(event.ref, outcome)
    return replace(settled, phase=ErasurePhase.STOPPED) if event.upheld else settled


DECIDE_OBJECTION = Action(
    command=DecideObjection,
    event=ObjectionDecided,
    stored_as="subject.objection_decided.1",
    asks=Label(vi="Giải quyết ý kiến phản đối việc xóa dữ liệu", en="Decide on an objection to an erasure"),
    tells=Label(vi="Đã giải quyết ý kiến phản đối việc xóa dữ liệu", en="Objection to an erasure decided on"),
    may=May.within(Scope.ANY, Role.DATA_PROTECTION_AUDITOR),
    phases=frozenset({ErasurePhase.OBJECTED}),
    four_eyes=lambda erasure: erasure.ordered_by,
    basis=basis.DATA_PROTECTION,
    refuses=(OBJECTION_NOT_FOUND, OWN_OBJECTION, *INDEPENDENCE),
    decide=decide,
    evolve=evolve,
)
