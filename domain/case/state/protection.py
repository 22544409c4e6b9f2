"""What protects the child of a case: urgent measures, separations, no-contact orders."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from domain.case.state.rows import changed
from domain.label import Labelled
from domain.record.field import says
from domain.record.vocabulary import UnitRef


class MeasureKind(Labelled):
    """Urgent measures (Decree 56 art. 31.1).

    A no-contact order has acts of its own.
    """

    STOP_ACT = "stop_act", "Ngăn chặn hành vi", "Stop the act"
    MEDICAL = "medical", "Chăm sóc y tế", "Medical care"
    SHELTER = "shelter", "Nơi tạm trú an toàn", "Safe shelter"
    GUARD = "guard", "Bảo vệ", "Guard"
    EVIDENCE = "evidence", "Bảo vệ chứng cứ", "Secure evidence"
    PSY_FIRST_AID = "psy_first_aid", "Hỗ trợ tâm lý ban đầu", "Psychological first aid"


class MeasureOutcome(Labelled):
    """What became of an urgent measure."""

    ORDERED = "ordered", "Đã quyết định, đang thực hiện", "Ordered, under way"
    COMPLETED = "completed", "Đã thực hiện", "Carried out"
    FAILED = "failed", "Không thực hiện được", "Could not be carried out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """An urgent measure, who carries it out and until when. `ordered_at` is the same for those of one order.

    `counted_from`: since when the twelve hours counted that were running then. `ended_at`: carried out, or run out.
    `restart`: how often these twelve hours were owed again when the measure failed; 0 where they were not.
    """

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    ordered_at: Annotated[datetime, says("Thời điểm quyết định", "When it was ordered")]
    kind: Annotated[MeasureKind, says("Biện pháp", "Kind of measure")]
    executor: UnitRef
    until: Annotated[datetime, says("Thời điểm kết thúc", "Until")]
    outcome: Annotated[MeasureOutcome, says("Kết quả", "Outcome")] = MeasureOutcome.ORDERED
    counted_from: Annotated[
        datetime | None, says("Thời điểm bắt đầu tính 12 giờ", "Since when the twelve hours counted")
    ] = None
    decided_at: Annotated[datetime | None, says("Thời điểm gia hạn gần nhất", "When it was last renewed")] = None
    renewals: Annotated[int, says("Số lần gia hạn", "How often it was renewed")] = 0
    ended_at: Annotated[datetime | None, says("Thời điểm đã kết thúc", "When it ended")] = None
    restart: Annotated[
        int, says("Số lần tính lại 12 giờ do không thực hiện được", "How often the twelve hours were owed again")
    ] = 0


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

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    ground: Annotated[SeparationGround, says("Căn cứ tạm thời cách ly", "The ground")]
    assessment: Annotated[int | None, says("Lần đánh giá nguy cơ làm căn cứ", "The assessment that shows the need")] = (
        None
    )
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    until: Annotated[datetime, says("Thời điểm kết thúc", "Until")]
    latest: Annotated[
        datetime,
        says(
            "Thời điểm kết thúc muộn nhất; của 15 ngày hoặc theo yêu cầu của cơ quan có thẩm quyền",
            "Latest end; of the 15 days, or of what an authority asked for",
        ),
    ]
    counted_from: Annotated[datetime, says("Thời điểm bắt đầu tính 15 ngày", "Start of the 15 days")]
    decided_at: Annotated[datetime, says("Thời điểm quyết định gần nhất", "When it was last decided on")]
    extensions: Annotated[int, says("Số lần gia hạn, tiếp tục", "How often it was extended")] = 0
    ended: Annotated[
        SeparationEnd | None, says("Cách kết thúc; trống khi còn hiệu lực", "How it ended; empty while it holds")
    ] = None
    ended_at: Annotated[datetime | None, says("Thời điểm đã kết thúc", "When it ended")] = None


class PetitionGround(Labelled):
    """Why the court is asked."""

    PARENTS_HARM = "parents_harm", "Cha mẹ gây tổn hại", "The parents do harm"
    PARENTS_REFUSE = "parents_refuse", "Cha mẹ từ chối việc bảo vệ", "The parents refuse protection"


class CourtOutcome(Labelled):
    """What the court said."""

    GRANTED = "granted", "Chấp nhận", "Granted"
    PARTLY_GRANTED = "partly_granted", "Chấp nhận một phần", "Granted in part"
    REFUSED = "refused", "Không chấp nhận", "Refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """What the court was asked, and its document once it has decided."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    court: Annotated[UnitRef, says("Tòa án được đề nghị", "The court asked")]
    decision_no: Annotated[str | None, says("Số quyết định của Tòa án", "Number of the court's decision")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContactRequest:
    """Somebody asked that a person be kept away from the child."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    requested_at: datetime
    decided: Annotated[bool, says("Đã giải quyết", "Decided")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoContact:
    """A no-contact order in [since, until). `over`: it ran out; `settled`: nothing is left to decide."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    until: Annotated[datetime, says("Thời điểm kết thúc", "Until")]
    over: Annotated[bool, says("Đã hết hạn hoặc bị hủy bỏ", "It ran out or was cancelled")] = False
    settled: Annotated[bool, says("Đã giải quyết xong", "Nothing is left to decide")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What protects the child now, and what did."""

    measures: Annotated[
        tuple[Measure, ...], says("Các biện pháp can thiệp khẩn cấp; theo thứ tự", "Urgent measures; in their order")
    ] = ()
    separations: Annotated[
        tuple[Separation, ...], says("Các lần tạm thời cách ly; theo thứ tự", "Separations; in their order")
    ] = ()
    petitions: Annotated[tuple[Petition, ...], says("Các đề nghị gửi Tòa án", "Petitions to the court")] = ()
    no_contact_requests: Annotated[
        tuple[NoContactRequest, ...], says("Các đề nghị cấm tiếp xúc", "Requests for a no-contact order")
    ] = ()
    no_contacts: Annotated[
        tuple[NoContact, ...], says("Các quyết định cấm tiếp xúc; theo thứ tự", "No-contact orders; in their order")
    ] = ()
    new_harm_at: Annotated[
        datetime | None,
        says(
            "Thời điểm đánh giá có tổn hại mới sau khi trẻ em về nhà",
            "When new harm was found after the child came home",
        ),
    ] = None
    home_checks: Annotated[
        int, says("Số lần kiểm tra khi trẻ em về nhà", "How often the child was checked at home after its return")
    ] = 0

    @property
    def open_measures(self) -> tuple[Measure, ...]:
        """Urgent measures ordered and neither completed nor failed."""
        return tuple(m for m in self.measures if m.outcome is MeasureOutcome.ORDERED)

    def measure(self, ref: str) -> Measure:
        """The urgent measure of this number."""
        return next(m for m in self.measures if m.ref == ref)

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

    def with_measure_ended(self, ref: str, at: datetime | None = None, **now: Any) -> "Protection":
        """The same, with an urgent measure that ended at the instant, else when its time ran out; once is for good."""
        ended = (replace(m, ended_at=m.ended_at or at or m.until, **now) if m.ref == ref else m for m in self.measures)
        return replace(self, measures=tuple(ended))

    def with_measure(self, ref: str, **now: Any) -> "Protection":
        """The same, with an urgent measure as it is now."""
        return replace(self, measures=changed(self.measures, ref, **now))

    def with_separation(self, ref: str, **now: Any) -> "Protection":
        """The same, with a separation as it is now."""
        return replace(self, separations=changed(self.separations, ref, **now))

    def with_petition(self, ref: str, **now: Any) -> "Protection":
        """The same, with a petition as it is now."""
        return replace(self, petitions=changed(self.petitions, ref, **now))

    def with_no_contact_request(self, ref: str | None, **now: Any) -> "Protection":
        """The same, with a request for a no-contact order as it is now."""
        return replace(self, no_contact_requests=changed(self.no_contact_requests, ref, **now))

    def with_no_contact(self, ref: str, **now: Any) -> "Protection":
        """The same, with a no-contact order as it is now."""
        return replace(self, no_contacts=changed(self.no_contacts, ref, **now))
