"""Fixtures: one PostgreSQL for the run, a fresh database for each test that asks for one."""

import itertools
import json
import os
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

import pytest
from hypothesis import settings

from server.database.embedded import Cluster, Server, serving
from server.database.migrate import migrate
from tests.database import Database

# No test fails by the clock; a submission is judged on the same examples each time.
settings.register_profile("baove", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("baove")


class Fresh(Protocol):
    """Gives a copy of a migrated database, as `fresh` says."""

    def __call__(self, simulated: bool, *, tables: bool = False) -> Database: ...


_numbers = itertools.count(1)


@pytest.hookimpl(wrapper=True)
def pytest_report_to_serializable() -> Generator[None, Any, Any]:
    """Between processes goes UTF-8 only; what a test logged may hold half a character."""
    report = yield
    return json.loads(json.dumps(report, ensure_ascii=False).encode(errors="replace"))


@pytest.fixture
def directory() -> Generator[Path]:
    """A directory of its own for a server's files: its path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="baove-") as name:
        Path(name).chmod(0o711)  # so that a server that does not run as root reaches what is below
        yield Path(name)


@pytest.fixture(scope="session")
def cluster() -> Generator[Server]:
    """The run's server; quick, and so not for tests that crash it (these ask for `own_cluster`)."""
    with (
        tempfile.TemporaryDirectory(prefix="baove-") as name,
        serving(Path(name), durable=False) as server,
    ):
        yield server


@pytest.fixture
def own_cluster(directory: Path) -> Generator[Cluster]:
    """A server of the test's own, safe against a crash, to be killed and started again at will."""
    with Cluster(directory) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def fresh(cluster: Server) -> Generator[Fresh]:
    """Gives copies of a migrated database: `fresh(simulated)`, with the simulated or the real clock.

    `tables=True`: the projections are built, so that a projector that starts on it has nothing to build.
    """
    templates: dict[tuple[bool, bool], Database] = {}
    copies: list[Database] = []

    def template(simulated: bool, tables: bool) -> Database:
        if (simulated, tables) not in templates:
            made = _named(cluster)
            made.create()
            migrate(made.dsn(), simulated=simulated)
            if tables:
                from server.follow.rebuild import build_anew  # with it comes the domain, which is measured as it loads

                build_anew(made.dsn("baove_projector"), NothingToOpen())
            templates[simulated, tables] = made
        return templates[simulated, tables]

    def copy(simulated: bool, *, tables: bool = False) -> Database:
        made = _named(cluster)
        made.copy(template(simulated, tables))
        copies.append(made)
        return made

    yield copy
    for database in (*copies, *templates.values()):
        database.drop()


class NothingToOpen:
    """Stands for the keys where the record has no line yet."""

    def open_many(self, values: Sequence[tuple[UUID, Any]]) -> list[str | None]:
        raise AssertionError(f"{len(values)} sealed texts in an empty record")

    def index_key(self) -> bytes:
        raise AssertionError("a name in an empty record")


@pytest.fixture
def database(fresh: Fresh) -> Generator[Database]:
    """A fresh database whose clock the test sets; its projections are built, of no line."""
    database = fresh(True, tables=True)
    yield database
    database.drop()


@pytest.fixture
def bare_database(fresh: Fresh) -> Generator[Database]:
    """A fresh database whose clock the test sets; the projector has not seen it yet."""
    database = fresh(True)
    yield database
    database.drop()


@pytest.fixture
def real_database(fresh: Fresh) -> Generator[Database]:
    """A fresh database as in production, with the real clock."""
    database = fresh(False)
    yield database
    database.drop()


def _named(server: Server) -> Database:
    return Database(server, f"baove_test_{os.getpid()}_{next(_numbers)}")
