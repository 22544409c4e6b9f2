"""A child's death: what the acts on it ask and keep, and where it happened."""

from datetime import datetime
from typing import Annotated

from domain.case.state.phase import Phase
from domain.record.fields import Clear, Labelled, Names, says

DiedAt = Annotated[datetime, says("Thời điểm trẻ em tử vong", "When the child died")]
KnownSince = Annotated[datetime, says("Thời điểm biết trẻ em tử vong", "When that became known")]
DeathNumber = Annotated[int, says("Lần báo trẻ em tử vong", "Which report of a death")]
PhaseBefore = Annotated[Phase, says("Giai đoạn của vụ việc trước đó", "Where the case stood before")]
LapsedThen = Annotated[
    tuple[str, ...], says("Mã các thời hạn đang quá hạn", "Codes of the duties overdue then"), Names.DUTIES, Clear.LINK
]
MetAlive = Annotated[datetime, says("Thời điểm gặp trẻ em còn sống", "When the child was met alive")]


class PlaceOfDeath(Labelled):
    """What kind of place a child died in."""

    HOME = "home", "Tại nhà", "At home"
    SCHOOL = "school", "Tại trường", "At school"
    HOSPITAL = "hospital", "Tại bệnh viện", "In hospital"
    FACILITY = "facility", "Tại cơ sở chăm sóc", "In a care facility"
    WATER = "water", "Dưới nước", "In water"
    ROAD = "road", "Trên đường", "On the road"
    OTHER = "other", "Nơi khác", "Elsewhere"
