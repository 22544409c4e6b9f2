"""Have a person's data held before anybody asks for its erasure: then none is ordered until the hold is taken back."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line
from domain.record.fields import Personal, says
from domain.record.vocabulary import subject_id
from domain.subject.fields import AskedSubject, DataSubject, ObjectionNumber
from domain.subject.objecting import next_number, objected
from domain.subject.state import NOT_ASKED, Erasure, ErasurePhase
from domain.subject.who import KEEPERS


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldData:
    """Whose data, and why it must be kept."""

    subject: AskedSubject
    objection: Annotated[str, says("Lý do phải giữ dữ liệu", "Why the data must be kept")]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataHeld:
    ref: ObjectionNumber
    subject: DataSubject
    objection: Personal


def decide(erasure: Erasure, command: HoldData, context: DecisionContext) -> DataHeld:
    return DataHeld(ref=next_number(erasure), subject=command.subject, objection=context.text(command.objection))


def evolve(erasure: Erasure, event: DataHeld, line: Line) -> Erasure:
    held = objected(erasure, event.ref, event.objection, line, ErasurePhase.HELD)
    return replace(held, subject=event.subject)


HOLD_DATA = Action(
    command=HoldData,
    event=DataHeld,
    stored_as="subject.data_held.1",
    asks=Label(vi="Yêu cầu giữ dữ liệu cá nhân làm chứng cứ", en="Have a person's data held as evidence"),
    tells=Label(vi="Đã yêu cầu giữ dữ liệu cá nhân làm chứng cứ", en="Personal data held as evidence"),
    may=KEEPERS,
    phases=NOT_ASKED | {ErasurePhase.HELD},
    opens=None,
    opens_file=lambda command: subject_id(command.subject),
    basis=basis.DATA_PROTECTION,
    decide=decide,
    evolve=evolve,
)
