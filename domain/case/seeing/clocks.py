"""When the search for a child is a duty, under which number, and what ends it."""

from typing import Any

from domain.case.state.case import Case
from domain.record.file import DecisionContext
from domain.record.refusal import present


def met_child(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child was met: nothing else meets a duty to see it."""
    return event.sighting.met


def found_again(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child was met since the search for it began."""
    return event.sighting.met and case.contact.search is None


def searched_for(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the child is searched for from now on."""
    return case.contact.search is not None


def this_search(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The search that goes on."""
    return (present(case.contact.search).ref,)
