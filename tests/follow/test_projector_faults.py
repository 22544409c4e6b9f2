"""What a projector may suffer: it is killed, doubled or fed a bad line, and the tables still tell the record."""

from __future__ import annotations

import asyncio
import random
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Thread
from uuid import UUID, uuid4

import psycopg
import pytest

from domain.law.harm import HarmKind
from domain.record.file import Request
from domain.record.personal import Personal
from domain.record.vocabulary import Role
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from projections.catalogue import PROJECTIONS
from projections.text_index import question
from server.config import Config
from server.follow import follower as following
from server.follow.builds import LIVE, drop_retired, lay_ground
from server.follow.follower import Follower
from server.follow.projector import Projector, health, healthy, rebuild, run
from server.follow.rebuild import SESSION, build_anew
from server.follow.tail import Tail
from server.record.keyring import make_key
from server.record.store import Draft
from tests.cases.casefile import instant
from tests.database import Database
from tests.follow.projecting import OpenSeal, contents, drafts, positions, write
from tests.record.histories import History
from tests.record.kit import record

PATIENCE_S = 60.0


def years_work(seed: int, attempts: int = 80) -> list[Draft]:
    """The lines of a random history, as requests to append them."""
    history = History()
    for i in range(attempts):
        history.attempt(f"{seed}:{i}")
    return drafts(history.tale.story.lines)


@contextmanager
def follower(dsn: str, opener: OpenSeal | None = None, batch: int = 2000, which: str = LIVE) -> Generator[Follower]:
    with (
        psycopg.connect(dsn, autocommit=True, options=SESSION) as connection,
        psycopg.connect(dsn, autocommit=True, options=SESSION) as source,
        Follower(connection, source, opener or OpenSeal(), batch, which) as following,
    ):
        yield following


@pytest.fixture
def dsn(database: Database) -> str:
    """The projector's own connection string, to a database with empty tables to follow into."""
    dsn = database.dsn("baove_projector")
    build_anew(dsn, OpenSeal())
    return dsn


def reached(dsn: str, position: int) -> bool:
    """Whether every projection has taken the line at `position`, within the time that there is."""
    end = time.monotonic() + PATIENCE_S
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("LISTEN read")
        while min(positions(dsn).values()) < position:
            if time.monotonic() > end:
                return False
            for _ in connection.notifies(timeout=1, stop_after=1):
                pass
    return True


def as_rebuilt(dsn: str) -> bool:
    """Whether the tables are what the record alone gives."""
    followed = contents(dsn)
    build_anew(dsn, OpenSeal())
    return followed == contents(dsn)


@contextmanager
def projecting(dsn: str, manner: str = "careful") -> Generator[subprocess.Popen[bytes]]:
    """A projector in a process of its own, killed in the end if it still is alive."""
    with subprocess.Popen([sys.executable, "-m", "tests.follow.projector_process", dsn, manner]) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_projector_killed_again_and_again_loses_and_doubles_nothing(database: Database, dsn: str) -> None:
    lines = years_work(1)
    dice = random.Random(216)  # noqa: S311
    for at in range(0, len(lines), 12):
        with projecting(dsn):
            write(database.dsn("baove_app"), lines[at : at + 12])
            assert reached(dsn, min(at + dice.randint(0, 12), len(lines)))
    with projecting(dsn):
        assert reached(dsn, len(lines))
    assert as_rebuilt(dsn)


@pytest.mark.parametrize(("manner", "equal"), [("dying", True), ("careless", False)])
def test_rows_and_position_are_one_transaction_and_apart_they_would_differ(
    database: Database, dsn: str, manner: str, equal: bool
) -> None:
    lines = years_work(2)
    write(database.dsn("baove_app"), lines)
    with projecting(dsn, manner) as process:
        assert process.wait(PATIENCE_S) == -signal.SIGKILL
    with projecting(dsn):
        assert reached(dsn, len(lines))
    assert as_rebuilt(dsn) is equal


def test_of_two_projectors_one_works_and_the_other_takes_over(database: Database, dsn: str) -> None:
    lines = years_work(3)
    half = len(lines) // 2
    first, second = Projector(dsn, OpenSeal()), Projector(dsn, OpenSeal())
    threads = [Thread(target=first.run), Thread(target=second.run)]
    threads[0].start()
    assert reached(dsn, 0)
    threads[1].start()
    write(database.dsn("baove_app"), lines[:half])
    assert reached(dsn, half)
    first.stop()
    threads[0].join()
    write(database.dsn("baove_app"), lines[half:])
    assert reached(dsn, len(lines))
    assert health(dsn).at_work
    second.stop()
    threads[1].join()
    assert not health(dsn).at_work
    assert as_rebuilt(dsn)


