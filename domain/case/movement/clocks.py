"""Clocks of a case that moves, ends or opens again: since when, for whom, and which end."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.clocks import knew_then, of_the_case
from domain.case.references import Matter
from domain.case.state.case import LIVE, Case
from domain.law.duty import Duty
from domain.record.act import DecisionContext, DutyEnded, DutyOutcome
from domain.record.fields import OfficeRef
from domain.record.line import DutyStarted
from domain.record.who import Role


def chair_of_target(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune that is offered the lead."""
    return context.register.answerable(event.to_unit, Role.COMMUNE_CHAIR, context.at)


def from_knowledge(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the death became known."""
    return event.known_at


def head_of_who_tells(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The head of the body that knew: nobody else could have told it."""
    return context.register.head_of(context.own_unit, context.at)


def what_is_not_due_yet(but: tuple[Duty, ...]) -> Callable[[Case, Any, DecisionContext], tuple[DutyEnded, ...]]:
    """What is not due yet is needed no more, but for those named; what is overdue stays for the review."""
    kept = {d.code for d in but}

    def ended(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
        return tuple(
            DutyEnded(code=code, ref=ref, how=DutyOutcome.NOT_REQUIRED)
            for code, ref in of_the_case(context)
            if context.file.running[code, ref].due_at > context.at and code not in kept
        )

    return ended


def what_the_death_ended(case: Case, event: Any, context: DecisionContext) -> tuple[DutyStarted, ...]:
    """The clocks that the line found not to be required by which the child was taken to be dead, as they were."""
    by = {(told.settled_in, DutyOutcome.NOT_REQUIRED) for told in case.deaths if told.number == event.number}
    return tuple(context.file.begun[key] for key, end in context.file.ended.items() if end in by)


def what_the_merging_ended(case: Case, event: Any, context: DecisionContext) -> tuple[DutyStarted, ...]:
    """The clocks that the line ended by which the case was merged, as they were."""
    merged_in = context.file.state.merged_in
    by = (merged_in, DutyOutcome.NOT_REQUIRED)
    return tuple(context.file.begun[key] for key, end in context.file.ended.items() if end == by)


def goes_on(case: Case, event: Any, context: DecisionContext) -> bool:
    """Whether the case lives once the act is done."""
    return case.phase in LIVE


def this_death(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The confirmation that was annulled, by the number of the death."""
    return (Matter.DEATH.ref(event.number),)


def all_that_runs(met: Duty, but: tuple[Duty, ...]) -> Callable[[Case, Any, DecisionContext], tuple[DutyEnded, ...]]:
    """The one duty is met, and nothing else that runs is required any more, but for those named."""
    kept = {d.code for d in but}

    def ended(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
        return tuple(
            DutyEnded(code=code, ref=ref, how=DutyOutcome.MET if code == met.code else DutyOutcome.NOT_REQUIRED)
            for code, ref in of_the_case(context)
            if code not in kept
        )

    return ended


def since_known(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the new fact became known to who leads; to others it is told with the line."""
    return knew_then(case, event.known_at, context)


def this_reopening(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The reopening, by its number."""
    return (Matter.REOPENING.ref(event.number),)


def this_transfer(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The transfer that is passed up to the department."""
    return (Matter.TRANSFER.ref(case.transfers),)
