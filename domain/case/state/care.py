"""The part of a case's state that tells of its care: where the child lives instead of at home."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from domain.case.state.rows import changed
from domain.label import Labelled
from domain.record.field import says
from domain.record.vocabulary import UnitRef


class CareKind(Labelled):
    """Forms of alternative care (Law on Children ch. IV)."""

    RELATIVES = "relatives", "Người thân thích", "With relatives"
    FOSTER = "foster", "Cá nhân, gia đình không phải là người thân thích", "Foster family"
    FACILITY = "facility", "Cơ sở trợ giúp xã hội", "Care facility"


class CareGround(Labelled):
    """On what a placement rests."""

    WITH_SEPARATION = "with_separation", "Kèm quyết định tạm thời cách ly", "With a separation"
    BY_PLAN = "by_plan", "Theo kế hoạch", "By the plan"


class CareEnd(Labelled):
    """Why alternative care ends."""

    RETURNED_HOME = "returned_home", "Trở về gia đình", "Returned home"
    ADOPTED = "adopted", "Được nhận làm con nuôi", "Adopted"
    CARER_UNABLE = "carer_unable", "Người chăm sóc không đủ khả năng", "Carer unable"
    CARER_HARMS = "carer_harms", "Người chăm sóc gây tổn hại", "Carer does harm"
    CHILD_ASKS = "child_asks", "Trẻ em đề nghị", "The child asks for it"
    OF_AGE = "of_age", "Đủ 16 tuổi, không còn là trẻ em", "Of age"


class Suitability(Labelled):
    """What monitoring finds of a placement."""

    SUITABLE = "suitable", "Phù hợp", "Suitable"
    CONCERN = "concern", "Đáng lo ngại", "Concern"
    UNSUITABLE = "unsuitable", "Không phù hợp", "Not suitable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A stay in alternative care; `facility` is None in a family. `monitored` counts from 0."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    kind: Annotated[CareKind, says("Hình thức chăm sóc thay thế", "Form of care")]
    facility: UnitRef | None
    ground: Annotated[CareGround, says("Căn cứ giao chăm sóc thay thế", "On what it rests")]
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    monitored: Annotated[int, says("Số lần đã theo dõi", "How often it was monitored")] = 0
    found: Annotated[Suitability | None, says("Kết quả theo dõi gần nhất", "What monitoring found last")] = None
    ended: Annotated[
        CareEnd | None, says("Căn cứ chấm dứt; trống khi còn kéo dài", "Why it ended; empty while it lasts")
    ] = None

    def is_at(self, kind: CareKind, facility: UnitRef | None) -> bool:
        """Whether the child lives there, in this form of care."""
        here, there = self.facility and self.facility.id, facility and facility.id
        return (self.kind, here) == (kind, there)


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """All placements, in the order they were made."""

    placements: Annotated[
        tuple[Placement, ...],
        says("Các lần chăm sóc thay thế; theo thứ tự", "Stays in alternative care; in their order"),
    ] = ()

    @property
    def placement(self) -> Placement | None:
        """The placement that lasts; None when the child is not in alternative care."""
        last = self.placements[-1] if self.placements else None
        return last if last is not None and last.ended is None else None

    @property
    def rests_on_separation(self) -> bool:
        """Whether the child is away on no other ground than a separation."""
        return self.placement is not None and self.placement.ground is CareGround.WITH_SEPARATION

    @property
    def facilities(self) -> tuple[UnitRef, ...]:
        """The facility that has the child now, if one does."""
        now = self.placement
        return (now.facility,) if now is not None and now.facility is not None else ()

    def placed(self, number: int, kind: CareKind, facility: UnitRef | None, ground: CareGround, at: datetime) -> "Care":
        """The same with a placement more, or with the one of this number as it goes on from then."""
        ref = str(number)
        if number <= len(self.placements):
            return self.with_placement(ref, ground=ground)
        placement = Placement(ref=ref, kind=kind, facility=facility, ground=ground, since=at)
        return replace(self, placements=(*self.placements, placement))

    def with_placement(self, ref: str, **now: Any) -> "Care":
        """The same, with a placement as it is now."""
        return replace(self, placements=changed(self.placements, ref, **now))
