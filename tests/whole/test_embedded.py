"""The embedded PostgreSQL: it starts by itself, keeps what was committed, and never outlives its owner."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from server.database.embedded import Cluster, Given, serving
from server.database.postmaster import KEEPER
from server.database.programs import DatabaseUnavailable
from tests.database import Database

ROOT = Path(__file__).parents[2]

linux_only = pytest.mark.skipif(
    not hasattr(os, "pidfd_open"), reason="waits for the end of a process that is not our child"
)

OWNER = """
import sys
import time
from pathlib import Path
from server.database import postmaster
from server.database.embedded import Cluster
postmaster.KEEPER = sys.argv[2]
with Cluster(Path(sys.argv[1]), durable=False) as cluster:
    print(cluster.pid, flush=True)
    sys.stdin.read()
"""


def one(dsn: str, query: str) -> object:
    with psycopg.connect(dsn) as connection:
        row = connection.execute(query.encode()).fetchone()
        assert row is not None
        return row[0]


def start_owner(directory: Path, keeper: str = KEEPER) -> tuple[subprocess.Popen[str], int]:
    """Another process that runs a server in `directory`, and the server's process id."""
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(directory), keeper],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert owner.stdout is not None
    return owner, int(owner.stdout.readline())


def wait_for_end(pid: int) -> bool:
    """Whether a process that is no child of ours ended within half a minute."""
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], 30)[0])
    finally:
        os.close(handle)


def finish(owner: subprocess.Popen[str]) -> None:
    owner.kill()
    owner.communicate()


def test_a_server_starts_in_an_empty_directory_and_keeps_what_was_committed(directory: Path) -> None:
    with Cluster(directory) as cluster, psycopg.connect(cluster.dsn()) as connection:
        connection.execute("create table note as select 'Đã tiếp nhận' as words")
    with Cluster(directory) as cluster:
        assert one(cluster.dsn(), "select words from note") == "Đã tiếp nhận"


def test_it_speaks_through_a_private_socket_only(own_cluster: Cluster) -> None:
    assert one(own_cluster.dsn(), "show listen_addresses") == ""
    sockets = Path(str(one(own_cluster.dsn(), "show unix_socket_directories")))
    assert sockets.stat().st_mode & 0o077 == 0


def test_it_is_made_with_checksums_and_a_locale_that_no_system_update_changes(own_cluster: Cluster) -> None:
    assert one(own_cluster.dsn(), "show data_checksums") == "on"
    locale = "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'template1'"
    assert one(own_cluster.dsn(), locale) == "b C.UTF-8"


@pytest.mark.parametrize(("durable", "expected"), [(True, "on"), (False, "off")])
def test_only_a_server_for_ordinary_tests_gives_up_fsync(directory: Path, durable: bool, expected: str) -> None:
    with Cluster(directory, durable=durable) as cluster:
        assert one(cluster.dsn(), "show fsync") == expected
        assert one(cluster.dsn(), "show synchronous_commit") == "on"


def test_what_a_failing_statement_held_does_not_reach_the_servers_log(directory: Path) -> None:
    with Cluster(directory) as cluster:
        with psycopg.connect(cluster.dsn()) as connection:
            connection.execute("create table child (name text primary key)")
            connection.execute("insert into child values ('Nguyễn Thị Lan')")
            with pytest.raises(psycopg.errors.UniqueViolation):
                connection.execute("insert into child values ('Nguyễn Thị Lan')")
        log = Path(str(one(cluster.dsn(), "show data_directory"))).with_name("log").read_text()
    assert "duplicate key" in log
    assert "Lan" not in log


def until_cut_off(connection: psycopg.Connection[tuple[int]]) -> None:
    """Ask until the connection fails: a server's process outlives the killed one by a moment."""
    end = time.monotonic() + 20
    while time.monotonic() < end:
        connection.execute("select 1")


