"""A report's file: what was told, who holds it now, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.harm import HarmKind
from domain.personal import Personal
from domain.words import UnitRef


class Channel(StrEnum):
    """How the information came."""

    HOTLINE = "hotline"
    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    ONLINE = "online"
    POLICE = "police"
    SCHOOL = "school"
    HEALTH = "health"
    FRONT = "front"


class ReportPhase(StrEnum):
    """Where a report stands (domain.md 5.2)."""

    UNKNOWN = "unknown"
    RECEIVED = "received"
    FORWARDED = "forwarded"
    TRIAGED = "triaged"
    LINKED = "linked"
    CONVERTED = "converted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as its lines tell it. `holder` is the unit that has it now, `sent_to` the unit it was forwarded to."""

    phase: ReportPhase = ReportPhase.UNKNOWN
    number: str = ""
    channel: Channel | None = None
    received_at: datetime | None = None
    receiver: UnitRef | None = None
    holder: UnitRef | None = None
    sent_to: UnitRef | None = None
    place: UnitRef | None = None
    harm_kinds: tuple[HarmKind, ...] = ()
    danger_now: bool = False
    anonymous: bool = False
    reporter: UUID | None = None
    child: UUID | None = None
    narrative: Personal | None = None
    child_name: Personal | None = None
    child_birth_year: int | None = None
    reporter_name: Personal | None = None
    reporter_contact: Personal | None = None
    case: UUID | None = None
    rejected_because: str | None = None
    reporter_answered_at: datetime | None = None
    forwarded: int = 0
