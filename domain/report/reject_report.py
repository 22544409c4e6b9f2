"""Reject a report: the Chair signs that it is a duplicate, or that the truth check found nothing."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.law import basis, duty
from domain.record.act import (
    Action,
    DecisionContext,
    Earlier,
    FollowUp,
    Label,
    Line,
    insist,
    not_required,
    owed,
    present,
    said,
)
from domain.record.answering import may_settle
from domain.record.fields import DecisionNo, Personal, says
from domain.record.who import May, Role, Scope
from domain.report.clocks import chair_of_its_place, this_rejection, told_otherwise
from domain.report.earlier import ReportRejected1
from domain.report.fields import DuplicateOf, TruthCheckIfAny
from domain.report.follow_ups import NoteDuplicate, TakeUpReport
from domain.report.rejecting import (
    CHECK_BY_ANOTHER_REQUIRED,
    DUPLICATE_NOT_EARLIER,
    DUPLICATE_NOT_FOUND,
    DUPLICATE_OF_ANOTHER,
    DUPLICATE_OVERDUE,
    REJECTION_REFUSALS,
    TRUTH_CHECK_REQUIRED,
    came_first,
    found_untrue_by_another,
    is_in_time,
    is_of_the_same,
    tells_the_same,
)
from domain.report.state import WAITING, RejectionGround, Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectReport:
    """Why the report is not taken further."""

    ground: Annotated[RejectionGround, says("Căn cứ không xử lý tiếp", "The ground")]
    decision_no: DecisionNo
    duplicate_of: DuplicateOf = None
    truth_check: TruthCheckIfAny = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRejected:
    ground: RejectionGround
    decision_no: DecisionNo
    duplicate_of: UUID | None
    truth_check: Personal | None


def decide(report: Report, command: RejectReport, context: DecisionContext) -> ReportRejected:
    duplicate = command.ground is RejectionGround.DUPLICATE
    insist(
        (not duplicate or tells_the_same(command.duplicate_of, context), DUPLICATE_NOT_FOUND, "duplicate_of"),
        (not duplicate or is_in_time(command.duplicate_of, context), DUPLICATE_OVERDUE, "duplicate_of"),
        (not duplicate or came_first(report, command.duplicate_of, context), DUPLICATE_NOT_EARLIER, "duplicate_of"),
        (duplicate or said(command.truth_check), TRUTH_CHECK_REQUIRED, "truth_check"),
        (not duplicate or is_of_the_same(report, command.duplicate_of, context), DUPLICATE_OF_ANOTHER, "duplicate_of"),
        (duplicate or found_untrue_by_another(report, context), CHECK_BY_ANOTHER_REQUIRED),
        *may_settle(present(report.place), context),
    )
    return ReportRejected(
        ground=command.ground,
        decision_no=command.decision_no,
        duplicate_of=command.duplicate_of if duplicate else None,
        truth_check=context.private(command.truth_check),
    )


def evolve(report: Report, event: ReportRejected | ReportRejected1, line: Line) -> Report:
    return replace(
        report, phase=ReportPhase.REJECTED, rejected_because=event.ground, duplicate_of=event.duplicate_of, sent_to=None
    )


def tell_the_others(report: Report, line: Line) -> tuple[FollowUp, ...]:
    """The report that goes on knows its duplicates; if it does not go on, each of them waits again."""
    rejected: ReportRejected = line.event
    known_at = line.recorded_at or line.occurred_at
    again = TakeUpReport(new_fact="Tin báo gốc cũng đã được quyết định không xử lý tiếp.", known_at=known_at)
    woken = tuple(FollowUp(file_id=each, command=again) for each in report.duplicates)
    if rejected.duplicate_of is None:
        return woken
    return (FollowUp(file_id=rejected.duplicate_of, command=NoteDuplicate(report=line.file_id)), *woken)


REJECT_REPORT = Action(
    command=RejectReport,
    event=ReportRejected,
    stored_as="report.rejected.2",
    asks=Label(vi="Không xử lý tiếp tin báo", en="Reject the report"),
    tells=Label(vi="Đã quyết định không xử lý tiếp tin báo", en="Report rejected"),
    may=(*May.within(Scope.PLACE, Role.COMMUNE_CHAIR), *May.within(Scope.ABOVE, Role.CITY_CHAIR)),
    phases=WAITING,
    needs_reason=True,
    basis=basis.CHECK_TRUTH,
    refuses=REJECTION_REFUSALS,
    decide=decide,
    evolve=evolve,
    follows=tell_the_others,
    reads=lambda file, command: (command.duplicate_of,) if command.duplicate_of else (),
    starts=owed(duty.REPORTER_ANSWER, answers=chair_of_its_place, when=told_otherwise, refs=this_rejection),
    ends=not_required(duty.FORWARDING, duty.INITIAL_RISK, duty.URGENT_MEASURES, duty.ACKNOWLEDGEMENT),
    earlier=(Earlier(event=ReportRejected1, stored_as="report.rejected.1", evolve=evolve),),
)
