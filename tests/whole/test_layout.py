"""The shape of the repository: what lies where, what may import what, and what the lock file holds."""

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import grimp
import pytest

from domain.acts import ACTIONS
from domain.law import duty
from domain.law.duty import Duty
from domain.record.action import Action

ROOT = Path(__file__).parents[2]
PACKAGES = ("domain", "projections", "server", "tests", "bench")
TOP_LEVEL = {
    *PACKAGES,
    *("schema.graphql", "docker-compose.yml", "pyproject.toml", "README.md", "Makefile", "requirements.lock"),
    *(".ci", ".git", ".gitignore", ".editorconfig", ".dockerignore"),
}
MAY_IMPORT = {
    "domain": {"domain"},
    "projections": {"projections", "domain", "psycopg", "psycopg_pool"},
}
MODULES = [
    path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")) if "node_modules" not in path.parts
]
NAMED_DUTIES = {name: each for name, each in vars(duty).items() if isinstance(each, Duty)}
LOCKED = re.compile(
    r"^(?P<name>[a-z0-9-]+)==[^\s;]+(?: ; [^\\\n]+)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+",
    re.MULTILINE,
)


def ignored() -> list[str]:
    """The names of the top level that version control leaves out."""
    lines = (ROOT / ".gitignore").read_text().splitlines()
    return [line.strip("/") for line in lines]


def imported(path: Path) -> set[str]:
    """The top-level packages that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or path.parent.name).partition(".")[0] if node.level == 0 else "relative")
    return names


def test_nothing_lies_at_the_top_level_but_what_was_agreed() -> None:
    names = {path.name for path in ROOT.iterdir()}
    extra = {name for name in names - TOP_LEVEL if not any(fnmatch(name, each) for each in ignored())}
    assert extra == set()


def is_act(path: Path) -> bool:
    """Whether a module defines an act: one `Action(...)` given a name."""
    return any(
        isinstance(node, ast.Assign | ast.AnnAssign)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Name)
        and node.value.func.id == "Action"
        for node in ast.parse(path.read_text(encoding="utf-8")).body
    )


def test_dependencies_point_one_way() -> None:
    """In a process of its own: the linter silences every logger of the one it runs in."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_an_act_is_known_to_the_lists_of_acts_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    graph = grimp.build_graph("domain", cache_dir=None)
    paths = [path.relative_to(ROOT) for path in (ROOT / "domain").rglob("*.py") if is_act(path)]
    acts = {".".join(path.with_suffix("").parts) for path in paths}
    importers = {act: graph.find_modules_that_directly_import(act) for act in acts}
    strangers = {
        act: {name for name in names if not name.endswith(("acts", ".catalogue"))} for act, names in importers.items()
    }
    assert acts
    assert {act for act, names in importers.items() if not names} == set(), "in no list: nobody can do it"
    assert {act: names for act, names in strangers.items() if names} == {}


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_the_inner_packages_import_the_standard_library_and_what_was_agreed(package: str) -> None:
    allowed = MAY_IMPORT[package] | sys.stdlib_module_names
    found = {path.relative_to(ROOT): imported(path) - allowed for path in (ROOT / package).rglob("*.py")}
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_in_one_sentence_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name == "__init__.py" and not text.strip():
        return
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring is not None
    first = docstring.partition("\n\n")[0]
    assert re.search(r"[.?:]$", first), first
    assert not re.search(r"\.\s+[A-ZĐ]", first), "one sentence, and the rest after an empty line"


def test_every_dependency_is_locked_at_one_version_with_the_sums_of_its_files() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert LOCKED.sub("", lock) == "", "nothing but names, versions and sums: no address, no path"
    locked = {match["name"] for match in LOCKED.finditer(lock)}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = [
        *project["dependencies"],
        *(each for extra in project["optional-dependencies"].values() for each in extra),
    ]
    assert {re.split(r"[^a-z0-9-]", each)[0] for each in asked} <= locked


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.relative_to(ROOT).parts[0] != "tests"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_an_act_a_module_and_a_function_are_small(path: Path) -> None:
    """Past these sizes a noun is missing: 120 lines for an act, 250 for a module, 40 for a function."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= (120 if is_act(path) else 250)
    functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    sizes = {n.name: (n.end_lineno or n.lineno) - n.lineno + 1 for n in functions}
    assert {name: size for name, size in sizes.items() if size > 40} == {}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_the_file_of_an_act_names_every_duty_that_it_starts_or_ends(action: Action[Any, Any, Any]) -> None:
    """Who reads an act to its end knows its clocks; since when and for whom is said beside, in `clocks.py`."""
    text = inspect.getsource(sys.modules[action.decide.__module__])
    duties = {row.duty for row in (*action.starts, *action.ends)}
    names = {name for name, each in NAMED_DUTIES.items() if each in duties}
    assert len(names) == len(duties)
    assert {name for name in names if not re.search(rf"\bduty\.{name}\b|\b{name}_AGAIN\b", text)} == set()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_somebody_answers_for_every_clock_that_an_act_starts(action: Action[Any, Any, Any]) -> None:
    said = {row.duty.code: (row.answers is None) + (row.answers_each is None) for row in action.starts}
    assert {code for code, left_out in said.items() if left_out != 1} == set()
