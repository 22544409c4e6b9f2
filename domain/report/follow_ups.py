"""Commands that acts on other files give to a report; their acts stand beside, one file each."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReport:
    """The case the report belongs to. `converted`: the case was opened from this very report."""

    case: UUID
    converted: bool = False
