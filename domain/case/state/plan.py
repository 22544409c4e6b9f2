"""The part of a case's state that tells of its plan: the round, its plan, items, visits, review."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated, ClassVar
from uuid import UUID

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import PERSON, says
from domain.record.personal import Personal
from domain.record.vocabulary import UnitRef


class Finding(Labelled):
    """What a detailed assessment finds (form 03).

    In codes that can be counted (Decree 56 art. 27.1).
    """

    BODY_HARMED = "body_harmed", "Tổn hại thể chất", "Body harmed"
    MIND_HARMED = "mind_harmed", "Tổn hại tinh thần", "Mind harmed"
    OUT_OF_SCHOOL = "out_of_school", "Không đi học", "Out of school"
    HARMER_WITHIN_REACH = "harmer_within_reach", "Người gây hại còn tiếp cận được", "Who harms is within reach"
    CARER_UNABLE = "carer_unable", "Người chăm sóc không đủ khả năng", "Carer unable"
    CARER_UNWILLING = "carer_unwilling", "Người chăm sóc không sẵn sàng", "Carer unwilling"
    CARER_PROTECTS = "carer_protects", "Người chăm sóc bảo vệ được trẻ em", "Carer protects"
    HOME_UNSAFE = "home_unsafe", "Nơi ở không an toàn", "Home unsafe"
    HOME_SAFE = "home_safe", "Nơi ở an toàn", "Home safe"
    POVERTY = "poverty", "Hoàn cảnh nghèo", "Poverty"
    NO_SUPPORT_NEARBY = "no_support_nearby", "Thiếu nguồn hỗ trợ tại địa bàn", "No support nearby"


class PlanLevel(Labelled):
    """The level of protection a plan gives (Law on Children arts. 49 and 50)."""

    SUPPORT = "support", "Hỗ trợ", "Support"
    INTERVENTION = "intervention", "Can thiệp", "Intervention"


class Service(Labelled):
    """What kind of help an item of a plan is."""

    COUNSELLING = "counselling", "Tư vấn tâm lý", "Counselling"
    MEDICAL = "medical", "Chăm sóc y tế", "Medical care"
    SCHOOLING = "schooling", "Giáo dục", "Schooling"
    LEGAL_AID = "legal_aid", "Trợ giúp pháp lý", "Legal aid"
    BENEFIT = "benefit", "Trợ cấp xã hội", "Benefits"
    FAMILY_SUPPORT = "family_support", "Hỗ trợ gia đình", "Support for the family"
    SAFETY = "safety", "Bảo đảm an toàn", "Safety"
    CARE = "care", "Chăm sóc, nuôi dưỡng", "Care"
    OTHER = "other", "Khác", "Other"


class Safety(Labelled):
    """How safe the child was found."""

    SAFE = "safe", "An toàn", "Safe"
    CONCERN = "concern", "Đáng lo ngại", "Concern"
    DANGER = "danger", "Nguy hiểm", "Danger"


class Refuser(Labelled):
    """Who refuses the plan."""

    MOTHER = "mother", "Mẹ", "The mother"
    FATHER = "father", "Cha", "The father"
    BOTH_PARENTS = "both_parents", "Cả cha và mẹ", "Both parents"
    OTHER_CARER = "other_carer", "Người chăm sóc khác", "Another carer"


class Path(Labelled):
    """Where the worker proposes to go from a refused plan."""

    SEPARATION = "separation", "Tạm thời cách ly", "Separation"
    COURT = "court", "Đề nghị Tòa án", "Ask the court"


class ItemStatus(Labelled):
    """Where an item of a plan stands."""

    ASSIGNED = "assigned", "Đã giao", "Assigned"
    ACCEPTED = "accepted", "Đã nhận", "Accepted"
    DECLINED = "declined", "Đã từ chối", "Declined"
    DELIVERED = "delivered", "Đã thực hiện", "Delivered"
    DROPPED = "dropped", "Đã bỏ khỏi kế hoạch", "Dropped"
    EXPLAINED = "explained", "Đã đề nghị không thực hiện", "A review proposes to leave it"


OPEN_ITEM = frozenset({ItemStatus.ASSIGNED, ItemStatus.ACCEPTED, ItemStatus.DECLINED})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """An item of a plan."""

    ASKED_AS: ClassVar[str] = "PlanItem"

    service: Annotated[Service, says("Loại hỗ trợ, dịch vụ", "Kind of help")]
    measure: Annotated[str, says("Việc cần làm", "What is to be done")]
    provider: Annotated[UnitRef, says("Đơn vị thực hiện", "The unit that does it")]
    due: Annotated[date, says("Ngày cuối cùng phải thực hiện", "Last day for it")]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """One thing to be done for the child, by whom and by the end of which day. `ref` counts from 1."""

    ref: Annotated[str, says("Số thứ tự của nhiệm vụ", "Number of the item"), Clear.LINK]
    service: Service
    measure: Personal
    provider: UnitRef
    due: date
    status: Annotated[ItemStatus, says("Tình trạng thực hiện", "Where it stands")] = ItemStatus.ASSIGNED

    @property
    def open(self) -> bool:
        """Neither delivered nor dropped nor explained."""
        return self.status in OPEN_ITEM


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change of an approved plan that waits for the Chair: items to add, references of items to drop."""

    ref: Annotated[str, says("Số thứ tự của đề nghị điều chỉnh", "Number of the amendment")]
    proposer: Annotated[UUID | None, says("Người đề nghị", "Who proposed it"), PERSON]
    adds: tuple[PlanItem, ...]
    drops: tuple[str, ...]


