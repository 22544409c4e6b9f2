"""Whatever must be written twice agrees: acts, inputs, mutations, labels, stored names, README and schema."""

import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from fnmatch import fnmatch
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from strawberry.utils.str_converters import to_camel_case

from domain.action import SCOPE_LABELS, Action, Scope
from domain.catalogue import ACTIONS, BY_STORED_NAME, REFUSALS
from domain.law.duty import DUTIES
from domain.personal import PERSONAL_LABELS, Personal, PersonalKind
from domain.words import ROLE_LABELS, Label, Role
from server import docs
from server.schema.acting import ActInput, field_of
from server.schema.build import build
from server.schema.enum_words import CASE_WORDS, GENERAL_WORDS
from server.schema.mutation import Mutation
from tests.agreement import ROOT, EveryCode, filled, leaves, refusals_raised, words_in_tests

NAMES = ROOT / "tests" / "stored" / "names.txt"
SCHEMA = build(introspection=True)
OF_PEOPLE = [a for a in ACTIONS if {m.role for m in a.may} - {Role.SYSTEM} and a.name != "read_personal"]
"""Reading is asked for by queries: the line is written before the data leaves."""
BY_SYSTEM_ONLY = {("link_report", ".converted")}
"""Set when the system links the report that a case was opened from."""
DEFINED = cast(Any, Mutation).__strawberry_definition__
MUTATIONS: dict[str, Any] = {f.python_name: f for f in DEFINED.fields}
names = pytest.mark.parametrize("action", OF_PEOPLE, ids=lambda action: action.name)


def input_of(action: Action[Any, Any, Any]) -> type[ActInput]:
    """The input that an act's mutation takes."""
    (argument,) = MUTATIONS[action.name].arguments
    return argument.type_annotation.resolve()


def test_every_act_of_people_has_a_mutation_of_its_name_and_the_systems_have_none() -> None:
    assert set(MUTATIONS) == {a.name for a in OF_PEOPLE}
    printed_names = {f.name for f in SCHEMA.get_type_by_name("Mutation").fields}  # type: ignore[union-attr]
    assert printed_names <= {a.name for a in OF_PEOPLE} | {to_camel_case(a.name) for a in OF_PEOPLE}


@names
def test_an_input_and_a_mutation_are_called_as_the_act(action: Action[Any, Any, Any]) -> None:
    asked = input_of(action)
    assert asked.__name__ == f"{action.command.__name__}Input"
    assert type(filled(asked)[""].command(EveryCode())) is action.command
    assert action.asks.vi in MUTATIONS[action.name].description


@names
def test_every_field_of_a_command_can_be_set_from_its_input(action: Action[Any, Any, Any]) -> None:
    made = filled(input_of(action))
    codes = EveryCode()
    first = dict(leaves(made[""].command(codes)))
    moved: set[str] = set()
    for variant in made.values():
        moved |= {path for path, value in leaves(variant.command(codes)) if first.get(path) != value}
    wanted = {path for path in first if not path.endswith("#")}
    assert {p for p in wanted - moved if (action.name, p) not in BY_SYSTEM_ONLY} == set()
    empty = {path for path, count in first.items() if path.endswith("#") and not count}
    assert empty == set(), "a list of the command is never filled"


@names
def test_every_field_of_an_input_matters(action: Action[Any, Any, Any]) -> None:
    made, codes = filled(input_of(action)), EveryCode()
    shared = {f.name for f in fields(ActInput)}
    first = (made[""].command(codes), made[""].file(codes))
    idle = {
        name
        for name, variant in made.items()
        if name and name.partition(".")[0] not in shared and (variant.command(codes), variant.file(codes)) == first
    }
    assert idle == set()


@names
def test_a_refusal_names_a_field_of_the_input(action: Action[Any, Any, Any]) -> None:
    asked = input_of(action)
    own = {to_camel_case(f.name) for f in fields(asked)}
    nested = {
        to_camel_case(g.name)
        for hint in get_type_hints(asked).values()
        for inner in get_args(hint)
        if is_dataclass(inner)
        for g in fields(inner)
    }
    named = refusal_fields(action.decide.__module__)
    assert {name for name in named if field_of(asked, name) not in own | nested} == set()


