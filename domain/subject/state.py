"""The file of an erasure: whose data, in which files, who ordered it and who approved."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.field import FILE_OR_PERSON, PERSON, points_at, says
from domain.record.vocabulary import UnitRef


class ErasurePhase(Labelled):
    """How far an erasure has come."""

    UNKNOWN = "unknown", "Chưa đề nghị", "Not asked for"
    ORDERED = "ordered", "Đã đề nghị", "Asked for"
    APPROVED = "approved", "Đã phê duyệt", "Approved"
    ERASED = "erased", "Đã xóa", "Carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """An erasure as its lines tell it. `subject`: a child, carer, reporter, or a file for its texts."""

    phase: Annotated[ErasurePhase, says("Tình trạng xóa dữ liệu", "How far it has come")] = ErasurePhase.UNKNOWN
    subject: Annotated[UUID | None, says("Chủ thể dữ liệu cá nhân", "Whose data"), FILE_OR_PERSON] = None
    files: Annotated[tuple[UUID, ...], points_at(None)] = ()
    matter: UnitRef | None = None
    ordered_by: Annotated[UUID | None, says("Người đề nghị", "Requested by"), PERSON] = None
    approved_by: Annotated[UUID | None, says("Người phê duyệt", "Approved by"), PERSON] = None
