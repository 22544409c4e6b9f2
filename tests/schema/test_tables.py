"""Cases, duties, units and offices: lists that are filtered, ordered and scoped, at any date."""

from datetime import date
from pathlib import Path
from typing import Any

from domain.record.vocabulary import Role, office_id
from domain.unit.merge_unit import MergeUnit
from server.schema.base.ids import global_id
from tests.database import Database
from tests.record.reading_kit import BINH, HAI, LAN, THU, Desk, opened, received, tell
from tests.schema.sightings import MET

CASES = """
query Cases($filter: CaseFilter, $order: CaseOrder! = OPENED_LAST, $first: Int, $after: String, $last: Int,
            $before: String, $atLeast: String) {
  cases(filter: $filter, order: $order, first: $first, after: $after, last: $last, before: $before,
        atLeast: $atLeast) {
    edges { cursor node { caseId number phase risk lead { name } overdue nextDue nextDueCode running } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } readAt
  }
}
"""
DUTIES = """
query Duties($filter: DutyFilter, $first: Int, $after: String, $last: Int, $before: String) {
  duties(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { fileId code label { vi en } status dueAt answers { unit { name } } basis { article } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } readAt
  }
}
"""


async def three_cases(d: Desk) -> list[str]:
    """Three cases in An Biên, opened an hour apart."""
    found: list[str] = []
    for hour in (8, 9, 10):
        d.api.record.at(f"2026-03-03T{hour:02}:00")
        found.append((await opened(d))[1])
    await d.caught_up()
    return found


def ids(page: dict[str, Any]) -> list[str]:
    return [edge["node"]["caseId"] for edge in page["edges"]]


