"""Fields of a case's opening whose words need more than a line."""

from typing import Annotated
from uuid import UUID

from domain.record.fields import AskedAs, Kind, UnitRef, points_at, says

PlaceOfCase = Annotated[
    UnitRef, says("Đơn vị hành chính cấp xã nơi xảy ra", "The commune where it happened"), AskedAs("place_unit")
]
ResidenceIfKnown = Annotated[
    UnitRef | None,
    says("Đơn vị hành chính cấp xã nơi trẻ em cư trú; nếu đã biết", "The commune where the child lives, if known"),
    AskedAs("residence_unit"),
]
EarlierCaseIfAny = Annotated[
    UUID | None,
    says("Vụ việc đã kết thúc trước đây của trẻ em này", "A case of the same child that is closed"),
    points_at(Kind.CASE),
]
EarlierCases = Annotated[
    tuple[UUID, ...], says("Các vụ việc trước đây của trẻ em", "Earlier cases of the child"), points_at(Kind.CASE)
]
ChildNameIfCorrected = Annotated[
    str | None, says("Họ và tên trẻ em; nếu nay mới biết hoặc đã ghi sai", "The child's name, if known now or misspelt")
]
ChildIdentifierIfKnown = Annotated[
    str | None, says("Số định danh cá nhân của trẻ em; nếu được biết", "The child's personal identification number")
]
CorrectionNumber = Annotated[int, says("Số thứ tự của đính chính", "Number of the correction")]
NumberIfItWaits = Annotated[
    int | None,
    says("Số thứ tự của đính chính chờ xác nhận", "Number of the correction, where it waits to be confirmed"),
]
PlaceIfCorrected = Annotated[
    UnitRef | None, says("Đơn vị hành chính cấp xã nơi xảy ra", "Where it happened"), AskedAs("place_unit")
]
ResidenceIfCorrected = Annotated[
    UnitRef | None,
    says("Đơn vị hành chính cấp xã nơi trẻ em cư trú", "The child's commune"),
    AskedAs("residence_unit"),
]
