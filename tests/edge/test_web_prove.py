"""Proofs with other tools (Node): the HTTP audit, the usual socket client, the linter, the typed client."""

import subprocess
from collections.abc import Generator
from pathlib import Path

import pytest

from server.schema.base.ids import position_token
from tests.database import Database
from tests.whole.stack import BINH, Stack, stack

HERE = Path(__file__).parent
RUN = HERE / "web" / "run.sh"
SCHEMA = HERE.parents[1] / "schema.graphql"
DOCUMENTS = HERE / "web" / "documents"
LINES = """subscription Lines($after: String) {
  entryRecorded(after: $after) { position token act label { vi } actor { name } details { path value masked } } }"""

pytestmark = pytest.mark.prove


@pytest.fixture
def served(real_database: Database, tmp_path: Path) -> Generator[Stack]:
    """The real server with the whole schema, a projector, and a register to read; it takes queries by GET."""
    with stack(real_database, tmp_path) as s:
        s.start("project")
        s.start("audited", module="tests.edge.web_process")
        s.wait_for_web()
        yield s


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", RUN, *arguments], capture_output=True, text=True, check=False)


def test_the_server_passes_every_audit_and_serves_the_usual_socket_client(served: Stack) -> None:
    path = "entryRecorded.position", position_token(0), "entryRecorded.token"
    done = run("wire", served.url, served.token(BINH), LINES, *path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "61 of 61 ok" in done.stdout


def test_a_caller_without_a_token_passes_no_proof(served: Stack) -> None:
    """The negative control."""
    assert run("wire", served.url, "x", LINES, "entryRecorded.position").returncode != 0


def test_the_schema_passes_the_linter_and_its_typed_client_compiles_strictly() -> None:
    done = run("schema", str(SCHEMA), str(DOCUMENTS))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_schema_without_descriptions_passes_no_proof(tmp_path: Path) -> None:
    """The negative control."""
    bare = tmp_path / "schema.graphql"
    bare.write_text("type Query { thing: Thing } type Thing { ID: ID }")
    done = run("schema", str(bare), str(DOCUMENTS))
    assert done.returncode != 0
    assert "require-description" in done.stdout
