"""What clients see of a state and of its parts: types derived from the domain's classes, and how these are read.

    @shows(Kind.CASE, Measure, "ref", "kind", "executor", As("ends_at", "until"))
    class UrgentMeasure:
        \"\"\"An urgent measure.\"\"\"

Only the fields that are named are shown. Their types and words are those of the state; a field of which the class
says the type and the words itself is its own, and not read from the state.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, is_dataclass
from datetime import date, datetime
from functools import cache
from inspect import get_annotations
from operator import attrgetter
from typing import Any, TypeVar

import strawberry

from domain.record.field import Field, property_of
from domain.record.personal import Personal
from domain.record.vocabulary import OfficeRef, UnitRef
from server.schema.base.common import OfficeThen, UnitThen, office_then, unit_then
from server.schema.base.described import description_of
from server.schema.base.detail import Detail, Opened, detail
from server.schema.base.places import Leaf, Place, facts_within, of_file, place_at, tell
from server.schema.base.scalars import Day, Instant

T = TypeVar("T")
SHOWN_AS: dict[Any, Any] = {
    datetime: Instant,
    date: Day,
    UnitRef: UnitThen,
    OfficeRef: OfficeThen,
    Personal: Detail,
}
"""What stands in a view for a type of the domain; an id is opaque, a part is what `As` says it is."""


@dataclass(frozen=True, slots=True)
class As:
    """A field under another name than the state's (`path`, with dots), or a part as the type that shows it.

    `nullable`: it has been told as one that may be null, and stays so.
    """

    name: str
    path: str = ""
    part: type[Any] | None = None
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a state or a part of it stands in its file, and the texts of the file that the viewer may read."""

    places: tuple[Place, ...]
    pointer: str
    opened: Opened


Read = Callable[[Any, Spot], Any]
"""Reads one field of the state or part that stands at the spot."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a type is read from a state of files of the kind, or from a part of one."""

    kind: str
    state: type[Any]
    reads: dict[str, Read]


SHAPES: dict[type[Any], Shape] = {}


def shows(kind: str, state: type[Any], *named: str | As) -> Callable[[type[T]], type[T]]:
    """Make the class the GraphQL type of a state of the kind, or of a part of it, with these fields."""

    def made(cls: type[T]) -> type[T]:
        reads: dict[str, Read] = {}
        annotations: dict[str, Any] = get_annotations(cls)
        for each in named:
            given = each if isinstance(each, As) else As("", each)
            path = given.path or given.name
            field = _field(kind, state, path)
            name = given.name or field.asked_as
            if name in annotations:
                raise TypeError(f"{cls.__name__}.{name}: said twice")
            annotations[name] = _type(field, given)
            setattr(cls, name, strawberry.field(description=_described(field)))
            reads[name] = _read(field, path, given.part)
        cls.__annotations__ = annotations
        SHAPES[cls] = Shape(kind, state, reads)
        return strawberry.type(cls, description=description_of(cls))

    return made


def fields_of_state(shape: type[Any], state: Any, opened: Opened) -> dict[str, Any]:
    """The fields of the type that shows a whole state."""
    return _fields(shape, state, Spot(of_file(SHAPES[shape].kind), "", opened))


def field_of_state(shape: type[Any], name: str, state: Any) -> Any:
    """One field of the type that shows a whole state, which is masked. Raises AttributeError when it shows none."""
    read = SHAPES[shape].reads.get(name)
    if read is None:
        raise AttributeError(name)
    return read(state, _masked(SHAPES[shape].kind))


def part_of(shape: type[T], part: Any, *path: str) -> T:
    """A part by itself, which is masked; `path` leads to where such parts stand in their file."""
    return shape(**_fields(shape, part, Spot(place_at(of_file(SHAPES[shape].kind), *path).inner, "", {})))


@cache
def _masked(kind: str) -> Spot:
    return Spot(of_file(kind), "", {})


def _fields(shape: type[Any], whole: Any, spot: Spot) -> dict[str, Any]:
    return {name: read(whole, spot) for name, read in SHAPES[shape].reads.items()}


def _field(kind: str, state: type[Any], path: str) -> Field:
    """What the state says of the field or property, with its words; a property can tell nothing personal."""
    fact = facts_within(kind, state).get(tuple(path.split(".")))
    field = fact.field if fact else property_of(state, path)
    if field is None or (fact is None and field.of is Personal):
        raise TypeError(f"{state.__name__}.{path}: no field that can be shown")
    if field.words is None:
        raise TypeError(f"{state.__name__}.{path}: no words")
    if field.names is not None:
        raise TypeError(f"{state.__name__}.{path}: what is named by a text is told among the facts alone")
    return field


def _described(field: Field) -> str:
    """The words of a field as the schema prints them."""
    masked = ", masked for who may not read it" if field.of is Personal else ""
    return f"{field.words.en if field.words else ''}{masked}."


def _type(field: Field, given: As) -> Any:
    of: Any = given.part or SHOWN_AS.get(field.of, field.of)
    if is_dataclass(field.of) and of is field.of:
        raise TypeError(f"{field.name}: a part is shown as a type of its own")
    if _is_id(field):
        of = strawberry.ID
    if field.many:
        of = list[of]
    return of | None if field.optional or given.nullable else of


def _is_id(field: Field) -> bool:
    """Whether it is an id by itself; a reference holds one and shows what stood beside it."""
    return field.points is not None and not is_dataclass(field.of)


def _read(field: Field, path: str, part: type[Any] | None) -> Read:
    get = attrgetter(path)
    one = _one(field, tuple(path.split(".")), part)
    if one is None:
        return (lambda whole, spot: list(get(whole))) if field.many else (lambda whole, spot: get(whole))
    pointer = f"/{path.replace('.', '/')}"

    def read(whole: Any, spot: Spot) -> Any:
        value, here = get(whole), f"{spot.pointer}{pointer}"
        if value is None:
            return None
        if not field.many:
            return one(value, whole, spot, here)
        return [one(each, whole, spot, f"{here}/{row}") for row, each in enumerate(value)]

    return read


def _one(field: Field, path: tuple[str, ...], part: type[Any] | None) -> Callable[[Any, Any, Spot, str], Any] | None:
    """How one value is given, from itself, what holds it, where that stands, and its own pointer; None: as it is."""
    if part is not None:
        return lambda value, whole, spot, here: part(
            **_fields(part, value, Spot(place_at(spot.places, *path).inner, here, spot.opened))
        )
    if field.of is Personal:
        return lambda value, whole, spot, here: detail(
            Leaf(here, place_at(spot.places, *path), value, whole), spot.opened
        )
    if field.of is UnitRef:
        return lambda value, whole, spot, here: unit_then(value)
    if field.of is OfficeRef:
        return lambda value, whole, spot, here: office_then(value)
    if _is_id(field):
        told = tell(field)
        return lambda value, whole, spot, here: told(value, whole)[0]
    return None
