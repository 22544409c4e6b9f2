"""What a projection is given and what it gives: a line of the record in, rows and statements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar
from uuid import UUID

from domain.catalogue import BY_STORED_NAME
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.vocabulary import UnitRef

AFTER_THE_ROWS = "-- after the rows\n"
ACTS = {stored_as: action.name for stored_as, action in BY_STORED_NAME.items()}
NO_UNIT = "\\N\t\\N\t\\N"
KEPT = 20_000

Shared = TypeVar("Shared")


class FeedEntry(NamedTuple):
    """A recorded line as projections see it.

    `kind`: the kind of its file; the name of an act that any file may hold does not tell it. `file`: the text
    of its file's id. `act`: the act's name. `day`: on which it happened, in Việt Nam.
    `event`, `starts`, `ends`, `attachments`: JSON texts of the line's parts, in which a personal value
    stands as `{"masked": kind, "origin": ..., "subject": ...}`. `matter_units` and `actor_units`: the unit
    whose matter it is and the actor's own (texts of ids), each followed by the units above it on the day of the act;
    `answering_units` the same for the unit that answers for each duty in `line.starts`. `texts`: sealed free
    texts with their paths (`reason`, `event.narrative`, ...).
    """

    line: Line
    position: int
    kind: str
    file: str
    act: str
    day: date
    event: str
    starts: str
    ends: str
    attachments: str
    matter_units: tuple[str, ...]
    actor_units: tuple[str, ...]
    answering_units: tuple[tuple[str, ...], ...]
    texts: tuple[tuple[str, Personal], ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """New rows of a table, each in the text format of COPY; `columns` names theirs, where not all in their order."""

    table: str
    rows: Sequence[str]
    columns: str = ""

    @classmethod
    def by_name(cls, table: str, rows: Sequence[dict[str, str]]) -> Rows:
        """Rows that name their columns, all the same ones; several that stand in one text are named together."""
        names = f"({', '.join(rows[0])})" if rows else ""
        return cls(table, ["\t".join(row.values()) for row in rows], names)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement for a batch; `{name}` in it stands for the table of that name."""

    sql: str
    parameters: Sequence[Any]


Write = Rows | Statement


class Opener(Protocol):
    """What may open sealed texts for the search."""

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        """The texts of sealed values, each given with its file; None where the subject's key was destroyed."""
        ...

    def index_key(self) -> bytes:
        """The key under which words are indexed: at least 32 bytes, for nothing else."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """Where a projection may look besides the batch: earlier lines of files, and sealed texts.

    `histories(files, before)` gives the lines of the files at positions below `before`, by position.
    """

    histories: Callable[[Iterable[UUID], int], Iterable[Line]]
    opener: Opener


class Fold(Protocol):
    """Turns a batch into writes. It may keep what it has folded, for the next batch."""

    def __call__(self, entries: Sequence[FeedEntry], sources: Sources) -> Iterable[Write]: ...


@dataclass(frozen=True, slots=True)
class Projection:
    """One question's tables. A new `version` is built beside the old one and then takes its place.

    `tables` are the names under which queries find them in schema `read`; each begins with the projection's
    own. `ddl`: what makes the tables and, after a mark, their indexes. `start` gives a fold that has seen nothing
    yet; it must give the same rows however the lines are cut
    into batches.
    """

    name: str
    version: int
    tables: tuple[str, ...]
    ddl: str
    start: Callable[[], Fold]

    def creation(self) -> str:
        """The statements that make the tables."""
        return self.ddl.partition(AFTER_THE_ROWS)[0]

    def finish(self) -> str:
        """The statements that are quicker once a rebuild has filled the tables: their indexes."""
        return self.ddl.partition(AFTER_THE_ROWS)[2]


def beside(module: str) -> str:
    """The text of the file of SQL beside a module."""
    return Path(module).with_suffix(".sql").read_text(encoding="utf-8")


def escaped(text: str) -> str:
    """A text as COPY wants it."""
    if "\\" in text:
        text = text.replace("\\", "\\\\")
    if "\n" in text or "\t" in text or "\r" in text:
        text = text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
    return text


@lru_cache(maxsize=100_000)
def known(id: UUID) -> str:
    """The text of an id that comes again and again: of a person, an office, a unit."""
    return str(id)


def hexed(id: UUID) -> str:
    """The text of an id that comes once: without hyphens it is made in a quarter of the time."""
    return f"{id.int:032x}"


def remembering(make: Callable[[Shared], str]) -> Callable[[Shared], str]:
    """`make`, done once for each object: who acts, where and on what basis are the same objects in many lines."""
    made: dict[int, tuple[Shared, str]] = {}

    def of(value: Shared) -> str:
        found = made.get(id(value))
        if found is None:
            if len(made) >= KEPT:
                made.clear()
            found = made[id(value)] = value, make(value)  # with the value, so that no other takes its id
        return found[1]

    return of


@remembering
def unit_columns(unit: UnitRef | None) -> str:
    """A unit's id, code and name for COPY."""
    return f"{known(unit.id)}\t{escaped(unit.code)}\t{escaped(unit.name)}" if unit else NO_UNIT


@lru_cache(maxsize=KEPT)
def array(ids: tuple[str, ...]) -> str:
    """A uuid[] as COPY wants it."""
    return "{" + ",".join(ids) + "}"


def text_array(values: Sequence[str]) -> str:
    """Any array as a parameter: quicker made, and quicker read, than one that psycopg makes of a list."""
    text = '","'.join(values)
    if "\\" in text or text.count('"') != 2 * (len(values) - 1):
        text = '","'.join([value.replace("\\", "\\\\").replace('"', '\\"') for value in values])
    return '{"' + text + '"}'
