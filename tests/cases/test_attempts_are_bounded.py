"""What somebody tries and is refused is told without a flood: the first of each kind, the rest counted."""

from typing import Any
from uuid import UUID

from domain.attempt.note_attempt import NoteAttempt
from domain.attempt.state import KINDS, MANY
from tests.cases.casefile import Story

HOUR = UUID(int=1)
"""The file of what he tried within this hour."""
CASE = UUID(int=7)
AT = "2026-03-02T09:00"


def tried(file: UUID = CASE, *, times: int = 1, first: bool = True) -> NoteAttempt:
    refused: dict[str, Any] = {"act": "confirm_risk", "refusals": ("role_not_allowed",)}
    return NoteAttempt(
        person=UUID(int=216), name="Trịnh Văn Khoa", unit=None, file=file, times=times, first=first, **refused
    )


def test_the_first_of_a_kind_is_told_once_and_the_rest_is_added_to_it() -> None:
    story = Story()
    assert story.system(HOUR, tried(), at=AT).event.times == 1
    story.when(HOUR, tried(), at=AT, by=None).refused("told_before")
    assert story.system(HOUR, tried(times=11, first=False), at="2026-03-02T10:00").event.times == 12


def test_of_more_kinds_than_are_told_each_nothing_but_a_count_is_told() -> None:
    story = Story()
    for n in range(KINDS):
        story.system(HOUR, tried(UUID(int=100 + n)), at=AT)
    story.when(HOUR, tried(), at=AT, by=None).refused("told_before")
    for counted, by_now in ((40, 40), (2, 42)):  # by two processes
        assert story.system(HOUR, tried(MANY, times=counted, first=False), at="2026-03-02T10:00").event.times == by_now
    assert len(story.state(HOUR).tried) == KINDS + 1


def test_what_is_counted_together_leaves_room_for_what_is_told_by_itself() -> None:
    story = Story()
    story.system(HOUR, tried(MANY, times=3, first=False), at=AT)
    for n in range(KINDS):
        story.system(HOUR, tried(UUID(int=100 + n)), at=AT)
    story.when(HOUR, tried(), at=AT, by=None).refused("told_before")
