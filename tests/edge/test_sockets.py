"""Sockets: one protocol, text frames, every message read strictly, and nothing outlives the token."""

import json
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from starlette.applications import Starlette

from server.edge.allowance import CallerLimits
from server.edge.gate import GateRules
from server.edge.http import EdgeConfig
from server.edge.tokens import Identity
from tests.edge.edge_schema import LAN, LAN_TOKEN, Desk, edge
from tests.edge.socket_client import Closed, Socket, connected

INIT: dict[str, Any] = {"type": "connection_init", "payload": {"authorization": f"Bearer {LAN_TOKEN}"}}


def subscribe(query: str, number: str = "1", **more: Any) -> dict[str, Any]:
    return {"type": "subscribe", "id": number, "payload": {"query": query} | more}


@contextmanager
def socket(
    config: EdgeConfig | None = None,
    desk: Desk | None = None,
    protocol: str = "graphql-transport-ws",
    headers: dict[str, str] | None = None,
    **options: Any,
) -> Generator[Socket]:
    app, _ = edge(config, desk=desk, **options)
    with connected(app, "/graphql", protocol, headers) as opened:
        yield opened


@contextmanager
def acknowledged(**options: Any) -> Generator[Socket]:
    with socket(**options) as opened:
        opened.send_json(INIT)
        assert opened.receive_json() == {"type": "connection_ack"}
        yield opened


def closing_code(opened: Socket) -> int:
    with pytest.raises(Closed) as closed:
        opened.receive_json()
    return closed.value.code


def take(opened: Socket) -> list[int]:
    """The lines delivered until the operation completes."""
    lines: list[int] = []
    while (message := opened.receive_json())["type"] == "next":
        lines.append(message["payload"]["data"]["lines"])
    assert message == {"id": "1", "type": "complete"}
    return lines


def test_lines_come_in_order_and_a_second_subscription_resumes_where_the_first_stood() -> None:
    with acknowledged() as opened:
        opened.send_json(subscribe("subscription { lines(upto: 3) }"))
        assert take(opened) == [1, 2, 3]
        opened.send_json(subscribe("subscription($at: Int!) { lines(after: $at, upto: 4) }", variables={"at": 2}))
        assert take(opened) == [3, 4]


def test_frames_are_text() -> None:
    with socket() as opened:
        opened.send_json(INIT)
        assert "text" in opened.receive()


def test_a_cancelled_subscription_ends_on_the_server() -> None:
    desk = Desk()
    with acknowledged(desk=desk) as opened:
        opened.send_json(subscribe("subscription { forever }"))
        assert opened.receive_json()["type"] == "next"
        opened.send_json({"type": "complete", "id": "1"})
        opened.send_json({"type": "ping"})
        assert opened.receive_json()["type"] == "pong"
    assert desk.cancelled.is_set()


@pytest.mark.parametrize("payload", [None, {}, {"authorization": "Bearer x"}, {"authorization": 7}])
def test_a_socket_without_a_valid_token_is_closed(payload: Any) -> None:
    with socket() as opened:
        opened.send_json({"type": "connection_init", "payload": payload})
        assert closing_code(opened) == 4401


def test_nothing_is_served_before_the_token() -> None:
    with socket() as opened:
        opened.send_json(subscribe("subscription { lines }"))
        assert closing_code(opened) == 4401


def test_a_second_token_on_one_socket_is_refused() -> None:
    with acknowledged() as opened:
        opened.send_json(INIT)
        assert closing_code(opened) == 4429


def test_the_older_protocol_is_not_spoken() -> None:
    with socket(protocol="graphql-ws") as opened:
        assert closing_code(opened) == 4406


def test_a_page_of_another_origin_cannot_open_a_socket() -> None:
    with pytest.raises(Closed), socket(headers={"origin": "https://evil.example"}):
        pass
    with acknowledged(headers={"origin": "http://edge.test"}):
        pass


BAD_MESSAGES = {
    "no JSON": "{",
    "a list": "[]",
    "a number": "7",
    "a key twice": '{"type":"ping","type":"pong"}',
    "NUL": '{"type":"ping","payload":{"a":"\\u0000"}}',
    "a lone surrogate": '{"type":"ping","payload":{"a":"\\ud800"}}',
    "NaN": '{"type":"ping","payload":{"a":NaN}}',
    "an integer of 5,000 digits": '{"type":"ping","payload":{"a":' + "9" * 5000 + "}}",
    "deep": '{"type":"ping","payload":' + "[" * 60_000,
    "too large": '{"type":"ping","payload":{"a":"' + "a" * GateRules().max_bytes + '"}}',
    "no type": "{}",
    "an unknown type": '{"type":"' + "x" * 500 + '"}',
    "a type of numbers": '{"type":1}',
    "a subscription without id": '{"type":"subscribe","payload":{"query":"{caller}"}}',
    "an id in a list": '{"type":"subscribe","id":[],"payload":{"query":"{caller}"}}',
    "a subscription of nothing": '{"type":"subscribe","id":"1"}',
    "variables in a list": '{"type":"subscribe","id":"1","payload":{"query":"{caller}","variables":[]}}',
    "a cancellation of nothing": '{"type":"complete"}',
    "a payload in a text": '{"type":"ping","payload":"x"}',
}


