"""From stored lines to what projections read: decoded, masked, with the units above as of then."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

import msgspec

from domain.catalogue import BY_STORED_NAME
from domain.personal import PersonalKind
from domain.record import File as FoldedFile
from domain.record import Line, apply
from domain.register import Register
from domain.unit.kind import UNIT
from domain.words import Kind, UnitRef
from projections.entry import Entry
from server.mapper import decode, personal_values

SELECT = """
SELECT originator_id, originator_version, topic, state, notification_id, recorded_at FROM log.events
"""
StoredRow = tuple[UUID, int, str, bytes, int, datetime]
"""A row of the log as SELECT gives it."""

# In stored JSON a quote within a text is escaped, so a text cannot look like the start of a sealed value.
SEALED = re.compile(rb'\{"box":"[^"]*","kind":"([a-z_]+)",')
MASKED = rb'{"masked":"\1",'
EMPTY = msgspec.Raw(b"[]")


class Parts(msgspec.Struct):
    """The parts of a stored line that the trail passes on as they stand."""

    event: msgspec.Raw
    starts: msgspec.Raw = EMPTY
    ends: msgspec.Raw = EMPTY
    attachments: msgspec.Raw = EMPTY


_parts = msgspec.json.Decoder(Parts)


class Feed:
    """Reads lines in order and keeps the units' tree as it stood at the last line read."""

    def __init__(self, unit_lines: Iterable[StoredRow] = ()) -> None:
        """`unit_lines`: the lines of units before the first one that will be read."""
        self._register = Register()
        self._files: dict[UUID, FoldedFile] = {}
        self._above: dict[UUID, tuple[UUID, ...]] = {}
        for stored in unit_lines:
            self._learn(read(stored))

    def entry(self, stored: StoredRow) -> Entry:
        """The next line as an entry. Raises whatever its bytes deserve."""
        line = read(stored)
        if line.stored_as.startswith("unit."):
            self._learn(line)
        parts = _parts.decode(stored[3])
        return Entry(
            line=line,
            position=stored[4],
            event=SEALED.sub(MASKED, bytes(parts.event)).decode(),
            starts=bytes(parts.starts).decode(),
            ends=bytes(parts.ends).decode(),
            attachments=bytes(parts.attachments).decode(),
            matter_units=self._with_those_above(line.unit, line.occurred_at),
            actor_units=self._with_those_above(line.by.office.unit if line.by.office else None, line.occurred_at),
            answering_units=tuple(
                self._with_those_above(started.answers.unit, line.occurred_at) for started in line.starts
            ),
            texts=tuple((path, value) for path, value in personal_values(line) if value.kind is PersonalKind.TEXT),
        )

    def _with_those_above(self, unit: UnitRef | None, at: datetime) -> tuple[UUID, ...]:
        if unit is None:
            return ()
        above = self._above.get(unit.id)
        if above is None:
            above = self._above[unit.id] = self._register.ancestors(unit.id, at)
        return above

    def _learn(self, line: Line) -> None:
        file = self._files.setdefault(line.file_id, FoldedFile(line.file_id, Kind.UNIT, UNIT.empty()))
        apply(file, BY_STORED_NAME[line.stored_as], line)
        self._register.put_unit(file.id, file.state)
        self._above.clear()


def read(stored: StoredRow) -> Line:
    """The line that a stored row holds."""
    file_id, version, name, state, position, recorded_at = stored
    return decode(name, state, file_id, version, position, recorded_at)
