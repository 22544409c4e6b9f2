"""A protection case's file: where it stands, who leads it, what is known and what protects the child now."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.case.state.care import Care
from domain.case.state.dealings import Correction, Direction, Handover, InformationRequest
from domain.case.state.death import ChildDeath, DeathStanding
from domain.case.state.phase import ENDED as ENDED
from domain.case.state.phase import FIRST_STEPS as FIRST_STEPS
from domain.case.state.phase import LIVE as LIVE
from domain.case.state.phase import LIVE_OR_DECEASED as LIVE_OR_DECEASED
from domain.case.state.phase import Phase as Phase
from domain.case.state.plan import Plan
from domain.case.state.protection import Protection
from domain.case.state.risk import RiskLevel as RiskLevel
from domain.case.state.sighting import AGE_OF_OWN_VIEW, Contact
from domain.law.harm import HarmKind
from domain.law.term import local_day
from domain.record.clear import Clear
from domain.record.field import PERSON, points_at, says
from domain.record.personal import Personal
from domain.record.same_child import SameChild
from domain.record.vocabulary import Kind, UnitRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as its lines tell it.

    `risk` is the level the Chair settled, `risk_proposed` and `danger_proposed` the worker's. `news_at` is when the
    file last heard of something new: a report joined, a new fact, a visit that found danger. `child_heard_at` is the
    last time the child's own view was recorded. `earlier_cases` are former cases of the same child.
    """

    phase: Annotated[Phase, says("Giai đoạn của vụ việc", "Where the case stands")] = Phase.UNKNOWN
    number: Annotated[str, says("Số hồ sơ vụ việc", "Official number"), Clear.SYSTEM] = ""
    clock_start: Annotated[
        datetime | None,
        says("Thời điểm tiếp nhận lần đầu của các tin báo đã gắn", "First receipt of any linked report"),
    ] = None
    reports: Annotated[
        tuple[UUID, ...], says("Các tin báo của vụ việc", "Reports of the case"), points_at(Kind.REPORT)
    ] = ()
    child: Annotated[UUID | None, PERSON] = None
    child_name: Annotated[
        Personal | None, says("Họ và tên trẻ em; theo đính chính, nếu khác tin báo", "Child's name; once corrected")
    ] = None
    child_identifier: Annotated[Personal | None, says("Số định danh cá nhân của trẻ em", "Child's identifier")] = None
    child_birth_year: Annotated[int | None, says("Năm sinh của trẻ em", "The child's birth year")] = None
    harm_kinds: Annotated[tuple[HarmKind, ...], says("Các dạng tổn hại", "Kinds of harm")] = ()
    place: Annotated[UnitRef | None, says("Đơn vị hành chính cấp xã nơi xảy ra", "Where it happened")] = None
    residence: Annotated[
        UnitRef | None,
        says("Đơn vị hành chính cấp xã nơi trẻ em cư trú; nếu đã biết", "Where the child lives; if known"),
    ] = None
    lead: Annotated[UnitRef | None, says("Đơn vị chủ trì", "The unit in the lead")] = None
    transfer_to: Annotated[
        UnitRef | None, says("Đơn vị đang được đề nghị tiếp nhận", "The unit that is offered the lead")
    ] = None
    transfers: Annotated[int, says("Số lần chuyển hồ sơ", "How often the lead was offered")] = 0
    transfer_disputed: Annotated[
        bool, says("Việc chuyển hồ sơ bị từ chối, chờ giải quyết", "The transfer was refused and waits to be settled")
    ] = False
    handovers: Annotated[tuple[Handover, ...], says("Các lần chuyển đơn vị chủ trì", "Passings of the lead")] = ()
    correction: Annotated[
        Correction | None, says("Đính chính đang chờ xác nhận", "Correction that waits to be confirmed")
    ] = None
    corrections: Annotated[int, says("Số đính chính phải chờ xác nhận", "How many corrections had to wait")] = 0
    earlier_cases: Annotated[tuple[UUID, ...], points_at(Kind.CASE)] = ()
    opened_at: Annotated[datetime | None, says("Thời điểm lập hồ sơ", "When it was opened")] = None
    truth_verified_at: Annotated[
        datetime | None, says("Thời điểm xác thực thông tin", "When the report was found true")
    ] = None
    risk: Annotated[
        RiskLevel | None, says("Mức độ nguy cơ do Chủ tịch UBND cấp xã quyết định", "Level of risk the Chair settled")
    ] = None
    risk_proposed: Annotated[
        RiskLevel | None,
        says("Mức độ nguy cơ do người làm công tác bảo vệ trẻ em cấp xã đánh giá", "Level of risk the worker found"),
    ] = None
    danger_proposed: Annotated[
        bool,
        says(
            "Người làm công tác bảo vệ trẻ em cấp xã xác định trẻ em gặp nguy hiểm nghiêm trọng",
            "Serious danger, as the worker found",
        ),
    ] = False
    risk_confirmed: Annotated[
        bool, says("Chủ tịch UBND cấp xã đã quyết định mức độ nguy cơ", "The Chair has settled the level")
    ] = False
    news_at: Annotated[
        datetime | None, says("Thời điểm có thông tin mới gần nhất", "When something new last became known")
    ] = None
    serious_danger: bool = False
    parent_is_harmer: bool = False
    assessor: Annotated[UUID | None, says("Người đánh giá nguy cơ gần nhất", "Who last assessed the risk"), PERSON] = (
        None
    )
    assessments: Annotated[int, says("Số lần đánh giá nguy cơ", "How often the risk was assessed")] = 0
    assessed_at: Annotated[
        datetime | None, says("Thời điểm đánh giá nguy cơ gần nhất", "When the risk was last assessed")
    ] = None
    carers_safe_at: Annotated[
        datetime | None,
        says("Thời điểm cha mẹ, người chăm sóc được đánh giá là an toàn", "When the carers were assessed as safe"),
    ] = None
    child_heard_at: Annotated[
        datetime | None,
        says("Thời điểm ghi nhận ý kiến của trẻ em gần nhất", "When the child's own view was last recorded"),
    ] = None
    contact: Annotated[Contact, says("Việc gặp trẻ em", "Meetings with the child")] = field(default_factory=Contact)
    urgent_declined_at: Annotated[
        datetime | None,
        says("Thời điểm quyết định không áp dụng biện pháp khẩn cấp", "When urgent measures were declined"),
    ] = None
    overturned_at: Annotated[
        datetime | None,
        says("Thời điểm Sở Y tế không chấp nhận quyết định thấp hơn đề xuất", "When the department overturned one"),
    ] = None
    separation_declined_at: Annotated[
        datetime | None, says("Thời điểm quyết định không cách ly", "When a separation was declined")
    ] = None
    information: Annotated[
        tuple[InformationRequest, ...], says("Các yêu cầu cung cấp thông tin", "Requests for information")
    ] = ()
    informed_at: Annotated[
        datetime | None, says("Thời điểm nhận thông tin trả lời gần nhất", "When a request was last answered")
    ] = None
    directions: Annotated[tuple[Direction, ...], says("Các chỉ đạo của cấp trên", "Directions from above")] = ()
    protection: Annotated[Protection, says("Các biện pháp bảo vệ", "Protection of the child")] = field(
        default_factory=Protection
    )
    plan: Annotated[Plan, says("Kế hoạch hỗ trợ, can thiệp", "Plan of the current round")] = field(default_factory=Plan)
    care: Annotated[Care, says("Chăm sóc thay thế", "Alternative care")] = field(default_factory=Care)
    suspended_until: Annotated[datetime | None, says("Tạm dừng đến", "Suspended until")] = None
    suspensions: Annotated[int, says("Số lần tạm dừng", "How often it was suspended")] = 0
    merged_into: Annotated[
        UUID | None, says("Đã nhập vào vụ việc", "The case it was merged into"), points_at(Kind.CASE)
    ] = None
    absorbed: Annotated[
        tuple[UUID, ...], says("Các vụ việc đã nhập vào", "Cases merged into it"), points_at(Kind.CASE)
    ] = ()
    absorbed_numbers: Annotated[
        tuple[str, ...], says("Số hồ sơ của các vụ việc đã nhập vào", "Their official numbers"), Clear.SYSTEM
    ] = ()
    released: Annotated[
        tuple[UUID, ...], says("Các vụ việc đã tách ra", "Cases separated from it again"), points_at(Kind.CASE)
    ] = ()
    merged_in: Annotated[int, says("Dòng ghi việc nhập hồ sơ", "Line that merged it; 0 if it is not")] = 0
    phase_before: Annotated[
        Phase | None, says("Giai đoạn trước khi nhập hồ sơ", "Where it stood before it was merged")
    ] = None
    deaths: Annotated[
        tuple[ChildDeath, ...], says("Các lần báo trẻ em tử vong", "What was told of the child's death")
    ] = ()
    closed_at: Annotated[datetime | None, says("Thời điểm kết thúc vụ việc", "When it was closed")] = None
    same_child: Annotated[
        tuple[SameChild, ...],
        says("Hồ sơ khác của cùng một trẻ em, đã xác định hoặc đề xuất", "Other files of the child"),
    ] = ()
    reopened: Annotated[int, says("Số lần mở lại", "How often it was reopened")] = 0
    true_before: Annotated[
        bool, says("Tin báo đã được xác thực trước lần mở lại", "Found true before it was reopened")
    ] = False

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
    def communes(self) -> tuple[UnitRef, ...]:
        """The communes whose matter the case is."""
        return tuple(unit for unit in (self.lead, self.place, self.residence) if unit is not None)

    @property
    def unit_in_lead(self) -> UnitRef:
        """The unit in the lead, which every case has from its first line on."""
        if self.lead is None:
            raise AssertionError("a case without a lead")
        return self.lead

    def handed_over(self, from_unit: UnitRef, to_unit: UnitRef, at: datetime) -> "Case":
        """The case once the lead has passed, by agreement or by a word from above."""
        passed = Handover(from_unit=from_unit, to_unit=to_unit, at=at)
        return replace(
            self, lead=to_unit, transfer_to=None, transfer_disputed=False, handovers=(*self.handovers, passed)
        )

    @property
    def level(
        self,
    ) -> Annotated[
        RiskLevel | None,
        says("Mức độ nguy cơ được đánh giá hoặc quyết định gần nhất", "Level of risk as last proposed or confirmed"),
    ]:
        """The level that counts: what the Chair settled; while a later finding waits for it, the graver of both."""
        if self.risk_confirmed or self.risk is None or self.risk_proposed is None:
            return self.risk or self.risk_proposed
        return max(self.risk, self.risk_proposed, key=tuple(RiskLevel).index)

    @property
    def grave(self) -> bool:
        """Whether serious danger or a high level stands on the file."""
        return self.serious_danger or self.level is RiskLevel.HIGH

    @property
    def found_grave(self) -> bool:
        """Whether the worker's last assessment saw serious danger or a high level, whatever the Chair made of it."""
        return self.danger_proposed or self.risk_proposed is RiskLevel.HIGH

    @property
    def harm_found(self) -> bool:
        """Whether the worker's last assessment saw serious danger, a high level, or a carer who does the harm."""
        return self.found_grave or self.parent_is_harmer

    @property
    def overturned(self) -> bool:
        """Whether the department overturned a decision below the finding, and nobody has assessed the risk since."""
        return self.overturned_at is not None and (self.assessed_at is None or self.assessed_at <= self.overturned_at)

    @property
    def looked_at(self) -> datetime | None:
        """When the danger was last looked at, or had to be: what a review must not be older than."""
        return max(filter(None, (self.news_at, self.assessed_at, self.informed_at)), default=None)

    @property
    def death_reported(self) -> ChildDeath | None:
        """The death that was told and waits to be confirmed or refuted."""
        return next((told for told in self.deaths if told.standing is DeathStanding.REPORTED), None)

    @property
    def death_settled(self) -> ChildDeath | None:
        """The death because of which the case stands as it does; it must be reviewed."""
        return next((told for told in self.deaths if told.settled), None)

    def has_own_view(self, at: datetime, birth_year: int | None = None) -> bool:
        """Whether the child is in or past the year it turns seven; taken so when the age is unknown."""
        born = self.child_birth_year or birth_year
        return born is None or local_day(at).year - born >= AGE_OF_OWN_VIEW
