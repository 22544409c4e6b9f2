"""Approve an erasure: a second person looks at the same files again, and decides."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Role
from domain.subject.hold import objections
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveErasure:
    """The files that were looked at, which must be those of the order, and the decision's number."""

    files: tuple[UUID, ...]
    decision_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureApproved:
    """The erasure was approved. The database destroys the subject's keys only where it finds this line."""

    subject: UUID
    files: tuple[UUID, ...]
    decision_no: str


def decide(erasure: Erasure, command: ApproveErasure, context: DecisionContext) -> ErasureApproved:
    insist((set(command.files) == set(erasure.files), "erasure_files_incomplete", "files"))
    insist(
        (said(command.decision_no), "erasure_decision_required", "decisionNo"),
        *objections(erasure.subject, command.files, context.related),
    )
    return ErasureApproved(
        subject=present(erasure.subject), files=erasure.files, decision_no=command.decision_no.strip()
    )


def evolve(erasure: Erasure, event: ErasureApproved, line: Line) -> Erasure:
    return replace(erasure, phase=ErasurePhase.APPROVED, approved_by=line.by.person)


APPROVE_ERASURE = Action(
    kind=Kind.SUBJECT,
    command=ApproveErasure,
    event=ErasureApproved,
    stored_as="subject.erasure_approved.1",
    asks=Label(vi="Phê duyệt xóa dữ liệu cá nhân", en="Approve an erasure of personal data"),
    tells=Label(vi="Đã phê duyệt xóa dữ liệu cá nhân", en="Erasure of personal data approved"),
    may=(
        May(role=Role.CITY_CHAIR, scope=Scope.ANY),
        May(role=Role.HOME_AFFAIRS_OFFICER, scope=Scope.ANY),
    ),
    phases=frozenset({ErasurePhase.ORDERED}),
    four_eyes=lambda erasure: erasure.ordered_by,
    basis=basis.ERASURE,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: command.files,
)
