"""Searching in reasons and narratives: words as hashes, for a purpose, each search a line of reading.

A file is not found by a word of a name that it keeps sealed from the viewer, whatever stands in its texts. So that
this cannot be seen from pages and counts, what matches is gathered first, up to SIFTED_MAX lines from the page's own
bound on, and what may be shown of it is asked for then.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4
from weakref import WeakValueDictionary

from domain.access.patterns import Pattern, of_search, too_many_words
from domain.access.search_words import SearchWords
from domain.access.state import Purpose
from domain.record.file import Request
from domain.record.reading import Visibility, rows_for
from domain.record.refusal import Refused, present
from domain.record.vocabulary import searches_id
from projections.text_index import hashes, words
from server.faults import CodedError, FaultCode
from server.schema.base.context import Context
from server.schema.base.paging import Page
from server.schema.base.store_faults import store_faults
from server.schema.base.tables import rows
from server.schema.files.aim import told_to_guard
from server.schema.files.names import hidden_names, named
from server.schema.lists.trail_sql import Question, sifting_statement

CHARACTERS_MAX = 200
FILES_KEPT = 100
SIFTED_MAX = 200
COMMON = 40
HOW_COMMON = """
SELECT count(*) FROM (SELECT w.lexemes FROM read.words w ORDER BY w.position DESC LIMIT 2000) newest
WHERE newest.lexemes @@ %s::tsquery
"""
AMONG_FEW = "t.position = ANY(ARRAY(SELECT w.position FROM read.words w WHERE w.lexemes @@ %s::tsquery))"
LINE_BY_LINE = "(SELECT bool_or(w.lexemes @@ %s::tsquery) FROM read.words w WHERE w.position = t.position)"
_turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
"""Searches of one person take turns, so that each is counted before the next."""


@dataclass(slots=True)
class Search:
    """One search: its words, as asked and as the index knows them, and for what."""

    asked: list[str]
    hashes: tuple[str, ...]
    purpose: Purpose


def search_of(context: Context, text: str, purpose: Purpose | None) -> Search:
    """What is searched for. Raises PURPOSE_REQUIRED, and BAD_USER_INPUT when there is no word in it."""
    if len(text) > CHARACTERS_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"words: at most {CHARACTERS_MAX} characters")
    asked, key = words(text), context.services.keyring.index_key()
    if not asked:
        raise CodedError(FaultCode.BAD_USER_INPUT, "words: no word to search for")
    if len(set(asked)) > (most := context.services.limits.words):
        raise CodedError(FaultCode.BAD_USER_INPUT, f"words: at most {most} at once, as many as within an hour")
    if purpose is None:
        raise CodedError(FaultCode.PURPOSE_REQUIRED, "words: give `purpose`")
    return Search(asked, tuple(sorted({hashes(word, key)[-1] for word in asked})), purpose)


async def add_words(question: Question, context: Context, search: Search) -> None:
    """Only lines in whose texts all the words stand; texts of other units' matters stay out of reach."""
    asked = " & ".join(search.hashes)
    if question.scope.units is not None:
        question.add("t.unit_id = ANY(%s)", list(question.scope.units))
    # Of common words a page is soon full by walking line by line; rare ones are few enough to be gathered first.
    # The tables tell the planner neither: statistics of words would outlive the erasure of whoever they told of.
    [(seen,)] = await rows(context, HOW_COMMON, [asked])
    question.add(LINE_BY_LINE if seen >= COMMON else AMONG_FEW, asked)


async def sifted(
    context: Context, question: Question, search: Search, page: Page, newest_first: bool
) -> tuple[Question, int | None]:
    """The question for the lines that may be shown, and how many there are; None: more than were looked at.

    The search is counted and recorded before this returns. Raises SEARCH_LIMIT.
    """
    async with _turns.setdefault(context.person, asyncio.Lock()):
        before = await context.services.readings.of(context.person, context.services.now())
        await _within_limit(context, search, before)
        found = await rows(context, *sifting_statement(question, page, newest_first, SIFTED_MAX + 1))
        kept = await _kept(context, search, [(position, file_id) for position, file_id in found[:SIFTED_MAX]])
        files = sorted({file_id for _, file_id in kept})
        written = await _record(context, search, files, of_search(before, files, context.services.limits))
        # Another process may have counted at the same instant: the order of the lines decides.
        before = await context.services.readings.of(context.person, context.services.now(), written)
        await _within_limit(context, search, before)
    narrowed = Question(question.scope)
    narrowed.add("t.position = ANY(%s)", [position for position, _ in kept])
    whole = len(found) <= SIFTED_MAX and page.after is None and page.before is None
    return narrowed, len(kept) if whole else None


async def _within_limit(context: Context, search: Search, before: Sequence[Any]) -> None:
    """Raises SEARCH_LIMIT for more words than may be searched for after these readings, and tells who guards."""
    if too_many_words(before, search.hashes, context.services.limits):
        await told_to_guard(context, (Pattern.MANY_WORDS,), search.purpose)
        raise CodedError(FaultCode.SEARCH_LIMIT, "words", retry_after=3600)


async def _kept(context: Context, search: Search, found: Sequence[tuple[int, UUID]]) -> list[tuple[int, UUID]]:
    """Without the lines of files of which a word searched for is a name that the viewer may not see."""
    names = await hidden_names(context, {file_id for _, file_id in found})
    return [(position, file_id) for position, file_id in found if not named(search.asked, names.get(file_id, ()))]


async def _record(context: Context, search: Search, files: Sequence[UUID], beyond: tuple[Pattern, ...]) -> int:
    """The line of the search; gives its position."""
    standing = next(s for s, row in rows_for(context.standings(), Visibility.TEXT) if row.kind is None)
    request = Request(
        file_id=searches_id(context.person),
        command=SearchWords(
            words=search.hashes,
            files=tuple(files[:FILES_KEPT]),
            found=len(files),
            purpose=search.purpose,
            beyond=beyond,
        ),
        command_id=uuid4(),
        at=context.services.now(),
        person=context.person,
        office=standing.office.id if standing.office else None,
        role=standing.role,
    )
    try:
        with store_faults():
            answered = await context.services.handler.handle(request)
    except Refused:  # the post ended meanwhile
        raise CodedError(FaultCode.FORBIDDEN, "words: your office may not read texts") from None
    return present(answered.line.position)
