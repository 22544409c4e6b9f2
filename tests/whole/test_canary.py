"""What people write is nowhere in clear but in an answer to somebody who may read it and says what for."""

from __future__ import annotations

import json
from collections.abc import Generator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from websockets.sync.client import connect

from server.database.embedded import Cluster
from server.schema.base.ids import position_token
from tests.database import Database
from tests.whole.canary import Canaries, in_files, in_tables
from tests.whole.stack import BINH, HAI, HUY, LAN, MAI, MINH, THU, Stack, stack, told

FILE = """query F($file: ID!, $purpose: Purpose) {
  case(by: {id: $file}, purpose: $purpose) { facts { path value masked } }
  timeline(fileId: $file, purpose: $purpose, first: 100) { edges { node { details { value } reason { value } } } } }"""
TRAIL = """query T($filter: TrailFilter, $atLeast: String) { auditTrail(first: 100, filter: $filter,
  atLeast: $atLeast) { edges { node {
  act reason { value } lateReason { value } details { value } changes { before after } } } } }"""
LINES = """subscription L($after: String) { entryRecorded(after: $after) {
  position act reason { value } lateReason { value } details { value } changes { before after } } }"""
PAPER = [{"sha256": "5c" * 32, "sizeBytes": 31_400, "mediaType": "application/pdf"}]
MET = {
    "attendees": [
        {"part": part, "name": "Bùi Thanh Hà"} for part in ("CHAIR", "PROTECTION_WORKER", "POLICE", "HEALTH_STATION")
    ],
    "absent": [{"part": part, "why": "DID_NOT_COME"} for part in ("SCHOOL", "PROVIDER", "NEIGHBOURHOOD", "CARER")],
}
NAMES = {"childName", "reporterName", "reporterContact", "carerName", "placement", "against", "kept"}


class Cage:
    """A case whose every free text is a canary, and all bodies that were answered."""

    def __init__(self, s: Stack) -> None:
        self.s = s
        self.canaries = Canaries()
        self.bodies: list[str] = []
        self.case = self.position = ""

    def __call__(self, place: str) -> str:
        return f"{self.canaries.word(place)} được nhắc đến ở đây"

    def act(self, name: str, mutation: str, **given: Any) -> dict[str, Any]:
        given = given if mutation in ("receiveReport", "correctReport", "openCase") else given | {"caseId": self.case}
        payload = self.s.act(name, mutation, **given)
        self.bodies.append(json.dumps(payload, ensure_ascii=False))
        self.position = payload["position"]
        return payload

    def send(self, body: Any, **headers: str) -> httpx.Response:
        """A request as it comes, by Lan unless the headers say otherwise."""
        content = body if isinstance(body, bytes) else json.dumps(body)
        usual = {"authorization": f"Bearer {self.s.token(LAN)}", "content-type": "application/json"}
        answer = httpx.post(self.s.url, content=content, headers=usual | headers, timeout=30)
        self.bodies.append(answer.text)
        return answer

    def ask(self, name: str, query: str, **variables: Any) -> str:
        """What somebody is answered, as one text."""
        return json.dumps(self.s.ask(name, query, **variables), ensure_ascii=False)


@pytest.fixture
def cage(directory: Path, tmp_path: Path) -> Generator[Cage]:
    """The whole stack on a server of its own, whose log holds nothing else."""
    with Cluster(directory, durable=False) as cluster:
        database = Database(cluster, "baove")
        database.create()
        with stack(database, tmp_path) as s:
            s.start_all()
            yield Cage(s)


def test_what_people_write_is_nowhere_in_clear(cage: Cage, directory: Path) -> None:
    live_a_case(cage)
    try_in_vain(cage)
    ask_badly(cage)
    listen(cage)
    crash(cage)
    database = cage.s.database
    break_a_table(cage, database)
    assert cage.s.end_all()["web"] == 0

    clear = in_tables(database.dsn(), cage.canaries)
    words = {place for table, places in clear.items() if table.startswith("read.words") for place in places}
    assert [table for table in clear if not table.startswith("read.words")] == []
    assert words & NAMES == set(), "only narratives and reasons are kept for searching"
    assert in_files([*cage.s.logs, directory / "log"], cage.canaries) == {}
    assert [body for body in cage.bodies if cage.canaries.found(body)] == []

    write_it_down(cage, database)


