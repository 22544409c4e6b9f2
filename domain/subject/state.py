"""The file of an erasure: whose data, in which files, who ordered it and who approved."""

from dataclasses import dataclass
from uuid import UUID

from domain.record.vocabulary import Labelled, UnitRef


class ErasurePhase(Labelled):
    """How far an erasure has come."""

    UNKNOWN = "unknown", "Chưa đề nghị", "Not asked for"
    ORDERED = "ordered", "Đã đề nghị", "Asked for"
    APPROVED = "approved", "Đã phê duyệt", "Approved"
    ERASED = "erased", "Đã xóa", "Carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """An erasure as its lines tell it. `subject`: a child, carer, reporter, or a file for its texts."""

    phase: ErasurePhase = ErasurePhase.UNKNOWN
    subject: UUID | None = None
    files: tuple[UUID, ...] = ()
    matter: UnitRef | None = None
    ordered_by: UUID | None = None
    approved_by: UUID | None = None