def refusal_fields(module: str) -> set[str]:
    """The fields that the refusals of an act's module name."""
    import ast

    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    decide = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "decide")
    found: set[str] = set()
    for node in ast.walk(decide):
        match node:
            case ast.Tuple(elts=[_, ast.Constant(value=str(code)), ast.Constant(value=str(name))]) if code in REFUSALS:
                found.add(name)
            case _:
                continue
    return found


def test_everything_people_read_is_said_in_both_languages() -> None:
    labels: list[Label] = [label for a in ACTIONS for label in (a.asks, a.tells)]
    labels += [*REFUSALS.values(), *ROLE_LABELS.values(), *SCOPE_LABELS.values(), *PERSONAL_LABELS.values()]
    labels += [label for duty in DUTIES for label in (duty.label, duty.start, *(r.note for r in duty.rules))]
    for label in labels:
        assert label.vi.strip(), label
        assert label.en.strip(), label
        assert label.vi != label.en
        assert unicodedata.is_normalized("NFC", label.vi)
    assert set(ROLE_LABELS) == set(Role)
    assert set(SCOPE_LABELS) == set(Scope)
    assert set(PERSONAL_LABELS) == set(PersonalKind)


def test_no_two_acts_say_the_same() -> None:
    for told in ({a.tells.vi for a in ACTIONS}, {a.tells.en for a in ACTIONS}, {a.asks.vi for a in ACTIONS}):
        assert len(told) == len(ACTIONS)


def test_every_value_of_an_enum_is_described() -> None:
    for enum, _, words in (*GENERAL_WORDS, *CASE_WORDS):
        assert set(words) == {member.name for member in enum}, enum.__name__


def test_every_refusal_that_is_raised_has_its_words_and_the_other_way_round() -> None:
    raised = refusals_raised()
    assert {code: where for code, where in raised.items() if code not in REFUSALS} == {}
    assert set(REFUSALS) - set(raised) == set()


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_refusal_has_a_spec_that_provokes_it(code: str) -> None:
    """What an act refuses is told in a story; what is refused of every act, anywhere."""
    of_an_act = any(fnmatch(where, "domain/*/*") for where in refusals_raised()[code])
    assert code in words_in_tests("tests/cases" if of_an_act else "tests")


def test_stored_names_are_unique_and_never_given_up() -> None:
    kept = dict(line.split() for line in NAMES.read_text(encoding="utf-8").splitlines())
    assert len(BY_STORED_NAME) == len(ACTIONS)
    assert kept == {name: action.event.__name__ for name, action in BY_STORED_NAME.items()}, (
        "a stored name is written once and stays: add new ones to the list, take none away"
    )
    for name, action in BY_STORED_NAME.items():
        kind, what, version = name.split(".")
        assert version.isdecimal()
        assert what == what.lower()
        assert action.kind is None or kind == action.kind.value


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_field_of_an_event_can_be_stored(action: Action[Any, Any, Any]) -> None:
    assert list(unfit(action.event, action.event.__name__)) == []


def unfit(hint: Any, path: str) -> list[str]:
    """The places of a type that are no plain value, enum, personal value, tuple or frozen dataclass of such."""
    if get_origin(hint) is tuple:
        return [p for arg in get_args(hint) if arg is not Ellipsis for p in unfit(arg, path)]
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        return [p for arg in get_args(hint) for p in unfit(arg, path)]
    if hint in (str, int, bool, datetime, date, UUID, Personal, type(None)):
        return []
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return []
    if is_dataclass(hint) and hint.__dataclass_params__.frozen:  # type: ignore[union-attr]
        hints = get_type_hints(hint)
        return [p for f in fields(hint) for p in unfit(hints[f.name], f"{path}.{f.name}")]
    return [path]


def test_the_tables_of_the_readme_are_those_of_the_catalogue() -> None:
    assert docs.write(ROOT / "README.md", check=True) == 0
