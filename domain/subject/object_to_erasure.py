"""Object to an erasure: until the objection is taken back or overruled nothing is approved, nor carried out."""

from dataclasses import dataclass
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import Personal, says
from domain.subject.fields import ObjectionNumber
from domain.subject.objecting import next_number, objected
from domain.subject.state import PENDING, Erasure, ErasurePhase
from domain.subject.who import OBJECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToErasure:
    """Why the data must be kept."""

    objection: Annotated[str, says("Lý do phải giữ dữ liệu", "Why the data must be kept")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureObjectedTo:
    ref: ObjectionNumber
    objection: Personal


def decide(erasure: Erasure, command: ObjectToErasure, context: DecisionContext) -> ErasureObjectedTo:
    return ErasureObjectedTo(ref=next_number(erasure), objection=context.text(command.objection))


def evolve(erasure: Erasure, event: ErasureObjectedTo, line: Line) -> Erasure:
    return objected(erasure, event.ref, event.objection, line, ErasurePhase.OBJECTED)


OBJECT_TO_ERASURE = Action(
    command=ObjectToErasure,
    event=ErasureObjectedTo,
    stored_as="subject.erasure_objected.1",
    asks=Label(vi="Phản đối việc xóa dữ liệu cá nhân", en="Object to an erasure of personal data"),
    tells=Label(vi="Đã phản đối việc xóa dữ liệu cá nhân", en="Erasure of personal data objected to"),
    may=OBJECTORS,
    phases=PENDING | {ErasurePhase.APPROVED},
    basis=basis.DATA_PROTECTION,
    decide=decide,
    evolve=evolve,
)
