"""Tokens that prove nothing are refused, whatever they look like."""

import base64
import hmac
import json
import string
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from joserfc import jws, jwt
from joserfc.jwk import ECKey, RSAKey

from server.edge.issuer import AUDIENCE, ISSUER, DevelopmentIssuer, NotInProduction
from server.edge.tokens import LAST_GOOD_SECONDS, BadToken, Identity, SigningLogin, Verifier

NOW = 1_790_000_000
LAN = UUID("0198a000-0000-7000-8000-000000000001")
Forge = Callable[["Mint"], str]


class Mint:
    """Makes tokens, good and bad, and the verifier that must tell them apart."""

    def __init__(self, folder: Path) -> None:
        self.key = ECKey.generate_key("P-256", {"kid": "k1"})
        self.foreign = ECKey.generate_key("P-256", {"kid": "k1"})
        self.file = folder / "jwks.json"
        self.time = float(NOW)
        self.publish(self.key)
        self.verifier = Verifier(self.file, ISSUER, AUDIENCE, clock=lambda: self.time)

    def publish(self, *keys: ECKey) -> None:
        self.file.write_text(json.dumps({"keys": [key.as_dict(private=False) for key in keys]}))

    def claims(self, **changes: Any) -> dict[str, Any]:
        claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": str(LAN), "iat": NOW, "exp": NOW + 600} | changes
        return {name: value for name, value in claims.items() if value is not ...}

    def token(self, header: dict[str, Any] | None = None, key: Any = None, **changes: Any) -> str:
        head = {"alg": "ES256", "typ": "at+jwt", "kid": "k1"} | (header or {})
        head = {name: value for name, value in head.items() if value is not ...}
        return self.sign(head, json.dumps(self.claims(**changes)).encode(), key or self.key)

    def sign(self, header: dict[str, Any], payload: bytes, key: Any) -> str:
        """Signs by hand, so that headers and claims which a library would refuse can be made."""
        text = b64(json.dumps(header).encode()) + "." + b64(payload)
        if isinstance(key, bytes):
            return text + "." + b64(hmac.digest(key, text.encode(), "sha256"))
        algorithm = jws.JWSRegistry.algorithms[header.get("alg", "ES256")]
        return text + "." + b64(algorithm.sign(text.encode(), key))

    def public_pem(self) -> bytes:
        return self.key.public_key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def public_der(self) -> bytes:
        return self.key.public_key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def unsigned(alg: str) -> Forge:
    def forge(mint: Mint) -> str:
        _, payload, signature = mint.token().split(".")
        header = b64(json.dumps({"alg": alg, "typ": "at+jwt", "kid": "k1"}).encode())
        return f"{header}.{payload}.{signature if alg.endswith('!') else ''}"

    return forge


def claim(name: str, value: Any) -> Forge:
    return lambda mint: mint.token(**{name: value})


def header(name: str, value: Any) -> Forge:
    return lambda mint: mint.token({name: value})


def keyed_with(secret: Callable[[Mint], bytes]) -> Forge:
    return lambda mint: mint.token({"alg": "HS256"}, secret(mint))


def replaced(part: int, text: str) -> Forge:
    def forge(mint: Mint) -> str:
        parts = mint.token().split(".")
        parts[part] = text
        return ".".join(parts)

    return forge


def raw_payload(text: str) -> Forge:
    return lambda mint: mint.sign({"alg": "ES256", "typ": "at+jwt", "kid": "k1"}, text.encode(), mint.key)


def swapped_payload(mint: Mint) -> str:
    head, _, signature = mint.token().split(".")
    return f"{head}.{mint.token(sub='0198a000-0000-7000-8000-000000000002').split('.')[1]}.{signature}"


def rsa(mint: Mint) -> str:
    return mint.token({"alg": "RS256"}, RSAKey.generate_key(2048))


