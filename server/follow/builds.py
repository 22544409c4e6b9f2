"""The tables of projections: which builds there are, which one is live, how far each has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from psycopg import Connection

from projections.catalogue import PROJECTIONS
from projections.entry import Fold, Projection, Rows, Write
from server.follow.swap import briefly

RETRY = "retry"
"""The channel on which the projector is asked to try parked lines again."""
GROUND_LOCK = 4_118_605_331  # any constant: an advisory lock of our own
GROUND = """
CREATE TABLE IF NOT EXISTS read.tracking (
    name text NOT NULL,
    version integer NOT NULL,
    build integer NOT NULL,
    position bigint NOT NULL,
    live boolean NOT NULL,
    begun_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, build)
);
CREATE UNIQUE INDEX IF NOT EXISTS tracking_live ON read.tracking (name) WHERE live;
CREATE TABLE IF NOT EXISTS read.projection_failures (
    name text NOT NULL,
    build integer NOT NULL,
    position bigint NOT NULL,
    file_id uuid NOT NULL,
    error text NOT NULL,
    failed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, build, position)
);
"""


@dataclass(slots=True)
class Build:
    """One set of a projection's tables. `stopped`: files whose later lines wait behind a parked one."""

    projection: Projection
    number: int
    position: int
    fold: Fold
    stopped: set[UUID] = field(default_factory=set[UUID])

    @property
    def tables(self) -> dict[str, str]:
        """The real name of each table by the name it has in the projection."""
        suffix = f"{self.projection.version}_{self.number}"
        return {name: f"read.{name}_{suffix}" for name in self.projection.tables}

    def sql(self, template: str) -> bytes:
        """A statement with the real names in it."""
        return template.format_map(self.tables).encode()

    def forget(self) -> None:
        """Start folding afresh: the last writes did not come about."""
        self.fold = self.projection.start()

    def write(self, connection: Connection[Any], writes: Iterable[Write]) -> None:
        """Bring the writes into the tables, within the caller's transaction."""
        with connection.cursor() as cursor:
            for write in writes:
                if not isinstance(write, Rows):
                    cursor.execute(self.sql(write.sql), write.parameters, prepare=True)
                elif write.rows:
                    with cursor.copy(f"COPY {self.tables[write.table]} {write.columns} FROM STDIN".encode()) as copy:
                        copy.write("\n".join(write.rows).encode() + b"\n")


def lay_ground(connection: Connection[Any]) -> None:
    """Make the tables that the projector itself needs, when they are not there."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [GROUND_LOCK])
        known = connection.execute("SELECT to_regclass('read.projection_failures') IS NOT NULL").fetchone()
        if known != (True,):
            connection.execute(GROUND.encode())


LIVE = "SELECT name, version, build, position FROM read.tracking WHERE live ORDER BY name"
UNFINISHED = "SELECT name, version, build, position FROM read.tracking WHERE NOT live ORDER BY name"
STOPPED = "SELECT DISTINCT file_id FROM read.projection_failures WHERE name = %s AND build = %s"
ADVANCE = """
UPDATE read.tracking t SET position = u.position
FROM unnest(%s::text[], %s::integer[], %s::bigint[]) AS u (name, build, position)
WHERE t.name = u.name AND t.build = u.build
"""
PARK = """
INSERT INTO read.projection_failures (name, build, position, file_id, error) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (name, build, position) DO UPDATE SET error = excluded.error, failed_at = clock_timestamp()
"""


def tracked(connection: Connection[Any], which: str) -> list[Build]:
    """The builds that `which` (LIVE or UNFINISHED) selects, as far as this code can follow them."""
    return [
        opened(connection, projection, number, position)
        for name, version, number, position in connection.execute(which.encode()).fetchall()
        for projection in PROJECTIONS
        if (projection.name, projection.version) == (name, version)
    ]


def hold(connection: Connection[Any], which: str, builds: Iterable[tuple[Build, int]]) -> None:
    """Lock the builds' rows until the transaction ends. Raises Moved when they are not where they stood."""
    rows = connection.execute(f"{which} FOR UPDATE".encode(), prepare=True).fetchall()
    known = {(p.name, p.version) for p in PROJECTIONS}
    found = {(name, number): position for name, version, number, position in rows if (name, version) in known}
    if found != {(build.projection.name, build.number): position for build, position in builds}:
        raise Moved


