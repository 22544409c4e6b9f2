"""Fields of a report's receipt whose words need more than a line."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from domain.law.harm import HarmKind
from domain.record.fields import PERSON, AskedAs, Claimed, Clear, Kind, UnitRef, points_at, says

PlaceOfReport = Annotated[
    UnitRef, says("Đơn vị hành chính cấp xã nơi xảy ra", "The commune where it happened"), AskedAs("place_unit")
]
ChildBirthYearIfTold = Annotated[
    int | None, says("Năm sinh của trẻ em; nếu được biết", "The child's birth year, if told"), Clear.BIRTH_YEAR
]
KnownToTheReceiver = Annotated[
    datetime | None,
    says(
        "Thời điểm đơn vị tiếp nhận tự phát hiện sự việc; nếu thuộc trách nhiệm thông báo",
        "When the receiver's own people came to know, where they found it themselves and had to tell",
    ),
    Claimed,
]
ReporterIfKnown = Annotated[
    UUID | None, says("Mã định danh nội bộ của người báo tin", "Internal id of the reporter"), PERSON
]
PlaceOnceSent = Annotated[
    UnitRef,
    says("Đơn vị hành chính cấp xã nơi xảy ra, ghi lại khi chuyển tin báo", "Commune of the place once it was sent on"),
]
PlaceOnceReturned = Annotated[
    UnitRef,
    says(
        "Đơn vị hành chính cấp xã nơi xảy ra, ghi lại khi trả lại tin báo", "Commune of the place once it was returned"
    ),
]
WhenItHadCome = Annotated[
    datetime,
    says("Thời điểm tin báo được chuyển đến đơn vị trả lại", "When it had come to the unit that returned it"),
]
DuplicateOf = Annotated[
    UUID | None,
    says("Tin báo đã tiếp nhận trước; nếu là tin báo trùng", "The earlier report, for a duplicate"),
    points_at(Kind.REPORT),
]
TruthCheckIfAny = Annotated[
    str | None,
    says(
        "Cách kiểm tra tính xác thực và kết quả; trừ trường hợp tin báo trùng",
        "How the truth was checked and with what result, unless it is a duplicate",
    ),
]
WhichChild = Annotated[
    int,
    says(
        "Thứ tự của trẻ em trong tin báo; trẻ em ghi đầu tiên là 1",
        "Which child of the report it is; the one named first is 1",
    ),
]
HarmsTold = Annotated[
    tuple[HarmKind, ...], says("Các dạng tổn hại được báo (nếu chưa rõ, chọn «Khác»)", "Kinds of harm told")
]
