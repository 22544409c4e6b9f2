"""A protection case's file: where it stands, who leads it, what is known and what protects the child now."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.case.care_state import Care
from domain.case.plan_state import Plan
from domain.case.protection_state import Protection
from domain.harm import HarmKind
from domain.words import UnitRef


class Phase(StrEnum):
    """Where a case stands (domain.md 5.3)."""

    UNKNOWN = "unknown"
    OPEN = "open"
    VERIFYING = "verifying"
    VERIFIED = "verified"
    UNFOUNDED = "unfounded"
    ASSESSED = "assessed"
    DETAILED = "detailed"
    NEEDS_SET = "needs_set"
    PLAN_DRAFTED = "plan_drafted"
    PLAN_SUBMITTED = "plan_submitted"
    PLAN_APPROVED = "plan_approved"
    IN_SERVICE = "in_service"
    UNDER_REVIEW = "under_review"
    CLOSED = "closed"
    MERGED = "merged"


ENDED = frozenset({Phase.UNFOUNDED, Phase.CLOSED, Phase.MERGED})
LIVE = frozenset(Phase) - ENDED - {Phase.UNKNOWN}


class RiskLevel(StrEnum):
    """The level of risk to the child (Decree 56 art. 26, form 02)."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest:
    """Information asked of a body; `answer` is None until it was provided or refused."""

    ref: str
    from_body: UnitRef
    due_at: datetime
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What a higher level told the case's unit to do."""

    ref: str
    by: UnitRef
    due_at: datetime
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its lines tell it. `resumes` is the phase that a suspension interrupted."""

    phase: Phase = Phase.UNKNOWN
    number: str = ""
    clock_start: datetime | None = None
    reports: tuple[UUID, ...] = ()
    child: UUID | None = None
    child_birth_year: int | None = None
    harm_kinds: tuple[HarmKind, ...] = ()
    place: UnitRef | None = None
    residence: UnitRef | None = None
    lead: UnitRef | None = None
    transfer_to: UnitRef | None = None
    opened_at: datetime | None = None
    truth_verified_at: datetime | None = None
    risk: RiskLevel | None = None
    risk_proposed: RiskLevel | None = None
    risk_confirmed: bool = False
    serious_danger: bool = False
    parent_is_harmer: bool = False
    assessor: UUID | None = None
    assessments: int = 0
    information: tuple[InformationRequest, ...] = ()
    directions: tuple[Direction, ...] = ()
    protection: Protection = field(default_factory=Protection)
    plan: Plan = field(default_factory=Plan)
    care: Care = field(default_factory=Care)
    suspended_until: datetime | None = None
    merged_into: UUID | None = None
    absorbed: tuple[UUID, ...] = ()
    died_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0

    @property
    def named(self) -> tuple[UnitRef, ...]:
        """Units that the file asks something of: providers, executors, bodies asked for information."""
        return tuple(r.from_body for r in self.information if r.answer is None)
