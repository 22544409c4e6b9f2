"""How lists show the files of a kind: what a row says, by what it is found, and in which order it comes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar, cast

from domain.label import Label

S = TypeVar("S")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[S]):
    """The list of a kind's files, called `name`: `cases`, and `label` in words.

    `row`: the class of its rows: texts, numbers, flags, instants, units, ids that say what they point at, enums and
    tuples of enums, nothing personal; a field without words has those of the state's field of that name. `of(state)`:
    the row of a file. `found_by`: what can be asked for, with the field it is about, an enum, a
    flag, an instant or a unit: `{"phases": "phase"}`. `since`:
    the instant that orders the list. `way`: to be raised when `of` fills the same fields in another way.
    """

    name: str
    label: Label
    row: type[Any]
    of: Callable[[S], Any]
    found_by: Mapping[str, str]
    since: str
    way: int = 1


def taken(row: type[R], state: Any, **worked_out: Any) -> R:
    """The row of a file: each field as the state has it under the same name, or as it was worked out."""
    names = {field.name for field in fields(cast(Any, row))} - set(worked_out)
    return row(**{name: getattr(state, name) for name in names}, **worked_out)
