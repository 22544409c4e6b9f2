"""Fields that several acts on an office ask for alike."""

from datetime import datetime
from typing import Annotated

from domain.record.fields import Claimed, Clear, says

FirstInstantWithout = Annotated[
    datetime, says("Thôi giữ chức danh kể từ thời điểm", "The first instant without the office"), Claimed
]
PaperNumber = Annotated[str, says("Số văn bản ủy quyền", "Number of the paper"), Clear.NUMBER]
EndIfNotNow = Annotated[
    datetime | None,
    says(
        "Ủy quyền hết hiệu lực kể từ thời điểm; để trống: kể từ thời điểm ghi nhận",
        "The first instant without the power; null: now",
    ),
    Claimed,
]
