"""Commands that acts on other files give to a report; their acts stand beside, one file each."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from domain.record.field import BySystem, points_at, says
from domain.record.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """The case the report belongs to."""

    case: Annotated[UUID, says("Vụ việc", "The case"), points_at(Kind.CASE)]
    converted: Annotated[
        bool, says("Vụ việc được lập từ chính tin báo này", "The case was opened from this very report"), BySystem
    ] = False
