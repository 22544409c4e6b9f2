"""What time alone brings to a file: orders that run out, and lapses, each with one id and so recorded once."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID, uuid5

from domain.catalogue import UPON
from domain.record.due import is_late
from domain.record.file import File, Request
from domain.record.record_lapse import RecordLapse
from domain.record.recount_duty import RecountDuty
from domain.record.vocabulary import BAOVE

OF_TIME = (RecordLapse, RecountDuty, *(action.command for action in UPON.values()))


def lapse(file_id: UUID, code: str, ref: str, due_at: datetime, now: datetime) -> list[Request]:
    """The acts of the system for a duty whose time ran out: a recount, the end of what it limits, then the lapse.

    Where days off that were declared since give it more time, the recount is recorded, and nothing of the others.
    """
    ends = [(UPON[code].command(), "expire")] if code in UPON else []
    acts = ((RecountDuty(code=code, ref=ref), "recount"), *ends, (RecordLapse(code=code, ref=ref), "lapse"))
    about = f"{file_id}:{code}:{ref}:{due_at.astimezone(UTC).isoformat()}"
    return [
        Request(
            file_id=file_id,
            command=command,
            command_id=uuid5(BAOVE, f"{rule}:{about}"),
            at=now,
            rule=f"clock.{rule}.1",
        )
        for command, rule in acts
    ]


def recount(file_id: UUID, code: str, ref: str, due_at: datetime, now: datetime) -> list[Request]:
    """The act of the system that counts a running duty again by the days off that are known now."""
    return lapse(file_id, code, ref, due_at, now)[:1]


def overdue(file: File, now: datetime) -> list[Request]:
    """What must be on the record before anything else is: nobody overtakes the clock by acting late."""
    late = sorted(
        (started.due_at, code, ref)
        for (code, ref), started in file.running.items()
        if (code, ref) not in file.lapsed and is_late(started, now)
    )
    return [request for due_at, code, ref in late for request in lapse(file.id, code, ref, due_at, now)]
