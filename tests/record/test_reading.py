"""Who may act on a file may see that its lines are there: nobody decides blindly."""

from dataclasses import replace
from typing import Any

import pytest

from domain.catalogue import ACTIONS
from domain.record.action import Action, May, Scope
from domain.record.reading import OPENING, READING, Visibility, rows_for, sees
from domain.record.vocabulary import Kind, Role
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town

TELLING = {"report_death", "request_no_contact"}  # who tells what happened need not see the file that it goes into
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


def test_a_worker_sees_a_file_of_the_own_ward_and_in_no_office_nobody_sees_it() -> None:
    town, at = Town(), instant("2026-03-02T12:00")
    register = town.story.register
    held = register.standings(town.lan.id, at)
    here, there = ({scope: frozenset({unit.id}) for scope in Scope} for unit in (town.an_bien, town.kien_an))
    assert sees(held, Visibility.LINES, Kind.CASE, here, register, at) == held[0]
    assert sees(held, Visibility.LINES, Kind.CASE, there, register, at) is None
    without = tuple(replace(standing, office=None) for standing in held)
    assert sees(without, Visibility.LINES, Kind.CASE, here, register, at) is None


def test_a_paper_that_hands_on_named_acts_shows_the_lines_and_opens_nothing() -> None:
    town = Town().opened()
    chair = town.story.register.standings(town.thang.id, instant("2026-03-02T12:00"))[0]
    deputy = replace(chair, capacity="delegate", acts=("case.plan_approved.1",))
    opener = replace(deputy, acts=(OPENING,))
    assert [row.role for _, row in rows_for((deputy,), Visibility.LINES)] != []
    assert list(rows_for((deputy,), Visibility.TEXT)) == []
    assert list(rows_for((opener,), Visibility.TEXT)) != []
