"""A connection on which no whole head arrives is cut off; a slow body, or the next request on it, is not."""

import asyncio
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from server.edge import patience
from server.edge.patience import Patience

HEAD = b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def listening(protocol: type[HttpToolsProtocol]) -> AsyncGenerator[int]:
    """A server of this protocol that says back what it is sent; gives its port."""

    async def say(request: Request) -> PlainTextResponse:
        return PlainTextResponse(await request.body())

    app = Starlette(routes=[Route("/", say, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, http=protocol, lifespan="off", log_level="error", ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:
            await asyncio.sleep(0.01)
        try:
            yield listener.getsockname()[1]
        finally:
            server.should_exit = True
            await serving


async def cut_off(streams: Streams, seconds: float) -> bool:
    """Whether the server ends the connection within the time."""
    with suppress(ConnectionError):
        try:
            async with asyncio.timeout(seconds):
                return await streams[0].read() == b""
        except TimeoutError:
            return False
    return True


@pytest.mark.parametrize("sent", [b"", b"P", HEAD, HEAD + b"x: " + b"y" * 1000])
@pytest.mark.parametrize(("protocol", "cut"), [(Patience, True), (HttpToolsProtocol, False)])
def test_who_does_not_finish_the_head_is_cut_off(
    sent: bytes, protocol: type[HttpToolsProtocol], cut: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "HEAD_S", 0.1)

    async def story() -> None:
        async with listening(protocol) as port:
            streams = await asyncio.open_connection("127.0.0.1", port)
            streams[1].write(sent)
            assert await cut_off(streams, 60.0 if cut else 1.0) is cut
            streams[1].close()

    asyncio.run(story())


def test_a_slow_body_and_the_next_request_have_their_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "HEAD_S", 0.5)

    async def story() -> None:
        async with listening(Patience) as port:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            for _ in range(2):
                writer.write(HEAD + b"\r\nab")
                assert not await cut_off((reader, writer), 1.0), "the body may take longer than the head"
                writer.write(b"cd")
                assert b"200 OK" in await reader.readuntil(b"abcd")
            writer.write(HEAD[:10])
            assert await cut_off((reader, writer), 60.0), "and the head of the third is waited for no longer"
            writer.close()

    asyncio.run(story())
