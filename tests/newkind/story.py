"""What becomes of an errand in a house that has never heard of errands: everything that becomes of other files."""

from pathlib import Path
from typing import Any

import pytest

from domain.record.vocabulary import Role
from domain.unit.state import Level
from server.clock import Clock
from server.record.erasure import carry_out
from server.record.mapper import load
from server.schema.base.context import Context
from server.schema.base.ids import kind_of
from server.schema.files.lookup import BY_TYPE, numbered
from tests.database import Database
from tests.record.reading_kit import BINH, CHILD, HAI, LAN, MAI, THU, Desk, tell

DUNG = "Ngô Tiến Dũng"
TASK = "Đưa cháu đi khám, hỏi cô xembreken."
TRAIL = """
query Trail($filter: TrailFilter) {
  auditTrail(filter: $filter, order: OLDEST_FIRST) {
    edges { node { act kind unit { name } details { path value masked } } }
  }
}
"""
DUTIES = """
query Duties($codes: [String!]) {
  duties(filter: {codes: $codes}) { edges { node { kind status fileId answers { role unit { code } } } } }
}
"""
NODE = """
query Node($id: ID!) {
  node(id: $id) { id __typename ... on ChildErrand { phase number facts { path value masked } } }
}
"""
STORY = """
query Story($id: ID!, $purpose: Purpose) {
  timeline(fileId: $id, purpose: $purpose) {
    edges { node { act details { path value masked erased } changes { path } } }
  }
  actions(fileId: $id) { act }
}
"""
READINGS = (
    "query R($id: ID!) { accessReadings(fileId: $id) { edges { node { act actor { name } details { path value } } } } }"
)


@pytest.fixture
def place(database: Database, tmp_path: Path) -> tuple[Database, Path]:
    return database, tmp_path


async def given(d: Desk, **more: Any) -> str:
    asked = {"placeUnit": "11359", "childName": CHILD, "task": TASK, "documentNo": "12/CV"} | more
    payload = await d.act(LAN, "giveErrand", **asked)
    assert payload["entry"]["act"] == "GIVE_ERRAND"
    await d.caught_up()
    return payload["childErrand"]["id"]


async def trail(d: Desk, name: str, **filter: Any) -> list[dict[str, Any]]:
    await d.caught_up()
    return [edge["node"] for edge in (await d.ask(name, TRAIL, filter=filter))["auditTrail"]["edges"]]


async def duty(d: Desk, name: str = HAI) -> list[dict[str, Any]]:
    await d.caught_up()
    return [edge["node"] for edge in (await d.ask(name, DUTIES, codes=["E01"]))["duties"]["edges"]]


async def opened(d: Desk, id: str, purpose: str | None, line: int = 0) -> dict[str, dict[str, Any]]:
    """What a line of its story tells; the story begins with the errand from which it goes on."""
    told = (await d.ask(LAN, STORY, id=id, purpose=purpose))["timeline"]["edges"]
    return {fact["path"]: fact for fact in told[line]["node"]["details"]}


