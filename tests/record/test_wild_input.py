"""Whatever a client can say, an act is recorded or refused: never a fault."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from domain.catalogue import ACTIONS, REFUSALS
from domain.record.action import Action
from domain.record.file import Request
from domain.record.fold import apply
from domain.record.perform import authorise, perform
from domain.record.personal import PersonalKind
from domain.record.refusal import Refused
from domain.record.vocabulary import Role
from server.record.mapper import decode, encode
from tests.cases.told import Told, copied, when
from tests.record.wild import bent, claims, people, told

OF_PEOPLE = [a for a in ACTIONS if {m.role for m in a.may} - {Role.SYSTEM}]
EXAMPLES = settings(
    max_examples=60,
    phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much),
    database=None,
)


class Reversed:
    """A sealer that turns the text around."""

    def seal(self, subject: UUID, kind: PersonalKind, text: str, bound_to: bytes) -> str:
        return text[::-1] or "-"


def by(request: Request, person: UUID | None) -> Request:
    return replace(request, person=person, rule=None if person else "story.1")


def allowed(action: Action[Any, Any, Any], here: Told, request: Request) -> list[UUID | None]:
    """Who may do it: the one of the story, else anybody of it who may."""
    able: list[UUID | None] = []
    for person in (here.asked.get("person"), *people(here)):
        try:
            authorise(action, here.file, by(request, person), here.story.register)
        except Refused:
            continue
        able.append(person)
    return able[:1] * 3 + able or [here.asked.get("person")]


@pytest.mark.parametrize("action", OF_PEOPLE, ids=lambda action: action.name)
def test_an_act_is_recorded_or_refused_whatever_it_says(action: Action[Any, Any, Any]) -> None:
    came_to: Counter[str] = Counter()
    stands = told()[action.name]
    assert stands, "no story tries this act"

    @EXAMPLES
    @given(st.data())
    def tried(data: st.DataObject) -> None:
        here = data.draw(st.sampled_from(stands))
        file = copied(here.file)
        at = when(here) + timedelta(minutes=data.draw(st.sampled_from((0, 0, 1, 3 * 24 * 60))))
        asked = Request(
            file_id=file.id,
            command=data.draw(bent(here)),
            command_id=UUID(int=5),
            at=at,
            **data.draw(claims(here)),
        )
        asked = by(asked, data.draw(st.sampled_from(allowed(action, here, asked))))
        files = {i: here.story.files[i] for i in action.reads(file.id, asked.command) if i in here.story.files}
        try:
            line = perform(action, file, asked, here.story.register, files | here.related)
        except Refused as refused:
            came_to.update(r.code for r in refused.reasons)
            return
        came_to["recorded"] += 1
        back = decode(file.id, line.version, line.stored_as, encode(line, Reversed()), 1, at)
        apply(file, action, back)
        action.follows(file.state, back)

    tried()
    assert set(came_to) <= {"recorded", *REFUSALS}
