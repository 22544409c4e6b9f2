"""Another server takes over: what was connected to one that only reads lets go of it, and goes on with who leads."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from domain.law.harm import HarmKind
from domain.record.file import Request
from domain.record.vocabulary import Role
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from server import clock as clocks
from server.away import LENT_WITHIN_S, must_lead
from server.clock import Clock
from server.config import Config
from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.faults import CodedError, FaultCode
from server.follow.projector import Projector
from server.follow.tail import Tail
from server.record.handle import Answered
from server.record.store import Log, Recorded, Unavailable, Writer, writer
from server.schema.base.store_faults import store_faults
from tests.cases.casefile import instant
from tests.database import Database
from tests.follow.projecting import OpenSeal
from tests.record.kit import Record, record
from tests.record.store_kit import draft

PATIENCE_S = 60.0


@pytest.fixture
def own_database(own_cluster: Cluster) -> Database:
    database = Database(own_cluster, "baove")
    database.create()
    migrate(database.dsn(), simulated=True)
    return database


def stands_by(cluster: Cluster, directory: Path) -> None:
    """The server goes down and comes up again as one that follows another: it answers, and takes nothing."""
    cluster.crash()
    [data] = directory.rglob("postmaster.opts")
    signal = data.with_name("standby.signal")
    signal.touch()
    signal.chmod(0o666)
    cluster.start()


def leads(cluster: Cluster) -> None:
    with psycopg.connect(cluster.dsn(), autocommit=True) as connection:
        connection.execute("SELECT pg_promote(true, 60)")


def only_reads(cluster: Cluster, yes: bool) -> None:
    """From now on, for those already connected too."""
    with psycopg.connect(cluster.dsn(), autocommit=True, options="-c default_transaction_read_only=off") as connection:
        connection.execute(f"ALTER SYSTEM SET default_transaction_read_only = {'on' if yes else 'off'}".encode())
        connection.execute("SELECT pg_reload_conf()")


def test_a_line_waits_for_the_server_that_leads_and_is_written_there(
    own_cluster: Cluster, own_database: Database, directory: Path
) -> None:
    async def story() -> None:
        async with Writer(own_database.dsn("baove_app"), simulated=True) as one:
            assert isinstance(await one.append(draft()), Recorded)
            await asyncio.to_thread(stands_by, own_cluster, directory)
            line = asyncio.create_task(one.append(draft()))
            _, waiting = await asyncio.wait([line], timeout=1.0)
            assert waiting, "it is neither written nor given up"
            await asyncio.to_thread(leads, own_cluster)
            assert isinstance(await line, Recorded)

    asyncio.run(story())


@pytest.mark.parametrize("knows", [True, False])
def test_who_stays_connected_to_a_server_that_only_reads_is_told_to_come_again(
    own_cluster: Cluster, own_database: Database, knows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not knows:
        monkeypatch.setattr(writer, "is_away", lambda error: isinstance(error, psycopg.OperationalError))  # type: ignore[misc]

    async def story() -> BaseException | None:
        async with Writer(own_database.dsn("baove_app"), simulated=True, patience_s=0.2) as one:
            await one.append(draft())
            await asyncio.to_thread(only_reads, own_cluster, True)
            while True:
                try:
                    await one.append(draft())  # until the server's session has heard of it
                except Exception as error:
                    await asyncio.to_thread(only_reads, own_cluster, False)
                    return error

    error = asyncio.run(story())
    assert isinstance(error, Unavailable) is knows
    assert isinstance(error, psycopg.errors.ReadOnlySqlTransaction) is not knows
    if error is not None:
        with pytest.raises(CodedError) as coded, store_faults():
            raise error
        assert coded.value.code is FaultCode.UNAVAILABLE


@pytest.mark.parametrize("check", [must_lead, None])
def test_a_pool_lends_no_connection_to_a_server_that_only_reads(
    own_cluster: Cluster, own_database: Database, check: None
) -> None:
    async def story() -> bool:
        dsn = own_database.dsn("baove_reader")
        async with AsyncConnectionPool(dsn, min_size=1, open=False, check=check, timeout=2.0) as pool:
            async with pool.connection() as connection:
                await asyncio.to_thread(only_reads, own_cluster, True)
                async with asyncio.timeout(PATIENCE_S):
                    while connection.info.parameter_status("default_transaction_read_only") != "on":
                        await connection.execute("SELECT")
            try:
                async with pool.connection():
                    return True
            except PoolTimeout:
                return False
            finally:
                await asyncio.to_thread(only_reads, own_cluster, False)

    assert asyncio.run(story()) is (check is None)


def test_of_several_hosts_each_role_asks_for_the_one_that_takes_lines() -> None:
    settings = {"BAOVE_MODE": "test", "BAOVE_DATABASE_URL": "postgresql://one,other/baove"}
    chosen = Config.load("docs", settings)
    for role in ("app", "projector", "reader", "migrate", "superuser"):
        assert conninfo_to_dict(chosen.dsn(role))["target_session_attrs"] == "read-write"
    settings["BAOVE_DATABASE_URL"] += "?target_session_attrs=any"
    assert conninfo_to_dict(Config.load("docs", settings).dsn("app"))["target_session_attrs"] == "any"


@contextmanager
def projecting(database: Database) -> Generator[threading.Thread]:
    projector = Projector(database.dsn("baove_projector"), OpenSeal())
    thread = threading.Thread(target=projector.run)
    thread.start()
    try:
        yield thread
    finally:
        projector.stop()
        thread.join()


async def acted(kept: Record, request: Request) -> Answered:
    """The same act again, as a client sends it, as long as the answer is to come again."""
    async with asyncio.timeout(PATIENCE_S):
        while True:
            try:
                with store_faults():
                    return await kept.handler.handle(request)
            except CodedError as again:
                if again.code is not FaultCode.UNAVAILABLE:
                    raise


@asynccontextmanager
async def keeping_time(kept: Record, database: Database) -> AsyncGenerator[asyncio.Task[None]]:
    pool: AsyncConnectionPool = AsyncConnectionPool(
        database.dsn("baove_reader"), open=False, timeout=LENT_WITHIN_S, kwargs={"autocommit": True}
    )
    async with pool:
        keep = clocks._keep(Clock(kept.handler, kept.log, pool, kept.keyring))  # pyright: ignore[reportPrivateUsage]
        task = asyncio.create_task(keep)
        try:
            yield task
        finally:
            task.cancel()
            await asyncio.wait([task])


def test_clock_and_projector_outlive_the_change_and_do_their_work_with_who_leads(
    own_cluster: Cluster,
    own_database: Database,
    directory: Path,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clocks, "LONGEST_REST", timedelta(seconds=1))

    async def story() -> None:
        async with (
            record(own_database, tmp_path, at="2026-03-02T08:00") as kept,
            keeping_time(kept, own_database) as clock,
            Tail(own_database.dsn("baove_reader")) as tail,
        ):
            with projecting(own_database) as projector:
                ward = await kept.unit("11359", "Phường An Biên", Level.COMMUNE)
                lan = await kept.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
                told = ReceiveReport(
                    channel=Channel.PHONE,
                    received_at=instant("2026-03-02T08:00"),
                    place=ward,
                    harm_kinds=(HarmKind.NEGLECT,),
                    narrative="Cháu ở nhà một mình nhiều ngày.",
                )
                report = uuid4()
                asked = Request(file_id=report, command=told, command_id=uuid4(), at=kept.clock[0], person=lan)
                await asyncio.to_thread(stands_by, own_cluster, directory)
                async with asyncio.timeout(PATIENCE_S):
                    while not all(each in caplog.text for each in ("the clock waits", "the database is away")):
                        await asyncio.sleep(0.05)
                assert not clock.done()
                assert projector.is_alive()
                await asyncio.to_thread(leads, own_cluster)
                answered = await acted(kept, asked)
                assert await tail.reached("duties", answered.line.position or 0, PATIENCE_S)
                kept.at("2026-03-20T08:00")
                async with asyncio.timeout(PATIENCE_S):
                    while not any(line.name.startswith("duty.lapsed") for line in await kept.log.history(report)):
                        await asyncio.sleep(0.1)
                assert not clock.done()
                assert projector.is_alive()

    asyncio.run(story())


def test_a_fault_of_one_part_of_the_clock_stops_no_other(own_database: Database, tmp_path: Path) -> None:
    """Also a fault of ours: days off that cannot be counted anew hinder no lapse."""

    class Odd(Clock):
        async def recounts(self) -> int:
            raise LookupError("Cháu Mai Khôi")

    async def story() -> None:
        async with record(own_database, tmp_path, at="2026-03-02T08:00") as kept:
            pool: AsyncConnectionPool = AsyncConnectionPool(own_database.dsn("baove_reader"), open=False)
            async with pool:
                clock = Odd(kept.handler, kept.log, pool)
                done = list[str]()

                async def follow() -> int:
                    done.append("follow")
                    return 0

                clock.follow = follow  # pyright: ignore[reportAttributeAccessIssue]
                with pytest.raises(LookupError):
                    await clock.tick()
                assert done == ["follow"]

    asyncio.run(story())


def test_a_log_that_lost_its_server_reads_on(own_cluster: Cluster, own_database: Database) -> None:
    async def story() -> None:
        async with Log(own_database.dsn("baove_app")) as log:
            assert await log.head() == 0
            await asyncio.to_thread(own_cluster.crash)
            await asyncio.to_thread(own_cluster.start)
            assert await log.head() == 0

    asyncio.run(story())
