"""The types of a kind's list, derived from its row: what can be asked, in which order, and what a page of it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from types import new_class
from typing import Any
from uuid import UUID

import strawberry

from domain.catalogue import KINDS
from domain.label import Label, Labelled
from domain.record.field import Field
from domain.record.file_kind import FileKind
from domain.record.listed import Listed
from domain.record.vocabulary import UnitRef
from domain.record.wording import facts_of_row
from server.schema.base.common import PageInfo, UnitThen
from server.schema.base.described import description_of
from server.schema.base.enums import derived_enum
from server.schema.base.ids import FILE_TYPES
from server.schema.base.places import facts_of_file
from server.schema.base.scalars import Instant
from server.schema.lists.trail_types import InstantRange, UnitFilter

PLAIN: dict[type, Any] = {datetime: Instant, UnitRef: UnitThen, UUID: strawberry.ID}
CHANGED = Label(vi="Lần ghi cuối", en="Last line recorded")
DUE = Label(vi="Thời hạn gần nhất", en="Next due time")


@dataclass(frozen=True, slots=True)
class FileList:
    """A list of files as clients ask for it. `fields`: what its rows say beside what the rows of all lists do."""

    kind: FileKind[Any]
    listed: Listed[Any]
    fields: dict[str, Field]
    summary: type[Any]
    edge: type[Any]
    connection: type[Any]
    filter: type[Any]
    order: Any


def id_of(kind: FileKind[Any]) -> tuple[str, Label]:
    """How a file of the kind is called where it stands for itself."""
    return kind.asked_as or (f"{kind.name}_id", kind.label)


def lists() -> Iterator[FileList]:
    """Every list that a kind of file has."""
    for kind in KINDS.values():
        if kind.listed is not None:
            yield _list_of(kind, kind.listed)


def _list_of(kind: FileKind[Any], listed: Listed[Any]) -> FileList:
    fields = facts_of_row(listed.row, facts_of_file(kind.name))
    name, files = FILE_TYPES[kind.name], listed.label.en.lower()
    id, words = id_of(kind)
    shown = {field.asked_as: (_output(field), told(field.words)) for field in fields.values()}
    row = _type(
        f"{name}Summary", description_of(listed.row), {id: (strawberry.ID, told(words))} | shown | OF_EVERY_FILE
    )
    edge = _type(
        f"{name}Edge",
        f"A row of the list of {files}, with its cursor.",
        {"cursor": (str, "Place of the row in this question."), "node": (row, told(words))},
    )
    page = _type(f"{name}Connection", f"A page of {files}.", {"edges": (list[edge], "The rows.")} | OF_EVERY_PAGE)
    asked = {name: _condition(fields[of]) for name, of in listed.found_by.items()} | LATE
    filter = _type(f"{name}Filter", ALL_TOGETHER, asked, input=True)
    return FileList(kind, listed, fields, row, edge, page, filter, _order(f"{name}Order", files, fields[listed.since]))


ALL_TOGETHER = "All conditions hold together; within a list any one is enough."
OF_EVERY_FILE: dict[str, tuple[Any, str]] = {
    "running": (int, "How many duties run."),
    "lapsed": (int, "Of how many of these the record says that their time ran out."),
    "lapses": (int, "How many lapses were ever recorded, made good or not."),
    "next_due": (Instant | None, "Earliest due time of a duty that runs."),
    "next_due_code": (str | None, "Code of that duty."),
    "overdue": (bool, "That time has passed."),
    "version": (int, "Number of lines."),
    "changed_at": (Instant, "When the last line was recorded."),
}
OF_EVERY_PAGE: dict[str, tuple[Any, str]] = {
    "page_info": (PageInfo, "Where the page stands."),
    "read_at": (str, "Position token: how far the table had come."),
}
LATE: dict[str, tuple[Any, str]] = {
    "overdue": (bool | None, "A duty's time has run out and it is still owed."),
    "lapsed": (bool | None, "A lapse was recorded at some time, made good or not."),
}


def _type(name: str, description: str, members: dict[str, tuple[Any, str]], *, input: bool = False) -> Any:
    """A type with these fields; those of an input may all be left out."""
    left_out: dict[str, Any] = {"default": None} if input else {}

    def body(namespace: dict[str, Any]) -> None:
        namespace["__annotations__"] = {field: of for field, (of, _) in members.items()}
        namespace |= {field: strawberry.field(description=text, **left_out) for field, (_, text) in members.items()}

    made = new_class(name, (), {}, body)
    return (strawberry.input if input else strawberry.type)(made, description=description)


def told(words: Label | None) -> str:
    """The words of a field as the schema prints them."""
    return f"{words.en}." if words else ""


def _output(field: Field) -> Any:
    of = PLAIN.get(field.of, field.of)
    of = list[of] if field.many else of
    return of | None if field.optional else of


def _condition(field: Field) -> tuple[Any, str]:
    """What can be asked of a field: one of several, yes or no, a range of time, a unit with what lies below it."""
    if field.of is UnitRef:
        return UnitFilter | None, f"{told(field.words)[:-1]}, or below it as it is now. `side` does not apply."
    if field.of is datetime:
        return InstantRange | None, told(field.words)
    if field.of is bool:
        return bool | None, told(field.words)
    if issubclass(field.of, Labelled):
        return list[field.of] | None, told(field.words)
    raise TypeError(f"{field.name}: a list is not found by such a field")


def _order(name: str, files: str, since: Field) -> Any:
    """The instant that orders the list both ways, the last change, the next due time."""
    first = since.name.removesuffix("_at").upper()
    orders = {
        f"{first}_LAST": (since.name, "DESC", since.called),
        f"{first}_FIRST": (since.name, "ASC", since.called),
        "CHANGED_LAST": ("changed_at", "DESC", CHANGED),
        "DUE_FIRST": ("next_due", "ASC", DUE),
    }
    ways = {"DESC": ("latest first", "mới nhất trước"), "ASC": ("earliest first", "sớm nhất trước")}
    return derived_enum(
        name,
        {key: f"{column} {way}" for key, (column, way, _) in orders.items()},
        {key: f"{of.en}, {ways[way][0]} / {of.vi}, {ways[way][1]}." for key, (_, way, of) in orders.items() if of},
        f"Order of {files}.",
    )
