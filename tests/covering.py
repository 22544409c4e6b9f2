"""Plugin of `make test`: the tests that count reach every line and branch of domain/, or the run fails.

Not all tests count. What random ones reach differs from run to run; the others would be slow under a tracer and reach
nothing new. With several processes each measures its own share, and the first adds them up.
"""

from __future__ import annotations

from collections.abc import Generator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage, CoverageData

COUNTED = (
    "cases/",
    "law/",
    "record/test_clear.py",
    "record/test_reading.py",
    "record/test_register.py",
    "record/test_spelling.py",
    "record/test_words.py",
    "schema/test_files.py",
    "schema/test_mutations.py",
    "schema/test_parts.py",
    "schema/test_tables.py",
)
NOT_COUNTED = ("cases/test_attribution_",)
"""Generated registers, hundreds of them."""
HERE = Path(__file__).parent
MEASURED = Coverage(data_file=None)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, Any, Any]:
    """What stands outside functions is run when the tests are read."""
    with MEASURED.collect():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, Any, Any]:
    room = item.path.relative_to(HERE).as_posix()
    if not room.startswith(COUNTED) or room.startswith(NOT_COUNTED):
        return (yield)
    with MEASURED.collect():
        return (yield)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Another process has ended: take its share."""
    share = CoverageData(no_disk=True)
    share.loads(node.workeroutput["covered"])
    MEASURED.get_data().update(share)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Send the share, or judge the whole; what failed for another reason is not judged."""
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["covered"] = MEASURED.get_data().dumps()
    elif session.exitstatus == pytest.ExitCode.OK and (missing := uncovered()):
        session.config.stash[MISSING] = missing
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if missing := config.stash.get(MISSING, ""):
        terminalreporter.section("FAILED: lines and branches of domain/ that no test reaches", red=True)
        terminalreporter.write(missing)


MISSING = pytest.StashKey[str]()


def uncovered() -> str:
    """A table of what was not reached; empty when everything was."""
    table = StringIO()
    total = MEASURED.report(file=table, show_missing=True, skip_covered=True)
    return table.getvalue() if total < 100 else ""
