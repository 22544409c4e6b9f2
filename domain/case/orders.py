"""Commands that acts on other files give to a case; their acts stand beside, one file each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReport:
    """A report that was linked to the case, and when it was first received."""

    report: UUID
    received_at: datetime
