"""Drafts, checkers and other tools that the store's tests share."""

from collections import Counter
from collections.abc import Iterable, Mapping
from uuid import UUID, uuid4

import psycopg

from server.record.store import Draft, Log, StoredLine


def draft(
    file_id: UUID | None = None,
    version: int = 1,
    *,
    name: str = "report.received.1",
    state: bytes = b'{"kind":"call"}',
    command_id: UUID | None = None,
    command_hash: bytes = b"body",
    register_seen: int = 0,
) -> Draft:
    """A draft with whatever the test does not care about filled in."""
    return Draft(
        file_id=file_id or uuid4(),
        version=version,
        name=name,
        state=state,
        command_id=command_id or uuid4(),
        command_hash=command_hash,
        register_seen=register_seen,
    )


async def whole(log: Log) -> list[StoredLine]:
    """Every line of the log, by position."""
    lines: list[StoredLine] = []
    while more := await log.read(lines[-1].position if lines else 0, 1000):
        lines += more
    return lines


def order_faults(lines: Iterable[StoredLine]) -> set[str]:
    """What is wrong with the order of a whole log: positions, times and versions of each file."""
    faults: set[str] = set()
    versions: Counter[UUID] = Counter()
    before: StoredLine | None = None
    for line in lines:
        if line.position != (before.position if before else 0) + 1:
            faults.add("gap")
        if before and line.recorded_at <= before.recorded_at:
            faults.add("time out of order")
        versions[line.file_id] += 1
        if line.version != versions[line.file_id]:
            faults.add("version out of order")
        before = line
    return faults


def tail_faults(seen: list[int], lines: Iterable[StoredLine]) -> set[str]:
    """What a reader that followed the log missed, or was shown twice or out of order."""
    faults: set[str] = set()
    if seen != sorted(set(seen)):
        faults.add("seen twice or out of order")
    if {line.position for line in lines} - set(seen):
        faults.add("never seen")
    return faults


def keeping_faults(acknowledged: Mapping[UUID, int], lines: Iterable[StoredLine], *, intents: bool = False) -> set[str]:
    """What became of acknowledged commands (command to position): lost, moved; and intents written twice.

    With `intents` each line's state names what its writer meant to do once.
    """
    lines = list(lines)
    at = {line.command_id: line.position for line in lines}
    faults: set[str] = set()
    if acknowledged.keys() - at.keys():
        faults.add("lost")
    if any(at.get(command, position) != position for command, position in acknowledged.items()):
        faults.add("moved")
    if intents and max(Counter(line.state for line in lines).values(), default=0) > 1:
        faults.add("twice")
    return faults


def under_migration(superuser_dsn: str, *statements: str) -> None:
    """Change the guarded shape lawfully, as a later migration would."""
    with psycopg.connect(superuser_dsn) as connection:
        connection.execute("INSERT INTO guard.migrations (name, digest) VALUES (%s, 'of a test')", [f"test {uuid4()}"])
        for statement in statements:
            connection.execute(statement.encode())
        connection.execute("SELECT guard.seal()")
