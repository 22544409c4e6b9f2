"""What in somebody's readings of an hour is out of the ordinary: counted from the lines of reading themselves."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from domain.access.state import Purpose
from domain.label import Labelled
from domain.record.vocabulary import UnitRef

WINDOW = timedelta(hours=1)


class Pattern(Labelled):
    """What is out of the ordinary in somebody's readings of one hour."""

    MANY_FILES = "many_files", "Xem nhiều hồ sơ trong một giờ", "Many files within an hour"
    OTHER_UNITS = "other_units", "Xem nhiều hồ sơ của đơn vị khác", "Many files of other units"
    MANY_WORDS = "many_words", "Tìm nhiều từ trong một giờ", "Many words searched within an hour"
    ONE_FILE = "one_file", "Tìm nhiều lần trong cùng một hồ sơ", "Many searches that find one file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is ordinary for one person within an hour; project defaults.

    `files`: opened for one purpose. `other_units`: opened of units that are not the own. `words`: searched for.
    `one_file`: searches that found the same file and no other.
    """

    files: int = 40
    other_units: int = 20
    words: int = 40
    one_file: int = 10


def of_reading(
    before: Iterable[Any], file: UUID, unit: UnitRef | None, purpose: Purpose, own: Collection[UUID], limits: Limits
) -> tuple[Pattern, ...]:
    """What opening this file would be one too many of, after the readings of the last hour."""
    read = [event for event in before if hasattr(event, "sights")]
    files = _opened((event for event in read if event.purpose is purpose), limits.files)
    foreign = _opened((event for event in read if _of_others(event.unit, own)), limits.other_units)
    found: list[Pattern] = []
    if file not in files and len(files) >= limits.files:
        found.append(Pattern.MANY_FILES)
    if _of_others(unit, own) and file not in foreign and len(foreign) >= limits.other_units:
        found.append(Pattern.OTHER_UNITS)
    return tuple(found)


def _opened(read: Iterable[Any], most: int) -> set[UUID]:
    """The files that were opened: without a reason no more than may be, whatever several processes wrote at once."""
    plain, reasoned = dict[UUID, None](), set[UUID]()
    for event in read:
        if getattr(event, "beyond", ()):
            reasoned.add(event.file)
        else:
            plain[event.file] = None
    return {*list(plain)[:most], *reasoned}


def too_many_words(before: Iterable[Any], asked: Collection[str], limits: Limits) -> bool:
    """Whether these words would be more than somebody may search for within an hour."""
    known = {word for event in searches(before) for word in event.words}
    return len(known | set(asked)) > limits.words


def of_search(before: Iterable[Any], files: Collection[UUID], limits: Limits) -> tuple[Pattern, ...]:
    """What a search that found these files is one more of."""
    found = set(files)
    same = [event for event in searches(before) if len(found) == 1 and set(event.files) == found]
    return (Pattern.ONE_FILE,) if len(same) >= limits.one_file else ()


def searches(before: Iterable[Any]) -> Iterator[Any]:
    """The searches among the readings."""
    return (event for event in before if hasattr(event, "words"))


def _of_others(unit: UnitRef | None, own: Collection[UUID]) -> bool:
    return unit is not None and unit.id not in own
