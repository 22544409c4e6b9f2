"""What clients see of a unit that is renamed, and of a line of it that was wrong: now, before, and in the lists."""

from pathlib import Path
from typing import Any

from domain.record.vocabulary import Role
from tests.database import Database
from tests.record.reading_kit import LAN, Desk, opened, tell

KHOI, NGOC = "Đỗ Minh Khôi", "Trần Bích Ngọc"
UNIT = """
query Unit($asOf: AsOf) {
  unit(by: {code: "11359"}, asOf: $asOf) {
    id name renamed { name since resolutionNo } corrections { corrects fault was right paperNo }
    offices { unit { name } }
  }
}
"""
CASES = "query Cases($code: String!) { cases(filter: {unit: {by: {code: $code}}}) { edges { node { caseId } } } }"
TRAIL = "query Lines($f: TrailFilter) { auditTrail(filter: $f, first: 100) { edges { node { act unit { name } } } } }"


async def keepers(d: Desk) -> dict[str, Any]:
    """Who keeps the register, and the ward as they name it."""
    city = d.api.services.register_cache.register.city(d.api.services.now())
    assert city is not None
    await d.api.appointed(city, Role.REGISTRAR, KHOI)
    await d.api.appointed(city, Role.HOME_AFFAIRS_OFFICER, NGOC)
    return {"unitId": (await d.ask(LAN, UNIT))["unit"]["id"]}


def test_a_renamed_ward_is_found_by_its_code_with_all_its_cases(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        ward = await keepers(d)
        _, before = await opened(d)
        renamed = {"newName": "Phường An Dương", "on": "2026-03-03", "resolutionNo": "18/NQ-HĐND"}
        await d.act(KHOI, "renameUnit", **ward, **renamed)
        assert (await d.ask(LAN, UNIT))["unit"]["name"] == "Phường An Biên", "the day has not come"
        d.api.record.at("2026-03-03T08:00")
        _, after = await opened(d)
        now = (await d.ask(LAN, UNIT))["unit"]
        assert (now["id"], now["name"]) == (ward["unitId"], "Phường An Dương")
        assert now["renamed"] == [{"name": "Phường An Dương", "since": "2026-03-03", "resolutionNo": "18/NQ-HĐND"}]
        assert {office["unit"]["name"] for office in now["offices"]} == {"Phường An Dương"}
        then = (await d.ask(LAN, UNIT, asOf={"occurredAt": "2026-03-02T23:00:00+07:00"}))["unit"]
        assert then["name"] == "Phường An Biên"
        await d.caught_up()
        found = (await d.ask(LAN, CASES, code="11359"))["cases"]["edges"]
        assert {each["node"]["caseId"] for each in found} == {before, after}
        lines = (await d.ask(LAN, TRAIL, f={"acts": ["OPEN_CASE"]}))["auditTrail"]["edges"]
        assert {each["node"]["unit"]["name"] for each in lines} == {"Phường An Biên", "Phường An Dương"}

    tell(database, tmp_path, story)


def test_a_corrected_line_shows_what_stood_and_what_is_right(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        ward = await keepers(d)
        renamed = {"newName": "Phường An Dương", "on": "2026-03-02", "resolutionNo": "18/NQ-HĐND"}
        wrong = (await d.act(KHOI, "renameUnit", **ward, **renamed))["entry"]["version"]
        assert (await d.ask(LAN, UNIT))["unit"]["name"] == "Phường An Dương"
        right = ward | {"corrects": wrong, "fault": "WRONG_TIME", "right": "2026-03-09", "paperNo": "20/NQ-HĐND"}
        assert await d.api.codes(KHOI, "correctUnitEntry", **right, reason="Ghi nhầm ngày.") == {
            "ENTRY_WRITTEN_BY_YOU": "corrects"
        }
        await d.act(NGOC, "correctUnitEntry", **right, reason="Ghi nhầm ngày.")
        now = (await d.ask(LAN, UNIT))["unit"]
        assert (now["name"], [each["since"] for each in now["renamed"]]) == ("Phường An Biên", ["2026-03-09"])
        told = {"fault": "WRONG_TIME", "was": "2026-03-02", "right": "2026-03-09", "paperNo": "20/NQ-HĐND"}
        assert now["corrections"] == [{"corrects": wrong} | told]

    tell(database, tmp_path, story)
