"""The projector: follows the log for good, one at a time, and builds what is missing."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any
from uuid import UUID

from psycopg import Connection, OperationalError, connect

from domain.record.personal import Personal
from projections.catalogue import PROJECTIONS
from projections.entry import Opener
from server.away import is_away
from server.config import Config
from server.faults import place
from server.follow.builds import LIVE, RETRY, drop_retired, lay_ground, tracked
from server.follow.follower import Follower
from server.follow.rebuild import SESSION, build_anew, spare_the_collector
from server.follow.swap import holders
from server.record.keyring import KeyFiles, Keyring

logger = logging.getLogger(__name__)

LEADER_LOCK = 4_118_605_333
POLL_S = 1.0
RECONNECT_S = 0.5
FAULT_S = 10.0


class Projector:
    """Follows the log until told to stop. Of several projectors one works, the others stand ready."""

    def __init__(self, dsn: str, opener: Opener, batch: int = 2000) -> None:
        self._dsn = dsn
        self._opener = opener
        self._batch = batch
        self._stop = Event()

    def stop(self) -> None:
        """Make `run` return after the batch in hand, within a second."""
        self._stop.set()

    def run(self) -> None:
        """Work until `stop`, whatever goes wrong; the database may go away and come back meanwhile."""
        while not self._stop.is_set():
            try:
                self._session()
            except Exception as error:
                if is_away(error):
                    logger.warning("the database is away (%s)", type(error).__name__)
                else:
                    logger.error("the projector begins again: %s", place(error))
                self._stop.wait(RECONNECT_S if is_away(error) else FAULT_S)

    def _session(self) -> None:
        with (
            connect(self._dsn, autocommit=True, options=SESSION) as connection,
            connect(self._dsn, autocommit=True, options=SESSION) as source,
        ):
            lay_ground(connection)
            if not self._lead(connection):
                return
            self._build_what_is_missing(connection)
            source.execute("LISTEN log")
            source.execute(f"LISTEN {RETRY}".encode())
            with Follower(connection, source, self._opener, self._batch) as follower:
                follower.retry()
                while not self._stop.is_set():
                    if not follower.step() and _wait_for_news(source):
                        follower.retry()

    def _lead(self, connection: Connection[Any]) -> bool:
        """Wait until no other works. The lock lies on the connection that writes: no lock, no write."""
        while not self._stop.is_set():
            row = connection.execute("SELECT pg_try_advisory_lock(%s)", [LEADER_LOCK]).fetchone()
            if row == (True,):
                return True
            self._stop.wait(POLL_S)
        return False

    def _build_what_is_missing(self, connection: Connection[Any]) -> None:
        live = {build.projection.name for build in tracked(connection, LIVE)}
        missing = [projection.name for projection in PROJECTIONS if projection.name not in live]
        if missing:
            logger.info("building %s", ", ".join(missing))
            build_anew(self._dsn, self._opener, missing)
        drop_retired(connection)


def _wait_for_news(connection: Connection[Any]) -> bool:
    """Whether somebody asked that parked lines be tried again."""
    return RETRY in [notice.channel for notice in connection.notifies(timeout=POLL_S, stop_after=1)]


class FromThread:
    """Asks a keyring, which lives on the event loop, from the projector's thread."""

    def __init__(self, keyring: Keyring, loop: asyncio.AbstractEventLoop) -> None:
        self._keyring = keyring
        self._loop = loop

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        if not values:
            return []
        return asyncio.run_coroutine_threadsafe(self._keyring.open_many(values), self._loop).result()

    def index_key(self) -> bytes:
        return self._keyring.index_key()


@asynccontextmanager
async def _opener(config: Config) -> AsyncGenerator[Opener]:
    files = KeyFiles(config.key_file, production=config.mode == "production")
    spare_the_collector()
    async with Keyring(config.dsn("projector"), files, texts_only=True) as keyring:
        yield FromThread(keyring, asyncio.get_running_loop())


async def run(config: Config) -> int:
    """Follow the log until a signal or the caller's cancelling ends it, after the batch in hand."""
    async with _opener(config) as opener:
        projector = Projector(config.dsn("projector"), opener)
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, projector.stop)
        working = asyncio.create_task(asyncio.to_thread(projector.run))
        try:
            await asyncio.shield(working)
        finally:
            projector.stop()
            await working
    return 0


async def rebuild(config: Config, name: str) -> int:
    """Build one projection, or `all`, beside the live one; how far it has come is shown."""

    def show(done: int, head: int) -> None:
        print(f"\r  {done}/{head}", end="" if sys.stdout.isatty() else "\n", flush=True)

    names = [projection.name for projection in PROJECTIONS] if name == "all" else [name]
    async with _opener(config) as opener:
        await asyncio.to_thread(build_anew, config.dsn("projector"), opener, names, show)
    return 0


@dataclass(frozen=True, slots=True)
class Health:
    """How the read side does: does a projector work, how many lines are behind and parked, who keeps tables from being
    exchanged."""

    at_work: bool
    behind: int
    parked: int
    held_by: tuple[str, ...] = ()


HEALTH = """
SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND objid = %s AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
    (SELECT last_id FROM log.head) - coalesce((SELECT min(position) FROM read.tracking WHERE live), 0),
    (SELECT count(DISTINCT f.position) FROM read.projection_failures f JOIN read.tracking t USING (name, build)
        WHERE t.live)
"""


def health(dsn: str) -> Health:
    """Look at the read side, as the projector's role."""
    with connect(dsn, autocommit=True) as connection:
        lay_ground(connection)
        row = connection.execute(HEALTH, [LEADER_LOCK >> 32, LEADER_LOCK & 0xFFFFFFFF]).fetchone()
        return Health(*row, held_by=tuple(holders(connection))) if row else Health(False, 0, 0)


def healthy(config: Config) -> int:
    """0 when a projector works and no line is parked; what is wrong is printed."""
    try:
        seen = health(config.dsn("projector"))
    except OperationalError:
        print("no database")
        return 1
    print(f"at work: {seen.at_work}, lines behind: {seen.behind}, lines parked: {seen.parked}")
    for held in seen.held_by:
        print(f"tables held by {held}")
    return 0 if seen.at_work and not seen.parked else 1
