"""Record that a duty was not met in time: since when, which office answered, and who held it then."""

from dataclasses import dataclass
from typing import Annotated, Any

from domain.law import basis, duty
from domain.record.above import told_above
from domain.record.act import (
    Action,
    DecisionContext,
    DutyEnded,
    DutyOutcome,
    Earlier,
    Label,
    Line,
    Refusal,
    insist,
    present,
)
from domain.record.due import DUTY_NOT_RUNNING, counted_now, is_late
from domain.record.fields import Clear, Names, says
from domain.record.holders import MOMENT, Held, answering, chain, others_for
from domain.record.lapses import Delegate, DutyLapsed, DutyLapsed1, DutyLapsed2
from domain.record.register import Register
from domain.record.who import May, Role, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLapse:
    """Which duty on this file, by code and reference."""

    code: Annotated[str, says("Mã thời hạn đã quá", "Code of the duty that lapsed"), Names.DUTIES, Clear.LINK]
    ref: Annotated[str, says("Mã nội dung mà thời hạn áp dụng", "Reference of what the duty is about"), Clear.LINK] = ""


LAPSE_ALREADY_RECORDED = Refusal(
    "lapse_already_recorded", vi="Việc quá thời hạn này đã được ghi nhận.", en="This lapse was recorded already."
)
NOT_DUE_YET = Refusal("not_due_yet", vi="Thời hạn chưa hết.", en="The duty is not due yet.")


def decide(state: Any, command: RecordLapse, context: DecisionContext) -> DutyLapsed:
    key = (command.code, command.ref)
    running = context.file.running.get(key)
    insist((running is not None, DUTY_NOT_RUNNING))
    started = present(running)
    late = is_late(started, context.at) and counted_now(started, context.register) == started.due_at
    insist((late, NOT_DUE_YET), (key not in context.file.lapsed, LAPSE_ALREADY_RECORDED))
    answers = answering(started, context.file, context.register)
    return DutyLapsed(
        code=started.code,
        ref=started.ref,
        since=started.since,
        due_at=started.due_at,
        answers=answers.office,
        holder=answers.holder,
        holder_name=answers.holder_name,
        held=chain(started, context.file, context.register),
        delegates=delegates(answers, context.register),
        others=others_for(answers, started, context.file, context.register),
        rule_version=started.rule_version,
        found_at=context.at,
    )


def delegates(answers: Held, register: Register) -> tuple[Delegate, ...]:
    """To whom the office's power was delegated at the last moment of its part."""
    at = answers.until - MOMENT
    given = [(d, register.holder(d.to_office.id, at)) for d in register.delegations_of(answers.office.id, at)]
    return tuple(
        Delegate(
            document_no=d.document_no,
            office=register.called(d.to_office, at),
            holder=tenure.person if tenure else None,
            holder_name=tenure.name if tenure else None,
        )
        for d, tenure in given
    )


def evolve(state: Any, event: DutyLapsed | DutyLapsed2 | DutyLapsed1, line: Line) -> Any:
    return state


def the_duty(state: Any, event: DutyLapsed, context: DecisionContext) -> tuple[DutyEnded, ...]:
    return (DutyEnded(code=event.code, ref=event.ref, how=DutyOutcome.LAPSED),)


RECORD_LAPSE: Action[Any, RecordLapse, DutyLapsed] = Action(
    command=RecordLapse,
    event=DutyLapsed,
    stored_as="duty.lapsed.3",
    asks=Label(vi="Ghi nhận quá thời hạn", en="Record a lapse"),
    tells=Label(vi="Đã quá thời hạn", en="Duty lapsed"),
    may=May.within(Scope.ANY, Role.SYSTEM),
    basis=basis.HEADS_ANSWER,
    cites=lambda event, context: context.file.running[event.code, event.ref].basis,
    refuses=(DUTY_NOT_RUNNING, NOT_DUE_YET, LAPSE_ALREADY_RECORDED),
    decide=decide,
    evolve=evolve,
    starts=told_above(duty.REPEATED_LAPSES),
    closes=the_duty,
    earlier=(
        Earlier(event=DutyLapsed2, stored_as="duty.lapsed.2", evolve=evolve),
        Earlier(event=DutyLapsed1, stored_as="duty.lapsed.1", evolve=evolve),
    ),
)
