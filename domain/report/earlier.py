"""Events of a report as they were written before: nobody writes them any more, and they load for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.fields import Personal, says
from domain.report.state import RejectionGround


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRejected1:
    """The report was rejected, as it was written before the line kept the decision's number."""

    ground: RejectionGround
    duplicate_of: UUID | None
    truth_check: Personal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChecked1:
    """A check, as it was written before the line said what came of it."""

    findings: Personal
    sources: Personal


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTakenUp1:
    """As it was written when the clocks counted from what anybody said to have known."""

    taken_up: Annotated[int, says("Lần xem xét lại", "Which time")]
    new_fact: Personal
    known_at: datetime
