"""Clocks that a report sets going on a case, and those that lapsed before the case was opened."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.clocks import running_refs
from domain.case.state.case import Case
from domain.law import duty
from domain.law.duty import Duty
from domain.record.act import DecisionContext, DutyEnded, DutyOutcome
from domain.record.fields import Kind


def from_receipt(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The receipt of the report that joins."""
    return event.received_at


def this_report(case: Case, event: Any) -> str:
    """Where no clock runs that could take the earlier receipt, nobody has weighed this report yet."""
    return str(len(case.reports))


def separation_clock(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The decision on a separation that waits already, if one does."""
    return running_refs(duty.SEPARATION_DECISION, context)


def from_first_receipt(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The first receipt of the report, not the day the case is opened."""
    return event.clock_start


def lapsed_unopened(*duties: Duty) -> Callable[[Case, Any, DecisionContext], tuple[DutyEnded, ...]]:
    """What lapsed of these while the report lay unopened lapsed once: its line stands on the report's file."""

    def ended(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
        source = context.other(event.report, Kind.REPORT)
        lapsed = source.lapsed if source is not None else set[tuple[str, str]]()
        return tuple(DutyEnded(code=d.code, ref="", how=DutyOutcome.LAPSED) for d in duties if (d.code, "") in lapsed)

    return ended
