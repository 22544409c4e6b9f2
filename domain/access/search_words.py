"""Search for words in reasons and narratives: a reading, recorded before anything of it leaves."""

from dataclasses import dataclass, replace
from typing import Annotated
from uuid import UUID

from domain.access.follow_ups import signals
from domain.access.patterns import Pattern
from domain.access.refusals import PURPOSE_REQUIRED
from domain.access.state import Access, Purpose
from domain.law import basis
from domain.record.act import Action, DecisionContext, Label, Line, insist
from domain.record.fields import Clear, points_at, says
from domain.record.reading import READING, Visibility
from domain.record.who import May, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """Which words, of which nothing is kept but a hash under a key, for what, and which files were found."""

    words: Annotated[
        tuple[str, ...], says("Mã băm của các từ được tìm", "Keyed hashes of the words searched for"), Clear.DIGEST
    ]
    files: Annotated[tuple[UUID, ...], says("Các hồ sơ tìm thấy", "Files that were found"), points_at(None)] = ()
    found: Annotated[int, says("Số hồ sơ tìm thấy", "How many files were found")]
    purpose: Annotated[Purpose | None, says("Mục đích xem", "Purpose of reading")]
    beyond: Annotated[tuple[Pattern, ...], says("Các dấu hiệu bất thường", "What is out of the ordinary in it")] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSearched:
    words: tuple[str, ...]
    files: tuple[UUID, ...]
    found: int
    purpose: Purpose
    beyond: tuple[Pattern, ...]


def decide(access: Access, command: SearchWords, context: DecisionContext) -> WordsSearched:
    insist((command.purpose is not None, PURPOSE_REQUIRED, "purpose"))
    return WordsSearched(
        words=command.words,
        files=command.files,
        found=command.found,
        purpose=command.purpose or Purpose.CASE_WORK,
        beyond=command.beyond,
    )


def evolve(access: Access, event: WordsSearched, line: Line) -> Access:
    return replace(access, readings=line.version)


SEARCHERS = tuple(sorted({row.role for row in READING if Visibility.TEXT in row.sees and row.kind is None}))
"""Who may read texts of files of whatever kind: of single kinds alone no text can be searched."""

SEARCH_WORDS = Action(
    command=SearchWords,
    event=WordsSearched,
    stored_as="access.words_searched.1",
    asks=Label(vi="Tìm từ trong nội dung bảo mật", en="Search for words in what is personal"),
    tells=Label(vi="Đã tìm từ trong nội dung bảo mật", en="Words searched for in what is personal"),
    may=tuple(May(role=role, scope=Scope.ANY) for role in SEARCHERS),
    basis=basis.CONFIDENTIALITY,
    opens=None,
    refuses=(PURPOSE_REQUIRED,),
    follows=signals,
    decide=decide,
    evolve=evolve,
)
