"""Files whose latest lines a projection has not taken: the clock looks into these itself.

The projection may lie behind the record, hold a line parked, or not be there at all; nothing may depend on it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg.errors import UndefinedTable
from psycopg_pool import AsyncConnectionPool

from server.record.store import Log

PROJECTION = """
SELECT t.position, coalesce((SELECT array_agg(DISTINCT f.file_id) FROM read.projection_failures f
    WHERE f.name = t.name AND f.build = t.build), '{}')
FROM read.tracking t WHERE t.live AND t.name = %s
"""
AT_ONCE = 500


@dataclass(slots=True)
class Backlog:
    """What the projection `name` has not taken, as far as the log was read: up to the position `reached`."""

    name: str
    log: Log
    reader: AsyncConnectionPool[Any]
    reached: int = 0
    _last: dict[UUID, int] = field(default_factory=dict[UUID, int])

    async def files(self) -> dict[UUID, int]:
        """The files to look into, each with the position of its last line that was read, 0 where a line is parked.

        Of a long backlog, some more of them at each call.
        """
        position, parked = await self._projection()
        self.reached = max(self.reached, position)
        for stored in await self.log.read(self.reached, AT_ONCE):
            self._last[stored.file_id] = self.reached = stored.position
        self._last = {file: last for file, last in self._last.items() if last > position}
        return dict.fromkeys(parked, 0) | self._last

    async def _projection(self) -> tuple[int, list[UUID]]:
        """How far it has come, and the files that it has stopped at."""
        try:
            async with self.reader.connection() as connection:
                row = await (await connection.execute(PROJECTION.encode(), [self.name])).fetchone()
        except UndefinedTable:
            return 0, []
        return row or (0, [])
