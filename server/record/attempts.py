"""Refused attempts as lines, without flooding: so many lines at most for a person and an hour, whatever is tried.

The first KINDS things that somebody tries in an hour - an act, a file and why it was refused - have an attempt file
each; all else of that hour is counted in one, and all that somebody without an office tries. In each the 1st, 10th,
100th ... time is written at once, the rest when the hour is over or the process stops. What is asked for and not shown
is written at the pace of the record alone, so that nobody sees by it that there was something. A process that is killed
loses at most the count since the last written line.
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
KINDS = 10
"""Project default: of so many things tried in an hour each is told by itself."""
MANY = UUID(int=0)
"""Stands for the file where many things were tried."""
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """How often something was tried within one hour, and how much of that is written."""

    command: NoteAttempt
    hour: int
    times: int = 0
    written: int = 0
    waits: bool = False
    """Whether it is to be written at the next flush."""


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
        self._kinds: defaultdict[tuple[UUID, int], set[UUID]] = defaultdict(set)

    async def note(self, request: Request, refused: Refused, *, at_once: bool = True) -> None:
        """Count one refused attempt of a person, and write the line when it is time for one."""
        if request.person is None:
            return
        hour = int(self._handler.now().timestamp()) // HOUR_S
        codes = tuple(sorted({r.code for r in refused.reasons}))
        file_id, target = self._counted_in(request, codes, hour)
        count = self._counts.get(file_id)
        if count is None:
            if len(self._counts) >= WATCHED_MAX:
                await self.flush(everything=True)
            act = BY_COMMAND[type(request.command)].name
            count = self._counts[file_id] = Tally(self._command(request, act, target, codes), hour)
        count.times += 1
        if not at_once:
            count.waits = True
        elif is_power_of_ten(count.times):
            await self._write(file_id, count)

    async def flush(self, *, everything: bool = False) -> None:
        """Write what waits, what was counted in hours that are over, or `everything`."""
        now = int(self._handler.now().timestamp()) // HOUR_S
        for file_id, count in list(self._counts.items()):
            over = everything or count.hour < now
            if over or count.waits:
                await self._write(file_id, count)
            if over:
                del self._counts[file_id]
        self._kinds = defaultdict(set, {key: found for key, found in self._kinds.items() if key[1] >= now})

    async def keep_flushing(self) -> None:
        """Flush from time to time until cancelled."""
        while True:
            await asyncio.sleep(FLUSH_S)
            try:
                await self.flush()
            except Exception as fault:
                logger.error("attempts were not written yet: %s", place(fault))

    def _counted_in(self, request: Request, codes: tuple[str, ...], hour: int) -> tuple[UUID, UUID]:
        """The attempt file that counts it, and of which file it tells: MANY where all the rest is counted."""
        act, person = BY_COMMAND[type(request.command)].name, request.person or UUID(int=0)
        own = uuid5(BAOVE, f"attempt:{person}:{act}:{request.file_id}:{codes}:{hour}")
        kinds = self._kinds[person, hour]
        holds = self._handler.register_cache.register.standings(person, self._handler.now())
        if own not in kinds and (len(kinds) >= KINDS or not holds):
            return uuid5(BAOVE, f"attempt:{person}:{MANY}:{hour}"), MANY
        kinds.add(own)
        return own, request.file_id

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
        times, count.waits = count.times, False
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
