"""Nothing that comes in can break the server: it is read strictly, or refused with a code."""

import asyncio
import gzip
import json
import random
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp
from strawberry.asgi import GraphQL
from strawberry.schema import Schema

from server.edge.allowance import CallerLimits
from server.edge.gate import GateRules, parse
from server.edge.http import EdgeConfig
from server.faults import CodedError, FaultCode
from tests.edge.edge_schema import LAN_TOKEN, Mutation, Query, Subscription, edge

RULES = GateRules()
ECHO = "query Say($text: String!) { echo(text: $text) }"
UNHURRIED = EdgeConfig(callers=CallerLimits(per_second=1e9, burst=1e9), allow_get=True)
Answer = httpx.Response


def body(text: str = "a", **more: Any) -> bytes:
    return json.dumps({"query": ECHO, "variables": {"text": text}} | more).encode()


def nested(levels: int) -> bytes:
    """A body whose JSON nests exactly so deep."""
    return b'{"query":"{caller}","variables":{"x":' + b"[" * (levels - 2) + b"]" * (levels - 2) + b"}}"


BAD_BODIES: dict[str, tuple[bytes, FaultCode]] = {
    "empty": (b"", FaultCode.BODY_NOT_JSON),
    "cut short": (body()[:-1], FaultCode.BODY_NOT_JSON),
    "two objects": (body() + body(), FaultCode.BODY_NOT_JSON),
    "too large": (body("a" * GateRules().max_bytes), FaultCode.BODY_TOO_LARGE),
    "not UTF-8": (body().replace(b"a", b"\xff"), FaultCode.BODY_NOT_UTF8),
    "an overlong encoding": (body().replace(b"a", b"\xc0\xaf"), FaultCode.BODY_NOT_UTF8),
    "a surrogate in UTF-8": (body().replace(b"a", b"\xed\xa0\x80"), FaultCode.BODY_NOT_UTF8),
    "UTF-16": (body().decode().encode("utf-16"), FaultCode.BODY_NOT_UTF8),
    "UTF-16 without a mark": (body().decode().encode("utf-16-le"), FaultCode.BODY_NOT_JSON),
    "a byte order mark": (b"\xef\xbb\xbf" + body(), FaultCode.BODY_NOT_JSON),
    "null": (b"null", FaultCode.BODY_NOT_AN_OBJECT),
    "a number": (b"7", FaultCode.BODY_NOT_AN_OBJECT),
    "a text": (b'"x"', FaultCode.BODY_NOT_AN_OBJECT),
    "a batch": (b"[" + body() + b"]", FaultCode.BODY_NOT_AN_OBJECT),
    "33 levels": (nested(33), FaultCode.BODY_TOO_DEEP),
    "100,000 levels, closed": (nested(30_000), FaultCode.BODY_TOO_DEEP),
    "100,000 levels, open": (b"[" * 60_000, FaultCode.BODY_TOO_DEEP),
    "a key twice": (b'{"query":"{caller}","query":"{crash}"}', FaultCode.DUPLICATE_KEY),
    "a variable twice": (b'{"query":"x","variables":{"a":1,"a":2}}', FaultCode.DUPLICATE_KEY),
    "a key twice by an escape": (b'{"query":"x","qu\\u0065ry":"y"}', FaultCode.DUPLICATE_KEY),
    "a key twice after NFC": ('{"query":"x","é":1,"e\u0301":2}'.encode(), FaultCode.DUPLICATE_KEY),
    "NaN": (b'{"query":"x","variables":{"a":NaN}}', FaultCode.BODY_NOT_JSON),
    "Infinity": (b'{"query":"x","variables":{"a":-Infinity}}', FaultCode.BODY_NOT_JSON),
    "a float beyond all bounds": (b'{"query":"x","variables":{"a":1e999}}', FaultCode.NUMBER_TOO_LARGE),
    "an integer of 65 bits": (
        b'{"query":"x","variables":{"a":9223372036854775808}}',
        FaultCode.NUMBER_TOO_LARGE,
    ),
    "an integer of 5,000 digits": (b'{"query":"x","a":' + b"9" * 5000 + b"}", FaultCode.NUMBER_TOO_LARGE),
    "NUL": (body("a\0b"), FaultCode.FORBIDDEN_CHARACTER),
    "NUL in a key": (b'{"query":"x","a\\u0000":1}', FaultCode.FORBIDDEN_CHARACTER),
    "NUL in a list": (b'{"query":"x","a":["\\u0000"]}', FaultCode.FORBIDDEN_CHARACTER),
    "a lone surrogate": (b'{"query":"x","a":"\\ud800"}', FaultCode.FORBIDDEN_CHARACTER),
    "a lone low surrogate": (b'{"query":"x","a":"\\udc00"}', FaultCode.FORBIDDEN_CHARACTER),
    "a raw control character": (b'{"query":"x","a":"\n"}', FaultCode.BODY_NOT_JSON),
    "no query": (b"{}", FaultCode.BAD_REQUEST),
    "an empty query": (b'{"query":""}', FaultCode.BAD_REQUEST),
    "a query of numbers": (b'{"query":7}', FaultCode.BAD_REQUEST),
    "variables in a list": (b'{"query":"{caller}","variables":[]}', FaultCode.BAD_REQUEST),
    "a numbered operationName": (b'{"query":"{caller}","operationName":1}', FaultCode.BAD_REQUEST),
    "extensions in a text": (b'{"query":"{caller}","extensions":"x"}', FaultCode.BAD_REQUEST),
}

