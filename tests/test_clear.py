"""No text lies in an event in clear unless the table of what is clear names it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest

from domain.catalogue import ACTIONS
from domain.record.action import Action
from domain.record.clear import IN_CLEAR
from domain.record.personal import Personal
from domain.record.vocabulary import OfficeRef, UnitRef

REFERENCES = (UnitRef, OfficeRef)  # units and offices, as of then


def texts(cls: Any) -> Iterator[str]:
    """The fields of an event, at any depth, that hold plain text, and a birth year."""
    hints = get_type_hints(cls)
    for field in fields(cls):
        hint = hints[field.name]
        if _is_text(hint) or field.name.endswith("birth_year"):
            yield field.name
        for inner in _inner(hint):
            yield from texts(inner)


def _is_text(hint: Any) -> bool:
    return hint is str or any(_is_text(arg) for arg in get_args(hint))


def _inner(hint: Any) -> Iterator[Any]:
    if is_dataclass(hint) and hint not in REFERENCES:
        yield hint
    for arg in get_args(hint):
        yield from _inner(arg)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda a: a.name)
def test_the_table_names_every_text_that_an_event_holds_in_clear(action: Action[Any, Any, Any]) -> None:
    assert set(texts(action.event)) <= IN_CLEAR.keys()


def test_the_table_names_nothing_that_no_event_holds() -> None:
    assert {name for action in ACTIONS for name in texts(action.event)} == IN_CLEAR.keys()


def test_a_remark_in_clear_would_be_found() -> None:
    """Negative control."""

    @dataclass(frozen=True)
    class Remark:
        words: str

    @dataclass(frozen=True)
    class Visited:
        remarks: tuple[Remark, ...]
        sealed: Personal | None

    assert set(texts(Visited)) == {"words"}
