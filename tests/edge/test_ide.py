"""The demo's page works without any other server, and signs in only as the demo's people."""

import asyncio
import re
from pathlib import Path
from uuid import UUID

import httpx
import pytest
from starlette.applications import Starlette

from server.edge.ide.page import FILES, Example, page, page_headers, static_routes
from server.edge.issuer import AUDIENCE, ISSUER, DevelopmentIssuer, Person, token_route
from server.edge.tokens import Verifier
from tests.edge.edge_schema import LAN

PEOPLE = [Person(person_id=LAN, label_vi='Lan "Bé" <phường>', label_en="worker")]
STRANGER = UUID("0198a000-0000-7000-8000-00000000000f")
PAGE = page(PEOPLE, [Example(query="{ caller }")])


def get(issuer: DevelopmentIssuer, path: str, **headers: str) -> httpx.Response:
    async def send() -> httpx.Response:
        app = Starlette(routes=[*static_routes(), token_route(issuer, PEOPLE)])
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://edge.test") as caller:
            return await caller.get(path, headers=headers)

    return asyncio.run(send())


@pytest.fixture
def issuer(tmp_path: Path) -> DevelopmentIssuer:
    return DevelopmentIssuer(tmp_path, mode="test")


def test_the_page_loads_only_files_that_lie_beside_it(issuer: DevelopmentIssuer) -> None:
    loaded = re.findall(r'(?:src|href)="(?!data:)([^"]+)"', PAGE)
    assert len(loaded) >= 6
    for path in loaded:
        answer = get(issuer, path)
        assert answer.status_code == 200
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "://" not in PAGE


def test_the_page_may_run_no_script_but_ours() -> None:
    policy = page_headers()["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "script-src" not in policy
    assert not re.search(r"<script(?![^>]*\ssrc=)", PAGE)


def test_names_cannot_break_out_of_the_page() -> None:
    assert "<phường>" not in PAGE
    assert "&lt;phường&gt;" in PAGE


def test_only_the_files_of_the_page_are_served(issuer: DevelopmentIssuer) -> None:
    for path in ("/ide/page.py", "/ide/..%2Fpage.py", "/ide/nothing.js", "/ide/"):
        assert get(issuer, path).status_code == 404
    packed = next(name for name, path in FILES.items() if path.suffix == ".gz")
    assert get(issuer, f"/ide/{packed}", **{"accept-encoding": "identity"}).status_code == 404


def test_every_packed_file_has_its_licence_beside_it() -> None:
    licences = FILES["LICENSES.txt"].read_text("utf-8")
    for name, path in FILES.items():
        if path.suffix == ".gz":
            assert f"== {name.rpartition('-')[0]}\n" in licences


def test_a_fresh_token_is_given_for_the_demos_people_and_for_nobody_else(issuer: DevelopmentIssuer) -> None:
    answer = get(issuer, f"/dev/token?person={LAN}")
    verify = Verifier(issuer.jwks_file, ISSUER, AUDIENCE)
    assert verify(answer.json()["token"]).person_id == LAN
    assert answer.headers["cache-control"] == "no-store"
    for person in (STRANGER, "", "x"):
        assert get(issuer, f"/dev/token?person={person}").status_code == 404
