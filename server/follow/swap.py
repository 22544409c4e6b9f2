"""Exchange tables that people read: no lock is waited for longer than a moment, and who holds one is named."""

import logging
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from psycopg import Connection
from psycopg.errors import LockNotAvailable

LOCK_TIMEOUT = "500ms"
"""Readers stand behind whoever waits for a lock: this is how long at most."""
PAUSE_S = 2.0
LONG = timedelta(seconds=5)
HOLDING = "SELECT pid, role, state, since FROM guard.holding(%s)"
logger = logging.getLogger(__name__)


def briefly(connection: Connection[Any], work: Callable[[], None]) -> None:
    """Do the work as one transaction that waits for no lock; while somebody holds one, again after a pause."""
    while True:
        try:
            with connection.transaction():
                connection.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'".encode())
                work()
                return
        except LockNotAvailable:
            told = "; ".join(holders(connection, timedelta())) or "somebody"
            logger.warning("tables are exchanged when they are free; held by %s", told)
            time.sleep(PAUSE_S)


def holders(connection: Connection[Any], longer_than: timedelta = LONG) -> list[str]:
    """Who has read the tables in a transaction that is still open, and since when."""
    rows = connection.execute(HOLDING, [longer_than]).fetchall()
    return [f"pid {pid} ({role}, {state}, since {since:%Y-%m-%d %H:%M:%S%z})" for pid, role, state, since in rows]
