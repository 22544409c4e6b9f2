"""New lines as they come: in order, from where one stopped, and only what the listener may see."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import orjson
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from domain.office.end_worker import EndWorker
from domain.record.vocabulary import Role, office_id
from server.edge.http import graphql_app
from server.edge.tokens import Identity
from server.schema.base.context import Context
from server.schema.base.ids import global_id, position_token
from server.schema.lists.trail import LIST_MAX
from tests.database import Database
from tests.record.reading_kit import BINH, CHILD, HAI, LAN, THU, TOLD, Desk, opened, received, tell
from tests.schema.api_kit import SCHEMA

LINES = """
subscription Lines($after: String, $filter: TrailFilter) {
  entryRecorded(after: $after, filter: $filter) {
    position token act unit { name } details { path value masked } changes { path }
  }
}
"""
PATIENCE_S = 20


async def lines(d: Desk, name: str, **asked: Any) -> AsyncGenerator[dict[str, Any]]:
    """The lines that somebody hears, each within a time."""
    context = Context(services=d.api.services, person=d.api.people[name])
    source = cast(AsyncGenerator[Any], await SCHEMA.subscribe(LINES, asked, context))
    async with aclosing(source):
        while True:
            result = await asyncio.wait_for(anext(source), PATIENCE_S)
            assert not result.errors, result.errors
            yield result.data["entryRecorded"]


async def heard(d: Desk, name: str, count: int, **asked: Any) -> list[dict[str, Any]]:
    """The first lines that somebody hears."""
    found: list[dict[str, Any]] = []
    async with aclosing(lines(d, name, **asked)) as source:
        async for line in source:
            found.append(line)
            if len(found) == count:
                return found
    raise AssertionError("it ended")


def test_lines_come_in_order_and_go_on_where_one_stopped(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        begin = position_token(await d.api.record.log.head())
        listening = asyncio.create_task(heard(d, BINH, 3, after=begin, filter={"kinds": ["REPORT", "CASE"]}))
        await opened(d)
        found = await listening
        assert [line["act"] for line in found] == ["RECEIVE_REPORT", "OPEN_CASE", "LINK_REPORT"]
        places = [int(line["position"]) for line in found]
        assert places == sorted(places)
        again = await heard(d, BINH, 2, after=found[0]["token"], filter={"kinds": ["REPORT", "CASE"]})
        assert again == found[1:]

    tell(database, tmp_path, story)


def test_more_lines_than_one_reading_takes_come_all(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        begin = position_token(await d.api.record.log.head())
        for _ in range(60):
            await received(d)
        found = await heard(d, BINH, 60, after=begin)
        assert {line["act"] for line in found} == {"RECEIVE_REPORT"}
        assert len({line["position"] for line in found}) == 60

    tell(database, tmp_path, story)


def test_a_listener_hears_the_own_ward_only_and_nothing_personal(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        begin = position_token(await d.api.record.log.head())
        listening = asyncio.create_task(heard(d, THU, 1, after=begin, filter={"kinds": ["REPORT"]}))
        await received(d)
        await received(d, THU, placeUnit="11443", childName=CHILD)
        [line] = await listening
        assert line["unit"]["name"] == "Phường Kiến An"
        assert {each["path"] for each in line["details"] if each["masked"]} >= {"/child_name", "/narrative"}
        assert CHILD not in str(line)
        assert TOLD not in str(line)

    tell(database, tmp_path, story)


def test_who_loses_the_post_while_listening_hears_no_more(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        begin = position_token(await d.api.record.log.head())
        async with aclosing(lines(d, LAN, after=begin, filter={"kinds": ["REPORT"]})) as ear:
            await received(d)
            assert (await anext(ear))["act"] == "RECEIVE_REPORT"
            d.api.record.at("2026-03-02T22:40")
            ended = EndWorker(person=d.api.people[LAN], until=d.api.record.clock[0], decision_no="QĐ-02")
            office = office_id(d.here.id, Role.PROTECTION_WORKER)
            await d.api.record.act(office, ended, by=d.api.people[HAI])
            waiting = asyncio.ensure_future(anext(ear))
            await received(d, THU, placeUnit="11359", channel="PHONE")
            await heard(d, BINH, 2, after=begin, filter={"kinds": ["REPORT"]})
            assert not waiting.done()
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)

    tell(database, tmp_path, story)


def test_a_filter_that_cannot_be_asked_is_refused_at_once_and_not_at_the_next_line(
    database: Database, tmp_path: Path
) -> None:
    """Nothing is recorded meanwhile: a listener that waited for a line would wait in vain."""

    async def story(d: Desk) -> None:
        for bad in (
            {"caseId": "nonsense"},
            {"actorIds": [global_id("Person", UUID(int=n)) for n in range(LIST_MAX + 1)]},
        ):
            context = Context(services=d.api.services, person=d.api.people[BINH])
            asked = {"filter": bad}
            source = cast(AsyncGenerator[Any], await SCHEMA.subscribe(LINES, asked, context))
            async with aclosing(source):
                result = await asyncio.wait_for(anext(source), PATIENCE_S)
            assert [error.extensions["code"] for error in result.errors] == ["BAD_USER_INPUT"]

    tell(database, tmp_path, story)


async def socket(d: Desk, name: str, seconds: float) -> list[dict[str, Any]]:
    """What the edge's socket says to somebody whose token ends after `seconds`, until it closes."""
    inbox: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    said: list[dict[str, Any]] = []

    async def get_context(connection: HTTPConnection, identity: Identity) -> Context:
        return Context(services=d.api.services, person=identity.person_id)

    def verify(token: str) -> Identity:
        return Identity(UUID(token), int(time.time() + seconds), None, None)

    async def send(message: Any) -> None:
        said.append(dict(message))
        if message["type"] == "websocket.close":
            await inbox.put({"type": "websocket.disconnect", "code": message["code"]})

    _, routes = graphql_app(SCHEMA, get_context, verify)
    scope = {
        "type": "websocket",
        "path": "/graphql",
        "query_string": b"",
        "headers": [],
        "subprotocols": ["graphql-transport-ws"],
    }
    token = {"authorization": f"Bearer {d.api.people[name]}"}
    asked = {"query": LINES, "variables": {"filter": {"kinds": ["REPORT"]}, "after": d.token}}
    await inbox.put({"type": "websocket.connect"})
    for message in (
        {"type": "connection_init", "payload": token},
        {"type": "subscribe", "id": "1", "payload": asked},
    ):
        await inbox.put({"type": "websocket.receive", "text": orjson.dumps(message).decode()})
    async with asyncio.timeout(PATIENCE_S):
        await Starlette(routes=routes)(scope, inbox.get, send)
    return said


def test_the_socket_brings_the_lines_as_text_and_closes_with_the_token(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        listening = asyncio.create_task(socket(d, LAN, 3))
        await received(d)
        said = await listening
        texts = [orjson.loads(m["text"]) for m in said if m["type"] == "websocket.send"]
        lines = [t["payload"]["data"]["entryRecorded"] for t in texts if t["type"] == "next"]
        assert [line["act"] for line in lines] == ["RECEIVE_REPORT"]
        assert said[-1]["type"] == "websocket.close"
        assert said[-1]["code"] == 4403

    tell(database, tmp_path, story)
