"""Proofs with other tools (Node): the HTTP audit, the usual socket client, the linter, the typed client."""

import socket
import subprocess
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
import uvicorn

from server.graphql_http import EdgeConfig
from server.limits import CallerLimits
from tests.edge_schema import LAN_TOKEN, edge

HERE = Path(__file__).parent
RUN = HERE / "web" / "run.sh"
SCHEMA = HERE.parent / "schema.graphql"

pytestmark = pytest.mark.prove


@pytest.fixture
def url() -> Generator[str]:
    """The small schema behind the real edge, on a free port of this machine."""
    app, _ = edge(EdgeConfig(allow_get=True, callers=CallerLimits(side_by_side=100, burst=1000)))
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}/graphql"
    server.should_exit = True
    thread.join()
    listener.close()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["bash", RUN, *arguments], capture_output=True, text=True, check=False)


def test_the_edge_passes_every_audit_and_serves_the_usual_socket_client(url: str) -> None:
    subscription = "subscription S($after: Int!) { lines(after: $after, upto: 5) }"
    done = run("wire", url, LAN_TOKEN, subscription, "lines")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "61 of 61 ok" in done.stdout


def test_a_caller_without_a_token_passes_no_proof(url: str) -> None:
    """The negative control."""
    assert run("wire", url, "x", "subscription { lines }", "lines").returncode != 0


def test_the_schema_passes_the_linter_and_its_typed_client_compiles_strictly() -> None:
    done = run("schema", str(SCHEMA), str(HERE / "web" / "documents"))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_schema_without_descriptions_passes_no_proof(tmp_path: Path) -> None:
    """The negative control."""
    bare = tmp_path / "schema.graphql"
    bare.write_text("type Query { thing: Thing } type Thing { ID: ID }")
    done = run("schema", str(bare), str(HERE / "web" / "documents"))
    assert done.returncode != 0
    assert "require-description" in done.stdout
