"""How lists show the files of a kind: what a row says, by what it is found, and in which order it comes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from domain.label import Label

S = TypeVar("S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed(Generic[S]):
    """The list of a kind's files, called `name`: `cases`, and `label` in words.

    `row`: the class of its rows: texts, numbers, flags, instants, units, ids of files, enums and tuples of enums,
    nothing personal; the words of a field stand there, or are those of the state's field of that name. `of(state)`:
    the row of a file. `found_by`: what can be asked for, with the field it is about: `{"phases": "phase"}`.
    `since`: the instant that orders the list. `way`: to be raised when `of` fills the same fields in another way.
    """

    name: str
    label: Label
    row: type[Any]
    of: Callable[[S], Any]
    found_by: Mapping[str, str]
    since: str
    way: int = 1
