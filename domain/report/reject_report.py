"""Reject a report: the Chair signs that it is a duplicate, or that the truth check found nothing."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, not_required, present, said
from domain.record.answering import SETTLING, may_settle
from domain.record.fields import Kind, Personal, says
from domain.record.who import May, Role, Scope
from domain.report.fields import DuplicateOf, TruthCheckIfAny
from domain.report.state import WAITING, RejectionGround, Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectReport:
    """Why the report is not taken further."""

    ground: Annotated[RejectionGround, says("Căn cứ không xử lý tiếp", "The ground")]
    duplicate_of: DuplicateOf = None
    truth_check: TruthCheckIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRejected:
    ground: RejectionGround
    duplicate_of: UUID | None
    truth_check: Personal | None


DUPLICATE_NOT_FOUND = Refusal(
    "duplicate_not_found",
    vi="Không tìm thấy tin trùng còn đang được xử lý. Hãy ghi đúng tin đã tiếp nhận trước.",
    en="No such other report is being handled. Name the report that was received before.",
)
DUPLICATE_NOT_EARLIER = Refusal(
    "duplicate_not_earlier",
    vi="Tin kia được tiếp nhận sau tin này. Hãy giữ tin tiếp nhận sớm nhất, vì thời hạn tính từ đó.",
    en="The other report came later. The earliest one must go on: the clocks count from it.",
)
TRUTH_CHECK_REQUIRED = Refusal(
    "truth_check_required",
    vi="Phải ghi cách kiểm tra tính xác thực và kết quả trước khi không xử lý.",
    en="Say how the truth was checked and what it found before rejecting.",
)


def decide(report: Report, command: RejectReport, context: DecisionContext) -> ReportRejected:
    duplicate = command.ground is RejectionGround.DUPLICATE
    insist(
        (not duplicate or tells_the_same(command, context), DUPLICATE_NOT_FOUND, "duplicate_of"),
        (not duplicate or came_first(report, command, context), DUPLICATE_NOT_EARLIER, "duplicate_of"),
        (duplicate or said(command.truth_check), TRUTH_CHECK_REQUIRED, "truth_check"),
        *may_settle(present(report.place), context),
    )
    return ReportRejected(
        ground=command.ground,
        duplicate_of=command.duplicate_of if duplicate else None,
        truth_check=context.private(command.truth_check),
    )


def tells_the_same(command: RejectReport, context: DecisionContext) -> bool:
    """The other report is there, is another one, and still waits: news about a case is linked to it, not rejected."""
    other = context.other(command.duplicate_of, Kind.REPORT)
    return other is not None and other.id != context.file_id and other.state.phase in WAITING


def came_first(report: Report, command: RejectReport, context: DecisionContext) -> bool:
    """The clocks count from the first receipt: the earlier report may not give way.

    Of two received at the same instant the id decides, so that two reports never give way to each other.
    """
    other = context.other(command.duplicate_of, Kind.REPORT)
    if other is None or other.state.received_at is None or report.received_at is None:
        return True
    return (other.state.received_at, other.id) <= (report.received_at, context.file_id)


def evolve(report: Report, event: ReportRejected, line: Line) -> Report:
    return replace(
        report, phase=ReportPhase.REJECTED, rejected_because=event.ground, duplicate_of=event.duplicate_of, sent_to=None
    )


REJECT_REPORT = Action(
    command=RejectReport,
    event=ReportRejected,
    stored_as="report.rejected.1",
    asks=Label(vi="Không xử lý tiếp", en="Reject the report"),
    tells=Label(vi="Đã quyết định không xử lý tiếp", en="Report rejected"),
    may=(*May.within(Scope.PLACE, Role.COMMUNE_CHAIR), *May.within(Scope.ABOVE, Role.CITY_CHAIR)),
    phases=WAITING,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=(DUPLICATE_NOT_FOUND, DUPLICATE_NOT_EARLIER, TRUTH_CHECK_REQUIRED, *SETTLING),
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.duplicate_of,) if command.duplicate_of else (),
    ends=not_required(duty.FORWARDING, duty.INITIAL_RISK, duty.URGENT_MEASURES, duty.ACKNOWLEDGEMENT),
)
