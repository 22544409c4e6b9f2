"""The trail over a real record and a real projector: pages both ways, filters, scope, masks, search."""

import asyncio
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from domain.office.delegate_power import DelegatePower
from domain.office.end_worker import EndWorker
from domain.record.vocabulary import Role, office_id
from server.schema.base.ids import ANY_TYPE, global_id, key_of, position_token
from server.schema.lists.trail import LIST_MAX
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.reading_kit import BINH, CHILD, DUC, HAI, LAN, MAI, MINH, THU, TOLD, Desk, opened, received, tell
from tests.schema.sightings import MET

TRAIL = """
query Trail($filter: TrailFilter, $first: Int, $after: String, $last: Int, $before: String,
            $order: TrailOrder! = NEWEST_FIRST, $atLeast: String, $upTo: String) {
  auditTrail(filter: $filter, first: $first, after: $after, last: $last, before: $before, order: $order,
             atLeast: $atLeast, upTo: $upTo) {
    edges { cursor node { id position act fileId label { vi } actor { name role } unit { name } late
                          reason { masked } details { path value masked } changes { path after masked } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount readAt
  }
}
"""


async def trail(d: Desk, name: str, **asked: Any) -> dict[str, Any]:
    return (await d.ask(name, TRAIL, **asked))["auditTrail"]


def acts(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["act"] for edge in page["edges"]]


def positions(page: dict[str, Any]) -> list[int]:
    return [int(edge["node"]["position"]) for edge in page["edges"]]


