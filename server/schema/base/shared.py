"""Readings that many ask for alike at the same time, made once for all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
KEPT_S = 0.5


class Shared:
    """What is being read now, or was read just now, by what tells one question from another."""

    def __init__(self) -> None:
        self._readings: dict[Hashable, asyncio.Task[Any]] = {}

    async def once(self, key: Hashable, read: Callable[[], Coroutine[Any, Any, T]], keep: Callable[[T], bool]) -> T:
        """What `read` gives, for all who ask with this key while it runs; a little longer where `keep` says so."""
        reading = self._readings.get(key)
        if reading is None:
            reading = self._readings[key] = asyncio.create_task(read())
            reading.add_done_callback(lambda done: self._settle(key, done, keep))
        return await asyncio.shield(reading)

    def _settle(self, key: Hashable, done: asyncio.Task[Any], keep: Callable[[Any], bool]) -> None:
        if done.cancelled() or done.exception() is not None or not keep(done.result()):
            self._readings.pop(key, None)
        else:
            asyncio.get_running_loop().call_later(KEPT_S, self._readings.pop, key, None)
