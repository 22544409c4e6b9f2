"""People who look for what is not theirs to see, each by the way that came to mind; nobody finds it."""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import aclosing
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4
from zlib import crc32

import psycopg
import pytest

from domain.access.state import Purpose
from domain.attempt.state import KINDS, MANY
from domain.office.delegate_power import DelegatePower
from domain.office.end_worker import EndWorker
from domain.record.file import Request
from domain.record.refusal import Refused
from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.state import Level
from server.record.attempts import AttemptLog
from server.record.handle import Handler, folded
from server.record.register_cache import RegisterCache
from server.schema.base.context import Context
from server.schema.base.ids import global_id, key_of, pack, position_token
from server.schema.files.aim import Aim
from server.schema.files.reveal import reveal_lines
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.reading_kit import BINH, CHILD, DUC, HAI, LAN, MAI, MINH, THU, TOLD, Desk, opened, received, tell
from tests.schema.sightings import MET
from tests.schema.test_files import BLAME, CASE, DIFF, READINGS, REPORT, TIMELINE, nodes
from tests.schema.test_subscription import heard, lines

FRONT, PROVIDER, REGISTRAR, NOBODY = "Nguyễn Thị Hoa", "Trịnh Văn Sơn", "Cao Thị Hạnh", "Lý Văn Dũng"
"""Front member of An Biên; a shelter's worker; a registrar; somebody without any office."""
TOLD_BY = "Trần Văn Khải"
SINCE = {"recordedAt": "2020-01-01T00:00:00Z"}
TRAIL = """
query Trail($filter: TrailFilter) {
  auditTrail(filter: $filter, first: 100) {
    edges { node { id kind act details { path value masked } changes { path before after masked } } } totalCount
  }
}
"""
OPEN_BLAME = """query B($id: ID!, $purpose: Purpose) {
  blame(fileId: $id, purpose: $purpose) { fact { path value } } }"""
OPEN_DIFF = """query D($id: ID!, $s: AsOf!, $purpose: Purpose) {
  diff(fileId: $id, since: $s, purpose: $purpose) { changes { change { path before after } cause { act } } } }"""
NODES = "query N($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Report { facts { path value } } } }"
DENIED = "{ auditTrail(filter: {categories: [DENIED]}) { edges { node { details { path value } } } } }"
DUTIES = "{ duties { edges { node { kind code fileId } } } }"
COUNTS = "{ auditCounts(by: ACT) { rows { act lines } } }"
CASES = "{ cases { edges { node { caseId number } } } }"


async def denied(d: Desk) -> list[dict[str, Any]]:
    """What the inspector reads of attempts that were refused, once those that wait are written."""
    await d.api.attempts.flush(everything=True)
    await d.caught_up()
    edges = (await d.ask(MAI, DENIED))["auditTrail"]["edges"]
    return [{each["path"]: each["value"] for each in edge["node"]["details"]} for edge in edges]


async def readings(d: Desk, file: str) -> list[dict[str, Any]]:
    """What the inspector reads of readings of a file."""
    return nodes((await d.ask(MAI, READINGS, id=file))["accessReadings"])


async def delegated(d: Desk, until: str, acts: tuple[str, ...] = ()) -> None:
    """The Chair hands his power to his deputy."""
    to = office_id(d.here.id, Role.COMMUNE_DEPUTY_CHAIR)
    paper = DelegatePower(
        document_no="01/2026/UQ-UBND", to_office=to, since=d.api.record.clock[0], until=instant(until), acts=acts
    )
    await d.api.record.act(office_id(d.here.id, Role.COMMUNE_CHAIR), paper, by=d.api.people[HAI])


async def ended(d: Desk) -> None:
    """The worker of An Biên loses her post, now."""
    end = EndWorker(person=d.api.people[LAN], until=d.api.record.clock[0], decision_no="QĐ-02")
    await d.api.record.act(office_id(d.here.id, Role.PROTECTION_WORKER), end, by=d.api.people[HAI])


async def shelter(d: Desk) -> UnitRef:
    """A shelter of the city with one worker, whom no case has named."""
    unit = await d.api.record.unit("MA01", "Mái ấm Hoa Sen", Level.PROVIDER, d.here)
    await d.api.appointed(unit, Role.SERVICE_PROVIDER, PROVIDER)
    return unit


