"""How far the read tables have come, as told by the projector: for waiting until a line can be read."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Any, Self
from uuid import UUID

from psycopg import AsyncConnection, Error
from psycopg.errors import UndefinedTable

from projections.catalogue import PROJECTIONS

RECONNECT_S = 0.2
POLL_S = 1.0
PARKED_TOLD = 100
LIVE = """
SELECT t.name, t.position, t.version, f.position, f.file_id FROM read.tracking t
LEFT JOIN LATERAL (SELECT position, file_id FROM read.projection_failures
    WHERE name = t.name AND build = t.build ORDER BY position LIMIT %s) f ON true
WHERE t.live
"""


class Tail:
    """Listens on one connection for the whole process; a lost notification costs at most a second."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._positions: dict[str, int] = {}
        self._versions: dict[str, int] = {}
        self._parked: dict[str, list[tuple[int, UUID]]] = {}
        self._moved = asyncio.Condition()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._follow(), name="tail of the read tables")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def reached(self, name: str, position: int, seconds: float) -> bool:
        """Wait until the projection has taken the line at `position`; False when it has not within the time."""
        try:
            async with asyncio.timeout(seconds), self._moved:
                await self._moved.wait_for(lambda: self._positions.get(name, 0) >= position)
        except TimeoutError:
            return False
        return True

    def outdated(self) -> bool:
        """Whether tables are still live that another version of this code has made: a newer build is on its way."""
        return any(self._versions.get(each.name) != each.version for each in PROJECTIONS)

    def parked(self, name: str) -> list[tuple[int, UUID]]:
        """The first lines that the projection could not take, each with its file."""
        return self._parked.get(name, [])

    async def _follow(self) -> None:
        while True:
            with suppress(Error):
                async with await AsyncConnection.connect(self._dsn, autocommit=True) as connection:
                    await connection.execute("LISTEN read")
                    while True:
                        await self._look(connection)
                        async for _ in connection.notifies(timeout=POLL_S, stop_after=1):
                            pass
            await asyncio.sleep(RECONNECT_S)

    async def _look(self, connection: AsyncConnection[Any]) -> None:
        try:
            rows = await (await connection.execute(LIVE, [PARKED_TOLD])).fetchall()
        except UndefinedTable:
            return  # the projector has not begun yet
        async with self._moved:
            self._positions = {name: position for name, position, *_ in rows}
            self._versions = {name: version for name, _, version, *_ in rows}
            self._parked = {}
            for name, _, _, position, file_id in rows:
                if file_id is not None:
                    self._parked.setdefault(name, []).append((position, file_id))
            self._moved.notify_all()
