"""What the clock looks into by itself: files of which a projection has not taken the latest lines."""

import asyncio
from pathlib import Path
from uuid import UUID, uuid4

import psycopg

from server.follow.rebuild import build_anew
from server.record.backlog import Backlog
from tests.database import Database
from tests.follow.projecting import OpenSeal
from tests.record.kit import record
from tests.record.test_nobody_overtakes_the_clock import a_case, no_tables

PARKED = """
INSERT INTO read.projection_failures (name, build, position, file_id, error)
SELECT name, build, %s, %s, 'Waits' FROM read.tracking WHERE live AND name = 'duties'
"""


def park(database: Database, position: int, file: UUID) -> None:
    with psycopg.connect(database.dsn("baove_projector"), autocommit=True) as connection:
        connection.execute(PARKED, [position, file])


def test_a_file_with_a_parked_line_is_looked_at_again_with_each_line_that_waits(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, no_tables(database) as pool:
            backlog = Backlog("duties", r.log, pool)
            case, _, _ = await a_case(r)
            assert case in await backlog.files(), "there is no table at all"
            await asyncio.to_thread(build_anew, database.dsn("baove_projector"), OpenSeal())
            assert await backlog.files() == {}, "the table has taken everything"
            file = uuid4()
            park(database, 3, file)
            assert await backlog.files() == {file: 3}
            park(database, 9, file)
            assert await backlog.files() == {file: 9}

    asyncio.run(story())
