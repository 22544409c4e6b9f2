"""An attempt file: how often somebody tried one thing within one hour."""

from dataclasses import dataclass
from typing import Annotated

from domain.record.field import says
from domain.record.vocabulary import UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempts:
    """How often it was tried so far."""

    times: Annotated[int, says("Số lần bị từ chối", "Times refused")] = 0
    unit: Annotated[UnitRef | None, says("Đơn vị của người thực hiện", "Unit of who tried")] = None
