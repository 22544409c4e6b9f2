"""What the acts on a separation share: from when its 15 days count, and the clock to its next end."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.case.clocks import chair_of_actor, now, own_ref, until_event
from domain.case.references import part
from domain.case.state.case import Case
from domain.case.state.protection import Separation, SeparationEnd
from domain.law import duty
from domain.record.action import Starts
from domain.record.file import DecisionContext
from domain.record.line import Line


def counted_from(case: Case, since: datetime) -> datetime:
    """From when the 15 days of a separation that begins at `since` count.

    One that ran out is not made good by a new order: its 15 days go on, unless something new became known since.
    """
    before = case.protection.separations[-1] if case.protection.separations else None
    if before is None or before.ended is not SeparationEnd.EXPIRED:
        return since
    news = case.news_at is not None and case.news_at > before.since
    return since if news else before.counted_from


def separated(case: Case, event: Any, counted: datetime, line: Line) -> Case:
    """The case once a separation is ordered whose 15 days count from `counted`."""
    separation = Separation(
        ref=event.ref,
        ground=event.ground,
        since=event.since,
        until=event.until,
        latest=event.latest,
        counted_from=counted,
        decided_at=line.occurred_at,
    )
    return replace(
        case,
        protection=replace(case.protection, separations=(*case.protection.separations, separation)),
        child_birth_year=event.child_birth_year,
        child_heard_at=line.occurred_at if event.child_view else case.child_heard_at,
    )


def first_day(case: Case, event: Any, context: DecisionContext) -> datetime:
    """From when the 15 days count."""
    return event.counted_from


def this_extension(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The separation and which extension of it: each end that is set anew is a clock of its own."""
    return (part(event.ref, event.extension),)


NEXT_END: Starts[Case, Any] = Starts(
    duty=duty.SEPARATION_END, since=now, answers=chair_of_actor, refs=this_extension, by_act=until_event
)
ORDERED: tuple[Starts[Case, Any], ...] = (
    Starts(duty=duty.SEPARATION_LIMIT, since=first_day, answers=chair_of_actor, refs=own_ref),
    Starts(duty=duty.COURT_PETITION, since=now, answers=chair_of_actor, refs=own_ref),
    Starts(duty=duty.SEPARATION_END, since=now, answers=chair_of_actor, refs=own_ref, by_act=until_event),
)