def live_a_case(c: Cage) -> None:
    """One story with a free text in everything that takes one; each is read by who may, and masked for others."""
    now = datetime.now(UTC)
    soon = (now + timedelta(days=5)).isoformat()
    late = {"receivedAt": (now - timedelta(days=3)).isoformat(), "occurredAt": (now - timedelta(days=3)).isoformat()}
    names = {name: c(name) for name in ("childName", "reporterName", "reporterContact", "narrative", "lateReason")}
    report = c.act(LAN, "receiveReport", **told(**late, **names, childBirthYear=now.year - 9))["report"]["id"]
    again = {"narrative": c("corrected"), "childName": c("childName"), "reason": c("reason")}
    c.act(LAN, "correctReport", reportId=report, corrects=1, **again)
    c.case = c.act(LAN, "openCase", reportId=report, placeUnit="11359")["case"]["id"]
    c.act(LAN, "verifyTruth", findings=c("truth"), sources=c("sources"))
    found = {"harmKinds": ["NEGLECT"], "parentIsHarmer": True, "seriousDanger": True}
    seen = heard(c("view"))
    c.act(LAN, "assessInitialRisk", level="HIGH", findings=c("findings"), sighting=seen, carersSafe=False, **found)
    c.act(HAI, "confirmRisk", reason=c("confirmed"))
    measures = [{"kind": "SHELTER", "executor": "HP-TTCTXH", "until": soon}]
    sheltered = {"carerName": c("sheltered"), "placement": c("shelter"), "childView": c("asked")}
    ordered = {"measures": measures, "decisionNo": "14/QĐ", "instructions": c("instructions"), **sheltered}
    c.act(HAI, "orderUrgentMeasure", **ordered, inFlagrante=False, childBirthYear=now.year - 9)
    c.act(HUY, "completeUrgentMeasure", ref="1", result=c("result"))
    apart = {"ground": "CARER_HARMS", "until": soon, "decisionNo": "15/QĐ", "childBirthYear": now.year - 9}
    told_by = {"carerName": c("carerName"), "placement": c("placement"), "childView": c("apart")}
    c.act(HAI, "orderSeparation", **apart, **told_by, attachments=PAPER)
    c.act(LAN, "requestNoContact", against=c("against"), grounds=c("grounds"), requestedAt=now.isoformat())
    kept = {
        "against": c("kept"),
        "until": (now + timedelta(days=2)).isoformat(),
        "decisionNo": "16/QĐ",
        "request": "1",
        "threatToLife": True,
    }
    c.act(HAI, "orderNoContact", **kept, reason=c("keptAway"), attachments=PAPER)
    parts = {name: c(name) for name in ("childState", "family", "capacity", "environment")}
    c.act(LAN, "assessDetailed", **parts, findings=["MIND_HARMED"], sighting=heard(c("detail")))
    c.act(HAI, "holdNeedsMeeting", **MET, needs=c("needs"), attachments=PAPER)
    item = {"service": "COUNSELLING", "measure": c("measure"), "provider": "HP-TTCTXH", "due": soon[:10]}
    c.act(LAN, "draftPlan", level="INTERVENTION", goals=c("goals"), items=[item])
    c.act(LAN, "recordVisit", safety="SAFE", seen=c("seen"), sighting=heard(c("visited")))
    c.act(BINH, "issueDirection", content=c("content"), dueAt=soon)
    c.act(HAI, "answerDirection", ref="1", done=c("done"))
    c.act(BINH, "lookAtAnswer", ref="1", cameTo="CARRIED_OUT", grounds=c("lookedAt"))
    c.act(LAN, "requestInformation", fromBody="HP-TTCTXH", question=c("question"))
    c.act(HUY, "provideInformation", ref="1", answer=c("answer"))
    law = {"law": "CHILDREN", "article": "33"}
    shown = {"kinds": ["CHILD"], "representativeConsents": False, "childConsents": False} | law
    c.act(HAI, "discloseToThirdParty", recipient=c("recipient"), purpose=c("purpose"), **shown)
    c.act(HAI, "refuseDisclosure", askedBy=c("askedBy"), reason=c("notTold"))

    read = c.canaries.found(c.ask(HAI, FILE, file=c.case, purpose="DECISION"))
    assert {"against", "carerName", "seen", "content", "keptAway", "measure"} <= read
    assert not {"reporterName", "reporterContact"} & read
    inspected = c.canaries.found(c.ask(MAI, FILE, file=c.case, purpose="INSPECTION"))
    assert "seen" in inspected
    assert not NAMES & inspected
    for name in (HAI, BINH, MAI, MINH):
        c.bodies.append(c.ask(name, TRAIL, atLeast=c.position))
        c.bodies.append(c.ask(name, FILE, file=c.case))
    looked_for = c.ask(
        BINH, TRAIL, filter={"words": c.canaries.word("goals"), "purpose": "SUPERVISION"}, atLeast=c.position
    )
    assert "DRAFT_PLAN" in looked_for
    c.bodies.append(looked_for)


