"""Long work in slices, so that one answer does not keep all others waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")
SLICE_S = 0.002


async def in_slices(items: Iterable[T]) -> AsyncGenerator[T]:
    """Each of the items; whoever else waits comes first whenever a slice is over."""
    began = perf_counter()
    for item in items:
        yield item
        if perf_counter() - began > SLICE_S:
            await asyncio.sleep(0)
            began = perf_counter()
