"""Fields that several acts on a case ask for or keep alike, or whose words need more than a line."""

from datetime import datetime
from typing import Annotated

from domain.case.state.case import RiskLevel
from domain.record.fields import Clear, UnitRef, says

SeparationNumber = Annotated[
    str, says("Số thứ tự của lần cách ly trong vụ việc", "Number of the separation within the case"), Clear.LINK
]
NoContactNumber = Annotated[
    str, says("Số thứ tự của quyết định cấm tiếp xúc trong vụ việc", "Number of the order within the case"), Clear.LINK
]
InformationNumber = Annotated[
    str, says("Số thứ tự của yêu cầu trong vụ việc", "Number of the request within the case"), Clear.LINK
]
MeasureNumber = Annotated[
    str, says("Số thứ tự của biện pháp trong vụ việc", "Number of the measure within the case"), Clear.LINK
]
RequestNumber = Annotated[
    str, says("Số thứ tự của đề nghị cấm tiếp xúc", "Number of the request within the case"), Clear.LINK
]
DirectionNumber = Annotated[
    str, says("Số thứ tự của chỉ đạo trong vụ việc", "Number of the direction within the case"), Clear.LINK
]
PlacementNumber = Annotated[
    str, says("Số thứ tự của lần chăm sóc thay thế", "Number of the placement within the case"), Clear.LINK
]
PetitionNumber = Annotated[
    str, says("Số thứ tự của đề nghị gửi Tòa án", "Number of the petition within the case"), Clear.LINK
]
AmendmentNumber = Annotated[str, says("Số thứ tự của đề nghị điều chỉnh", "Number of the amendment"), Clear.LINK]
ChildViewFromSeven = Annotated[
    str | None,
    says("Ý kiến của trẻ em; phải hỏi trẻ em từ đủ 7 tuổi", "What the child said; asked from seven years on"),
]
CarerWhileAway = Annotated[
    str | None,
    says("Người chăm sóc trẻ em khi được cách ly, tạm trú an toàn", "Who takes care of the child while it is away"),
]
PlaceWhileAway = Annotated[
    str | None, says("Nơi ở của trẻ em khi được cách ly, tạm trú an toàn", "Where the child is while it is away")
]
ChildBirthYearIfUntold = Annotated[
    int | None,
    says("Năm sinh của trẻ em; nếu tin báo không ghi", "The child's birth year, where the report did not tell it"),
    Clear.BIRTH_YEAR,
]
FromUnit = Annotated[UnitRef, says("Đơn vị chuyển hồ sơ", "From which unit")]
SinceThen = Annotated[datetime, says("Bắt đầu từ", "Since")]
Level = Annotated[RiskLevel, says("Mức độ nguy cơ", "Level of risk")]
SeriousDanger = Annotated[bool, says("Trẻ em đang gặp nguy hiểm nghiêm trọng", "The child is in serious danger")]
Findings = Annotated[str, says("Kết quả kiểm tra, xác minh", "What was found")]
Sources = Annotated[str, says("Nguồn thông tin: người đã làm việc, tài liệu đã xem", "Who was asked and what was seen")]
WhatWasSeen = Annotated[str, says("Kết quả quan sát thực tế", "What was seen")]
Result = Annotated[str, says("Kết quả thực hiện", "What it came to")]
HandoverIfAgedOut = Annotated[
    str | None,
    says(
        "Nơi nhận bàn giao khi vụ việc kết thúc do không còn là trẻ em",
        "To whom a case that ends by age is handed over",
    ),
]
AnswerToWorkerIfAny = Annotated[
    str | None,
    says("Trả lời về đề xuất của người làm công tác bảo vệ trẻ em cấp xã", "Answer to the worker who proposed one"),
]
LeadIfSettled = Annotated[
    UnitRef | None,
    says(
        "Đơn vị được giao chủ trì sau khi việc chuyển hồ sơ bị từ chối",
        "The unit that leads from now on, after a refused transfer",
    ),
]
