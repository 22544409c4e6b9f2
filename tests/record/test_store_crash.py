"""PostgreSQL killed while writers write: nothing acknowledged is lost, nothing is written twice, no gap."""

import asyncio
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest

from server.database.embedded import Cluster
from server.database.migrate import migrate
from server.record.store import Log, Recorded, Replayed, Writer
from server.record.store.writer import APPEND
from tests.record.store_kit import draft, keeping_faults, order_faults, whole

APP = "baove_app"


class Crew:
    """Writers that go on through every crash, and what was acknowledged to them."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self.acknowledged: dict[UUID, int] = {}
        self.stop = False

    async def work(self) -> None:
        async with Writer(self._dsn) as writer, asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(self._write(writer))

    async def _write(self, writer: Writer) -> None:
        file_id, version = uuid4(), 0
        while not self.stop:
            version += 1
            line = draft(file_id, version, state=f"{file_id} {version}".encode())
            answer = await writer.append(line)
            assert isinstance(answer, Recorded | Replayed)
            self.acknowledged[line.command_id] = answer.position


async def _crash_often(cluster: Cluster, kills: int) -> tuple[set[str], int]:
    crew = Crew(cluster.dsn(APP))
    work = [asyncio.create_task(crew.work()) for _ in range(4)]
    for _ in range(kills):
        before = len(crew.acknowledged)
        while len(crew.acknowledged) < before + 200:
            await asyncio.sleep(0.01)
        await asyncio.to_thread(cluster.crash)
        await asyncio.to_thread(cluster.start)
    crew.stop = True
    await asyncio.gather(*work)
    async with Log(cluster.dsn(APP)) as log:
        lines = await whole(log)
    assert len(lines) == len(crew.acknowledged)
    return keeping_faults(crew.acknowledged, lines, intents=True) | order_faults(lines), len(lines)


def test_a_killed_server_loses_nothing_acknowledged_and_doubles_nothing(own_cluster: Cluster) -> None:
    migrate(own_cluster.dsn())
    faults, count = asyncio.run(_crash_often(own_cluster, 3))
    assert faults == set()
    assert count >= 600


@pytest.mark.prove
def test_a_server_killed_fifty_times_loses_nothing_acknowledged(own_cluster: Cluster) -> None:
    migrate(own_cluster.dsn())
    faults, _ = asyncio.run(_crash_often(own_cluster, 50))
    assert faults == set()


def test_commits_that_do_not_wait_for_the_disk_are_caught(directory: Path) -> None:
    with Cluster(directory, settings={"wal_writer_delay": "10s"}) as cluster:
        migrate(cluster.dsn())
        acknowledged: dict[UUID, int] = {}
        with psycopg.connect(cluster.dsn(APP), autocommit=True) as connection:
            connection.execute("SET synchronous_commit = off")
            for _ in range(50):
                line = draft()
                columns = [
                    [line.file_id],
                    [line.version],
                    [line.name],
                    [line.state],
                    [line.command_id],
                    [line.command_hash],
                    [line.register_seen],
                ]
                row = connection.execute(APPEND.encode(), columns).fetchone()
                assert row is not None
                acknowledged[line.command_id] = row[1]
            cluster.crash()
        cluster.start()

        async def story() -> set[str]:
            async with Log(cluster.dsn(APP)) as log:
                return keeping_faults(acknowledged, await whole(log))

        assert "lost" in asyncio.run(story())


def test_the_writer_waits_for_the_disk_whatever_its_role_was_told(own_cluster: Cluster) -> None:
    migrate(own_cluster.dsn())
    with psycopg.connect(own_cluster.dsn(), autocommit=True) as connection:
        connection.execute("ALTER ROLE baove_app SET synchronous_commit = off")

    async def story() -> None:
        async with Writer(own_cluster.dsn(APP), production=True) as writer:
            assert isinstance(await writer.append(draft()), Recorded)

    asyncio.run(story())


def test_readers_and_listeners_go_on_after_a_crash(own_cluster: Cluster) -> None:
    migrate(own_cluster.dsn())

    async def story() -> None:
        async with Writer(own_cluster.dsn(APP)) as writer, Log(own_cluster.dsn(APP)) as log:
            positions = log.listen()
            await writer.append(draft())
            assert await anext(positions) == 1
            assert len(await log.read(0, 10)) == 1
            await asyncio.to_thread(own_cluster.crash)
            await asyncio.to_thread(own_cluster.start)
            assert len(await log.read(0, 10)) == 1
            assert isinstance(await writer.append(draft()), Recorded)
            assert await anext(positions) == 2
            await positions.aclose()

    asyncio.run(story())
