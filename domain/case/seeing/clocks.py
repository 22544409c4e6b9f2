"""When the search for a child is a duty, under which number, and what ends it."""

from typing import Any

from domain.case.state.case import Case
from domain.law.duty import INITIAL_RISK
from domain.record.file import DecisionContext
from domain.record.refusal import present


def met_child(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child was met: nothing else meets a duty to see it."""
    return event.sighting.met


def told_before(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The reports that had come when the child was met: what was told later is not weighed by it."""
    waiting = ((ref, started) for (code, ref), started in context.file.running.items() if code == INITIAL_RISK.code)
    return tuple(ref for ref, started in waiting if started.since <= context.occurred_at)


def found_again(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child was met since the search for it began."""
    return event.sighting.met and case.contact.search is None


def searched_for(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child is searched for from now on."""
    return case.contact.search is not None


def this_search(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The search that goes on."""
    return (present(case.contact.search).ref,)
