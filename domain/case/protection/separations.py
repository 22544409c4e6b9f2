"""What the acts on a separation share: whom they hear, from when the 15 days count, and which one holds."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.case.protection.refusals import SEPARATION_NOT_ACTIVE
from domain.case.state.case import Case
from domain.case.state.protection import Separation, SeparationEnd
from domain.record.act import Check, Refusal, insist, required, said
from domain.record.file import DecisionContext
from domain.record.line import Line

CHILD_AGE_UNKNOWN = Refusal(
    "child_age_unknown",
    vi="Phải ghi năm sinh (ước tính) của trẻ để biết có phải hỏi ý kiến trẻ không.",
    en="Give the child's (estimated) year of birth, so that it is known whether it must be heard.",
)
CHILD_VIEW_REQUIRED = Refusal(
    "child_view_required",
    vi="Trẻ từ 7 tuổi phải được hỏi ý kiến. Hãy ghi ý kiến của trẻ.",
    en="A child aged 7 or more must be heard. Record the child's view.",
)
CHILD_TO_BE_HEARD = (CHILD_AGE_UNKNOWN, CHILD_VIEW_REQUIRED)


def child_is_heard(case: Case, born: int | None, view: str | None, context: DecisionContext) -> list[Check]:
    """The checks for `insist` that a child from seven years on was heard before it is kept apart."""
    to_be_heard = born is not None and case.has_own_view(context.at, born)
    return [
        (born is not None, CHILD_AGE_UNKNOWN, "child_birth_year"),
        (not to_be_heard or said(view), CHILD_VIEW_REQUIRED, "child_view"),
    ]


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


def that_holds(case: Case, context: DecisionContext) -> Separation:
    """The separation that holds now; refuses when there is none such."""
    held = required(case.protection.separation, SEPARATION_NOT_ACTIVE)
    insist((context.at < held.until, SEPARATION_NOT_ACTIVE))
    return held


def prolonged(case: Case, event: Any, line: Line, **now: Any) -> Case:
    """The case once its separation goes on until the instant that the event sets."""
    held = case.protection.with_separation(
        event.ref, until=event.until, extensions=event.extension, decided_at=line.occurred_at, **now
    )
    return replace(case, protection=held)
