"""Nobody outside a kind's own folder asks which kind a file is: what differs by kind, the kind says."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.catalogue import ACTIONS, KINDS, UPON

ROOT = Path(__file__).parents[2]
PLACES = ("domain", "projections", "server")
OWN = (
    *(f"domain/{name}/" for name in KINDS),
    "domain/record/register.py",  # of units and offices: every question of authority is asked there
    *(f"server/schema/files/{name}" for name in (*KINDS, "register")),
    *("server/demo/", "server/seed/"),  # they tell of units, offices, reports and cases
)
"""A kind's folder, its view; and what tells stories."""


def questions(source: str) -> Iterator[str]:
    """Where the source asks which kind a file is: by its name, by a table of kinds, or by the class of its state."""
    tree = ast.parse(source)
    of_kinds = {name for name, module in imported(tree) if module.split(".")[1:2] and module.split(".")[1] in KINDS}
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, comparators=others) if any(names_kind(each) for each in (left, *others)):
                yield ast.unparse(node)
            case ast.Dict(keys=keys) if any(isinstance(key, ast.Attribute) and names_kind(key) for key in keys):
                yield ast.unparse(node)
            case ast.Call(func=ast.Name(id="isinstance"), args=[_, of]) if mentions(of, of_kinds):
                yield ast.unparse(node)
            case ast.MatchClass(cls=cls) if mentions(cls, of_kinds):
                yield ast.unparse(node)
            case ast.Tuple(elts=[*elements]) | ast.List(elts=[*elements]) | ast.Set(elts=[*elements]) if (
                elements and all(names_kind(each) for each in elements)
            ):
                yield ast.unparse(node)
            case _:
                pass


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """The names that a module imports, each with where from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("domain."):
            yield from ((alias.asname or alias.name, node.module) for alias in node.names)


def names_kind(node: ast.expr) -> bool:
    """Whether it is the name of a kind: `Kind.CASE`, `CASE.name`, or the text itself."""
    match node:
        case ast.Attribute(value=ast.Name(id="Kind")):
            return True
        case ast.Attribute(value=ast.Name(id=name), attr="name"):
            return name.lower() in KINDS
        case ast.Constant(value=str(text)):
            return text in KINDS
        case ast.Tuple(elts=elements) | ast.List(elts=elements) | ast.Set(elts=elements):
            return any(names_kind(each) for each in elements)
        case _:
            return False


def mentions(node: ast.AST, names: set[str]) -> bool:
    return any(isinstance(each, ast.Name) and each.id in names for each in ast.walk(node))


def test_nobody_asks_which_kind_a_file_is() -> None:
    paths = [path.relative_to(ROOT) for place in PLACES for path in (ROOT / place).rglob("*.py")]
    others = [path for path in paths if not path.as_posix().startswith(OWN)]
    assert len(others) > 100
    found = {str(path): list(questions((ROOT / path).read_text(encoding="utf-8"))) for path in others}
    assert {path: asked for path, asked in found.items() if asked} == {}


@pytest.mark.parametrize(
    "asked",
    [
        "file.kind.name == Kind.CASE",
        "file.kind.name in ('unit', 'office')",
        "kind != REPORT.name",
        "HELD_KINDS = ('report', 'unit', 'office')",
        "GUARDED = [Kind.ACCESS]",
        "CATEGORIES = {Kind.ACCESS: 'ACCESS'}",
        "from domain.report.state import Report\nisinstance(file.state, Report)",
        "from domain.case.state.case import Case\nisinstance(state, (int, Case))",
        "from domain.case.state.case import Case\nmatch state:\n    case Case(child=child):\n        pass",
    ],
)
def test_a_question_would_be_found(asked: str) -> None:
    """Negative control: each way in which it was asked before."""
    assert list(questions(asked))


def test_what_is_no_question_is_not_taken_for_one() -> None:
    assert list(questions("from domain.record.personal import Personal\nisinstance(value, Personal)")) == []
    assert list(questions("MaySee(kind=Kind.REPORT)\nkind = file.kind\nnames = ('case', 'number')")) == []


OF_THE_REGISTER = ("register.py", "units.py")


def test_what_the_record_is_made_of_knows_no_kind_but_the_register() -> None:
    """The record's own modules import no kind's folder, but for the register of units and offices."""
    paths = [path for path in (ROOT / "domain" / "record").glob("*.py") if path.name not in OF_THE_REGISTER]
    folders = {f"domain.{name}" for name in KINDS}
    found = {
        path.name: [
            module for _, module in imported(ast.parse(path.read_text(encoding="utf-8"))) if room(module) in folders
        ]
        for path in paths
    }
    assert {name: modules for name, modules in found.items() if modules} == {}


def room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def test_each_duty_is_brought_to_its_end_by_one_act_at_most() -> None:
    assert len(UPON) == sum(len(action.upon) for action in ACTIONS)