BAD: dict[str, Forge] = {
    "alg none": unsigned("none"),
    "alg None": unsigned("None"),
    "alg nOnE": unsigned("nOnE"),
    "alg NONE": unsigned("NONE"),
    "alg none with a signature": unsigned("none!"),
    "no alg": lambda mint: mint.token().replace(mint.token().split(".")[0], b64(b'{"typ":"at+jwt","kid":"k1"}')),
    "HS256 with the public PEM": keyed_with(Mint.public_pem),
    "HS256 with the public DER": keyed_with(Mint.public_der),
    "HS256 with the public JWK": keyed_with(lambda mint: json.dumps(mint.key.as_dict(private=False)).encode()),
    "RS256": rsa,
    "another issuer's key": lambda mint: mint.token(key=mint.foreign),
    "embedded jwk": lambda mint: mint.token({"jwk": mint.foreign.as_dict(private=False)}, mint.foreign),
    "jku": header("jku", "https://keys.example/jwks.json"),
    "x5u": header("x5u", "https://keys.example/cert.pem"),
    "x5c": header("x5c", ["MIIB"]),
    "crit": header("crit", ["exp"]),
    "b64 false": header("b64", False),
    "zip": header("zip", "DEF"),
    "kid traversal": header("kid", "../../dev/null"),
    "kid SQL": header("kid", "k1' or '1'='1"),
    "kid NUL": header("kid", "k1\0"),
    "kid of 1 MB": header("kid", "k" * 1_000_000),
    "kid missing": header("kid", ...),
    "kid unknown": header("kid", "k2"),
    "kid a list": header("kid", ["k1"]),
    "typ missing": header("typ", ...),
    "typ of an ID token": header("typ", "JWT"),
    "typ upper case": header("typ", "AT+JWT"),
    "expired": claim("exp", NOW),
    "expired long ago": lambda mint: mint.token(iat=NOW - 9000, exp=NOW - 8400),
    "exp missing": claim("exp", ...),
    "exp as text": claim("exp", str(NOW + 600)),
    "exp true": claim("exp", True),
    "exp null": claim("exp", None),
    "exp a fraction": claim("exp", NOW + 600.5),
    "exp 1e308": raw_payload(f'{{"iss":"{ISSUER}","aud":"{AUDIENCE}","sub":"{LAN}","iat":{NOW},"exp":1e308}}'),
    "exp in the year 9999": claim("exp", 253_402_300_799),
    "life over 15 minutes": claim("exp", NOW + 901),
    "exp before iat": claim("iat", NOW + 601),
    "iat missing": claim("iat", ...),
    "iat as text": claim("iat", str(NOW)),
    "iat in the future": lambda mint: mint.token(iat=NOW + 31, exp=NOW + 600),
    "nbf in the future": claim("nbf", NOW + 31),
    "nbf as text": claim("nbf", "0"),
    "iss another": claim("iss", "urn:other"),
    "iss with our name as its start": claim("iss", ISSUER + "/evil"),
    "iss a list": claim("iss", [ISSUER]),
    "iss missing": claim("iss", ...),
    "aud another": claim("aud", "urn:other"),
    "aud a list": claim("aud", [AUDIENCE, "urn:other"]),
    "aud with our name as its start": claim("aud", AUDIENCE + "2"),
    "aud missing": claim("aud", ...),
    "sub missing": claim("sub", ...),
    "sub empty": claim("sub", ""),
    "sub a number": claim("sub", 7),
    "sub no UUID": claim("sub", "lan"),
    "sub in another spelling": claim("sub", str(LAN).replace("-", "")),
    "sub in braces": claim("sub", f"{{{LAN}}}"),
    "acr a list": claim("acr", ["phr"]),
    "auth_time as text": claim("auth_time", "now"),
    "auth_time in the future": claim("auth_time", NOW + 31),
    "payload with a key twice": raw_payload(
        f'{{"iss":"{ISSUER}","aud":"{AUDIENCE}","sub":"{LAN}","sub":"{LAN}","iat":{NOW},"exp":{NOW + 9}}}'
    ),
    "payload no object": raw_payload("[]"),
    "payload no JSON": raw_payload("{"),
    "payload swapped": swapped_payload,
    "signature of zeros": replaced(2, b64(bytes(64))),
    "signature empty": replaced(2, ""),
    "signature in DER": replaced(2, b64(b"\x30" + bytes(69))),
    "header no JSON": replaced(0, b64(b"{")),
    "header padded": lambda mint: mint.token().replace(".", "=.", 1),
    "four parts": lambda mint: mint.token() + ".AA",
    "two parts": lambda mint: mint.token().rsplit(".", 1)[0],
    "empty": lambda _: "",
    "one MB": lambda mint: mint.token() + "A" * 1_000_000,
    "a line break at the end": lambda mint: mint.token() + "\n",
    "not ASCII": lambda mint: mint.token().replace("e", "е", 1),
}


