"""Whatever must be written twice agrees: acts, inputs, mutations, labels, stored names, README and schema."""

import ast
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Union, cast, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest
from strawberry.utils.str_converters import to_camel_case

from domain.catalogue import ACTIONS, BY_COMMAND, BY_NAME, BY_STORED_NAME, REFUSALS, REFUSALS_EVER
from domain.law.duty import BY_CODE
from domain.record.action import Action
from domain.record.field import Field, fields_of
from domain.record.personal import Personal
from domain.record.refusal import Refusal
from domain.record.refusals import COMMON
from domain.record.vocabulary import Kind, Role, UnitRef
from domain.record.withdrawn import WITHDRAWN
from server import docs
from server.edge.served import build
from server.schema.acts.inputs import ActInput, input_of
from server.schema.acts.mutation import Mutation
from tests.whole.agreement import ROOT, EveryCode, filled, leaves, sources, words_in_tests

NAMES = ROOT / "tests" / "stored" / "names.txt"
CODES = ROOT / "tests" / "stored" / "refusals.txt"
SCHEMA = build(introspection=True)
OF_PEOPLE = [a for a in ACTIONS if {m.role for m in a.may} - {Role.SYSTEM} and a.kind != Kind.ACCESS]
"""Reading is asked for by queries: the line is written before the data leaves."""
DEFINED = cast(Any, Mutation).__strawberry_definition__
MUTATIONS: dict[str, Any] = {f.python_name: f for f in DEFINED.fields}
names = pytest.mark.parametrize("action", OF_PEOPLE, ids=lambda action: action.name)


def test_every_act_of_people_has_a_mutation_of_its_name_and_the_systems_have_none() -> None:
    assert set(MUTATIONS) == {a.name for a in OF_PEOPLE}
    printed_names: set[str] = {f.name for f in SCHEMA.get_type_by_name("Mutation").fields}  # type: ignore[union-attr]
    printed_names -= {"retry_parked"}  # no act: it changes tables that are made of the record, and no record
    assert printed_names <= {a.name for a in OF_PEOPLE} | {to_camel_case(a.name) for a in OF_PEOPLE}


@names
def test_an_input_and_a_mutation_are_called_as_the_act(action: Action[Any, Any, Any]) -> None:
    asked = input_of(action)
    assert MUTATIONS[action.name].arguments[0].type_annotation.resolve() is asked
    assert asked.__name__ == f"{action.command.__name__}Input"
    assert type(EveryCode().command(action, filled(action, asked)[""])) is action.command
    assert action.asks.vi in MUTATIONS[action.name].description


@names
def test_every_field_of_a_command_can_be_set_from_its_input(action: Action[Any, Any, Any]) -> None:
    made, codes = filled(action, input_of(action)), EveryCode()
    first = dict(leaves(codes.command(action, made[""])))
    moved: set[str] = set()
    for variant in made.values():
        moved |= {path for path, value in leaves(codes.command(action, variant)) if first.get(path) != value}
    wanted = {path for path in first if not path.endswith("#")}
    assert wanted - moved == {f".{f.name}" for f in fields_of(action.command) if f.by_system}
    empty = {path for path, count in first.items() if path.endswith("#") and not count}
    assert empty == set(), "a list of the command is never filled"


@names
def test_every_field_of_an_input_matters(action: Action[Any, Any, Any]) -> None:
    made, codes = filled(action, input_of(action)), EveryCode()
    shared = {f.name for f in fields(ActInput)}
    first = codes.told(action, made[""])
    idle = {
        name
        for name, variant in made.items()
        if name and name.partition(".")[0] not in shared and codes.told(action, variant) == first
    }
    assert idle == set()


@names
def test_a_refusal_names_a_field_of_the_input(action: Action[Any, Any, Any]) -> None:
    own = {f.name for f in fields_of(action.command)} | {"reason", "attachments", "occurred_at"}
    assert {name for name in paths_of(action.decide.__module__) if name not in own} == set()


def paths_of(module: str) -> set[str]:
    """The inputs that the checks of an act's module name."""
    tree = ast.parse((ROOT / f"{module.replace('.', '/')}.py").read_text(encoding="utf-8"))
    decide = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == "decide")
    found: set[str] = set()
    for node in ast.walk(decide):
        match node:
            case ast.Tuple(elts=[_, ast.Name(id=code), ast.Constant(value=str(name))]) if code.lower() in REFUSALS:
                found.add(name)
            case ast.Call(func=ast.Name(id="each"), args=[_, _, ast.Name(), ast.Constant(value=str(name)), *_]):
                found.add(name)
            case _:
                continue
    return found


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_field_that_people_are_asked_for_says_what_it_is(action: Action[Any, Any, Any]) -> None:
    asked = dict(asked_of_people(action.command, action.command.__name__))
    assert {path for path, field in asked.items() if field.words is None} == set()


