"""A case and a report as their viewers may see them: now and in the past, masked and opened, and who did what."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from domain.access.kind import ACCESS
from domain.catalogue import KINDS
from server.record.store import Log, StoredLine
from server.record.store.reader import READINGS as READING_LINES
from server.schema.base.ids import position_token
from tests.database import Database
from tests.record.reading_kit import BINH, CHILD, DUC, HAI, LAN, MAI, MINH, THU, TOLD, Desk, opened, received, tell
from tests.schema.sightings import HEARD, MET

CASE = """
query Case($id: ID!, $asOf: AsOf, $purpose: Purpose) {
  case(by: {id: $id}, asOf: $asOf, purpose: $purpose) {
    id number version phase risk riskConfirmed lead { name } plan { round items { ref } } separations { ref }
    running { code dueAt answers { label { vi } unit { name } } }
    facts { path value masked maskedLabel { vi en } erased }
  }
}
"""
REPORT = """
query Report($id: ID!, $purpose: Purpose) {
  report(by: {id: $id}, purpose: $purpose) { number phase facts { path value masked } }
}
"""
TIMELINE = """
query Story($id: ID!, $filter: TimelineFilter, $purpose: Purpose, $first: Int, $after: String, $last: Int,
            $before: String, $asOf: AsOf) {
  timeline(fileId: $id, filter: $filter, purpose: $purpose, first: $first, after: $after, last: $last,
           before: $before, asOf: $asOf) {
    edges { cursor node { act label { vi en } version details { path value masked }
                          changes { path before after masked } } }
    pageInfo { hasNextPage hasPreviousPage endCursor } totalCount readAt
  }
}
"""
READINGS = (
    "query R($id: ID!) { accessReadings(fileId: $id) { edges { node { act actor { name } details { path value } } } } }"
)
FOUND = "Mẹ cháu đi làm ca đêm, bà ngoại trông cháu."


async def assessed(d: Desk) -> tuple[str, str]:
    """A case whose risk the worker proposed at 8:00 and the Chair confirmed at 9:00 the next morning."""
    report, case = await opened(d)
    d.api.record.at("2026-03-03T08:00")
    await d.act(LAN, "assessInitialRisk", caseId=case, level="MEDIUM", findings=FOUND, sighting=MET)
    d.api.record.at("2026-03-03T09:00")
    await d.act(HAI, "confirmRisk", caseId=case)
    return report, case


RISK = "query R($id: ID!) { case(by: {id: $id}) { risk riskConfirmed } }"
BY_RISK = """query Q($risks: [RiskLevel!], $token: String) {
  cases(filter: {risks: $risks}, atLeast: $token) { edges { node { caseId risk riskConfirmed } } } }"""


async def risk_as_told(d: Desk, case: str, *others: str) -> dict[str, Any]:
    """What the case says of its risk; the list must say the same and be found by that level alone."""
    told = (await d.ask(LAN, RISK, id=case))["case"]
    listed = [
        edge["node"]
        for level in (told["risk"], *others)
        for edge in (await d.ask(LAN, BY_RISK, risks=[level], token=d.token))["cases"]["edges"]
    ]
    assert listed == [{"caseId": case, **told}]
    return told


def test_the_risk_of_a_case_is_the_level_last_proposed_or_confirmed(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        assert (await d.ask(LAN, RISK, id=case))["case"] == {"risk": None, "riskConfirmed": False}
        await d.act(LAN, "assessInitialRisk", caseId=case, level="HIGH", findings=FOUND, sighting=MET)
        assert await risk_as_told(d, case, "LOW") == {"risk": "HIGH", "riskConfirmed": False}
        heard = {"level": "LOW", "findings": FOUND, "sighting": HEARD}
        await d.act(LAN, "assessInitialRisk", caseId=case, **heard)
        assert await risk_as_told(d, case, "HIGH") == {"risk": "LOW", "riskConfirmed": False}
        await d.act(HAI, "overrideRisk", caseId=case, level="MEDIUM", seriousDanger=False, reason="Bố vẫn ở gần.")
        assert await risk_as_told(d, case, "LOW") == {"risk": "MEDIUM", "riskConfirmed": True}

    tell(database, tmp_path, story)


def by_path(facts: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {fact["path"]: fact for fact in facts}


def test_a_case_is_found_by_its_id_and_by_its_number(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, case = await opened(d)
        await d.caught_up()
        found = (await d.ask(LAN, CASE, id=case))["case"]
        assert (found["phase"], found["lead"]["name"], found["plan"]["round"]) == ("OPEN", "Phường An Biên", 1)
        assert {clock["answers"]["unit"]["name"] for clock in found["running"]} == {"Phường An Biên"}
        by_number = "query N($n: String!) { case(by: {number: $n}) { id } report(by: {number: $n}) { id } }"
        assert (await d.ask(LAN, by_number, n=found["number"])) == {"case": {"id": case}, "report": None}
        number = (await d.ask(LAN, REPORT, id=report))["report"]["number"]
        assert (await d.ask(LAN, by_number, n=number)) == {"case": None, "report": {"id": report}}
        assert (await d.ask(THU, by_number, n=number)) == {"case": None, "report": None}
        assert (await d.ask(LAN, by_number, n="VV-11359-26-ZZZZZZ")) == {"case": None, "report": None}

    tell(database, tmp_path, story)


def test_what_is_not_there_and_what_is_not_yours_look_the_same(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, case = await opened(d)
        nowhere = "Q2FzZTow" + "MDAw" * 10 + "MA"
        for query, file in ((CASE, case), (REPORT, report), (TIMELINE, case), (READINGS, case)):
            answers = [await d.ask(THU, query, id=file)]
            if query is CASE:
                answers.append((await d.api.post(THU, query, {"id": nowhere[:51]})).json().get("data"))
            assert list(answers[0].values()) == [None]
        assert (await d.ask(THU, "query A($id: ID!) { actions(fileId: $id) { act } }", id=case))["actions"] == []
        for node in (await d.ask(THU, "query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[case, report]))[
            "nodes"
        ]:
            assert node is None
        assert await d.code(LAN, CASE, id=report) == "BAD_USER_INPUT"
        assert await d.code(LAN, CASE, id="x") == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_without_a_purpose_everything_personal_is_masked_as_such(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        for name in (LAN, HAI, DUC, BINH, MAI, MINH):
            answer = await d.ask(name, REPORT, id=report)
            facts = by_path(answer["report"]["facts"])
            assert facts["/child_name"] == {"path": "/child_name", "value": None, "masked": "CHILD"}
            assert facts["/narrative"]["masked"] == "TEXT"
            assert CHILD not in str(answer)
            assert TOLD not in str(answer)

    tell(database, tmp_path, story)


@pytest.mark.parametrize(
    ("name", "sees"),
    [
        (LAN, {"/child_name", "/narrative", "/reporter_name"}),
        (BINH, {"/child_name", "/narrative"}),
        (MAI, {"/narrative"}),
        (DUC, set[str]()),
        (MINH, set[str]()),
    ],
)
def test_a_purpose_opens_what_the_office_may_see_and_no_more(
    database: Database, tmp_path: Path, name: str, sees: set[str]
) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        d.api.record.at("2026-03-03T08:00")
        facts = by_path((await d.ask(name, REPORT, id=report, purpose="SUPERVISION"))["report"]["facts"])
        personal = {"/child_name", "/narrative", "/reporter_name"}
        assert {path for path in personal if facts[path]["value"] is not None} == sees
        assert {path for path in personal if facts[path]["masked"] is not None} == personal - sees
        readings = nodes((await d.ask(MAI, READINGS, id=report))["accessReadings"])
        assert [each["actor"]["name"] for each in readings] == ([name] if sees else [])
        assert CHILD not in str(readings)

    tell(database, tmp_path, story)


def nodes(connection: dict[str, Any]) -> list[dict[str, Any]]:
    return [edge["node"] for edge in connection["edges"]]


PAGES = """query P($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
  accessReadings(fileId: $id, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { version position changes { path before after } } }
    pageInfo { hasNextPage hasPreviousPage endCursor startCursor } totalCount readAt } }"""
STORY_PAGES = """query S($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $asOf: AsOf) {
  timeline(fileId: $id, filter: {readings: true}, asOf: $asOf, first: $first, after: $after, last: $last,
           before: $before) {
    edges { cursor node { act position } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
    totalCount readAt } }"""


def test_readings_come_in_pages_both_ways_alone_and_within_the_story(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        for minute in range(5):
            d.api.record.at(f"2026-03-03T08:0{minute}")
            await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK")
        for query, root, total in ((PAGES, "accessReadings", 5), (STORY_PAGES, "timeline", 7)):
            whole = (await d.ask(MAI, query, id=report))[root]
            assert whole["totalCount"] == total == len(whole["edges"])
            assert whole["readAt"] == position_token(int(whole["edges"][-1]["node"]["position"]))
            for size, key, place, end in ((2, "first", "after", "endCursor"), (3, "last", "before", "startCursor")):
                found: list[Any] = []
                more, at = True, None
                while more:
                    page = (await d.ask(MAI, query, id=report, **{key: size, place: at}))[root]
                    found = [*found, *page["edges"]] if key == "first" else [*page["edges"], *found]
                    at = page["pageInfo"][end]
                    more = page["pageInfo"]["hasNextPage" if key == "first" else "hasPreviousPage"]
                assert found == whole["edges"]
        third = (await d.ask(MAI, PAGES, id=report))["accessReadings"]["edges"][2]["node"]
        then = await d.ask(MAI, STORY_PAGES, id=report, asOf={"position": position_token(int(third["position"]))})
        assert then["timeline"]["totalCount"] == 5
        changed = [each["path"] for each in third["changes"]]
        assert changed == ["/readings"], "what the page's first line changed is seen by the one before it"
        page = (await d.ask(MAI, PAGES, id=report, last=3))["accessReadings"]
        assert page["edges"][0]["node"]["changes"] == third["changes"]

    tell(database, tmp_path, story)


@pytest.mark.parametrize("by_last", [True, False])
def test_the_next_reading_does_not_go_through_all_the_earlier_ones(
    database: Database, tmp_path: Path, by_last: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not by_last:
        monkeypatch.setitem(KINDS, ACCESS.name, replace(ACCESS, told_by_last=False))
    read = list[StoredLine]()

    class Counting(Log):
        async def _lines(self, query: str, parameters: list[Any]) -> list[StoredLine]:
            lines = await super()._lines(query, parameters)
            if query != READING_LINES:  # by which a process hears of each reading once
                read.extend(line for line in lines if line.name.startswith("access."))
            return lines

    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        for _ in range(6):
            await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK")
        d.api.record.log.__class__ = Counting
        await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK")
        assert [line.version for line in read] == ([6] if by_last else [1, 2, 3, 4, 5, 6])
        read.clear()
        page = nodes((await d.ask(MAI, PAGES, id=report, last=2))["accessReadings"])
        assert [node["version"] for node in page] == [6, 7]
        assert [line.version for line in read] == [7, 6, 5, 4], "one to know whether there are more, one for changes"

    tell(database, tmp_path, story)


def test_who_read_is_told_to_those_who_may_know_and_to_nobody_else(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK")
        assert len(nodes((await d.ask(MINH, READINGS, id=report))["accessReadings"])) == 1
        assert (await d.ask(LAN, READINGS, id=report))["accessReadings"] is None
        asked = {"readings": True}
        told = (await d.ask(MAI, TIMELINE, id=report, filter=asked))["timeline"]["edges"]
        assert told[-1]["node"]["act"] == "READ_PERSONAL"
        own = (await d.ask(LAN, TIMELINE, id=report, filter=asked))["timeline"]["edges"]
        assert "READ_PERSONAL" not in {edge["node"]["act"] for edge in own}

    tell(database, tmp_path, story)


def test_trying_to_open_what_is_not_yours_leaves_a_line(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        assert (await d.ask(THU, REPORT, id=report, purpose="CASE_WORK"))["report"] is None
        await d.api.attempts.flush()
        await d.caught_up()
        query = "{ auditTrail(filter: {categories: [DENIED]}) { edges { node { details { path value } } } } }"
        [edge] = (await d.ask(MAI, query))["auditTrail"]["edges"]
        told = {each["path"]: each["value"] for each in edge["node"]["details"]}
        assert (told["/name"], told["/refusals/0"]) == (THU, "MAY_NOT_SEE")
        assert (await d.ask(HAI, query))["auditTrail"]["edges"] == []

    tell(database, tmp_path, story)


def test_the_past_can_be_seen_as_recorded_and_as_it_happened(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        before = d.token
        d.api.record.at("2026-03-03T18:00")
        await d.act(
            LAN,
            "assessInitialRisk",
            caseId=case,
            level="HIGH",
            findings=FOUND,
            sighting=MET,
            occurredAt="2026-03-03T07:30:00+07:00",
        )

        async def risk(moment: dict[str, str] | None) -> str | None:
            query = "query P($id: ID!, $m: AsOf) { case(by: {id: $id}, asOf: $m) { version facts { path value } } }"
            found = (await d.ask(LAN, query, id=case, m=moment))["case"]
            return found and by_path(found["facts"]).get("/risk_proposed", {}).get("value")

        assert await risk(None) == "HIGH"
        assert await risk({"position": before}) is None
        assert await risk({"position": d.token}) == "HIGH"
        noon, seven = "2026-03-03T12:00:00+07:00", "2026-03-03T07:00:00+07:00"
        assert await risk({"recordedAt": noon}) is None
        assert await risk({"occurredAt": noon}) == "HIGH"
        assert await risk({"occurredAt": seven}) is None
        assert (await d.ask(LAN, CASE, id=case, asOf={"recordedAt": "2020-01-01T00:00:00Z"}))["case"] is None
        assert await d.code(LAN, CASE, id=case, asOf={"recordedAt": noon, "occurredAt": noon}) == "BAD_USER_INPUT"
        assert await d.code(LAN, CASE, id=case, asOf={}) == "BAD_USER_INPUT"
        assert await d.code(LAN, CASE, id=case, asOf={"position": "1"}) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_the_story_of_a_case_holds_its_reports_and_says_what_each_line_changed(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        _, case = await assessed(d)
        told = (await d.ask(LAN, TIMELINE, id=case))["timeline"]
        acts = [edge["node"]["act"] for edge in told["edges"]]
        opening, lapse, work = acts[:3], acts[3], acts[4:]
        assert opening == ["RECEIVE_REPORT", "OPEN_CASE", "LINK_REPORT"]
        assert lapse == "RECORD_LAPSE"
        assert work == ["ASSESS_INITIAL_RISK", "CONFIRM_RISK"]
        changed = {c["path"]: (c["before"], c["after"]) for c in told["edges"][-1]["node"]["changes"]}
        assert changed["/risk_confirmed"] == (False, True)
        own = (await d.ask(LAN, TIMELINE, id=case, filter={"reports": False}))["timeline"]
        assert own["totalCount"] == 4
        first = (await d.ask(LAN, TIMELINE, id=case, first=2))["timeline"]
        assert first["pageInfo"]["hasNextPage"] is True
        rest = (await d.ask(LAN, TIMELINE, id=case, first=9, after=first["pageInfo"]["endCursor"]))["timeline"]
        assert [e["node"]["act"] for e in (*first["edges"], *rest["edges"])] == acts
        last = (await d.ask(LAN, TIMELINE, id=case, last=2))["timeline"]
        assert [e["node"]["act"] for e in last["edges"]] == acts[-2:]
        assert await d.code(LAN, TIMELINE, id=case, first=-1) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_the_texts_of_a_story_open_for_a_purpose(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await assessed(d)
        closed = await d.ask(MAI, TIMELINE, id=case)
        assert FOUND not in str(closed)
        told = (await d.ask(MAI, TIMELINE, id=case, purpose="INSPECTION"))["timeline"]
        assert FOUND in str(told)
        assert TOLD in str(told)
        assert CHILD not in str(told)

    tell(database, tmp_path, story)


DIFF = """query D($id: ID!, $since: AsOf!, $until: AsOf) { diff(fileId: $id, since: $since, until: $until) {
  beforeVersion afterVersion changes { change { path before after masked } cause { act actor { name } } } } }"""
BLAME = """query B($id: ID!) { blame(fileId: $id) { fact { path value } setBy { act actor { name } } } }"""


def test_each_difference_names_the_line_that_made_it(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await assessed(d)
        morning = {"recordedAt": "2026-03-03T08:30:00+07:00"}
        found = await d.ask(LAN, DIFF, id=case, since={"recordedAt": "2026-03-03T07:00:00+07:00"}, until=morning)
        causes = {each["change"]["path"]: each["cause"]["actor"]["name"] for each in found["diff"]["changes"]}
        assert causes["/risk_proposed"] == LAN
        assert "/risk_confirmed" not in causes
        later = (await d.ask(LAN, DIFF, id=case, since=morning))["diff"]
        changes = {each["change"]["path"]: each for each in later["changes"]}
        assert changes["/risk_confirmed"]["change"]["after"] is True
        assert changes["/risk_confirmed"]["cause"] == {"act": "CONFIRM_RISK", "actor": {"name": HAI}}
        same = (await d.ask(LAN, DIFF, id=case, since=morning, until=morning))["diff"]
        assert same["changes"] == []

    tell(database, tmp_path, story)


def test_each_fact_names_the_line_that_last_set_it(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await assessed(d)
        found = (await d.ask(LAN, BLAME, id=case))["blame"]
        setters = {each["fact"]["path"]: each["setBy"] for each in found}
        assert setters["/risk_confirmed"] == {"act": "CONFIRM_RISK", "actor": {"name": HAI}}
        assert setters["/risk_proposed"]["act"] == "ASSESS_INITIAL_RISK"
        assert setters["/number"]["act"] == "OPEN_CASE"
        assert (await d.ask(THU, BLAME, id=case))["blame"] is None

    tell(database, tmp_path, story)


ACTIONS = "query A($id: ID!) { actions(fileId: $id) { act label { vi } needsReason scope office { role } } }"


def test_the_acts_that_are_offered_are_those_that_would_be_allowed(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        d.api.record.at("2026-03-03T08:00")
        before = {each["act"] for each in (await d.ask(HAI, ACTIONS, id=case))["actions"]}
        worker = (await d.ask(LAN, ACTIONS, id=case))["actions"]
        assert "ASSESS_INITIAL_RISK" in {each["act"] for each in worker}
        assert "CONFIRM_RISK" not in {each["act"] for each in worker}
        assert "CONFIRM_RISK" in before
        assert {each["act"] for each in (await d.ask(MAI, ACTIONS, id=case))["actions"]} & {"CONFIRM_RISK"} == set()

    tell(database, tmp_path, story)


def test_anything_can_be_asked_for_by_its_id(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, case = await opened(d)
        await d.caught_up()
        line = (await d.ask(LAN, "{ auditTrail(first: 1) { edges { node { id } } } }"))["auditTrail"]["edges"][0]
        office = (await d.ask(LAN, "{ viewer { offices { officeId unit { unitId } } } }"))["viewer"]["offices"][0]
        ids = [case, report, line["node"]["id"], office["officeId"], office["unit"]["unitId"]]
        found = await d.ask(LAN, "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", ids=ids)
        assert [node["__typename"] for node in found["nodes"]] == ["Case", "Report", "Entry", "Office", "Unit"]
        assert [node["id"] for node in found["nodes"]] == ids
        one = await d.ask(LAN, "query N($id: ID!) { node(id: $id) { id ... on Case { number } } }", id=case)
        assert one["node"]["number"].startswith("VV-11359-26-")
        many = "query N($ids: [ID!]!) { nodes(ids: $ids) { id } }"
        assert await d.code(LAN, many, ids=[case] * 101) == "BAD_USER_INPUT"
        assert await d.code(LAN, many, ids=["?"]) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_an_error_says_nothing_of_what_was_asked(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        for name in (LAN, THU):
            answer = await d.api.post(name, REPORT, {"id": CHILD})
            assert CHILD not in answer.text
            assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"

    tell(database, tmp_path, story)
