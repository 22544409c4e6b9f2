"""Events per second and waiting time of the store's Writer, against raw psycopg single-row inserts.

Both write the same bytes to the same durable server, in turns: raw with one thread, one connection and one
INSERT a line into a plain table; ours through `Writer` with every guard, the version and command checks and
gapless positions. Run it with nothing else on the machine: `python -m bench.append`.
"""

import argparse
import asyncio
import resource
import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import uvloop

from bench.table import Row, print_table
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.record.store import Draft, Log, Recorded, Writer

STATE = b'{"act":"' + b"x" * 580 + b'"}'
PLAIN = """
CREATE TABLE plain (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id uuid NOT NULL, version integer NOT NULL, name text NOT NULL, state bytea NOT NULL,
    command_id uuid NOT NULL, command_hash bytea NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp())
"""
INSERT = """
INSERT INTO plain (file_id, version, name, state, command_id, command_hash)
VALUES (%b, %b, %b, %b, %b, %b) RETURNING position
"""
TARGETS = {1: 0.5, 8: 1.1, 32: 2.0}


@dataclass(frozen=True, slots=True)
class Figures:
    per_second: float
    p50_ms: float
    p99_ms: float
    peak_mb: float


def _figures(waits: list[float], elapsed: float) -> Figures:
    cuts = statistics.quantiles(waits, n=100)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Figures(len(waits) / elapsed, cuts[49] * 1e3, cuts[98] * 1e3, peak)


def _draft(file_id: UUID, version: int) -> Draft:
    return Draft(
        file_id=file_id,
        version=version,
        name="report.received.1",
        state=STATE,
        command_id=uuid4(),
        command_hash=b"h" * 32,
        register_seen=0,
    )


def raw(dsn: str, writers: int, seconds: float) -> Figures:
    """`writers` threads, each with its own connection, one INSERT and one commit a line."""
    waits: list[list[float]] = [[] for _ in range(writers)]
    start = threading.Barrier(writers + 1)

    def work(mine: list[float]) -> None:
        with psycopg.connect(dsn, autocommit=True) as connection:
            file_id, version = uuid4(), 0
            start.wait()
            end = time.perf_counter() + seconds
            while (before := time.perf_counter()) < end:
                version += 1
                draft = _draft(file_id, version)
                row = [file_id, version, draft.name, draft.state, draft.command_id, draft.command_hash]
                connection.execute(INSERT.encode(), row, prepare=True)
                mine.append(time.perf_counter() - before)

    threads = [threading.Thread(target=work, args=[mine]) for mine in waits]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return _figures([wait for mine in waits for wait in mine], time.perf_counter() - began)


def ours(dsn: str, writers: int, seconds: float) -> Figures:
    """`writers` tasks of one process, each waiting for its own answer."""
    return uvloop.run(_ours(dsn, writers, seconds))


async def _ours(dsn: str, writers: int, seconds: float) -> Figures:
    waits: list[float] = []

    async def work(writer: Writer, end: float) -> None:
        file_id, version = uuid4(), 0
        while (before := time.perf_counter()) < end:
            version += 1
            answer = await writer.append(_draft(file_id, version))
            waits.append(time.perf_counter() - before)
            if not isinstance(answer, Recorded):
                raise AssertionError(answer)

    async with Writer(dsn, production=True) as writer:
        began = time.perf_counter()
        async with asyncio.TaskGroup() as group:
            for _ in range(writers):
                group.create_task(work(writer, began + seconds))
        return _figures(waits, time.perf_counter() - began)


def _alone(part: Callable[[str, int, float], Figures], dsn: str, writers: int, seconds: float) -> Figures:
    """In a process of its own, so that its peak memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(part, dsn, writers, seconds).result()


def _print(name: str, figures: list[Figures]) -> Figures:
    middle = Figures(*(statistics.median(getattr(one, field) for one in figures) for field in Figures.__slots__))
    print(
        f"  {name:4}  {middle.per_second:9,.0f} ev/s   p50 {middle.p50_ms:6.2f} ms   "
        f"p99 {middle.p99_ms:6.2f} ms   peak {middle.peak_mb:4.0f} MB"
    )
    return middle


async def _prove_whole(dsn: str) -> int:
    async with Log(dsn) as log:
        after, last = 0, None
        while lines := await log.read(after, 5000):
            for line in lines:
                if line.position != after + 1 or (last is not None and line.recorded_at <= last):
                    raise AssertionError(line.position)
                after, last = line.position, line.recorded_at
        return after


def main() -> None:
    """Print the table for 1, 8, 32 and 128 writers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0)
    options = parser.parse_args()
    print_table(figures(options.rounds, options.seconds))


def figures(rounds: int = 3, seconds: float = 3.0) -> list[Row]:
    """Measure, telling how it goes."""
    rows: list[Row] = []
    with (
        tempfile.TemporaryDirectory(prefix="baove-", dir="/var/tmp") as folder,
        Cluster(Path(folder)) as cluster,
    ):
        with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
            connection.execute("CREATE DATABASE record")
            connection.execute("CREATE DATABASE plain")
        with psycopg.connect(cluster.dsn(database="plain"), autocommit=True) as connection:
            connection.execute(PLAIN)
        migrate(cluster.dsn(database="record"))
        plain, record = cluster.dsn(database="plain"), cluster.dsn("baove_app", "record")
        for writers in (1, 8, 32, 128):
            print(f"{writers} writers, {rounds} rounds of {seconds:g} s, medians:")
            pairs = [
                (_alone(raw, plain, writers, seconds), _alone(ours, record, writers, seconds)) for _ in range(rounds)
            ]
            _print("raw", [pair[0] for pair in pairs])
            middle = _print("ours", [pair[1] for pair in pairs])
            ratio = statistics.median(mine.per_second / floor.per_second for floor, mine in pairs)
            rows.append(
                Row(
                    what=f"append, {writers} at once",
                    figure=f"{middle.per_second:,.0f}/s, p50 {middle.p50_ms:.2f} ms, p99 {middle.p99_ms:.2f} ms",
                    reached=ratio,
                    target=TARGETS.get(writers),
                )
            )
            rows.append(Row(what=f"memory, append by {writers}", figure=f"{middle.peak_mb:.0f} MB at most"))
        count = asyncio.run(_prove_whole(record))
        print(f"{count:,} lines: positions without a hole, times in order")
    return rows


if __name__ == "__main__":
    main()
