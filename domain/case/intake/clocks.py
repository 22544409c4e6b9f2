"""Clocks that a report sets going on a case: since when, and under which reference."""

from datetime import datetime
from typing import Any

from domain.case.clocks import in_time_refs, open_to_news, unprotected
from domain.case.state.case import Case
from domain.law import duty
from domain.record.act import DecisionContext


def from_receipt(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The receipt of the report that joins."""
    return event.received_at


def danger_told(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether what the report tells may be a danger that nothing in force keeps off."""
    return open_to_news(case, event, context) and unprotected(case, event.received_at, context, event.harm_kinds)


def this_report(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The report that joins, by its number among those of the case."""
    return (str(len(case.reports)),)


def separation_clock(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The decision on a separation that waits and is not overdue, if one does."""
    return in_time_refs(duty.SEPARATION_DECISION, context)


def from_first_receipt(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The first receipt of the report, not the day the case is opened."""
    return event.clock_start
