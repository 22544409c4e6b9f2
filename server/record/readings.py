"""What each person read within the last hour, folded from the lines of reading and caught up before each new one."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.access.patterns import WINDOW
from server.record.mapper import load
from server.record.store import Log

LINES_MAX = 50_000
"""How far back a process that starts looks for readings: more lines than any hour has."""


class RecentReadings:
    """No count of its own: another process, or this one after a restart, comes to the same from the same lines.

    Two processes may count at the same instant, each without the line of the other. So who opens something counts
    again once the own line stands, up to it: of two that were one too many together the log says which came first.
    """

    def __init__(self, log: Log) -> None:
        self._log = log
        self._position: int | None = None
        self._read: defaultdict[UUID, deque[tuple[datetime, int, Any]]] = defaultdict(deque)
        self._lock = asyncio.Lock()

    async def of(self, person: UUID, now: datetime, before: int | None = None) -> list[Any]:
        """The events of the person's readings and searches of the last hour, oldest first; `before` this position."""
        async with self._lock:
            await self._catch_up()
        kept = self._read[person]
        while kept and kept[0][0] <= now - WINDOW:
            kept.popleft()
        return [event for _, position, event in kept if before is None or position < before]

    async def _catch_up(self) -> None:
        if self._position is None:
            self._position = max(0, await self._log.head() - LINES_MAX)
        for stored in await self._log.reading_lines(self._position):
            line = load(stored)
            self._position = stored.position
            if line.by.person is not None:
                self._read[line.by.person].append((stored.recorded_at, stored.position, line.event))
