"""How many of each act, per month, in each unit and below it.

`read.counts`, one row for each unit, month and act that occurred:

    unit_id     a unit that the line concerns (the matter's or the actor's), or one above it as of then: a line
                counts once in each, so one unit's rows are the sums of its subtree as it was then; the nil UUID
                counts every line there is
    month       first day of the month in Việt Nam in which the act happened (occurred_at)
    act         the act's name
    lines, late how many, and how many of them were recorded more than a day after they happened
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from uuid import UUID

from projections.entry import FeedEntry, Projection, Sources, Statement, Write, beside, text_array

EVERYWHERE = UUID(int=0)


def fold(entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
    lines, late = defaultdict[tuple[str, str, str], int](int), defaultdict[tuple[str, str, str], int](int)
    for entry in entries:
        month, act, counted = month_of(entry.day), entry.act, late if entry.line.late else None
        for unit in counted_in(entry.matter_units, entry.actor_units):
            lines[unit, month, act] += 1
            if counted is not None:
                counted[unit, month, act] += 1
    if lines:
        rows = [(*key, str(number), str(late.get(key, 0))) for key, number in sorted(lines.items())]
        yield Statement(ADD, [text_array(column) for column in zip(*rows, strict=True)])


@lru_cache(maxsize=20_000)
def counted_in(matter: tuple[str, ...], actor: tuple[str, ...]) -> frozenset[str]:
    return frozenset((str(EVERYWHERE), *matter, *actor))


@lru_cache(maxsize=20_000)
def month_of(day: date) -> str:
    return str(day.replace(day=1))


ADD = """
INSERT INTO {counts} AS c
SELECT * FROM unnest(%s::uuid[], %s::date[], %s::text[], %s::bigint[], %s::bigint[])
ON CONFLICT (unit_id, month, act)
DO UPDATE SET lines = c.lines + excluded.lines, late = c.late + excluded.late
"""


COUNTS = Projection(
    name="counts",
    version=1,
    tables=("counts",),
    ddl=beside(__file__),
    start=lambda: fold,
)
