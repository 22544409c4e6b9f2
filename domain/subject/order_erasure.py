"""Order the erasure of a person's data: on written grounds, never while the matter may still need it."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis
from domain.record.action import Action, May, Scope
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, present, said
from domain.record.vocabulary import Kind, Label, Role, UnitRef, subject_id
from domain.subject.hold import matter, objections
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderErasure:
    """Whose data (a person, or a file for its texts), all reports and cases of the matter, and why."""

    subject: UUID
    files: tuple[UUID, ...]
    grounds: str
    document_no: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureOrdered:
    """An erasure was ordered; nothing is destroyed before a second person has approved it."""

    subject: UUID
    files: tuple[UUID, ...]
    matter: UnitRef
    grounds: Personal
    document_no: str


def decide(erasure: Erasure, command: OrderErasure, context: DecisionContext) -> ErasureOrdered:
    unit = matter(command.files, context.related)
    insist(
        (said(command.grounds) and said(command.document_no), "erasure_grounds_required", "grounds"),
        (context.file_id == subject_id(command.subject), "subject_not_in_files", "subject"),
        *objections(command.subject, command.files, context.related),
    )
    by_chair = context.by.role is Role.COMMUNE_CHAIR
    insist(
        (in_charge(present(unit), context), "outside_your_unit"),
        (not by_chair or not any(file.lapses for file in context.related.values()), "answerable_for_lapse"),
    )
    return ErasureOrdered(
        subject=command.subject,
        files=command.files,
        matter=present(unit),
        grounds=context.text(command.grounds),
        document_no=command.document_no.strip(),
    )


def in_charge(unit: UnitRef, context: DecisionContext) -> bool:
    """A Chair orders it for the own commune only, also when that commune has taken over from another."""
    own = present(context.by.office).unit.id
    return context.by.role is not Role.COMMUNE_CHAIR or own in context.register.living(unit.id, context.at)


def evolve(erasure: Erasure, event: ErasureOrdered, line: Line) -> Erasure:
    return replace(
        erasure,
        phase=ErasurePhase.ORDERED,
        subject=event.subject,
        files=event.files,
        matter=event.matter,
        ordered_by=line.by.person,
    )


ORDER_ERASURE = Action(
    kind=Kind.SUBJECT,
    command=OrderErasure,
    event=ErasureOrdered,
    stored_as="subject.erasure_ordered.1",
    asks=Label(vi="Đề nghị xóa dữ liệu cá nhân", en="Order an erasure of personal data"),
    tells=Label(vi="Đã đề nghị xóa dữ liệu cá nhân", en="Erasure of personal data ordered"),
    may=(
        May(role=Role.HEALTH_DEPARTMENT_OFFICER, scope=Scope.ANY),
        May(role=Role.COMMUNE_CHAIR, scope=Scope.ANY),
    ),
    opens=True,
    basis=basis.ERASURE,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: command.files,
)
