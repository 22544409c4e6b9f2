"""Refused attempts as lines, without flooding: the 1st, 10th, 100th ... of an hour at once, the rest counted.

One attempt file per person, act, target, refusals and hour; who tries more than 100 targets within an hour is counted
from then on as trying many, whichever they are. What was counted but not yet written is written when the hour is over
or the process stops; a process that is killed loses at most the count since the last written line.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from domain.attempt.note_attempt import NoteAttempt
from domain.catalogue import BY_COMMAND
from domain.record.file import Request
from domain.record.refusal import Refused
from domain.record.vocabulary import BAOVE
from server.faults import place
from server.record.handle import Handler

HOUR_S = 3600
FLUSH_S = 60
WATCHED_MAX = 10_000
TARGETS_MAX = 100
MANY = UUID(int=0)
"""Stands for the file where many were tried."""
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """How often something was tried within one hour, and how much of that is written."""

    command: NoteAttempt
    hour: int
    times: int = 0
    written: int = 0


def is_power_of_ten(times: int) -> bool:
    """Whether it is the 1st, 10th, 100th ... time."""
    while times % 10 == 0:
        times //= 10
    return times == 1


class AttemptLog:
    """Keeps count for one process."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._counts: dict[UUID, Tally] = {}
        self._targets: defaultdict[tuple[UUID, int], set[UUID]] = defaultdict(set)

    async def note(self, request: Request, refused: Refused) -> None:
        """Count one refused attempt of a person, and write the line when it is time for one."""
        if request.person is None:
            return
        codes = tuple(sorted({r.code for r in refused.reasons}))
        act = BY_COMMAND[type(request.command)].name
        hour = int(self._handler.now().timestamp()) // HOUR_S
        target = self._target(request.person, hour, request.file_id)
        file_id = uuid5(BAOVE, f"attempt:{request.person}:{act}:{target}:{codes}:{hour}")
        count = self._counts.get(file_id)
        if count is None:
            if len(self._counts) >= WATCHED_MAX:
                await self.flush(everything=True)
            count = self._counts[file_id] = Tally(self._command(request, act, target, codes), hour)
        count.times += 1
        if is_power_of_ten(count.times):
            await self._write(file_id, count)

    async def flush(self, *, everything: bool = False) -> None:
        """Write what was counted in hours that are over, or `everything`."""
        now = int(self._handler.now().timestamp()) // HOUR_S
        for file_id, count in list(self._counts.items()):
            if everything or count.hour < now:
                await self._write(file_id, count)
                del self._counts[file_id]
        self._targets = defaultdict(set, {key: found for key, found in self._targets.items() if key[1] >= now})

    async def keep_flushing(self) -> None:
        """Flush from time to time until cancelled."""
        while True:
            await asyncio.sleep(FLUSH_S)
            try:
                await self.flush()
            except Exception as fault:
                logger.error("attempts were not written yet: %s", place(fault))

    def _target(self, person: UUID, hour: int, file_id: UUID) -> UUID:
        """The file that was tried, or MANY once the person has tried too many others in the hour."""
        tried = self._targets[person, hour]
        if file_id not in tried and len(tried) >= TARGETS_MAX:
            return MANY
        tried.add(file_id)
        return file_id

    def _command(self, request: Request, act: str, target: UUID, codes: tuple[str, ...]) -> NoteAttempt:
        standings = self._handler.register_cache.register.standings(request.person, self._handler.now())
        office = standings[0].office if standings else None
        return NoteAttempt(
            person=request.person or UUID(int=0),
            name=standings[0].name if standings else "",
            unit=office.unit if office else None,
            act=act,
            file=target,
            refusals=codes,
            times=0,
        )

    async def _write(self, file_id: UUID, count: Tally) -> None:
        if count.times == count.written:
            return
        times = count.times
        command = replace(count.command, times=times)
        request = Request(
            file_id=file_id,
            command=command,
            command_id=uuid5(file_id, str(times)),
            at=self._handler.now(),
            rule="attempts.1",
        )
        with suppress(Refused):  # another process wrote this count, before the person changed office
            await self._handler.handle(request)
        count.written = times
