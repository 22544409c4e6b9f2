"""Write lines in groups: what waits goes to the database as one transaction, each caller gets an answer."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from psycopg import AsyncConnection, Error

from server.away import ONLY_READS, is_away
from server.record.store.fitness import require_fit
from server.record.store.lines import (
    Answer,
    Conflict,
    Draft,
    Mismatch,
    Overloaded,
    Recorded,
    RegisterMoved,
    Replayed,
    Unavailable,
    WriterClosed,
)

APPEND = """
SELECT outcome, at_position, at_time FROM log.append(
    %b::uuid[], %b::integer[], %b::text[], %b::bytea[], %b::uuid[], %b::bytea[], %b::bigint[])
"""
SESSION = "-c synchronous_commit=on -c TimeZone=UTC"
RECONNECT_S = 0.05
RECONNECT_AT_MOST_S = 1.0


@dataclass(slots=True, eq=False)
class _Request:
    draft: Draft
    instant: datetime | None
    answer: asyncio.Future[Answer]


class Writer:
    """The one place that appends; one connection, one transaction per group.

    `max_waiting` and `max_waiting_bytes` bound what may wait, `max_group` and `max_group_bytes` what one
    transaction takes. When the database goes away, what was in flight is sent again for `patience_s` seconds:
    `log.append` knows each command, so a line whose answer was lost is answered as Replayed and never written
    twice.
    """

    def __init__(
        self,
        dsn: str,
        *,
        simulated: bool = False,
        production: bool = False,
        max_waiting: int = 10_000,
        max_waiting_bytes: int = 64 << 20,
        max_group: int = 500,
        max_group_bytes: int = 4 << 20,
        patience_s: float = 30.0,
    ) -> None:
        self._dsn = dsn
        self._simulated, self._production = simulated, production
        self._max_waiting, self._max_waiting_bytes = max_waiting, max_waiting_bytes
        self._max_group, self._max_group_bytes = max_group, max_group_bytes
        self._patience_s = patience_s
        self._waiting: deque[_Request] = deque()
        self._bytes = 0
        self._instant: datetime | None = None
        self._work = asyncio.Event()
        self._closing = False
        self._connection: AsyncConnection[Any] | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._connection = await self._connect()
        self._task = asyncio.create_task(self._run(), name="log writer")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what waits, then close."""
        self._closing = True
        self._work.set()
        if self._task is not None:
            await self._task
        await self._disconnect()

    def at(self, instant: datetime | None) -> None:
        """From now on record at this instant (None: the server's own time); on a simulated database only."""
        if not self._simulated:
            raise ValueError("the instant of a real record is the server's own")
        self._instant = instant

    async def append(self, draft: Draft) -> Answer:
        """Write one line and say what became of it, after it is durable.

        Raises Overloaded when too much waits, Unavailable when the database stays away, WriterClosed after
        the end. A caller that is cancelled may or may not have written; the same draft sent again tells.
        """
        size = len(draft.state)
        if self._closing:
            raise WriterClosed
        if len(self._waiting) >= self._max_waiting or self._bytes + size > self._max_waiting_bytes:
            raise Overloaded(f"{len(self._waiting)} lines of {self._bytes} bytes are waiting")
        request = _Request(draft, self._instant, asyncio.get_running_loop().create_future())
        self._waiting.append(request)
        self._bytes += size
        self._work.set()
        return await request.answer

    async def _run(self) -> None:
        while True:
            await self._work.wait()
            group = self._take()
            if group:
                await self._settle(group)
                await asyncio.sleep(0)  # those just answered may join the next group
            elif self._closing:
                return
            else:
                self._work.clear()

    def _take(self) -> list[_Request]:
        """The next group: callers that gave up are left out; one group has one simulated instant."""
        group: list[_Request] = []
        size = 0
        while self._waiting and len(group) < self._max_group:
            request = self._waiting[0]
            length = len(request.draft.state)
            if group and (size + length > self._max_group_bytes or request.instant != group[0].instant):
                break
            self._waiting.popleft()
            self._bytes -= length
            if not request.answer.done():
                group.append(request)
                size += length
        return group

    async def _settle(self, group: list[_Request]) -> None:
        """Answer every request of the group; a request that the database cannot take fails alone."""
        try:
            answers = await self._send(group)
        except Exception as error:
            if len(group) > 1 and not isinstance(error, Unavailable):
                for request in group:
                    await self._settle([request])
                return
            for request in group:
                if not request.answer.done():
                    request.answer.set_exception(error)
            return
        for request, answer in zip(group, answers, strict=True):
            if not request.answer.done():
                request.answer.set_result(answer)

    async def _send(self, group: Sequence[_Request]) -> list[Answer]:
        """Send until there is an answer: a lost connection leaves it unknown, sending again settles it."""
        loop = asyncio.get_running_loop()
        end, pause = loop.time() + self._patience_s, 0.0
        while True:
            try:
                if self._connection is None:
                    self._connection = await self._connect()
                return await self._append(self._connection, group)
            except Error as error:
                if not is_away(error) or (self._connection is not None and not _unanswered(error)):
                    raise
                await self._disconnect()
                if loop.time() + pause > end:
                    raise Unavailable(f"no answer from the database for {self._patience_s:g} s") from error
                await asyncio.sleep(pause)
                pause = min(2 * pause + RECONNECT_S, RECONNECT_AT_MOST_S)

    async def _append(self, connection: AsyncConnection[Any], group: Sequence[_Request]) -> list[Answer]:
        drafts = [request.draft for request in group]
        columns = [
            [draft.file_id for draft in drafts],
            [draft.version for draft in drafts],
            [draft.name for draft in drafts],
            [draft.state for draft in drafts],
            [draft.command_id for draft in drafts],
            [draft.command_hash for draft in drafts],
            [draft.register_seen for draft in drafts],
        ]
        async with connection.cursor(binary=True) as cursor:
            if self._simulated:
                instant = group[0].instant
                await cursor.execute(
                    "SELECT set_config('baove.now', %s, false)",
                    [instant.isoformat() if instant else ""],
                    prepare=True,
                )
            await cursor.execute(APPEND.encode(), columns, prepare=True)
            return [_answer(*row) for row in await cursor.fetchall()]

    async def _connect(self) -> AsyncConnection[Any]:
        connection = await AsyncConnection.connect(self._dsn, autocommit=True, options=SESSION)
        try:
            await require_fit(connection, simulated=self._simulated, production=self._production)
        except BaseException:
            await connection.close()
            raise
        return connection

    async def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(Error):
                await self._connection.close()
            self._connection = None


def _unanswered(error: Error) -> bool:
    """Without a code the connection broke; classes 08 and 57 are a server that goes away; or another leads now."""
    return error.sqlstate is None or error.sqlstate[:2] in ("08", "57") or error.sqlstate == ONLY_READS


def _answer(outcome: str, position: int, recorded_at: datetime) -> Answer:
    match outcome:
        case "recorded":
            return Recorded(position, recorded_at)
        case "replayed":
            return Replayed(position, recorded_at)
        case "conflict":
            return Conflict()
        case "mismatch":
            return Mismatch()
        case "register_moved":
            return RegisterMoved()
        case _:
            raise ValueError(outcome)