BAD_HEADERS: dict[str, dict[str, str]] = {
    "plain text": {"content-type": "text/plain"},
    "a form": {"content-type": "application/x-www-form-urlencoded"},
    "a multipart form": {"content-type": "multipart/form-data; boundary=x"},
    "no content type": {"content-type": ""},
    "another charset": {"content-type": "application/json; charset=utf-16"},
    "gzip": {"content-type": "application/json", "content-encoding": "gzip"},
}


def client(app: ASGIApp) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app, raise_app_exceptions=False),
        base_url="http://edge.test",
        headers={"authorization": f"Bearer {LAN_TOKEN}", "content-type": "application/json"},
    )


def post(content: bytes, headers: dict[str, str] | None = None) -> Answer:
    async def send() -> Answer:
        async with client(edge(UNHURRIED)[0]) as caller:
            return await caller.post("/graphql", content=content, headers=headers)

    return asyncio.run(send())


@pytest.mark.parametrize(("content", "code"), BAD_BODIES.values(), ids=list(BAD_BODIES))
def test_a_bad_body_is_answered_400_with_its_code(content: bytes, code: FaultCode) -> None:
    answer = post(content)
    error = answer.json()["errors"][0]
    assert (answer.status_code, error["extensions"]["code"]) == (400, code.value)
    assert len(error["extensions"]["errorId"]) == 32
    assert " / " in error["message"]
    assert "data" not in answer.json()


@pytest.mark.parametrize("headers", BAD_HEADERS.values(), ids=list(BAD_HEADERS))
def test_only_plain_json_in_utf_8_is_accepted(headers: dict[str, str]) -> None:
    content = gzip.compress(body()) if "content-encoding" in headers else body()
    answer = post(content, headers)
    code = answer.json()["errors"][0]["extensions"]["code"]
    assert (answer.status_code, code) == (400, "UNSUPPORTED_MEDIA_TYPE")


def test_the_largest_and_deepest_body_allowed_is_served() -> None:
    room = RULES.max_bytes - len(body(""))
    assert post(body("a" * room)).json()["data"]["echo"] == "a" * room
    assert post(body("a" * (room + 1))).status_code == 400
    assert parse(nested(32), RULES)["query"] == "{caller}"
    assert parse(b'{"least":-9223372036854775808,"most":9223372036854775807}', RULES)["most"] == 2**63 - 1


def test_text_is_brought_to_nfc_however_it_was_spelt() -> None:
    composed, decomposed = "Hoà Ngọc", "Hoa\u0300 Ngo\u0323c"
    for escaped in (True, False):
        content = json.dumps({"query": ECHO, "variables": {"text": decomposed}}, ensure_ascii=escaped)
        assert post(content.encode()).json()["data"]["echo"] == composed
    beside = {"query": ECHO, "variables": {"text": "line\n\u0303"}}
    assert post(json.dumps(beside, ensure_ascii=False).encode()).json()["data"]["echo"] == "line\n\u0303"