def test_a_killed_server_starts_again_with_what_was_committed(own_cluster: Cluster) -> None:
    with psycopg.connect(own_cluster.dsn(), autocommit=True) as connection:
        connection.execute("create table note as select 7 as number")
        own_cluster.crash()
        with pytest.raises(psycopg.OperationalError):
            until_cut_off(connection)
    assert own_cluster.pid is None
    own_cluster.start()
    assert one(own_cluster.dsn(), "select number from note") == 7


def test_a_second_owner_is_told_that_the_directory_is_taken(own_cluster: Cluster, directory: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="stop that one first"):
        Cluster(directory).start()
    assert one(own_cluster.dsn(), "select 1") == 1


@linux_only
def test_the_server_ends_when_its_owner_is_killed(directory: Path) -> None:
    owner, server = start_owner(directory)
    finish(owner)
    assert wait_for_end(server)


def test_ctrl_c_leaves_nothing_running(directory: Path) -> None:
    owner, server = start_owner(directory)
    owner.send_signal(signal.SIGINT)
    owner.communicate()
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


@linux_only
def test_a_server_left_over_without_a_keeper_lives_on_until_the_next_start(directory: Path) -> None:
    owner, left_over = start_owner(directory, keeper='"$@" </dev/null & wait $!')
    finish(owner)
    os.kill(left_over, 0)  # the control: this is what the keeper spares us
    with Cluster(directory, durable=False) as cluster:
        assert wait_for_end(left_over)
        assert one(cluster.dsn(), "select 1") == 1


def test_a_directory_too_deep_for_a_socket_still_works(directory: Path) -> None:
    deep = directory.joinpath(*["a-rather-long-name-of-a-directory"] * 4)
    with Cluster(deep, durable=False) as cluster:
        sockets = Path(str(one(cluster.dsn(), "show unix_socket_directories")))
        assert not sockets.is_relative_to(deep)
    assert not sockets.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root meets a directory that its server's account cannot")
def test_below_a_directory_that_only_root_enters_the_data_lie_elsewhere(directory: Path) -> None:
    private = directory / "private"
    private.mkdir(mode=0o700)
    with Cluster(private / "data", durable=False) as cluster:
        elsewhere = (private / "data" / "moved").readlink()
        assert one(cluster.dsn(), "show data_directory") == str(elsewhere / "data")
    shutil.rmtree(elsewhere)


def test_a_given_server_is_used_instead(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://an:secret@db.example:5433/tools")
    with serving(directory) as server:
        assert isinstance(server, Given)
        assert server.dsn() == "user=an password=secret dbname=postgres host=db.example port=5433"
        assert server.dsn("baove_app", "record") == "user=baove_app dbname=record host=db.example port=5433"
    assert not any(directory.iterdir())


def test_a_wrong_pg_bin_is_named(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_BIN", str(directory))
    with pytest.raises(DatabaseUnavailable, match="cannot be run"):
        Cluster(directory / "data").start()


def test_a_postgresql_that_is_too_old_is_named(directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = directory / "postgres"
    program.write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 15.18'\n")
    program.chmod(0o755)
    directory.chmod(0o755)
    monkeypatch.setenv("PG_BIN", str(directory))
    with pytest.raises(DatabaseUnavailable, match="holds version 15"):
        Cluster(directory / "data").start()


def test_each_test_gets_a_database_of_its_own(database: Database, real_database: Database) -> None:
    with psycopg.connect(database.dsn()) as connection:
        connection.execute("create schema only_here")
    found = "select count(*) from pg_namespace where nspname = 'only_here'"
    assert one(database.dsn(), found) == 1
    assert one(real_database.dsn(), found) == 0


def test_a_copy_of_the_migrated_database_has_its_privileges_too(database: Database) -> None:
    may_make_tables = "select has_database_privilege('baove_app', current_database(), 'temporary')"
    assert one(database.dsn("baove_app"), may_make_tables) is False
