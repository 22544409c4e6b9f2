"""The two servers of `bench.page`: ours, and a hand-written page that answers the same bytes."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path
from typing import Any
from uuid import UUID
from zlib import crc32

import orjson
import uvicorn
from psycopg_pool import AsyncConnectionPool
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route

from domain.access.patterns import Limits
from domain.catalogue import BY_STORED_NAME
from server.edge.allowance import CallerLimits
from server.edge.http import EdgeConfig, graphql_app
from server.edge.operations import settle_memory
from server.edge.served import build
from server.edge.tokens import Identity
from server.follow.tail import Tail
from server.record.attempts import AttemptLog
from server.record.handle import Handler
from server.record.keyring import KeyFiles, Keyring
from server.record.readings import RecentReadings
from server.record.register_cache import RegisterCache
from server.record.store import Log, Writer
from server.schema.base.context import Context, Services
from tests.cases.casefile import instant

SESSION: dict[str, Any] = {
    "autocommit": True,
    "options": "-c TimeZone=UTC -c statement_timeout=5s",
    "prepare_threshold": 0,
}
NEVER = 4_000_000_000
UNLIMITED = CallerLimits(per_second=1e6, burst=1e6, cost_per_second=1e9, cost_burst=1e9, side_by_side=64)
FLOOR = """
SELECT t.position, t.position::text, replace(t.id::text, '-', ''), t.stored_as, t.kind, t.version,
    replace(replace(t.occurred_at::text, ' ', 'T'), '+00', 'Z'),
    replace(replace(t.recorded_at::text, ' ', 'T'), '+00', 'Z'),
    t.late, t.correlation_id::text, t.actor_name, t.unit_name
FROM read.trail_unit u JOIN read.trail t ON t.position = u.position
WHERE u.unit_id = %s AND t.occurred_at >= %s AND t.occurred_at < %s AND u.position < %s AND t.position < %s
ORDER BY u.position DESC LIMIT 51
"""


def serve_ours(dsns: dict[str, str], key: str, now: str, port: int, callers: CallerLimits | None = None) -> None:
    """The real edge, schema and services; without limits of the callers, if none are given."""

    async def run() -> None:
        writer = Writer(dsns["baove_app"], simulated=True)
        writer.at(instant(now))
        pool = AsyncConnectionPool(dsns["baove_reader"], min_size=1, max_size=8, open=False, kwargs=SESSION)
        ring = Keyring(dsns["baove_app"], KeyFiles(Path(key)))
        tail = Tail(dsns["baove_reader"])
        async with writer, Log(dsns["baove_app"]) as log, ring as keyring, pool as reader, tail:
            register_cache = RegisterCache(log)
            await register_cache.catch_up()
            handler = Handler(log, writer, keyring, register_cache, now=lambda: instant(now))
            services = Services(
                log=log,
                handler=handler,
                register_cache=register_cache,
                keyring=keyring,
                reader=reader,
                tail=tail,
                attempts=AttemptLog(handler),
                readings=RecentReadings(log),
                limits=Limits(),
                now=handler.now,
            )

            async def get_context(connection: HTTPConnection, identity: Identity) -> Context:
                return Context(services=services, person=identity.person_id, may_sign=True)

            schema = build(introspection=False)
            _, routes = graphql_app(schema, get_context, verify, EdgeConfig(callers=callers or UNLIMITED))
            settle_memory()
            await listen(Starlette(routes=routes), port)

    asyncio.run(run())


def verify(token: str) -> Identity:
    return Identity(UUID(token), NEVER, None, None)


def serve_floor(dsn: str, port: int) -> None:
    """As somebody would write this one page by hand."""
    labels = {name: action.tells.vi for name, action in BY_STORED_NAME.items()}
    acts = {name: action.name.upper() for name, action in BY_STORED_NAME.items()}

    async def answer(pool: AsyncConnectionPool[Any], asked: dict[str, Any]) -> bytes:
        before = orjson.loads(base64.urlsafe_b64decode(asked["after"] + "==")[8:])[0] if asked["after"] else 1 << 62
        values = [asked["unit"], asked["since"], asked["until"], before, before]
        async with pool.connection() as connection:
            found = await (await connection.execute(FLOOR.encode(), values)).fetchall()
        edges = [edge(row, acts[row[3]], labels[row[3]]) for row in found[:50]]
        info = {"hasNextPage": len(found) > 50, "endCursor": edges[-1]["cursor"]}
        return orjson.dumps({"data": {"auditTrail": {"edges": edges, "pageInfo": info}}})

    async def run() -> None:
        async with AsyncConnectionPool(dsn, min_size=1, max_size=8, open=False, kwargs=SESSION) as pool:

            async def page(request: Request) -> Response:
                content = await answer(pool, orjson.loads(await request.body()))
                return Response(content, media_type="application/json")

            app = Starlette(routes=[Route("/graphql", page, methods=["POST"])])
            settle_memory()
            await listen(app, port)

    asyncio.run(run())


def edge(row: tuple[Any, ...], act: str, label: str) -> dict[str, Any]:
    place = f"[{row[0]}]"
    node = {
        "id": packed(f"Entry:{row[2]}"),
        "position": row[1],
        "act": act,
        "kind": row[4].upper(),
        "version": row[5],
        "occurredAt": padded(row[6]),
        "recordedAt": padded(row[7]),
        "late": row[8],
        "correlationId": row[9],
        "label": {"vi": label},
        "actor": {"name": row[10]},
        "unit": {"name": row[11]},
    }
    return {"cursor": packed(f"{crc32(place.encode()):08x}{place}"), "node": node}


def padded(instant: str) -> str:
    """With all six figures of its microseconds, if it has any."""
    return instant if len(instant) == 20 else f"{instant[:-1]:0<26}Z"


def packed(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


async def listen(app: Starlette, port: int) -> None:
    config = uvicorn.Config(app, port=port, http="httptools", access_log=False, log_level="error")
    await uvicorn.Server(config).serve()
