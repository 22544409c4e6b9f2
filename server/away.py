"""When the database is away: it broke off, is ending or beginning, or only reads, for another leads now."""

from typing import Any

from psycopg import AsyncConnection, Error, InterfaceError, OperationalError

READ_WRITE = "read-write"
"""As `target_session_attrs`: of several hosts the one that takes lines, also after another has become it."""
ONLY_READS = "25006"
LENT_WITHIN_S = 5.0
"""So long a pool is asked for a connection: who waits for an answer is told to come again within the time it has."""
TOLD = ("in_hot_standby", "default_transaction_read_only")


def is_away(error: BaseException | None) -> bool:
    """Whether the database failed, and not what was asked of it: the same can be asked again, of whoever leads then."""
    if not isinstance(error, Error):
        return False
    return isinstance(error, OperationalError | InterfaceError) or error.sqlstate == ONLY_READS


async def must_lead(connection: AsyncConnection[Any]) -> None:
    """For a pool: gives up a connection whose server has said, with its latest answer, that it only reads."""
    if "on" in [connection.info.parameter_status(name) for name in TOLD]:
        await connection.close()
        raise OperationalError("the server only reads")
