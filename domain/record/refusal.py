"""The domain's no: typed, in two languages, saying what to do; all that is wrong at once."""

import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from domain.label import Label
from domain.record.vocabulary import OfficeRef, UnitRef

T = TypeVar("T")
BLANK_LETTERS = "\u115f\u1160\U00013441\U00013442"
"""Letters by name that show nothing: the Hangul fillers, as NFKC leaves them, and the hieroglyphs of empty space."""
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule that can say no. `code` is stable; the words say what is wrong and what to do.

    It stands above the `decide` that uses it, or in the `refusals.py` of the folder whose acts share it.
    """

    code: str
    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why one request was refused.

    `path`: the input at fault, down to the row, by the names of the command: `("items", "2", "provider")`.
    `what`: the words of that input, where the rule speaks of any input. `units`, `offices`: those to choose from.
    """

    refusal: Refusal
    path: Path = ()
    what: Label | None = None
    units: tuple[UnitRef, ...] = ()
    offices: tuple[OfficeRef, ...] = ()

    @property
    def code(self) -> str:
        """The refusal's stable code."""
        return self.refusal.code

    @property
    def words(self) -> Label:
        """What is wrong and what to do."""
        vi, en = self.refusal.vi, self.refusal.en
        return Label(vi=f"{self.what.vi}: {vi}", en=f"{self.what.en}: {en}") if self.what else Label(vi=vi, en=en)


class Refused(Exception):
    """An act may not be done. `reasons` holds every reason found, never just the first."""

    def __init__(self, *reasons: Reason | Refusal) -> None:
        self.reasons = tuple(Reason(r) if isinstance(r, Refusal) else r for r in reasons)
        super().__init__(", ".join(r.code for r in self.reasons))


Check = tuple[bool, Refusal] | tuple[bool, Refusal, str | Path]
"""Whether it holds, what it is refused with if not, and the input at fault, if one is."""


def insist(*checks: Check) -> None:
    """Raises `Refused` with all that do not hold."""
    failed = [Reason(check[1], _path(check[2]) if len(check) == 3 else ()) for check in checks if not check[0]]
    if failed:
        raise Refused(*failed)


def each(rows: Iterable[T], holds: Callable[[T], bool], refusal: Refusal, field: str, *inner: str) -> Iterator[Check]:
    """One check a row of the input `field`; `inner` leads on inside the row."""
    for number, row in enumerate(rows):
        yield holds(row), refusal, (field, str(number), *inner)


def once(rows: Iterable[T], key: Callable[[T], Hashable], refusal: Refusal, field: str, *inner: str) -> Iterator[Check]:
    """One check a row of the input `field`: no row before it gives the same `key`; `inner` leads on inside the row."""
    given: set[Hashable] = set()
    for number, row in enumerate(rows):
        yield key(row) not in given, refusal, (field, str(number), *inner)
        given.add(key(row))


def required(value: T | None, refusal: Refusal, *path: str) -> T:
    """The value that the further checks speak of; where it is not there, nothing else can be said."""
    if value is None:
        raise Refused(Reason(refusal, path))
    return value


def present(value: T | None) -> T:
    """A value that `insist` has found to be there."""
    if value is None:
        raise AssertionError("missing, though insist passed")
    return value


def said(text: str | None) -> bool:
    """Whether a text says anything: holds a letter or a figure that shows."""
    return bool(text) and signs(text or "") > 0


def signs(text: str) -> int:
    """How many letters and figures of a text show, once it is in NFKC: format characters and fillers are none."""
    return sum(sign.isalnum() and sign not in BLANK_LETTERS for sign in unicodedata.normalize("NFKC", text))


def _path(field: str | Path) -> Path:
    return (field,) if isinstance(field, str) else field
