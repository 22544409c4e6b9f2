"""Sixteen writers with conflicts and a reader that follows: order of positions is order of commits."""

import asyncio
import random
from collections.abc import Sequence
from uuid import UUID, uuid4

import pytest

from server.record.store import Conflict, Log, Recorded, StoredLine, Writer
from tests.database import Database
from tests.record.store_kit import draft, order_faults, tail_faults, under_migration, whole

APP = "baove_app"
WRITERS = 16

# Positions from a sequence, no lock on the head: what the store would be without its core.
SEQUENCE = """
CREATE SEQUENCE log.positions;
GRANT USAGE ON SEQUENCE log.positions TO baove_append;
CREATE OR REPLACE FUNCTION log.append(
    files uuid[], versions integer[], topics text[], states bytea[],
    commands uuid[], hashes bytea[], register_seen bigint[]
) RETURNS TABLE (outcome text, at_position bigint, at_time timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    FOR i IN 1 .. cardinality(files) LOOP
        at_position := nextval('log.positions');
        at_time := clock_timestamp();
        PERFORM pg_sleep(random() * 0.003);
        INSERT INTO log.events
        VALUES (files[i], versions[i], topics[i], states[i], at_position, at_time, commands[i], hashes[i])
        ON CONFLICT DO NOTHING;
        outcome := CASE WHEN found THEN 'recorded' ELSE 'conflict' END;
        RETURN NEXT;
    END LOOP;
END
$$
"""


async def _work(dsn: str, files: Sequence[UUID], lines: int, seed: int) -> int:
    """Add `lines` lines to files that the others write too; the number of conflicts met."""
    choose = random.Random(seed)  # noqa: S311
    conflicts = 0
    versions = dict.fromkeys(files, 0)
    async with Writer(dsn) as writer:
        for _ in range(lines):
            file_id = choose.choice(files)
            while True:
                versions[file_id] += 1
                answer = await writer.append(draft(file_id, versions[file_id]))
                if isinstance(answer, Recorded):
                    break
                assert answer == Conflict()
                conflicts += 1
    return conflicts


async def _follow(dsn: str, done: asyncio.Event) -> list[int]:
    """The positions that a reader sees who always asks for what comes after the last one seen."""
    seen: list[int] = []
    async with Log(dsn) as log:
        while True:
            last_round = done.is_set()
            lines = await log.read(seen[-1] if seen else 0, 500)
            seen += [line.position for line in lines]
            if last_round and not lines:
                return seen


async def _race(dsn: str, lines: int) -> tuple[list[int], list[StoredLine], int]:
    done = asyncio.Event()
    files = [uuid4() for _ in range(24)]
    tail = asyncio.create_task(_follow(dsn, done))
    conflicts = await asyncio.gather(*(_work(dsn, files, lines, seed) for seed in range(WRITERS)))
    done.set()
    seen = await tail
    async with Log(dsn) as log:
        return seen, await whole(log), sum(conflicts)


def _prove(dsn: str, lines: int) -> None:
    seen, log, conflicts = asyncio.run(_race(dsn, lines))
    assert len(log) == WRITERS * lines
    assert order_faults(log) == set()
    assert tail_faults(seen, log) == set()
    assert conflicts > 0


def test_no_position_is_missing_out_of_order_or_seen_late(real_database: Database) -> None:
    _prove(real_database.dsn(APP), 40)


@pytest.mark.prove
def test_no_position_is_missing_out_of_order_or_seen_late_in_a_long_run(real_database: Database) -> None:
    _prove(real_database.dsn(APP), 2_000)


def test_positions_from_a_sequence_are_caught(real_database: Database) -> None:
    under_migration(real_database.dsn(), SEQUENCE)
    seen, log, _ = asyncio.run(_race(real_database.dsn(APP), 40))
    assert "never seen" in tail_faults(seen, log)
    assert "time out of order" in order_faults(log) or "gap" in order_faults(log)
