"""Who answers for a duty when its time runs out, and who is named in a lapse of a file that is still open."""

from datetime import datetime, timedelta
from uuid import UUID

from domain.law.duty import Duty
from domain.record.file import DecisionContext, File
from domain.record.line import DutyStarted
from domain.record.register import Register
from domain.record.vocabulary import OfficeRef

MOMENT = timedelta(microseconds=1)


def answering(started: DutyStarted, file: File, register: Register, at: datetime) -> OfficeRef:
    """The one office that answers for a running duty of the file at the instant.

    It is the office named when the clock started, unless the file says that its unit has passed the duty on, or the
    unit has been succeeded. The clock itself stays as it is: who answers may change, the time a child waits may not.
    """
    unit = file.kind.answers_in(started, file.state, register, at)
    now = register.answerable(unit, started.answers.role, at)
    return started.answers if now.unit.id == started.answers.unit.id else now


def last_moment(started: DutyStarted) -> datetime:
    """The last moment of a duty's time: whoever came to the office at the very end of it had none of it."""
    return max(started.since, started.due_at - MOMENT)


def answers_for_open_lapse(person: UUID | None, context: DecisionContext, but: Duty | None = None) -> bool:
    """Whether the person held the answering office when a lapse of this file, still open, came about.

    `but`: the duty that the act itself meets, so that a late decision does not bar its own making.
    """
    for key in context.file.lapsed:
        started = context.file.running.get(key)
        if started is None or (but is not None and started.code == but.code):
            continue
        office = answering(started, context.file, context.register, last_moment(started))
        holder = context.register.holder(office.id, last_moment(started))
        if holder is not None and holder.person == person:
            return True
    return False
