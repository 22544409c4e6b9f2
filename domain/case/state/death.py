"""What was told of a child's death, for good: by whom, what became of it, and on which document that rests."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from domain.case.state.phase import Phase
from domain.record.fields import PERSON, Clear, Labelled, OfficeRef, says
from domain.record.who import Role


class DeathStanding(Labelled):
    """What became of the report that a child died."""

    REPORTED = "reported", "Đã báo, chờ xác nhận", "Reported, to be confirmed"
    CONFIRMED = "confirmed", "Đã xác nhận", "Confirmed by another body"
    REFUTED = "refuted", "Đã bác bỏ, trẻ em còn sống", "Refuted: the child lives"
    ANNULLED = "annulled", "Đã hủy việc xác nhận, trẻ em còn sống", "The confirmation was annulled: the child lives"
    RECORDED = "recorded", "Một cơ quan ghi nhận, chưa ai xác nhận", "Recorded by one body, confirmed by nobody"


class DeathSource(Labelled):
    """The kind of document by which a death is confirmed."""

    DEATH_CERTIFICATE = "death_certificate", "Trích lục khai tử", "Extract of the death register"
    POLICE_RECORD = "police_record", "Văn bản của cơ quan công an", "Police record"
    HEALTH_RECORD = "health_record", "Giấy báo tử hoặc hồ sơ của cơ sở y tế", "Death notice or record of a hospital"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDeath:
    """One telling of a death. `settled_in` is the line that took the child to be dead, `phase_before` the phase then.

    `reported_as`: the power by which it was told, which tells the commune police from the People's Committee.
    """

    number: Annotated[int, says("Lần báo trẻ em tử vong", "Which report of a death")]
    standing: Annotated[DeathStanding, says("Tình trạng", "What became of it")]
    died_at: Annotated[datetime, says("Thời điểm trẻ em tử vong", "When the child died")]
    reported_by: Annotated[OfficeRef, says("Chức danh của người báo", "Office that reported it")]
    reported_as: Annotated[Role, says("Tư cách của người báo", "As what it was reported")]
    reporter: Annotated[UUID | None, says("Người báo", "Who reported it"), PERSON]
    reported_at: Annotated[datetime, says("Thời điểm báo", "When it was reported")]
    source: Annotated[DeathSource | None, says("Loại văn bản xác nhận", "Kind of document")] = None
    source_no: Annotated[str | None, says("Số văn bản xác nhận", "Number of the document"), Clear.NUMBER] = None
    settled_by: Annotated[OfficeRef | None, says("Chức danh của người xác nhận", "Office that confirmed it")] = None
    settler: Annotated[UUID | None, says("Người xác nhận", "Who confirmed it"), PERSON] = None
    settled_at: Annotated[datetime | None, says("Thời điểm xác nhận", "When it was confirmed")] = None
    settled_in: Annotated[int | None, says("Dòng ghi xác nhận", "Line that confirmed it")] = None
    phase_before: Annotated[Phase | None, says("Giai đoạn trước khi xác nhận", "Where the case stood before")] = None

    @property
    def settled(self) -> bool:
        """Whether the child is taken to be dead because of it."""
        return self.standing in (DeathStanding.CONFIRMED, DeathStanding.RECORDED)


def known_now(deaths: tuple[ChildDeath, ...], number: int, **now: Any) -> tuple[ChildDeath, ...]:
    """What was told, with the telling of this number as it is now."""
    return tuple(replace(told, **now) if told.number == number else told for told in deaths)
