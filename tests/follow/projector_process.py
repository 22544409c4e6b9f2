"""A projector in a process of its own, to be killed.

`python -m tests.follow.projector_process DSN careful|careless|dying`:

`dying` kills itself after the rows of its third batch are written and before that is committed. `careless` stores
its position in a second transaction, and kills itself between the two.
"""

import os
import signal
import sys
from collections.abc import Sequence
from typing import Any

from psycopg import Connection

from server.follow import follower
from server.follow.builds import Build, advance
from server.follow.projector import Projector
from tests.follow.projecting import OpenSeal

DEADLY_BATCH = 3
batches = 0


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying(connection: Connection[Any], moved: Sequence[tuple[Build, int]]) -> None:
    global batches
    batches += 1
    advance(connection, moved)
    if batches == DEADLY_BATCH:
        die()


def careless(connection: Connection[Any], moved: Sequence[tuple[Build, int]]) -> None:
    global batches
    batches += 1
    connection.execute("COMMIT")
    if batches == DEADLY_BATCH:
        die()
    connection.execute("BEGIN")
    advance(connection, moved)


if __name__ == "__main__":
    follower.advance = {"careful": advance, "dying": dying, "careless": careless}[sys.argv[2]]
    Projector(sys.argv[1], OpenSeal(), batch=5).run()
