"""When a report may be laid aside: as one that repeats another, or after somebody else has looked."""

from uuid import UUID

from domain.record.act import DecisionContext, Refusal
from domain.record.answering import SETTLING
from domain.record.fields import Kind
from domain.report.state import WAITING, CheckOutcome, Report
from domain.report.telling import of_none_told_together

DUPLICATE_NOT_FOUND = Refusal(
    "duplicate_not_found",
    vi="Không tìm thấy tin báo trùng đang được xử lý. Đề nghị ghi đúng tin báo đã tiếp nhận trước.",
    en="No such other report is being handled. Name the report that was received before.",
)
DUPLICATE_OVERDUE = Refusal(
    "duplicate_overdue",
    vi="Tin báo được dẫn chiếu đã quá hạn xử lý nên không thể nhận thêm tin báo mới. Đề nghị xử lý riêng tin báo này.",
    en="The other report is overdue, so it takes in nothing new. Handle this one by itself.",
)
DUPLICATE_NOT_EARLIER = Refusal(
    "duplicate_not_earlier",
    vi="Tin báo được dẫn chiếu tiếp nhận sau tin báo này. Đề nghị giữ tin báo tiếp nhận sớm nhất, vì thời hạn tính "
    "từ đó.",
    en="The other report came later. The earliest one must go on: the clocks count from it.",
)
TRUTH_CHECK_REQUIRED = Refusal(
    "truth_check_required",
    vi="Phải ghi cách kiểm tra tính xác thực và kết quả trước khi không xử lý.",
    en="Say how the truth was checked and what it found before rejecting.",
)


CHECK_BY_ANOTHER_REQUIRED = Refusal(
    "check_by_another_required",
    vi="Tin báo chỉ được quyết định không xử lý tiếp sau khi người khác đã kiểm tra và thấy không đúng sự thật. Đề "
    "nghị người làm công tác bảo vệ trẻ em hoặc công an ghi kết quả kiểm tra.",
    en="A report is rejected only once somebody else has checked it and found it untrue. Have the protection worker or "
    "the police record a check.",
)
DUPLICATE_OF_ANOTHER = Refusal(
    "duplicate_of_another",
    vi="Tin báo được dẫn chiếu ở nơi khác, về trẻ em có năm sinh khác hoặc về trẻ em khác của cùng tin báo. Đề nghị "
    "xử lý riêng tin báo này.",
    en="The other report is of another place, of a child of another birth year, or of another child of the same "
    "report. Handle this one by itself.",
)

REJECTION_REFUSALS = (
    DUPLICATE_OVERDUE,
    DUPLICATE_NOT_FOUND,
    DUPLICATE_NOT_EARLIER,
    DUPLICATE_OF_ANOTHER,
    TRUTH_CHECK_REQUIRED,
    CHECK_BY_ANOTHER_REQUIRED,
    *SETTLING,
)
GUESSED = 2
"""Project default: so many years apart two guesses of one age may lie."""


def tells_the_same(of: UUID | None, context: DecisionContext) -> bool:
    """The other report is there, is another one, and still waits: news about a case is linked to it, not rejected."""
    other = context.other(of, Kind.REPORT)
    return other is not None and other.id != context.file_id and other.state.phase in WAITING


def is_of_the_same(report: Report, of: UUID | None, context: DecisionContext) -> bool:
    """The other report is of the same place, and of a child that may be the same, as neither age nor telling denies."""
    other = context.other(of, Kind.REPORT)
    if other is None:
        return True
    same_place = report.place is None or other.state.place is None or report.place.id == other.state.place.id
    told_apart = not of_none_told_together(context.file_id, report, [other.id])
    return same_place and not told_apart and may_be_as_old(report.child_birth_year, other.state.child_birth_year)


def may_be_as_old(born: int | None, other: int | None) -> bool:
    """Whether two birth years can be those of one child, told by people who guess."""
    return born is None or other is None or abs(born - other) <= GUESSED


def is_in_time(of: UUID | None, context: DecisionContext) -> bool:
    """Nothing of the other report is overdue: what is stands for no new danger."""
    other = context.other(of, Kind.REPORT)
    return other is None or not other.lapsed


def came_first(report: Report, of: UUID | None, context: DecisionContext) -> bool:
    """The clocks count from the first receipt: the earlier report may not give way.

    Of two received at the same instant the id decides, so that two reports never give way to each other.
    """
    other = context.other(of, Kind.REPORT)
    if other is None or other.state.received_at is None or report.received_at is None:
        return True
    return (other.state.received_at, other.id) <= (report.received_at, context.file_id)


def found_untrue_by_another(report: Report, context: DecisionContext) -> bool:
    """Whether somebody else than who decides has checked it, and found it untrue."""
    by_another = report.checked_by is not None and report.checked_by != context.by.person
    return by_another and report.checked_as in (None, CheckOutcome.UNTRUE)
