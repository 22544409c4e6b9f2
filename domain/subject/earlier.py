"""How the order of an erasure was written when it named its files and did not wait."""

from dataclasses import dataclass, replace
from typing import Annotated

from domain.law.keeping import OBJECTION_TIME
from domain.law.rule import due_at
from domain.record.fields import Personal, says
from domain.record.line import Line
from domain.subject.fields import DataSubject, MatterFiles, UnitOfMatter
from domain.subject.state import Erasure, ErasurePhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureOrdered1:
    """As it was written when whoever ordered it named the files."""

    subject: DataSubject
    files: MatterFiles
    matter: UnitOfMatter
    grounds: Annotated[Personal, says("Căn cứ pháp lý của việc xóa dữ liệu", "Legal grounds")]
    document_no: str


def evolve_1(erasure: Erasure, event: ErasureOrdered1, line: Line) -> Erasure:
    """It waits like any other from when it was told; lapses that it did not name are undecided."""
    return replace(
        erasure,
        phase=ErasurePhase.ORDERED,
        subject=event.subject,
        files=tuple(sorted(event.files)),
        matter=event.matter,
        concerned=(event.matter,),
        grounds=event.grounds,
        objections_until=due_at(OBJECTION_TIME, line.told_at).instant,
        ordered_by=line.by.person,
        ordered_in=line.by.office,
        ordered_at=line.told_at,
    )
