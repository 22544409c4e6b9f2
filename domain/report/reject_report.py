"""Reject a report: the Chair signs that it is a duplicate, or that the truth check found nothing."""

from dataclasses import dataclass, replace
from uuid import UUID

from domain.law import basis, duty
from domain.record.action import Action, Ends, May, Scope
from domain.record.answering import answers_for_open_lapse
from domain.record.file import DecisionContext
from domain.record.line import DutyOutcome, Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label, Role
from domain.report.state import WAITING, RejectionGround, Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectReport:
    """The ground; for a duplicate the earlier report, else how the truth was checked and the result."""

    ground: RejectionGround
    duplicate_of: UUID | None = None
    truth_check: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRejected:
    """A report is not taken further."""

    ground: RejectionGround
    duplicate_of: UUID | None
    truth_check: Personal | None


def decide(report: Report, command: RejectReport, context: DecisionContext) -> ReportRejected:
    duplicate = command.ground is RejectionGround.DUPLICATE
    insist(
        (not duplicate or tells_the_same(command, context), "duplicate_not_found", "duplicateOf"),
        (not duplicate or came_first(report, command, context), "duplicate_not_earlier", "duplicateOf"),
        (duplicate or said(command.truth_check), "truth_check_required", "truthCheck"),
        (not answers_for_open_lapse(context.by.person, context), "answerable_for_lapse"),
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
    """The clocks count from the first receipt (domain.md 5.11, 1): the earlier report may not give way.

    Of two received at the same instant the id decides, so that two reports never give way to each other.
    """
    other = context.other(command.duplicate_of, Kind.REPORT)
    if other is None or other.state.received_at is None or report.received_at is None:
        return True
    return (other.state.received_at, other.id) <= (report.received_at, context.file_id)


def evolve(report: Report, event: ReportRejected, line: Line) -> Report:
    return replace(
        report,
        phase=ReportPhase.REJECTED,
        rejected_because=event.ground,
        duplicate_of=event.duplicate_of,
        sent_to=None,
    )


REJECT_REPORT = Action(
    kind=Kind.REPORT,
    command=RejectReport,
    event=ReportRejected,
    stored_as="report.rejected.1",
    asks=Label(vi="Không xử lý tiếp", en="Reject the report"),
    tells=Label(vi="Đã quyết định không xử lý tiếp", en="Report rejected"),
    may=(May(role=Role.COMMUNE_CHAIR, scope=Scope.PLACE),),
    phases=WAITING,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    decide=decide,
    evolve=evolve,
    reads=lambda file, command: (command.duplicate_of,) if command.duplicate_of else (),
    ends=(
        Ends(duty=duty.FORWARDING, how=DutyOutcome.NOT_REQUIRED),
        Ends(duty=duty.INITIAL_RISK, how=DutyOutcome.NOT_REQUIRED),
        Ends(duty=duty.URGENT_MEASURES, how=DutyOutcome.NOT_REQUIRED),
        Ends(duty=duty.ACKNOWLEDGEMENT, how=DutyOutcome.NOT_REQUIRED),
    ),
)
