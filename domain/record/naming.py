"""By what a child is known across files: its name as people write it in many ways, its birth year, its identifiers.

A name is compared by its words in any order, in one spelling, wherever the tone mark stands (Hoà is Hòa), and bare: one
typed without marks is like all that look alike. Nothing here is kept: the server keeps keyed hashes of the forms.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import combining, normalize
from uuid import UUID

from domain.label import Labelled
from domain.record.personal import Personal
from domain.record.spelling import one_spelling

WORD = re.compile(r"\w+")
TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
BEFORE_A_NAME = frozenset({"cháu", "bé", "em"})
ENOUGH = 2
"""So many whole words a name must have to be compared without a birth year: `Cháu T.` is no name."""


class MatchedBy(Labelled):
    """By what two files were found to tell of one child, the weakest first."""

    NAME_ALONE = "name_alone", "Trùng họ tên", "The name alone"
    NAME_AND_YEAR = "name_and_year", "Trùng họ tên và năm sinh", "Name and birth year"
    IDENTIFIER = "identifier", "Trùng số định danh", "An identifier"

    @property
    def weight(self) -> int:
        """How much it says."""
        return list(MatchedBy).index(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildNamed:
    """What a file says of who a child is; nothing of it may be known."""

    subject: UUID
    name: Personal | None
    birth_year: int | None
    identifier: Personal | None = None


class Form(Labelled):
    """What of a child's name is compared. A bare name is like a written one, and never like another bare one."""

    IDENTIFIER = "identifier", "Số định danh", "Identifier"
    NAME_AND_YEAR = "name_and_year", "Họ tên và năm sinh", "Name with birth year"
    WRITTEN = "written", "Họ tên như đã ghi", "Name as written"
    BARE = "bare", "Họ tên không dấu", "Name without marks"


def words(text: str) -> list[str]:
    """The words of a text, in lower case and in one spelling."""
    return WORD.findall(one_spelling(text))


def with_tone_last(word: str) -> str:
    """The word with its tone marks at its end: "hoà" and "hòa" are one word written in two ways."""
    letters = normalize("NFD", word)
    tones = "".join(sorted(c for c in letters if c in TONES))
    return "".join(c for c in letters if c not in TONES) + tones


def bare(word: str) -> str:
    """The word as typed without marks: "đường" is "duong"."""
    return "".join(c for c in normalize("NFD", word) if not combining(c)).replace("đ", "d")


def forms(name: str | None, birth_year: int | None, identifier: str | None) -> frozenset[tuple[Form, str]]:
    """All that is compared of a child, each as one text that equals another where the two are alike."""
    parts = words(name or "")
    parts = parts[1:] if len(parts) > 1 and parts[0] in BEFORE_A_NAME else parts
    plain = " ".join(sorted(map(bare, parts)))
    found: set[tuple[Form, str]] = set()
    if plain and birth_year is not None:
        found.add((Form.NAME_AND_YEAR, f"{Form.NAME_AND_YEAR}|{birth_year}|{plain}"))
    if sum(len(part) > 1 for part in parts) >= ENOUGH:
        written = " ".join(sorted(map(with_tone_last, parts)))
        found |= {(Form.WRITTEN, f"name|{written}"), (Form.BARE, f"name|{plain}")}
    if number := "".join(words(identifier or "")):
        found.add((Form.IDENTIFIER, f"{Form.IDENTIFIER}|{number}"))
    return frozenset(found)


def matched(equal: Iterable[tuple[Form, Form]]) -> MatchedBy | None:
    """By what two files match, at the most, given the forms of one that equal those of the other."""
    by = [_match(*each) for each in equal]
    return max(filter(None, by), key=lambda match: match.weight, default=None)


def _match(ours: Form, theirs: Form) -> MatchedBy | None:
    if ours is Form.IDENTIFIER:
        return MatchedBy.IDENTIFIER
    if ours is Form.NAME_AND_YEAR:
        return MatchedBy.NAME_AND_YEAR
    return None if ours is theirs is Form.BARE else MatchedBy.NAME_ALONE
