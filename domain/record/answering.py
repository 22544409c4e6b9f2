"""Who answers for a duty when its time runs out, and who is named in a lapse of a file that is still open."""

from datetime import datetime
from uuid import UUID

from domain.case.state.case import Case
from domain.law.duty import INITIAL_RISK, URGENT_MEASURES, Duty
from domain.record.file import DecisionContext
from domain.record.line import DutyStarted
from domain.record.refusal import present
from domain.record.register import Register
from domain.record.vocabulary import OfficeRef, Role
from domain.report.state import Report


def answering(started: DutyStarted, state: object, register: Register, at: datetime) -> OfficeRef:
    """The one office that answers for a running duty at the instant.

    It is the office named when the clock started, unless the lead of the case has passed on from its unit since,
    another commune has acknowledged the report, or the unit has been succeeded. Sending alone rids nobody of a
    duty. The clock itself stays as it is: who answers may change, the time a child waits may not.
    """
    unit, role = started.answers.unit, started.answers.role
    if (
        role is Role.COMMUNE_CHAIR
        and started.code in (INITIAL_RISK.code, URGENT_MEASURES.code)
        and isinstance(state, Report)
    ):
        taken = state.held_since is not None and state.held_since <= at and register.is_commune(state.holder, at)
        unit = present(state.holder) if taken else unit
    if role is Role.COMMUNE_CHAIR and isinstance(state, Case):
        for passed in state.handovers:
            unit = passed.to_unit if passed.at <= at and register.same(passed.from_unit, unit, at) else unit
    now = register.answerable(unit, role, at)
    return started.answers if now.unit.id == started.answers.unit.id else now


def answers_for_open_lapse(person: UUID | None, context: DecisionContext, but: Duty | None = None) -> bool:
    """Whether the person held the answering office when a lapse of this file, still open, came about.

    `but`: the duty that the act itself meets, so that a late decision does not bar its own making.
    """
    for key in context.file.lapsed:
        started = context.file.running.get(key)
        if started is None or (but is not None and started.code == but.code):
            continue
        office = answering(started, context.file.state, context.register, started.due_at)
        holder = context.register.holder(office.id, started.due_at)
        if holder is not None and holder.person == person:
            return True
    return False
