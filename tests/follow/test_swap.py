"""Rebuilt tables are exchanged while somebody has them open: nobody else waits, and who it is is told."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta

import psycopg
import pytest

from server.config import Config
from server.follow import projector as projecting
from server.follow import swap
from server.follow.projector import health, healthy
from server.follow.rebuild import build_anew
from tests.database import Database
from tests.follow.projecting import OpenSeal, contents, write
from tests.follow.test_projector_faults import PATIENCE_S, dsn, follower, years_work

__all__ = ["dsn"]
BUILDS = "SELECT name, build FROM read.tracking WHERE live ORDER BY name"
WAITING = "SELECT FROM pg_locks WHERE NOT granted AND mode = 'AccessExclusiveLock'"


def waited_for(holds: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.02)


@contextmanager
def rebuilding(dsn: str) -> Generator[threading.Thread]:
    thread = threading.Thread(target=build_anew, args=(dsn, OpenSeal()))
    thread.start()
    yield thread
    thread.join()


def builds(database: Database) -> list[tuple[str, int]]:
    with psycopg.connect(database.dsn()) as connection:
        return connection.execute(BUILDS).fetchall()


def waits(database: Database) -> bool:
    with psycopg.connect(database.dsn()) as connection:
        return connection.execute(WAITING).fetchone() is not None


@pytest.mark.parametrize("brief", [True, False])
def test_a_reader_who_left_a_transaction_open_holds_up_no_other(
    database: Database, dsn: str, brief: bool, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(swap, "PAUSE_S", 0.05)
    if not brief:
        monkeypatch.setattr(swap, "LOCK_TIMEOUT", "0")
    lines = years_work(11)
    write(database.dsn("baove_app"), lines[:-5])
    with follower(dsn) as one:
        one.catch_up()
    before = builds(database)
    reader = database.dsn("baove_reader")
    patient = "-c idle_in_transaction_session_timeout=0"  # however slow the machine
    with psycopg.connect(reader, options=patient) as idle, psycopg.connect(reader, autocommit=True) as other:
        counted = idle.execute("SELECT count(*) FROM read.trail").fetchone()
        with rebuilding(dsn) as thread:
            waited_for((lambda: "held by pid" in caplog.text) if brief else (lambda: waits(database)), "the swap")
            other.execute(f"SET statement_timeout = '{'30s' if brief else '1s'}'".encode())
            if brief:
                assert other.execute("SELECT count(*) FROM read.trail").fetchone() == counted
                assert f"held by pid {idle.info.backend_pid} (baove_reader, idle in transaction" in caplog.text
                write(database.dsn("baove_app"), lines[-5:])  # between one attempt and the next
                again = caplog.text.count("held by pid") + 1
                waited_for(lambda: caplog.text.count("held by pid") > again, "another attempt")
            else:
                with pytest.raises(psycopg.errors.QueryCanceled):
                    other.execute("SELECT count(*) FROM read.trail")
            assert thread.is_alive()
            assert builds(database) == before
            idle.rollback()
    assert builds(database) == [(name, number + 1) for name, number in before]
    followed = contents(dsn)
    assert len(followed["trail"]) == len(lines) - (0 if brief else 5)
    build_anew(dsn, OpenSeal())
    assert contents(dsn) == followed, "no line was lost or doubled by the attempts that came to nothing"


def test_health_names_who_holds_the_tables(
    database: Database, dsn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = Config(mode="test", settings={"BAOVE_DATABASE_URL": dsn})
    with (
        psycopg.connect(database.dsn("baove_reader")) as idle,
        psycopg.connect(dsn, autocommit=True) as projector,
    ):
        idle.execute("SELECT count(*) FROM read.trail")
        assert health(dsn).held_by == (), "a moment is no matter"
        [told] = swap.holders(projector, timedelta())
        assert told.startswith(f"pid {idle.info.backend_pid} (baove_reader, idle in transaction, since ")
        monkeypatch.setattr(projecting, "holders", lambda connection: swap.holders(connection, timedelta()))  # type: ignore[misc]
        assert healthy(config) == 1, "nobody is at work"
        assert f"tables held by {told}" in capsys.readouterr().out
        idle.rollback()
        assert swap.holders(projector, timedelta()) == []


def test_who_only_reads_is_cut_off_when_idle_within_a_transaction(database: Database) -> None:
    with psycopg.connect(database.dsn("baove_app")) as app:
        assert app.execute("SHOW idle_in_transaction_session_timeout").fetchone() == ("0",)
    reader = psycopg.connect(database.dsn("baove_reader"))
    assert reader.execute("SHOW idle_in_transaction_session_timeout").fetchone() == ("30s",)
    assert reader.execute("SHOW statement_timeout").fetchone() == ("1min",)
    reader.execute("SET idle_in_transaction_session_timeout = '50ms'")
    reader.commit()
    reader.execute("SELECT")
    with psycopg.connect(database.dsn(), autocommit=True) as other:
        there = "SELECT FROM pg_stat_activity WHERE pid = %s"
        waited_for(lambda: other.execute(there, [reader.info.backend_pid]).fetchone() is None, "the cut")
    with pytest.raises(psycopg.errors.IdleInTransactionSessionTimeout):
        reader.execute("SELECT")
    reader.close()