def test_a_front_member_of_the_ward_finds_no_line_of_its_cases(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await d.api.appointed(d.here, Role.FRONT_MEMBER, FRONT)
        await opened(d)
        await d.caught_up()
        assert (await d.ask(FRONT, TRAIL, filter={"kinds": ["CASE"]}))["auditTrail"] == {"edges": [], "totalCount": 0}
        assert len((await d.ask(FRONT, TRAIL, filter={"kinds": ["REPORT"]}))["auditTrail"]["edges"]) == 2
        kinds = {edge["node"]["kind"] for edge in (await d.ask(FRONT, DUTIES))["duties"]["edges"]}
        assert "REPORT" in kinds
        assert "CASE" not in kinds
        counted = {row["act"] for row in (await d.ask(FRONT, COUNTS))["auditCounts"]["rows"]}
        assert "RECEIVE_REPORT" in counted
        assert "OPEN_CASE" not in counted
        whole = (await d.ask(LAN, TRAIL, filter={"kinds": ["CASE"]}))["auditTrail"]["edges"]
        assert len(whole) == 1
        node = "query N($id: ID!) { node(id: $id) { id } }"
        assert (await d.ask(FRONT, node, id=whole[0]["node"]["id"]))["node"] is None
        assert (await d.ask(LAN, node, id=whole[0]["node"]["id"]))["node"] is not None

    tell(database, tmp_path, story)


def test_a_front_member_does_not_learn_by_searching_which_words_stand_in_a_case(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        await d.api.appointed(d.here, Role.FRONT_MEMBER, FRONT)
        _, case = await opened(d)
        d.api.record.at("2026-03-03T08:00")
        await d.act(
            LAN, "assessInitialRisk", caseId=case, level="LOW", findings=f"Cháu {CHILD} ở với bà ngoại.", sighting=MET
        )
        await d.caught_up()
        assert (await d.ask(LAN, TRAIL, filter={"words": CHILD, "purpose": "INSPECTION"}))["auditTrail"][
            "totalCount"
        ] == 1
        assert await d.code(FRONT, TRAIL, filter={"words": CHILD, "purpose": "INSPECTION"}) == "FORBIDDEN"

    tell(database, tmp_path, story)


def test_the_past_does_not_open_what_is_masked_now(database: Database, tmp_path: Path) -> None:
    query = """query P($id: ID!, $at: AsOf) {
      report(by: {id: $id}, asOf: $at, purpose: CASE_WORK) { facts { path value masked } }
      blame(fileId: $id, asOf: $at, purpose: CASE_WORK) { fact { path value } } }"""

    async def story(d: Desk) -> None:
        report = (await received(d))["report"]["id"]
        then = d.token
        assert TOLD_BY in str(await d.ask(LAN, query, id=report, at={"position": then}))
        await d.act(LAN, "forwardReport", reportId=report, toUnit="SYT")
        await d.act(BINH, "acknowledgeReport", reportId=report)
        for moment in (None, {"position": then}, {"recordedAt": "2026-03-02T22:20:30+07:00"}):
            answer = str(await d.ask(LAN, query, id=report, at=moment))
            assert TOLD_BY not in answer
            assert TOLD in answer

    tell(database, tmp_path, story)


def test_a_key_used_again_after_the_post_ended_shows_nothing_of_the_file(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report = (await received(d))["report"]["id"]
        asked = {"reportId": report, "placeUnit": "11359", "idempotencyKey": str(uuid4())}
        case = (await d.act(LAN, "openCase", **asked))["case"]["id"]
        assert (await d.api.act(LAN, "openCase", **asked))["case"]["id"] == case
        d.api.record.at("2026-03-02T22:40")
        await ended(d)
        again = await d.api.act(LAN, "openCase", **asked)
        assert again["case"] is None
        assert again["entry"]["act"] == "OPEN_CASE"

    tell(database, tmp_path, story)


def test_a_wrong_version_tells_the_lines_of_a_file_only_to_who_may_see_it(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await shelter(d)
        _, case = await opened(d)
        d.api.record.at("2026-03-03T08:00")
        died, cause = "2026-03-03T07:00:00+07:00", "Đuối nước."
        asked: dict[str, Any] = {"caseId": case, "diedAt": died, "knownAt": died, "cause": cause, "place": "WATER"}
        asked["expectedVersion"] = 0
        [error] = (await d.api.act(PROVIDER, "reportDeath", **asked))["errors"]
        assert (error["__typename"], error["code"]) == ("Refusal", "OUTSIDE_YOUR_UNIT")
        [error] = (await d.api.act(BINH, "reportDeath", **asked))["errors"]
        assert len(error["missed"]) == error["actualVersion"] > 0

    tell(database, tmp_path, story)


@pytest.mark.parametrize(
    "query",
    [
        "query Q($id: ID!) { timeline(fileId: $id, purpose: CASE_WORK) { totalCount } }",
        "query Q($id: ID!) { blame(fileId: $id, purpose: CASE_WORK) { fact { path } } }",
        'query Q($id: ID!) { diff(fileId: $id, since: {occurredAt: "2026-01-01T00:00:00Z"}, purpose: CASE_WORK)'
        " { afterVersion } }",
    ],
)
def test_trying_to_open_the_story_of_another_commune_leaves_a_line(
    database: Database, tmp_path: Path, query: str
) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        assert list((await d.ask(THU, query, id=case)).values()) == [None]
        [told] = await denied(d)
        assert (told["/name"], told["/refusals/0"]) == (THU, "MAY_NOT_SEE")

    tell(database, tmp_path, story)


def test_one_request_that_opens_a_file_many_times_is_one_reading(database: Database, tmp_path: Path) -> None:
    aliases = " ".join(f"r{n}: report(by: {{id: $id}}, purpose: CASE_WORK) {{ ...F }}" for n in range(13))
    query = f"""query Many($id: ID!) {{ {aliases} bad: case(by: {{id: "x"}}) {{ id }} }}
      fragment F on Report {{ facts {{ path value }} }}"""

    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        answer = (await d.api.post(LAN, query, {"id": report})).json()
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["BAD_USER_INPUT"]
        assert all(TOLD in str(answer["data"][f"r{n}"]) for n in range(13))
        assert len(await readings(d, report)) == 1
        await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK")
        assert len(await readings(d, report)) == 2

    tell(database, tmp_path, story)


def test_who_opens_many_files_in_one_request_is_recorded_on_each(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        files = [(await received(d, childName=CHILD))["report"]["id"] for _ in range(12)]
        aliases = " ".join(
            f'r{n}: report(by: {{id: "{file}"}}, purpose: CASE_WORK) {{ facts {{ value }} }}'
            for n, file in enumerate(files)
        )
        assert str(await d.ask(LAN, f"{{ {aliases} }}")).count(CHILD) == len(files)
        for file in files:
            assert [each["actor"]["name"] for each in await readings(d, file)] == [LAN]

    tell(database, tmp_path, story)


def test_a_deputy_reads_by_the_paper_as_long_as_it_is_in_force(database: Database, tmp_path: Path) -> None:
    query = """query W($id: ID!) {
      accessReadings(fileId: $id) { edges { node { actor { name role capacity delegation } } } } }"""

    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        d.api.record.at("2026-03-02T22:30")
        await delegated(d, "2026-03-03T08:00")
        d.api.record.at("2026-03-03T07:59:59.999999")
        assert CHILD in str(await d.ask(DUC, REPORT, id=report, purpose="DECISION"))
        [reading] = nodes((await d.ask(MAI, query, id=report))["accessReadings"])
        assert reading["actor"] == {
            "name": DUC,
            "role": "COMMUNE_CHAIR",
            "capacity": "DELEGATE",
            "delegation": "01/2026/UQ-UBND",
        }
        d.api.record.at("2026-03-03T08:00")
        assert CHILD not in str(await d.ask(DUC, REPORT, id=report, purpose="DECISION"))
        assert len(await readings(d, report)) == 1
        [told] = await denied(d)
        assert told["/name"] == DUC

    tell(database, tmp_path, story)


def test_a_paper_for_named_acts_opens_nothing_unless_it_names_reading(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        d.api.record.at("2026-03-02T22:30")
        await delegated(d, "2026-03-03T08:00", ("case.plan_approved.1",))
        d.api.record.at("2026-03-02T23:00")
        answer = str(await d.ask(DUC, REPORT, id=report, purpose="DECISION"))
        assert CHILD not in answer
        assert TOLD not in answer
        assert await d.code(DUC, TRAIL, filter={"words": "trẻ", "purpose": "INSPECTION"}) == "FORBIDDEN"

    tell(database, tmp_path, story)


def test_a_paper_that_names_reading_opens_what_its_giver_may_see(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        d.api.record.at("2026-03-02T22:30")
        await delegated(d, "2026-03-03T08:00", ("access.personal_read.1",))
        d.api.record.at("2026-03-02T23:00")
        assert CHILD in str(await d.ask(DUC, REPORT, id=report, purpose="DECISION"))

    tell(database, tmp_path, story)


def test_the_reporter_is_found_by_nobody_but_who_holds_the_report(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await shelter(d)
        await d.api.appointed(d.there, Role.FRONT_MEMBER, FRONT)
        await d.api.appointed(d.here, Role.REGISTRAR, REGISTRAR)
        report, case = await opened(d)
        await d.caught_up()
        ways: list[tuple[str, dict[str, Any]]] = [
            (REPORT, {"id": report}),
            (CASE, {"id": case}),
            (TIMELINE, {"id": case, "filter": {"readings": True}}),
            (TIMELINE, {"id": report, "filter": {"readings": True}}),
            (OPEN_BLAME, {"id": report}),
            (OPEN_DIFF, {"id": report, "s": SINCE}),
            (READINGS, {"id": report}),
            (TRAIL, {}),
            (
                "query N($ids: [ID!]!) { nodes(ids: $ids) { ... on FileNow { facts { path value } } } }",
                {"ids": [report, case]},
            ),
        ]
        for name in (HAI, DUC, BINH, MAI, MINH, THU, FRONT, PROVIDER, REGISTRAR):
            for query, asked in ways:
                for purpose in ("SUPERVISION", "EMERGENCY", None):
                    more = {"purpose": purpose} if "$purpose" in query else {}
                    answer = await d.api.post(name, query, asked | more)
                    assert TOLD_BY not in answer.text, (name, query)
        assert TOLD_BY in str(await d.ask(LAN, REPORT, id=report, purpose="CASE_WORK"))

    tell(database, tmp_path, story)


def test_somebody_without_an_office_finds_nothing(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        d.api.people[NOBODY] = uuid4()
        report, case = await opened(d)
        await d.caught_up()
        unit = (await d.ask(LAN, "{ viewer { offices { officeId unit { unitId } } } }"))["viewer"]["offices"][0]
        ids = [case, report, unit["officeId"], unit["unit"]["unitId"]]
        found = await d.ask(NOBODY, "query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
        assert found["nodes"] == [None] * 4
        for query in (CASE, REPORT):
            assert list((await d.ask(NOBODY, query, id=case if query is CASE else report)).values()) == [None]
        assert (await d.ask(NOBODY, TRAIL))["auditTrail"] == {"edges": [], "totalCount": 0}
        assert (await d.ask(NOBODY, DUTIES))["duties"]["edges"] == []
        assert (await d.ask(NOBODY, CASES))["cases"]["edges"] == []
        assert (await d.ask(NOBODY, COUNTS))["auditCounts"]["rows"] == []
        units = await d.ask(NOBODY, '{ units { totalCount edges { node { id } } } unit(by: {code: "11359"}) { id } }')
        assert units == {"units": {"totalCount": 0, "edges": []}, "unit": None}
        office = "query O($id: ID!) { office(id: $id) { holder { name } } }"
        assert (await d.ask(NOBODY, office, id=unit["officeId"]))["office"] is None

    tell(database, tmp_path, story)


def test_a_registrar_finds_nothing_of_cases(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await d.api.appointed(d.here, Role.REGISTRAR, REGISTRAR)
        report, case = await opened(d)
        await d.caught_up()
        for query, file in ((CASE, case), (REPORT, report), (TIMELINE, case), (READINGS, report)):
            assert list((await d.ask(REGISTRAR, query, id=file, purpose="EMERGENCY")).values()) == [None]
        assert (await d.ask(REGISTRAR, TRAIL))["auditTrail"]["edges"] == []
        assert (await d.ask(REGISTRAR, DUTIES))["duties"]["edges"] == []
        assert (await d.ask(REGISTRAR, CASES))["cases"]["edges"] == []
        assert (await d.ask(REGISTRAR, COUNTS))["auditCounts"]["rows"] == []

    tell(database, tmp_path, story)


def test_nobody_who_is_read_about_learns_who_read(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        await d.ask(BINH, REPORT, id=report, purpose="SUPERVISION")
        assert (await d.ask(THU, REPORT, id=report, purpose="CASE_WORK"))["report"] is None
        await d.api.attempts.flush()
        await d.caught_up()
        hidden = await d.ask(MAI, TRAIL, filter={"categories": ["ACCESS", "DENIED"]})
        ids = [edge["node"]["id"] for edge in hidden["auditTrail"]["edges"]]
        assert len(ids) == 2
        for name in (LAN, HAI, DUC, BINH, THU):
            for asked in (
                {"categories": ["ACCESS", "DENIED"]},
                {"kinds": ["ACCESS", "ATTEMPT"]},
                {"acts": ["READ_PERSONAL"]},
            ):
                found = (await d.ask(name, TRAIL, filter=asked))["auditTrail"]
                assert found == {"edges": [], "totalCount": 0}
            nodes = await d.ask(name, "query N($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=ids)
            assert nodes["nodes"] == [None, None]
            counted = {row["act"] for row in (await d.ask(name, COUNTS))["auditCounts"]["rows"]}
            assert not counted & {"READ_PERSONAL", "NOTE_ATTEMPT"}

    tell(database, tmp_path, story)


HOSTILE = ("'; DROP TABLE read.trail; --", "a' | 'b", "!!! & | <-> :*", "\\", "%s %(x)s", "' OR 1=1", "đường & !trẻ")


def forged(place: list[Any]) -> str:
    """A cursor of the question `{ cases(after: ...) }` that was not given out: the seed is no secret."""
    from hashlib import sha256

    seed = int.from_bytes(sha256(repr(("cases", "opened_at DESC", None)).encode()).digest()[:4])
    key = json.dumps(place, separators=(",", ":"))
    return base64.urlsafe_b64encode(f"{crc32(key.encode(), seed):08x}{key}".encode()).decode().rstrip("=")


def test_hostile_words_and_cursors_are_words_and_mistakes(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        for words in HOSTILE:
            answer = (await d.api.post(LAN, TRAIL, {"filter": {"words": words, "purpose": "INSPECTION"}})).json()
            codes = {error["extensions"]["code"] for error in answer.get("errors", ())}
            assert codes <= {"BAD_USER_INPUT"}, (words, answer)
            assert codes or answer["data"]["auditTrail"]["totalCount"] == 0
        query = "query C($after: String) { cases(first: 5, after: $after) { edges { node { number } } } }"
        good = ["infinity", str(uuid4())]
        assert len((await d.ask(LAN, query, after=forged(good)))["cases"]["edges"]) == 1
        for place in (["x", "y"], ["2026-01-01", "y"], ["\u0000", str(uuid4())], ["' OR 1=1 --", str(uuid4())]):
            assert await d.code(LAN, query, after=forged(place)) == "BAD_USER_INPUT", place

    tell(database, tmp_path, story)


def test_who_loses_the_post_hears_no_line_that_was_already_fetched(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        begin = position_token(await d.api.record.log.head())
        for _ in range(3):
            await received(d)
        await d.caught_up()
        async with aclosing(lines(d, LAN, after=begin, filter={"kinds": ["REPORT"]})) as ear:
            assert (await anext(ear))["act"] == "RECEIVE_REPORT"
            d.api.record.at("2026-03-02T22:40")
            await ended(d)
            waiting = asyncio.ensure_future(anext(ear))
            assert len(await heard(d, BINH, 3, after=begin, filter={"kinds": ["REPORT"]})) == 3
            assert not waiting.done()
            waiting.cancel()
            await asyncio.gather(waiting, return_exceptions=True)

    tell(database, tmp_path, story)


def test_a_token_that_outlives_the_post_opens_nothing(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, case = await opened(d)
        await d.caught_up()
        d.api.record.at("2026-03-02T22:40")
        await ended(d)
        for query, file in ((CASE, case), (REPORT, report), (TIMELINE, case), (BLAME, case)):
            assert list((await d.ask(LAN, query, id=file)).values()) == [None]
        assert (await d.ask(LAN, DIFF, id=case, since=SINCE))["diff"] is None
        assert (await d.ask(LAN, TRAIL))["auditTrail"]["edges"] == []
        assert (await d.ask(LAN, CASES))["cases"]["edges"] == []
        assert await d.code(LAN, TRAIL, filter={"words": "trẻ", "purpose": "INSPECTION"}) == "FORBIDDEN"

    tell(database, tmp_path, story)


def test_a_case_that_is_offered_to_a_ward_is_shown_to_its_worker_not_to_its_front_member(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        await d.api.appointed(d.there, Role.FRONT_MEMBER, FRONT)
        _, case = await opened(d)
        await d.act(
            HAI,
            "transferLead",
            decisionNo="33/QĐ",
            caseId=case,
            toUnit="11443",
            reason="Gia đình đã chuyển về Kiến An.",
        )
        assert (await d.ask(THU, CASE, id=case))["case"] is not None
        assert (await d.ask(FRONT, CASE, id=case, purpose="CASE_WORK"))["case"] is None

    tell(database, tmp_path, story)


def test_an_attempt_counted_by_two_processes_hinders_nobody_who_changed_office_meanwhile(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        report, _ = await opened(d)
        assert (await d.ask(THU, REPORT, id=report, purpose="CASE_WORK"))["report"] is None
        await d.api.attempts.flush()
        await d.api.appointed(d.there, Role.COMMUNE_CHAIR, NOBODY)
        end = EndWorker(person=d.api.people[THU], until=d.api.record.clock[0], decision_no="QĐ-03")
        await d.api.record.act(office_id(d.there.id, Role.PROTECTION_WORKER), end, by=d.api.people[NOBODY])
        other = AttemptLog(d.api.record.handler)
        d.api.services = replace(d.api.services, attempts=other)
        assert (await d.ask(THU, REPORT, id=report, purpose="CASE_WORK"))["report"] is None
        await other.flush(everything=True)
        assert [told["/name"] for told in await denied(d)] == ["", THU], "without an office, and in it before"

    tell(database, tmp_path, story)


def test_what_is_kept_apart_in_the_database_is_kept_apart_by_it(database: Database) -> None:
    """Who holds the log has no tables to search in, who searches has no log, and who indexes has no names' keys."""
    closed = {
        "baove_app": ("SELECT * FROM read.words", "SELECT * FROM read.trail", "SELECT * FROM vault.keys"),
        "baove_reader": (
            "SELECT * FROM log.events",
            "SELECT * FROM vault.keys",
            "SELECT * FROM vault.get('{}', '{}')",
            "SELECT * FROM vault.get_texts('{}')",
            "CREATE TABLE read.mine (one integer)",
            "DELETE FROM read.words",
        ),
        "baove_projector": (
            "SELECT * FROM vault.keys",
            "SELECT * FROM vault.get('{}', '{}')",
            "SELECT * FROM vault.destroy(gen_random_uuid(), gen_random_uuid())",
            "SELECT * FROM vault.put_if_absent('{}', '{}', '{}', '{}', '{}')",
        ),
        "baove_migrate": ("SELECT * FROM read.words", "SELECT * FROM read.trail"),
    }
    for role, statements in closed.items():
        with psycopg.connect(database.dsn(role), autocommit=True) as connection:
            for statement in statements:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement.encode())
    with psycopg.connect(database.dsn("baove_reader"), autocommit=True) as connection:
        assert connection.execute("SELECT * FROM read.words").fetchall() == []


@pytest.mark.parametrize(("who", "lines"), [(NOBODY, 0), (THU, KINDS)])
def test_who_tries_one_thing_after_another_does_not_flood_the_record(
    database: Database, tmp_path: Path, who: str, lines: int
) -> None:
    """Thirty files by two acts: the first kinds are told each, the rest in one line when the hour is over."""

    async def story(d: Desk) -> None:
        d.api.people.setdefault(who, uuid4())
        before = await d.api.record.log.head()
        for _ in range(30):
            for act in ("submitPlan", "startTracing"):
                told = {"lastKnown": "Không rõ."} if act == "startTracing" else {}
                assert await d.api.codes(who, act, caseId=global_id("Case", uuid4()), **told) != {}
        assert await d.api.record.log.head() - before == lines
        [last, *_] = await denied(d)
        assert await d.api.record.log.head() - before == lines + 1
        told_apart = KINDS if who == THU else 0
        assert (last["/file"], last["/times"]) == (global_id("Case", MANY), 60 - told_apart)

    tell(database, tmp_path, story)


def test_whether_there_is_a_file_shows_in_nothing_that_moves(database: Database, tmp_path: Path) -> None:
    """Asking for a foreign file and for one that never was: the same answer, and no line at that moment."""

    async def story(d: Desk) -> None:
        _, case = await opened(d)
        before = await d.api.record.log.head()
        for each in (case, global_id("Case", uuid4())):
            assert (await d.ask(THU, CASE, id=each))["case"] is None
            assert await d.api.record.log.head() == before
        assert len(await denied(d)) == 1, "it is told at the record's own pace"

    tell(database, tmp_path, story)


def test_what_moves_is_not_seen_by_somebody_without_an_office(database: Database, tmp_path: Path) -> None:
    """However far lists have come they say the same to him, and do not wait for a position that he makes up."""
    lists = "cases", "reports", "duties", "auditTrail", "auditCounts(by: ACT)"
    far = f"{{ {' '.join(f'{each} {{ readAt }}' for each in lists)} }}"
    beyond = "query Q($t: String!) { cases(atLeast: $t) { readAt } }"

    async def story(d: Desk) -> None:
        d.api.people[NOBODY] = uuid4()
        seen = {NOBODY: list[Any](), MAI: list[Any]()}
        for _ in range(2):
            await opened(d)
            await d.caught_up()
            for who, answers in seen.items():
                answers.append(await d.ask(who, far))
        assert seen[NOBODY][0] == seen[NOBODY][1]
        assert {each["readAt"] for each in seen[NOBODY][1].values()} == {position_token(0)}
        assert not [name for name in seen[MAI][0] if seen[MAI][0][name] == seen[MAI][1][name]], "the control"
        assert await d.ask(NOBODY, beyond, t=position_token(10**9)) == {"cases": {"readAt": position_token(0)}}
        assert await d.code(MAI, beyond, t=position_token(10**9)) == "READ_MODEL_BEHIND"

    tell(database, tmp_path, story)


BY_NUMBER = "query N($n: String!) { case(by: {number: $n}) { id } }"
ASKED: ContextVar[list[str] | None] = ContextVar("asked", default=None)


@pytest.mark.parametrize("by", ["id", "number"])
def test_the_same_is_asked_of_the_database_whether_there_is_a_file_or_not(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    """By time nobody learns what is not there to see: statement by statement the same is done, and answered."""
    execute = psycopg.AsyncCursor[Any].execute

    async def heard(cursor: Any, query: Any, *more: Any, **named: Any) -> Any:
        if (asked := ASKED.get()) is not None:
            asked.append(str(query))
        return await execute(cursor, query, *more, **named)

    monkeypatch.setattr(psycopg.AsyncCursor, "execute", heard)

    async def story(d: Desk) -> None:
        _, case = await opened(d)
        await d.caught_up()
        number = (await d.ask(LAN, "query N($id: ID!) { case(by: {id: $id}) { number } }", id=case))["case"]["number"]
        end = "000000" if number[-6:] != "000000" else "111111"
        there: list[Any] = (
            [case, global_id("Case", uuid4())] if by == "id" else [number, number[:-6] + end, "x" + number]
        )

        async def told(who: str, named: str) -> tuple[Any, list[str]]:
            ASKED.set([])
            answer = await (d.ask(who, CASE, id=named) if by == "id" else d.ask(who, BY_NUMBER, n=named))
            return answer, ASKED.get() or []

        for who in (THU, NOBODY):
            d.api.people.setdefault(who, uuid4())
            answers = [await told(who, each) for each in there]
            assert answers[0][0] == {"case": None}
            assert answers[0][1] != []
            assert all(each == answers[0] for each in answers), who
        assert [(await told(LAN, each))[0]["case"] is None for each in there] == [False, True, True][: len(there)]

    tell(database, tmp_path, story)


def test_a_post_that_ends_while_its_holder_reads_opens_nothing(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report = key_of((await received(d))["report"]["id"], "Report", "id")
        d.api.record.at("2026-03-02T22:40")
        lines_of_it = await d.api.services.history(report)
        file = folded(report, lines_of_it)
        context = Context(services=d.api.services, person=d.api.people[LAN])
        assert CHILD in str(await reveal_lines(context, file, lines_of_it, Aim(Purpose.CASE_WORK)))
        record, seen = d.api.record, d.api.services.register_cache.register.position
        elsewhere = Handler(
            record.log, record.writer, record.keyring, RegisterCache(record.log), now=record.handler.now
        )
        end = EndWorker(person=d.api.people[LAN], until=record.clock[0], decision_no="QĐ-02")
        office = office_id(d.here.id, Role.PROTECTION_WORKER)
        await elsewhere.handle(
            Request(file_id=office, command=end, command_id=uuid4(), at=record.clock[0], person=d.api.people[HAI])
        )
        assert d.api.services.register_cache.register.position == seen
        assert context.standings() != ()
        with pytest.raises(Refused):
            await reveal_lines(context, file, lines_of_it, Aim(Purpose.CASE_WORK))

    tell(database, tmp_path, story)


ASKED_FOR = {
    "node": "query($i: ID!) { node(id: $i) { id } }",
    "nodes": "query($i: ID!) { nodes(ids: [$i]) { id } }",
    "case": "query($i: ID!) { case(by: {id: $i}) { id } }",
    "timeline": "query($i: ID!) { timeline(fileId: $i) { totalCount } }",
    "blame": "query($i: ID!) { blame(fileId: $i) { fact { path } } }",
    "accessReadings": "query($i: ID!) { accessReadings(fileId: $i) { totalCount } }",
    "actions": "query($i: ID!) { actions(fileId: $i) { act } }",
}


@pytest.mark.parametrize("root", ASKED_FOR)
def test_whose_post_another_process_has_ended_sees_nothing_any_more(
    database: Database, tmp_path: Path, root: str
) -> None:
    """Two web processes: the one that is asked has not met the line that ended the post."""

    async def story(d: Desk) -> None:
        report = (await received(d))["report"]["id"]
        case = (await d.api.act(LAN, "openCase", reportId=report, placeUnit="11359"))["case"]["id"]
        own = RegisterCache(d.api.record.log)
        await own.catch_up()
        d.api.services = replace(d.api.services, register_cache=own)
        given = {"i": case}
        answer = (await d.api.post(LAN, ASKED_FOR[root], given)).json()
        if root != "accessReadings":  # these are for inspectors alone
            assert answer["data"][root] not in (None, [], [None]), answer
        d.api.record.at("2026-03-04T08:00")
        end = EndWorker(person=d.api.people[LAN], until=d.api.record.clock[0], decision_no="QĐ-02")
        office = office_id(d.here.id, Role.PROTECTION_WORKER)
        await d.api.record.act(office, end, by=d.api.people[HAI])
        d.api.record.at("2026-03-04T09:00")
        answer = (await d.api.post(LAN, ASKED_FOR[root], given)).json()
        assert answer["data"][root] in (None, [], [None]), answer

    tell(database, tmp_path, story)


def test_an_id_is_taken_as_it_was_given_and_in_no_other_spelling(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report = (await received(d))["report"]["id"]
        key = key_of(report, "Report", "id")
        spelled = (f"Report:{{{key}}}", f"Report:urn:uuid:{key}", f"Report:{key}", f"Report:{key.hex.upper()}")
        for wrong in (f"{report}==", f" {report}", f"{report}\n", *(pack(each) for each in spelled)):
            answer = (await d.api.post(LAN, ASKED_FOR["node"], {"i": wrong})).json()
            assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT", wrong
        assert (await d.api.post(LAN, ASKED_FOR["node"], {"i": report})).json()["data"]["node"] == {"id": report}

    tell(database, tmp_path, story)
