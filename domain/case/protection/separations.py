"""What the acts on a separation share: whom they hear, from when the 15 days count, and which one holds."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Protocol

from domain.case.protection.against import AT_LEAST, time_away
from domain.case.protection.refusals import SEPARATION_NOT_ACTIVE, SEPARATION_TOO_LONG, SEPARATION_TOO_SHORT
from domain.case.refusals import END_ALREADY_PAST
from domain.case.state.case import Case
from domain.case.state.protection import Separation
from domain.law import duty
from domain.record.act import Check, Refusal, insist, required, said
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.refusals import FIELD_REQUIRED

CHILD_AGE_UNKNOWN = Refusal(
    "child_age_unknown",
    vi="Phải ghi năm sinh (ước tính) của trẻ em để biết có phải hỏi ý kiến trẻ em hay không.",
    en="Give the child's (estimated) year of birth, so that it is known whether it must be heard.",
)
CHILD_VIEW_REQUIRED = Refusal(
    "child_view_required",
    vi="Trẻ em từ đủ 7 tuổi phải được hỏi ý kiến. Đề nghị ghi ý kiến của trẻ em.",
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


class KeptFromHome(Protocol):
    """What an order says that takes a child from home, whatever it is called."""

    @property
    def carer_name(self) -> str | None: ...
    @property
    def placement(self) -> str | None: ...
    @property
    def child_view(self) -> str | None: ...


def checks_away(case: Case, asked: KeptFromHome, born: int | None, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of what takes a child from home: it was heard, and who cares for it where is known."""
    return [
        *child_is_heard(case, born, asked.child_view, context),
        (said(asked.carer_name), FIELD_REQUIRED, "carer_name"),
        (said(asked.placement), FIELD_REQUIRED, "placement"),
    ]


SEPARATION_REFUSALS = (END_ALREADY_PAST, SEPARATION_TOO_LONG, SEPARATION_TOO_SHORT, *CHILD_TO_BE_HEARD)


class SeparationAsked(KeptFromHome, Protocol):
    """What an order of a separation says."""

    @property
    def until(self) -> datetime: ...


def checks_separation(case: Case, asked: SeparationAsked, born: int | None, context: DecisionContext) -> list[Check]:
    """The checks for `insist` of a separation: how long it is to last, and what each asks that takes a child away."""
    since, until = context.occurred_at, asked.until
    return [
        (until > since, END_ALREADY_PAST, "until"),
        (until <= latest_end(case, since), SEPARATION_TOO_LONG, "until"),
        (until - since >= AT_LEAST or until <= since, SEPARATION_TOO_SHORT, "until"),
        *checks_away(case, asked, born, context),
    ]


def counted_from(case: Case, since: datetime) -> datetime:
    """From when the 15 days of a separation that begins at `since` count.

    All the time that the child was kept from home because of the same danger is part of them.
    """
    return since - time_away(case, since)


def latest_end(case: Case, since: datetime) -> datetime:
    """The end of the 15 days of a separation, or of what is one by another name, that begins at `since`."""
    return duty.due_at(duty.SEPARATION_LIMIT, counted_from(case, since)).instant


def separated(case: Case, event: Any, counted: datetime, line: Line, assessment: int | None = None) -> Case:
    """The case once a separation is ordered whose 15 days count from `counted`."""
    separation = Separation(
        ref=event.ref,
        ground=event.ground,
        assessment=assessment,
        since=event.since,
        until=event.until,
        latest=event.latest,
        counted_from=counted,
        decided_at=line.occurred_at,
    )
    return replace(
        case,
        protection=replace(case.protection, separations=(*case.protection.separations, separation)),
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