@pytest.mark.parametrize("held", [True, False])
def test_two_followers_without_a_leader_never_write_the_same_batch_twice(
    database: Database, dsn: str, held: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not held:
        monkeypatch.setattr(following, "hold", lambda connection, which, builds: None)  # type: ignore[misc]
    lines = years_work(4)
    counts = LIVE.replace("WHERE live", "WHERE live AND name = 'counts'")  # no unique row would betray it there
    with follower(dsn, which=counts) as one, follower(dsn, which=counts) as other:
        one.step()
        other.step()
        write(database.dsn("baove_app"), lines[:20])
        one.step()
        other.step()
        write(database.dsn("baove_app"), lines[20:])
        other.catch_up()
        one.catch_up()
    counted = contents(dsn)["counts"]
    build_anew(dsn, OpenSeal())
    assert (counted == contents(dsn)["counts"]) is held


class Clumsy(OpenSeal):
    """Cannot open the texts of one file, and says in its error what is in them."""

    def __init__(self, file_id: UUID) -> None:
        super().__init__()
        self.file_id = file_id

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        if any(file_id == self.file_id for file_id, _ in values):
            raise RuntimeError("Cháu Mai Khôi")
        return super().open_many(values)


def parked(dsn: str) -> dict[str, list[tuple[int, str]]]:
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT name, position, error FROM read.projection_failures ORDER BY name, position"
        ).fetchall()
    found: dict[str, list[tuple[int, str]]] = {}
    for name, position, error in rows:
        found.setdefault(name, []).append((position, error))
    return found


def test_a_line_that_one_projection_cannot_take_is_parked_and_all_else_goes_on(
    database: Database, dsn: str, caplog: pytest.LogCaptureFixture
) -> None:
    lines = years_work(5)
    report = next(line.file_id for line in lines if line.name.startswith("report."))
    of_it = [line for line in lines if line.file_id == report]
    with follower(dsn, Clumsy(report)) as clumsy:
        write(database.dsn("baove_app"), lines[:-5])
        clumsy.catch_up()
        write(database.dsn("baove_app"), lines[-5:])
        clumsy.catch_up()
    assert set(positions(dsn).values()) == {len(lines)}
    assert len(contents(dsn)["trail"]) == len(lines)
    errors = [error for _, error in parked(dsn)["words"]]
    assert list(parked(dsn)) == ["words"]
    assert len(errors) == len(of_it)
    assert errors[0].startswith("RuntimeError at ")
    assert all(error.startswith("Waits") for error in errors[1:]), "later lines of the file wait behind it"
    assert health(dsn).parked == len(of_it)
    assert "is parked: words cannot take it" in caplog.text
    assert "Mai Khôi" not in caplog.text
    with follower(dsn) as mended:
        assert mended.retry() == 0
    assert parked(dsn) == {}
    assert as_rebuilt(dsn)


def test_a_line_that_nobody_can_read_is_parked_for_all_and_stays_in_sight(database: Database, dsn: str) -> None:
    lines = years_work(6)
    torn = replace(lines[0], file_id=uuid4(), version=1, name="report.received.1", state=b"{torn", command_id=uuid4())
    write(database.dsn("baove_app"), [*lines[:30], torn, *lines[30:]])
    with follower(dsn, batch=10) as one:
        one.catch_up()
    assert set(positions(dsn).values()) == {len(lines) + 1}
    assert {position for found in parked(dsn).values() for position, _ in found} == {31}
    assert len(contents(dsn)["trail"]) == len(lines)
    assert health(dsn).parked == 1
    assert as_rebuilt(dsn), "a rebuild parks it too"
    assert health(dsn).parked == 1


def test_a_projector_that_did_not_park_would_stand_still(
    database: Database, dsn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "parks", lambda error: False)  # type: ignore[misc]
    lines = years_work(6)
    torn = replace(lines[0], file_id=uuid4(), version=1, name="report.received.1", state=b"{torn", command_id=uuid4())
    write(database.dsn("baove_app"), [*lines[:30], torn, *lines[30:]])
    with follower(dsn, batch=10) as one, pytest.raises(ValueError, match="JSON"):
        one.catch_up()
    assert max(positions(dsn).values()) <= 30


