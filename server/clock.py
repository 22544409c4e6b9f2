"""The clock process: records each lapse, and does what follows from acts wherever that was lost.

Every act of the clock has a command id of its own making, so two clocks, a restart or a second look record nothing
twice. A lapse found late bears the true due instant: being down loses no lapse.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import OperationalError, connect
from psycopg.errors import UndefinedTable
from psycopg_pool import AsyncConnectionPool

from domain.catalogue import ACTIONS, BY_STORED_NAME, kind_begun_by
from domain.record.action import nothing_follows
from domain.record.file import Request
from domain.record.fold import history
from domain.record.refusal import Refused
from server.config import Config
from server.record.erasure import carry_out
from server.record.handle import Busy, Handler, follow_ups
from server.record.keyring import Keyring
from server.record.mapper import load
from server.record.overdue import lapse
from server.record.store import Log, Overloaded, Unavailable
from server.services import services

OVERDUE = """
SELECT file_id, code, ref, due_at FROM read.duties
WHERE status = 'running' AND due_at <= %s AND (due_at < %s OR NOT inclusive)
ORDER BY due_at LIMIT 500
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
RETRY_S = 1.0
AT_WORK = 7203452119  # any constant: an advisory lock that every clock shares
LOCKED = """
SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
logger = logging.getLogger(__name__)


class Clock:
    """One clock. `reader` is a pool that may read the projections; without a `keyring` it carries out no erasure."""

    def __init__(
        self, handler: Handler, log: Log, reader: AsyncConnectionPool[Any], keyring: Keyring | None = None
    ) -> None:
        self._handler, self._log, self._reader, self._keyring = handler, log, reader, keyring
        self._now = handler.now
        self._settled: set[tuple[UUID, str, str, datetime]] = set()
        self._followed_to = 0

    async def tick(self) -> int:
        """Record every lapse that is due, then what follows from acts, then erasures; says how many lines that were."""
        erased = await carry_out(self._handler, self._keyring) if self._keyring else 0
        return await self.lapses() + await self.follow() + erased

    async def lapses(self) -> int:
        """Record the lapses of duties past due."""
        added, now = 0, self._now()
        for file_id, code, ref, due_at in await self._rows(OVERDUE, [now, now]):
            key = (file_id, code, ref, due_at)
            if key in self._settled:
                continue  # the file has gone on, the read table has not yet seen it
            added += await self.lapse(file_id, code, ref, due_at)
            self._settled.add(key)  # not before: what the database could not take is tried again
        return added

    async def lapse(self, file_id: UUID, code: str, ref: str, due_at: datetime) -> bool:
        """Record that a term ran out, then the lapse; False when the file says that there is none to record."""
        return any([await self._do(request) for request in lapse(file_id, code, ref, due_at, self._now())])

    async def follow(self) -> int:
        """Do what follows from acts whose follow-up is not in the record."""
        added = 0
        rows = await self._rows(UNFOLLOWED, [FOLLOWED, self._followed_to])
        for file_id, version, _ in rows:
            for request in await self._owed(file_id, version):
                added += await self._do(request)
        if rows:
            self._followed_to = rows[-1][2]
        return added

    async def _owed(self, file_id: UUID, version: int) -> list[Request]:
        lines = [load(s) for s in await self._log.history(file_id)][:version]
        *_, (line, _, state) = history(file_id, kind_begun_by(lines[0].stored_as), BY_STORED_NAME, lines)
        return follow_ups(line, state)

    async def _do(self, request: Request) -> bool:
        try:
            answered = await self._handler.handle(request)
        except Refused:
            return False
        return not answered.replayed

    async def rest(self) -> None:
        """Wait until the next duty is due, half a minute at most."""
        rows = await self._rows(NEXT_DUE, [])
        wait = LONGEST_REST
        if rows and rows[0][0] is not None:
            wait = min(wait, max(rows[0][0] - self._now(), timedelta(milliseconds=50)))
        await asyncio.sleep(wait.total_seconds())

    async def _rows(self, query: str, parameters: list[Any]) -> list[Any]:
        async with self._reader.connection() as connection:
            cursor = await connection.execute(query.encode(), parameters)
            return await cursor.fetchall()


async def run(config: Config) -> int:
    """Keep time until stopped by a signal; what the database cannot take now is tried again."""
    async with services(config) as opened:
        showing = asyncio.create_task(_show_at_work(opened.reader), name="at work")
        working = asyncio.create_task(
            _keep(Clock(opened.handler, opened.log, opened.reader, opened.keyring)), name="clock"
        )
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, working.cancel)
        with suppress(asyncio.CancelledError):
            await working
        showing.cancel()
    return 0


async def _show_at_work(reader: AsyncConnectionPool[Any]) -> None:
    """Hold the lock by which `healthy` knows that a clock is at work; anew when the database has been away."""
    while True:
        with suppress(OperationalError):
            async with reader.connection() as held:
                await held.execute("SELECT pg_advisory_lock_shared(%s)", [AT_WORK])
                while True:
                    await asyncio.sleep(RETRY_S)
                    await held.execute("SELECT")
        await asyncio.sleep(RETRY_S)


async def _keep(clock: Clock) -> None:
    while True:
        try:
            if not await clock.tick():
                await clock.rest()
        except UndefinedTable:  # before the projector's first start there is nothing to look into
            await asyncio.sleep(RETRY_S)
        except (Busy, Overloaded, Unavailable, OperationalError) as trouble:
            logger.warning("the clock waits: %s", type(trouble).__name__)
            await asyncio.sleep(RETRY_S)


def healthy(config: Config) -> int:
    """0 when a clock of this database is at work, 1 when none is; says which."""
    try:
        with connect(config.dsn("reader"), autocommit=True) as connection:
            at_work = connection.execute(LOCKED, [AT_WORK >> 32, AT_WORK & 0xFFFFFFFF]).fetchone() is not None
    except OperationalError:
        print("no database")
        return 1
    print(f"at work: {at_work}")
    return 0 if at_work else 1
