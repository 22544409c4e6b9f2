"""The client of the page benchmark: whole requests over kept connections, written and read without a library."""

from __future__ import annotations

import asyncio
import time
from typing import Any
from uuid import UUID

import orjson

SIDE_BY_SIDE = 8


async def load(
    port: int, requests: list[bytes], seconds: float, side_by_side: int = SIDE_BY_SIDE, expected: bytes = b'"data"'
) -> list[float]:
    """The time of each answer while `side_by_side` clients ask without pause."""
    waits: list[float] = []
    end = time.perf_counter() + seconds
    queue = iter(requests) if len(requests) > 1 else None

    async def client() -> None:
        async with Line(port) as line:
            while (began := time.perf_counter()) < end:
                request = requests[0] if queue is None else next(queue, None)
                if request is None:
                    return
                answer = await line.ask(request)
                assert expected in answer, answer[:500]
                waits.append(time.perf_counter() - began)

    await asyncio.gather(*(client() for _ in range(side_by_side)))
    return waits


class Line:
    """A connection that is kept."""

    def __init__(self, port: int) -> None:
        self._port = port

    async def __aenter__(self) -> Line:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()
        await self._writer.wait_closed()

    async def ask(self, request: bytes) -> bytes:
        """The body of the answer."""
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        return await self._reader.readexactly(length)


def body(person: UUID, query: str, variables: dict[str, Any], port: int) -> bytes:
    """A whole HTTP request."""
    content = orjson.dumps({"query": query, "variables": variables} if query else variables)
    head = (
        f"POST /graphql HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nauthorization: Bearer {person}\r\n"
        f"content-type: application/json\r\naccept: application/json\r\ncontent-length: {len(content)}\r\n\r\n"
    )
    return head.encode() + content


async def ready(port: int) -> None:
    """Wait until somebody listens."""
    for _ in range(200):
        try:
            async with Line(port):
                return
        except OSError:
            await asyncio.sleep(0.1)
    raise TimeoutError
