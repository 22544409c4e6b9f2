"""The clock process: records each lapse, and does what follows from acts wherever that was lost.

Every act of the clock has a command id of its own making, so two clocks, a restart or a second look record nothing
twice. A lapse found late bears the true due instant: being down loses no lapse.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from psycopg.errors import UndefinedTable
from psycopg_pool import AsyncConnectionPool

from domain.catalogue import ACTIONS, BY_STORED_NAME, kind_begun_by
from domain.law.holidays import calendar
from domain.record.action import nothing_follows
from domain.record.due import is_late
from domain.record.file import Request
from domain.record.fold import history
from domain.record.refusal import Refused
from server.at_work import show_at_work
from server.away import is_away
from server.config import Config
from server.faults import place
from server.record.backlog import Backlog
from server.record.erasure import erase
from server.record.handle import Busy, Handler, folded, follow_ups
from server.record.keyring import Keyring
from server.record.mapper import load
from server.record.one_child import tell_what_waits
from server.record.overdue import lapse, overdue, recount
from server.record.store import Log, Overloaded, Unavailable
from server.services import services

OVERDUE = """
SELECT file_id, code, ref, due_at FROM read.duties
WHERE status = 'running' AND due_at <= %s AND (due_at < %s OR NOT inclusive)
ORDER BY due_at LIMIT 500
"""
COUNTED_BEFORE = """
SELECT file_id, code, ref, due_at FROM read.duties
WHERE status = 'running' AND NOT inclusive AND calendar_version < %s AND due_at > %s
"""
NEXT_DUE = "SELECT min(due_at) FROM read.duties WHERE status = 'running'"
UNFOLLOWED = """
SELECT t.file_id, t.version, t.position FROM read.trail t
WHERE t.stored_as = ANY(%s) AND t.position > %s
  AND NOT EXISTS (SELECT FROM read.trail e WHERE e.causation_id = t.id)
