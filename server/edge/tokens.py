"""Who is calling: verifies access tokens (RFC 9068, ES256) against one pinned issuer, audience and key file.

The token says who and how they signed in, nothing else: what a person may do comes from the dated register.
"""

import base64
import hashlib
import json
import re
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

from server.edge.gate import GateRules, parse
from server.faults import CodedError, FaultCode

LONGEST_LIFE_SECONDS = 15 * 60
CLOCK_SKEW_SECONDS = 30
EARLIEST, LATEST = 1_577_836_800, 4_102_444_800  # 2020-01-01 and 2100-01-01, UTC
LONGEST_TOKEN = 4096
REREAD_SECONDS = 60
LAST_GOOD_SECONDS = 12 * 3600
SEGMENTS = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}")
STRICT = GateRules(max_bytes=LONGEST_TOKEN, max_depth=4)


@dataclass(frozen=True, slots=True)
class Identity:
    """The person calling; times in seconds since 1970, `auth_time` when they last proved who they are."""

    person_id: UUID
    expires_at: int
    acr: str | None
    auth_time: int | None


class BadToken(CodedError):
    """A token that proves nothing; the reason is for tests and is never shown."""

    def __init__(self, reason: str) -> None:
        super().__init__(FaultCode.UNAUTHENTICATED)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningLogin:
    """How whoever decides must have signed in: so lately, and at one of these levels, if any are named."""

    seconds: int = 15 * 60
    acrs: frozenset[str] = frozenset()

    def holds(self, identity: Identity, now: float) -> bool:
        """Whether the person may sign now. A token that does not tell when they signed in proves nothing."""
        lately = identity.auth_time is not None and now - identity.auth_time <= self.seconds
        return lately and (not self.acrs or identity.acr in self.acrs)


class IssuerKeys:
    """The issuer's public keys by `kid`, from a JWKS file that is read anew every minute.

    If the file turns bad the last good set stays, for twelve hours; `unread_since` then tells when it was last good.
    """

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path, self._clock = path, clock
        self._text = path.read_text("utf-8")
        self._keys = read_keys(self._text)
        self._tried_at = self._good_at = clock()

    def current(self) -> Mapping[str, ECKey]:
        """The keys by which a token is good now; another mapping only when they have changed."""
        now = self._clock()
        if now - self._tried_at >= REREAD_SECONDS:
            self._tried_at = now
            with suppress(OSError, ValueError):
                self._read()
        return self._keys if now - self._good_at <= LAST_GOOD_SECONDS else NO_KEYS

    def unread_since(self) -> float | None:
        """When the file was last good, if it is not now."""
        self.current()
        return self._good_at if self._good_at < self._tried_at else None

    def _read(self) -> None:
        text = self._path.read_text("utf-8")
        if text != self._text:
            self._keys, self._text = read_keys(text), text
        self._good_at = self._tried_at


NO_KEYS: Mapping[str, ECKey] = {}


def read_keys(text: str) -> dict[str, ECKey]:
    """Raises ValueError unless the text holds public P-256 keys with distinct names and nothing else."""
    keys: dict[str, ECKey] = {}
    try:
        members: list[dict[str, Any]] = json.loads(text)["keys"]
        for member in members:
            if member.get("kty") != "EC" or member.get("crv") != "P-256" or "d" in member:
                raise ValueError("only public P-256 keys belong in the key file")
            kid = member.get("kid")
            if not isinstance(kid, str) or not kid or kid in keys:
                raise ValueError("each key needs a kid of its own")
            keys[kid] = ECKey.import_key(member)
    except (KeyError, TypeError, AttributeError, JoseError):
        raise ValueError("the key file is no set of keys") from None
    return keys


