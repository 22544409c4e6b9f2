"""A long record for benchmarks: random but lawful histories of cases, copied under new ids into many wards.

Each history is made once by people who act through `perform` (`tests.record.histories`), encoded by the mapper, and
then written again and again with other files, persons and wards: an act is decided some thousand times, not a
million times. Lines go into the log by COPY, past `log.append`: what is measured afterwards is reading, and a
database filled this way is for benchmarks alone. Sealed texts are only encoded, not encrypted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from random import Random
from uuid import UUID

import psycopg

from domain.record.line import Line
from server.record.mapper import encode
from tests.follow.projecting import OpenSeal
from tests.record.histories import History

WARDS = 114
ACTIVE = 300
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
LAST = datetime(2026, 1, 1, tzinfo=UTC)
TOKEN = re.compile(rb"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|11359|11431)")
CODES = {b"11359": 10_000, b"11431": 20_000}
COPY = "COPY log.events FROM STDIN (FORMAT binary)"
TYPES = ("uuid", "int4", "text", "bytea", "int8", "timestamptz", "uuid", "bytea")

Row = tuple[UUID, int, str, bytes, int, datetime, UUID, bytes]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line with gaps: `parts` alternate between bytes that stay and the token that is replaced."""

    file: bytes
    version: int
    name: str
    command: bytes
    parts: tuple[bytes, ...]


class Ids:
    """New ids for old: the city's stay, those of a ward's register are the ward's, all others are the case's."""

    def __init__(self, dice: Random, known: dict[bytes, bytes]) -> None:
        self._dice = dice
        self._known = known

    def __getitem__(self, token: bytes) -> bytes:
        new = self._known.get(token)
        if new is None:
            new = self._known[token] = str(UUID(int=self._dice.getrandbits(128), version=4)).encode()
        return new

    def for_case(self, dice: Random) -> Ids:
        return Ids(dice, dict(self._known))


def patterns(lines: Sequence[Line]) -> list[Pattern]:
    seal = OpenSeal()
    return [
        Pattern(
            file=str(line.file_id).encode(),
            version=line.version,
            name=line.stored_as,
            command=str(line.command_id).encode(),
            parts=tuple(TOKEN.split(encode(line, seal))),
        )
        for line in lines
    ]


def histories(count: int, attempts: int) -> tuple[list[Pattern], list[list[Pattern]]]:
    """The ground that all histories stand on, and the histories."""
    ground = patterns(History().tale.story.lines)
    made: list[list[Pattern]] = []
    for seed in range(count):
        history = History()
        for i in range(attempts):
            history.attempt(f"{seed}:{i}")
        made.append(patterns(history.tale.story.lines[len(ground) :]))
    return ground, made


def rows(total: int, after: int = 0, *, varied: int = 40, attempts: int = 90) -> Iterator[Row]:
    """`total` lines after position `after` (0: with the register first), the same for the same arguments."""
    dice = Random(after)  # noqa: S311
    ground, made = histories(varied, attempts)
    city, city_lines = ground[0].file, [line for line in ground if line.file == ground[0].file]
    below = [line for line in ground if line.file != city]
    tokens = {part for line in below for part in line.parts[1::2]} | {line.file for line in below}
    wards = [ward_ids(ward, tokens | {line.command for line in below}, city) for ward in range(WARDS)]
    step = (LAST - FIRST) / max(total, 1)
    queue: list[Iterator[tuple[Pattern, Ids]]] = []
    if not after:
        queue.append(iter([(line, wards[0]) for line in city_lines] + [(x, w) for w in wards for x in below]))
    position = after
    while position < after + total:
        while len(queue) < (ACTIVE if position > len(city_lines) + WARDS * len(below) or after else 1):
            ids = dice.choice(wards).for_case(dice)
            queue.append(iter([(line, ids) for line in dice.choice(made)]))
        place = dice.randrange(len(queue))
        found = next(queue[place], None)
        if found is None:
            queue.pop(place)
            continue
        position += 1
        yield written(*found, position, FIRST + (position - after) * step)


def ward_ids(ward: int, tokens: set[bytes], city: bytes) -> Ids:
    """The ids of one ward: always the same, so that a later load goes on in the same wards."""
    dice = Random(-ward - 1)  # noqa: S311
    ids = Ids(dice, {city: city} | {code: str(first + ward).encode() for code, first in CODES.items()})
    for token in sorted(tokens):
        ids[token]
    return ids


def written(line: Pattern, ids: Ids, position: int, at: datetime) -> Row:
    state = b"".join(part if i % 2 == 0 else ids[part] for i, part in enumerate(line.parts))
    state = b'{"at":"' + f"{at:%Y-%m-%d}".encode() + state[17:]
    command = UUID(ids[line.command].decode())
    recorded_at = at + timedelta(days=1)
    return (
        UUID(ids[line.file].decode()),
        line.version,
        line.name,
        state,
        position,
        recorded_at,
        command,
        sha256(command.bytes).digest(),
    )


def fill(superuser_dsn: str, total: int) -> int:
    """Add `total` lines to a database's log, for benchmarks only. Gives the last position."""
    with psycopg.connect(superuser_dsn) as connection:
        connection.execute("SET ROLE baove_append")
        row = connection.execute("SELECT last_id FROM log.head").fetchone()
        after: int = row[0] if row else 0
        register = 0
        with connection.cursor() as cursor, cursor.copy(COPY) as copy:
            copy.set_types(TYPES)
            for each in rows(total, after):
                copy.write_row(each)
                if each[2].startswith(("unit.", "office.")):
                    register = each[4]
        connection.execute(
            "UPDATE log.head SET last_id = %s, last_at = %s, register_at = greatest(register_at, %s)",
            [after + total, LAST + timedelta(days=1), register],
        )
    with psycopg.connect(superuser_dsn, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE log.events")
    return after + total
