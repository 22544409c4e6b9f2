"""Read the log: one file, many files, or everything after a position."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from psycopg import AsyncConnection, Error
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from server.away import LENT_WITHIN_S, is_away, must_lead
from server.record.store.lines import StoredLine

SELECT = """
SELECT originator_id, originator_version, topic, state, notification_id, recorded_at, command_id, command_hash
FROM log.events
"""
HISTORY = SELECT + "WHERE originator_id = %s ORDER BY originator_version"
HISTORIES = SELECT + "WHERE originator_id = ANY(%s) ORDER BY notification_id"
READ = SELECT + "WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
REGISTER = (
    SELECT + "WHERE (topic LIKE 'unit.%%' OR topic LIKE 'office.%%') AND notification_id > %s ORDER BY notification_id"
)
NAMING = "SELECT DISTINCT originator_id FROM log.events WHERE log.ids_in(state) @> ARRAY[%s::uuid]"
LATEST = SELECT + "WHERE originator_id = %s ORDER BY originator_version DESC LIMIT 1"
STRETCH = """
SELECT each.* FROM unnest(%s::uuid[]) file (id) CROSS JOIN LATERAL (
    SELECT originator_id, originator_version, topic, state, notification_id, recorded_at, command_id, command_hash
    FROM log.events WHERE originator_id = file.id AND notification_id > %s AND notification_id < %s
        AND recorded_at <= %s ORDER BY originator_version {order} LIMIT %s) each
ORDER BY notification_id {order} LIMIT %s
"""
EXTENT = """
SELECT count(*), coalesce(max(notification_id), 0) FROM log.events
WHERE originator_id = ANY(%s) AND notification_id > %s AND notification_id < %s AND recorded_at <= %s
"""
READINGS = SELECT + "WHERE topic LIKE 'access.%%' AND notification_id > %s ORDER BY notification_id"
BY_COMMAND = SELECT + "WHERE command_id = %s"
HEAD = "SELECT last_id FROM log.head"
POLL_S = 1.0
RECONNECT_S = 0.2
LAST = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines after one position and before another, both left out, recorded by an instant if one is given."""

    after: int = 0
    before: int = LAST
    recorded_by: datetime | None = None

    def within(self, after: int | None, before: int | None) -> Stretch:
        """The part of it that lies between these positions."""
        return Stretch(max(self.after, after or 0), min(self.before, before or LAST), self.recorded_by)

    @property
    def bounds(self) -> list[Any]:
        return [self.after, self.before, self.recorded_by or datetime.max.replace(tzinfo=UTC)]


class Log:
    """Reads lines through a pool of connections; any role that may SELECT on the log will do.

    A reading waits `patience_s` seconds for a connection.
    """

    def __init__(self, dsn: str, *, size: int = 4) -> None:
        self.patience_s = LENT_WITHIN_S
        self._dsn = dsn
        session = {"autocommit": True, "options": "-c TimeZone=UTC"}
        self._pool = AsyncConnectionPool(dsn, min_size=1, max_size=size, open=False, kwargs=session, check=must_lead)

    async def __aenter__(self) -> Self:
        await self._pool.open(wait=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.close()

    async def history(self, file_id: UUID) -> list[StoredLine]:
        """All lines of one file, by version; empty when there is no such file."""
        return await self._lines(HISTORY, [file_id])

    async def histories(self, file_ids: Iterable[UUID]) -> list[StoredLine]:
        """All lines of these files in one query, by position."""
        return await self._lines(HISTORIES, [list(file_ids)])

    async def latest(self, file_id: UUID) -> list[StoredLine]:
        """The last line of one file; none when there is no such file."""
        return await self._lines(LATEST, [file_id])

    async def stretch(self, file_ids: list[UUID], asked: Stretch, limit: int, *, backwards: bool) -> list[StoredLine]:
        """At most `limit` lines of these files within the stretch, from its start, or `backwards` from its end."""
        statement = STRETCH.format(order="DESC" if backwards else "ASC")
        return await self._lines(statement, [file_ids, *asked.bounds, limit, limit])

    async def extent(self, file_ids: list[UUID], asked: Stretch) -> tuple[int, int]:
        """How many lines these files have within the stretch, and the position of the last one."""
        [(count, last)] = await self._rows(EXTENT, [file_ids, *asked.bounds])
        return count, last

    async def read(self, after: int, limit: int) -> list[StoredLine]:
        """At most `limit` lines after position `after`, by position, without a gap."""
        return await self._lines(READ, [after, limit])

    async def register_lines(self, after: int) -> list[StoredLine]:
        """All lines of units and offices after position `after`, by position."""
        return await self._lines(REGISTER, [after])

    async def files_naming(self, id: UUID) -> list[UUID]:
        """The files with a line whose event holds this id: of a person, of another file, of a unit."""
        return [file_id for (file_id,) in await self._rows(NAMING, [id])]

    async def reading_lines(self, after: int) -> list[StoredLine]:
        """All lines of who read what is personal after position `after`, by position."""
        return await self._lines(READINGS, [after])

    async def by_command(self, command_id: UUID) -> StoredLine | None:
        """The line that this command wrote, if it did."""
        return next(iter(await self._lines(BY_COMMAND, [command_id])), None)

    async def head(self) -> int:
        """The position of the last line; 0 when the log is empty."""
        [(position,)] = await self._rows(HEAD, [])
        return position

    async def listen(self) -> AsyncGenerator[int, None]:
        """The head's position now, and again each time it has grown, until the caller stops.

        A notification wakes it; a lost one costs at most a second. Once begun it outlives restarts.
        """
        seen = -1
        while True:
            try:
                async with await AsyncConnection.connect(self._dsn, autocommit=True) as connection:
                    await connection.execute("LISTEN log")
                    while True:
                        [(position,)] = await (await connection.execute(HEAD.encode())).fetchall()
                        if position > seen:
                            yield position
                            seen = position
                        async for _ in connection.notifies(timeout=POLL_S, stop_after=1):
                            pass
            except Error as error:
                if seen < 0 or not is_away(error):
                    raise
                await asyncio.sleep(RECONNECT_S)

    async def _lines(self, query: str, parameters: list[Any]) -> list[StoredLine]:
        return [_line(*row) for row in await self._rows(query, parameters)]

    async def _rows(self, query: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
        """Run a query; when the server was restarted, replace the pool's connections and run it again."""
        try:
            return await self._fetch(query, parameters)
        except PoolTimeout:
            raise
        except Error as error:
            if not is_away(error):
                raise
            await self._pool.check()
            return await self._fetch(query, parameters)

    async def _fetch(self, query: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
        async with self._pool.connection(self.patience_s) as connection, connection.cursor(binary=True) as cursor:
            await cursor.execute(query.encode(), parameters, prepare=True)
            return await cursor.fetchall()


def _line(
    file_id: UUID,
    version: int,
    name: str,
    state: bytes,
    position: int,
    recorded_at: datetime,
    command_id: UUID,
    command_hash: bytes,
) -> StoredLine:
    return StoredLine(
        file_id=file_id,
        version=version,
        name=name,
        state=state,
        position=position,
        recorded_at=recorded_at,
        command_id=command_id,
        command_hash=command_hash,
    )
