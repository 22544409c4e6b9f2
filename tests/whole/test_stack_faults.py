"""What the whole stack may suffer: a process killed in the middle of an act, the database gone and back."""

from __future__ import annotations

import signal
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

from server.database.embedded import Cluster
from tests.database import Database
from tests.schema.api_kit import mutation_text
from tests.whole.stack import BINH, LAN, Stack, stack, told, until

TRAIL = """query T($atLeast: String) { auditTrail(first: 50, atLeast: $atLeast, filter: {acts: [RECEIVE_REPORT]}) {
  totalCount } }"""
CODED = {"TIMEOUT", "UNAVAILABLE", "RATE_LIMITED", "READ_MODEL_BEHIND"}
HELD = "SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%log.append%'"


@pytest.fixture
def standing(own_cluster: Cluster, tmp_path: Path) -> Generator[Stack]:
    """The whole stack on a server of its own that is safe against a crash."""
    database = Database(own_cluster, "baove")
    database.create()
    with stack(database, tmp_path) as s:
        s.start_all()
        yield s


def reports(s: Stack) -> int:
    """How many reports the record holds."""
    with psycopg.connect(s.database.dsn(), autocommit=True) as connection:
        [row] = connection.execute("SELECT count(*) FROM log.events WHERE topic = 'report.received.1'").fetchall()
        return row[0]


def codes(answer: httpx.Response) -> set[str]:
    return {error["extensions"]["code"] for error in answer.json().get("errors", ())}


def coded(answer: httpx.Response) -> set[str]:
    """The codes of an answer, all of which tell the client to send the same again."""
    assert codes(answer) <= CODED, answer.text
    return codes(answer)


def send(s: Stack, key: str, patience_s: float = 30) -> httpx.Response:
    """Lan's report under this idempotency key."""
    document = mutation_text("receiveReport")
    headers = {"authorization": f"Bearer {s.token(LAN)}"}
    given = told(idempotencyKey=key, receivedAt="2026-03-02T22:10:00+07:00", lateReason="Mất điện hai ngày sau bão.")
    body = {"query": document, "variables": {"input": given}}
    return httpx.post(s.url, json=body, headers=headers, timeout=patience_s)


def recorded(answer: httpx.Response) -> dict[str, Any]:
    payload = answer.json()["data"]["receiveReport"]
    assert payload["errors"] == []
    return payload


def test_an_act_whose_answer_died_with_the_process_is_recorded_once(standing: Stack) -> None:
    key = str(uuid4())
    web = standing.running[-1]
    with psycopg.connect(standing.database.dsn()) as holding, ThreadPoolExecutor() as pool:
        holding.execute("SELECT FROM log.head FOR UPDATE")
        lost = pool.submit(send, standing, key)
        until(lambda: waits(standing), "the line to wait for the record")
        web.end(signal.SIGKILL)
        holding.rollback()
        assert isinstance(lost.exception(), httpx.TransportError)
    until(lambda: reports(standing) == 1, "the line to be recorded")
    standing.running.remove(web)
    standing.start("web")
    standing.wait_for_web()
    again = recorded(send(standing, key))
    assert recorded(send(standing, key)) == again
    assert reports(standing) == 1
    assert recorded(send(standing, str(uuid4())))["report"] != again["report"], "another key is another report"
    assert reports(standing) == 2


def answered(s: Stack, key: str) -> httpx.Response:
    """The answer that a client gets who does as it is told, which is to send the same again."""
    answers: list[httpx.Response] = []

    def served() -> bool:
        answers.append(send(s, key))
        return not coded(answers[-1])

    until(served, "the act to be recorded")
    return answers[-1]


def waits(s: Stack) -> bool:
    with psycopg.connect(s.database.dsn(), autocommit=True) as connection:
        return connection.execute(HELD).fetchone() is not None


@pytest.mark.prove
def test_everything_goes_on_by_itself_when_the_database_comes_back(own_cluster: Cluster, standing: Stack) -> None:
    before = recorded(send(standing, str(uuid4())))
    key = str(uuid4())
    own_cluster.stop()
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(send, standing, key), pool.submit(standing.post, BINH, TRAIL)
    for answer in (each.result() for each in asked):
        assert coded(answer)
        assert "PG" not in answer.text
        assert "psycopg" not in answer.text
    assert not any(standing.healthy(name) for name in ("project", "clock"))
    own_cluster.start()

    def back() -> bool:
        return all(standing.healthy(name) for name in ("project", "clock", "web"))

    until(lambda: standing.alive() and back(), "all of them to be well again")
    late = recorded(answered(standing, key))
    assert late["report"] != before["report"]
    assert reports(standing) == 2, "what was sent meanwhile is recorded once, and nothing is lost"
    until(lambda: not coded(standing.post(BINH, TRAIL)), "reading to go on")
    assert standing.ask(BINH, TRAIL, atLeast=late["position"])["auditTrail"]["totalCount"] == 2
