"""Whatever is sent to the whole schema, valid or nearly so, there is an answer: never a fault of the server."""

import logging
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import psycopg
import pytest
from graphql import GraphQLSchema, build_schema

from server.edge.responses import GRAPHQL_RESPONSE
from server.schema.base.ids import global_id, position_token
from server.schema.build import printed
from tests.database import Database
from tests.edge.fuzz import Requests
from tests.record.reading_kit import BINH, HAI, LAN, MAI, MINH, THU, Desk, opened, received, tell

PEOPLE = (LAN, HAI, LAN, HAI, BINH, MAI, MINH, THU)
BENT = 5


def schema() -> GraphQLSchema:
    return build_schema(printed())


async def known(d: Desk) -> dict[str, list[str]]:
    """What a client of the desk could name things by."""
    files = [await opened(d), await opened(d)]
    files.append(((await received(d))["report"]["id"], files[0][1]))
    reports, cases = [report for report, _ in files], [case for _, case in files]
    units = [global_id("Unit", unit.id) for unit in (d.here, d.there)]
    people = [global_id("Person", person) for person in d.api.people.values()]
    await d.caught_up()
    page = await d.ask(BINH, "{ auditTrail(first: 3) { pageInfo { endCursor } edges { node { id token } } } }")
    trail = page["auditTrail"]
    offices = await d.ask(BINH, '{ unit(by: {code: "11359"}) { offices { id } } }')
    offices = [office["id"] for office in offices["unit"]["offices"]]
    tokens = [edge["node"]["token"] for edge in trail["edges"]] + [position_token(0), position_token(3)]
    entries = [edge["node"]["id"] for edge in trail["edges"]]
    numbers = (await d.ask(LAN, "query C($i: ID!) { case(by: {id: $i}) { number } }", i=cases[0]))["case"]
    codes = ["11359", "11443", "31", "SYT"]
    return {
        "ID": [*reports, *cases, *units, *people, *offices, *entries],
        "String": codes,
        "caseId": cases, "reportId": reports, "intoId": cases, "earlierCaseId": cases, "duplicateOfId": reports,
        "fileId": reports + cases, "fileIds": reports + cases, "unitId": units, "parentId": units,
        "heldOfficeId": offices, "toOfficeId": offices, "officeId": offices, "officeIds": offices,
        "personId": people, "actorIds": people, "dataSubjectId": [*reports, *cases, *people],
        "id": reports + cases + units + offices + entries,
        "number": [numbers["number"]], "code": codes,
        "placeUnit": codes, "residenceUnit": codes, "toUnit": codes, "rightUnit": codes, "fromBody": codes,
        "executor": codes, "provider": codes, "into": codes, "unit": codes, "lead": codes,
        "ref": ["1", "2"], "item": ["1", "2"], "request": ["1"], "corrects": ["1"],
        "atLeast": tokens[:3], "upTo": tokens, "position": tokens,
        "after": [trail["pageInfo"]["endCursor"]], "before": [trail["pageInfo"]["endCursor"]],
    }  # fmt: skip


def bodies(requests: Requests, only: str | None) -> Iterator[tuple[str, Any]]:
    """Root fields in turn, for ever, or the one that is named: what is asked, and the body."""
    roots = schema()
    assert roots.query_type
    assert roots.mutation_type
    fields = [("query", n) for n in roots.query_type.fields] + [("mutation", n) for n in roots.mutation_type.fields]
    while True:
        for kind, name in fields:
            if only in (None, name):
                yield name, requests.request(kind, name)


async def send(
    d: Desk, requests: Requests, count: int, caplog: pytest.LogCaptureFixture, only: str | None
) -> list[str]:
    """Send so many, a fifth of them bent; gives each fault, and what came of the others in the log."""
    faults: list[str] = []
    outcomes: Counter[str] = Counter()
    for number, (name, body) in enumerate(islice(bodies(requests, only), count)):
        person = PEOPLE[number % len(PEOPLE)]
        headers = {"authorization": f"Bearer {d.api.people[person]}", "accept": GRAPHQL_RESPONSE}
        if number % BENT == 0:
            headers["content-type"] = "application/json"
            answer = await d.api.client.post("/graphql", content=requests.bent(body), headers=headers)
        else:
            answer = await d.api.client.post("/graphql", json=body, headers=headers)
        told = answer.json()
        codes = [error["extensions"]["code"] for error in told.get("errors", ())]
        outcomes[codes[0] if codes else "answered"] += 1
        unfit = answer.status_code >= 500 and answer.status_code not in (503, 504)
        if unfit or "INTERNAL" in codes:
            faults.append(f"{name} {caplog.messages[-1:]} {body['variables']}")
    assert only or outcomes["answered"] > count // 3, outcomes
    return faults


def fuzzed(
    database: Database,
    folder: Path,
    caplog: pytest.LogCaptureFixture,
    seed: int,
    count: int,
    broken: bool = False,
) -> list[str]:
    """The faults of so many requests at a desk; `broken`: while a column that the trail needs is gone."""
    faults: list[str] = []

    async def story(d: Desk) -> None:
        requests = Requests(schema(), await known(d), seed)
        if broken:
            with psycopg.connect(database.dsn(), autocommit=True) as connection:
                connection.execute("SET session_replication_role = replica")
                connection.execute("ALTER TABLE read.trail RENAME COLUMN stored_as TO gone")
        faults.extend(await send(d, requests, count, caplog, "auditTrail" if broken else None))

    with caplog.at_level(logging.ERROR):
        tell(database, folder, story)
    return faults


def test_no_request_makes_the_server_fail(database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert fuzzed(database, tmp_path, caplog, seed=1, count=500) == []


def test_a_fault_would_be_seen(database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The negative control: a table lacks a column."""
    faults = fuzzed(database, tmp_path, caplog, seed=1, count=40, broken=True)
    assert faults != []


@pytest.mark.prove
@pytest.mark.parametrize("seed", [2, 3, 4])
def test_no_request_of_thousands_makes_the_server_fail(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    assert fuzzed(database, tmp_path, caplog, seed, count=3000) == []
