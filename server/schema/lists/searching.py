"""Searching in reasons and narratives: words as hashes, matched with or without Vietnamese accents."""

from projections.text_index import question as words_question
from server.faults import CodedError, FaultCode
from server.schema.base.context import Context
from server.schema.base.tables import rows
from server.schema.lists.trail_sql import Question

CHARACTERS_MAX = 200
COMMON = 40
HOW_COMMON = """
SELECT count(*) FROM (SELECT w.lexemes FROM read.words w ORDER BY w.position DESC LIMIT 2000) newest
WHERE newest.lexemes @@ %s::tsquery
"""
AMONG_FEW = "t.position = ANY(ARRAY(SELECT w.position FROM read.words w WHERE w.lexemes @@ %s::tsquery))"
LINE_BY_LINE = "(SELECT bool_or(w.lexemes @@ %s::tsquery) FROM read.words w WHERE w.position = t.position)"


async def add_words(question: Question, context: Context, words: str) -> None:
    """Only lines in whose texts all the words stand; texts of other units' matters stay out of reach.

    Raises BAD_USER_INPUT when there is no word in it.
    """
    if len(words) > CHARACTERS_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"words: at most {CHARACTERS_MAX} characters")
    asked = words_question(words, context.services.keyring.index_key())
    if not asked:
        raise CodedError(FaultCode.BAD_USER_INPUT, "words: no word to search for")
    if question.scope.units is not None:
        question.add("t.unit_id = ANY(%s)", list(question.scope.units))
    # Of common words a page is soon full by walking line by line; rare ones are few enough to be gathered first.
    # The tables tell the planner neither: statistics of words would outlive the erasure of whoever they told of.
    [(seen,)] = await rows(context, HOW_COMMON, [asked])
    question.add(LINE_BY_LINE if seen >= COMMON else AMONG_FEW, asked)
