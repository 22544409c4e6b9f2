"""Record that a duty was not met in time: since when, which office answered, and who held it then."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from domain.law import basis
from domain.law.duty import BY_CODE
from domain.law.term import in_time
from domain.record.act import Action, DecisionContext, DutyEnded, DutyOutcome, Label, Line, Refusal, insist, present
from domain.record.answering import answering, last_moment
from domain.record.fields import PERSON, Clear, Names, OfficeRef, says
from domain.record.line import DutyStarted
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLapse:
    """Which duty on this file, by code and reference."""

    code: Annotated[str, says("Mã thời hạn đã quá", "Code of the duty that lapsed"), Names.DUTIES, Clear.LINK]
    ref: Annotated[str, says("Mã nội dung mà thời hạn áp dụng", "Reference of what the duty is about"), Clear.LINK] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyLapsed:
    """A duty ran out and goes on. `holder` held the answering office at the last moment of its time; None: vacant."""

    code: str
    ref: str
    since: Annotated[datetime, says("Thời điểm bắt đầu tính thời hạn", "Counted from")]
    due_at: Annotated[datetime, says("Thời điểm hết hạn", "Due at")]
    answers: Annotated[OfficeRef, says("Chức danh chịu trách nhiệm", "Office that answers for it")]
    holder: Annotated[UUID | None, says("Người giữ chức danh khi hết hạn", "Person who held that office then"), PERSON]
    holder_name: Annotated[
        str | None,
        says("Họ và tên người giữ chức danh khi hết hạn", "Name of who held that office then"),
        Clear.OFFICIAL,
    ]
    rule_version: Annotated[int, says("Phiên bản quy tắc tính thời hạn", "Version of the duty's rule")]
    found_at: Annotated[datetime, says("Thời điểm phát hiện quá hạn", "Found at")]


DUTY_NOT_RUNNING = Refusal("duty_not_running", vi="Thời hạn này không còn đang chạy.", en="This duty is not running.")
LAPSE_ALREADY_RECORDED = Refusal(
    "lapse_already_recorded", vi="Việc quá thời hạn này đã được ghi nhận.", en="This lapse was recorded already."
)
NOT_DUE_YET = Refusal("not_due_yet", vi="Thời hạn chưa hết.", en="The duty is not due yet.")


def decide(state: Any, command: RecordLapse, context: DecisionContext) -> DutyLapsed:
    key = (command.code, command.ref)
    running = context.file.running.get(key)
    insist((running is not None, DUTY_NOT_RUNNING))
    started = present(running)
    insist((is_late(started, context.at), NOT_DUE_YET), (key not in context.file.lapsed, LAPSE_ALREADY_RECORDED))
    office = answering(started, context.file, context.register, last_moment(started))
    tenure = context.register.holder(office.id, last_moment(started))
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
    command=RecordLapse,
    event=DutyLapsed,
    stored_as="duty.lapsed.1",
    asks=Label(vi="Ghi nhận quá thời hạn", en="Record a lapse"),
    tells=Label(vi="Đã quá thời hạn", en="Duty lapsed"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.HEADS_ANSWER,
    refuses=(DUTY_NOT_RUNNING, NOT_DUE_YET, LAPSE_ALREADY_RECORDED),
    decide=decide,
    evolve=evolve,
    closes=the_duty,
)
