"""What is told in every other case of a child, and to which cases."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from domain.case.state.case import Case
from domain.record.act import FollowUp
from domain.record.fields import AskedAs, Kind, Labelled, points_at, says
from domain.record.same_child import ChildStanding


class ChildNews(Labelled):
    """What is told in every other case of the child."""

    DEATH_CONFIRMED = "death_confirmed", "Trẻ em được xác nhận đã tử vong", "The child's death was confirmed"
    DEATH_ANNULLED = "death_annulled", "Việc xác nhận tử vong đã bị hủy", "The confirmation of its death was annulled"
    REPORT_JOINED = "report_joined", "Có tin báo mới về trẻ em", "There is a new report of the child"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteNewsOfChild:
    """The other case of the child and what came up there."""

    case: Annotated[
        UUID,
        says("Vụ việc có thông tin mới", "The case in which it came up"),
        points_at(Kind.CASE),
        AskedAs("other_case_id"),
    ]
    news: Annotated[ChildNews, says("Thông tin mới", "What came up")]


def told_in_the_others(case: Case, file_id: UUID, news: ChildNews) -> tuple[FollowUp, ...]:
    """It is told in every case that was found to be of the same child."""
    return tuple(
        FollowUp(file_id=row.other, command=NoteNewsOfChild(case=file_id, news=news))
        for row in case.same_child
        if row.standing is ChildStanding.LINKED
    )
