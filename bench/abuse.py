"""One person at the worst load that is allowed, and what another person's page then takes.

`python -m bench.abuse [--lines 50000]`, with nothing else on the machine. The other person asks for the audit page of
50 lines by 12 fields, one after the other, first while nobody else asks and then while one person does all this without
pause, as fast as it is taken: a hundred files folded with their facts, pages of 100 lines with details and changes,
new texts of the greatest length, over HTTP and over sockets, and as many subscriptions as there may be. The limits are
those of service. Reached: the p99 as a ratio to the quiet one; at most 3.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import statistics
import tempfile
import time
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID, uuid4

import orjson
import psycopg
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

from bench.load import fill
from bench.page import NOW, PAGE, SPAN, Served
from bench.page_client import Line, body, ready
from bench.page_servers import serve_ours
from bench.table import Row, print_table
from domain.record.vocabulary import Role
from domain.unit.state import Level
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.edge.allowance import CallerLimits
from server.follow.rebuild import build_anew
from server.schema.base.ids import pack
from tests.database import Database
from tests.follow.projecting import OpenSeal
from tests.record.kit import record

PORT = 8773
SECONDS, PAUSE_S = 15.0, 0.02
LIMIT = 3.0
FACTS = "query Files($ids: [ID!]!) { nodes(ids: $ids) { ... on Case { facts { path value label { vi en } } } } }"
HEAVY = """
query Heavy { auditTrail(first: 100) { edges { node {
  id act label { vi en } details { path label { vi en } value } changes { path before after } starts { code } } } } }
"""
LISTEN = "subscription Lines { entryRecorded { token act label { vi en } details { path value } } }"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=50_000)
    print_table(figures(parser.parse_args().lines))


def figures(lines: int) -> list[Row]:
    """Measure over a record of so many lines."""
    with tempfile.TemporaryDirectory(prefix="baove-") as folder, Cluster(Path(folder)) as cluster:
        with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench TEMPLATE template0")
        migrate(cluster.dsn(database="bench"), simulated=True)
        fill(cluster.dsn(database="bench"), lines)
        database = Database(cluster, "bench")
        abuser, other = asyncio.run(appoint(database, Path(folder)))
        build_anew(database.dsn("baove_projector"), OpenSeal(), ["trail"])
        with psycopg.connect(database.dsn()) as connection:
            [(unit,)] = connection.execute(
                "SELECT unit_id FROM read.trail_unit GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"
            ).fetchall()
            cases = [
                c
                for (c,) in connection.execute(
                    "SELECT file_id FROM read.trail WHERE kind = 'case' GROUP BY 1 ORDER BY count(*) DESC LIMIT 2000"
                ).fetchall()
            ]
        dsns = {role: database.dsn(role) for role in ("baove_app", "baove_reader")}
        process = get_context("spawn").Process(
            target=serve_ours, args=(dsns, str(Path(folder) / "key"), NOW, PORT, CallerLimits())
        )
        with Served(process, PORT):
            return [asyncio.run(compare(abuser, other, unit, [pack(f"Case:{c.hex}") for c in cases]))]


async def appoint(database: Database, folder: Path) -> tuple[UUID, UUID]:
    """Two inspectors, who see every line."""
    async with record(database, folder, at=NOW) as r:
        seat = await r.unit("TTTP", "Thanh tra thành phố", Level.INSPECTORATE)
        one = await r.office(seat, Role.INSPECTOR, "Hoàng Thị Mai")
        return one, await r.office(seat, Role.CHIEF_INSPECTOR, "Lê Thị Hoa")


async def compare(abuser: UUID, other: UUID, unit: UUID, cases: list[str]) -> Row:
    await ready(PORT)
    page = body(other, PAGE, {"unit": pack(f"Unit:{unit.hex}"), **SPAN}, PORT)
    await pages(page, 2.0)
    quiet = await pages(page, SECONDS)
    ending = time.monotonic() + SECONDS + 2
    tasks = [asyncio.create_task(ask_on(abuser, cases, ending, number)) for number in range(16)]
    tasks += [asyncio.create_task(sit_on(abuser, cases, ending, number)) for number in range(10)]
    await asyncio.sleep(1)
    busy = await pages(page, SECONDS)
    answered = sum(await asyncio.gather(*tasks))
    told = f"p50 {cut(quiet, 50):.1f} -> {cut(busy, 50):.1f} ms, p99 {cut(quiet, 99):.1f} -> {cut(busy, 99):.1f} ms"
    print(f"the one was answered {answered} times without an error")
    return Row(
        what="another's page under abuse",
        figure=told,
        reached=cut(busy, 99) / cut(quiet, 99),
        target=LIMIT,
        at_most=True,
    )


def cut(waits: list[float], percent: int) -> float:
    return statistics.quantiles(waits, n=100)[percent - 1] * 1000


async def pages(page: bytes, seconds: float) -> list[float]:
    """The time of each page for somebody who reads one after the other."""
    waits: list[float] = []
    ending = time.monotonic() + seconds
    async with Line(PORT) as line:
        while time.monotonic() < ending:
            began = time.perf_counter()
            answer = await line.ask(page)
            waits.append(time.perf_counter() - began)
            assert b'"data":{' in answer, answer[:300]
            await asyncio.sleep(PAUSE_S)
    return waits


def operations(cases: list[str], number: int) -> itertools.cycle[tuple[str, dict[str, object]]]:
    """What the one asks in turn; a text of its own each time is made of the last."""
    ids = [cases[(number * 100 + n) % len(cases)] for n in range(100)]
    return itertools.cycle([(FACTS, {"ids": ids}), (HEAVY, {}), ("", {})])


def new_text() -> str:
    """A valid text of nearly a thousand tokens that nobody has sent before."""
    fields = " ".join("{ id act kind version }" for _ in range(1))
    parts = " ".join(f"... on Entry {fields}" for _ in range(90))
    return f'query Q{uuid4().hex} {{ node(id: "x") {{ {parts} }} }}'


async def ask_on(person: UUID, cases: list[str], ending: float, number: int) -> int:
    """Asks over HTTP without pause until the end; gives how often there was an answer without an error."""
    answered = 0
    async with Line(PORT) as line:
        for text, variables in operations(cases, number):
            if time.monotonic() > ending:
                return answered
            answer = await line.ask(body(person, text or new_text(), variables, PORT))
            answered += b'"errors"' not in answer
            await asyncio.sleep(0)
    return answered


async def sit_on(person: UUID, cases: list[str], ending: float, number: int) -> int:
    """The same over a socket, with two subscriptions."""
    answered = 0
    async with connect(
        f"ws://127.0.0.1:{PORT}/graphql",
        subprotocols=[Subprotocol("graphql-transport-ws")],
        max_size=None,
        origin=Origin(f"http://127.0.0.1:{PORT}"),
    ) as socket:
        await socket.send(
            orjson.dumps({"type": "connection_init", "payload": {"authorization": f"Bearer {person}"}}).decode()
        )
        await socket.recv()
        for n in range(2):
            await socket.send(orjson.dumps({"type": "subscribe", "id": f"s{n}", "payload": {"query": LISTEN}}).decode())
        for count, (text, variables) in enumerate(operations(cases, number)):
            if time.monotonic() > ending:
                return answered
            asked = {"query": text or new_text(), "variables": variables}
            await socket.send(orjson.dumps({"type": "subscribe", "id": str(count), "payload": asked}).decode())
            told = orjson.loads(await socket.recv())
            answered += told["type"] == "next" and "errors" not in told["payload"]
            if told["type"] == "next":
                await socket.recv()
    return answered


if __name__ == "__main__":
    main()