class Stability(Labelled):
    """How one side of the child's state was found.

    Found at the review (Decree 56 art. 30).
    """

    STABLE = "stable", "Ổn định", "Stable"
    UNSTABLE = "unstable", "Chưa ổn định", "Not stable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the last review of the round found."""

    at: Annotated[datetime, says("Thời điểm rà soát", "When it was reviewed")]
    risk_left: bool
    stable: Annotated[bool, says("Trẻ em đã ổn định", "The child is stable")]
    reviewer: Annotated[UUID | None, says("Người rà soát", "Who reviewed it"), PERSON]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of the current round; `round` counts from 1, visits and amendments through all rounds."""

    round: Annotated[int, says("Kế hoạch lần thứ; từ 1", "Number of the round; from 1")] = 1
    detailed: Annotated[bool, says("Đã đánh giá cụ thể", "Assessed in detail")] = False
    meeting_held: Annotated[bool, says("Đã họp xác định nhu cầu", "Needs meeting held")] = False
    level: Annotated[PlanLevel | None, says("Cấp độ bảo vệ trẻ em", "Level of protection")] = None
    goals: Personal | None = None
    items: Annotated[tuple[PlanItem, ...], says("Các nhiệm vụ", "Items")] = ()
    drafter: Annotated[UUID | None, says("Người xây dựng kế hoạch", "Who drafted it"), PERSON] = None
    submitted_at: Annotated[datetime | None, says("Thời điểm trình", "When it was submitted")] = None
    returns: Annotated[int, says("Số lần bị trả lại", "How often it was returned")] = 0
    decision_no: Annotated[str, says("Số quyết định phê duyệt kế hoạch", "Number of the decision that approved it")] = (
        ""
    )
    approved_at: Annotated[datetime | None, says("Thời điểm phê duyệt", "When it was approved")] = None
    starts_on: date | None = None
    ends_on: date | None = None
    carer_refused_at: Annotated[
        datetime | None, says("Thời điểm cha mẹ, người chăm sóc từ chối", "When a parent or carer refused it")
    ] = None
    visits: Annotated[int, says("Số lần thăm, tính cả các lần lập kế hoạch", "Visits through all rounds")] = 0
    amendments: Annotated[
        int, says("Số lần đề nghị điều chỉnh, tính cả các lần lập kế hoạch", "Amendments proposed through all rounds")
    ] = 0
    amendment: Annotated[Amendment | None, says("Đề nghị điều chỉnh đang chờ", "Amendment that waits")] = None
    review: Annotated[Review | None, says("Lần rà soát gần nhất", "Last review")] = None
    over: Annotated[bool, says("Kế hoạch đã kết thúc cùng vụ việc", "The case was closed over this plan")] = False

    @property
    def open_items(self) -> tuple[PlanItem, ...]:
        """Items that still wait for something."""
        return tuple(i for i in self.items if i.open)

    @property
    def providers(self) -> tuple[UnitRef, ...]:
        """Units that an approved plan asks something of."""
        return tuple(i.provider for i in self.open_items) if self.approved_at else ()

    @property
    def reviewer(self) -> UUID | None:
        """Who made the last review, if there was one."""
        return self.review.reviewer if self.review else None

    @property
    def proposer(self) -> UUID | None:
        """Who proposed the amendment that waits, if one does."""
        return self.amendment.proposer if self.amendment else None

    def item(self, ref: str) -> PlanItem | None:
        """The item under this reference."""
        return next((i for i in self.items if i.ref == ref), None)

    def mark(self, refs: Collection[str], status: ItemStatus) -> "Plan":
        """The plan with these items at the status."""
        return replace(self, items=tuple(replace(i, status=status) if i.ref in refs else i for i in self.items))

    def next_round(self) -> "Plan":
        """An empty plan for the next round; what was assessed and counted stays."""
        return Plan(
            round=self.round + 1,
            detailed=self.detailed,
            meeting_held=self.meeting_held,
            visits=self.visits,
            amendments=self.amendments,
        )

    def under_way(self) -> "Plan":
        """This plan, or the next round when the case was closed over this one and then reopened: all is asked anew."""
        return replace(self.next_round(), detailed=False, meeting_held=False) if self.over else self
