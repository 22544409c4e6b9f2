"""The record: one line an act, as it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from domain.label import Labelled
from domain.law.basis import LegalBasis
from domain.record.field import says
from domain.record.personal import Personal
from domain.record.vocabulary import Attachment, OfficeRef, Role, UnitRef


class DutyOutcome(Labelled):
    """How a duty ended."""

    MET = "met", "Đã thực hiện", "Done"
    NOT_REQUIRED = "not_required", "Không phải thực hiện", "Found not to be required"
    LAPSED = "lapsed", "Đã quá hạn, vẫn phải thực hiện", "Its time ran out; it goes on"


class Capacity(Labelled):
    """By what title somebody acted."""

    HOLDER = "holder", "Giữ chức danh", "Holds the office"
    ACTING = "acting", "Phụ trách, quyền", "In charge without appointment"
    DELEGATE = "delegate", "Theo ủy quyền bằng văn bản", "By written delegation"
    SYSTEM = "system", "Hệ thống, theo quy tắc", "The system by a rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, as of then. For the system `person` is None and `rule` names the rule and its version."""

    person: UUID | None
    name: str
    role: Role
    office: OfficeRef | None
    capacity: Capacity
    delegation: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldFrom:
    """Which unit had the matter from an instant on, and the office in it by which it was taken, where that is known."""

    unit: UnitRef
    since: datetime
    office: OfficeRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyStarted:
    """A statutory clock set going, with the due instant and the answerable office as of then.

    `held`: who had the matter from `since` until the clock was laid on that office, where it came from another file;
    the last of them is who has it now. Empty: nobody had it before.
    """

    code: str
    ref: str
    since: datetime
    due_at: datetime
    answers: OfficeRef
    rule_version: int
    basis: LegalBasis
    confidence: str
    regime: str
    calendar_version: int
    held: tuple[HeldFrom, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyEnded:
    """A running clock that this line met, showed not to be required, or found to have lapsed.

    `answers`, `holder`: for a lapse that another file brought along, who answered for it there. Of a lapse found here
    the event tells.
    """

    code: str
    ref: str
    how: DutyOutcome
    answers: OfficeRef | None = None
    holder: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One act in the record. `recorded_at` and `position` are the store's and None until it has answered.

    `unit` is the unit whose matter it is; the actor's own stands in `by.office.unit`. `seen_version` is the version
    of the file that the actor was looking at.
    """

    id: UUID
    file_id: UUID
    version: int
    stored_as: str
    event: Any
    occurred_at: datetime
    by: Actor
    unit: UnitRef | None
    regime: str
    command_id: UUID
    correlation_id: UUID
    causation_id: UUID | None = None
    seen_version: int | None = None
    reason: Annotated[Personal | None, says("Lý do", "Reason")] = None
    late: bool = False
    late_reason: Annotated[Personal | None, says("Lý do ghi muộn", "Why it was recorded late")] = None
    basis: LegalBasis | None = None
    attachments: tuple[Attachment, ...] = ()
    starts: tuple[DutyStarted, ...] = ()
    ends: tuple[DutyEnded, ...] = ()
    recorded_at: datetime | None = None
    position: int | None = None

    @property
    def told_at(self) -> datetime:
        """When others could know of it: when it was recorded, whatever time was claimed for it."""
        return max(self.occurred_at, self.recorded_at or self.occurred_at)
