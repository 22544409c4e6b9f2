"""An attempt file: what somebody tried and was refused within one hour."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from domain.record.fields import Clear, Names, points_at, says
from domain.record.vocabulary import UnitRef

KINDS = 10
"""Project default: of so many things tried in an hour each is told by itself."""
MANY = UUID(int=0)
"""Stands for the file where many things were tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One thing that was tried, and how often; or many things counted together."""

    act: Annotated[str, says("Việc bị từ chối", "Act that was refused"), Names.ACTS, Clear.SYSTEM]
    file: Annotated[UUID, says("Hồ sơ liên quan", "File it was tried on"), points_at(None, told_by="act")]
    refusals: Annotated[
        tuple[str, ...], says("Mã các lý do từ chối", "Codes of the refusals"), Names.REFUSALS, Clear.SYSTEM
    ]
    times: Annotated[int, says("Số lần trong cùng một giờ", "Times within the same hour")]

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two attempts the same thing."""
        return (MANY,) if self.file == MANY else (self.act, self.file, self.refusals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """What was tried so far, by whom of which unit."""

    tried: Annotated[tuple[Tried, ...], says("Các việc bị từ chối", "What was refused")] = ()
    unit: Annotated[UnitRef | None, says("Đơn vị của người thực hiện", "Unit of who tried")] = None
