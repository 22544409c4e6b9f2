"""A WebSocket to an ASGI app in the same process; the app moves only while the test waits for it."""

import asyncio
import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from starlette.types import ASGIApp, Message

PATIENCE_SECONDS = 20


class Closed(Exception):
    """The server closed the socket; `code` says why (RFC 6455, 7.4)."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Socket:
    def __init__(self, app: ASGIApp, path: str, protocol: str, headers: dict[str, str]) -> None:
        self._runner = asyncio.Runner()
        self._inbox: asyncio.Queue[Message] = asyncio.Queue()
        self._outbox: asyncio.Queue[Message] = asyncio.Queue()
        given = {"host": "edge.test"} | headers
        scope = {
            "type": "websocket",
            "path": path,
            "query_string": b"",
            "headers": [(name.encode(), value.encode()) for name, value in given.items()],
            "subprotocols": [protocol],
        }
        self._task = self._runner.run(self._start(app, scope))

    async def _start(self, app: ASGIApp, scope: dict[str, Any]) -> "asyncio.Task[None]":
        await self._inbox.put({"type": "websocket.connect"})

        async def run() -> None:
            await app(scope, self._inbox.get, self._outbox.put)

        return asyncio.create_task(run())

    def send(self, **message: Any) -> None:
        self._runner.run(self._inbox.put({"type": "websocket.receive", **message}))

    def send_json(self, message: dict[str, Any]) -> None:
        self.send(text=json.dumps(message))

    def receive(self) -> Message:
        """The next message of the server; raises Closed."""
        message = self._runner.run(asyncio.wait_for(self._outbox.get(), PATIENCE_SECONDS))
        if message["type"] == "websocket.close":
            raise Closed(message["code"])
        return message

    def receive_json(self) -> dict[str, Any]:
        return json.loads(self.receive()["text"])

    def leave(self) -> None:
        """Hangs up and waits for the server to notice; raises what the app raised."""

        async def wait() -> None:
            await self._inbox.put({"type": "websocket.disconnect", "code": 1001})
            await asyncio.wait_for(self._task, PATIENCE_SECONDS)

        self._runner.run(wait())

    def end(self) -> None:
        self._runner.close()


@contextmanager
def connected(app: ASGIApp, path: str, protocol: str, headers: dict[str, str] | None = None) -> Generator[Socket]:
    socket = Socket(app, path, protocol, headers or {})
    try:
        assert socket.receive()["type"] == "websocket.accept"
        yield socket
        socket.leave()
    finally:
        socket.end()