@pytest.mark.parametrize("message", BAD_MESSAGES.values(), ids=list(BAD_MESSAGES))
def test_a_bad_message_closes_the_socket_and_breaks_nothing(message: str) -> None:
    with acknowledged() as opened:
        opened.send(text=message)
        assert closing_code(opened) == 4400


def test_a_binary_frame_closes_the_socket() -> None:
    with acknowledged() as opened:
        opened.send(bytes=json.dumps(subscribe("{ caller }")).encode())
        assert closing_code(opened) == 4400


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("subscription {", "GRAPHQL_PARSE_FAILED"),
        ("subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"),
        ("{ person " + "{ superior " * 12 + "{ name }" + "}" * 13, "COST_EXCEEDED"),
        ("mutation { write }", "BAD_REQUEST"),
    ],
)
def test_a_document_with_a_mistake_leaves_the_socket_open(query: str, code: str) -> None:
    with acknowledged() as opened:
        opened.send_json(subscribe(query))
        answer = opened.receive_json()
        errors = answer["payload"] if answer["type"] == "error" else answer["payload"]["errors"]
        assert errors[0]["extensions"]["code"] == code
        opened.send_json(subscribe("{ still }", "2"))
        answers = [opened.receive_json() for _ in range(2)]
        assert {"still": "."} in [answer.get("payload", {}).get("data") for answer in answers]


def test_a_crash_is_masked_on_a_socket_too() -> None:
    with acknowledged() as opened:
        opened.send_json(subscribe("{ crash }"))
        answer = opened.receive()["text"]
        assert "hunter2" not in answer
        assert json.loads(answer)["payload"]["errors"][0]["extensions"]["code"] == "INTERNAL"


def test_a_socket_is_closed_when_its_token_expires() -> None:
    def short_lived(_: str) -> Identity:
        return Identity(LAN, 1, None, None)

    with acknowledged(check=short_lived) as opened:
        assert closing_code(opened) == 4403


def test_a_caller_beyond_the_rate_is_told_so_for_that_operation() -> None:
    with acknowledged(config=EdgeConfig(callers=CallerLimits(per_second=0.01, burst=1))) as opened:
        opened.send_json(subscribe("subscription { lines(upto: 1) }"))
        assert take(opened) == [1]
        opened.send_json(subscribe("subscription { lines(upto: 1) }"))
        assert opened.receive_json()["payload"][0]["extensions"]["code"] == "RATE_LIMITED"


def refused_with(opened: Socket) -> str:
    return opened.receive_json()["payload"][0]["extensions"]["code"]


def test_a_person_listens_to_so_many_subscriptions_on_however_many_sockets() -> None:
    app, _ = edge(EdgeConfig(callers=CallerLimits(subscriptions=2)))
    with greeted(app) as one, greeted(app) as other:
        for opened in (one, other):
            opened.send_json(subscribe("subscription { forever }"))
            assert opened.receive_json()["type"] == "next"
        other.send_json(subscribe("subscription { forever }", "2"))
        assert refused_with(other) == "RATE_LIMITED"
        one.send_json({"type": "complete", "id": "1"})
        one.send_json({"type": "ping"})
        assert one.receive_json()["type"] == "pong"
        other.send_json(subscribe("subscription { forever }", "3"))
        assert other.receive_json()["type"] == "next", "the negative control: what has ended no longer counts"


def test_a_person_opens_so_many_sockets() -> None:
    app, _ = edge(EdgeConfig(callers=CallerLimits(sockets=1)))
    with greeted(app), connected(app, "/graphql", "graphql-transport-ws") as second:
        second.send_json(INIT)
        assert closing_code(second) == 4429
    with greeted(app):
        pass


def test_queries_over_sockets_are_held_to_the_limits_of_those_over_http() -> None:
    desk = Desk()
    with acknowledged(config=EdgeConfig(callers=CallerLimits(side_by_side=1)), desk=desk) as opened:
        opened.send_json(subscribe("{ wait }"))
        opened.send_json(subscribe("{ still }", "2"))
        assert refused_with(opened) == "RATE_LIMITED"
        desk.release.set()
        assert opened.receive_json()["payload"]["data"] == {"wait": "done"}
        assert opened.receive_json()["type"] == "complete"
        opened.send_json(subscribe("{ still }", "3"))
        assert opened.receive_json()["payload"]["data"] == {"still": "."}


def test_a_query_over_a_socket_is_ended_when_its_time_is_up_and_who_listens_is_not() -> None:
    desk = Desk()
    with acknowledged(config=EdgeConfig(seconds=0.05), desk=desk) as opened:
        opened.send_json(subscribe("subscription { forever }", "0"))
        assert opened.receive_json()["type"] == "next"
        opened.send_json(subscribe("{ wait }"))
        answer = opened.receive_json()
        assert (answer["id"], answer["type"], answer["payload"][0]["extensions"]["code"]) == ("1", "error", "TIMEOUT")
        opened.send_json({"type": "ping"})
        assert opened.receive_json() == {"type": "pong"}, "the socket and who listens on it go on"


@contextmanager
def greeted(app: Starlette) -> Generator[Socket]:
    with connected(app, "/graphql", "graphql-transport-ws") as opened:
        opened.send_json(INIT)
        assert opened.receive_json() == {"type": "connection_ack"}
        yield opened
