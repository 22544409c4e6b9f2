"""Which clocks an assessment of the initial risk starts, and since when they count."""

from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead, now, running_refs
from domain.case.state.case import Case, Phase
from domain.law import duty
from domain.record.act import DecisionContext, Starts


def separation_to_decide(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether a ground for a separation was found while none is in force."""
    return event.separation_ground is not None and case.protection.separation is None


def from_what_it_answers(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The first receipt; for a later assessment the news it answers, else the assessment itself."""
    if event.number == 1 and case.clock_start is not None:
        return case.clock_start
    news = [
        context.file.running[answered.code, ref].since
        for answered in (duty.INITIAL_RISK, duty.URGENT_MEASURES)
        for ref in running_refs(answered, context)
    ]
    return min(news, default=context.occurred_at)


def separation_ref(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The decision that waits already, else a new one under the number of the assessment."""
    return running_refs(duty.SEPARATION_DECISION, context) or ("" if event.number == 1 else str(event.number),)


def detail_needed(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the detailed assessment comes next."""
    return case.phase is Phase.ASSESSED


ASSESSED: tuple[Starts[Case, Any], ...] = (
    Starts(
        duty=duty.SEPARATION_DECISION,
        since=from_what_it_answers,
        answers=chair_of_lead,
        when=separation_to_decide,
        refs=separation_ref,
    ),
    Starts(duty=duty.DETAILED_ASSESSMENT, since=now, answers=chair_of_lead, when=detail_needed),
)
