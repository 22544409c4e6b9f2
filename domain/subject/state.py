"""The file of an erasure: whose data, in which files, who ordered it and who approved."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from domain.record.field import FILE_OR_PERSON, PERSON, points_at, says
from domain.record.vocabulary import UnitRef


class ErasurePhase(StrEnum):
    """How far an erasure has come."""

    UNKNOWN = "unknown"
    ORDERED = "ordered"
    APPROVED = "approved"
    ERASED = "erased"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """An erasure as its lines tell it. `subject`: a child, carer, reporter, or a file for its texts."""

    phase: Annotated[ErasurePhase, says("Tình trạng xóa dữ liệu", "Phase")] = ErasurePhase.UNKNOWN
    subject: Annotated[UUID | None, says("Chủ thể của dữ liệu", "Whose data"), FILE_OR_PERSON] = None
    files: Annotated[tuple[UUID, ...], points_at(None)] = ()
    matter: UnitRef | None = None
    ordered_by: Annotated[UUID | None, says("Người đề nghị", "Ordered by"), PERSON] = None
    approved_by: Annotated[UUID | None, says("Người phê duyệt", "Approved by"), PERSON] = None
