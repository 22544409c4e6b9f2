"""Refused attempts as lines, without flooding: so many lines at most for a person and an hour, whatever is tried.

What somebody tries within an hour has one file. The first time of each of the first KINDS things - an act, a file and
why it was refused - is told at once; the file itself refuses more, so that several processes keep one bound. All else
is counted, and each process that counted some tells it in one line when the hour is over or it stops; of somebody
without an office nothing else is told. What is asked for and not shown is written at the pace of the record alone, so
that nobody sees by it that there was something. A process that is killed loses its count of the hour.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field, replace
from uuid import UUID, uuid4, uuid5

from domain.attempt.note_attempt import NoteAttempt
from domain.attempt.state import KINDS, MANY
from domain.catalogue import BY_COMMAND
from domain.record.file import Request
from domain.record.refusal import Refused, present
from domain.record.vocabulary import BAOVE
from server.faults import place
from server.record.handle import Busy, Handler

HOUR_S = 3600
FLUSH_S = 60
WATCHED_MAX = 10_000
logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """What this process saw one person try within one hour and has not told yet, and by which command ids it will."""

    file_id: UUID
    hour: int
    seen: set[NoteAttempt] = field(default_factory=set[NoteAttempt])
    firsts: dict[NoteAttempt, UUID] = field(default_factory=dict[NoteAttempt, UUID])
    rest: NoteAttempt | None = None
    leaving: tuple[NoteAttempt, UUID] | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def add(self, tried: NoteAttempt) -> None:
        """Count one more with the rest: by its own name as long as it is the only one."""
        if self.rest is None:
            self.rest = replace(tried, first=False)
            return
        alone = replace(self.rest, first=True, times=1) == tried
        self.rest = replace(self.rest, file=self.rest.file if alone else MANY, times=self.rest.times + 1)


class AttemptLog:
    """Keeps count for one process."""

    def __init__(self, handler: Handler) -> None:
        self._handler = handler
        self._tallies: dict[UUID, Tally] = {}

    async def note(self, request: Request, refused: Refused, *, at_once: bool = True) -> None:
        """Count one refused attempt of a person, and write the line when it is time for one."""
        if request.person is None:
            return
        hour = int(self._handler.now().timestamp()) // HOUR_S
        file_id = uuid5(BAOVE, f"attempts:{request.person}:{hour}")
        if file_id not in self._tallies and len(self._tallies) >= WATCHED_MAX:
            await self.flush(everything=True)
        tally = self._tallies.setdefault(file_id, Tally(file_id, hour))
        tried = self._tried(request, refused)
        if tried.unit is None or tried in tally.seen or len(tally.seen) >= KINDS:
            tally.add(tried)
            return
        tally.seen.add(tried)
        tally.firsts[tried] = uuid4()
        if at_once:
            await self._tell_first(tally, tried)

    async def flush(self, *, everything: bool = False) -> None:
        """Write what waits, and what was counted in hours that are over, or `everything`."""
        now = int(self._handler.now().timestamp()) // HOUR_S
        for tally in list(self._tallies.values()):
            for tried in list(tally.firsts):
                await self._tell_first(tally, tried)
            if everything or tally.hour < now:
                await self._tell_rest(tally)

    async def keep_flushing(self) -> None:
        """Flush from time to time until cancelled."""
        while True:
            await asyncio.sleep(FLUSH_S)
            try:
                await self.flush()
            except Exception as fault:
                logger.error("attempts were not written yet: %s", place(fault))

    def _tried(self, request: Request, refused: Refused) -> NoteAttempt:
        standings = self._handler.register_cache.register.standings(request.person, self._handler.now())
        office = standings[0].office if standings else None
        return NoteAttempt(
            person=present(request.person),
            name=standings[0].name if standings else "",
            unit=office.unit if office else None,
            act=BY_COMMAND[type(request.command)].name,
            file=request.file_id,
            refusals=tuple(sorted({r.code for r in refused.reasons})),
            times=1,
            first=True,
        )

    async def _tell_first(self, tally: Tally, tried: NoteAttempt) -> None:
        """Tell the first of a kind; what another process told before, or is too much, goes with the rest."""
        async with tally.lock:
            if tried not in tally.firsts:
                return
            try:
                await self._write(tally, tried, tally.firsts[tried])
            except Busy:
                return  # at the next flush
            except Refused:
                tally.add(tried)
            del tally.firsts[tried]

    async def _tell_rest(self, tally: Tally) -> None:
        """Tell what was counted, and forget the hour once all is written."""
        async with tally.lock:
            while tally.leaving or tally.rest:
                if tally.leaving is None:
                    tally.leaving, tally.rest = (present(tally.rest), uuid4()), None
                await self._write(tally, *tally.leaving)
                tally.leaving = None
            if not tally.firsts:
                self._tallies.pop(tally.file_id, None)

    async def _write(self, tally: Tally, command: NoteAttempt, command_id: UUID) -> None:
        request = Request(
            file_id=tally.file_id,
            command=command,
            command_id=command_id,
            at=self._handler.now(),
            rule="attempts.1",
        )
        await self._handler.handle(request)
