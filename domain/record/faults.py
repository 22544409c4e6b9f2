"""What can be wrong with a line of the register."""

from typing import Annotated

from domain.label import Labelled
from domain.record.clear import Clear
from domain.record.field import says


class Fault(Labelled):
    """What is wrong with a line of the register."""

    WRONG_TIME = "wrong_time", "Sai thời điểm có hiệu lực", "It took effect at another time"
    NEVER = "never", "Việc này không xảy ra", "It never was"


LineCorrected = Annotated[
    int, says("Số thứ tự của dòng ghi sai trong hồ sơ", "Version of the wrong line, in this file")
]
WhatIsWrong = Annotated[Fault, says("Nội dung sai", "What is wrong")]
PaperOfCorrection = Annotated[
    str, says("Số văn bản làm căn cứ đính chính", "Number of the document that says so"), Clear.NUMBER
]
