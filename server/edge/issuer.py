"""The development issuer: makes its own key and signs short tokens for the invented people of the demo."""

import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from joserfc import jwt
from joserfc.jwk import ECKey
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from server.edge.tokens import LONGEST_LIFE_SECONDS

ISSUER = "urn:baove:development-issuer"
AUDIENCE = "urn:baove:api"
KEY_FILE = "issuer-key.json"
JWKS_FILE = "issuer-jwks.json"


class NotInProduction(RuntimeError):
    """The development issuer was asked to start where real people's files are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An invented person whom the demo lets anyone sign in as; the label names person and office."""

    person_id: UUID
    label_vi: str
    label_en: str


class DevelopmentIssuer:
    """Signs with a key kept in `folder`; the verifier reads `jwks_file`. Starts for demo and test only."""

    def __init__(self, folder: Path, *, mode: str, issuer: str = ISSUER, audience: str = AUDIENCE) -> None:
        if mode not in ("demo", "test"):
            raise NotInProduction(f"the development issuer does not start in mode {mode!r}")
        self.issuer = issuer
        self.audience = audience
        self.jwks_file = folder / JWKS_FILE
        self._key = _load_or_make(folder)

    def token(self, person_id: UUID, *, acr: str | None = None, life: int = LONGEST_LIFE_SECONDS) -> str:
        """A token for `life` seconds from now, as if the person had just signed in."""
        now = int(time.time())
        claims: dict[str, Any] = {"iss": self.issuer, "aud": self.audience, "sub": str(person_id)}
        claims |= {"iat": now, "exp": now + life, "auth_time": now}
        if acr is not None:
            claims["acr"] = acr
        return jwt.encode(
            {"alg": "ES256", "typ": "at+jwt", "kid": self._key.kid}, claims, self._key, algorithms=["ES256"]
        )


def _load_or_make(folder: Path) -> ECKey:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / KEY_FILE
    if not path.exists():
        key = ECKey.generate_key("P-256")
        key.ensure_kid()
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            json.dump(key.as_dict(private=True), file)
    key = ECKey.import_key(json.loads(path.read_text("utf-8")))
    key.ensure_kid()
    public = {"keys": [key.as_dict(private=False)]}
    (folder / JWKS_FILE).write_text(json.dumps(public), "utf-8")
    return key


def token_route(issuer: DevelopmentIssuer, people: list[Person], path: str = "/dev/token") -> Route:
    """`GET /dev/token?person=<uuid>` answers `{token, expiresIn}`, for the listed people only."""
    known = {str(person.person_id): person.person_id for person in people}

    async def give(request: Request) -> JSONResponse:
        person_id = known.get(request.query_params.get("person", ""))
        if person_id is None:
            return JSONResponse({"errors": [{"message": "Không có người này. / No such person."}]}, 404)
        answer = {"token": issuer.token(person_id), "expiresIn": LONGEST_LIFE_SECONDS}
        return JSONResponse(answer, headers={"cache-control": "no-store"})

    return Route(path, give)
