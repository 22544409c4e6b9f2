"""Which files of a kind there are, where each stands and what is due next: one table a kind that has a list.

`read.<name of the list>`, one row for each file, folded from the file's own lines:

    file_id
    standing            text[]: how units stand to the file, `lead:<id of the unit>`; by this it is found or not
    (the fields of the kind's row; of a unit `<field>_unit_id`, `_unit_code`, `_unit_name`, null when there is none)
    running, lapsed     how many duties run, and of how many of these the record says that their time ran out
    lapses              how many lapses were ever recorded, made good or not
    next_due, next_due_code         the earliest due of those that run: overdue when it has passed now
    version, position, changed_at   the file's last line, and when that was recorded

The table of cases, for one, is `read.cases`. For a subtree as it is now pass the ids of its units.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID
from zlib import crc32

from domain.catalogue import BY_STORED_NAME
from domain.label import Labelled
from domain.record.field import Field, fields_of
from domain.record.file import File
from domain.record.file_kind import FileKind
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.listed import Listed
from domain.record.vocabulary import UnitRef
from projections.entry import (  # fmt: skip
    AFTER_THE_ROWS,
    KEPT,
    FeedEntry,
    Projection,
    Rows,
    Sources,
    Statement,
    Write,
    escaped,
    known,
    text_array,
    unit_columns,
)

NONE = "\\N"
WAY = 1
"""To be raised when the columns that every list has are filled in another way."""
ALWAYS = """
    running integer NOT NULL,
    lapsed integer NOT NULL,
    lapses integer NOT NULL,
    next_due timestamptz,
    next_due_code text,
    version integer NOT NULL,
    position bigint NOT NULL,
    changed_at timestamptz NOT NULL
"""


class Gap(Exception):
    """A line does not follow the last one of its file."""


class Listing:
    """Folds the files of a kind, and keeps those that were last touched."""

    def __init__(self, kind: FileKind[Any], listed: Listed[Any]) -> None:
        self._kind, self._listed = kind, listed
        self._written = [(column.field.name, column.write) for column in columns_of(listed)]
        self._files: OrderedDict[UUID, File] = OrderedDict()

    def __call__(self, entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
        ours = [entry for entry in entries if entry.kind == self._kind.name]
        if not ours:
            return
        self._fetch(ours, sources)
        touched: dict[UUID, FeedEntry] = {}
        for entry in ours:
            file = self._file(entry.line.file_id)
            if file.version != entry.line.version - 1:
                raise Gap
            take(file, entry.line)
            touched[file.id] = entry
        name = self._listed.name
        begun = {entry.line.file_id for entry in ours if entry.line.version == 1}  # of these no row is there yet
        if known := [file for file in touched if file not in begun]:
            yield Statement(f"DELETE FROM {{{name}}} WHERE file_id = ANY(%s::uuid[])", [known])  # noqa: S608 - a name of the code
        yield Rows(name, [self._row(self._files[file], entry) for file, entry in touched.items()])
        while len(self._files) > KEPT:
            self._files.popitem(last=False)

    def _fetch(self, entries: Sequence[FeedEntry], sources: Sources) -> None:
        """Fold the earlier lines of files that are not at hand."""
        first: dict[UUID, int] = {}
        for entry in entries:
            first.setdefault(entry.line.file_id, entry.line.version)
        absent = [
            file_id
            for file_id, version in first.items()
            if version > 1 and ((file := self._files.get(file_id)) is None or file.version != version - 1)
        ]
        for file_id in absent:
            self._files.pop(file_id, None)
        if absent:
            for line in sources.histories(absent, entries[0].position):
                take(self._file(line.file_id), line)

    def _file(self, file_id: UUID) -> File:
        file = self._files.get(file_id)
        if file is None:
            file = self._files[file_id] = File.blank(file_id, self._kind)
        self._files.move_to_end(file_id)
        return file

    def _row(self, file: File, entry: FeedEntry) -> str:
        row = self._listed.of(file.state)
        due = min(file.running.values(), key=lambda started: (started.due_at, started.code), default=None)
        return "\t".join(
            (
                entry.file,
                texts(self._kind.standing(file.state)),
                *[write(getattr(row, name)) for name, write in self._written],
                str(len(file.running)),
                str(len(file.lapsed)),
                str(len(file.lapses)),
                instant(due.due_at if due else None),
                due.code if due else NONE,
                str(file.version),
                str(entry.position),
                instant(entry.line.recorded_at),
            )
        )


def take(file: File, line: Line) -> None:
    apply(file, BY_STORED_NAME[line.stored_as], line)


def flag(value: bool) -> str:
    return "t" if value else "f"


def instant(value: datetime | None) -> str:
    return value.isoformat() if value is not None else NONE


def texts(values: Iterable[str]) -> str:
    found = tuple(values)
    return escaped(text_array(found)) if found else "{}"


def text(value: str | None) -> str:
    return escaped(value) if value is not None else NONE


@dataclass(frozen=True, slots=True)
class Column:
    """What the table keeps of a field of the row. A unit is three columns, which the index on it leads with."""

    field: Field
    of: str
    write: Callable[[Any], str]

    @property
    def name(self) -> str:
        """The column, or the first of three."""
        return f"{self.field.name}_unit_id" if self.field.of is UnitRef else self.field.asked_as

    @property
    def names(self) -> tuple[str, ...]:
        """All its columns."""
        unit = ("id", "code", "name")
        return tuple(f"{self.field.name}_unit_{each}" for each in unit) if self.field.of is UnitRef else (self.name,)

    @property
    def ddl(self) -> str:
        """The columns as the table is made with them."""
        of = ("uuid", "text", "text") if self.field.of is UnitRef else (self.of,)
        must = "" if self.field.optional else " NOT NULL"
        return ", ".join(f"{name} {kind}{must}" for name, kind in zip(self.names, of, strict=True))


KINDS_OF_COLUMN: dict[type, tuple[str, Callable[[Any], str]]] = {
    str: ("text", text),
    Labelled: ("text", text),
    int: ("integer", lambda value: str(value) if value is not None else NONE),
    bool: ("boolean", flag),
    datetime: ("timestamptz", instant),
    UUID: ("uuid", lambda value: known(value) if value is not None else NONE),
    UnitRef: ("", unit_columns),
}


def columns_of(listed: Listed[Any]) -> tuple[Column, ...]:
    """The columns of a list's own fields. TypeError for what a list cannot show, such as anything personal."""
    return tuple(_column(field) for field in fields_of(listed.row))


