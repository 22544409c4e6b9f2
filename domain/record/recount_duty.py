"""Count a running duty again, after days off were declared: it may end later than was told, never earlier."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any

from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, Refusal, insist, present
from domain.record.due import DUTY_NOT_RUNNING, counted_now
from domain.record.fields import Clear, Names, says
from domain.record.file import File
from domain.record.line import DutyStarted
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecountDuty:
    """Which duty on this file, by code and reference."""

    code: Annotated[str, says("Mã thời hạn", "Code of the duty"), Names.DUTIES, Clear.LINK]
    ref: Annotated[str, says("Mã nội dung mà thời hạn áp dụng", "Reference of what the duty is about"), Clear.LINK] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRecounted:
    """The end that was told, the end that is counted now, and the documents whose days lie between."""

    code: Annotated[str, says("Mã thời hạn", "Code of the duty"), Names.DUTIES, Clear.LINK]
    ref: Annotated[str, says("Mã nội dung mà thời hạn áp dụng", "Reference of what the duty is about"), Clear.LINK]
    was_due_at: Annotated[datetime, says("Hạn đã báo trước đó", "The end that was told")]
    due_at: Annotated[datetime, says("Hạn tính lại", "The end as counted now")]
    documents: Annotated[
        tuple[str, ...], says("Văn bản công bố ngày nghỉ", "Documents that declared the days"), Clear.NUMBER
    ]


NOTHING_TO_RECOUNT = Refusal(
    "nothing_to_recount", vi="Ngày nghỉ không làm thay đổi thời hạn này.", en="No day off changes this duty's end."
)


def decide(state: Any, command: RecountDuty, context: DecisionContext) -> DutyRecounted:
    running, register = _in_time(command, context.file), context.register
    insist((running is not None, DUTY_NOT_RUNNING))
    started = present(running)
    due_at = counted_now(started, register)
    insist((due_at > started.due_at, NOTHING_TO_RECOUNT))
    return DutyRecounted(
        code=started.code,
        ref=started.ref,
        was_due_at=started.due_at,
        due_at=due_at,
        documents=register.documents_between(started.since, due_at, after=started.calendar_version),
    )


def _in_time(command: RecountDuty, file: File) -> DutyStarted | None:
    """The running duty, unless the record has told its lapse already: that stays told."""
    key = command.code, command.ref
    return None if key in file.lapsed else file.running.get(key)


def evolve(state: Any, event: DutyRecounted, line: Line) -> Any:
    return state


def anew(state: Any, event: DutyRecounted, context: DecisionContext) -> tuple[DutyStarted, ...]:
    started = context.file.running[event.code, event.ref]
    version = context.register.calendar.version
    return (replace(started, due_at=event.due_at, calendar_version=version),)


RECOUNT_DUTY: Action[Any, RecountDuty, DutyRecounted] = Action(
    command=RecountDuty,
    event=DutyRecounted,
    stored_as="duty.recounted.1",
    asks=Label(vi="Tính lại thời hạn theo ngày nghỉ", en="Count a duty again by the days off"),
    tells=Label(vi="Đã tính lại thời hạn theo ngày nghỉ đã công bố", en="Duty counted again by days off declared"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.DAYS_OFF,
    refuses=(DUTY_NOT_RUNNING, NOTHING_TO_RECOUNT),
    decide=decide,
    evolve=evolve,
    restarts=anew,
)