def asked_of_people(cls: type, path: str) -> Iterator[tuple[str, Field]]:
    """The fields of a command that people fill in, and those of its parts, each with its path."""
    for field in fields_of(cls):
        if not field.by_system:
            yield f"{path}.{field.name}", field
            if is_dataclass(field.of) and field.of is not UnitRef:
                yield from asked_of_people(field.of, f"{path}.{field.name}")


def test_every_duty_that_an_act_starts_or_ends_is_in_the_list_of_duties() -> None:
    named = {row.duty.code for action in ACTIONS for row in (*action.starts, *action.ends)}
    assert named - BY_CODE.keys() == set()


def test_a_duty_that_an_act_starts_is_brought_to_its_end_by_an_act() -> None:
    """A clock that nothing ends would run until it lapses, whatever is done."""
    started = {row.duty.code for action in ACTIONS for row in action.starts if not row.met_at_once}
    ended = {row.duty.code for action in ACTIONS for row in action.ends}
    assert started - ended == set()


def test_every_act_has_a_name_of_its_own() -> None:
    """Over all kinds: an act is found by its name, which is that of its command."""
    assert len(BY_NAME) == len(BY_COMMAND) == len(ACTIONS)


def test_no_two_acts_say_the_same() -> None:
    for told in ({a.tells.vi for a in ACTIONS}, {a.tells.en for a in ACTIONS}, {a.asks.vi for a in ACTIONS}):
        assert len(told) == len(ACTIONS)


def test_a_code_belongs_to_one_refusal_and_is_called_as_it() -> None:
    said: dict[str, set[Refusal]] = {}
    for refusal in (*COMMON, *(r for action in ACTIONS for r in action.refuses)):
        said.setdefault(refusal.code, set()).add(refusal)
    assert {code for code, several in said.items() if len(several) > 1} == set()
    for refusal in REFUSALS.values():
        assert refusal.vi.strip()
        assert refusal.en.strip()
        assert refusal.vi != refusal.en
        assert unicodedata.is_normalized("NFC", refusal.vi)


def test_every_refusal_of_the_source_is_listed_by_an_act_or_common_to_all() -> None:
    """A rule whose refusal no act lists would be told to nobody: its code is unknown to the schema."""
    defined = [
        str(node.args[0].value)
        for _, tree in sources("domain", "server")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Refusal"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert sorted(defined) == sorted([*REFUSALS, *(refusal.code for refusal in WITHDRAWN)])


def test_the_code_of_a_refusal_is_never_given_up_and_keeps_its_words() -> None:
    """Lines of refused attempts name refusals by their codes: what is withdrawn is still told in words."""
    kept = CODES.read_text(encoding="utf-8").splitlines()
    assert len(kept) == len(set(kept))
    assert set(kept) == set(REFUSALS_EVER), (
        "a code is written once and stays: add new ones to the list, and what no rule uses any more to WITHDRAWN"
    )


def test_nobody_is_refused_for_what_is_withdrawn() -> None:
    printed = {value.name for value in SCHEMA.get_type_by_name("RefusalCode").values}  # type: ignore[union-attr]
    assert printed == {code.upper() for code in REFUSALS}
    assert printed & {refusal.code.upper() for refusal in WITHDRAWN} == set()


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_refusal_has_a_spec_that_provokes_it(code: str) -> None:
    """What an act refuses is told in a story; what is refused of every act, anywhere."""
    of_an_act = REFUSALS[code] not in COMMON
    assert code in words_in_tests("tests/cases" if of_an_act else "tests")


def test_stored_names_are_unique_and_never_given_up() -> None:
    kept = dict(line.split() for line in NAMES.read_text(encoding="utf-8").splitlines())
    assert len(BY_STORED_NAME) == sum(len(a.stored_names) for a in ACTIONS)
    assert kept == {name: action.event.__name__ for name, action in BY_STORED_NAME.items()}, (
        "a stored name is written once and stays: add new ones to the list, take none away"
    )
    for name, action in BY_STORED_NAME.items():
        kind, what, version = name.split(".")
        assert version.isdecimal()
        assert what == what.lower()
        assert action.kind is None or kind == action.kind


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


def test_the_tables_of_the_readme_pages_are_those_of_the_code() -> None:
    assert docs.write(ROOT, check=True) == 0
