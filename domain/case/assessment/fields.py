"""Fields of an assessment whose words need more than a line."""

from typing import Annotated

from domain.case.state.protection import SeparationGround
from domain.case.state.sighting import TraceEnd
from domain.law.harm import HarmKind
from domain.record.fields import says

HarmKindsFound = Annotated[
    tuple[HarmKind, ...],
    says("Các dạng tổn hại phát hiện được; để trống nếu không thay đổi", "Kinds of harm found; none given: as before"),
]
NumberOfAssessment = Annotated[int, says("Lần đánh giá nguy cơ", "Which assessment of the case")]
ChildHeard = Annotated[bool, says("Đã ghi nhận ý kiến của trẻ em", "The child's own view is on file")]
HarmKindsThen = Annotated[
    tuple[HarmKind, ...], says("Các dạng tổn hại sau khi đánh giá", "Kinds of harm after the assessment")
]
SeparationGroundIfAny = Annotated[
    SeparationGround | None,
    says("Căn cứ tạm thời cách ly trẻ em; nếu có", "Ground for a separation, if there is one"),
]
CarersSafeIfAssessed = Annotated[
    bool | None,
    says(
        "Cha mẹ, người chăm sóc được đánh giá là an toàn; để trống: chưa đánh giá",
        "Whether the carers were found safe; null: not assessed",
    ),
]
NoChildFound = Annotated[
    TraceEnd | None,
    says("Kết quả xác minh không có trẻ em; trống khi đã gặp trẻ em", "That there is no child; empty if met"),
]
