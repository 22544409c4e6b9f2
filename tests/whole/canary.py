"""Words that nobody else uses, put wherever people write, and the search for them where nobody may write them down."""

from __future__ import annotations

import base64
import json
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import psycopg
from psycopg.sql import SQL, Identifier

TABLES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname !~ '^pg_(toast|temp)' ORDER BY 1, 2
"""


class Canaries:
    """Hands out one word for each place, and knows them again however they are written."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}

    def word(self, place: str) -> str:
        """A word with accents that stands for this place."""
        return self.places.setdefault(place, f"Vẹtđỏ{len(self.places):03}kêu")

    def found(self, text: str) -> set[str]:
        """The places whose words stand in the text, in any spelling."""
        low = text.lower()
        return {place for place, word in self.places.items() if any(form in low for form in forms(word))}


@cache
def forms(word: str) -> tuple[str, ...]:
    """The ways in which the word may be written, in lower case."""
    return tuple(dict.fromkeys(_forms(word)))


def _forms(word: str) -> Iterator[str]:
    """The word itself, without accents, escaped as in JSON, in hex, and in base64 wherever it begins; lower case."""
    for one in (word, word.lower(), folded(word)):
        raw = one.encode()
        yield one.lower()
        yield json.dumps(one)[1:-1].lower()
        yield raw.hex()
        for shift in range(3):
            whole = base64.b64encode(b"\0" * shift + raw).decode()
            yield whole[4 if shift else 0 : -4].lower()


def folded(word: str) -> str:
    """Lower case without accents, as words are folded for search."""
    plain = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def in_tables(dsn: str, canaries: Canaries) -> dict[str, set[str]]:
    """For each table of every schema that holds any: the places whose words stand in its rows."""
    found: dict[str, set[str]] = {}
    with psycopg.connect(dsn, autocommit=True) as connection:
        for schema, table in connection.execute(TABLES).fetchall():
            whole = SQL("SELECT t::text FROM {}.{} t").format(Identifier(schema), Identifier(table))
            for (row,) in connection.execute(whole):
                if here := canaries.found(row or ""):
                    found.setdefault(f"{schema}.{table}", set()).update(here)
    return found


def in_files(files: Iterable[Path], canaries: Canaries) -> dict[str, set[str]]:
    """The same for files, such as logs."""
    each = {file.name: canaries.found(file.read_text("utf-8", "replace")) for file in files}
    return {name: places for name, places in each.items() if places}
