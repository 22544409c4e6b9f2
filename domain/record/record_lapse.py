"""Record that a duty was not met in time: since when, which office answered, and who held it then."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.law import basis
from domain.law.duty import BY_CODE
from domain.law.term import in_time
from domain.record.action import Action, May, Scope
from domain.record.answering import answering
from domain.record.file import DecisionContext
from domain.record.line import DutyEnded, DutyOutcome, DutyStarted, Line
from domain.record.refusal import insist, present
from domain.record.vocabulary import Label, OfficeRef, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLapse:
    """Which duty on this file, by code and reference."""

    code: str
    ref: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed:
    """A duty ran out and goes on. `holder` is who held the answering office then; None: it was vacant."""

    code: str
    ref: str
    since: datetime
    due_at: datetime
    answers: OfficeRef
    holder: UUID | None
    holder_name: str | None
    rule_version: int
    found_at: datetime


def decide(state: Any, command: RecordLapse, context: DecisionContext) -> DutyLapsed:
    key = (command.code, command.ref)
    running = context.file.running.get(key)
    insist((running is not None, "duty_not_running"))
    started = present(running)
    insist(
        (is_late(started, context.at), "not_due_yet"),
        (key not in context.file.lapsed, "lapse_already_recorded"),
    )
    office = answering(started, state, context.register, started.due_at)
    tenure = context.register.holder(office.id, started.due_at)
    return DutyLapsed(
        code=started.code,
        ref=started.ref,
        since=started.since,
        due_at=started.due_at,
        answers=office,
        holder=tenure.person if tenure else None,
        holder_name=tenure.name if tenure else None,
        rule_version=started.rule_version,
        found_at=context.at,
    )


def is_late(started: DutyStarted, at: datetime) -> bool:
    """Whether the duty is overdue at the instant, by the version of the rule it was counted with."""
    rule = next(r for r in BY_CODE[started.code].rules if r.version == started.rule_version)
    return not in_time(rule.term_for(started.answers.unit.code), started.due_at, at)


def evolve(state: Any, event: DutyLapsed, line: Line) -> Any:
    return state


def the_duty(state: Any, event: DutyLapsed, context: DecisionContext) -> tuple[DutyEnded, ...]:
    return (DutyEnded(code=event.code, ref=event.ref, how=DutyOutcome.LAPSED),)


RECORD_LAPSE: Action[Any, RecordLapse, DutyLapsed] = Action(
    kind=None,
    command=RecordLapse,
    event=DutyLapsed,
    stored_as="duty.lapsed.1",
    asks=Label(vi="Ghi nhận quá thời hạn", en="Record a lapse"),
    tells=Label(vi="Đã quá thời hạn", en="Duty lapsed"),
    may=(May(role=Role.SYSTEM, scope=Scope.ANY),),
    basis=basis.HEADS_ANSWER,
    decide=decide,
    evolve=evolve,
    closes=the_duty,
)
