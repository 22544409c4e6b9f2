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
SELECT t.position, f.file_id, max(f.position)
FROM read.tracking t LEFT JOIN read.projection_failures f ON f.name = t.name AND f.build = t.build
WHERE t.live AND t.name = %s GROUP BY t.position, f.file_id
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
        """The files to look into, each with the position of its last line that was read or parked.

        Of a long backlog, some more of them at each call.
        """
        position, parked = await self._projection()
        self.reached = max(self.reached, position)
        for stored in await self.log.read(self.reached, AT_ONCE):
            self._last[stored.file_id] = self.reached = stored.position
        self._last = {file: last for file, last in self._last.items() if last > position}
        return parked | self._last

    async def _projection(self) -> tuple[int, dict[UUID, int]]:
        """How far it has come, and the files that it has stopped at, each with the last line that waits."""
        try:
            async with self.reader.connection() as connection:
                rows = await (await connection.execute(PROJECTION.encode(), [self.name])).fetchall()
        except UndefinedTable:
            return 0, {}
        return max((row[0] for row in rows), default=0), {file: last for _, file, last in rows if file is not None}
