"""The needs meeting: who comes to it, who must be told of, and when enough are there (Decree 56 art. 27.2).

The Decree says who is called and gives no number; how many must be there is the project's reading.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from domain.record.act import Check, Refusal
from domain.record.fields import Clear, Labelled, says
from domain.record.refusal import said


class Attendee(Labelled):
    """In what capacity somebody takes part in the needs meeting.

    See Decree 56 art. 27.2.
    """

    CHAIR = "chair", "Chủ tịch Ủy ban nhân dân", "Chair"
    DEPUTY_CHAIR = "deputy_chair", "Phó Chủ tịch Ủy ban nhân dân", "Deputy Chair"
    PROTECTION_WORKER = "protection_worker", "Người làm công tác bảo vệ trẻ em", "Child-protection worker"
    CULTURE_SOCIAL_OFFICER = "culture_social_officer", "Người phụ trách văn hóa - xã hội", "Culture and social officer"
    POLICE = "police", "Công an", "Police"
    HEALTH_STATION = "health_station", "Trạm Y tế", "Health station"
    JUSTICE_OFFICER = "justice_officer", "Người làm công tác tư pháp - hộ tịch", "Justice officer"
    SCHOOL = "school", "Nhà trường", "School"
    WOMENS_UNION = "womens_union", "Hội Liên hiệp Phụ nữ", "Women's Union"
    YOUTH_UNION = "youth_union", "Đoàn Thanh niên", "Youth Union"
    RED_CROSS = "red_cross", "Hội Chữ thập đỏ", "Red Cross"
    NEIGHBOURHOOD = "neighbourhood", "Tổ dân phố, thôn", "Neighbourhood"
    PROVIDER = "provider", "Cơ sở cung cấp dịch vụ", "Service provider"
    CARER = "carer", "Cha mẹ, người chăm sóc", "Parent or carer"
    CHILD = "child", "Trẻ em", "The child"


class WhyAbsent(Labelled):
    """Why somebody who belongs there was not at the meeting."""

    DID_NOT_COME = "did_not_come", "Được mời nhưng không dự", "Called, and did not come"
    NOT_CONCERNED = "not_concerned", "Không liên quan đến vụ việc", "The case does not concern them"
    MAY_HARM = "may_harm", "Gây hại hoặc bị nghi gây hại cho trẻ em", "Harms the child, or is suspected of it"
    NOT_THERE = "not_there", "Chưa có ở địa bàn hoặc chưa xác định được", "There is none, or it is not known who"


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Who came. Officials by name; of the child, the family and neighbours the names stand in the minutes alone."""

    ASKED_AS: ClassVar[str] = "Present"

    part: Annotated[Attendee, says("Thành phần", "In what capacity")]
    name: Annotated[
        str | None, says("Họ và tên; nếu dự họp khi thi hành công vụ", "Name, of who comes in office"), Clear.OFFICIAL
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """Who did not come, and why."""

    ASKED_AS: ClassVar[str] = "Absent"

    part: Annotated[Attendee, says("Thành phần", "In what capacity")]
    why: Annotated[WhyAbsent, says("Lý do vắng mặt", "Why they were not there")]


WORKER_MUST_ATTEND = Refusal(
    "worker_must_attend",
    vi="Người làm công tác bảo vệ trẻ em phải dự họp. Đề nghị ghi vào thành phần dự họp.",
    en="The child-protection worker must take part in the meeting. Name them among the attendees.",
)
NO_QUORUM = Refusal(
    "no_quorum",
    vi="Cuộc họp chưa đủ thành phần. Phải có Chủ tịch hoặc Phó Chủ tịch chủ trì và ít nhất hai trong bốn thành phần: "
    "công an, trạm y tế, nhà trường, cơ sở cung cấp dịch vụ. Đề nghị họp lại khi đủ thành phần.",
    en="Too few were at the meeting: the Chair or a deputy must chair it, and two of police, health station, school "
    "and provider be there. Meet again with enough of them.",
)
ATTENDANCE_UNTOLD = Refusal(
    "attendance_untold",
    vi="Đề nghị ghi công an, trạm y tế, nhà trường, cơ sở cung cấp dịch vụ, tổ dân phố hoặc thôn, cha mẹ hoặc người "
    "chăm sóc có dự họp hay vắng mặt vì lý do gì; mỗi thành phần chỉ ghi dự họp hoặc vắng mặt.",
    en="Say of police, health station, school, provider, neighbourhood and carers whether they came or why not; "
    "nobody is both present and absent.",
)
OFFICIALS_BY_NAME = Refusal(
    "officials_by_name",
    vi="Đề nghị ghi họ tên người dự họp khi thi hành công vụ; không ghi họ tên trẻ em, cha mẹ, người chăm sóc và người "
    "dân, vì đã có trong biên bản.",
    en="Name who comes in office; the names of the child, carers and neighbours stand in the minutes alone.",
)
MEETING_REFUSALS = (WORKER_MUST_ATTEND, NO_QUORUM, ATTENDANCE_UNTOLD, OFFICIALS_BY_NAME)

CHAIRS = frozenset({Attendee.CHAIR, Attendee.DEPUTY_CHAIR})
BODIES = frozenset({Attendee.POLICE, Attendee.HEALTH_STATION, Attendee.SCHOOL, Attendee.PROVIDER})
"""Who knows the child or protects it; two of them make the meeting more than a talk within one office."""
BODIES_THERE = 2
UNNAMED = frozenset({Attendee.NEIGHBOURHOOD, Attendee.CARER, Attendee.CHILD})
TOLD_OF = BODIES | {Attendee.NEIGHBOURHOOD, Attendee.CARER}
"""Of these the line says that they came, or why they did not."""


def quorum(present: Sequence[Present], absent: Sequence[Absent]) -> tuple[Check, ...]:
    """What a meeting must show of who was there."""
    came, stayed = {each.part for each in present}, {each.part for each in absent}
    return (
        (Attendee.PROTECTION_WORKER in came, WORKER_MUST_ATTEND, "attendees"),
        (bool(came & CHAIRS) and len(came & BODIES) >= BODIES_THERE, NO_QUORUM, "attendees"),
        (came | stayed >= TOLD_OF and not came & stayed, ATTENDANCE_UNTOLD, "absent"),
        (all(said(each.name) is (each.part not in UNNAMED) for each in present), OFFICIALS_BY_NAME, "attendees"),
    )
