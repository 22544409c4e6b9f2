"""Names that a file keeps sealed from somebody: they are no more to be read, or found, in its texts.

Known are the values of the file and of the files that it came from which identify the child, the family or the
reporter, on any of their lines, in as far as the viewer may not see them where they stand. A word is one of a name's
when it is spelled so, or so but without tone marks; the given name wherever it stands, the other parts with a capital
or beside another part, in any order, also written together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import category, normalize
from uuid import UUID

from domain.record.file import File
from domain.record.line import Line
from domain.record.naming import bare, with_tone_last
from domain.record.personal import Personal, PersonalKind
from domain.record.reading import OF_KIND
from domain.record.spelling import one_spelling
from server.record.folding import folded, lines_of
from server.record.mapper import personal_values
from server.schema.base.context import Context
from server.schema.base.detail import COVERED
from server.schema.base.visibility import may_see

WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
BETWEEN = re.compile(r"[\s._-]{0,3}")
PARTS_MAX = 7


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its parts as written, the given name last; `joined`: two parts or more written as one word."""

    parts: tuple[str, ...]
    joined: frozenset[str]

    def has(self, word: str) -> bool:
        """Whether the word is a part of the name, or several written together."""
        return any(alike(word, part, self.without_marks) for part in self.parts) or self._together(word)

    def given(self, word: str) -> bool:
        """Whether the word alone tells the name."""
        return alike(word, self.parts[-1], self.without_marks) or self._together(word)

    @property
    def without_marks(self) -> bool:
        """Whether it was entered without marks, as far as can be told: of a single part it cannot."""
        return len(self.parts) > 1 and all(bare(one_spelling(part)) == one_spelling(part) for part in self.parts)

    def _together(self, word: str) -> bool:
        return bare(one_spelling(word)) in self.joined


async def hidden_names(context: Context, file_ids: Iterable[UUID]) -> dict[UUID, tuple[Name, ...]]:
    """By file, the names that the viewer may not see; nothing of them leaves this process."""
    lines = await lines_of(context.services.log, file_ids)
    files = {i: folded(i, own) for i, own in lines.items()}
    sources = {i: tuple(file.kind.sources(file.state)) for i, file in files.items()}
    more = await lines_of(context.services.log, {s for each in sources.values() for s in each} - files.keys())
    lines |= more
    files |= {i: folded(i, own) for i, own in more.items()}
    sealed = {i: list(_sealed(context, files[i], lines[i])) for i in files}
    wanted = [(i, value) for i, values in sealed.items() for value in values]
    texts: defaultdict[UUID, list[str]] = defaultdict(list)
    for (i, _), text in zip(wanted, await context.services.keyring.open_many(wanted), strict=True):
        if text is not None:
            texts[i].append(text)
    return {
        i: tuple(dict.fromkeys(name for s in (i, *of) for text in texts.get(s, ()) for name in names_in(text)))
        for i, of in sources.items()
    }


def _sealed(context: Context, file: File, lines: Sequence[Line]) -> Iterator[Personal]:
    """The values of the file that identify somebody and are not the viewer's to see."""
    hidden = {
        kind for kind in PersonalKind if kind is not PersonalKind.TEXT and not may_see(context, file, OF_KIND[kind])
    }
    for line in lines if hidden else ():
        yield from (value for _, value in personal_values(line) if value.kind in hidden)


def names_in(text: str) -> Iterator[Name]:
    """The names that a value tells: its runs of capitalised words, or all of it where there is none; long numbers."""
    words = [(m.group(), m.start(), m.end()) for m in WORD.finditer(plain(text))]
    runs: list[list[str]] = [[]]
    end = 0
    for word, start, stop in words:
        proper = word[0].isupper() and not word.isdecimal()
        if not proper or (runs[-1] and not BETWEEN.fullmatch(plain(text), end, start)):
            runs.append([])
        if proper:
            runs[-1].append(word)
        end = stop
    found = [run for run in runs if len(run) > 1]
    if not found and len(words) <= PARTS_MAX:
        found = [[word for word, _, _ in words if not word.isdecimal()]]
    found += [[word] for word, _, _ in words if word.isdecimal() and len(word) >= PARTS_MAX]
    for run in found:
        if run:
            yield Name(tuple(run), frozenset(_joined(run)))


def _joined(parts: Sequence[str]) -> Iterator[str]:
    for start in range(len(parts)):
        for stop in range(start + 2, len(parts) + 1):
            yield bare(one_spelling("".join(parts[start:stop])))


def plain(text: str) -> str:
    """The text in one spelling, without signs that show nothing."""
    return "".join(c for c in normalize("NFC", text) if category(c) not in ("Cf", "Co"))


def alike(word: str, part: str, without_marks: bool) -> bool:
    """Whether a word is a part of a name, spelled fully or without marks; `without_marks`: the name was so entered."""
    one, other = one_spelling(word), one_spelling(part)
    if bare(one) != bare(other):
        return False
    return with_tone_last(one) == with_tone_last(other) or without_marks or bare(one) == one


def cover(text: str, names: Sequence[Name]) -> str:
    """The text with each of the names replaced by a mark that says so."""
    text = plain(text)
    words = list(WORD.finditer(text))
    hit = [False] * len(words)
    for name in names:
        of_name = [name.has(m.group()) for m in words]
        for i, m in enumerate(words):
            beside = (i and of_name[i - 1] and _next_to(text, words[i - 1], m)) or (
                i + 1 < len(words) and of_name[i + 1] and _next_to(text, m, words[i + 1])
            )
            hit[i] |= of_name[i] and bool(beside or name.given(m.group()) or m.group()[0].isupper())
    return _replaced(text, [m for m, found in zip(words, hit, strict=True) if found]) if any(hit) else text


def _next_to(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return BETWEEN.fullmatch(text, one.end(), other.start()) is not None


def _replaced(text: str, found: Sequence[re.Match[str]]) -> str:
    """One mark for each run of words."""
    told, end = "", 0
    for i, m in enumerate(found):
        if not i or not _next_to(text, found[i - 1], m):
            told += text[end : m.start()] + COVERED
        end = m.end()
    return told + text[end:]


def named(words: Iterable[str], names: Sequence[Name]) -> bool:
    """Whether one of the words searched for is of one of the names."""
    return any(name.has(word) for word in words for name in names)
