"""Bring a database to the shape this code expects: numbered SQL files, each applied once and recorded.

Files 000 to 009 make roles, the log, its clock and its guards: they need a superuser (roles, event triggers).
Files from 010 on run as `baove_owner` and need only `baove_migrate`, so that after the first start no service
holds a superuser's password.

Every migration first writes its row in `guard.migrations`; within that transaction alone the event trigger
lets the guarded shape (schemas log, guard, vault) change, and the new shape is sealed at its end. What a
superuser still can do: write such a row, set `event_triggers = off`, drop the event trigger, become
`baove_append`, or edit files on disk. The database cannot stop its own superuser; `guard.changes()` shows
most of it afterwards (the server asks at each start) and the rest is a matter for evidence held outside this
database.
"""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from psycopg import Connection, connect
from psycopg.sql import SQL, Identifier, Literal

FOLDER = Path(__file__).parent / "sql"
FIRST_WITHOUT_SUPERUSER = "010"
OTHER_CLOCK = {False: "002_clock_simulated", True: "002_clock_real"}
ONE_AT_A_TIME = "SELECT pg_advisory_lock(7203452118)"  # any constant; held until the connection closes


class MigrationRefused(Exception):
    """The database was migrated by other files than these, or with the other clock."""


def migrate(superuser_dsn: str, simulated: bool = False, passwords: Mapping[str, str] | None = None) -> None:
    """Apply what is missing; safe to call at every start and from many processes at once.

    `simulated` gives the database a clock that a session may set (for demonstrations and tests); the choice
    is made once, at the first migration. `passwords` maps role names to passwords to set, and needs a
    superuser.
    """
    with connect(superuser_dsn, autocommit=True) as connection:
        connection.execute(ONE_AT_A_TIME.encode())
        done = _applied(connection)
        if OTHER_CLOCK[simulated] in done:
            raise MigrationRefused("this database was given the other clock when it was first migrated")
        for file in _files(simulated):
            text = file.read_text(encoding="utf-8")
            name, digest = file.stem, sha256(text.encode()).hexdigest()
            if name not in done:
                _apply(connection, name, digest, text)
            elif done[name] != digest:
                raise MigrationRefused(f"{name} was changed after it had been applied here")
        for role, password in (passwords or {}).items():
            connection.execute(SQL("ALTER ROLE {} PASSWORD {}").format(Identifier(role), Literal(password)))


def is_current(superuser_dsn: str) -> bool:
    """Whether everything has been applied to this database, with either clock."""
    with connect(superuser_dsn, autocommit=True) as connection:
        done = _applied(connection)
    return any({file.stem for file in _files(simulated)} <= done.keys() for simulated in OTHER_CLOCK)


def _files(simulated: bool) -> list[Path]:
    return sorted(file for file in FOLDER.glob("[0-9][0-9][0-9]_*.sql") if file.stem != OTHER_CLOCK[simulated])


def _applied(connection: Connection) -> dict[str, str]:
    known = connection.execute("SELECT to_regclass('guard.migrations') IS NOT NULL").fetchone()
    if known == (False,):
        return {}
    return dict(connection.execute("SELECT name, digest FROM guard.migrations").fetchall())


def _apply(connection: Connection, name: str, digest: str, text: str) -> None:
    record = SQL("INSERT INTO guard.migrations (name, digest) VALUES ({}, {})").format(name, digest)
    with connection.transaction():
        if name.startswith("000"):
            connection.execute(text.encode())
            connection.execute(record)
        else:
            connection.execute(record)
            if name >= FIRST_WITHOUT_SUPERUSER:
                connection.execute("SET LOCAL ROLE baove_owner")
            connection.execute(text.encode())
            connection.execute("RESET ROLE")
        sealed = connection.execute("SELECT to_regprocedure('guard.seal()') IS NOT NULL").fetchone()
        if sealed == (True,):
            connection.execute("SELECT guard.seal()")
