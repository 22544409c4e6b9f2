"""Return a report sent to the wrong place and name the right one: it goes there, and its clocks run on."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.law import basis, duty
from domain.record.action import Action, Ends, May, Scope, Starts
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Kind, Label, OfficeRef, Role, UnitRef
from domain.report.sending import ACKNOWLEDGE, place_after
from domain.report.state import Report, ReportPhase


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReport:
    """The unit it should have gone to. None: the unit named is not known."""

    right_unit: UnitRef | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportReturned:
    """The unit it was sent to found that it belongs elsewhere; `sent_at` is when it had come."""

    by_unit: UnitRef
    right_unit: UnitRef
    place: UnitRef
    sent_at: datetime


def decide(report: Report, command: ReturnReport, context: DecisionContext) -> ReportReturned:
    right, own = command.right_unit, present(context.by.office).unit
    insist(
        (right is not None and context.register.exists(right.id, context.at), "unit_unknown", "rightUnit"),
        (right is None or right.id != own.id, "forward_to_itself", "rightUnit"),
        (right is None or right.id not in report.returned_by, "returned_before", "rightUnit"),
    )
    right = present(right)
    return ReportReturned(
        by_unit=own,
        right_unit=right,
        place=place_after(report, right, context),
        sent_at=present(report.sent_at),
    )


def evolve(report: Report, event: ReportReturned, line: Line) -> Report:
    return replace(
        report,
        sent_to=event.right_unit,
        sent_at=line.occurred_at,
        passed=report.passed + 1,
        returned_by=(*report.returned_by, event.by_unit.id),
        place=event.place,
    )


def since_it_came(report: Report, event: ReportReturned, context: DecisionContext) -> datetime:
    return event.sent_at


def head_who_returns(report: Report, event: ReportReturned, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(event.by_unit, context.at)


def that_passing(report: Report, event: ReportReturned, context: DecisionContext) -> tuple[str, ...]:
    return (str(report.passed - 1),)


def returned(report: Report, event: ReportReturned, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Returning meets the duty to return: in time or late, the line shows it."""
    return (DutyEnded(code=duty.RETURN_OF_REPORT.code, ref=str(report.passed - 1), how=DutyOutcome.MET),)


RETURN_REPORT = Action(
    kind=Kind.REPORT,
    command=ReturnReport,
    event=ReportReturned,
    stored_as="report.returned.1",
    asks=Label(vi="Trả lại vì sai địa bàn", en="Return the report"),
    tells=Label(vi="Đã trả lại thông tin sai địa bàn", en="Report returned"),
    may=(
        May(role=Role.INTAKE_OFFICER, scope=Scope.TARGET),
        May(role=Role.PROTECTION_WORKER, scope=Scope.TARGET),
    ),
    phases=frozenset({ReportPhase.FORWARDED}),
    needs_reason=True,
    basis=basis.FORWARD_INFORMATION,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(duty=duty.RETURN_OF_REPORT, since=since_it_came, answers=head_who_returns, refs=that_passing),
        ACKNOWLEDGE,
    ),
    ends=(Ends(duty=duty.ACKNOWLEDGEMENT, how=DutyOutcome.NOT_REQUIRED),),
    closes=returned,
)
