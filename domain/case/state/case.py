"""A protection case's file: where it stands, who leads it, what is known and what protects the child now."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.case.state.care import Care
from domain.case.state.plan import Plan
from domain.case.state.protection import Protection
from domain.law.harm import HarmKind
from domain.law.term import local_day
from domain.record.vocabulary import Labelled, UnitRef


class Phase(Labelled):
    """Where a case stands.

    See domain.md 5.3.
    """

    UNKNOWN = "unknown", "Chưa lập", "Not opened"
    OPEN = "open", "Đã lập", "Opened"
    VERIFYING = "verifying", "Đang xác minh", "Being verified"
    VERIFIED = "verified", "Đã xác thực", "Found true"
    UNFOUNDED = "unfounded", "Không có căn cứ", "Found untrue"
    ASSESSED = "assessed", "Đã đánh giá nguy cơ", "Risk assessed"
    DETAILED = "detailed", "Đã đánh giá cụ thể", "Assessed in detail"
    NEEDS_SET = "needs_set", "Đã xác định nhu cầu", "Needs set"
    PLAN_DRAFTED = "plan_drafted", "Đã xây dựng kế hoạch", "Plan drafted"
    PLAN_SUBMITTED = "plan_submitted", "Đã trình kế hoạch", "Plan submitted"
    PLAN_APPROVED = "plan_approved", "Đã phê duyệt kế hoạch", "Plan approved"
    IN_SERVICE = "in_service", "Đang cung cấp dịch vụ", "Services under way"
    UNDER_REVIEW = "under_review", "Đã rà soát", "Reviewed"
    CLOSED = "closed", "Đã kết thúc", "Closed"
    MERGED = "merged", "Đã nhập vào vụ việc khác", "Merged into another case"
    DECEASED = "deceased", "Trẻ đã tử vong", "The child died"


ENDED = frozenset({Phase.UNFOUNDED, Phase.CLOSED, Phase.MERGED, Phase.DECEASED})
LIVE = frozenset(Phase) - ENDED - {Phase.UNKNOWN}
FIRST_STEPS = frozenset({Phase.OPEN, Phase.VERIFYING, Phase.VERIFIED, Phase.ASSESSED})
AGE_OF_OWN_VIEW = 7


class RiskLevel(Labelled):
    """Level of risk to the child (Decree 56 art. 26).

    Found on form 02.
    """

    NONE = "none", "Không có nguy cơ", "None"
    LOW = "low", "Thấp", "Low"
    MEDIUM = "medium", "Trung bình", "Medium"
    HIGH = "high", "Cao", "High"


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationRequest:
    """Information asked of a body. A refusal does not end the duty to provide it."""

    ref: str
    from_body: UnitRef
    asked_at: datetime
    provided: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What a higher level told the case's unit to do."""

    ref: str
    by: UnitRef
    due_at: datetime
    answered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """The lead passed from one unit to another."""

    from_unit: UnitRef
    to_unit: UnitRef
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its lines tell it.

    `risk` is the level the Chair settled, `risk_proposed` and `danger_proposed` the worker's. `news_at` is when the
    file last heard of something new: a report joined, a new fact, a visit that found danger. `child_heard_at` is the
    last time the child's own view was recorded. `earlier_cases` are former cases of the same child.
    """

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
    transfers: int = 0
    transfer_disputed: bool = False
    handovers: tuple[Handover, ...] = ()
    earlier_cases: tuple[UUID, ...] = ()
    opened_at: datetime | None = None
    truth_verified_at: datetime | None = None
    risk: RiskLevel | None = None
    risk_proposed: RiskLevel | None = None
    danger_proposed: bool = False
    risk_confirmed: bool = False
    news_at: datetime | None = None
    serious_danger: bool = False
    parent_is_harmer: bool = False
    assessor: UUID | None = None
    assessments: int = 0
    assessed_at: datetime | None = None
    carers_safe_at: datetime | None = None
    child_heard_at: datetime | None = None
    urgent_declined_at: datetime | None = None
    separation_declined_at: datetime | None = None
    information: tuple[InformationRequest, ...] = ()
    directions: tuple[Direction, ...] = ()
    protection: Protection = field(default_factory=Protection)
    plan: Plan = field(default_factory=Plan)
    care: Care = field(default_factory=Care)
    suspended_until: datetime | None = None
    suspensions: int = 0
    merged_into: UUID | None = None
    absorbed: tuple[UUID, ...] = ()
    died_at: datetime | None = None
    closed_at: datetime | None = None
    reopened: int = 0

    @property
    def named(self) -> tuple[UnitRef, ...]:
        """Units that the file asks something of: providers, executors, bodies asked for information."""
        return (
            *(r.from_body for r in self.information if not r.provided),
            *(m.executor for m in self.protection.open_measures),
            *(p.court for p in self.protection.petitions if p.decision_no is None),
            *self.plan.providers,
            *self.care.facilities,
        )

    @property
    def level(self) -> RiskLevel | None:
        """The level of risk that counts: the Chair's, else the worker's."""
        return self.risk or self.risk_proposed

    @property
    def grave(self) -> bool:
        """Whether serious danger or a high level stands on the file."""
        return self.serious_danger or self.level is RiskLevel.HIGH

    @property
    def found_grave(self) -> bool:
        """Whether the worker's last assessment saw serious danger or a high level, whatever the Chair made of it."""
        return self.danger_proposed or self.risk_proposed is RiskLevel.HIGH

    @property
    def looked_at(self) -> datetime | None:
        """When the danger was last looked at, or had to be: what a review must not be older than."""
        return max(filter(None, (self.news_at, self.assessed_at)), default=None)

    @property
    def death_review(self) -> bool:
        """Whether the child's death must be reviewed."""
        return self.died_at is not None

    def has_own_view(self, at: datetime, birth_year: int | None = None) -> bool:
        """Whether the child is in or past the year it turns seven; taken so when the age is unknown."""
        born = self.child_birth_year or birth_year
        return born is None or local_day(at).year - born >= AGE_OF_OWN_VIEW