def test_cases_come_in_order_and_in_pages_both_ways(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        cases = await three_cases(d)

        async def page(**asked: Any) -> dict[str, Any]:
            return (await d.ask(LAN, CASES, **asked))["cases"]

        assert ids(await page()) == cases[::-1]
        assert ids(await page(order="OPENED_FIRST")) == cases
        first = await page(first=2, order="OPENED_FIRST")
        assert first["pageInfo"]["hasNextPage"] is True
        rest = await page(first=2, order="OPENED_FIRST", after=first["pageInfo"]["endCursor"])
        assert ids(rest) == cases[2:]
        assert rest["pageInfo"]["hasNextPage"] is False
        back = await page(last=1, order="OPENED_FIRST", before=rest["pageInfo"]["startCursor"])
        assert ids(back) == cases[1:2]
        assert await d.code(LAN, CASES, first=2, after=first["pageInfo"]["endCursor"]) == "BAD_USER_INPUT"
        assert await d.code(LAN, CASES, last=0) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_cases_are_found_by_phase_unit_and_what_is_overdue(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        cases = await three_cases(d)
        await d.act(LAN, "assessInitialRisk", caseId=cases[0], level="HIGH", findings="Có thương tích.", sighting=MET)
        await d.caught_up()

        async def found(name: str = BINH, **asked: Any) -> set[str]:
            return set(ids((await d.ask(name, CASES, filter=asked))["cases"]))

        assert await found(risks=["HIGH"]) == {cases[0]}
        assert await found(phases=["OPEN"]) == set(cases[1:])
        assert await found(unit={"by": {"code": "31"}}) == set(cases)
        assert await found(unit={"by": {"code": "31"}, "subtree": False}) == set()
        assert await found(unit={"by": {"code": "11443"}}) == set()
        assert await found(harmKinds=["NEGLECT"], separated=False) == set(cases)
        assert await found(separated=True) == set()
        assert await found(openedAt={"since": "2026-03-03T08:30:00+07:00"}) == set(cases[1:])
        d.api.record.at("2026-03-20T08:00")
        assert await found(overdue=True) == set(cases)
        assert await found(THU) == set()
        assert await found(HAI) == set(cases)

    tell(database, tmp_path, story)


def test_duties_are_found_by_how_they_stand_and_who_answers(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        case = (await three_cases(d))[0]

        async def page(name: str = BINH, **asked: Any) -> list[dict[str, Any]]:
            return [e["node"] for e in (await d.ask(name, DUTIES, filter=asked, first=100))["duties"]["edges"]]

        running = await page(status=["RUNNING"])
        assert running
        assert [duty["dueAt"] for duty in running] == sorted(duty["dueAt"] for duty in running)
        assert "Phường An Biên" in {duty["answers"]["unit"]["name"] for duty in running}
        assert {duty["fileId"] for duty in await page(fileId=case)} == {case}
        code = running[0]["code"]
        assert {duty["code"] for duty in await page(codes=[code])} == {code}
        assert await page(unit={"by": {"code": "31"}}) != []
        there = await page(unit={"by": {"code": "11443"}})
        assert {duty["answers"]["unit"]["name"] for duty in there} <= {"Phường Kiến An"}
        assert {duty["answers"]["unit"]["name"] for duty in await page(THU)} <= {"Phường Kiến An"}
        assert {duty["answers"]["unit"]["name"] for duty in await page(LAN)} == {"Phường An Biên"}
        met = await page(status=["MET"])
        assert all(duty["status"] == "MET" for duty in met)
        d.api.record.at("2026-09-01T08:00")
        assert await page(status=["RUNNING"]) == []
        late = {duty["status"] for duty in await page(status=["OVERDUE"])}
        assert "OVERDUE" in late
        assert late <= {"OVERDUE", "LAPSED"}
        assert await d.code(BINH, DUTIES, filter={"codes": ["T99"]}) == "BAD_USER_INPUT"

    tell(database, tmp_path, story)


def test_a_lapse_stays_to_be_found_when_the_duty_was_done_and_the_case_has_ended(
    database: Database, tmp_path: Path
) -> None:
    async def story(d: Desk) -> None:
        lapsed, punctual, _ = await three_cases(d)
        d.api.record.at("2026-03-03T16:30")
        low = {"caseId": lapsed, "level": "LOW", "findings": "Đã gặp cháu.", "sighting": MET}
        await d.act(LAN, "assessInitialRisk", **low)
        await d.caught_up()
        list_of = "query L($filter: CaseFilter) { cases(filter: $filter) { edges { node { caseId lapsed lapses } } } }"
        assert ids((await d.ask(LAN, list_of, filter={"lapsed": True}))["cases"]) == [lapsed]
        assert punctual in ids((await d.ask(LAN, list_of, filter={"lapsed": False}))["cases"])
        [row] = (await d.ask(LAN, list_of, filter={"lapsed": True}))["cases"]["edges"]
        assert (row["node"]["lapsed"], row["node"]["lapses"]) == (1, 2), "the assessment was made, measures are owed"
        asked = "query D($f: DutyFilter) { duties(filter: $f) { edges { node { code status lapsedAt dueAt } } } }"
        found = (await d.ask(BINH, asked, f={"fileId": lapsed, "lapsed": True}))["duties"]["edges"]
        assert {each["node"]["code"]: each["node"]["status"] for each in found} == {"T03": "MET_LATE", "T04": "LAPSED"}
        assert all(each["node"]["lapsedAt"] == each["node"]["dueAt"] for each in found)
        of_the_ward = {"unit": {"by": {"code": "11359"}, "subtree": False}, "lapsed": True}
        for day, codes in (("2026-03-03", {"T03", "T04"}), ("2026-03-05", set[str]())):
            between = {"since": f"{day}T00:00:00+07:00", "until": f"{day}T23:59:59+07:00"}
            there = (await d.ask(BINH, asked, f=of_the_ward | {"due": between}))["duties"]["edges"]
            assert {each["node"]["code"] for each in there} == codes, "what a corrected line of the ward may have named"
        never = (await d.ask(BINH, asked, f={"fileId": lapsed, "lapsed": False}))["duties"]["edges"]
        assert "T03" not in {each["node"]["code"] for each in never}
        assert {each["node"]["lapsedAt"] for each in never} == {None}

    tell(database, tmp_path, story)


def test_no_spelling_of_an_instant_keeps_a_file_out_of_sight(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        told = "2026-03-03T14:10:00+23:00"  # 20:10 in Việt Nam the day before
        report = (await received(d, receivedAt=told))["report"]["id"]
        case = (await d.act(LAN, "openCase", reportId=report, placeUnit="11359"))["case"]["id"]
        await d.caught_up()
        [row] = (await d.ask(LAN, "{ cases { edges { node { caseId clockStart number } } } }"))["cases"]["edges"]
        assert (row["node"]["caseId"], row["node"]["clockStart"]) == (case, "2026-03-02T15:10:00Z")
        found = (await d.ask(BINH, DUTIES, filter={"fileId": case, "codes": ["T04"]}))["duties"]["edges"]
        assert [edge["node"]["dueAt"] for edge in found] == ["2026-03-03T03:10:00Z"]
        d.api.record.at("2026-03-03T03:30")  # before anything has run out
        far = {"caseId": case, "search": "Đã hỏi hàng xóm.", "until": "2026-03-31T23:00:00+23:00"}
        await d.act(HAI, "suspendCase", decisionNo="33/QĐ", **far, reason="Đang tìm cháu.")
        await d.caught_up()
        assert len((await d.ask(LAN, "{ cases { edges { node { caseId } } } }"))["cases"]["edges"]) == 1

    tell(database, tmp_path, story)


def test_duties_come_in_pages_both_ways(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await three_cases(d)

        async def page(**asked: Any) -> dict[str, Any]:
            return (await d.ask(BINH, DUTIES, **asked))["duties"]

        everything = [edge["node"] for edge in (await page(first=100))["edges"]]
        first = await page(first=2)
        rest = await page(first=100, after=first["pageInfo"]["endCursor"])
        assert [edge["node"] for edge in (*first["edges"], *rest["edges"])] == everything
        back = await page(last=1, before=rest["pageInfo"]["startCursor"])
        assert [edge["node"] for edge in back["edges"]] == everything[1:2]

    tell(database, tmp_path, story)


UNIT = """
query Unit($by: UnitBy!, $asOf: AsOf) {
  unit(by: $by, asOf: $asOf) {
    id code name level since until parent { name } successors { unit { name } extent }
    predecessors { unit { name } extent }
    offices { id label { vi } holder { name } tenures { name since until } }
  }
}
"""
UNITS = """
query Units($parent: UnitBy, $levels: [Level!], $asOf: AsOf, $first: Int, $after: String) {
  units(parent: $parent, levels: $levels, asOf: $asOf, first: $first, after: $after) {
    edges { node { code name } } pageInfo { hasNextPage endCursor } totalCount
  }
}
"""


def test_units_and_their_holders_answer_for_any_date(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        ward = (await d.ask(LAN, UNIT, by={"code": "11359"}))["unit"]
        assert (ward["name"], ward["level"], ward["parent"]["name"]) == (
            "Phường An Biên",
            "COMMUNE",
            "Thành phố Hải Phòng",
        )
        assert {o["holder"]["name"] for o in ward["offices"]} >= {LAN, HAI}
        before = {"occurredAt": "2026-03-02T22:00:00+07:00"}
        vacant = (await d.ask(LAN, UNIT, by={"id": ward["id"]}, asOf=before))["unit"]
        assert {o["holder"] for o in vacant["offices"]} == {None}
        unknown = {"recordedAt": "2026-03-01T00:00:00+07:00"}
        assert (await d.ask(LAN, UNIT, by={"id": ward["id"]}, asOf=unknown))["unit"] is None
        assert (await d.ask(LAN, UNIT, by={"code": "99999"}))["unit"] is None
        assert await d.code(LAN, UNIT, by={}) == "BAD_USER_INPUT"
        office = global_id("Office", office_id(d.here.id, Role.COMMUNE_CHAIR))
        query = "query O($id: ID!) { office(id: $id) { role unit { code } holder { name acting } tenures { name } } }"
        found = (await d.ask(LAN, query, id=office))["office"]
        assert (found["role"], found["holder"]) == ("COMMUNE_CHAIR", {"name": HAI, "acting": False})

    tell(database, tmp_path, story)


def test_units_are_listed_by_level_and_parent_in_pages(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        page = (await d.ask(LAN, UNITS, parent={"code": "31"}, levels=["COMMUNE"], first=1))["units"]
        assert [edge["node"]["code"] for edge in page["edges"]] == ["11359"]
        assert (page["totalCount"], page["pageInfo"]["hasNextPage"]) == (2, True)
        after = page["pageInfo"]["endCursor"]
        rest = (await d.ask(LAN, UNITS, parent={"code": "31"}, levels=["COMMUNE"], first=5, after=after))["units"]
        assert [edge["node"]["code"] for edge in rest["edges"]] == ["11443"]
        assert (await d.ask(LAN, UNITS, parent={"code": "00"}))["units"]["edges"] == []

    tell(database, tmp_path, story)


def test_a_merged_ward_lives_on_in_its_successor(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await received(d, THU, placeUnit="11443")
        d.api.record.at("2026-03-04T08:00")
        merge = MergeUnit(into=d.here, on=date(2026, 3, 5), resolution_no="NQ 1/2026")
        await d.api.record.act(d.there.id, merge, by=None)
        d.api.record.at("2026-03-06T08:00")
        await d.caught_up()
        eve, day = {"occurredAt": "2026-03-04T12:00:00+07:00"}, {"occurredAt": "2026-03-05T12:00:00+07:00"}
        assert (await d.ask(LAN, UNIT, by={"code": "11443"}, asOf=day))["unit"] is None
        old = (await d.ask(LAN, UNIT, by={"code": "11443"}, asOf=eve))["unit"]
        assert old["until"] == "2026-03-05"
        assert old["successors"] == [{"unit": {"name": "Phường An Biên"}, "extent": "WHOLE"}]
        assert {o["holder"]["name"] for o in old["offices"]} == {THU}
        new = (await d.ask(LAN, UNIT, by={"code": "11359"}))["unit"]
        assert new["predecessors"] == [{"unit": {"name": "Phường Kiến An"}, "extent": "WHOLE"}]
        ended = (await d.ask(LAN, UNIT, by={"id": old["id"]}))["unit"]
        assert {o["holder"]["name"] for o in ended["offices"]} == {THU}
        trail = "{ auditTrail(filter: {kinds: [REPORT]}) { edges { node { unit { name } } } } }"
        assert (await d.ask(LAN, trail))["auditTrail"]["edges"] == [{"node": {"unit": {"name": "Phường Kiến An"}}}]
        assert (await d.ask(THU, trail))["auditTrail"]["edges"] == []

    tell(database, tmp_path, story)
