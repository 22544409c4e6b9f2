"""The clocks of an office: no worker's post stays vacant, and holders are recorded the same day."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from domain.law.duty import WORKER_VACANCY, Duty
from domain.office.state import Office
from domain.record.action import Starts, owed
from domain.record.file import DecisionContext
from domain.record.refusal import present
from domain.record.units import midnight
from domain.record.vocabulary import OfficeRef, Role


class Dated(Protocol):
    """An event that takes effect at an instant."""

    @property
    def since(self) -> datetime: ...


class Ending(Protocol):
    """An event that ends a tenure at an instant."""

    @property
    def until(self) -> datetime: ...


class Limited(Protocol):
    """An event that gives the instant at which a tenure ends, if it does."""

    @property
    def until(self) -> datetime | None: ...


def is_worker(office: Office) -> bool:
    return office.ref is not None and office.ref.role is Role.PROTECTION_WORKER


def is_there(office: Office, since: datetime, context: DecisionContext) -> bool:
    """Whether the office's unit exists when somebody is to come into it, or now where that was earlier."""
    return context.register.exists(office.unit.id, max(since, context.at))


def chair_of_commune(office: Office, event: object, context: DecisionContext) -> OfficeRef:
    return context.register.answerable(office.unit, Role.COMMUNE_CHAIR, context.at)


def this_vacancy(office: Office, event: object, context: DecisionContext) -> tuple[str, ...]:
    """Each vacancy is a clock of its own, numbered by the tenures before it."""
    return (str(len(office.tenures)),)


def from_the_end(office: Office, event: Limited, context: DecisionContext) -> datetime:
    """Vacant from the end of the tenure, though not from before the file began."""
    return max(present(event.until), present(context.file.began_at))


def nobody_follows(office: Office, event: Limited, context: DecisionContext) -> bool:
    until = event.until
    return until is not None and is_worker(office) and not any(t.lasts_beyond(until) for t in office.tenures)


def vacant_from_the_end(*duties: Duty) -> tuple[Starts[Office, Any], ...]:
    """A worker's post falls vacant with the tenure that ends, where nobody follows."""
    return owed(*duties, since=from_the_end, answers=chair_of_commune, when=nobody_follows, refs=this_vacancy)


def in_post_when_due(since: datetime, until: datetime | None, context: DecisionContext) -> bool:
    """Whether somebody is in the post when the time of its vacancy runs out, or now where it has: a name is not enough.

    So it is where it is not vacant.
    """
    running = context.file.running.items()
    ends = [max(started.due_at, context.at) for (code, _), started in running if code == WORKER_VACANCY.code]
    return all(since <= end and (until is None or end < until) for end in ends)


def from_the_first_day(office: Office, event: Any, context: DecisionContext) -> datetime:
    """A post entered late is counted as vacant from its entry: who held it before comes next."""
    return max(midnight(event.since), context.occurred_at) if event.since else context.occurred_at


def needs_worker(office: Office, event: Any, context: DecisionContext) -> bool:
    """Whether it is a worker's post."""
    return is_worker(office)


def recorders_head(office: Office, event: object, context: DecisionContext) -> OfficeRef:
    return context.register.head_of(context.own_unit, context.at)


def on_coming(event: Dated) -> datetime:
    return event.since


def on_leaving(event: Ending) -> datetime:
    return event.until


def recorded_the_same_day(*duties: Duty, at: Callable[[Any], datetime] = on_coming) -> tuple[Starts[Office, Any], ...]:
    """What takes effect is to be recorded from that instant on, and the act that records it meets the duty."""

    def by_a_recorder(office: Office, event: Any, context: DecisionContext) -> bool:
        """What took effect before the file began, or the system entered, was not to be recorded that day."""
        began = context.file.began_at
        return context.by.role is Role.HOME_AFFAIRS_OFFICER and began is not None and at(event) >= began

    return owed(
        *duties,
        since=lambda office, event, context: at(event),
        answers=recorders_head,
        when=by_a_recorder,
        refs=lambda office, event, context: (str(context.file.version + 1),),
        met_at_once=True,
    )
