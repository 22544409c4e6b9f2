"""Whether the child was met, heard and what it said; visits that met nobody; and the search for a child."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.label import Labelled
from domain.record.field import PERSON, says
from domain.record.personal import Personal
from domain.record.vocabulary import UnitRef


class ChildView(Labelled):
    """What became of meeting the child and hearing it.

    Whoever was heard, or could not be, was met.
    """

    HEARD = "heard", "Đã gặp và nghe trẻ em nói", "Met and heard"
    NOT_HEARD = "not_heard", "Đã gặp nhưng trẻ em không trình bày ý kiến", "Met, but not heard"
    NOT_MET = "not_met", "Không gặp được trẻ em", "Not met"


class WhyNotHeard(Labelled):
    """Why a child that was met said nothing of its own."""

    TOO_YOUNG = "too_young", "Còn quá nhỏ", "Too young"
    REFUSED = "refused", "Trẻ em không muốn nói", "The child would not speak"
    UNABLE = "unable", "Trẻ em không thể nói, diễn đạt", "Unable to speak"
    KEPT_FROM_SPEAKING = "kept_from_speaking", "Bị người khác ngăn cản", "Kept from speaking by others"


class Occasion(Labelled):
    """At what the child was met, or was to be."""

    INITIAL_ASSESSMENT = "initial_assessment", "Đánh giá nguy cơ", "An assessment of the risk"
    DETAILED_ASSESSMENT = "detailed_assessment", "Đánh giá cụ thể", "The detailed assessment"
    FOLLOW_UP = "follow_up", "Lần thăm", "A visit"
    PLAN_REVIEW = "plan_review", "Rà soát kế hoạch", "A review of the plan"


class WhyNotMet(Labelled):
    """Why a visit did not come to meet the child."""

    NOBODY_HOME = "nobody_home", "Không có ai ở nhà", "Nobody at home"
    CHILD_AWAY = "child_away", "Trẻ em đi vắng", "The child was away"
    NOT_LET_IN = "not_let_in", "Gia đình không cho gặp trẻ em", "The family did not let the child be met"
    MOVED = "moved", "Gia đình được cho là đã chuyển đi", "The family is said to have moved"
    ADDRESS_WRONG = "address_wrong", "Không tìm thấy địa chỉ", "The address was not found"
    CANCELLED_BY_FAMILY = "cancelled_by_family", "Gia đình hủy buổi gặp", "Cancelled by the family"
    CANCELLED_BY_OFFICE = "cancelled_by_office", "Cơ quan hủy buổi gặp", "Cancelled by the office"


CANCELLED = frozenset({WhyNotMet.CANCELLED_BY_FAMILY, WhyNotMet.CANCELLED_BY_OFFICE})
"""Nobody went."""


class Visitor(Labelled):
    """In what capacity somebody went to meet the child."""

    WORKER = "worker", "Người làm công tác bảo vệ trẻ em", "Child-protection worker"
    COMMUNE_POLICE = "commune_police", "Công an cấp xã", "Commune police"
    HEALTH_WORKER = "health_worker", "Nhân viên y tế", "Health worker"
    TEACHER = "teacher", "Giáo viên", "Teacher"
    NEIGHBOURHOOD_HEAD = "neighbourhood_head", "Tổ trưởng dân phố, trưởng thôn", "Head of the neighbourhood"
    FRONT_OR_UNION = "front_or_union", "Mặt trận, đoàn thể", "Fatherland Front or a union"


class TraceEnd(Labelled):
    """What the search for a child came to, as the police told."""

    FOUND = "found", "Đã xác định nơi trẻ em đang ở", "It is known where the child is"
    HANDED_OVER = "handed_over", "Nơi khác đã tiếp nhận", "Taken over by a body elsewhere"
    NO_SUCH_CHILD = "no_such_child", "Không có trẻ em như tin báo", "There is no such child"
    NOT_A_CHILD = "not_a_child", "Người được báo tin không phải trẻ em", "The person told of is no child"


AGE_OF_OWN_VIEW = 7
"""From the year on in which it turns so old, a child is heard."""
MISSED_IN_A_ROW = 2
"""From here on a child that is not met is searched for."""
NO_CHILD = frozenset({TraceEnd.NO_SUCH_CHILD, TraceEnd.NOT_A_CHILD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Whether the child was met and heard, as it is kept."""

    view: Annotated[ChildView, says("Kết quả gặp trẻ em", "What came of meeting the child")]
    alone: Annotated[bool, says("Gặp riêng trẻ em", "The child was met alone")]
    child_said: Annotated[Personal | None, says("Lời trẻ em nói", "In the child's words")]
    why_not_heard: Annotated[WhyNotHeard | None, says("Lý do không nghe được", "Why it was not heard")]

    @property
    def met(self) -> bool:
        """Whether the child was met."""
        return self.view is not ChildView.NOT_MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One time at which it was told whether the child was met."""

    at: Annotated[datetime, says("Thời điểm gặp", "When")]
    occasion: Annotated[Occasion, says("Dịp gặp", "At what")]
    view: Annotated[ChildView, says("Kết quả gặp trẻ em", "What came of meeting the child")]
    alone: Annotated[bool, says("Gặp riêng trẻ em", "The child was met alone")]
    why_not_heard: Annotated[WhyNotHeard | None, says("Lý do không nghe được", "Why it was not heard")] = None

    @property
    def met(self) -> bool:
        """Whether the child was met."""
        return self.view is not ChildView.NOT_MET

    @property
    def asked(self) -> bool:
        """Whether the child was heard, or met and could not be: not where it was too young or kept from speaking."""
        return self.view is ChildView.HEARD or self.why_not_heard in (WhyNotHeard.REFUSED, WhyNotHeard.UNABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search for the child. `outcome` None once it has ended: the child was met."""

    ref: Annotated[str, says("Số thứ tự trong vụ việc", "Number within the case")]
    since: Annotated[datetime, says("Bắt đầu từ", "Since")]
    started_by: Annotated[UUID | None, says("Người tổ chức tìm kiếm", "Who started the search"), PERSON]
    ended_at: Annotated[datetime | None, says("Thời điểm kết thúc tìm kiếm", "When the search ended")] = None
    outcome: Annotated[
        TraceEnd | None, says("Kết quả tìm kiếm; trống khi đã gặp trẻ em", "What the search came to; empty if met")
    ] = None
    found_in: Annotated[UnitRef | None, says("Nơi trẻ em đang ở", "Where the child is")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """All that was told of meeting the child. `missed`: the visits in a row that did not meet it."""

    sightings: Annotated[tuple[Seen, ...], says("Các lần gặp trẻ em", "When the child was met or was to be")] = ()
    attempts: Annotated[int, says("Số lần đến không gặp được trẻ em", "Visits that did not meet the child")] = 0
    missed: Annotated[
        tuple[datetime, ...], says("Các lần liên tiếp không gặp được trẻ em", "Visits in a row that did not meet it")
    ] = ()
    searches: Annotated[tuple[Search, ...], says("Các lần tìm kiếm trẻ em", "Searches for the child")] = ()

    @property
    def search(self) -> Search | None:
        """The search that goes on."""
        last = self.searches[-1] if self.searches else None
        return last if last is not None and last.ended_at is None else None

    @property
    def searcher(self) -> UUID | None:
        """Who started the search that goes on."""
        return self.search.started_by if self.search else None

    def no_child_since(self, since: datetime | None) -> TraceEnd | None:
        """That there is no child to be met, if the last search found so, at the instant or later."""
        last = self.searches[-1] if self.searches else None
        if last is None or last.ended_at is None or last.outcome not in NO_CHILD:
            return None
        return last.outcome if since is None or last.ended_at >= since else None

    def met_since(self, since: datetime | None) -> bool:
        """Whether the child was met at the instant or later; None: ever."""
        return any(seen.met and (since is None or seen.at >= since) for seen in self.sightings)

    def asked_since(self, since: datetime | None) -> bool:
        """Whether the child was heard at the instant or later, or met and would or could not speak; None: ever."""
        return any(seen.asked and (since is None or seen.at >= since) for seen in self.sightings)

    def met_again(self, at: datetime) -> "Contact":
        """The same once the child was met: it is searched for no longer, unless that was before the search."""
        found = self.search_over(None, at) if self.search and self.search.since <= at else self
        return replace(found, missed=tuple(missed for missed in self.missed if missed > at))

    def missed_again(self, why: WhyNotMet, at: datetime, by: UUID | None) -> "Contact":
        """The same after a visit that did not meet the child; the second in a row, or news of a move, starts a search.

        What the office cancelled tells nothing of the child, and what came before it was met again says nothing now.
        """
        over = why is WhyNotMet.CANCELLED_BY_OFFICE or self.met_since(at)
        missed = self.missed if over else (*self.missed, at)
        counted = replace(self, attempts=self.attempts + 1, missed=missed)
        lost = len(missed) >= MISSED_IN_A_ROW or (why is WhyNotMet.MOVED and not over)
        return counted.searched_for(at, by) if lost else counted

    def searched_for(self, at: datetime, by: UUID | None) -> "Contact":
        """The same with a search that goes on from now, unless one does."""
        new = () if self.search else (Search(ref=str(len(self.searches) + 1), since=at, started_by=by),)
        return replace(self, searches=(*self.searches, *new))

    def search_over(self, outcome: TraceEnd | None, at: datetime, found_in: UnitRef | None = None) -> "Contact":
        """The same once the search has ended; visits that miss the child are counted anew."""
        ended = (
            replace(each, ended_at=at, outcome=outcome, found_in=found_in) if each is self.search else each
            for each in self.searches
        )
        return replace(self, missed=(), searches=tuple(ended))
