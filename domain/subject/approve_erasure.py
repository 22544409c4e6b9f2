"""Approve an erasure: a second person looks at the same files again, and decides."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.fields import DecisionNo
from domain.record.who import May, Role, Scope
from domain.subject.fields import DataSubject, MatterFiles
from domain.subject.hold import ERASURE_DUTIES_OPEN, ERASURE_MATTER_LIVE, objections
from domain.subject.refusals import ERASURE_FILES_INCOMPLETE, SUBJECT_NOT_IN_FILES
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveErasure:
    """The files looked at, which must be those of the order."""

    files: MatterFiles
    decision_no: DecisionNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureApproved:
    """The erasure was approved. The database destroys the subject's keys only where it finds this line."""

    subject: DataSubject
    files: tuple[UUID, ...]
    decision_no: str


def decide(erasure: Erasure, command: ApproveErasure, context: DecisionContext) -> ErasureApproved:
    insist((set(command.files) == set(erasure.files), ERASURE_FILES_INCOMPLETE, "files"))
    insist(*objections(erasure.subject, command.files, context.related))
    return ErasureApproved(
        subject=present(erasure.subject), files=erasure.files, decision_no=command.decision_no.strip()
    )


def evolve(erasure: Erasure, event: ErasureApproved, line: Line) -> Erasure:
    return replace(erasure, phase=ErasurePhase.APPROVED, approved_by=line.by.person)


APPROVE_ERASURE = Action(
    command=ApproveErasure,
    event=ErasureApproved,
    stored_as="subject.erasure_approved.1",
    asks=Label(vi="Phê duyệt xóa dữ liệu cá nhân", en="Approve an erasure of personal data"),
    tells=Label(vi="Đã phê duyệt xóa dữ liệu cá nhân", en="Erasure of personal data approved"),
    may=May.within(Scope.ANY, Role.CITY_CHAIR, Role.HOME_AFFAIRS_OFFICER),
    phases=frozenset({ErasurePhase.ORDERED}),
    four_eyes=lambda erasure: erasure.ordered_by,
    basis=basis.ERASURE,
    refuses=(SUBJECT_NOT_IN_FILES, ERASURE_FILES_INCOMPLETE, ERASURE_MATTER_LIVE, ERASURE_DUTIES_OPEN),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: command.files,
)