ORDER BY t.position LIMIT 500
"""
FOLLOWED = sorted({name for a in ACTIONS if a.follows is not nothing_follows for name in a.stored_names})
LONGEST_REST = timedelta(seconds=30)
RETRY_S, FAULT_S = 1.0, 10.0
SET_ASIDE = timedelta(minutes=1)
"""How long a file with which the clock cannot deal is left alone before it is tried again."""
logger = logging.getLogger(__name__)


class Clock:
    """One clock. `reader` is a pool that may read the projections; without a `keyring` it carries out no erasure.

    The projections only make it quick: of what they have not taken it looks into the files themselves. A file that
    it cannot deal with is set aside for a while, and all others go on.
    """

    def __init__(
        self, handler: Handler, log: Log, reader: AsyncConnectionPool[Any], keyring: Keyring | None = None
    ) -> None:
        self._handler, self._log, self._reader, self._keyring = handler, log, reader, keyring
        self._now = handler.now
        self._settled: set[tuple[UUID, str, str, datetime]] = set()
        self._counted_by, self._followed_to = calendar().version, 0
        self._not_in_duties, self._not_in_trail = (Backlog(name, log, reader) for name in ("duties", "trail"))
        self._looked_at: dict[UUID, tuple[int, datetime | None]] = {}
        self._followed, self._set_aside = dict[UUID, int](), dict[UUID, datetime]()
        self._matches = partial(tell_what_waits, handler, self._carefully)

    async def tick(self) -> int:
        """Record what is due: recounts, lapses, what follows from acts, erasures; says how many lines that were."""
        added, faults = 0, list[Exception]()
        for part in (self._erasures, self.recounts, self.lapses, self.follow, self._matches):
            try:
                added += await part()
            except Exception as fault:
                if _waits(fault):
                    raise
                faults.append(fault)  # the other parts do not wait for this one
        if faults:
            raise faults[0]
        return added

    async def lapses(self) -> int:
        """Record the lapses of duties past due."""
        added, now = 0, self._now()
        for file_id, code, ref, due_at in await self._rows(OVERDUE, [now, now]):
            key = (file_id, code, ref, due_at)
            if key in self._settled:
                continue  # the file has gone on, the read table has not yet seen it
            recorded = await self._carefully(file_id, partial(self.lapse, file_id, code, ref, due_at))
            if recorded is not None:
                self._settled.add(key)  # not before: what could not be recorded is tried again
            added += recorded or 0
        files = await self._not_in_duties.files()
        self._looked_at = {file_id: seen for file_id, seen in self._looked_at.items() if file_id in files}
        for file_id, last in files.items():
            seen, due_at = self._looked_at.get(file_id, (-1, None))
            if last != seen or (due_at is not None and due_at <= now):
                added += await self._carefully(file_id, partial(self._look_into, file_id, last, now)) or 0
        return added

    async def lapse(self, file_id: UUID, code: str, ref: str, due_at: datetime) -> int:
        """Record that a term ran out, then the lapse; 0 when the file says that there is none to record."""
        return await self._do(lapse(file_id, code, ref, due_at, self._now()))

    async def recounts(self) -> int:
        """Count the running duties again, once after days off were declared, so that people see when they end.

        What the read table does not show yet is counted again when it falls due.
        """
        now, version = self._now(), (await self._handler.register_cache.catch_up()).calendar.version
        if version == self._counted_by:
            return 0
        running = await self._rows(COUNTED_BEFORE, [version, now])
        added = [
            await self._carefully(file_id, partial(self._do, recount(file_id, code, ref, due_at, now)))
            for file_id, code, ref, due_at in running
        ]
        if None not in added:
            self._counted_by = version
        return sum(filter(None, added))

    async def _look_into(self, file_id: UUID, last: int, now: datetime) -> int:
        """Record what the file itself says is past due, and note when its next duty is."""
        file = folded(file_id, [load(stored) for stored in await self._log.history(file_id)])
        added = await self._do(overdue(file, now))
        waiting = (started.due_at for started in file.running.values() if not is_late(started, now))
        self._looked_at[file_id] = last, min(waiting, default=None)
        return added

    async def follow(self) -> int:
        """Do what follows from acts whose follow-up is not in the record."""
        added, all_done = 0, True
        for file_id, version, position in await self._rows(UNFOLLOWED, [FOLLOWED, self._followed_to]):
            recorded = await self._carefully(file_id, partial(self._follow_up, file_id, version))
            all_done = all_done and recorded is not None
            self._followed_to = position if all_done else self._followed_to
            added += recorded or 0
        files = await self._not_in_trail.files()
        self._followed = {file_id: last for file_id, last in self._followed.items() if file_id in files}
        for file_id, last in files.items():
            if self._followed.get(file_id) != last:
                recorded = await self._carefully(file_id, partial(self._follow_up, file_id))
                if recorded is not None:
                    self._followed[file_id] = last
                added += recorded or 0
        return added

    async def _follow_up(self, file_id: UUID, version: int | None = None) -> int:
        """Do what follows from this line of the file, or from any; what was done already adds nothing."""
        lines = [load(stored) for stored in await self._log.history(file_id)]
        told = list(history(file_id, kind_begun_by(lines[0].stored_as), BY_STORED_NAME, lines))
        chosen = told if version is None else [told[version - 1]]
        return sum([await self._do(follow_ups(line, state)) for line, _, state in chosen])

    async def _erasures(self) -> int:
        if self._keyring is None:
            return 0
        waiting = await self._keyring.approved_erasures()
        done = [await self._carefully(each, partial(erase, self._handler, self._keyring, each)) for each in waiting]
        return sum(filter(None, done))

    async def _carefully(self, file_id: UUID, work: Callable[[], Awaitable[int]]) -> int | None:
        """How many lines the work on one file recorded; None when it failed, or the file is set aside.

        It fails as a whole only where the database does.
        """
        if self._set_aside.get(file_id, self._now()) > self._now():
            return None
        try:
            return await work()
        except Busy:
            return None
        except Exception as fault:
            if _waits(fault):
                raise
            self._set_aside[file_id] = self._now() + SET_ASIDE
            logger.error("the clock sets file %s aside: %s", file_id, place(fault))
            return None

    async def _do(self, requests: Iterable[Request]) -> int:
        added = 0
        for request in requests:
            with suppress(Refused):  # the file says that there is nothing to record
                added += not (await self._handler.handle(request)).replayed
        return added

    async def rest(self) -> None:
        """Wait until the next duty is due, half a minute at most."""
        rows = await self._rows(NEXT_DUE, [])
        now = self._now()
        ahead = [due_at for _, due_at in self._looked_at.values() if due_at is not None and due_at > now]
        next_due = min((*ahead, *(row[0] for row in rows if row[0] is not None)), default=now + LONGEST_REST)
        wait = min(LONGEST_REST, max(next_due - now, timedelta(milliseconds=50)))
        await asyncio.sleep(wait.total_seconds())

    async def _rows(self, query: str, parameters: list[Any]) -> list[Any]:
        try:
            async with self._reader.connection() as connection:
                cursor = await connection.execute(query.encode(), parameters)
                return await cursor.fetchall()
        except UndefinedTable:  # before the projector's first start there is nothing to look into
            return []


async def run(config: Config) -> int:
    """Keep time until stopped by a signal; what the database cannot take now is tried again."""
    async with services(config) as opened:
        showing = asyncio.create_task(show_at_work(opened.reader), name="at work")
        working = asyncio.create_task(
            _keep(Clock(opened.handler, opened.log, opened.reader, opened.keyring)), name="clock"
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, working.cancel)
        with suppress(asyncio.CancelledError):
            await working
        showing.cancel()
    return 0


async def _keep(clock: Clock) -> None:
    while True:
        try:
            if not await clock.tick():
                await clock.rest()
        except Exception as fault:
            logger.warning("the clock waits: %s", place(fault))
            await asyncio.sleep(RETRY_S if _waits(fault) else FAULT_S)


def _waits(fault: Exception) -> bool:
    """Whether the database takes nothing now: no fault of a file or of ours."""
    return isinstance(fault, Overloaded | Unavailable) or is_away(fault)
