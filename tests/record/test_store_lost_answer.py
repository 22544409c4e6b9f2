"""An answer lost after the commit: the command sent again gets the earlier position, one line stands."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from server.record.store import Log, Recorded, Replayed, Unavailable, Writer
from server.record.store.writer import APPEND
from tests.database import Database
from tests.record.store_kit import draft, keeping_faults, order_faults, whole

APP = "baove_app"
READY = b"Z\x00\x00\x00\x05I"  # the server's last word after a commit


class Swallower:
    """Stands between client and server; when told to, eats one answer whole and hangs up."""

    def __init__(self, dsn: str, folder: Path) -> None:
        where = conninfo_to_dict(dsn)
        self._host, self._port = str(where["host"]), int(where.get("port") or 5432)
        self._folder = folder
        self.dsn = make_conninfo(dsn, host=str(folder), port=5432)
        self.armed = False
        self.swallowed = 0

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        server = await asyncio.start_unix_server(self._serve, self._folder / ".s.PGSQL.5432")
        try:
            yield
        finally:
            server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self._host.startswith("/"):
            far = await asyncio.open_unix_connection(f"{self._host}/.s.PGSQL.{self._port}")
        else:
            far = await asyncio.open_connection(self._host, self._port)
        await asyncio.gather(self._questions(reader, far[1]), self._answers(far[0], writer))

    async def _questions(self, client: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        while question := await client.read(1 << 16):
            server.write(question)
        server.close()

    async def _answers(self, server: asyncio.StreamReader, client: asyncio.StreamWriter) -> None:
        while answer := await server.read(1 << 16):
            if self.armed:
                while not answer.endswith(READY):
                    answer += await server.read(1 << 16)
                self.armed = False
                self.swallowed += 1
                break
            client.write(answer)
        client.close()


async def _lose(database: Database, folder: Path, lines: int) -> tuple[set[str], int]:
    """Write `lines` lines, one in five of whose answers is lost; the faults found, the answers lost."""
    between = Swallower(database.dsn(APP), folder)
    chance = random.Random(7)  # noqa: S311
    acknowledged: dict[UUID, int] = {}
    case = uuid4()
    async with between.running(), Writer(between.dsn) as writer:
        for version in range(1, lines + 1):
            between.armed = chance.random() < 0.2
            lost = between.armed
            line = draft(case, version, state=str(version).encode())
            answer = await writer.append(line)
            assert isinstance(answer, Replayed if lost else Recorded)
            acknowledged[line.command_id] = answer.position
    async with Log(database.dsn(APP)) as log:
        written = await whole(log)
    assert len(written) == lines
    return keeping_faults(acknowledged, written, intents=True) | order_faults(written), between.swallowed


def test_a_lost_answer_costs_nothing(real_database: Database, directory: Path) -> None:
    faults, swallowed = asyncio.run(_lose(real_database, directory, 60))
    assert faults == set()
    assert swallowed >= 5


@pytest.mark.prove
def test_two_thousand_lost_answers_cost_nothing(real_database: Database, directory: Path) -> None:
    faults, swallowed = asyncio.run(_lose(real_database, directory, 10_000))
    assert faults == set()
    assert swallowed >= 1_900


def test_a_sender_that_makes_a_new_command_of_each_retry_is_caught(real_database: Database, directory: Path) -> None:
    async def story() -> set[str]:
        between = Swallower(real_database.dsn(APP), directory)
        async with between.running():
            case, version = uuid4(), 0
            for intent in range(20):
                lose = intent % 5 == 4
                for _ in range(2 if lose else 1):
                    version += 1
                    line = draft(case, version, state=str(intent).encode())
                    connection = await psycopg.AsyncConnection.connect(between.dsn, autocommit=True)
                    between.armed, lose = lose, False
                    try:
                        await connection.execute(
                            APPEND.encode(),
                            [
                                [line.file_id],
                                [line.version],
                                [line.name],
                                [line.state],
                                [line.command_id],
                                [line.command_hash],
                                [line.register_seen],
                            ],
                        )
                    except psycopg.OperationalError:
                        continue
                    finally:
                        await connection.close()
        async with Log(real_database.dsn(APP)) as log:
            return keeping_faults({}, await whole(log), intents=True)

    assert asyncio.run(story()) == {"twice"}


def test_a_server_that_stays_away_is_reported_as_such(real_database: Database, directory: Path) -> None:
    async def story() -> None:
        between = Swallower(real_database.dsn(APP), directory)
        async with between.running():
            writer = await Writer(between.dsn, patience_s=0.2).__aenter__()
            await writer.append(draft())
            between.armed = True
        (directory / ".s.PGSQL.5432").unlink(missing_ok=True)
        line = draft()
        with pytest.raises(Unavailable):
            await writer.append(line)
        await writer.__aexit__(None, None, None)
        async with Writer(real_database.dsn(APP)) as later:
            assert isinstance(await later.append(line), Replayed)

    asyncio.run(story())
