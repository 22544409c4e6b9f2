"""Clocks of an assessment: when they start, since when they count, who answers, and under which reference."""

from datetime import datetime
from typing import Any

from domain.case.clocks import in_time_refs, running_refs, told_already
from domain.case.state.case import Case, Phase
from domain.law import duty
from domain.record.act import DecisionContext
from domain.record.fields import OfficeRef


def to_be_decided(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a ground for a separation was found while none is in force, and its decision is not overdue already."""
    told = told_already(duty.SEPARATION_DECISION, from_the_news(case, event, context), context)
    return event.separation_ground is not None and case.protection.separation is None and not told


def from_the_news(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The first receipt; for a later assessment the news it answers, else the assessment itself."""
    if event.number == 1 and case.clock_start is not None:
        return case.clock_start
    refs = (
        *((duty.INITIAL_RISK.code, ref) for ref in running_refs(duty.INITIAL_RISK, context)),
        *((duty.URGENT_MEASURES.code, ref) for ref in in_time_refs(duty.URGENT_MEASURES, context)),
    )
    return min((context.file.running[key].since for key in refs), default=context.occurred_at)


def own_decision(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The decision that waits and is not overdue, else a new one under the number of the assessment."""
    return in_time_refs(duty.SEPARATION_DECISION, context) or ("" if event.number == 1 else str(event.number),)


def detail_needed(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the detailed assessment comes next."""
    return case.phase is Phase.ASSESSED


def meeting_to_hold(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the needs meeting is still to be held: in this round, or again in a case that was reopened."""
    return not case.plan.meeting_held or case.phase is Phase.DETAILED


def this_round(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The round that is under way."""
    return (str(case.plan.round),)


def head_of_body(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the body that is asked."""
    return context.register.head_of(event.from_body, context.at)


def not_yet_submitted(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the plan is still to be submitted: for the first time, or again in a case that was reopened."""
    return case.plan.submitted_at is None or case.phase is Phase.NEEDS_SET
