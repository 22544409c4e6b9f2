"""Ask a database, before the first line is written, whether it is fit to keep a record."""

from typing import Any

from psycopg import AsyncConnection

from server.record.store.lines import UnfitDatabase


async def require_fit(connection: AsyncConnection[Any], *, simulated: bool, production: bool) -> None:
    """Raise UnfitDatabase unless commits are durable, the guards are whole and the clock is the expected one.

    `production` also refuses settings that lose acknowledged lines when the power fails.
    """
    faults = [
        f"{name} is {value}"
        for name in ("synchronous_commit", "fsync", "full_page_writes")
        if (value := await _one(connection, f"SHOW {name}")) != "on" and (production or name == "synchronous_commit")
    ]
    clock = await _one(connection, "SELECT log.clock_kind()")
    if (clock == "simulated") != simulated:
        faults.append(f"the clock is {clock}")
    if simulated and production:
        faults.append("a simulated clock is no clock for production")
    changed = await _one(connection, "SELECT count(*) FROM guard.changes()")
    if changed:
        faults.append(f"{changed} facts of the guarded shape differ from the last migration")
    if faults:
        raise UnfitDatabase("; ".join(faults))


async def _one(connection: AsyncConnection[Any], query: str) -> Any:
    row = await (await connection.execute(query.encode())).fetchone()
    return None if row is None else row[0]
