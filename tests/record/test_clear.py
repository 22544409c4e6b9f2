"""No text lies in an event in clear unless its field says why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import pytest

from domain.catalogue import ACTIONS, BY_STORED_NAME
from domain.record.action import Action
from domain.record.clear import Clear
from domain.record.field import Field, says
from domain.record.personal import Personal, narrative, personal_in
from domain.record.wording import facts_of_event


@dataclass(frozen=True)
class Note:
    text: Personal


@dataclass(frozen=True)
class Noted:
    one: Note
    more: tuple[Note, ...]
    texts: tuple[Personal, ...]
    none: Note | None
    title: str


def unexplained(action: Action[Any, Any, Any]) -> Iterator[tuple[str, ...]]:
    """The places of an event, at any depth, that hold plain text or a birth year and do not say why they may."""
    for path, fact in facts_of_event(action).items():
        if shows(fact.field) and fact.field.clear is None:
            yield path


def shows(field: Field) -> bool:
    return field.of is str or field.name.endswith("birth_year")


@pytest.mark.parametrize("action", BY_STORED_NAME.values(), ids=lambda a: a.stored_as)
def test_every_text_that_an_event_holds_in_clear_says_why_it_may(action: Action[Any, Any, Any]) -> None:
    assert list(unexplained(action)) == []


def test_every_reason_is_given_somewhere() -> None:
    given = {fact.field.clear for action in ACTIONS for fact in facts_of_event(action).values()}
    assert given == {None, *Clear}


@pytest.mark.parametrize("action", BY_STORED_NAME.values(), ids=lambda a: a.stored_as)
def test_what_is_sealed_gives_no_reason_to_lie_in_clear(action: Action[Any, Any, Any]) -> None:
    sealed = {path for path, fact in facts_of_event(action).items() if fact.field.of is Personal and fact.field.clear}
    assert sealed == set()


def test_a_text_is_judged_where_it_stands_and_not_by_its_name() -> None:
    """Negative control: a free text called `title` does not pass as a public fact because another one does."""

    @dataclass(frozen=True)
    class Remark:
        title: str
        decision_no: Annotated[str, says("Số quyết định", "Number of the decision"), Clear.NUMBER]

    @dataclass(frozen=True)
    class Visited:
        remarks: tuple[Remark, ...]
        sealed: Personal | None

    visited: Any = type("Visit", (), {"event": Visited, "command": Visited})
    assert list(unexplained(visited)) == [("remarks", "title")]


def test_what_is_personal_is_found_wherever_in_an_event_it_lies() -> None:
    a, b, c, d = (narrative(UUID(int=n), "Cháu ở nhà một mình.") for n in range(4))
    event = Noted(one=Note(a), more=(Note(b), Note(c)), texts=(d,), none=None, title="Biên bản")
    found = dict(personal_in(event, "event"))
    assert found == {"event.one.text": a, "event.more.0.text": b, "event.more.1.text": c, "event.texts.0": d}
