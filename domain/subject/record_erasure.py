"""Record that an erasure was carried out: the keys are gone, the lines stay."""

from dataclasses import dataclass, replace

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.refusals import PHASE_NOT_ALLOWED
from domain.record.who import May, Role, Scope
from domain.subject.fields import DataSubject
from domain.subject.follow_ups import KeyGone, RecordErasure
from domain.subject.refusals import ERASURE_WAITS
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectErased:
    """What was sealed for the subject opens no more. Whoever keeps opened texts of it removes them."""

    subject: DataSubject
    keys: tuple[KeyGone, ...]


def decide(erasure: Erasure, command: RecordErasure, context: DecisionContext) -> SubjectErased:
    """Keys that are gone are told, even if somebody objected at the very moment at which they went."""
    insist(
        (erasure.phase is ErasurePhase.APPROVED or bool(command.keys), PHASE_NOT_ALLOWED),
        (context.at >= present(erasure.objections_until), ERASURE_WAITS),
    )
    return SubjectErased(subject=present(erasure.subject), keys=command.keys)


def evolve(erasure: Erasure, event: SubjectErased, line: Line) -> Erasure:
    return replace(erasure, phase=ErasurePhase.ERASED)


RECORD_ERASURE = Action(
    command=RecordErasure,
    event=SubjectErased,
    stored_as="subject.erased.1",
    asks=Label(vi="Ghi nhận đã xóa dữ liệu cá nhân", en="Record an erasure of personal data"),
    tells=Label(vi="Đã xóa dữ liệu cá nhân", en="Personal data erased"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    phases=frozenset({ErasurePhase.APPROVED, ErasurePhase.OBJECTED, ErasurePhase.WITHDRAWN}),
    basis=basis.DATA_PROTECTION,
    refuses=(ERASURE_WAITS,),
    decide=decide,
    evolve=evolve,
)
