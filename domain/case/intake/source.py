"""What a case is opened from: whether the report may be, where it happened, whose child an earlier case tells of."""

from uuid import UUID

from domain.case.state.case import Case
from domain.record.act import Check, DecisionContext, Refusal
from domain.record.fields import Kind, UnitRef
from domain.record.file import File
from domain.record.reading import Visibility, sees
from domain.record.vocabulary import case_id
from domain.report.state import WAITING, Report, ReportPhase
from domain.report.telling import CASE_OF_OTHER_CHILD_TOLD, of_none_told_together

EARLIER_CASE_NOT_FOUND = Refusal(
    "earlier_case_not_found",
    vi="Không tìm thấy vụ việc trước đây của trẻ em. Đề nghị kiểm tra lại hoặc để trống.",
    en="The child's earlier case was not found. Check it or leave it out.",
)
CASE_MISFILED = Refusal(
    "case_misfiled",
    vi="Mỗi tin báo chỉ mở một hồ sơ vụ việc, mang mã của tin báo đó. Đề nghị mở đúng hồ sơ.",
    en="One report opens one case, under the id that follows from the report. Use that file.",
)
PLACE_OF_ANOTHER_REPORT = Refusal(
    "place_of_another_report",
    vi="Nơi xảy ra phải là xã, phường ghi trong tin báo hoặc đang giữ tin báo. Nếu sai địa bàn, đề nghị chuyển tin "
    "báo trước.",
    en="The place must be the commune named in the report or holding it. If it is wrong, forward the report first.",
)
REPORT_NOT_FOUND = Refusal(
    "report_not_found",
    vi="Không có tin báo nào để lập hồ sơ từ đó. Đề nghị tiếp nhận tin báo trước.",
    en="There is no report to open the case from. Receive the report first.",
)
REPORT_SETTLED = Refusal(
    "report_settled",
    vi="Tin báo này đã được gắn vào vụ việc khác hoặc đã có kết luận không xử lý.",
    en="This report already belongs to another case, or was settled without one.",
)
REPORT_REFUSALS = (
    EARLIER_CASE_NOT_FOUND,
    CASE_OF_OTHER_CHILD_TOLD,
    CASE_MISFILED,
    PLACE_OF_ANOTHER_REPORT,
    REPORT_NOT_FOUND,
    REPORT_SETTLED,
)


def may_be_opened_from(report: Report, report_id: UUID, place: UnitRef, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of the report, and of the place that is said of it."""
    return [
        (report.phase is not ReportPhase.UNKNOWN, REPORT_NOT_FOUND, "report"),
        (report.phase in (ReportPhase.UNKNOWN, *WAITING), REPORT_SETTLED, "report"),
        (context.file_id == case_id(report_id), CASE_MISFILED, "report"),
        (takes_place(report, place, context), PLACE_OF_ANOTHER_REPORT, "place"),
    ]


def may_be_earlier(earlier: UUID | None, report: Report, report_id: UUID, context: DecisionContext) -> list[Check]:
    """The checks of an earlier case of the child: it is there, and not that of another child told of beside it."""
    named = context.other(earlier, Kind.CASE)
    known: Case = named.state if named is not None else Case()
    return [
        (earlier is None or known.child is not None, EARLIER_CASE_NOT_FOUND),
        (of_none_told_together(report_id, report, known.reports), CASE_OF_OTHER_CHILD_TOLD, "earlier_case"),
    ]


def takes_place(report: Report, place: UnitRef, context: DecisionContext) -> bool:
    """The commune where the report says it happened, or a commune that has the report: no other takes it over."""
    told = [unit for unit in (report.place, report.holder) if unit is not None]
    return not told or (
        context.register.is_commune(place, context.at)
        and any(place.id == unit.id or place.id in context.register.living(unit.id, context.at) for unit in told)
    )


def child_of(earlier: File | None, context: DecisionContext) -> UUID | None:
    """The child of an earlier case, for whoever may know whose that is; to others it is a link, and no more."""
    if earlier is None:
        return None
    where = earlier.kind.where(earlier.state, None)
    known = sees([context.by], Visibility.CHILD, earlier.kind.name, where, context.register, context.at)
    return earlier.state.child if known is not None else None
