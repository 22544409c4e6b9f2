"""Fields that several acts on a unit ask for alike."""

from datetime import date
from typing import Annotated

from domain.record.fields import Claimed, says

FirstDayWithout = Annotated[
    date, says("Đơn vị cũ chấm dứt hoạt động kể từ ngày", "First day on which the old unit no longer exists"), Claimed
]
