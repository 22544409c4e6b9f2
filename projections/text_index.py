"""In which lines a word was written: reasons, notes and narratives, without their text.

`read.words`, one row for each free text that can still be opened:

    position, path      the line and the text's place in it: `reason`, `event.narrative`, ...
    file_id             the line's file
    subject_id          whose key seals the text; when it is destroyed, exactly these rows go
    lexemes             tsvector of the words, each as 16 hex digits of a hash under the index key

A word is indexed as written (case, look-alike letters and place of the tone mark aside: Hoà is hòa) and bare (without
marks, đ as d).
Ask with `question(text, key)`: a word typed with marks finds itself, one typed without finds all that look alike.

    ... FROM read.trail t WHERE t.position = ANY(ARRAY(
        SELECT w.position FROM read.words w WHERE w.lexemes @@ %s::tsquery)) ORDER BY t.position DESC LIMIT 51

Written with IN or ordered directly, the planner may walk all texts backwards in search of a word that is nowhere.

No word stands here in the clear and none can be put in from outside without the key; how often equal words occur
still shows, so the table is for `baove_reader` alone. Parts of words cannot be searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from domain.record.naming import bare, with_tone_last, words
from projections.entry import FeedEntry, Projection, Rows, Sources, Statement, Write, beside, hexed

ERASED = "subject.erased."


def fold(entries: Sequence[FeedEntry], sources: Sources) -> Iterator[Write]:
    key = sources.opener.index_key()
    found = [(entry, path, value) for entry in entries for path, value in entry.texts]
    texts = sources.opener.open_many([(entry.line.file_id, value) for entry, _, value in found])
    yield Rows(
        "words",
        [
            f"{entry.position}\t{path}\t{entry.file}\t{hexed(value.subject)}\t{' '.join(lexemes(text, key))}"
            for (entry, path, value), text in zip(found, texts, strict=True)
            if text is not None
        ],
    )
    erased = [entry.line.event.subject for entry in entries if entry.line.stored_as.startswith(ERASED)]
    if erased:
        yield Statement("DELETE FROM {words} WHERE subject_id = ANY(%s::uuid[])", [erased])


def lexemes(text: str, key: bytes) -> list[str]:
    """The hashes of the text's words, both as written and bare."""
    return sorted({each for word in words(text) for each in hashes(word, key)})


def question(text: str, key: bytes) -> str:
    """The tsquery that finds the texts in which every word of `text` occurs; empty when there is no word in it."""
    return " & ".join(sorted({hashes(word, key)[-1] for word in words(text)}))


@lru_cache(maxsize=50_000)
def hashes(word: str, key: bytes) -> tuple[str, ...]:
    """The bare word's hash, then the marked one's if it has marks: a word's last hash is the most exact."""
    marked, plain = with_tone_last(word), bare(word)
    return (digest(plain, key),) if marked == plain else (digest(plain, key), digest(marked, key))


def digest(word: str, key: bytes) -> str:
    return blake2b(word.encode(), key=key, digest_size=8).hexdigest()


WORDS = Projection(
    name="words",
    version=2,
    tables=("words",),
    ddl=beside(__file__),
    start=lambda: fold,
)
