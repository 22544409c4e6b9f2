"""The report in which a child was told of together with others."""

from datetime import datetime
from uuid import UUID

from domain.case.clocks import acts_for
from domain.record.act import DecisionContext, Refusal, insist, present, required
from domain.record.fields import Kind
from domain.record.who import Role
from domain.report.state import Report, ReportPhase

FIRST_REPORT_NOT_FOUND = Refusal(
    "first_report_not_found", vi="Không tìm thấy tin báo này.", en="The report was not found."
)
FIRST_REPORT_ELSEWHERE = Refusal(
    "first_report_elsewhere",
    vi="Tin báo do đơn vị khác tiếp nhận, xử lý. Đề nghị đơn vị đó ghi nhận, hoặc tiếp nhận tin báo mới.",
    en="The report is with another unit. Have that unit name the child, or receive a report of your own.",
)
FIRST_REPORT_REJECTED = Refusal(
    "first_report_rejected",
    vi="Tin báo đã có kết luận không xử lý. Đề nghị tiếp nhận tin báo mới về trẻ em này.",
    en="The report is not taken further. Receive a report of its own for this child.",
)
FIRST_REPORT_REFUSALS = (FIRST_REPORT_NOT_FOUND, FIRST_REPORT_ELSEWHERE, FIRST_REPORT_REJECTED)


def first_report(report_id: UUID, context: DecisionContext) -> Report:
    """It, for a unit that took it, has it or answers for its place, while it is not rejected."""
    other = required(context.other(report_id, Kind.REPORT), FIRST_REPORT_NOT_FOUND, "report")
    first: Report = other.state
    insist((first.phase is not ReportPhase.UNKNOWN, FIRST_REPORT_NOT_FOUND, "report"))
    concerned = [unit for unit in (first.receiver, first.holder, first.place) if unit is not None]
    insist(
        (any(acts_for(unit, context) for unit in concerned), FIRST_REPORT_ELSEWHERE, "report"),
        (first.phase is not ReportPhase.REJECTED, FIRST_REPORT_REJECTED, "report"),
    )
    return first


def counts_from(first: Report, context: DecisionContext) -> datetime:
    """Since when another child of it waits: as long as the first, if the commune's own people had it; else from now."""
    own = acts_for(present(first.place), context) and context.by.role is not Role.COMMUNE_POLICE_HEAD
    return present(first.counts_from) if own else context.at
