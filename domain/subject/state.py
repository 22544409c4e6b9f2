"""The file of an erasure: whose data, in which files, who ordered it and who approved."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

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

    phase: ErasurePhase = ErasurePhase.UNKNOWN
    subject: UUID | None = None
    files: tuple[UUID, ...] = ()
    matter: UnitRef | None = None
    ordered_by: UUID | None = None
    approved_by: UUID | None = None
