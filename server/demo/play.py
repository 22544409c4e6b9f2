"""Load the demo: the real units with invented people in every office, and a year of their work."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from psycopg_pool import AsyncConnectionPool

from domain.law.term import local, local_day
from server.config import Config
from server.demo.stage import Stage
from server.demo.year import SEED, prepare
from server.record.keyring import KeyFiles, Keyring
from server.record.register_cache import RegisterCache
from server.record.store import Log, Writer

Say = Callable[[str, str], None]
BEFORE_NOW = timedelta(hours=1)
MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded: lines, seconds, and commands that were refused though no story expected it."""

    lines: int
    seconds: float
    refusals: tuple[tuple[str, tuple[str, ...]], ...]
    acts: dict[str, int]


async def load_year(config: Config, say: Say) -> Loaded:
    """Load the year that ends an hour ago into an empty record, saying how far it is."""
    until = datetime.now(UTC) - BEFORE_NOW
    return await load(config, local_day(until), until, 1.0, say)


async def load(config: Config, anchor: date, until: datetime, scale: float, say: Say) -> Loaded:
    """Load the year before the day `anchor` up to the instant `until`, `scale` of its full volume.

    The same arguments give the same lines at the same times; a later `until` of the same day only adds to them.
    """
    began = time.monotonic()
    async with stage(config, f"{SEED}:{anchor.isoformat()}") as play:
        begins = prepare(play, anchor, scale)
        say("Nạp sổ đăng ký đơn vị, chức danh và người giữ chức danh…", "units, offices and their holders")
        at = begins
        await play.play(at)
        while at < until:
            at = min(at + MONTH, until)
            await play.play(at)
            share = round(100 * (at - begins) / (until - begins))
            day = local(at)
            say(
                f"{share:3d} % · {play.lines:,} dòng · đến tháng {day:%m/%Y}",
                f"{play.lines:,} lines, up to {day:%B %Y}",
            )
        await play.attempts.flush(everything=True)
        return Loaded(play.lines, time.monotonic() - began, tuple(play.refusals), dict(play.acts))


@asynccontextmanager
async def stage(config: Config, seed: str) -> AsyncGenerator[Stage]:
    """The handler of a record whose time is told to it, opened and closed in order."""
    writer = Writer(config.dsn("app"), simulated=True, production=config.mode == "production")
    ring = Keyring(config.dsn("app"), KeyFiles(config.key_file))
    reader: AsyncConnectionPool[Any] = AsyncConnectionPool(config.dsn("reader"), open=False)
    async with writer, Log(config.dsn("app")) as log, ring as keyring:
        register_cache = RegisterCache(log)
        await register_cache.catch_up()
        yield Stage(log, writer, keyring, register_cache, reader, seed)
