"""Suspend a case whose child cannot be found after a search; no clock stops for it."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.case.clocks import chair_of_lead, now
from domain.case.state.case import LIVE, Case
from domain.case.who import CHAIR_OF_LEAD
from domain.law import basis, duty
from domain.record.action import Action, Starts
from domain.record.file import DecisionContext
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import insist, said
from domain.record.vocabulary import Kind, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspendCase:
    """How the child was searched for, and until when the case rests."""

    search: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSuspended:
    """The case rests until the instant, and is checked again within 30 days."""

    number: int
    search: Personal
    until: datetime


def decide(case: Case, command: SuspendCase, context: DecisionContext) -> CaseSuspended:
    insist(
        (case.suspended_until is None, "case_suspended"),
        (said(command.search), "search_required", "search"),
        (command.until > context.at, "end_already_past", "until"),
        (not case.grave, "risk_is_high"),
    )
    return CaseSuspended(number=case.suspensions + 1, search=context.text(command.search), until=command.until)


def evolve(case: Case, event: CaseSuspended, line: Line) -> Case:
    return replace(case, suspended_until=event.until, suspensions=event.number)


SUSPEND_CASE = Action(
    kind=Kind.CASE,
    command=SuspendCase,
    event=CaseSuspended,
    stored_as="case.suspended.1",
    asks=Label(vi="Tạm dừng vụ việc", en="Suspend the case"),
    tells=Label(vi="Đã tạm dừng vụ việc", en="Case suspended"),
    may=CHAIR_OF_LEAD,
    phases=LIVE,
    needs_reason=True,
    basis=basis.CARRY_OUT_PLAN,
    decide=decide,
    evolve=evolve,
    starts=(
        Starts(
            duty=duty.SUSPENDED_CHECK,
            since=now,
            answers=chair_of_lead,
            refs=lambda case, event, context: (str(event.number),),
        ),
    ),
)
