"""What a correction of a report is refused for, and whether it makes the matter smaller or graver."""

from typing import Protocol

from domain.law.harm import HarmKind
from domain.record.act import Refusal
from domain.report.state import Report

NOTHING_TO_CORRECT = Refusal(
    "nothing_to_correct",
    vi="Dòng được đính chính phải là dòng tiếp nhận hoặc một dòng đính chính trước đó của tin báo này.",
    en="Only the receipt or an earlier correction of this report can be corrected. Name its version.",
)
CORRECTION_EMPTY = Refusal(
    "correction_empty", vi="Đề nghị ghi ít nhất một nội dung đính chính.", en="Say what is to be read otherwise."
)
RECEIPT_ONLY_EARLIER = Refusal(
    "receipt_only_earlier",
    vi="Thời điểm tiếp nhận chỉ được đính chính sớm hơn, vì thời hạn tính từ lần tiếp nhận đầu tiên.",
    en="The receipt can only be corrected to an earlier time: the clocks count from the first receipt.",
)


CORRECTION_NOT_CHECKED = Refusal(
    "correction_not_checked",
    vi="Đính chính làm giảm mức nghiêm trọng hoặc đổi năm sinh chỉ được ghi sau khi người khác đã kiểm tra tin báo.",
    en="A correction that makes the matter smaller, or changes the birth year, needs a check by somebody else first.",
)


class Otherwise(Protocol):
    """What is to be read otherwise."""

    @property
    def danger_now(self) -> bool | None: ...
    @property
    def harm_kinds(self) -> tuple[HarmKind, ...] | None: ...
    @property
    def child_birth_year(self) -> int | None: ...


def makes_smaller(report: Report, command: Otherwise) -> bool:
    """Whether a danger or a kind of harm that was told is left out, or the birth year that was told is another one."""
    return (
        (report.danger_now and command.danger_now is False)
        or (bool(command.harm_kinds) and not set(report.harm_kinds) <= set(command.harm_kinds or ()))
        or (report.child_birth_year is not None and command.child_birth_year not in (None, report.child_birth_year))
    )


def graver(now: Report, before: Report) -> bool:
    """Whether a danger or a kind of harm is told of that was not before: no check has looked at that."""
    return now.danger_now > before.danger_now or not set(now.harm_kinds) <= set(before.harm_kinds)
