"""What time alone brings to a file: orders that run out, and lapses, each with one id and so recorded once."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from domain.catalogue import UPON
from domain.record.file import File, Request
from domain.record.record_lapse import RecordLapse, is_late
from domain.record.vocabulary import BAOVE

OF_TIME = (RecordLapse, *(action.command for action in UPON.values()))


def lapse(file_id: UUID, code: str, ref: str, due_at: datetime, now: datetime) -> list[Request]:
    """The acts of the system for a duty whose time ran out: first the end of what it limits, then the lapse."""
    about = f"{file_id}:{code}:{ref}:{due_at.astimezone(UTC).isoformat()}"

    def request(command: Any, rule: str) -> Request:
        command_id = uuid5(BAOVE, f"{rule}:{about}")
        return Request(file_id=file_id, command=command, command_id=command_id, at=now, rule=f"clock.{rule}.1")

    ends = [request(UPON[code].command(), "expire")] if code in UPON else []
    return [*ends, request(RecordLapse(code=code, ref=ref), "lapse")]


def overdue(file: File, now: datetime) -> list[Request]:
    """What must be on the record before anything else is: nobody overtakes the clock by acting late."""
    late = sorted(
        (started.due_at, code, ref)
        for (code, ref), started in file.running.items()
        if (code, ref) not in file.lapsed and is_late(started, now)
    )
    return [request for due_at, code, ref in late for request in lapse(file.id, code, ref, due_at, now)]
