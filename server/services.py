"""What a process of the server works with, opened and closed in order."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from psycopg_pool import AsyncConnectionPool

from server.away import LENT_WITHIN_S, must_lead
from server.config import Config
from server.follow.tail import Tail
from server.record.attempts import AttemptLog
from server.record.handle import Handler
from server.record.keyring import KeyFiles, Keyring
from server.record.readings import RecentReadings
from server.record.register_cache import RegisterCache
from server.record.store import Log, Writer
from server.schema.base.context import Services

SESSION = {"autocommit": True, "options": "-c TimeZone=UTC -c statement_timeout=5s", "prepare_threshold": 0}


@asynccontextmanager
async def services(config: Config) -> AsyncGenerator[Services]:
    """Everything a process needs to handle commands and to read, opened and closed in order."""
    production = config.mode == "production"
    writer = Writer(
        config.dsn("app"),
        simulated=config.mode == "demo",
        production=production,
        max_waiting=config.queue_events,
        max_waiting_bytes=config.queue_bytes,
    )
    reader: AsyncConnectionPool[Any] = AsyncConnectionPool(
        config.dsn("reader"), min_size=1, max_size=8, open=False, kwargs=SESSION, check=must_lead, timeout=LENT_WITHIN_S
    )
    ring = Keyring(config.dsn("app"), KeyFiles(config.key_file, production=production))
    async with writer, Log(config.dsn("app")) as log, ring as keyring, reader, Tail(config.dsn("reader")) as tail:
        await (register_cache := RegisterCache(log)).catch_up()
        handler = Handler(log, writer, keyring, register_cache)
        attempts = AttemptLog(handler)
        flushing = asyncio.create_task(attempts.keep_flushing(), name="attempts")
        try:
            yield Services(
                log=log,
                handler=handler,
                register_cache=register_cache,
                keyring=keyring,
                reader=reader,
                tail=tail,
                attempts=attempts,
                readings=RecentReadings(log),
                limits=config.reading_limits,
                now=handler.now,
            )
        finally:
            flushing.cancel()
            await attempts.flush(everything=True)
