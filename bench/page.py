"""The audit page against a hand-written one with the same bytes, page 1 and page 1,000; and a command end to end.

`python -m bench.page [--lines 1000000]`, with nothing else on the machine. The page: 50 lines by 12 fields, of the
city and all below it, in two years. The floor is Starlette, psycopg and orjson without token, GraphQL, register or
scope. One server at a time works, in turns; both run uvloop and httptools with everything alive frozen. The limit
of operations a person may ask for is raised, and tokens are names: ES256 is measured in the tests of tokens.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import tempfile
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg

from bench.load import fill
from bench.page_client import SIDE_BY_SIDE, Line, body, load, ready
from bench.page_servers import serve_floor, serve_ours
from bench.table import Row, print_table
from domain.record.vocabulary import Role, UnitRef
from domain.unit.state import Level
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.follow.rebuild import build_anew
from server.schema.base.ids import pack
from tests.database import Database
from tests.follow.projecting import OpenSeal
from tests.record.kit import record

NOW = "2026-03-02T08:00"
PAGE = """
query Page($unit: ID!, $since: DateTime!, $until: DateTime!, $after: String) {
  auditTrail(filter: {unit: {by: {id: $unit}}, occurredAt: {since: $since, until: $until}}, first: 50, after: $after) {
    edges { cursor node { id position act kind version occurredAt recordedAt late correlationId
                          label { vi } actor { name } unit { name } } }
    pageInfo { hasNextPage endCursor }
  }
}
"""
RECEIVE = """
mutation Receive($input: ReceiveReportInput!) {
  receiveReport(input: $input) { report { number } entry { act } position errors { code } }
}
"""
SPAN = {"since": "2024-01-01T00:00:00Z", "until": "2026-01-01T00:00:00Z"}
TARGET = 0.13
ROUNDS, SECONDS = 5, 3.0
PAGES = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    print_table(figures(parser.parse_args().lines))


def figures(lines: int) -> list[Row]:
    """Measure over a record of so many lines."""
    settings = {"max_wal_size": "4GB", "shared_buffers": "512MB"}
    with tempfile.TemporaryDirectory(prefix="baove-") as folder, Cluster(Path(folder), settings=settings) as cluster:
        with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE bench TEMPLATE template0")
        migrate(cluster.dsn(database="bench"), simulated=True)
        fill(cluster.dsn(database="bench"), lines)
        database = Database(cluster, "bench")
        people = asyncio.run(appoint(database, Path(folder)))
        build_anew(database.dsn("baove_projector"), OpenSeal(), ["trail"])
        with psycopg.connect(database.dsn()) as connection:
            row = connection.execute("SELECT unit_id FROM read.trail_unit GROUP BY 1 ORDER BY count(*) DESC").fetchone()
        assert row is not None
        return measure(database, Path(folder), people, row[0])


async def appoint(database: Database, folder: Path) -> tuple[UUID, UUID]:
    """An inspector who sees every line, and a worker who receives reports."""
    async with record(database, folder, at=NOW) as r:
        seat = await r.unit("TTTP", "Thanh tra thành phố", Level.INSPECTORATE)
        ward = await r.unit("99001", "Phường Thử", Level.COMMUNE)
        inspector = await r.office(seat, Role.INSPECTOR, "Hoàng Thị Mai")
        return inspector, await r.office(
            UnitRef(id=ward.id, code=ward.code, name=ward.name), Role.PROTECTION_WORKER, "Lê Thị Hoa"
        )


def measure(database: Database, folder: Path, people: tuple[UUID, UUID], city: UUID) -> list[Row]:
    context = get_context("spawn")
    dsns = {role: database.dsn(role) for role in ("baove_app", "baove_reader")}
    ours = Served(context.Process(target=serve_ours, args=(dsns, str(folder / "key"), NOW, 8771)), 8771)
    floor = Served(context.Process(target=serve_floor, args=(dsns["baove_reader"], 8772)), 8772)
    with ours, floor:
        return asyncio.run(compare(ours, floor, people, city))


class Served:
    """A server in a process of its own."""

    def __init__(self, process: BaseProcess, port: int) -> None:
        self._process, self.port = process, port

    def __enter__(self) -> None:
        self._process.start()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()

    def cpu_seconds(self) -> float:
        """What the process has used so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / 100

    def peak_mb(self) -> float:
        """The most memory it has had."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024


async def compare(ours: Served, floor: Served, people: tuple[UUID, UUID], city: UUID) -> list[Row]:
    """Walk to page 1,000, check that both answer the same bytes, then let both work in turns."""
    inspector, worker = people
    asked = {"unit": pack(f"Unit:{city.hex}"), **SPAN}
    await ready(ours.port)
    await ready(floor.port)
    cursors: list[str | None] = [None]
    async with Line(ours.port) as line:
        for _ in range(PAGES - 1):
            page = json.loads(await line.ask(body(inspector, PAGE, asked | {"after": cursors[-1]}, ours.port)))
            cursors.append(page["data"]["auditTrail"]["pageInfo"]["endCursor"])
    rows: list[Row] = []
    for number, after in ((1, None), (PAGES, cursors[-1])):
        request = body(inspector, PAGE, asked | {"after": after}, ours.port)
        plain = body(inspector, "", {"unit": str(city), **SPAN, "after": after}, floor.port)
        await same(ours, floor, request, plain)
        rows.append(await report(ours, floor, number, request, plain))
    rows += await commands(ours, worker)
    rows.append(Row(what="memory, web", figure=f"{ours.peak_mb():.0f} MB at most; the floor {floor.peak_mb():.0f} MB"))
    return rows


async def same(ours: Served, floor: Served, request: bytes, plain: bytes) -> None:
    async with Line(ours.port) as one, Line(floor.port) as other:
        first, second = await one.ask(request), await other.ask(plain)
        assert len(first) == len(second), (first[:600], second[:600])
        assert plain_lines(first) == plain_lines(second)
        assert first.count(b'"cursor"') == 50


def plain_lines(answer: bytes) -> list[Any]:
    """The lines of a page; cursors differ in the mark that binds them to their question."""
    return [edge["node"] for edge in json.loads(answer)["data"]["auditTrail"]["edges"]]


async def report(ours: Served, floor: Served, number: int, request: bytes, plain: bytes) -> Row:
    rates: dict[str, list[float]] = {"ours": [], "floor": []}
    costs: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(ROUNDS):
        for name, server, data in (("ours", ours, request), ("floor", floor, plain)):
            before = server.cpu_seconds()
            waits = await load(server.port, [data], SECONDS)
            rates[name].append(len(waits) / SECONDS)
            costs[name].append((server.cpu_seconds() - before) / len(waits) * 1000)
    a, b = statistics.median(rates["ours"]), statistics.median(rates["floor"])
    c, d = statistics.median(costs["ours"]), statistics.median(costs["floor"])
    told = f"{a:.0f}/s, {c:.2f} ms of CPU; the floor {b:.0f}/s, {d:.2f} ms"
    return Row(what=f"page {number:,} of 50 by 12", figure=told, reached=a / b, target=TARGET)


async def commands(ours: Served, worker: UUID) -> list[Row]:
    rows: list[Row] = []
    for side_by_side in (1, SIDE_BY_SIDE):
        told = {"channel": "IN_PERSON", "receivedAt": "2026-03-02T07:30:00+07:00", "placeUnit": "99001"}
        told |= {"harmKinds": ["NEGLECT"], "narrative": "Trẻ ở nhà một mình."}
        each = [
            body(worker, RECEIVE, {"input": {**told, "idempotencyKey": str(uuid4())}}, ours.port) for _ in range(4000)
        ]
        waits = await load(ours.port, each, SECONDS, side_by_side, expected=b'"errors":[]')
        cuts = statistics.quantiles(waits, n=100)
        rate = len(waits) / SECONDS
        told_of = f"{rate:.0f}/s, p50 {cuts[49] * 1e3:.1f} ms, p99 {cuts[98] * 1e3:.1f} ms"
        rows.append(Row(what=f"command, {side_by_side} at once", figure=told_of))
    return rows


if __name__ == "__main__":
    main()
