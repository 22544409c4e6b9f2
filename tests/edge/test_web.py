"""The web process as it is put together: no redirect to a host that the caller names, a warning when it is open."""

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from server import web
from server.config import SETTINGS, Config
from server.edge.issuer import DevelopmentIssuer
from server.web import application, serve
from tests.edge.edge_schema import LAN_TOKEN, edge
from tests.edge.test_gate import client


def config(folder: Path, **changes: str) -> Config:
    issuer = DevelopmentIssuer(folder, mode="test")
    defaults = {name: setting.default for name, setting in SETTINGS.items() if setting.default is not None}
    told = {
        "BAOVE_ISSUER_KEYS_FILE": str(issuer.jwks_file),
        "BAOVE_ISSUER": issuer.issuer,
        "BAOVE_AUDIENCE": issuer.audience,
    }
    settings: Any = defaults | told | changes
    return Config(mode=settings["BAOVE_MODE"], settings=settings)


def test_a_slash_behind_the_path_is_answered_and_sends_nobody_elsewhere(tmp_path: Path) -> None:
    async def ask(app: Any, path: str) -> httpx.Response:
        async with client(app) as caller:
            headers = {"host": "evil.example", "authorization": f"Bearer {LAN_TOKEN}"}
            return await caller.post(path, json={"query": "{ __typename }"}, headers=headers)

    for path in ("/graphql", "/graphql/"):
        answer = asyncio.run(ask(edge()[0], path))
        assert (answer.status_code, answer.json()) == (200, {"data": {"__typename": "Query"}})
    whole = application(config(tmp_path, BAOVE_MODE="test"))
    for path, status in (("/health/", 404), ("/graphql/x/", 404), ("/graphql/", 401)):
        answer = asyncio.run(ask(whole, path))
        assert (answer.status_code, answer.headers.get("location")) == (status, None), path


@pytest.mark.parametrize(
    ("mode", "host", "warned"),
    [
        ("demo", "0.0.0.0", True),  # noqa: S104
        ("demo", "::", True),
        ("test", "10.0.0.7", True),
        ("demo", "127.0.0.1", False),
        ("demo", "::1", False),
        ("demo", "localhost", False),
        ("production", "0.0.0.0", False),  # noqa: S104
    ],
)
def test_a_demo_that_listens_beyond_the_machine_says_so(
    tmp_path: Path,
    mode: str,
    host: str,
    warned: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(web.uvicorn, "run", lambda app, **options: None)  # type: ignore[misc]
    monkeypatch.setattr(web.signal, "signal", lambda number, action: None)  # type: ignore[misc]
    serve(config(tmp_path, BAOVE_MODE=mode, BAOVE_HTTP_HOST=host), edge()[0])
    assert ("listens beyond this machine" in capsys.readouterr().err) is warned