def _column(field: Field) -> Column:
    of = Labelled if issubclass(field.of, Labelled) else field.of
    if field.many and of is Labelled:
        return Column(field, "text[]", texts)
    if field.many or of not in KINDS_OF_COLUMN or (of is UUID and field.points is None):
        raise TypeError(f"{field.name}: a list shows no such thing")
    return Column(field, *KINDS_OF_COLUMN[of])


def ddl_of(listed: Listed[Any]) -> str:
    """The statements that make the table, and those that make its indexes."""
    columns = {column.field.name: column for column in columns_of(listed)}
    own = "".join(f"    {column.ddl},\n" for column in columns.values())
    table = f"{{{listed.name}}}"
    keys = [f"({at}, file_id)" for at in (listed.since, "changed_at", "next_due")]
    found_by = [columns[name] for name in listed.found_by.values()]
    keys += [f"({c.name}, {listed.since})" for c in found_by if c.of in ("text", "") and not c.field.many]
    indexes = "".join(f"CREATE INDEX ON {table} {key};\n" for key in (*keys, "USING gin (standing)"))
    return (
        f"CREATE TABLE {table} (\n    file_id uuid PRIMARY KEY,\n    standing text[] NOT NULL,\n"
        f"{own}{ALWAYS.strip(chr(10))}\n);\n{AFTER_THE_ROWS}{indexes}"
    )


def listing(kind: FileKind[Any], listed: Listed[Any]) -> Projection:
    """The projection of a kind's list. Another shape of its rows, or another way to fill them, is another version."""
    ddl = ddl_of(listed)
    return Projection(
        name=listed.name,
        version=crc32(f"{WAY}.{listed.way} {ddl}".encode()) >> 1,
        tables=(listed.name,),
        ddl=ddl,
        start=partial(Listing, kind, listed),
    )
