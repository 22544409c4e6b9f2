"""Clocks of a plan: when they start and end, since when they count, who answers, and under which reference."""

from datetime import datetime
from typing import Any

from domain.case.clocks import in_time_refs
from domain.case.plan.items import clock_ref, clock_refs
from domain.case.references import Matter, number_of, part
from domain.case.state.case import Case
from domain.case.state.plan import Path
from domain.law import duty
from domain.law.term import end_of_day
from domain.record.act import DecisionContext, present
from domain.record.fields import OfficeRef
from domain.record.units import midnight


def to_be_separated(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the worker proposes a separation while none is in force."""
    return event.path is Path.SEPARATION and case.protection.separation is None


def goes_to_court(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the worker proposes that the court be asked."""
    return event.path is Path.COURT


def this_refusal(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The round that a carer refused."""
    return (part("carer", case.plan.round),)


def decision_that_waits(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The decision that waits and is not overdue, else a new one under the round that a carer refused."""
    return in_time_refs(duty.SEPARATION_DECISION, context) or this_refusal(case, event, context)


def department_is_told(case: Case, event: Any, context: DecisionContext) -> bool:
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


def this_visit(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The visit that the event tells of."""
    return (Matter.VISIT.ref(event.number),)


def this_item(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock reference of the item that the event tells of."""
    return (clock_ref(case.plan, event.item),)


def end_of_item(case: Case, event: Any, context: DecisionContext, clock: str) -> datetime:
    """When the clock `2.1` of an item ends: at 24:00 of the day that the plan sets."""
    return end_of_day(present(case.plan.item(number_of(clock))).due)


def head_of_provider(case: Case, event: Any, context: DecisionContext, clock: str) -> OfficeRef:
    """Who answers for the clock `2.1` of an item: the head of the unit it was given to."""
    return context.register.head_of(present(case.plan.item(number_of(clock))).provider, context.at)


def explained(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The clock references of the items that the review explains."""
    return clock_refs(case.plan, (u.item for u in event.unfinished))


def this_plan(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The plan of this round, passed up to the department."""
    return (Matter.PLAN.ref(case.plan.round),)


def round_before(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The round that was reviewed."""
    return (str(event.round - 1),)


def the_last_part(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether nothing of the item is left to deliver."""
    return event.finished
