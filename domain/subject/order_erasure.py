"""Order the erasure of a person's data: on written grounds, never while the matter may still need it."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist, present
from domain.record.fields import FILE_OR_PERSON, AskedAs, Clear, Personal, UnitRef, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE, OUTSIDE_YOUR_UNIT
from domain.record.vocabulary import subject_id
from domain.record.who import May, Role, Scope
from domain.subject.fields import MatterFiles
from domain.subject.hold import ERASURE_DUTIES_OPEN, ERASURE_MATTER_LIVE, matter, objections
from domain.subject.refusals import ERASURE_FILES_INCOMPLETE, SUBJECT_NOT_IN_FILES
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderErasure:
    """Whose data, the files of the matter, and why."""

    subject: Annotated[
        UUID,
        says(
            "Chủ thể dữ liệu cá nhân; một người, hoặc một hồ sơ đối với các nội dung ghi trong hồ sơ đó",
            "Whose data: a person, or a file for its texts",
        ),
        FILE_OR_PERSON,
        AskedAs("data_subject_id"),
    ]
    files: MatterFiles
    grounds: Annotated[str, says("Căn cứ pháp lý của việc xóa dữ liệu", "Why")]
    document_no: Annotated[str, says("Số văn bản yêu cầu", "Number of the request"), Clear.NUMBER]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureOrdered:
    """An erasure was ordered; nothing is destroyed before a second person has approved it."""

    subject: UUID
    files: tuple[UUID, ...]
    matter: Annotated[UnitRef, says("Đơn vị phụ trách vụ việc, tin báo", "Unit whose matter it is")]
    grounds: Annotated[Personal, says("Căn cứ pháp lý của việc xóa dữ liệu", "Legal grounds")]
    document_no: str


def decide(erasure: Erasure, command: OrderErasure, context: DecisionContext) -> ErasureOrdered:
    unit = matter(command.files, context.related)
    insist(
        (context.file_id == subject_id(command.subject), SUBJECT_NOT_IN_FILES, "subject"),
        *objections(command.subject, command.files, context.related),
    )
    by_chair = context.by.role is Role.COMMUNE_CHAIR
    insist(
        (in_charge(present(unit), context), OUTSIDE_YOUR_UNIT),
        (not by_chair or not any(file.lapses for file in context.related.values()), ANSWERABLE_FOR_LAPSE),
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
    own = context.own_unit.id
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
    command=OrderErasure,
    event=ErasureOrdered,
    stored_as="subject.erasure_ordered.1",
    asks=Label(vi="Đề nghị xóa dữ liệu cá nhân", en="Order an erasure of personal data"),
    tells=Label(vi="Đã đề nghị xóa dữ liệu cá nhân", en="Erasure of personal data ordered"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.COMMUNE_CHAIR),
    opens=True,
    opens_file=lambda command: subject_id(command.subject),
    basis=basis.ERASURE,
    refuses=(
        ANSWERABLE_FOR_LAPSE,
        SUBJECT_NOT_IN_FILES,
        ERASURE_FILES_INCOMPLETE,
        ERASURE_MATTER_LIVE,
        ERASURE_DUTIES_OPEN,
    ),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: command.files,
)
