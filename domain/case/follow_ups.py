"""Commands that acts on other files give to a case; their acts stand beside, one file each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReport:
    """A report that was linked to the case, and when it was first received."""

    report: UUID
    received_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedClock:
    """A clock that still ran in a case when it was merged: duty and start."""

    code: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsorbCase:
    """A case that was merged into this one: its reports, first receipt and the clocks that must go on."""

    case: UUID
    clock_start: datetime
    reports: tuple[UUID, ...]
    clocks: tuple[CarriedClock, ...]