def heard(word: str) -> dict[str, Any]:
    """The child was met, and its words hold a canary."""
    return {"view": "HEARD", "alone": True, "childSaid": f"Cháu nói rằng {word}"}


def try_in_vain(c: Cage) -> None:
    """Acts that are refused, by who may not, for what is missing, and with a key that was used."""
    for name in (THU, MINH, LAN):
        given = {
            "decisionNo": "33/QĐ",
            "ground": "SAFE_AND_STABLE",
            "grounds": c("refused"),
            "handover": c("handover"),
            "reason": c("why"),
        }
        payload = c.s.attempt(name, "closeCase", caseId=c.case, **given)
        assert payload["errors"]
        c.bodies.append(json.dumps(payload))
    key: dict[str, Any] = {"idempotencyKey": "6d4a1f2e-5b61-4f0e-9d1c-0d2f3c4b5a69", "caseId": c.case, "safety": "SAFE"}
    key["sighting"] = heard(c("said"))
    c.s.act(LAN, "recordVisit", **key, seen=c("once"))
    c.bodies.append(json.dumps(c.s.attempt(LAN, "recordVisit", **key, seen=c("twice"))))


def ask_badly(c: Cage) -> None:
    """What makes no request, with a canary in each place that it can be in."""
    word = c("bad")
    bare = c.canaries.word("bad")
    plain = bare.encode("ascii", "ignore").decode()
    visit = "mutation V($i: RecordVisitInput!) { recordVisit(input: $i) { position } }"
    raw: list[bytes] = [
        f'{{"query": "{{ viewer {{ name }} }}", "variables": {{"a": "{word}"}}'.encode(),
        f'{{"query": "{word}"}}'.encode(),
        f'{{"query": "{word}", "query": "{word}"}}'.encode(),
        f'["{word}"]'.encode(),
        word.encode("utf-16"),
        json.dumps({"query": visit, "operationName": word}).encode(),
        json.dumps({"query": visit, word: word, "extensions": word}).encode(),
    ]
    for body in raw:
        assert c.send(body).status_code < 500
    literals = [
        f'{{ unit(by: {{code: "{word}"}}) {{ name }} }}',
        f'{{ unit(by: {{code: "{word}" {{ name }} }}',
        f'{{ auditTrail(first: "{word}") {{ totalCount }} }}',
        f'{{ auditTrail(after: "{word}") {{ totalCount }} }}',
        f'{{ auditTrail(filter: {{kinds: "{word}"}}) {{ totalCount }} }}',
        f"{{ auditTrail(filter: {{acts: [{plain}]}}) {{ totalCount }} }}",
        f'{{ case(by: {{id: "{word}"}}) {{ id }} }}',
        f'{{ node(id: "{word}") {{ id }} }}',
        f"{{ {plain} }}",
        f"query ($a: {plain}) {{ viewer {{ name }} }}",
        f"{{ viewer {{ ...{plain} }} }}",
        f"{{ viewer(a: {plain}) @{plain} {{ name }} }}",
        f"query {plain} {{ viewer {{ name }} }} query {plain} {{ viewer {{ name }} }}",
    ]
    usual = {"caseId": c.case, "safety": "SAFE", "seen": word}
    wrong: list[Any] = [
        word, 7, [word], usual | {word: word}, usual | {"caseId": word}, usual | {"safety": word, "seen": 7},
        usual | {"seen": [word]}, usual | {"occurredAt": word}, usual | {"idempotencyKey": word},
        usual | {"expectedVersion": word}, usual | {"attachments": word},
    ]  # fmt: skip
    for literal in literals:
        assert c.send({"query": literal}).status_code < 500, literal
    for value in wrong:
        answer = c.send({"query": visit, "variables": {"i": value}})
        assert answer.status_code < 500
        assert "errors" in answer.json(), value
    strange = {"authorization": f"Bearer {plain}", "x-purpose": plain}
    assert c.send({"query": "{ viewer { name } }"}, **strange).status_code == 401
    c.bodies.append(httpx.get(f"{c.s.url}/{plain}?{plain}={plain}").text)
    c.bodies.append(httpx.get(c.s.url, params={"query": word}).text)