def test_reading_stops_at_the_limit_even_when_the_body_never_ends() -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 1
            yield b" " * 1024

    async def send() -> Answer:
        async with client(edge(UNHURRIED)[0]) as caller:
            return await caller.post("/graphql", content=endless())

    assert asyncio.run(send()).json()["errors"][0]["extensions"]["code"] == "BODY_TOO_LARGE"
    assert sent <= RULES.max_bytes // 1024 + 2


def test_a_body_that_does_not_arrive_is_given_up() -> None:
    async def silent() -> AsyncIterator[bytes]:
        await asyncio.Event().wait()
        yield b""

    async def send() -> Answer:
        config = EdgeConfig(gate=GateRules(read_seconds=0.01))
        async with client(edge(config)[0]) as caller:
            return await caller.post("/graphql", content=silent())

    assert asyncio.run(send()).json()["errors"][0]["extensions"]["code"] == "BODY_TOO_SLOW"


def mutated(count: int) -> Iterator[bytes]:
    """Valid requests with bytes changed, dropped, doubled and spliced; the same ones in every run."""
    chance = random.Random(20260302)  # noqa: S311
    valid = [
        body("Hoà"),
        body(operationName="Say"),
        b'{"query":"{ person(age: 3) { name superior { name } } }"}',
    ]
    pieces = [content for content, _ in BAD_BODIES.values() if len(content) < 200] + [
        b"\\u0000",
        b"\\ud83d",
        b"{",
    ]
    for number in range(count):
        content = bytearray(valid[number % len(valid)])
        for _ in range(chance.randint(1, 4)):
            place = chance.randrange(len(content) + 1)
            match chance.randrange(4):
                case 0:
                    content[place : place + 1] = bytes([chance.randrange(256)])
                case 1:
                    del content[place : place + chance.randint(1, 6)]
                case 2:
                    content[place:place] = content[place : place + chance.randint(1, 9)]
                case _:
                    content[place:place] = chance.choice(pieces)
        yield bytes(content)
    yield from (content for content, _ in BAD_BODIES.values())
    yield b"[" * 100_000


async def statuses(app: ASGIApp, requests: Iterator[bytes]) -> list[Answer]:
    async with client(app) as caller:
        return [await caller.post("/graphql", content=content) for content in requests]


def test_no_mutated_request_is_answered_with_a_fault_of_ours() -> None:
    answers = asyncio.run(statuses(edge(UNHURRIED)[0], mutated(4000)))
    assert [answer.text for answer in answers if answer.status_code >= 500] == []
    for answer in answers:
        found = answer.json()
        codes = [error["extensions"]["code"] for error in found.get("errors", [])]
        assert "data" in found or codes
        assert "INTERNAL" not in codes
    assert any(answer.status_code == 200 for answer in answers)


def test_the_same_requests_break_a_server_without_the_gate() -> None:
    """The negative control."""
    plain = GraphQL[Any, Any](Schema(Query, Mutation, Subscription))
    answers = asyncio.run(statuses(plain, mutated(400)))
    assert sum(answer.status_code >= 500 for answer in answers) >= 5


def test_addresses_are_read_as_strictly_as_bodies() -> None:
    bad = [
        "query=%7Bcaller%7D&query=%7Bcrash%7D",
        "query=%ff",
        "query=%7Bcaller%7D&variables=%7B%22a%22:1,%22a%22:2%7D",
        "query=%7Bcaller%7D&variables=7",
        "query=%00",
        "query=%7Bcaller%7D&" + "&".join(f"x{number}=1" for number in range(9)),
        "query=" + "a" * 1024,
        "",
    ]

    async def send() -> list[int]:
        async with client(edge(EdgeConfig(allow_get=True, gate=GateRules(max_bytes=1024)))[0]) as caller:
            return [(await caller.get(f"/graphql?{query}")).status_code for query in bad]

    assert asyncio.run(send()) == [400] * len(bad)


def test_a_fault_names_its_code_and_never_what_was_sent() -> None:
    with pytest.raises(CodedError) as refused:
        parse(b'{"name":"Nguy\xc3\xaan","name":1}', RULES)
    assert str(refused.value) == "DUPLICATE_KEY"
    assert refused.value.__cause__ is None
