"""Build projections afresh beside the live ones, in one pass over the log, and swap them in."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from typing import Any

from psycopg import Connection, connect

from projections.catalogue import PROJECTIONS
from projections.entry import Opener
from server.follow.builds import LIVE, UNFINISHED, create, drop_unfinished, lay_ground, make_live, tell
from server.follow.follower import Follower
from server.follow.swap import briefly

REBUILD_LOCK = 4_118_605_332
SESSION = "-c synchronous_commit=off -c TimeZone=UTC -c maintenance_work_mem=256MB"
BATCH = 5000

Progress = Callable[[int, int], None]


def spare_the_collector() -> None:
    """Let the garbage collector rest: a batch makes some 100,000 objects, hardly one of them in a cycle."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 1000)


def build_anew(
    dsn: str, opener: Opener, names: Sequence[str] = (), progress: Progress = lambda done, head: None
) -> None:
    """Rebuild these projections (none named: all). The live ones go on being read and followed meanwhile.

    `progress` is told the position reached and the head's position after each batch.
    """
    unknown = set(names) - {p.name for p in PROJECTIONS}
    if unknown:
        raise LookupError(f"no such projection: {', '.join(sorted(unknown))}")
    chosen = [p for p in PROJECTIONS if not names or p.name in names]
    with (
        connect(dsn, autocommit=True, options=SESSION) as connection,
        connect(dsn, autocommit=True, options=SESSION) as source,
    ):
        lay_ground(connection)
        connection.execute("SELECT pg_advisory_lock(%s)", [REBUILD_LOCK])
        drop_unfinished(connection)
        for projection in chosen:
            create(connection, projection)
        with Follower(connection, source, opener, BATCH, UNFINISHED) as follower:
            _fill(connection, follower, progress)
            for build in follower.builds:
                connection.execute(build.sql(build.projection.finish()))
                for table in build.tables.values():
                    connection.execute(f"ANALYZE {table}".encode())
            follower.catch_up()
            briefly(connection, lambda: _swap(connection, follower))


def _swap(connection: Connection[Any], follower: Follower) -> None:
    follower.start_again()  # an attempt that came to nothing took its lines back
    connection.execute(f"{LIVE} FOR UPDATE".encode())
    follower.catch_up()
    for build in follower.builds:
        make_live(connection, build)
    tell(connection, [(build, build.position) for build in follower.builds])


def _fill(connection: Connection[Any], follower: Follower, progress: Progress) -> None:
    row = connection.execute("SELECT last_id FROM log.head").fetchone()
    head: int = row[0] if row else 0
    done = 0
    while read := follower.step():
        done += read
        progress(done, max(done, head))
