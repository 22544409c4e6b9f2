"""From stored lines to what projections read: decoded, masked, with the units above as of then."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import starmap
from typing import Any, cast
from uuid import UUID

from psycopg import Connection

from domain.catalogue import BY_STORED_NAME, KINDS, kind_begun_by
from domain.record.file import File as FoldedFile
from domain.record.file_kind import kind_named_by
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.personal import PersonalKind
from domain.record.register import Register
from domain.record.units import HANOI
from domain.record.vocabulary import UnitRef
from projections.entry import ACTS, FeedEntry, Opener, Sources, known
from server.record.mapper import decode, line_of, personal_values
from server.record.stored_parts import read_parts

SELECT = """
SELECT originator_id, originator_version, topic, state, notification_id, recorded_at FROM log.events
"""
StoredRow = tuple[UUID, int, str, bytes, int, datetime]
"""A row of the log as SELECT gives it, and as the mapper takes it."""

UNITS = [name for name, kind in KINDS.items() if kind.units]
OF_UNITS = frozenset(name for name in BY_STORED_NAME if kind_named_by(name) in UNITS)
READ = SELECT + "WHERE notification_id > %s ORDER BY notification_id LIMIT %s"
OF_KIND = " OR ".join(f"topic LIKE '{name}.%%'" for name in UNITS)
UNIT_LINES = SELECT + f"WHERE ({OF_KIND}) AND notification_id <= %s ORDER BY notification_id"
EARLIER = SELECT + "WHERE originator_id = ANY(%s) AND notification_id < %s ORDER BY notification_id"
ONE = SELECT + "WHERE notification_id = %s"
FIRST_NAMES = """
SELECT originator_id, topic FROM log.events WHERE originator_id = ANY(%s) AND originator_version = 1
"""

# In stored JSON a quote within a text is escaped, so a text cannot look like the start of a sealed value.
SEALED = re.compile(rb'\{"box":"[^"]*","kind":"([a-z_]+)",')
MASKED = rb'{"masked":"\1",'
KEPT = 20_000

file_text = lru_cache(KEPT)(str)


def masked(event: bytes) -> str:
    """A stored event as the trail keeps it: a personal value without its box."""
    return SEALED.sub(MASKED, event).decode()


class Feed:
    """Reads lines in order and keeps the units as they were known at the last line read.

    The units above a line's unit are those of the day on which the act happened.
    """

    def __init__(self, unit_lines: Iterable[StoredRow] = ()) -> None:
        """`unit_lines`: those before the first line that will be read."""
        self._register = Register()
        self._files: dict[UUID, FoldedFile] = {}
        self._turns: list[date] | None = None
        self._above: dict[tuple[UUID, int], tuple[str, ...]] = {}
        for stored in unit_lines:
            self._learn(decode(*stored))

    def entry(self, stored: StoredRow, kind: str) -> FeedEntry:
        """The next line as an entry, of a file of this kind. Raises whatever its bytes deserve."""
        file_id, version, name, state, position, recorded_at = stored
        parts = read_parts(state)
        line = line_of(file_id, version, name, parts, position, recorded_at)
        if name in OF_UNITS:
            self._learn(line)
        office, at = line.by.office, line.occurred_at
        day = at.astimezone(HANOI).date()  # units begin and end at midnight
        return FeedEntry(
            line=line,
            position=position,
            kind=kind,
            file=file_text(file_id),
            act=ACTS[name],
            day=day,
            event=masked(bytes(parts.event)),
            starts=bytes(parts.starts).decode(),
            ends=bytes(parts.ends).decode(),
            attachments=bytes(parts.attachments).decode(),
            matter_units=self._with_those_above(line.unit, day, at) if line.unit else (),
            actor_units=self._with_those_above(office.unit, day, at) if office else (),
            answering_units=tuple(self._with_those_above(s.answers.unit, day, at) for s in line.starts),
            texts=tuple([pair for pair in personal_values(line) if pair[1].kind is PersonalKind.TEXT]),
        )

    def _with_those_above(self, unit: UnitRef, day: date, at: datetime) -> tuple[str, ...]:
        """Those are the same from one day on which any unit begins or ends to the next such day."""
        if self._turns is None:
            units = self._register.units.values()
            self._turns = sorted({turn for unit in units for turn in (unit.since, unit.until) if turn})
        key = unit.id, bisect_right(self._turns, day)
        above = self._above.get(key)
        if above is None:
            if len(self._above) >= KEPT:
                self._above.clear()
            above = self._above[key] = tuple(map(known, self._register.ancestors(unit.id, at)))
        return above

    def _learn(self, line: Line) -> None:
        file = self._files.get(line.file_id)
        if file is None:
            file = self._files[line.file_id] = FoldedFile.blank(line.file_id, kind_begun_by(line.stored_as))
        apply(file, BY_STORED_NAME[line.stored_as], line)
        before = self._register.units.get(file.id)
        if file.kind.enters is not None:
            file.kind.enters(self._register, file.id, file.state)
        if self._register.units.get(file.id) is not before:
            self._turns = None
            self._above.clear()


class Reader:
    """Reads stored lines over one connection and hands them out as entries."""

    def __init__(self, connection: Connection[Any], opener: Opener) -> None:
        self._connection = connection
        self.sources = Sources(self.histories, opener)
        self._feed = Feed()
        self._position = 0

    def lines(self, after: int, limit: int) -> list[StoredRow]:
        """The stored lines after a position."""
        return self._rows(READ, [after, limit])

    def line(self, position: int) -> StoredRow:
        """The stored line at a position."""
        return self._rows(ONE, [position])[0]

    def histories(self, files: Iterable[UUID], before: int) -> Iterator[Line]:
        """The lines of these files below a position, by position."""
        return starmap(decode, self._rows(EARLIER, [list(files), before]))

    def entries(self, stored: Sequence[StoredRow]) -> list[FeedEntry]:
        """The lines as entries, in order. Raises what their bytes deserve."""
        kinds = self._kinds(stored)
        entries: list[FeedEntry] = []
        for row in stored:
            position = row[4]
            if position != self._position + 1:
                self._feed = Feed(self._rows(UNIT_LINES, [position - 1]))
            self._position = position
            entries.append(self._feed.entry(row, kinds.get(row[0]) or kind_named_by(row[2])))
        return entries

    def _kinds(self, stored: Sequence[StoredRow]) -> dict[UUID, str]:
        """The kinds of the files whose lines do not tell it by their names."""
        files = {row[0] for row in stored if kind_named_by(row[2]) not in KINDS}
        if not files:
            return {}
        first = self._connection.execute(FIRST_NAMES.encode(), [list(files)], prepare=True).fetchall()
        return {file_id: kind_named_by(name) for file_id, name in first}

    def _rows(self, query: str, parameters: list[Any]) -> list[StoredRow]:
        with self._connection.cursor(binary=True) as cursor:
            cursor.execute(query.encode(), parameters, prepare=True)
            return cast(list[StoredRow], cursor.fetchall())
