"""Who may act on a file may see that its lines are there: nobody decides blindly."""

from typing import Any

import pytest

from domain.catalogue import ACTIONS
from domain.record.action import Action, May, Scope
from domain.record.reading import READING, Visibility
from domain.record.vocabulary import Kind, Role

TELLING = {"record_death", "request_no_contact"}  # who tells what happened need not see the file that it goes into
FILES = [(kind, row) for kind in (Kind.REPORT, Kind.CASE) for row in READING if row.kind in (None, kind)]


def acts_on_files() -> list[tuple[Action[Any, Any, Any], May]]:
    return [
        (action, may)
        for action in ACTIONS
        if action.kind in (Kind.REPORT, Kind.CASE) and not action.opens
        for may in action.may
        if may.role is not Role.SYSTEM
    ]


def str_of(value: Action[Any, Any, Any] | May) -> str:
    return value.name if isinstance(value, Action) else f"{value.role}-{value.scope}"


@pytest.mark.parametrize(("action", "may"), acts_on_files(), ids=str_of)
def test_who_may_act_on_a_file_may_see_its_lines(action: Action[Any, Any, Any], may: May) -> None:
    seen = {
        scope
        for kind, row in FILES
        if kind == action.kind and row.role is may.role and Visibility.LINES in row.sees
        for scope in row.scopes
    }
    assert seen & {may.scope, Scope.ANY} or action.name in TELLING