def listen(c: Cage) -> None:
    """A subscription from the beginning on, and ones that make no sense."""
    with connect(c.s.url.replace("http", "ws"), subprotocols=["graphql-transport-ws"]) as socket:  # type: ignore[list-item]

        def send(**message: Any) -> None:
            socket.send(json.dumps(message))

        send(type="connection_init", payload={"authorization": f"Bearer {c.s.token(BINH)}"})
        send(id="1", type="subscribe", payload={"query": LINES, "variables": {"after": position_token(0)}})
        send(id="2", type="subscribe", payload={"query": LINES, "variables": {"after": c("socket")}})
        send(id="3", type="subscribe", payload={"query": "subscription { " + c("socket") + " }"})
        seen: set[str] = set()
        while not {'"RECORD_VISIT"', '"id":"2"', '"id":"3"'} <= seen:
            frame = str(socket.recv(20))
            c.bodies.append(frame)
            seen |= {mark for mark in ('"RECORD_VISIT"', '"id":"2"', '"id":"3"') if mark in frame}


def crash(c: Cage) -> None:
    """A fault whose text quotes what was written."""
    port = str(c.s.another_port())
    c.s.start("crashing", module="tests.edge.web_process", BAOVE_HTTP_PORT=port)
    c.s.wait_for_web()
    query = "mutation V($i: RecordVisitInput!) { recordVisit(input: $i) { position } }"
    given: dict[str, Any] = {"caseId": c.case, "safety": "SAFE", "seen": c("crash"), "reason": c("crash")}
    given["sighting"] = heard(c("crash"))
    given["idempotencyKey"] = "6d4a1f2e-5b61-4f0e-9d1c-0d2f3c4b5a68"
    answer = c.send({"query": query, "variables": {"i": given}})
    assert answer.json()["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert any("RuntimeError at crash" in log.read_text() for log in c.s.logs), "the fault itself is in the log"


def break_a_table(c: Cage, database: Database) -> None:
    """A statement with a canary among its values fails in the database."""
    with psycopg.connect(database.dsn(), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        [view] = connection.execute(
            "SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            "WHERE n.nspname = 'read' AND c.relname = 'words'"
        ).fetchall()[0]
        connection.execute(f"ALTER TABLE {view} RENAME COLUMN lexemes TO gone".encode())
    answer = c.s.post(BINH, TRAIL, {"filter": {"words": c("broken"), "purpose": "SUPERVISION"}})
    c.bodies.append(answer.text)
    assert answer.json()["errors"][0]["extensions"]["code"] == "INTERNAL"


def write_it_down(c: Cage, database: Database) -> None:
    """The negative control: the same search finds one word in a table, in the log, in a body."""
    with psycopg.connect(database.dsn(), autocommit=True) as connection:
        connection.execute("CREATE TABLE public.kept (note bytea)")
        connection.execute("INSERT INTO public.kept VALUES (%s)", [f'{{"x":"{c("seen")}"}}'.encode()])
    assert in_tables(database.dsn(), c.canaries)["public.kept"] == {"seen"}
    c.s.logs[0].write_text(json.dumps(c("reporterName")))
    assert in_files(c.s.logs, c.canaries) == {c.s.logs[0].name: {"reporterName"}}
    assert c.canaries.found(c("view").upper()) == {"view"}
