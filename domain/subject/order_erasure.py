"""Order the erasure of a person's data: on written grounds, over every file that holds it, and then it waits."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law import basis
from domain.law.keeping import OBJECTION_TIME
from domain.law.rule import due_at
from domain.record.act import Action, DecisionContext, Earlier, Label, Line, insist
from domain.record.fields import Clear, Personal, says
from domain.record.refusals import ANSWERABLE_FOR_LAPSE, OUTSIDE_YOUR_UNIT
from domain.record.vocabulary import subject_id
from domain.record.who import May, Role, Scope
from domain.subject.earlier import ErasureOrdered1, evolve_1
from domain.subject.fields import (
    AskedSubject,
    AskedUnits,
    ConcernedUnits,
    DataSubject,
    LapsesOfFiles,
    MatterFiles,
    ObjectionsUntil,
    UnitOfMatter,
)
from domain.subject.hold import concerned, files_of, in_charge, keeps_data, lapses_of, matter_of, others_leading
from domain.subject.refusals import KEEPS_THE_DATA, SUBJECT_NOT_IN_FILES
from domain.subject.state import NOT_ASKED, Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderErasure:
    """Whose data, and why. In which files it lies, the record says."""

    subject: AskedSubject
    grounds: Annotated[str, says("Căn cứ pháp lý của việc xóa dữ liệu", "Why")]
    document_no: Annotated[str, says("Số văn bản yêu cầu", "Number of the request"), Clear.NUMBER]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureOrdered:
    """An erasure was ordered. Nothing is destroyed before the time to object is over and a second person approved.

    `asked`: units in the lead of files that are not the orderer's, without whose consent it is not approved.
    """

    subject: DataSubject
    files: MatterFiles
    matter: UnitOfMatter
    concerned: ConcernedUnits
    asked: AskedUnits
    lapses: LapsesOfFiles
    objections_until: ObjectionsUntil
    grounds: Annotated[Personal, says("Căn cứ pháp lý của việc xóa dữ liệu", "Legal grounds")]
    document_no: str


def decide(erasure: Erasure, command: OrderErasure, context: DecisionContext) -> ErasureOrdered:
    files = files_of(command.subject, context.related)
    own = [file for file in files if in_charge(file, context)]
    by_chair = context.by.role is Role.COMMUNE_CHAIR
    insist((bool(own) or not by_chair, OUTSIDE_YOUR_UNIT))
    insist(
        (context.file_id == subject_id(command.subject), SUBJECT_NOT_IN_FILES, "subject"),
        *keeps_data(files, context.at),
    )
    insist(
        (bool(own), OUTSIDE_YOUR_UNIT),
        (not by_chair or not any(file.lapses for file in files), ANSWERABLE_FOR_LAPSE),
    )
    return ErasureOrdered(
        subject=command.subject,
        files=tuple(file.id for file in files),
        matter=matter_of(own),
        concerned=concerned(files, context.register, context.at),
        asked=others_leading([file for file in files if file not in own]),
        lapses=lapses_of(files),
        objections_until=due_at(OBJECTION_TIME, context.at).instant,
        grounds=context.text(command.grounds),
        document_no=command.document_no.strip(),
    )


def evolve(erasure: Erasure, event: ErasureOrdered, line: Line) -> Erasure:
    return replace(
        erasure,
        phase=ErasurePhase.OBJECTED if erasure.objected_to else ErasurePhase.ORDERED,
        subject=event.subject,
        files=event.files,
        matter=event.matter,
        concerned=event.concerned,
        asked=event.asked,
        consented=(),
        lapses=event.lapses,
        lapses_decided=(),
        grounds=event.grounds,
        objections_until=event.objections_until,
        ordered_by=line.by.person,
        ordered_in=line.by.office,
        ordered_at=line.told_at,
    )


ORDER_ERASURE = Action(
    command=OrderErasure,
    event=ErasureOrdered,
    stored_as="subject.erasure_ordered.2",
    asks=Label(vi="Đề nghị xóa dữ liệu cá nhân", en="Order an erasure of personal data"),
    tells=Label(vi="Đã đề nghị xóa dữ liệu cá nhân", en="Erasure of personal data ordered"),
    may=May.within(Scope.ANY, Role.HEALTH_DEPARTMENT_OFFICER, Role.COMMUNE_CHAIR),
    phases=NOT_ASKED,
    opens=None,
    opens_file=lambda command: subject_id(command.subject),
    about=lambda erasure, command: command.subject,
    basis=basis.DATA_PROTECTION,
    refuses=(ANSWERABLE_FOR_LAPSE, OUTSIDE_YOUR_UNIT, *KEEPS_THE_DATA),
    decide=decide,
    evolve=evolve,
    earlier=(Earlier(event=ErasureOrdered1, stored_as="subject.erasure_ordered.1", evolve=evolve_1),),
)