@pytest.mark.parametrize(("seed", "batch"), [(7, 1), (8, 7), (9, 2000)])
def test_whatever_happened_following_in_batches_of_any_size_gives_what_a_rebuild_gives(
    database: Database, dsn: str, seed: int, batch: int
) -> None:
    write(database.dsn("baove_app"), years_work(seed, 120))
    with follower(dsn, batch=batch) as one:
        one.catch_up()
    assert parked(dsn) == {}
    assert as_rebuilt(dsn)


def test_the_tables_of_a_projection_that_is_no_more_are_removed(database: Database, dsn: str) -> None:
    def tables() -> set[str]:
        with psycopg.connect(database.dsn()) as connection:
            named = connection.execute("SELECT relname FROM pg_class WHERE relnamespace = 'read'::regnamespace")
            return {name for (name,) in named.fetchall()}

    before = tables()
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("INSERT INTO read.tracking VALUES ('caseload', 3, 1, 9, true)")
        connection.execute("CREATE TABLE read.caseload_3_1 (file_id uuid)")
        connection.execute("CREATE VIEW read.caseload AS TABLE read.caseload_3_1")
        assert tables() == before | {"caseload_3_1", "caseload"}
        drop_retired(connection)
        assert tables() == before
        assert set(positions(dsn)) == {projection.name for projection in PROJECTIONS}


def test_a_rebuild_that_was_killed_leaves_the_live_tables_and_no_litter(database: Database, dsn: str) -> None:
    lines = years_work(10)
    write(database.dsn("baove_app"), lines)
    with follower(dsn) as one:
        one.catch_up()
    before = contents(dsn)

    class Killed(Exception):
        pass

    def kill(done: int, head: int) -> None:
        raise Killed

    with pytest.raises(Killed):
        build_anew(dsn, OpenSeal(), progress=kill)
    assert contents(dsn) == before
    build_anew(dsn, OpenSeal())
    assert contents(dsn) == before
    with psycopg.connect(dsn) as connection:
        lay_ground(connection)
        row = connection.execute(
            "SELECT (SELECT count(*) FROM read.tracking), (SELECT count(*) FROM pg_class"
            " WHERE relnamespace = 'read'::regnamespace AND relkind = 'r' AND relname ~ '_[0-9]+_[0-9]+$')"
        ).fetchone()
    assert row == (len(PROJECTIONS), len(before))


def test_the_process_follows_real_commands_and_opens_their_texts_with_the_projectors_own_keys(
    database: Database, tmp_path: Path
) -> None:
    make_key(tmp_path / "key")
    config = Config.load(
        "project",
        {
            "BAOVE_MODE": "test",
            "BAOVE_DATABASE_URL": database.dsn("baove_projector"),
            "BAOVE_KEY_FILE": str(tmp_path / "key"),
        },
    )

    async def work() -> tuple[int, int]:
        async with record(database, tmp_path, at="2026-03-02T08:00") as kept:
            following = asyncio.create_task(run(config))
            ward = await kept.unit("11359", "Phường An Biên", Level.COMMUNE)
            lan = await kept.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
            told = ReceiveReport(
                channel=Channel.PHONE,
                received_at=instant("2026-03-02T08:00"),
                place=ward,
                harm_kinds=(HarmKind.NEGLECT,),
                narrative="Cháu ở nhà một mình nhiều ngày.",
            )
            answered = await kept.handler.handle(
                Request(file_id=uuid4(), command=told, command_id=uuid4(), at=kept.clock[0], person=lan)
            )
            position = answered.line.position or 0
            async with Tail(database.dsn("baove_reader")) as tail:
                assert await tail.reached("words", position, PATIENCE_S)
            assert healthy(config) == 0
            asked = question("o nha một mình", kept.keyring.index_key())
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
        assert healthy(config) == 1, "nobody is at work"
        await rebuild(config, "words")
        with psycopg.connect(database.dsn("baove_reader")) as connection:
            query = "SELECT position FROM read.words WHERE lexemes @@ %s::tsquery"
            [(found,)] = connection.execute(query, [asked]).fetchall()
        return found, position

    found, position = asyncio.run(work())
    assert found == position
