"""What protects the child of a case: urgent measures, separations, no-contact orders."""

from dataclasses import dataclass
from datetime import datetime

from domain.record.vocabulary import Labelled, UnitRef


class MeasureKind(Labelled):
    """Urgent measures (Decree 56 art. 31.1).

    A no-contact order has acts of its own.
    """

    STOP_ACT = "stop_act", "Ngăn chặn hành vi", "Stop the act"
    MEDICAL = "medical", "Chăm sóc y tế", "Medical care"
    SHELTER = "shelter", "Nơi tạm lánh an toàn", "Safe shelter"
    GUARD = "guard", "Bảo vệ", "Guard"
    EVIDENCE = "evidence", "Bảo vệ chứng cứ", "Secure evidence"
    PSY_FIRST_AID = "psy_first_aid", "Sơ cứu tâm lý", "Psychological first aid"


class MeasureOutcome(Labelled):
    """What became of an urgent measure."""

    ORDERED = "ordered", "Đã quyết định, đang thực hiện", "Ordered, under way"
    COMPLETED = "completed", "Đã thực hiện", "Carried out"
    FAILED = "failed", "Không thực hiện được", "Could not be carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An urgent measure, who carries it out and until when. `ordered_at` is the same for those of one order."""

    ref: str
    ordered_at: datetime
    kind: MeasureKind
    executor: UnitRef
    until: datetime
    outcome: MeasureOutcome = MeasureOutcome.ORDERED


class SeparationGround(Labelled):
    """Why a child is separated from parents or carers (Decree 56 art. 32)."""

    CARER_HARMS = "carer_harms", "Cha mẹ, người chăm sóc gây tổn hại", "A parent or carer does the harm"
    CARER_REFUSES_PLAN = (
        "carer_refuses_plan",
        "Cha mẹ, người chăm sóc từ chối kế hoạch",
        "A parent or carer refuses the plan",
    )
    HARM_LIKELY_AGAIN = "harm_likely_again", "Có nguy cơ bị xâm hại tiếp", "Harm is likely again"


class SeparationEnd(Labelled):
    """How a separation ended."""

    REVOKED = "revoked", "Đã hủy bỏ", "Revoked"
    EXPIRED = "expired", "Hết thời hạn", "Its time ran out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Separation:
    """A separation in [since, until), last decided on at `decided_at`.

    `latest`: the end of 15 days, or of what an authority asked for. The 15 days count from `counted_from`.
    """

    ref: str
    ground: SeparationGround
    since: datetime
    until: datetime
    latest: datetime
    counted_from: datetime
    decided_at: datetime
    extensions: int = 0
    ended: SeparationEnd | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """What the court was asked, and its document once it has decided."""

    ref: str
    court: UnitRef
    decision_no: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactRequest:
    """Somebody asked that a person be kept away from the child."""

    ref: str
    requested_at: datetime
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContact:
    """A no-contact order in [since, until). `over`: it ran out; `settled`: nothing is left to decide."""

    ref: str
    since: datetime
    until: datetime
    over: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What protects the child now, and what did."""

    measures: tuple[Measure, ...] = ()
    separations: tuple[Separation, ...] = ()
    petitions: tuple[Petition, ...] = ()
    no_contact_requests: tuple[NoContactRequest, ...] = ()
    no_contacts: tuple[NoContact, ...] = ()

    @property
    def open_measures(self) -> tuple[Measure, ...]:
        """Urgent measures ordered and neither completed nor failed."""
        return tuple(m for m in self.measures if m.outcome is MeasureOutcome.ORDERED)

    @property
    def separation(self) -> Separation | None:
        """The separation that holds; None when the child is not separated."""
        last = self.separations[-1] if self.separations else None
        return last if last is not None and last.ended is None else None

    @property
    def no_contact(self) -> NoContact | None:
        """The latest no-contact order on which something is left to decide."""
        last = self.no_contacts[-1] if self.no_contacts else None
        return last if last is not None and not last.settled else None

    @property
    def in_force(self) -> bool:
        """Whether an urgent measure is open, the child is separated, or a no-contact order holds."""
        barred = self.no_contact is not None and not self.no_contact.over
        return bool(self.open_measures) or self.separation is not None or barred
