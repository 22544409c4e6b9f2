"""The references under which the clocks of a case run, where a duty can run for several things at once.

They are stored: what is made here stays readable for good.
"""

from domain.label import Labelled


class Matter(Labelled):
    """What set a clock going or was passed up; its reference adds which one of its kind: `risk-2`."""

    RISK = "risk", "Đánh giá nguy cơ", "An assessment of the risk"
    SEPARATION = "separation", "Việc cách ly", "A separation"
    VISIT = "visit", "Lần thăm", "A visit"
    FAILED_MEASURE = "failed", "Biện pháp không thực hiện được", "A measure that failed"
    ENDED_MEASURE = "ended-measure", "Biện pháp đã kết thúc", "A measure that ended"
    ENDED_SEPARATION = "ended-separation", "Lần cách ly đã kết thúc", "A separation that ended"
    ENDED_NO_CONTACT = "ended-order", "Quyết định cấm tiếp xúc đã kết thúc", "A no-contact order that ended"
    ENDED_CARE = "ended-care", "Lần chăm sóc thay thế đã kết thúc", "A placement that ended"
    HOME_CHECK = "home", "Lần kiểm tra khi trẻ em về nhà", "A check at home"
    REOPENING = "reopened", "Lần mở lại", "A reopening"
    MERGED_CASE = "case", "Vụ việc được nhập vào", "A case merged into this one"
    TRANSFER = "transfer", "Lần chuyển hồ sơ", "A transfer"
    DEATH = "death", "Lần hủy xác nhận tử vong", "An annulled confirmation of a death"
    PLAN = "plan", "Kế hoạch", "A plan"
    MONITORING = "care", "Lần theo dõi chăm sóc thay thế", "A monitoring of the placement"
    NEW_HARM = "harm", "Dạng tổn hại mới, theo dòng ghi nhận", "A kind of harm added, by its line"

    def ref(self, number: int | str) -> str:
        """The reference of the one of this number."""
        return f"{self}-{number}"

    def is_of(self, ref: str) -> bool:
        """Whether the reference is one of this matter."""
        return ref.startswith(f"{self}-")


def part(whole: int | str, number: int | str) -> str:
    """The reference of a part of something numbered: the first item of the second round is `2.1`."""
    return f"{whole}.{number}"


def number_of(ref: str) -> str:
    """Which part of the whole the reference names: `1` of `2.1`."""
    return ref.partition(".")[2]
