"""Nobody changes the record: every role, the superuser too, is refused everything but reading and append."""

import asyncio

import psycopg
import pytest
from psycopg import sql

from server.database.embedded import SUPERUSER
from server.record.store import Recorded, UnfitDatabase, Writer
from tests.database import Database
from tests.record.store_kit import draft

LOGINS = ("baove_migrate", "baove_app", "baove_projector", "baove_reader")
ROLES = (SUPERUSER, "baove_owner", "baove_append", *LOGINS)
NOTHING_GRANTED = "01007"  # what a GRANT says that had no effect
WITHOUT_LOGIN = ("baove_owner", "baove_append")
SIGNATURE = """log.append(files uuid[], versions integer[], topics text[], states bytea[],
    commands uuid[], hashes bytea[], register_seen bigint[])"""

LINES = (
    "UPDATE log.events SET state = ''",
    "DELETE FROM log.events",
    "TRUNCATE log.events",
    "MERGE INTO log.events e USING log.head h ON e.notification_id = h.one WHEN MATCHED THEN DELETE",
    "DELETE FROM log.head",
    "TRUNCATE log.head",
    "INSERT INTO log.head VALUES (1, 7, now(), 0) ON CONFLICT (one) DO UPDATE SET last_id = 7",
    "UPDATE guard.migrations SET name = 'x'",
    "DELETE FROM guard.migrations",
    "TRUNCATE guard.migrations",
    "DELETE FROM guard.sealed",
    "INSERT INTO guard.sealed VALUES ('x')",
    "TRUNCATE guard.sealed",
    "SELECT guard.seal()",
)
# baove_append is what log.append runs as: it can do these, and nobody but a superuser can become it.
WRITING = (
    "INSERT INTO log.events SELECT gen_random_uuid(), 1, 'x', '', 99, now(), gen_random_uuid(), ''",
    "UPDATE log.head SET last_id = 7",
)
SHAPE = (
    "ALTER TABLE log.events DISABLE TRIGGER ALL",
    "ALTER TABLE log.events DISABLE TRIGGER no_change",
    "ALTER TABLE log.events RENAME TO elsewhere",
    "ALTER TABLE log.events SET SCHEMA public",
    "ALTER TABLE log.events ALTER COLUMN topic TYPE varchar",
    "ALTER TABLE log.events ADD COLUMN more text",
    "ALTER TABLE log.events DROP CONSTRAINT events_command",
    "ALTER TABLE log.events OWNER TO baove_app",
    "ALTER TABLE log.events SET UNLOGGED",
    "ALTER TABLE log.events ENABLE ROW LEVEL SECURITY",
    "ALTER TABLE log.head DISABLE TRIGGER only_by_append",
    "ALTER TABLE guard.migrations DISABLE TRIGGER ALL",
    "ALTER TABLE guard.sealed DISABLE TRIGGER ALL",
    "DROP TABLE log.events CASCADE",
    "DROP TABLE log.head",
    "DROP TABLE guard.sealed",
    "DROP TRIGGER no_change ON log.events",
    "CREATE TRIGGER later BEFORE INSERT ON log.events FOR EACH ROW EXECUTE FUNCTION guard.refuse()",
    "CREATE RULE nothing AS ON INSERT TO log.events DO INSTEAD NOTHING",
    "CREATE POLICY hidden ON log.events USING (false)",
    "CREATE TABLE public.child () INHERITS (log.events)",
    "CREATE INDEX later ON log.events (topic)",
    "DROP INDEX log.events_register",
    "CREATE TABLE log.later (one integer)",
    "CREATE FUNCTION log.later() RETURNS integer LANGUAGE sql RETURN 1",
    f"CREATE OR REPLACE FUNCTION {SIGNATURE}"
    " RETURNS TABLE (outcome text, at_position bigint, at_time timestamptz) LANGUAGE sql"
    " AS $$ SELECT 'recorded', 1::bigint, now() $$",
    "CREATE OR REPLACE FUNCTION log.now() RETURNS timestamptz LANGUAGE sql RETURN '2020-01-01'::timestamptz",
    "CREATE OR REPLACE FUNCTION guard.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "ALTER FUNCTION log.append OWNER TO baove_app",
    "ALTER FUNCTION log.append SECURITY INVOKER",
    "DROP FUNCTION log.append",
    "DROP FUNCTION guard.hold_shape CASCADE",
    "DROP FUNCTION guard.hold_guards CASCADE",
    "DROP FUNCTION guard.refuse CASCADE",
    "DROP SCHEMA log CASCADE",
    "DROP SCHEMA guard CASCADE",
    "DROP SCHEMA log, guard CASCADE",
    "ALTER SCHEMA log RENAME TO elsewhere",
    "DROP OWNED BY baove_owner CASCADE",
    "DROP EXTENSION plpgsql CASCADE",
    "ALTER EXTENSION plpgsql ADD TABLE log.events",
    "GRANT UPDATE ON log.events TO baove_app",
    "GRANT DELETE ON log.events TO PUBLIC",
    "GRANT UPDATE (state) ON log.events TO baove_app",
    "GRANT EXECUTE ON FUNCTION log.append TO PUBLIC",
    "GRANT CREATE ON SCHEMA log TO baove_app",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA log GRANT ALL ON TABLES TO PUBLIC",
)
# What these name, a copy of the table has not, or under another name.
NOT_COPIED = ("no_change", "events_command", "events_register", "EXTENSION", "SET SCHEMA")


def _connect(database: Database, role: str) -> psycopg.Connection:
    connection = psycopg.connect(database.dsn(SUPERUSER if role in WITHOUT_LOGIN else role), autocommit=True)
    if role in WITHOUT_LOGIN:
        connection.execute(sql.SQL("SET ROLE {}").format(sql.Identifier(role)))
    return connection


