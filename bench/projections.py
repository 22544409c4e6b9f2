"""How fast the read side follows and is rebuilt, how soon a line can be read, and how much memory that takes.

`python -m bench.projections [--lines 1000000]`, with nothing else on the machine. All five projections at once;
texts are opened by a stand-in without encryption (an AES-GCM box adds about 3 us a text).
"""

from __future__ import annotations

import argparse
import asyncio
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread

import psycopg

from bench.load import fill, rows
from bench.table import Row, print_table
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.follow.follower import Follower
from server.follow.projector import Projector
from server.follow.rebuild import SESSION, build_anew, spare_the_collector
from server.record.store import Draft, Recorded, Writer
from tests.follow.projecting import OpenSeal

RATE_PER_S = 300
SECONDS = 20
TARGETS = {"rebuild": 15_000, "follow": 8_000}
P50_MS, P99_MS = 5.0, 50.0


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
        superuser, dsn = cluster.dsn(database="bench"), cluster.dsn("baove_projector", "bench")
        migrate(superuser, simulated=True)
        fill(superuser, lines)
        rows = report("rebuild", lines, apart(rebuild, dsn))
        more = max(lines // 10, 10_000)
        fill(superuser, more)
        rows += report("follow", more, apart(follow, dsn))
        waits = latency(cluster.dsn("baove_app", "bench"), dsn)
    cuts = statistics.quantiles(waits, n=100)
    for what, wait, target in (("p50", cuts[49], P50_MS), ("p99", cuts[98], P99_MS)):
        told = f"{wait:.1f} ms at {RATE_PER_S} lines a second"
        rows.append(Row(what=f"visible, {what} ms", figure=told, reached=wait, target=target, at_most=True))
    return rows


def report(name: str, lines: int, figures: tuple[float, float]) -> list[Row]:
    seconds, peak = figures
    told = f"{lines:,} lines in {seconds:.1f} s, all projections"
    return [
        Row(what=f"{name}, lines/s", figure=told, reached=lines / seconds, target=TARGETS[name]),
        Row(what=f"memory, {name}", figure=f"{peak:.0f} MB at most"),
    ]


def apart(work: Callable[[str], float], dsn: str) -> tuple[float, float]:
    """Seconds that `work` took and the peak of memory in MB, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, work, dsn).result()


def measured(work: Callable[[str], float], dsn: str) -> tuple[float, float]:
    spare_the_collector()
    seconds = work(dsn)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def rebuild(dsn: str) -> float:
    began = time.perf_counter()
    build_anew(dsn, OpenSeal())
    return time.perf_counter() - began


def follow(dsn: str) -> float:
    with (
        psycopg.connect(dsn, autocommit=True, options=SESSION) as connection,
        psycopg.connect(dsn, autocommit=True, options=SESSION) as source,
        Follower(connection, source, OpenSeal()) as follower,
    ):
        began = time.perf_counter()
        follower.catch_up()
        return time.perf_counter() - began


def project(dsn: str) -> None:
    spare_the_collector()
    Projector(dsn, OpenSeal()).run()


def latency(app_dsn: str, dsn: str) -> list[float]:
    """Milliseconds from a line's commit to when it can be read in the trail."""
    process = get_context("spawn").Process(target=project, args=(dsn,), daemon=True)
    process.start()
    seen: dict[int, float] = {}
    written = Event()
    listener = Thread(target=watch, args=(dsn, seen, written), daemon=True)
    listener.start()
    committed = asyncio.run(write(app_dsn))
    written.set()
    listener.join()
    process.kill()
    process.join()
    return [
        (next(seen[p] for p in range(position, position + 10_000) if p in seen) - at) * 1e3
        for position, at in committed.items()
        if at > min(committed.values()) + 2
    ]


def watch(dsn: str, seen: dict[int, float], written: Event) -> None:
    """Note when each position was told of, until all is written and nothing more comes for two seconds."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("LISTEN read")
        told_lately = True
        while told_lately or not written.is_set():
            told_lately = False
            for told in connection.notifies(timeout=2):
                told_lately = True
                name, _, position = told.payload.partition(":")
                if name == "trail":
                    seen[int(position)] = time.perf_counter()


async def write(dsn: str) -> dict[int, float]:
    """Append first lines of files at a steady rate; when each position was committed."""
    lines = [row for row in rows(RATE_PER_S * SECONDS * 20, after=1) if row[1] == 1][: RATE_PER_S * SECONDS]
    committed: dict[int, float] = {}
    async with Writer(dsn, simulated=True) as writer, asyncio.TaskGroup() as tasks:

        async def append(draft: Draft) -> None:
            answer = await writer.append(draft)
            assert isinstance(answer, Recorded), answer
            committed[answer.position] = time.perf_counter()

        began = time.perf_counter()
        for i, (file_id, version, name, state, _, _, command, digest) in enumerate(lines):
            draft = Draft(
                file_id=file_id,
                version=version,
                name=name,
                state=state,
                command_id=command,
                command_hash=digest,
                register_seen=1 << 40,
            )
            tasks.create_task(append(draft))
            await asyncio.sleep(max(0.0, began + i / RATE_PER_S - time.perf_counter()))
    return committed


if __name__ == "__main__":
    main()
