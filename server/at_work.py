"""How one tells whether a clock of this database is at work: it holds a lock as long as it is."""

import asyncio
from contextlib import suppress
from typing import Any

from psycopg import Error, OperationalError, connect
from psycopg_pool import AsyncConnectionPool

from server.config import Config

AT_WORK = 7203452119  # any constant: an advisory lock that every clock shares
LOCKED = """
SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
RETRY_S = 1.0


async def show_at_work(reader: AsyncConnectionPool[Any]) -> None:
    """Hold the lock by which `healthy` knows that a clock is at work; anew when the database has been away."""
    while True:
        with suppress(Error):
            async with reader.connection() as held:
                await held.execute("SELECT pg_advisory_lock_shared(%s)", [AT_WORK])
                while True:
                    await asyncio.sleep(RETRY_S)
                    await held.execute("SELECT")
        await asyncio.sleep(RETRY_S)


def healthy(config: Config) -> int:
    """0 when a clock of this database is at work, 1 when none is; says which."""
    try:
        with connect(config.dsn("reader"), autocommit=True) as connection:
            at_work = connection.execute(LOCKED, [AT_WORK >> 32, AT_WORK & 0xFFFFFFFF]).fetchone() is not None
    except OperationalError:
        print("no database")
        return 1
    print(f"at work: {at_work}")
    return 0 if at_work else 1
