"""Fields that several acts on an office ask for alike."""

from datetime import datetime
from typing import Annotated

from domain.record.fields import Clear, says

FirstInstantWithout = Annotated[
    datetime, says("Thời điểm đầu tiên không còn giữ chức danh", "The first instant without the office")
]
PaperNumber = Annotated[str, says("Số văn bản ủy quyền", "Number of the paper"), Clear.NUMBER]
EndIfNotNow = Annotated[
    datetime | None,
    says(
        "Thời điểm đầu tiên không còn quyền; để trống: ngay bây giờ",
        "The first instant without the power; null: now",
    ),
]
