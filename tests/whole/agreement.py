"""What the agreement tests compare with: inputs filled by introspection, and the source read as a tree."""

from __future__ import annotations

import ast
import itertools
import types
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

import strawberry

from domain.record.action import Action
from domain.record.register import Register
from domain.record.vocabulary import UnitRef
from server.schema.acts.inputs import ActInput, InputReader
from server.schema.base.ids import ID_TYPES, global_id
from server.schema.base.scalars import Day, Instant

ROOT = Path(__file__).parents[2]
SOME = UUID(int=1)
TWO_OF: dict[Any, tuple[Any, Any]] = {
    str: ("một", "hai"),
    int: (1, 2),
    bool: (False, True),
    UUID: (UUID(int=7), UUID(int=8)),
    Instant: (datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 2, 9, tzinfo=UTC)),
    Day: (date(2026, 3, 2), date(2026, 3, 3)),
}


class EveryCode(InputReader):
    """A register in which every code is borne by a unit of its own."""

    def __init__(self) -> None:
        super().__init__(Register(), datetime(2026, 3, 2, tzinfo=UTC), SOME)

    def unit(self, code: str, on: date | None) -> UnitRef:
        return UnitRef(id=SOME, code=code, name=str(on))

    def told(self, action: Action[Any, Any, Any], given: Any) -> tuple[Any, UUID]:
        """The command and the file that an input comes to; every id in it is one."""
        command = self.command(action, given)
        file = self.file(action, given, command)
        if self.reasons:
            raise LookupError(self.reasons)
        return command, file


def samples(hint: Any, kind: str) -> list[Any]:
    """A value of the type and others that differ from it, each in one place. `kind` is what ids are of."""
    if get_origin(hint) in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(hint) if arg is not type(None))
        return [*samples(inner, kind), None]
    if get_origin(hint) is list:
        return [[value] for value in samples(get_args(hint)[0], kind)]
    if hint is strawberry.ID:
        return [global_id(kind, UUID(int=n)) for n in (2, 3)]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[:2]
    if isinstance(hint, type) and is_dataclass(hint):
        return list(variants(hint, {}).values())
    return list(TWO_OF[hint])


def variants(cls: type, kinds: dict[str, str]) -> dict[str, Any]:
    """An input under "" and, under the name of each of its fields, one that differs there alone."""
    hints = {f.name: hint_of(cls, f.name) for f in fields(cls)}
    values = {name: samples(hint, kinds.get(name, "Case")) for name, hint in hints.items()}
    first = {name: several[0] for name, several in values.items()}
    made = {"": cls(**first)}
    for name, several in values.items():
        for n, other in enumerate(several[1:]):
            made[f"{name}.{n}"] = cls(**(first | {name: other}))
    return made


def hint_of(cls: type, name: str) -> Any:
    """The type of an input's field; enums derived from the catalogue stand as themselves."""
    return get_type_hints(cls)[name]


def filled(action: Action[Any, Any, Any], cls: type[ActInput]) -> dict[str, Any]:
    """The variants of an act's input, ids of the kind that it asks for."""
    ids = [f.name for f in fields(cls) if "ID" in str(f.type) or strawberry.ID in _inner(hint_of(cls, f.name))]
    for choice in itertools.product(ID_TYPES.values(), repeat=len([i for i in ids if i != "office_id"])):
        kinds = dict(zip([i for i in ids if i != "office_id"], choice, strict=True)) | {"office_id": "Office"}
        made = variants(cls, kinds)
        try:
            EveryCode().told(action, made[""])
        except LookupError:
            continue
        return made
    raise AssertionError(f"no kinds of ids fit {cls.__name__}")


def _inner(hint: Any) -> set[Any]:
    return {hint, *(inner for arg in get_args(hint) for inner in _inner(arg))}


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The leaves of a command with their paths, places in tuples left out."""
    if isinstance(value, tuple):
        items = cast(tuple[Any, ...], value)
        for item in items:
            yield from leaves(item, path)
        yield f"{path}#", len(items)
    elif isinstance(value, UnitRef):
        yield path, value
    elif is_dataclass(value):
        for f in fields(value):
            yield from leaves(getattr(value, f.name), f"{path}.{f.name}")
    else:
        yield path, value


def sources(*places: str) -> Iterator[tuple[Path, ast.Module]]:
    """The modules below these folders, read as trees."""
    for place in places:
        for path in sorted((ROOT / place).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield path, ast.parse(path.read_text(encoding="utf-8"))


@cache
def words_in_tests(place: str) -> set[str]:
    """Every word that stands in a string of the tests below this folder, in lower case."""
    found: set[str] = set()
    for path, tree in sources(place):
        if path.name.startswith("test_") and path.name != "test_agreement.py":
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= set(node.value.lower().replace("|", " ").split())
    return found
