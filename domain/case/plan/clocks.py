"""Clocks of a plan: what starts them, since when, and under which reference."""

from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_lead, danger_unanswered, now, running_or
from domain.case.plan.items import clock_refs
from domain.case.references import Matter, part
from domain.case.state.case import Case
from domain.case.state.plan import Path, Safety
from domain.law import duty
from domain.record.act import DecisionContext, Starts
from domain.record.register import midnight


def to_be_separated(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the worker proposes a separation while none is in force."""
    return event.path is Path.SEPARATION and case.protection.separation is None


def refused_round(case: Case, event: Any) -> str:
    """The round in which a carer refused the plan."""
    return part("carer", case.plan.round)


def told(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the health department is told."""
    return event.tells_health_department


def without_meeting(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the plan comes before the needs meeting, as in an urgent case."""
    return not case.plan.meeting_held


def from_assessment(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The assessment that shows the urgency."""
    return case.assessed_at or context.occurred_at


def all_items(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock references of all items of the plan."""
    return clock_refs(case.plan, (i.ref for i in case.plan.items))


def planned_end(case: Case, event: Any, context: DecisionContext) -> datetime:
    """The last day of the plan, which the review must not precede."""
    return midnight(event.ends_on)


def added(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock references of the items added."""
    return clock_refs(case.plan, event.added)


def dropped(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock references of the items dropped."""
    return clock_refs(case.plan, event.dropped)


def found_danger(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the visit found danger that nothing answers yet."""
    return event.safety is Safety.DANGER and danger_unanswered(case, event, context)


def this_visit(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The visit that the event tells of."""
    return (Matter.VISIT.ref(event.number),)


CARER_REFUSES: Starts[Case, Any] = Starts(
    duty=duty.SEPARATION_DECISION,
    since=now,
    answers=chair_of_lead,
    when=to_be_separated,
    refs=running_or(duty.SEPARATION_DECISION, refused_round),
)
