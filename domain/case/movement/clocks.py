"""Clocks of a case that moves, ends or opens again: since when, for whom, and which end."""

from datetime import datetime
from typing import Any

from domain.case.references import Matter
from domain.case.state.case import Case
from domain.law import duty
from domain.record.act import DecisionContext, DutyEnded, DutyOutcome
from domain.record.fields import OfficeRef
from domain.record.who import Role


def chair_of_target(case: Case, event: Any, context: DecisionContext) -> OfficeRef:
    """The Chair of the commune that is offered the lead."""
    return context.register.answerable(event.to_unit, Role.COMMUNE_CHAIR, context.at)


def from_knowledge(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the death became known."""
    return event.known_at


def clocks_that_end(case: Case, event: Any, context: DecisionContext) -> tuple[DutyEnded, ...]:
    """Recording is met; what is not due yet is needed no more; what is overdue stays for the review."""
    ahead = (key for key, started in context.file.running.items() if started.due_at > context.at)
    met = DutyEnded(code=duty.DEATH_RECORD.code, ref="", how=DutyOutcome.MET)
    return (met, *(DutyEnded(code=code, ref=ref, how=DutyOutcome.NOT_REQUIRED) for code, ref in ahead))


def since_known(case: Case, event: Any, context: DecisionContext) -> datetime:
    """When the new fact became known."""
    return event.known_at


def reopening(case: Case, event: Any) -> str:
    """Unless a report that joined the ended case has set the clock going already."""
    return Matter.REOPENING.ref(event.number)
