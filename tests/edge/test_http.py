"""GraphQL over HTTP: what is answered, what is hidden, what is limited, and what may not be cut short."""

import asyncio
import json
import logging
from collections.abc import Iterator, MutableMapping
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from strawberry.asgi import GraphQL
from strawberry.extensions import SchemaExtension
from strawberry.schema import Schema

from server.edge.allowance import CallerLimits
from server.edge.http import EdgeConfig
from server.edge.responses import GRAPHQL_RESPONSE
from tests.edge.edge_schema import LAN, LAN_TOKEN, SECRET, Desk, Query, edge
from tests.edge.test_gate import client

WAIT = "{ wait }"
WRITE = "mutation { write }"
Answer = httpx.Response


def ask(query: str, *, app: Starlette | None = None, accept: str = GRAPHQL_RESPONSE, **more: Any) -> Answer:
    async def send() -> Answer:
        async with client(app or edge()[0]) as caller:
            return await caller.post("/graphql", json={"query": query} | more, headers={"accept": accept})

    return asyncio.run(send())


def code(answer: Answer) -> str:
    return answer.json()["errors"][0]["extensions"]["code"]


@pytest.mark.parametrize(
    ("query", "variables", "status", "expected"),
    [
        ("{", None, 400, "GRAPHQL_PARSE_FAILED"),
        ("{ nothing }", None, 400, "GRAPHQL_VALIDATION_FAILED"),
        ("query($a: Int!) { person(age: $a) { name } }", {"a": "x"}, 400, "BAD_USER_INPUT"),
        ("query A { caller } query B { caller }", None, 400, "BAD_REQUEST"),
        ("subscription { lines }", None, 405, "METHOD_NOT_ALLOWED"),
        ('{ echo(text: "\\u0000") }', None, 400, "FORBIDDEN_CHARACTER"),
        ('{ echo(text: "a\\u0301") }', None, 400, "FORBIDDEN_CHARACTER"),
    ],
)
def test_a_request_error_has_a_code_a_status_and_no_data(
    query: str, variables: dict[str, Any] | None, status: int, expected: str
) -> None:
    answer = ask(query, variables=variables)
    assert (answer.status_code, code(answer)) == (status, expected)
    assert "data" not in answer.json()
    assert answer.headers["content-type"] == f"{GRAPHQL_RESPONSE}; charset=utf-8"


def test_plain_json_keeps_200_for_mistakes_in_the_document() -> None:
    answer = ask("{ nothing }", accept="application/json")
    assert (answer.status_code, code(answer)) == (200, "GRAPHQL_VALIDATION_FAILED")


def test_whoever_shows_no_valid_token_is_told_401_and_nothing_else() -> None:
    async def send(headers: list[tuple[str, str]]) -> Answer:
        transport = httpx.ASGITransport(edge()[0])
        async with httpx.AsyncClient(transport=transport, base_url="http://edge.test") as caller:
            return await caller.post("/graphql", json={"query": "{ caller }"}, headers=headers)

    for values in ([], ["Bearer x"], ["Basic bGFu"], [f"Bearer {LAN_TOKEN}"] * 2):
        answer = asyncio.run(send([("authorization", value) for value in values]))
        assert (answer.status_code, code(answer)) == (401, "UNAUTHENTICATED")
        assert answer.headers["www-authenticate"] == "Bearer"


def test_the_caller_reaches_the_context() -> None:
    assert ask("{ caller }").json() == {"data": {"caller": str(LAN)}}


