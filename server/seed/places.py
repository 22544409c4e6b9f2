"""The real units and who succeeds whom, as the official lists have them, and the city's bodies under codes of ours.

`units.csv`, `unit_succession.csv`: facts of the public lists, before and since 1 July 2025. `bodies.csv`: real kinds
of bodies, with codes that nobody else uses.
"""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from domain.record.vocabulary import UnitRef, unit_id
from domain.unit.state import Level

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit of the lists; `since` None: before the record. `successors` are codes, all of them newer units."""

    ref: UnitRef
    level: Level
    form: str
    parent_code: str
    since: date | None
    until: date | None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """An old commune and a new one that took all of it (`whole`) or a part."""

    old_code: str
    new_code: str
    extent: str


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the lists beside this module, its names in one spelling (NFC)."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield {column: unicodedata.normalize("NFC", value.strip()) for column, value in row.items()}


def links() -> tuple[Link, ...]:
    """The 450 links from old communes to new ones."""
    return tuple(Link(r["old_code"], r["new_code"], r["extent"]) for r in rows("unit_succession.csv"))


def territory() -> tuple[Place, ...]:
    """Provinces, districts and communes: those of before 1 July 2025 first."""
    to: dict[str, list[str]] = {}
    for link in links():
        to.setdefault(link.old_code, []).append(link.new_code)
    places = [
        _place(r["code"], r["name"], r["level"], r["type"], r, tuple(to[r["code"]]) if _old_commune(r) else ())
        for r in rows("units.csv")
    ]
    return tuple(sorted(places, key=lambda p: (p.since or date.min, ORDER.index(p.level), p.ref.code)))


def bodies() -> tuple[Place, ...]:
    """Departments, inspectorate, police, Front, courts, services and the hotline."""
    return tuple(
        _place(r["code"], r["name"], r["level"], r["form"], r, tuple(filter(None, (r["successor_code"],))))
        for r in rows("bodies.csv")
    )


ORDER = (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)


def _old_commune(row: dict[str, str]) -> bool:
    return Level(row["level"]) is Level.COMMUNE and bool(row["valid_to"])


def _place(code: str, name: str, level: str, form: str, row: dict[str, str], successors: tuple[str, ...]) -> Place:
    since = row.get("valid_from") or ""
    return Place(
        ref=UnitRef(id=unit_id(code, since), code=code, name=name),
        level=Level(level),
        form=form,
        parent_code=row["parent_code"],
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
        successors=successors,
    )