def test_a_line_can_be_read_as_soon_as_it_is_waited_for(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        page = await trail(d, BINH, first=3, atLeast=d.token)
        assert "OPEN_CASE" in acts(page)
        assert page["edges"][0]["node"]["unit"]["name"] == "Phường An Biên"

    tell(database, tmp_path, story)


def test_a_position_that_is_not_reached_is_told_and_not_waited_for_without_end(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        assert await d.code(BINH, TRAIL, atLeast=position_token(10**9)) == "READ_MODEL_BEHIND"

    tell(database, tmp_path, story)


def test_pages_run_through_the_trail_both_ways_without_gap_or_repeat(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        everything = positions(await trail(d, BINH, first=100))
        assert everything == sorted(everything, reverse=True)
        walked: list[int] = []
        page = await trail(d, BINH, first=4)
        assert page["pageInfo"]["hasPreviousPage"] is False
        assert page["totalCount"] == len(everything)
        while True:
            walked += positions(page)
            if not page["pageInfo"]["hasNextPage"]:
                break
            page = await trail(d, BINH, first=4, after=page["pageInfo"]["endCursor"])
        assert walked == everything
        back = await trail(d, BINH, last=3, before=page["pageInfo"]["startCursor"])
        assert positions(back) == [p for p in everything if p > positions(page)[0]][-3:]
        assert back["pageInfo"] | {"startCursor": "", "endCursor": ""} == {
            "hasNextPage": True,
            "hasPreviousPage": True,
            "startCursor": "",
            "endCursor": "",
        }
        oldest = await trail(d, BINH, first=100, order="OLDEST_FIRST")
        assert positions(oldest) == everything[::-1]
        assert positions(await trail(d, BINH, last=2, order="OLDEST_FIRST")) == everything[1::-1]

    tell(database, tmp_path, story)


def test_lines_that_come_in_between_move_no_page(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        first = await trail(d, BINH, first=3)
        rest = positions(await trail(d, BINH, first=100, after=first["pageInfo"]["endCursor"]))
        frozen = first["readAt"]
        await received(d)
        await d.caught_up()
        assert positions(await trail(d, BINH, first=100, after=first["pageInfo"]["endCursor"])) == rest
        assert positions(await trail(d, BINH, first=100, upTo=frozen)) == positions(first) + rest
        assert len(positions(await trail(d, BINH, first=100))) > len(positions(first)) + len(rest)

    tell(database, tmp_path, story)


def test_what_makes_no_page_is_the_askers_mistake(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        page = await trail(d, BINH, first=2)
        cursor = page["pageInfo"]["endCursor"]
        wrong: list[dict[str, Any]] = [
            {"first": -1},
            {"first": 0},
            {"first": 101},
            {"last": -5},
            {"first": 2, "last": 2},
            {"first": 2, "before": cursor},
            {"last": 2, "after": cursor},
            {"first": 2, "after": "not a cursor"},
            {"first": 2, "after": cursor[:-2] + ("AA" if cursor[-2:] != "AA" else "BB")},
            {"first": 2, "after": cursor, "filter": {"acts": ["OPEN_CASE"]}},
            {"first": 2, "after": cursor, "order": "OLDEST_FIRST"},
            {"first": 2, "atLeast": "x"},
            {"first": 2, "upTo": "aHA6LTE"},
            {"filter": {"caseId": "bm90aGluZw"}},
            {"filter": {"fileIds": ["x"]}},
            {"filter": {"words": " ., ", "purpose": "INSPECTION"}},
            {"filter": {"fileIds": [page["edges"][0]["node"]["fileId"]] * (LIST_MAX + 1)}},
        ]
        for asked in wrong:
            assert await d.code(BINH, TRAIL, **asked) == "BAD_USER_INPUT", asked

    tell(database, tmp_path, story)


def test_filters_find_their_lines_and_nothing_else(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        report, case = await opened(d)
        await d.caught_up()
        person = (await d.ask(LAN, "{ viewer { personId } }"))["viewer"]["personId"]
        assert acts(await trail(d, BINH, filter={"acts": ["OPEN_CASE"]})) == ["OPEN_CASE"]
        assert set(acts(await trail(d, BINH, filter={"actorIds": [person]}))) == {"OPEN_CASE", "RECEIVE_REPORT"}
        assert "LINK_REPORT" in acts(await trail(d, BINH, filter={"caseId": case}))
        assert set(acts(await trail(d, BINH, filter={"fileIds": [report]}))) >= {"RECEIVE_REPORT", "LINK_REPORT"}
        assert set(acts(await trail(d, BINH, filter={"kinds": ["CASE"]}))) == {"OPEN_CASE"}
        assert acts(await trail(d, BINH, filter={"roles": ["COURT_CLERK"]})) == []
        assert acts(await trail(d, BINH, filter={"late": True})) == []
        assert acts(await trail(d, BINH, filter={"hasAttachments": True})) == []
        evening = {"since": "2026-03-02T22:00:00+07:00", "until": "2026-03-02T23:00:00+07:00"}
        assert "OPEN_CASE" in acts(await trail(d, BINH, filter={"occurredAt": evening, "recordedAt": evening}))
        day_before = {"until": "2026-03-02T00:00:00+07:00"}
        assert acts(await trail(d, BINH, filter={"occurredAt": day_before})) == []
        assert set(acts(await trail(d, BINH, filter={"categories": ["REGISTER"]}, first=100))) == {
            "ESTABLISH_UNIT",
            "ESTABLISH_OFFICE",
            "APPOINT_HOLDER",
        }

    tell(database, tmp_path, story)


def test_a_city_finds_what_its_wards_did_and_a_ward_only_its_own(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await received(d, THU, placeUnit="11443")
        await d.caught_up()

        async def of(code: str, **more: Any) -> set[str]:
            asked = {"unit": {"by": {"code": code}} | more, "kinds": ["REPORT", "CASE"]}
            return {e["node"]["unit"]["name"] for e in (await trail(d, BINH, filter=asked))["edges"]}

        assert await of("31") == {"Phường An Biên", "Phường Kiến An"}
        assert await of("31", subtree=False) == set()
        assert await of("11359") == {"Phường An Biên"}
        assert await of("11443", side="ACTOR") == {"Phường Kiến An"}
        assert await of("11443", side="MATTER") == {"Phường Kiến An"}
        assert await of("00000") == set()

    tell(database, tmp_path, story)


def test_a_worker_sees_the_lines_of_the_own_ward_only(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        seen = {e["node"]["unit"]["name"] for e in (await trail(d, LAN, first=100))["edges"]}
        assert seen == {"Phường An Biên"}
        elsewhere = await trail(d, THU, first=100, filter={"kinds": ["REPORT", "CASE"]})
        assert elsewhere["edges"] == []
        assert elsewhere["totalCount"] == 0
        everything = {"unit": {"by": {"code": "31"}}, "kinds": ["REPORT", "CASE"]}
        assert (await trail(d, THU, filter=everything))["edges"] == []
        assert acts(await trail(d, LAN, filter=everything)) != []

    tell(database, tmp_path, story)


def test_somebody_without_an_office_sees_no_line(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        d.api.people["Không Chức Vụ"] = uuid4()
        page = await trail(d, "Không Chức Vụ", first=100)
        assert (page["edges"], page["totalCount"]) == ([], 0)
        assert await d.code("Không Chức Vụ", TRAIL, filter={"words": "trẻ", "purpose": "INSPECTION"}) == "FORBIDDEN"

    tell(database, tmp_path, story)


@pytest.mark.parametrize("name", [LAN, HAI, DUC, BINH, MAI, MINH])
def test_what_is_personal_is_masked_and_the_rest_of_the_line_stays(
    database: Database, tmp_path: Path, name: str
) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        page = await trail(d, name, filter={"acts": ["RECEIVE_REPORT"]})
        [line] = [edge["node"] for edge in page["edges"]]
        masked = {each["path"]: each["masked"] for each in line["details"] if each["masked"]}
        assert masked["/child_name"] == "CHILD"
        assert masked["/reporter_name"] == "REPORTER"
        assert masked["/narrative"] == "TEXT"
        assert line["actor"]["name"] == LAN
        told = {each["path"]: each["value"] for each in line["details"]}
        assert told["/channel"] == "IN_PERSON"
        hidden = {each["path"] for each in line["changes"] if each["masked"]}
        assert {"/child_name", "/narrative"} <= hidden
        assert CHILD not in str(page)
        assert TOLD not in str(page)
        assert "Trần Văn Khải" not in str(page)

    tell(database, tmp_path, story)


def test_words_are_found_with_and_without_accents(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        for words in ("vết bầm", "vet bam", "BẦM vết", "hàng XÓM tre"):
            assert acts(await trail(d, MAI, filter={"words": words, "purpose": "INSPECTION"})) == ["RECEIVE_REPORT"], (
                words
            )
        for words in ("vết bẫm", "hoả hoạn"):
            assert acts(await trail(d, MAI, filter={"words": words, "purpose": "INSPECTION"})) == [], words
        assert acts(await trail(d, LAN, filter={"words": "vet bam", "purpose": "INSPECTION"})) == ["RECEIVE_REPORT"]
        assert acts(await trail(d, THU, filter={"words": "vet bam", "purpose": "INSPECTION"})) == []

    tell(database, tmp_path, story)


@pytest.mark.parametrize("name", [DUC, MINH])
def test_who_may_not_read_texts_may_not_search_them(database: Database, tmp_path: Path, name: str) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        assert await d.code(name, TRAIL, filter={"words": "vết bầm", "purpose": "INSPECTION"}) == "FORBIDDEN"

    tell(database, tmp_path, story)


def test_what_a_line_changed_stands_with_it(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        [line] = (await trail(d, BINH, filter={"acts": ["OPEN_CASE"]}))["edges"]
        changed = {each["path"]: each["after"] for each in line["node"]["changes"]}
        assert changed["/phase"] == "OPEN"
        assert changed["/place/code"] == "11359"

    tell(database, tmp_path, story)


SAME = """id recordedAt occurredAt fileId late starts { code since dueAt confidence } ends { code how }
  reason { ...D } lateReason { ...D } details { ...D } changes { path label { vi en } before after }"""
D = "fragment D on Detail { path label { vi en } value valueLabel { vi en } masked maskedLabel { vi en } erased }"
BOTH = f"""query B($case: ID!, $token: String) {{
  timeline(fileId: $case, filter: {{reports: false, readings: true}}, first: 50) {{ edges {{ node {{ {SAME} }} }} }}
  auditTrail(first: 50, order: OLDEST_FIRST, filter: {{caseId: $case}}, atLeast: $token) {{
    edges {{ node {{ {SAME} }} }} }} }} {D}"""


def test_the_trail_and_the_file_tell_a_line_alike(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        late = {"occurredAt": "2026-03-03T08:30:00.5+07:00", "lateReason": "Mất điện."}
        d.api.record.at("2026-03-05T08:00")
        await d.act(LAN, "assessInitialRisk", caseId=case, level="HIGH", findings=TOLD, sighting=MET, **late)
        await d.act(HAI, "overrideRisk", caseId=case, level="HIGH", seriousDanger=True, reason="Bố dọa đánh.")
        told = await d.ask(MAI, BOTH, case=case, token=d.token)
        in_the_file = {edge["node"]["id"]: edge["node"] for edge in told["timeline"]["edges"]}
        in_the_trail = {edge["node"]["id"]: edge["node"] for edge in told["auditTrail"]["edges"]}
        assert len(in_the_file) >= 3
        for line, node in in_the_file.items():
            assert in_the_trail[line] == node
        [assessed] = [each for each in in_the_file.values() if each["lateReason"]]
        assert assessed["occurredAt"] == "2026-03-03T01:30:00.500000Z"
        [level] = [each for each in assessed["details"] if each["path"] == "/level"]
        assert (level["value"], level["valueLabel"]["vi"], level["label"]["en"]) == ("HIGH", "Cao", "Level of risk")

    tell(database, tmp_path, story)


def test_a_malformed_id_is_told_with_its_field_and_form(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        _, case = await opened(d)
        wrong = {
            "fileIds": [str(key_of(case, "Case", "id"))],
            "actorIds": [case],
            "officeIds": ["x"],
            "caseId": global_id("Person", uuid4()),
        }
        for field, value in wrong.items():
            answer = (await d.api.post(MAI, TRAIL, {"filter": {field: value}})).json()
            [error] = answer["errors"]
            assert f"{field}: this is no id of a" in str(error), error
            assert "opaque" in str(error)

    tell(database, tmp_path, story)


def test_who_looked_leads_to_the_file_and_so_does_an_id_that_does_not_tell_its_kind(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        report = (await received(d))["report"]["id"]
        read = "query Q($id: ID!) { report(by: {id: $id}, purpose: CASE_WORK) { facts { value } } }"
        await d.ask(LAN, read, id=report)
        await d.caught_up()
        [line] = (await trail(d, MAI, filter={"acts": ["READ_PERSONAL"]}))["edges"]
        [file] = [each["value"] for each in line["node"]["details"] if each["path"] == "/file"]
        assert file == report
        file = global_id(ANY_TYPE, key_of(report, "Report", "id"))  # as an older reading gives it
        assert (await d.ask(MAI, "query N($id: ID!) { report(by: {id: $id}) { id } }", id=file))["report"] == {
            "id": report
        }
        assert (await d.ask(MAI, "query N($id: ID!) { node(id: $id) { id } }", id=file))["node"] == {"id": report}
        assert "RECEIVE_REPORT" in acts(await trail(d, MAI, filter={"fileIds": [file]}))
        duties = "query D($id: ID!) { duties(filter: {fileId: $id}) { edges { node { fileId } } } }"
        assert {e["node"]["fileId"] for e in (await d.ask(MAI, duties, id=file))["duties"]["edges"]} == {report}

    tell(database, tmp_path, story)


COUNTS = """query C($by: CountBy!, $filter: CountFilter) {
  auditCounts(by: $by, filter: $filter) { rows { act unit { name } month lines late } readAt } }"""


def test_lines_are_counted_by_act_by_unit_and_by_month(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        by_act = (await d.ask(BINH, COUNTS, by="ACT"))["auditCounts"]["rows"]
        assert {row["act"]: row["lines"] for row in by_act}["OPEN_CASE"] == 1
        city = {"unit": {"by": {"code": "31"}}, "acts": ["OPEN_CASE"]}
        by_unit = (await d.ask(BINH, COUNTS, by="UNIT", filter=city))["auditCounts"]["rows"]
        assert [(row["unit"]["name"], row["lines"]) for row in by_unit] == [("Phường An Biên", 1)]
        by_month = (await d.ask(BINH, COUNTS, by="MONTH", filter=city))["auditCounts"]["rows"]
        assert [(row["month"], row["lines"]) for row in by_month] == [("2026-03-01", 1)]
        assert (await d.ask(THU, COUNTS, by="ACT", filter={"acts": ["OPEN_CASE"]}))["auditCounts"]["rows"] == []
        assert await d.code(THU, COUNTS, by="ACT", filter={"unit": {"by": {"code": "11359"}}}) == "FORBIDDEN"

    tell(database, tmp_path, story)


def test_a_line_that_concerns_two_of_the_viewers_units_is_counted_once(database: Database, tmp_path: Path) -> None:
    """A worker of one ward who has an office in the other, too: the line of one ward on a matter of the other."""

    async def story(d: Desk) -> None:
        await received(d, placeUnit="11443", receivedAt="2026-02-26T10:00:00+07:00", lateReason="Mất điện sau bão.")
        await d.caught_up()
        asked = {"acts": ["RECEIVE_REPORT"]}
        for name in (LAN, THU):
            [row] = (await d.ask(name, COUNTS, by="ACT", filter=asked))["auditCounts"]["rows"]
            assert (row["lines"], row["late"]) == (1, 1)
        await d.api.appointed(d.there, Role.COMMUNE_CHAIR, LAN)
        await d.caught_up()
        [row] = (await d.ask(LAN, COUNTS, by="ACT", filter=asked))["auditCounts"]["rows"]
        assert (row["lines"], row["late"]) == (1, 1)
        [row] = (await d.ask(LAN, COUNTS, by="MONTH", filter=asked))["auditCounts"]["rows"]
        assert (row["month"], row["lines"], row["late"]) == ("2026-03-01", 1, 1)
        by_unit = (await d.ask(LAN, COUNTS, by="UNIT", filter=asked))["auditCounts"]["rows"]
        assert {row["unit"]["name"]: row["lines"] for row in by_unit} == {"Phường An Biên": 1, "Phường Kiến An": 1}
        one = {**asked, "unit": {"by": {"code": "11443"}}}
        [row] = (await d.ask(LAN, COUNTS, by="ACT", filter=one))["auditCounts"]["rows"]
        assert row["lines"] == 1
        nothing = {**asked, "since": "2026-04-01"}
        assert (await d.ask(LAN, COUNTS, by="ACT", filter=nothing))["auditCounts"]["rows"] == []

    tell(database, tmp_path, story)


def test_a_delegates_line_tells_the_own_office_by_its_own_role(database: Database, tmp_path: Path) -> None:
    asked = """{ auditTrail(filter: {acts: [VERIFY_TRUTH]}) { edges { node {
        actor { role delegation office { officeId role label { en } unit { name } } } } } } }"""

    async def story(d: Desk) -> None:
        _, case = await opened(d)
        deputy = office_id(d.here.id, Role.COMMUNE_DEPUTY_CHAIR)
        paper = DelegatePower(
            document_no="GUQ-07", to_office=deputy, since=d.api.record.clock[0], until=instant("2026-03-09T00:00")
        )
        await d.api.record.act(office_id(d.here.id, Role.COMMUNE_CHAIR), paper, by=d.api.people[HAI])
        await d.act(DUC, "verifyTruth", caseId=case, findings="Tổ dân phố xác nhận.", sources="Hàng xóm.")
        await d.caught_up()
        [line] = (await d.ask(BINH, asked))["auditTrail"]["edges"]
        office = {"officeId": global_id("Office", deputy), "role": "COMMUNE_DEPUTY_CHAIR"}
        office |= {"label": {"en": "Commune Deputy Chair"}, "unit": {"name": "Phường An Biên"}}
        assert line["node"]["actor"] == {"role": "COMMUNE_CHAIR", "delegation": "GUQ-07", "office": office}

    tell(database, tmp_path, story)


def test_a_line_by_its_id_tells_what_the_page_tells_of_it(database: Database, tmp_path: Path) -> None:
    asked = "query N($id: ID!) { node(id: $id) { ... on Entry { act details { path value } changes { path after } } } }"

    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        [edge] = (await trail(d, BINH, filter={"acts": ["OPEN_CASE"]}))["edges"]
        found = (await d.ask(BINH, asked, id=edge["node"]["id"]))["node"]
        assert found["act"] == "OPEN_CASE"
        assert [each["path"] for each in found["details"]] == [each["path"] for each in edge["node"]["details"]]
        assert found["changes"]
        assert [each["path"] for each in found["changes"]] == [each["path"] for each in edge["node"]["changes"]]

    tell(database, tmp_path, story)


def test_while_the_tables_are_of_an_earlier_version_the_trail_is_told_to_be_behind(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        await d.caught_up()
        with psycopg.connect(database.dsn(), autocommit=True) as connection:
            connection.execute("ALTER VIEW read.trail RENAME COLUMN office_role TO role_of_another_version")
            assert await d.code(BINH, TRAIL) == "INTERNAL", "of this version it would be a fault of ours"
            connection.execute("UPDATE read.tracking SET version = version - 1 WHERE name = 'trail' AND live")
            connection.execute("NOTIFY read")
        async with asyncio.timeout(5):
            while not d.api.services.tail.outdated():
                await asyncio.sleep(0.01)
        assert await d.code(BINH, TRAIL) == "READ_MODEL_BEHIND"

    tell(database, tmp_path, story)


def test_a_worker_whose_post_has_ended_reads_nothing_more(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        assert acts(await trail(d, LAN)) != []
        d.api.record.at("2026-03-02T22:30")
        office = office_id(d.here.id, Role.PROTECTION_WORKER)
        ended = EndWorker(person=d.api.people[LAN], until=d.api.record.clock[0], decision_no="QĐ-02")
        await d.api.record.act(office, ended, by=d.api.people[HAI])
        assert acts(await trail(d, LAN)) == []

    tell(database, tmp_path, story)


def test_many_ask_at_once_and_each_is_answered(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        pages = await asyncio.gather(*(trail(d, name, first=5) for name in (LAN, BINH, MAI, MINH)))
        assert all(page["edges"] for page in pages)

    tell(database, tmp_path, story)
