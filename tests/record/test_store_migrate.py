"""Migrations: once each, in order, by many at a time, and never by another text under the same number."""

import threading
from collections.abc import Callable, Generator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from server.database import migrate as migrations
from server.database.embedded import Server
from server.database.migrate import MigrationRefused, migrate
from tests.database import Database


@pytest.fixture
def empty(cluster: Server) -> Generator[Database]:
    """A database that nothing was done to."""
    database = Database(cluster, f"baove_empty_{uuid4().hex}")
    database.create()
    yield database
    database.drop()


def _names(database: Database) -> list[str]:
    with psycopg.connect(database.dsn()) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM guard.migrations ORDER BY name")]


def _together(work: Callable[[int], None], count: int) -> list[BaseException]:
    """Run `work` in `count` threads that start at the same moment; what they raised."""
    start, failures = threading.Barrier(count), list[BaseException]()

    def run(number: int) -> None:
        start.wait()
        try:
            work(number)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=run, args=[number]) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


def test_sixteen_starts_at_once_migrate_once(empty: Database) -> None:
    assert _together(lambda _: migrate(empty.dsn()), 16) == []
    names = _names(empty)
    assert len(names) == len(set(names))
    assert names[0] == "000_migrations"


def test_sixteen_starts_at_once_without_the_lock_are_caught(empty: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "ONE_AT_A_TIME", "SELECT 1")
    assert _together(lambda _: migrate(empty.dsn()), 16) != []


def test_two_databases_of_one_server_are_migrated_at_the_same_time(cluster: Server) -> None:
    databases = [Database(cluster, f"baove_side_{uuid4().hex}") for _ in range(4)]
    for database in databases:
        database.create()
    try:
        assert _together(lambda number: migrate(databases[number].dsn()), 4) == []
    finally:
        for database in databases:
            database.drop()


def test_a_second_start_changes_nothing(real_database: Database) -> None:
    before = _names(real_database)
    migrate(real_database.dsn())
    assert _names(real_database) == before


def test_the_clock_chosen_first_stays(database: Database, real_database: Database) -> None:
    with pytest.raises(MigrationRefused, match="other clock"):
        migrate(database.dsn(), simulated=False)
    with pytest.raises(MigrationRefused, match="other clock"):
        migrate(real_database.dsn(), simulated=True)


def test_a_migration_changed_after_it_was_applied_is_refused(
    real_database: Database, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _copy(directory)
    (directory / "003_log.sql").write_text("SELECT 1", encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", directory)
    with pytest.raises(MigrationRefused, match="003_log was changed"):
        migrate(real_database.dsn())


def test_a_later_migration_needs_no_superuser_and_reseals_the_shape(
    empty: Database, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(empty.dsn())
    _copy(directory)
    later = "CREATE TABLE log.later (one integer); GRANT SELECT ON log.later TO baove_app"
    (directory / "999_later.sql").write_text(later, encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", directory)
    migrate(empty.dsn("baove_migrate"))
    with psycopg.connect(empty.dsn("baove_app")) as connection:
        assert connection.execute("SELECT * FROM log.later").fetchall() == []
        assert connection.execute("SELECT * FROM guard.changes()").fetchall() == []
    with psycopg.connect(empty.dsn()) as connection:
        row = connection.execute(
            "SELECT applied_by, tableowner FROM guard.migrations, pg_tables"
            " WHERE name = '999_later' AND tablename = 'later'"
        ).fetchone()
    assert row == ("baove_migrate", "baove_owner")


def test_a_migration_that_fails_leaves_nothing_behind(
    real_database: Database, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _copy(directory)
    later = "CREATE TABLE log.later (one integer); SELECT 1 / 0"
    (directory / "999_later.sql").write_text(later, encoding="utf-8")
    monkeypatch.setattr(migrations, "FOLDER", directory)
    with pytest.raises(psycopg.errors.DivisionByZero):
        migrate(real_database.dsn())
    assert "999_later" not in _names(real_database)
    with psycopg.connect(real_database.dsn()) as connection:
        assert connection.execute("SELECT to_regclass('log.later')").fetchone() == (None,)


def test_passwords_are_set_for_the_roles_named(real_database: Database) -> None:
    with psycopg.connect(real_database.dsn(), autocommit=True) as connection:
        try:
            migrate(real_database.dsn(), passwords={"baove_reader": "Hoa phượng đỏ"})
            row = connection.execute(
                "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'baove_reader'"
            ).fetchone()
            assert row == (True,)
        finally:
            connection.execute("ALTER ROLE baove_reader PASSWORD NULL")


def test_what_the_projector_builds_the_reader_may_read(real_database: Database) -> None:
    with psycopg.connect(real_database.dsn("baove_projector")) as connection:
        connection.execute("CREATE TABLE read.words (word text)")
        connection.execute("INSERT INTO read.words VALUES ('Hải Phòng')")
    with psycopg.connect(real_database.dsn("baove_reader")) as connection:
        assert connection.execute("SELECT word FROM read.words").fetchone() == ("Hải Phòng",)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("DELETE FROM read.words")
    with (
        psycopg.connect(real_database.dsn("baove_app")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("SELECT word FROM read.words")


def _copy(directory: Path) -> None:
    for file in migrations.FOLDER.glob("*.sql"):
        (directory / file.name).write_bytes(file.read_bytes())
