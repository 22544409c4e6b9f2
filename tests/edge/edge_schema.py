"""A small schema behind the real edge, for the tests of the edge itself."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import strawberry
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from server.edge.http import EdgeConfig, GraphQLOverHTTP, edge_schema, graphql_app
from server.edge.tokens import BadToken, Identity
from server.faults import CodedError, FaultCode

LAN = UUID("0198a000-0000-7000-8000-000000000001")
LAN_TOKEN = "lan"
NEVER = 4_000_000_000
SECRET = "bé Kari, 12 Lạch Tray"


@dataclass
class Desk:
    """The context of one caller, and what happened behind the edge."""

    identity: Identity | None = None
    started: asyncio.Event = field(default_factory=asyncio.Event)
    release: asyncio.Event = field(default_factory=asyncio.Event)
    cancelled: asyncio.Event = field(default_factory=asyncio.Event)
    written: list[str] = field(default_factory=list[str])


type_of_info = strawberry.Info[Desk, None]


@strawberry.type
class Person:
    name: str

    @strawberry.field
    def superior(self) -> "Person":
        return Person(name=self.name + "+")


@strawberry.type
class Query:
    @strawberry.field
    def person(self, name: str = "Lan", age: int = 7) -> Person:
        return Person(name=name)

    @strawberry.field
    def echo(self, text: str) -> str:
        return text

    @strawberry.field
    def still(self) -> str:
        return "."

    @strawberry.field
    def caller(self, info: type_of_info) -> str:
        assert info.context.identity
        return str(info.context.identity.person_id)

    @strawberry.field
    def crash(self, text: str = SECRET) -> str:
        raise RuntimeError(f"password=hunter2 for {text}")

    @strawberry.field
    def behind(self) -> str:
        raise CodedError(FaultCode.READ_MODEL_BEHIND)

    @strawberry.field
    async def wait(self, info: type_of_info) -> str:
        return await _held(info.context)


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def write(self, info: type_of_info, text: str = "note") -> str:
        await _held(info.context)
        info.context.written.append(text)
        return text


@strawberry.type
class Subscription:
    @strawberry.subscription
    async def lines(self, after: int = 0, upto: int = 3) -> AsyncGenerator[int, None]:
        for position in range(after + 1, upto + 1):
            yield position

    @strawberry.subscription
    async def forever(self, info: type_of_info) -> AsyncGenerator[int, None]:
        try:
            yield 1
            await asyncio.Event().wait()
        finally:
            info.context.cancelled.set()


async def _held(desk: Desk) -> str:
    desk.started.set()
    try:
        await desk.release.wait()
    except asyncio.CancelledError:
        desk.cancelled.set()
        raise
    return "done"


def verify(token: str) -> Identity:
    if token != LAN_TOKEN:
        raise BadToken("unknown")
    return Identity(LAN, NEVER, None, None)


def edge(
    config: EdgeConfig | None = None,
    *,
    desk: Desk | None = None,
    check: Callable[[str], Identity] = verify,
    **options: Any,
) -> tuple[Starlette, GraphQLOverHTTP]:
    """The whole edge over the small schema; `desk` is shared by all its requests."""
    desk = desk or Desk()

    async def get_context(_: HTTPConnection, identity: Identity) -> Desk:
        desk.identity = identity
        return desk

    options.setdefault("introspection", True)
    schema = edge_schema(Query, Mutation, Subscription, **options)
    endpoint, routes = graphql_app(schema, get_context, check, config)
    return Starlette(routes=routes), endpoint
