"""What sending a report on comes to: where it then belongs, and who must acknowledge it."""

from datetime import datetime
from typing import Any

from domain.law import duty
from domain.record.act import DutyEnded, DutyOutcome, not_required
from domain.record.action import Starts
from domain.record.file import DecisionContext
from domain.record.refusal import present
from domain.record.vocabulary import OfficeRef, UnitRef
from domain.report.state import Report
from domain.unit.state import Level


def place_after(report: Report, to: UnitRef, context: DecisionContext) -> UnitRef:
    """A commune it is sent to becomes the place where it happened; any other body leaves the place be."""
    level = context.register.units[to.id].level
    return to if level is Level.COMMUNE else present(report.place)


def on_arrival(report: Report, event: Any, context: DecisionContext) -> datetime:
    return context.occurred_at


def head_of_target(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(present(report.sent_to), context.at)


def this_passing(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """Each time a report is sent on is a clock of its own."""
    return (str(report.passed),)


def reaches_the_place(report: Report, event: Any, context: DecisionContext) -> bool:
    """Whether the report has come to the commune where it happened."""
    return event.to_unit.id == event.place.id


def returned(report: Report, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Returning meets the duty to return: in time or late, the line shows it."""
    return (DutyEnded(code=duty.RETURN_OF_REPORT.code, ref=str(report.passed - 1), how=DutyOutcome.MET),)


NO_LONGER_REQUIRED = not_required(duty.FORWARDING, duty.INITIAL_RISK, duty.URGENT_MEASURES)
ACKNOWLEDGE: Starts[Report, Any] = Starts(
    duty=duty.ACKNOWLEDGEMENT, since=on_arrival, answers=head_of_target, refs=this_passing
)


def since_it_came(report: Report, event: Any, context: DecisionContext) -> datetime:
    return event.sent_at


def head_who_returns(report: Report, event: Any, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(event.by_unit, context.at)


def that_passing(report: Report, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The passing by which it had come to the unit that returns it."""
    return (str(report.passed - 1),)


RETURN: Starts[Report, Any] = Starts(
    duty=duty.RETURN_OF_REPORT, since=since_it_came, answers=head_who_returns, refs=that_passing
)
