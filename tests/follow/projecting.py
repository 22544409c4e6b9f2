"""What the tests of the read side stand on: lines written through the store, seals that tests can open."""

from __future__ import annotations

import asyncio
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import UUID

import psycopg

from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from projections.catalogue import PROJECTIONS
from server.record.mapper import encode
from server.record.store import Draft, Recorded, Writer


@dataclass
class OpenSeal:
    """Seals by base64 alone, so that a test can read; forgets a subject as a destroyed key would."""

    destroyed: set[UUID] = field(default_factory=set[UUID])

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        return b64encode(text.encode()).decode()

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        return [None if v.subject in self.destroyed else b64decode(v.box).decode() for _, v in values]

    def index_key(self) -> bytes:
        return b"a key for tests, of 32 characters"


def drafts(lines: Sequence[Line]) -> list[Draft]:
    """Requests to append these lines of a story."""
    seal = OpenSeal()
    return [
        Draft(
            file_id=line.file_id,
            version=line.version,
            name=line.stored_as,
            state=encode(line, seal),
            command_id=line.command_id,
            command_hash=sha256(line.command_id.bytes).digest(),
            register_seen=1 << 40,
        )
        for line in lines
    ]


def write(dsn: str, lines: Sequence[Draft]) -> None:
    """Append through the store, each line at the position it has in the list."""

    async def append() -> None:
        async with Writer(dsn, simulated=True) as writer:
            answers = await asyncio.gather(*(writer.append(draft) for draft in lines))
            assert all(isinstance(answer, Recorded) for answer in answers), answers

    asyncio.run(append())


def contents(dsn: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every projection's live tables, in an order of their own."""
    with psycopg.connect(dsn, options="-c TimeZone=UTC") as connection:
        return {
            table: connection.execute(f"SELECT t::text FROM read.{table} t ORDER BY 1".encode()).fetchall()
            for projection in PROJECTIONS
            for table in projection.tables
        }


def positions(dsn: str) -> dict[str, int]:
    """How far each live projection has come."""
    with psycopg.connect(dsn) as connection:
        rows = connection.execute("SELECT name, position FROM read.tracking WHERE live").fetchall()
        return dict(rows)
