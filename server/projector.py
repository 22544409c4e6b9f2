"""The projector: follows the log for good, one at a time, and builds what is missing."""

from __future__ import annotations

import logging
from threading import Event
from typing import Any

from psycopg import Connection, OperationalError, connect

from projections.catalogue import PROJECTIONS
from projections.entry import Opener
from server.builds import LIVE, lay_ground, tracked
from server.follower import Follower
from server.rebuild import SESSION, rebuild

logger = logging.getLogger(__name__)

LEADER_LOCK = 4_118_605_333
POLL_S = 1.0
RECONNECT_S = 0.5


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
        """Work until `stop`; the database may go away and come back meanwhile."""
        while not self._stop.is_set():
            try:
                self._session()
            except OperationalError as error:
                logger.warning("the database is away (%s)", type(error).__name__)
                self._stop.wait(RECONNECT_S)

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
            with Follower(connection, source, self._opener, self._batch) as follower:
                follower.retry()
                while not self._stop.is_set():
                    if not follower.step():
                        _wait_for_news(source)

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
            rebuild(self._dsn, self._opener, missing)


def _wait_for_news(connection: Connection[Any]) -> None:
    for _ in connection.notifies(timeout=POLL_S, stop_after=1):
        pass
