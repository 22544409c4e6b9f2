"""Searching in reasons and narratives: words as hashes, matched with or without Vietnamese accents."""

from projections.words import question as words_question
from server.faults import CodedError, FaultCode
from server.schema.context import Context
from server.schema.trail_sql import Question

CHARACTERS_MAX = 200


def add_words(question: Question, context: Context, words: str) -> None:
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
    question.add("t.position IN (SELECT w.position FROM read.words w WHERE w.lexemes @@ %s::tsquery)", asked)