class Moved(Exception):
    """Another build has become live, or somebody else has written."""


def opened(connection: Connection[Any], projection: Projection, number: int, position: int) -> Build:
    """A build as the database has it."""
    stopped = connection.execute(STOPPED.encode(), [projection.name, number]).fetchall()
    return Build(projection, number, position, projection.start(), {file for (file,) in stopped})


def advance(connection: Connection[Any], moved: Sequence[tuple[Build, int]]) -> None:
    """Store how far the builds have come."""
    columns = [[b.projection.name for b, _ in moved], [b.number for b, _ in moved], [p for _, p in moved]]
    connection.execute(ADVANCE.encode(), columns, prepare=True)


def tell(connection: Connection[Any], moved: Sequence[tuple[Build, int]]) -> None:
    """NOTIFY `read` with `name:position` for each build, when the transaction commits."""
    told = [f"{build.projection.name}:{position}" for build, position in moved]
    connection.execute("SELECT pg_notify('read', each) FROM unnest(%s::text[]) AS each", [told], prepare=True)


def park(connection: Connection[Any], build: Build, position: int, file_id: UUID, error: str) -> None:
    """Set a line aside for a projection; `error` names a class and a place, never a message."""
    connection.execute(PARK.encode(), [build.projection.name, build.number, position, file_id, error])
    build.stopped.add(file_id)


def create(connection: Connection[Any], projection: Projection) -> Build:
    """Begin a new build with empty tables and no indexes, beside what there is."""
    with connection.transaction():
        row = connection.execute(
            "INSERT INTO read.tracking (name, version, build, position, live)"
            " SELECT %s, %s, coalesce(max(build), 0) + 1, 0, false FROM read.tracking WHERE name = %s"
            " RETURNING build",
            [projection.name, projection.version, projection.name],
        ).fetchone()
        number: int = row[0] if row else 0
        build = Build(projection, number, 0, projection.start())
        connection.execute(build.sql(projection.creation()))
    return build


def make_live(connection: Connection[Any], build: Build) -> None:
    """Put the build in the place of the live one and drop that, within the caller's transaction."""
    name = build.projection.name
    old = connection.execute("SELECT version, build FROM read.tracking WHERE name = %s AND live", [name]).fetchall()
    connection.execute("UPDATE read.tracking SET live = false WHERE name = %s AND live", [name])
    connection.execute("UPDATE read.tracking SET live = true WHERE name = %s AND build = %s", [name, build.number])
    for table, real in build.tables.items():
        connection.execute(f"DROP VIEW IF EXISTS read.{table}".encode())
        connection.execute(f"CREATE VIEW read.{table} AS TABLE {real}".encode())
    for version, number in old:
        _drop(connection, name, version, number)


def drop_unfinished(connection: Connection[Any]) -> None:
    """Remove what a rebuild that was killed has left."""
    with connection.transaction():
        for name, version, number, _ in connection.execute(UNFINISHED.encode()).fetchall():
            _drop(connection, name, version, number)


def drop_retired(connection: Connection[Any]) -> None:
    """Remove the tables of projections that this code no longer knows: nobody would follow the record into them."""
    known = [projection.name for projection in PROJECTIONS]

    def drop() -> None:
        retired = connection.execute(
            "SELECT name, version, build FROM read.tracking WHERE name <> ALL(%s)", [known]
        ).fetchall()
        for name, version, number in retired:
            _drop(connection, name, version, number)

    briefly(connection, drop)


def _drop(connection: Connection[Any], name: str, version: int, number: int) -> None:
    """Tables of a build are told by the end of their names: an older version may have had other tables."""
    tables = connection.execute(
        "SELECT format('read.%%I', relname) FROM pg_class"
        " WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' AND relname ~ %s",
        [f"^{name}(_[a-z_]+)?_{version}_{number}$"],
    ).fetchall()
    for (table,) in tables:
        connection.execute(f"DROP TABLE {table} CASCADE".encode())  # with the view that queries find it by
    connection.execute("DELETE FROM read.tracking WHERE name = %s AND build = %s", [name, number])
    connection.execute("DELETE FROM read.projection_failures WHERE name = %s AND build = %s", [name, number])