def test_it_is_in_the_trail_and_its_texts_are_found(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        await given(d)
        for asked in ({"kinds": ["CHILD_ERRAND"]}, {"categories": ["CHILD_ERRAND"]}, {"acts": ["GIVE_ERRAND"]}):
            [line] = await trail(d, HAI, **asked)
            assert (line["kind"], line["unit"]["name"]) == ("CHILD_ERRAND", "Phường An Biên")
            facts = {fact["path"]: fact for fact in line["details"]}
            assert (facts["/child_name"]["masked"], facts["/child_name"]["value"]) == ("CHILD", None)
            assert facts["/document_no"]["value"] == "12/CV"
        assert [line["act"] for line in await trail(d, HAI, words="xembreken", purpose="INSPECTION")] == ["GIVE_ERRAND"]
        assert await trail(d, THU, kinds=["CHILD_ERRAND"]) == [], "it is not the matter of another ward"

    tell(*place, story)


def test_it_opens_by_its_id_and_number_to_who_may_see_it(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        id = await given(d)
        node = (await d.ask(LAN, NODE, id=id))["node"]
        assert kind_of(id, "id")[0] == "ChildErrand", "a kind of two words is one name"
        assert (node["__typename"], node["phase"], node["number"][:9]) == ("ChildErrand", "GIVEN", "VV-11359-")
        assert {fact["path"]: fact["masked"] for fact in node["facts"]}["/task"] == "TEXT"
        context = Context(services=d.api.services, person=d.api.people[LAN])
        assert await numbered(context, node["number"], BY_TYPE["ChildErrand"]) == kind_of(id, "id")[1]
        assert (await d.ask(THU, NODE, id=id))["node"] is None
        told = await d.ask(LAN, STORY, id=id)
        assert [act["act"] for act in told["actions"]] == ["RUN_ERRAND"]
        changes = {change["path"] for change in told["timeline"]["edges"][0]["node"]["changes"]}
        assert {"/phase", "/number", "/child_name"} <= changes
        await d.api.attempts.flush()
        assert [line["act"] for line in await trail(d, MAI, categories=["DENIED"])] == ["NOTE_ATTEMPT"]

    tell(*place, story)


LISTED = """
query Listed($filter: ChildErrandFilter, $order: ChildErrandOrder! = GIVEN_LAST) {
  childErrands(filter: $filter, order: $order) {
    edges { node { childErrandId number phase place { code } afterId givenAt running lapsed nextDueCode overdue } }
  }
}
"""


def test_it_stands_in_a_list_of_its_own_for_who_may_open_it(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        first = await given(d)
        d.api.record.at("2026-03-02T22:30")
        second = await given(d, afterId=first)

        async def found(name: str, **asked: Any) -> list[dict[str, Any]]:
            return [edge["node"] for edge in (await d.ask(name, LISTED, **asked))["childErrands"]["edges"]]

        assert [row["childErrandId"] for row in await found(LAN, order="GIVEN_FIRST")] == [first, second]
        newest, oldest = await found(HAI)
        assert (newest["afterId"], oldest["afterId"]) == (first, None)
        assert (newest["place"]["code"], newest["running"], newest["nextDueCode"]) == ("11359", 1, "E01")
        assert await found(THU) == []
        assert await found(LAN, filter={"phases": ["RUN"]}) == []
        assert len(await found(LAN, filter={"unit": {"by": {"code": "31"}}, "overdue": False})) == 2

    tell(*place, story)


def test_what_is_personal_opens_for_a_purpose_and_leaves_a_line(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        id = await given(d)
        assert (await opened(d, id, None))["/child_name"]["value"] is None
        facts = await opened(d, id, "CASE_WORK")
        assert (facts["/child_name"]["value"], facts["/task"]["value"]) == (CHILD, TASK)
        [edge] = (await d.ask(MAI, READINGS, id=id))["accessReadings"]["edges"]
        reading = edge["node"]
        assert (reading["act"], reading["actor"]["name"]) == ("READ_PERSONAL", LAN)
        assert [line["act"] for line in await trail(d, MAI, categories=["ACCESS"])] == ["READ_PERSONAL"]
        assert await trail(d, HAI, categories=["ACCESS"]) == []

    tell(*place, story)


def test_its_duty_runs_lapses_by_the_clock_and_is_met_late(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        id = await given(d)
        [running] = await duty(d)
        assert (running["status"], running["kind"], running["fileId"]) == ("RUNNING", "CHILD_ERRAND", id)
        assert (running["answers"]["role"], running["answers"]["unit"]["code"]) == ("COMMUNE_CHAIR", "11359")
        assert await duty(d, THU) == []
        d.api.record.at("2026-03-03T08:00")
        services = d.api.services
        assert await Clock(services.handler, services.log, services.reader).tick() == 2
        lines = [load(stored) for stored in await services.log.history(kind_of(id, "id")[1])]
        assert [line.stored_as for line in lines] == ["child_errand.given.1", "child_errand.expired.1", "duty.lapsed.3"]
        assert lines[-1].event.holder_name == HAI
        assert [each["status"] for each in await duty(d)] == ["LAPSED"]
        assert [line["act"] for line in await trail(d, HAI, categories=["CLOCK"])] == ["RECORD_LAPSE"]
        await d.act(LAN, "runErrand", childErrandId=id, result="Đã khám.")
        assert [each["status"] for each in await duty(d)] == ["MET_LATE"]

    tell(*place, story)


def test_nobody_overtakes_its_clock(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        id = await given(d)
        d.api.record.at("2026-03-03T08:00")
        await d.act(LAN, "runErrand", childErrandId=id, result="Đã khám.")
        lines = [load(stored) for stored in await d.api.services.log.history(kind_of(id, "id")[1])]
        assert [line.stored_as for line in lines] == [
            *("child_errand.given.1", "child_errand.expired.1", "duty.lapsed.3", "child_errand.run.1")
        ]

    tell(*place, story)


def test_a_later_one_tells_the_story_of_the_earlier(place: tuple[Database, Path]) -> None:
    async def story(d: Desk) -> None:
        first = await given(d)
        d.api.record.at("2026-03-02T22:30")
        second = await given(d, afterId=first)
        acts = [edge["node"]["act"] for edge in (await d.ask(LAN, STORY, id=second))["timeline"]["edges"]]
        assert acts == ["GIVE_ERRAND", "GIVE_ERRAND"]

    tell(*place, story)


def test_the_childs_name_is_erased_once_nobody_has_to_act_any_more(place: tuple[Database, Path]) -> None:
    """The order names the child alone: that an errand tells of them, and goes on from another, the errands say."""

    async def story(d: Desk) -> None:
        city = d.api.services.register_cache.register.city(d.api.services.now())
        affairs = await d.api.record.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, city)
        await d.api.appointed(affairs, Role.HOME_AFFAIRS_OFFICER, DUNG)
        first = await given(d)
        d.api.record.at("2026-03-02T22:30")
        second = await given(d, afterId=first)
        child = (await opened(d, second, None, 1))["/child"]["value"]
        order = {"dataSubjectId": child, "grounds": "Gia đình đề nghị.", "documentNo": "YC-1"}
        await d.act(LAN, "runErrand", childErrandId=second, result="Đã khám.")
        d.api.record.at("2026-03-02T22:40")
        assert set(await d.api.codes(BINH, "orderErasure", **order)) == {
            *("ERASURE_MATTER_LIVE", "ERASURE_DUTIES_OPEN", "ERASURE_TOO_EARLY")
        }, "the errand from which it goes on has not been run"
        await d.act(LAN, "runErrand", childErrandId=first, result="Đã khám.")
        d.api.record.at("2026-06-10T09:00")
        file = (await d.act(BINH, "orderErasure", **order))["subject"]["id"]
        d.api.record.at("2026-06-25T09:00")
        await d.act(DUNG, "approveErasure", subjectId=file, decisionNo="QĐ-7")
        assert (await opened(d, second, "CASE_WORK", 1))["/child_name"]["value"] == CHILD
        assert await carry_out(d.api.services.handler, d.api.services.keyring) == 1
        name = (await opened(d, second, "CASE_WORK", 1))["/child_name"]
        assert (name["erased"], name["value"]) == (True, None)
        assert (await opened(d, second, "CASE_WORK", 1))["/task"]["value"] == TASK
        assert (await opened(d, first, "CASE_WORK"))["/child_name"]["value"] == CHILD, "of another child"

    tell(*place, story)
