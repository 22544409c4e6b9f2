"""Clocks of a case that moves, ends or opens again: since when, for whom, and which end."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from domain.case.clocks import of_the_case
from domain.case.references import Matter
from domain.case.state.case import Case
from domain.law.duty import Duty
from domain.record.act import DecisionContext, DutyEnded, DutyOutcome
from domain.record.fields import OfficeRef
from domain.record.who import Role


def chair_of_target(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune that is offered the lead."""
    return context.register.answerable(event.to_unit, Role.COMMUNE_CHAIR, context.at)


def from_knowledge(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the death became known."""
    return event.known_at


def what_is_not_due_yet(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """What is not due yet is needed no more; what is overdue stays for the review."""
    ahead = (key for key in of_the_case(context) if context.file.running[key].due_at > context.at)
    return tuple(DutyEnded(code=code, ref=ref, how=DutyOutcome.NOT_REQUIRED) for code, ref in ahead)


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
    """When the new fact became known."""
    return event.known_at


def this_reopening(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The reopening, by its number."""
    return (Matter.REOPENING.ref(event.number),)


def this_transfer(case: Case, event: Any, context: DecisionContext) -> tuple[str, ...]:
    """The transfer that is passed up to the department."""
    return (Matter.TRANSFER.ref(case.transfers),)