@pytest.fixture
def mint(tmp_path: Path) -> Mint:
    return Mint(tmp_path)


def test_a_good_token_says_who_is_calling_and_how_they_signed_in(mint: Mint) -> None:
    identity = mint.verifier(mint.token(acr="phr", auth_time=NOW - 60, roles=["admin"], nbf=NOW))
    assert identity == Identity(LAN, NOW + 600, "phr", NOW - 60)


@pytest.mark.parametrize("forge", BAD.values(), ids=list(BAD))
def test_a_bad_token_is_refused(mint: Mint, forge: Forge) -> None:
    with pytest.raises(BadToken):
        mint.verifier(forge(mint))


def test_no_single_changed_character_leaves_a_token_valid(mint: Mint) -> None:
    good = mint.token()
    mint.verifier(good)
    alphabet = string.ascii_letters + string.digits + "-_."
    accepted = 0
    for place, original in enumerate(good):
        for letter in alphabet[place % 7 :: 7]:
            if letter != original:
                try:
                    mint.verifier(good[:place] + letter + good[place + 1 :])
                    accepted += 1
                except BadToken:
                    pass
    assert accepted == 0


def test_a_check_of_the_signature_alone_accepts_twenty_of_these(mint: Mint) -> None:
    """The negative control."""
    accepted = 0
    for forge in BAD.values():
        try:
            jwt.decode(forge(mint), mint.key, algorithms=["ES256"])
            accepted += 1
        except Exception:  # noqa: S112
            continue
    assert accepted >= 20


def test_a_remembered_token_ends_when_it_expires(mint: Mint) -> None:
    token = mint.token()
    mint.verifier(token)
    mint.time = NOW + 600
    with pytest.raises(BadToken, match="UNAUTHENTICATED"):
        mint.verifier(token)


def test_a_key_that_is_withdrawn_takes_its_tokens_with_it_while_others_go_on(mint: Mint) -> None:
    """Both kept in use all the time: nobody asks for an unknown key, and the tokens are remembered."""
    other = ECKey.generate_key("P-256", {"kid": "k2"})
    mint.publish(mint.key, other)
    mint.time = NOW + 60
    kept, withdrawn = mint.token(), mint.token({"kid": "k2"}, other)
    assert mint.verifier(kept) == mint.verifier(withdrawn)
    mint.publish(mint.key)
    mint.time = NOW + 60 + 59
    mint.verifier(withdrawn)  # the negative control: until the file is read again it is good
    mint.time += 1
    with pytest.raises(BadToken):
        mint.verifier(withdrawn)
    assert mint.verifier(kept).person_id == LAN
    assert mint.verifier.keys_unread_since() is None


def test_a_key_rotated_in_is_found_within_a_minute_and_one_rotated_out_is_dropped(mint: Mint) -> None:
    new = ECKey.generate_key("P-256", {"kid": "k2"})
    fresh = mint.token({"kid": "k2"}, new)
    mint.publish(new)
    with pytest.raises(BadToken):
        mint.verifier(fresh)
    mint.time = NOW + 60
    assert mint.verifier(fresh).person_id == LAN
    with pytest.raises(BadToken):
        mint.verifier(mint.token(exp=NOW + 601))


