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

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from domain.catalogue import BY_STORED_NAME
from domain.register import HANOI
from projections.entry import Entry, Projection, Sources, Statement, Write, known, text_array

EVERYWHERE = UUID(int=0)


def fold(entries: Sequence[Entry], sources: Sources) -> Iterator[Write]:
    lines, late = Counter[tuple[UUID, date, str]](), Counter[tuple[UUID, date, str]]()
    for entry in entries:
        line = entry.line
        month = line.occurred_at.astimezone(HANOI).date().replace(day=1)
        act = BY_STORED_NAME[line.stored_as].name
        for unit in {EVERYWHERE, *entry.matter_units, *entry.actor_units}:
            lines[unit, month, act] += 1
            late[unit, month, act] += line.late
    if lines:
        keys = sorted(lines)
        rows = [(known(key[0]), str(key[1]), key[2], str(lines[key]), str(late[key])) for key in keys]
        yield Statement(ADD, [text_array(column) for column in zip(*rows, strict=True)])


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
    ddl=Path(__file__).with_suffix(".sql"),
    start=lambda: fold,
)
