"""Who may do what: the table written from the law's side, row by row, against the acts and their decisions."""

import csv
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid5

import pytest

from domain.catalogue import ACTIONS, KINDS
from domain.office.state import Delegation, Office, OfficePhase, Tenure
from domain.record.action import Action, May
from domain.record.file import File, Request
from domain.record.file_kind import FileKind, Scope
from domain.record.perform import authorise
from domain.record.refusal import Refused
from domain.record.register import Register
from domain.record.vocabulary import BAOVE, OfficeRef, Role, UnitRef, office_id, unit_id
from domain.unit.state import Level, Unit, UnitPhase
from tests.cases.casefile import instant
from tests.whole.agreement import ROOT

NOW = instant("2026-03-02T08:00")
PEOPLE = [role for role in Role if role is not Role.SYSTEM]
Permissions = dict[tuple[str, Role], frozenset[Scope]]


def table() -> Permissions:
    """The table: scopes by act and role; what is not there may not be done."""
    found: Permissions = {}
    with (ROOT / "tests" / "record" / "permissions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            assert row["source"], row
            for role in row["roles"].split():
                assert (row["act"], Role(role)) not in found, row
                found[row["act"], Role(role)] = frozenset(Scope(s) for s in row["scopes"].split())
    return found


TABLE = table()


def test_the_table_and_the_acts_agree_for_every_role_and_act() -> None:
    in_code: Permissions = {}
    for action in ACTIONS:
        for may in action.may:
            key = (action.name, may.role)
            in_code[key] = in_code.get(key, frozenset()) | {may.scope}
    assert {key: scopes for key, scopes in in_code.items() if TABLE.get(key) != scopes} == {}
    assert {key: scopes for key, scopes in TABLE.items() if in_code.get(key) != scopes} == {}


def test_the_readme_counts_no_act_twice() -> None:
    assert len({a.name for a in ACTIONS}) == len(ACTIONS)


class Ground:
    """Two wards of a city; in one of them an office of each role, its holder, and a deputy's office."""

    def __init__(self) -> None:
        self.register = Register()
        self.city = self.unit("31", "Thành phố Hải Phòng", Level.PROVINCE, None)
        self.own = self.unit("11359", "Phường An Biên", Level.COMMUNE, self.city.id)
        self.other = self.unit("11407", "Phường Lê Chân", Level.COMMUNE, self.city.id)

    def unit(self, code: str, name: str, level: Level, parent: UUID | None) -> UnitRef:
        ref = UnitRef(id=unit_id(code, ""), code=code, name=name)
        self.register.put_unit(ref.id, Unit(phase=UnitPhase.ESTABLISHED, ref=ref, level=level, parent=parent))
        return ref

    def office(self, role: Role, unit: UnitRef, **more: Any) -> tuple[UUID, OfficeRef]:
        """An office with its holder; gives the person and the office."""
        ref = OfficeRef(id=office_id(unit.id, role), role=role, unit=unit)
        person = uuid5(BAOVE, f"person:{ref.id}")
        tenure = Tenure(person=person, name="Trần Văn Bảo", since=instant("2025-07-01T00:00"))
        office = Office(phase=OfficePhase.ESTABLISHED, ref=ref, tenures=(tenure,))
        self.register.put_office(ref.id, replace(office, **more))
        return person, ref


def decide(ground: Ground, action: Action[Any, Any, Any], person: UUID | None, where: dict[Scope, UnitRef]) -> str:
    """What `authorise` says: "" or the code of its refusal. `where`: the file's units, by scope."""
    kind = KINDS[action.kind] if action.kind else next(iter(KINDS.values()))
    units = {scope: frozenset({unit.id}) for scope, unit in where.items()}
    placed: FileKind[Any] = replace(kind, where=partial(placed_in, units))
    file = File.blank(UUID(int=1), placed)
    request = Request(
        file_id=file.id, command=None, command_id=UUID(int=2), at=NOW, person=person, rule=None if person else "clock.1"
    )
    try:
        authorise(action, file, request, ground.register)
    except Refused as refused:
        (refusal,) = refused.reasons
        return refusal.code
    return ""


def placed_in(units: dict[Scope, frozenset[UUID]], state: Any, command: Any) -> dict[Scope, frozenset[UUID]]:
    return units


def everywhere(unit: UnitRef) -> dict[Scope, UnitRef]:
    return dict.fromkeys(Scope, unit)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_role_may_do_what_the_table_says_where_it_says_so_and_nothing_else(action: Action[Any, Any, Any]) -> None:
    for role in PEOPLE:
        scopes = TABLE.get((action.name, role), frozenset())
        ground = Ground()
        person, _ = ground.office(role, ground.own)
        for scope in Scope:
            where = everywhere(ground.other) | {scope: ground.own}
            expected = scope in scopes or Scope.ANY in scopes
            said = decide(ground, action, person, where)
            assert said == ("" if expected else "outside_your_unit" if scopes else "role_not_allowed"), (role, scope)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_in_another_unit_only_who_may_act_anywhere_may_act(action: Action[Any, Any, Any]) -> None:
    for role in PEOPLE:
        scopes = TABLE.get((action.name, role), frozenset())
        ground = Ground()
        person, _ = ground.office(role, ground.own)
        said = decide(ground, action, person, everywhere(ground.other))
        assert (said == "") == (Scope.ANY in scopes), role


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_from_above_one_reaches_the_units_below_where_the_table_says_so(action: Action[Any, Any, Any]) -> None:
    for role in PEOPLE:
        scopes = TABLE.get((action.name, role), frozenset())
        ground = Ground()
        person, _ = ground.office(role, ground.city)
        said = decide(ground, action, person, everywhere(ground.own))
        assert (said == "") == bool(scopes & {Scope.ANY, Scope.ABOVE}), role


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_an_office_that_ended_or_has_not_begun_gives_nothing(action: Action[Any, Any, Any]) -> None:
    for role in PEOPLE:
        for more in (
            {"until": date(2026, 3, 1)},
            {"since": date(2026, 3, 3)},
            {"tenures": ()},
        ):
            ground = Ground()
            person, _ = ground.office(role, ground.own, **more)
            assert decide(ground, action, person, everywhere(ground.own)) == "no_office_now", (role, more)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_tenure_that_is_over_or_to_come_gives_nothing(action: Action[Any, Any, Any]) -> None:
    for role in PEOPLE:
        ground = Ground()
        person, _ = ground.office(role, ground.own)
        for since, until in (
            (instant("2025-07-01T00:00"), NOW),
            (instant("2026-03-02T08:01"), None),
        ):
            tenure = Tenure(person=person, name="Trần Văn Bảo", since=since, until=until)
            ground.office(role, ground.own, tenures=(tenure,))
            assert decide(ground, action, person, everywhere(ground.own)) == "no_office_now", role


DELEGATED = {
    "of all acts": ((), NOW, instant("2026-04-01T00:00")),
    "of this act": (("this",), NOW, instant("2026-04-01T00:00")),
    "of another act": (("other",), NOW, instant("2026-04-01T00:00")),
    "to come": ((), instant("2026-03-02T08:01"), instant("2026-04-01T00:00")),
    "over": ((), instant("2026-02-01T00:00"), NOW),
}


@pytest.mark.parametrize("delegated", DELEGATED)
@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_delegate_may_do_what_was_delegated_while_it_lasts(action: Action[Any, Any, Any], delegated: str) -> None:
    """The deputy Chair is the Chair's deputy, and nobody else's: what others signed for him is void."""
    named, since, until = DELEGATED[delegated]
    acts = tuple({"this": action.stored_as, "other": "case.none.1"}[n] for n in named)
    for role in PEOPLE:
        if role is Role.COMMUNE_DEPUTY_CHAIR:
            continue
        ground = Ground()
        deputy, to_office = ground.office(Role.COMMUNE_DEPUTY_CHAIR, ground.own)
        paper = Delegation(document_no="GUQ-07", to_office=to_office, since=since, until=until, acts=acts)
        ground.office(role, ground.own, delegations=(paper,))
        own = TABLE.get((action.name, Role.COMMUNE_DEPUTY_CHAIR), frozenset())
        passes = role is Role.COMMUNE_CHAIR and delegated in ("of all acts", "of this act")
        scopes = TABLE.get((action.name, role), frozenset()) if passes else own
        said = decide(ground, action, deputy, everywhere(ground.own))
        assert (said == "") == bool(scopes or own), (role, delegated)


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_the_system_may_do_what_the_table_gives_it_and_only_by_a_rule(action: Action[Any, Any, Any]) -> None:
    ground = Ground()
    allowed = (action.name, Role.SYSTEM) in TABLE
    assert (decide(ground, action, None, everywhere(ground.own)) == "") == allowed
    assert ground.register.standings(None, NOW, None) == ()


def test_an_act_that_nobody_may_do_is_refused_to_everyone() -> None:
    closed = replace(ACTIONS[0], may=())
    for role in PEOPLE:
        ground = Ground()
        person, _ = ground.office(role, ground.own)
        assert decide(ground, closed, person, everywhere(ground.own)) == "role_not_allowed"
    assert decide(Ground(), closed, None, everywhere(Ground().own)) == "role_not_allowed"
    open_to_one = replace(closed, may=(May(role=Role.REGISTRAR, scope=Scope.ANY),))
    ground = Ground()
    person, _ = ground.office(Role.REGISTRAR, ground.own)
    assert decide(ground, open_to_one, person, everywhere(ground.own)) == ""