def test_the_last_good_keys_stay_when_the_key_file_turns_bad(mint: Mint) -> None:
    mint.file.write_text("{")
    mint.time = NOW + 60
    with pytest.raises(BadToken):
        mint.verifier(mint.token({"kid": "k2"}))
    assert mint.verifier(mint.token()).person_id == LAN


@pytest.mark.parametrize("text", ["{", "{}", "[]", '{"keys": 7}', '{"keys": [7]}', '{"keys": [{"kid": "k1"}]}', None])
def test_the_last_good_keys_do_not_stay_for_ever_and_that_they_are_old_is_told(mint: Mint, text: str | None) -> None:
    mint.file.unlink()
    if text is not None:
        mint.file.write_text(text)
    mint.time = NOW + LAST_GOOD_SECONDS

    def late() -> str:
        return mint.token(iat=int(mint.time), exp=int(mint.time) + 600)

    assert mint.verifier(late()).person_id == LAN
    assert mint.verifier.keys_unread_since() == NOW
    remembered = late()
    mint.verifier(remembered)
    mint.time += 1
    for token in (remembered, late()):
        with pytest.raises(BadToken):
            mint.verifier(token)
    mint.publish(mint.key)
    mint.time += 60
    assert mint.verifier(late()).person_id == LAN
    assert mint.verifier.keys_unread_since() is None


def test_whoever_signs_has_signed_in_lately_and_as_strongly_as_is_asked() -> None:
    def who(auth_time: int | None, acr: str | None = None) -> Identity:
        return Identity(LAN, NOW + 600, acr, auth_time)

    assert SigningLogin().holds(who(NOW - 900), NOW)
    assert not SigningLogin().holds(who(NOW - 901), NOW)
    assert not SigningLogin().holds(who(None), NOW), "a token that does not tell proves nothing"
    strong = SigningLogin(acrs=frozenset({"phr", "phrh"}))
    assert strong.holds(who(NOW, "phr"), NOW)
    assert not strong.holds(who(NOW, "pwd"), NOW)
    assert not strong.holds(who(NOW), NOW)


@pytest.mark.parametrize("spoil", ["private", "twice", "nameless", "rsa"])
def test_a_key_file_with_anything_but_named_public_keys_stops_the_start(mint: Mint, spoil: str) -> None:
    public = mint.key.as_dict(private=False)
    files: dict[str, list[Any]] = {
        "private": [mint.key.as_dict(private=True)],
        "twice": [public, public],
        "nameless": [{name: value for name, value in public.items() if name != "kid"}],
        "rsa": [RSAKey.generate_key(2048, {"kid": "r"}).as_dict(private=False)],
    }
    mint.file.write_text(json.dumps({"keys": files[spoil]}))
    with pytest.raises(ValueError, match="key"):
        Verifier(mint.file, ISSUER, AUDIENCE)


def test_the_development_issuer_refuses_to_start_in_production(tmp_path: Path) -> None:
    with pytest.raises(NotInProduction):
        DevelopmentIssuer(tmp_path, mode="production")
    assert list(tmp_path.iterdir()) == []


def test_the_development_issuer_keeps_its_key_and_signs_what_the_verifier_accepts(tmp_path: Path) -> None:
    token = DevelopmentIssuer(tmp_path, mode="demo").token(LAN, acr="phr")
    again = DevelopmentIssuer(tmp_path, mode="demo")
    identity = Verifier(again.jwks_file, again.issuer, again.audience)(token)
    assert (identity.person_id, identity.acr) == (LAN, "phr")
    assert (tmp_path / "issuer-key.json").stat().st_mode & 0o077 == 0
    assert '"d"' not in again.jwks_file.read_text()
