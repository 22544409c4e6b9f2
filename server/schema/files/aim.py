"""Why somebody reads: the purpose, and the reason where one is asked for; what of it is out of the ordinary."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from uuid import uuid5

from domain.access.follow_ups import signal
from domain.access.patterns import Pattern
from domain.access.state import Purpose
from domain.record.file import Request
from domain.record.refusal import Refused
from server.faults import CodedError, FaultCode
from server.schema.base.context import Context


@dataclass(frozen=True, slots=True)
class Aim:
    """For what somebody reads, and the reason for reading more than is usual."""

    purpose: Purpose
    reason: str | None = None


def aim_of(purpose: Purpose | None, reason: str | None) -> Aim | None:
    """None without a purpose: then nothing is opened."""
    return Aim(purpose, reason) if purpose is not None else None


async def told_to_guard(context: Context, patterns: tuple[Pattern, ...], purpose: Purpose) -> None:
    """A line to who guards the data, of what was tried beyond the limits: at once, once an hour."""
    standings, now = context.standings(), context.services.now()
    name = standings[0].name if standings else ""
    office = standings[0].office if standings else None
    for pattern in patterns:
        follow = signal(context.person, name, office.unit if office else None, pattern, purpose, now)
        with suppress(Refused):  # it was told within this hour
            await context.services.handler.handle(
                Request(
                    file_id=follow.file_id,
                    command=follow.command,
                    command_id=uuid5(follow.file_id, "signal"),
                    at=now,
                    rule="readings.1",
                )
            )


def read_much() -> CodedError:
    """What a client is told who has to give a reason first."""
    return CodedError(FaultCode.READING_LIMIT, "more was read within an hour than is usual: give `reason`")
