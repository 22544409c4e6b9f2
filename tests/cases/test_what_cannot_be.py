"""What no story can bring about stops the act, and what a line never says of itself."""

from dataclasses import replace
from uuid import UUID

import pytest

from domain.case.clocks import chair_of_actor, chair_of_lead, guide_of_lead
from domain.case.state.case import Case
from domain.record.file import DecisionContext, Request
from domain.record.personal import child, narrative
from domain.record.refusal import present
from domain.record.register import Standing
from domain.record.vocabulary import Role
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town


def context_of(town: Town) -> DecisionContext:
    """The system acts on the town's case, and so in no office."""
    at = instant("2026-03-02T12:00")
    return DecisionContext(
        at=at,
        occurred_at=at,
        by=Standing(person=None, name="story.1", role=Role.SYSTEM, office=None, capacity="system"),
        register=town.story.register,
        file=town.file,
        related={},
        request=Request(file_id=town.case, command=None, command_id=UUID(int=1), at=at, rule="story.1"),
    )


def test_what_the_checks_found_to_be_there_is_there() -> None:
    assert present(0) == 0
    with pytest.raises(AssertionError):
        present(None)


def test_no_clock_starts_on_a_case_that_nobody_leads() -> None:
    context = context_of(Town().opened())
    for who_answers in (chair_of_lead, guide_of_lead):
        with pytest.raises(AssertionError):
            who_answers(Case(), None, context)


def test_a_clock_that_the_system_starts_falls_to_the_chair_of_the_lead() -> None:
    town = Town().opened()
    context = context_of(town)
    assert chair_of_actor(town.now, None, context) == chair_of_lead(town.now, None, context)
    nga = town.story.register.standings(town.nga.id, context.at)[0]
    other = chair_of_actor(town.now, None, replace(context, by=nga))
    assert (other.role, other.unit) == (Role.COMMUNE_CHAIR, town.kien_an)


def test_a_personal_value_does_not_show_its_text() -> None:
    one, two = UUID(int=1), UUID(int=2)
    assert "Diệp" not in f"{child(one, 'Diệp')!r} {child(one, 'Diệp')}"
    assert len({child(one, "Diệp"), child(one, "Diệp"), child(two, "Diệp"), narrative(one, "Diệp")}) == 3