def _passes(connection: psycopg.Connection, statements: tuple[str, ...]) -> list[str]:
    """The statements that were not refused (and are taken back at once)."""
    passed: list[str] = []
    warnings: list[str | None] = []
    connection.add_notice_handler(lambda notice: warnings.append(notice.sqlstate))
    for statement in statements:
        warnings.clear()
        try:
            with connection.transaction(force_rollback=True):
                connection.execute(statement.encode())
        except psycopg.Error as error:
            if not _refused(error):
                passed.append(f"{statement}: {error}")
        else:
            if NOTHING_GRANTED not in warnings:
                passed.append(statement)
    return passed


def _refused(error: psycopg.Error) -> bool:
    by_guard = "guard.hold_shape" in (error.diag.context or "")
    return isinstance(error, psycopg.errors.InsufficientPrivilege) or by_guard


def _one_line(database: Database) -> None:
    async def story() -> None:
        async with Writer(database.dsn("baove_app")) as writer:
            assert isinstance(await writer.append(draft()), Recorded)

    asyncio.run(story())


@pytest.mark.parametrize("role", ROLES)
def test_no_role_changes_a_line_or_the_shape_of_the_record(real_database: Database, role: str) -> None:
    _one_line(real_database)
    writing = () if role == "baove_append" else WRITING
    with _connect(real_database, role) as connection:
        assert _passes(connection, LINES + writing + SHAPE) == []


def test_a_superuser_who_plays_a_replica_is_refused_as_well(real_database: Database) -> None:
    _one_line(real_database)
    with _connect(real_database, SUPERUSER) as connection:
        connection.execute("SET session_replication_role = replica")
        assert _passes(connection, LINES + WRITING + SHAPE) == []


def test_a_table_without_guards_allows_all_that(real_database: Database) -> None:
    with _connect(real_database, SUPERUSER) as connection:
        connection.execute("CREATE TABLE public.events (LIKE log.events INCLUDING ALL)")
        statements = tuple(
            statement.replace("log.events", "public.events")
            for statement in LINES[:3] + WRITING[:1] + SHAPE
            if "log.events" in statement and not any(name in statement for name in NOT_COPIED)
        )
        assert len(statements) > 15
        assert _passes(connection, statements) == list(statements)


def test_the_app_may_read_the_log_and_append_and_nothing_else(real_database: Database) -> None:
    privileges = """
        SELECT format('%I.%I', nspname, relname), p
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace, unnest(ARRAY[
            'SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS p
        WHERE relkind IN ('r', 'v', 'm', 'p', 'f') AND nspname IN ('log', 'guard')
            AND has_table_privilege('baove_app', c.oid, p)
        ORDER BY 1, 2"""
    functions = """
        SELECT p.oid::regproc::text FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
        WHERE nspname IN ('log', 'guard') AND has_function_privilege('baove_app', p.oid, 'EXECUTE')
        ORDER BY 1"""
    roles = """
        SELECT rolname FROM pg_roles WHERE rolname LIKE 'baove%'
            AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls)"""
    with psycopg.connect(real_database.dsn()) as connection:
        assert connection.execute(privileges.encode()).fetchall() == [
            ("log.events", "SELECT"),
            ("log.head", "SELECT"),
        ]
        assert connection.execute(functions.encode()).fetchall() == [
            ("guard.changes",),
            ("log.append",),
            ("log.clock_kind",),
            ("log.ids_in",),
            ("log.now",),
        ]
        assert connection.execute(roles.encode()).fetchall() == []
        row = connection.execute(
            "SELECT count(*) FROM pg_auth_members WHERE roleid = 'baove_append'::regrole"
            " OR member = 'baove_app'::regrole"
        ).fetchone()
        assert row == (0,)


@pytest.mark.parametrize("role", LOGINS)
def test_no_role_becomes_another_that_may_write(real_database: Database, role: str) -> None:
    with _connect(real_database, role) as connection:
        statements = (
            "SET ROLE baove_append",
            "SET ROLE postgres",
            "SET session_replication_role = replica",
            "SET event_triggers = off",
        )
        assert _passes(connection, statements) == []


@pytest.mark.parametrize("role", ["baove_migrate", "baove_projector", "baove_reader"])
def test_only_the_app_appends(real_database: Database, role: str) -> None:
    call = "SELECT log.append('{}', '{}', '{}', '{}', '{}', '{}', '{}')"
    with _connect(real_database, role) as connection:
        assert _passes(connection, (call,)) == []
    with _connect(real_database, "baove_app") as connection:
        assert _passes(connection, (call,)) == [call]


def test_a_shape_changed_behind_the_guards_is_found_at_the_next_start(real_database: Database) -> None:
    with _connect(real_database, SUPERUSER) as connection:
        connection.execute("SET event_triggers = off")
        connection.execute("ALTER TABLE log.events DISABLE TRIGGER no_change")
        connection.execute("DELETE FROM log.events")

    async def start() -> None:
        async with Writer(real_database.dsn("baove_app")):
            pass

    with pytest.raises(UnfitDatabase, match="guarded shape"):
        asyncio.run(start())


def test_an_event_trigger_switched_off_is_found_at_the_next_start(real_database: Database) -> None:
    with _connect(real_database, SUPERUSER) as connection:
        connection.execute("ALTER EVENT TRIGGER baove_hold_shape DISABLE")
        changes = connection.execute("SELECT * FROM guard.changes()").fetchall()
        connection.execute("ALTER EVENT TRIGGER baove_hold_shape ENABLE ALWAYS")
        assert changes != []
        assert connection.execute("SELECT * FROM guard.changes()").fetchall() == []
