"""Fields of a report's receipt whose words need more than a line."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.record.fields import PERSON, AskedAs, Clear, Kind, UnitRef, points_at, says

PlaceOfReport = Annotated[
    UnitRef, says("Đơn vị cấp xã nơi xảy ra vụ việc", "The commune where it happened"), AskedAs("place_unit")
]
ChildBirthYearIfTold = Annotated[
    int | None, says("Năm sinh của trẻ em, nếu được biết", "The child's birth year, if told"), Clear.BIRTH_YEAR
]
KnownToTheReceiver = Annotated[
    datetime | None,
    says(
        "Thời điểm người của đơn vị tiếp nhận biết việc, nếu họ tự phát hiện và có trách nhiệm báo",
        "When the receiver's own people came to know, where they found it themselves and had to tell",
    ),
]
ReporterIfKnown = Annotated[
    UUID | None, says("Mã định danh nội bộ của người báo tin", "Internal id of the reporter"), PERSON
]
PlaceOnceSent = Annotated[
    UnitRef, says("Đơn vị cấp xã nơi xảy ra vụ việc sau khi chuyển", "Commune of the place once it was sent on")
]
PlaceOnceReturned = Annotated[
    UnitRef, says("Đơn vị cấp xã nơi xảy ra vụ việc sau khi trả lại", "Commune of the place once it was returned")
]
WhenItHadCome = Annotated[
    datetime,
    says("Thời điểm tin báo được chuyển đến đơn vị trả lại", "When it had come to the unit that returned it"),
]
DuplicateOf = Annotated[
    UUID | None,
    says("Tin báo đã tiếp nhận trước, nếu là tin trùng", "The earlier report, for a duplicate"),
    points_at(Kind.REPORT),
]
TruthCheckIfAny = Annotated[
    str | None,
    says(
        "Cách kiểm tra tính xác thực và kết quả, trừ trường hợp tin trùng",
        "How the truth was checked and with what result, unless it is a duplicate",
    ),
]