class Verifier:
    """Checks tokens; remembers verified ones by digest until they expire. Safe to call for every request."""

    def __init__(
        self,
        keys_file: Path,
        issuer: str,
        audience: str,
        *,
        clock: Callable[[], float] = time.time,
        remembered: int = 4096,
    ) -> None:
        self._keys = IssuerKeys(keys_file, clock)
        self._issuer = issuer
        self._audience = audience
        self._clock = clock
        self._remembered = remembered
        self._verified: OrderedDict[bytes, Identity] = OrderedDict()
        self._verified_by: Mapping[str, ECKey] = NO_KEYS

    def __call__(self, token: str) -> Identity:
        """Raises BadToken."""
        if len(token) > LONGEST_TOKEN or not SEGMENTS.fullmatch(token):
            raise BadToken("shape")
        keys = self._keys.current()
        if keys is not self._verified_by:
            self._verified.clear()
            self._verified_by = keys
        digest = hashlib.sha256(token.encode()).digest()
        identity = self._verified.get(digest)
        if identity is None:
            identity = self._verify(token, keys)
            self._verified[digest] = identity
            while len(self._verified) > self._remembered:
                self._verified.popitem(last=False)
        if identity.expires_at <= self._clock():
            self._verified.pop(digest, None)
            raise BadToken("expired")
        return identity

    def keys_unread_since(self) -> float | None:
        """Since when the key file cannot be read, if it cannot: an alarm, for the last good keys do not stay long."""
        return self._keys.unread_since()

    def _verify(self, token: str, keys: Mapping[str, ECKey]) -> Identity:
        head, body, signature = (unpack(segment) for segment in token.split("."))
        header = _strict_object(head)
        # Exactly these members: jwk, jku, x5u, x5c, crit, b64 and zip have no place in an access token.
        if header.keys() != {"alg", "typ", "kid"} or header["alg"] != "ES256" or header["typ"] != "at+jwt":
            raise BadToken("header")
        if not isinstance(header["kid"], str) or len(signature) != 64:
            raise BadToken("header")
        key = keys.get(header["kid"])
        if key is None:
            raise BadToken("unknown kid")
        try:
            jwt.decode(token, key, algorithms=["ES256"])
        except (JoseError, ValueError):
            raise BadToken("signature") from None
        return self._identity(_strict_object(body))

    def _identity(self, claims: dict[str, Any]) -> Identity:
        if claims.get("iss") != self._issuer or claims.get("aud") != self._audience:
            raise BadToken("issuer or audience")
        issued, expires = moment(claims, "iat"), moment(claims, "exp")
        latest_start = self._clock() + CLOCK_SKEW_SECONDS
        if issued > latest_start or ("nbf" in claims and moment(claims, "nbf") > latest_start):
            raise BadToken("not yet valid")
        if not 0 < expires - issued <= LONGEST_LIFE_SECONDS:
            raise BadToken("life")
        auth_time = moment(claims, "auth_time") if "auth_time" in claims else None
        if auth_time is not None and auth_time > latest_start:
            raise BadToken("auth_time")
        acr = claims.get("acr")
        if acr is not None and not (isinstance(acr, str) and 0 < len(acr) <= 64):
            raise BadToken("acr")
        return Identity(person(claims), expires, acr, auth_time)


def moment(claims: dict[str, Any], name: str) -> int:
    """A time claim, in whole seconds; booleans, fractions, text and absurd years are refused."""
    value = claims.get(name)
    if type(value) is not int or not EARLIEST <= value <= LATEST:
        raise BadToken(name)
    return value


def person(claims: dict[str, Any]) -> UUID:
    subject = claims.get("sub")
    try:
        person_id = UUID(subject) if isinstance(subject, str) else None
    except ValueError:
        person_id = None
    if person_id is None or str(person_id) != subject:
        raise BadToken("sub")
    return person_id


def unpack(segment: str) -> bytes:
    """The bytes of a base64url segment in its one canonical spelling, so that no two tokens are equal."""
    try:
        raw = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except ValueError:
        raise BadToken("base64") from None
    if base64.urlsafe_b64encode(raw).rstrip(b"=").decode() != segment:
        raise BadToken("base64")
    return raw


def _strict_object(raw: bytes) -> dict[str, Any]:
    try:
        return parse(raw, STRICT)
    except CodedError as fault:
        raise BadToken(cast("str", fault.code.value)) from None