def test_a_crash_tells_the_caller_and_the_log_nothing_but_its_id(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = ask(f'{{ crash(text: "{SECRET}") }}')
    assert code(answer) == "INTERNAL"
    assert answer.json()["data"] is None
    assert answer.json()["errors"][0]["extensions"]["errorId"] in caplog.text
    for leak in ("hunter2", "Kari", "Lạch Tray"):
        assert leak not in answer.text
        assert leak not in caplog.text


def test_a_server_left_as_it_comes_tells_both(caplog: pytest.LogCaptureFixture) -> None:
    """The negative control."""

    async def send() -> str:
        async with client(GraphQL[Any, Any](Schema(Query))) as caller:
            return (await caller.post("/", json={"query": f'{{ crash(text: "{SECRET}") }}'})).text

    with caplog.at_level(logging.DEBUG):
        assert "hunter2" in asyncio.run(send())
    assert "Kari" in caplog.text


def test_a_coded_error_inside_a_field_keeps_its_code() -> None:
    answer = ask("{ behind }")
    assert (answer.status_code, code(answer)) == (200, "READ_MODEL_BEHIND")


def doubling(links: int) -> str:
    chain = " ".join(
        f"fragment F{n} on Person {{ superior {{ ...F{n + 1} }} b{n}: superior {{ ...F{n + 1} }} }}"
        for n in range(links)
    )
    return f"{{ person {{ ...F0 }} }} {chain} fragment F{links} on Person {{ name }}"


EXCESSIVE = {
    "fragments that double each other": doubling(40),
    "a cycle of fragments": "{ person { ...A } } fragment A on Person { superior { ...B } } "
    "fragment B on Person { superior { ...A } }",
    "13 levels": "{ person " + "{ superior " * 12 + "{ name }" + "}" * 13,
    "3,000 levels": "{ person " + "{ superior " * 3000,
    "190 levels": "{ person " + "{ superior " * 190 + "{ name }" + "}" * 191,
    "16 aliases": "{ " + " ".join(f"a{n}: still" for n in range(16)) + " }",
    "aliases behind fragments": "{ person { ...A } b: person { ...A } } fragment A on Person { "
    + " ".join(f"a{n}: name" for n in range(8))
    + " }",
    "10,000 fields": "{ " + "still " * 10_000 + "}",
    "501 fields": "{ " + "still " * 501 + "}",
    "a flood of directives": "{ caller " + "@include(if: true) " * 2000 + "}",
    "an unknown fragment": "{ person { ...Nobody } }",
    "introspection in circles": "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
    "an integer of 900 digits": "{ person(age: " + "9" * 900 + ") { name } }",
}


@pytest.mark.parametrize("query", EXCESSIVE.values(), ids=list(EXCESSIVE))
def test_a_document_that_asks_too_much_is_refused_before_it_runs(query: str) -> None:
    answer = ask(query)
    assert answer.status_code == 400
    assert code(answer) in {"COST_EXCEEDED", "GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED"}
    assert "data" not in answer.json()


def test_a_server_without_limits_runs_them() -> None:
    """The negative control."""

    async def send(query: str) -> dict[str, Any]:
        async with client(GraphQL[Any, Any](Schema(Query))) as caller:
            return (await caller.post("/", json={"query": query})).json()

    for name in ("16 aliases", "501 fields", "13 levels", "aliases behind fragments"):
        assert asyncio.run(send(EXCESSIVE[name]))["data"]


@pytest.mark.parametrize(
    "query",
    [
        "{ __schema { types { name } } }",
        '{ __type(name: "Query") { name } }',
        "{ a: __schema { types { name } } }",
        "{ ...F } fragment F on Query { __schema { types { name } } }",
        "query($n: String!) { ... on Query { __type(name: $n) { name } } }",
    ],
)
def test_a_closed_schema_tells_nothing_of_itself(query: str) -> None:
    app, _ = edge(introspection=False)
    answer = ask(query, app=app, variables={"n": "Query"})
    assert (answer.status_code, code(answer)) == (400, "GRAPHQL_VALIDATION_FAILED")
    assert "Did you mean" not in ask("{ ech }", app=app).text
    assert "Did you mean" in ask("{ ech }").text


def test_each_text_is_parsed_and_validated_once() -> None:
    seen: list[int] = []

    class Watch(SchemaExtension):
        def on_execute(self) -> Iterator[None]:
            seen.append(id(self.execution_context.graphql_document))
            yield

    app, _ = edge(extensions=[Watch])
    for _ in range(3):
        ask("{ caller }", app=app)
    ask("{  caller }", app=app)
    assert len(set(seen[:3])) == 1
    assert seen[3] != seen[0]


def test_a_query_may_come_in_the_address_where_that_is_allowed_and_a_mutation_never() -> None:
    async def send(config: EdgeConfig, query: str) -> Answer:
        async with client(edge(config)[0]) as caller:
            return await caller.get("/graphql", params={"query": query})

    open_to_get = EdgeConfig(allow_get=True)
    assert asyncio.run(send(open_to_get, "{ caller }")).json()["data"]["caller"] == str(LAN)
    assert asyncio.run(send(open_to_get, WRITE)).status_code == 405
    assert asyncio.run(send(EdgeConfig(), "{ caller }")).status_code == 405


def test_a_browser_gets_the_page_only_where_there_is_one() -> None:
    async def send(config: EdgeConfig) -> Answer:
        async with client(edge(config)[0]) as caller:
            return await caller.get("/graphql", headers={"accept": "text/html", "authorization": ""})

    page = asyncio.run(send(EdgeConfig(page="<p>trang</p>", page_headers={"x-frame-options": "DENY"})))
    assert (page.text, page.headers["x-frame-options"]) == ("<p>trang</p>", "DENY")
    assert asyncio.run(send(EdgeConfig())).status_code == 401


def test_a_query_out_of_time_is_cancelled_and_says_so() -> None:
    async def tell() -> tuple[Answer, bool]:
        desk = Desk()
        async with client(edge(EdgeConfig(seconds=0.05), desk=desk)[0]) as caller:
            answer = await caller.post("/graphql", json={"query": WAIT})
        await desk.cancelled.wait()
        return answer, desk.cancelled.is_set()

    answer, cancelled = asyncio.run(tell())
    assert (answer.status_code, code(answer), cancelled) == (504, "TIMEOUT", True)


def test_a_mutation_out_of_time_is_finished_all_the_same() -> None:
    async def tell() -> tuple[Answer, Desk]:
        desk = Desk()
        app, endpoint = edge(EdgeConfig(seconds=0.05), desk=desk)
        async with client(app) as caller:
            answer = await caller.post("/graphql", json={"query": WRITE})
        desk.release.set()
        await endpoint.drain()
        return answer, desk

    answer, desk = asyncio.run(tell())
    assert (answer.status_code, code(answer)) == (504, "TIMEOUT")
    assert desk.written == ["note"]


async def leave_while_running(query: str, desk: Desk) -> None:
    """Sends a request, and hangs up as soon as its field has started."""
    app, endpoint = edge(desk=desk)
    sent: list[MutableMapping[str, Any]] = []
    messages = [{"type": "http.request", "body": json.dumps({"query": query}).encode()}]

    async def receive() -> MutableMapping[str, Any]:
        if messages:
            return messages.pop()
        await desk.started.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    headers = [(b"authorization", b"Bearer " + LAN_TOKEN.encode()), (b"content-type", b"application/json")]
    scope = {"type": "http", "method": "POST", "path": "/graphql", "headers": headers, "query_string": b""}
    await app(scope, receive, send)
    assert sent == []
    desk.release.set()
    await endpoint.drain()


def test_a_query_ends_when_its_caller_leaves() -> None:
    desk = Desk()
    asyncio.run(leave_while_running(WAIT, desk))
    assert desk.cancelled.is_set()


def test_a_mutation_is_finished_after_its_caller_left() -> None:
    desk = Desk()
    asyncio.run(leave_while_running(WRITE, desk))
    assert desk.written == ["note"]
    assert not desk.cancelled.is_set()


def test_a_caller_beyond_the_rate_is_told_when_to_return() -> None:
    app, _ = edge(EdgeConfig(callers=CallerLimits(per_second=0.01, burst=2)))
    assert [ask("{ caller }", app=app).status_code for _ in range(2)] == [200, 200]
    answer = ask("{ caller }", app=app)
    assert (answer.status_code, code(answer)) == (429, "RATE_LIMITED")
    assert 1 <= int(answer.headers["retry-after"]) <= 100


def test_a_caller_may_run_only_so_many_operations_side_by_side() -> None:
    async def tell() -> list[int]:
        desk = Desk()
        app, _ = edge(EdgeConfig(callers=CallerLimits(side_by_side=1)), desk=desk)
        async with client(app) as caller:
            first = asyncio.create_task(caller.post("/graphql", json={"query": WAIT}))
            await desk.started.wait()
            second = await caller.post("/graphql", json={"query": "{ caller }"})
            desk.release.set()
            third = await first
            fourth = await caller.post("/graphql", json={"query": "{ caller }"})
        return [answer.status_code for answer in (second, third, fourth)]

    assert asyncio.run(tell()) == [429, 200, 200]
