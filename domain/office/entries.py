"""Which lines of an office take effect at a time, and what must hold once one of them is read otherwise."""

from collections.abc import Iterator
from itertools import combinations

from domain.office.state import Office, Tenure
from domain.record.amending import Correction, Effects, entries_then, read_again
from domain.record.file import DecisionContext
from domain.record.line import Line

CAME = ("office.holder_appointed.1", "office.worker_appointed.1", "office.acting_appointed.1")
LEFT = ("office.tenure_ended.1", "office.worker_ended.1")
EFFECTS: Effects = {**dict.fromkeys(CAME, "since"), **dict.fromkeys(LEFT, "until"), "office.ended.1": "on"}


def holds(event: Correction, context: DecisionContext) -> Iterator[bool]:
    """Read so, nobody holds it beside another, whoever left held it before, and all was while the office was there."""
    now: Office = read_again(context.file, event, EFFECTS)
    held = [t for t in now.tenures if not t.acting]
    yield all(t.until is None or t.since <= t.until for t in now.tenures)
    yield not any(_at_once(one, other) for one, other in combinations(held, 2))
    yield all(_left(now, entry.line) for entry in entries_then(context.file, event, EFFECTS))
    yield all(context.register.exists(now.unit.id, t.since) for t in now.tenures if t.since == event.right)


def _at_once(one: Tenure, other: Tenure) -> bool:
    return one.lasts_beyond(other.since) and other.lasts_beyond(one.since)


def _left(office: Office, line: Line) -> bool:
    """Whether what the line says of somebody's leaving, if it says it, still stands."""
    event = line.event
    return line.stored_as not in LEFT or any((t.person, t.until) == (event.person, event.until) for t in office.tenures)
