"""Acts through the API, on a real record: what is recorded, what is refused, and how it is said."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from domain.unit.state import Level
from domain.words import Role, UnitRef, office_id
from server.book import load
from server.schema.ids import global_id, key_of
from tests.api_kit import Api, api, commune
from tests.database import Database

LAN, HAI = "Phạm Thị Lan", "Vũ Đức Hải"
EVENING = "2026-03-02T22:20"
Told = Callable[[Api, UnitRef], Awaitable[None]]


def told(**more: Any) -> dict[str, Any]:
    return {
        "channel": "IN_PERSON",
        "receivedAt": "2026-03-02T22:10:00+07:00",
        "placeUnit": "11359",
        "harmKinds": ["NEGLECT"],
        "narrative": "Hai cháu nhỏ ở nhà một mình từ sáng hôm trước.",
        "childName": "Đỗ Ngọc Diệp",
    } | more


def story(database: Database, folder: Path, tell: Told, at: str = EVENING) -> None:
    async def run() -> None:
        async with api(database, folder, at=at) as a:
            await tell(a, await commune(a))

    asyncio.run(run())


async def opened(a: Api) -> tuple[str, str]:
    """A report and the case opened from it."""
    report = (await a.act(LAN, "receiveReport", **told()))["report"]["id"]
    case = (await a.act(LAN, "openCase", reportId=report, placeUnit="11359"))["case"]["id"]
    return report, case


def test_an_act_answers_with_the_line_the_file_and_a_position(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        payload = await a.act(LAN, "receiveReport", **told())
        assert payload["errors"] == []
        assert payload["entry"]["act"] == "RECEIVE_REPORT"
        assert payload["entry"]["actor"]["name"] == LAN
        assert payload["report"]["id"]
        assert payload["position"]

    story(database, tmp_path, tell)


def test_all_that_is_wrong_is_told_at_once_in_both_languages(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        wrong = told(narrative="  ", harmKinds=[], placeUnit="99999", receivedAt="2026-03-03T08:00:00+07:00")
        payload = await a.act(LAN, "receiveReport", **wrong)
        assert payload["entry"] is None
        assert payload["report"] is None
        found = {error["code"]: error for error in payload["errors"]}
        assert {code: error["field"] for code, error in found.items()} == {
            "NARRATIVE_REQUIRED": "narrative",
            "HARM_KIND_REQUIRED": "harmKinds",
            "UNIT_UNKNOWN": "placeUnit",
            "HAPPENED_IN_FUTURE": "receivedAt",
        }
        assert found["UNIT_UNKNOWN"]["message"]["vi"].startswith("Không có đơn vị mang mã này")
        assert found["UNIT_UNKNOWN"]["message"]["en"].startswith("No unit bears this code")

    story(database, tmp_path, tell)


def test_a_code_that_may_be_left_out_is_refused_when_nobody_bears_it(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report = (await a.act(LAN, "receiveReport", **told()))["report"]["id"]
        asked = {"reportId": report, "placeUnit": "11359"}
        assert await a.codes(LAN, "openCase", **asked, residenceUnit="00000") == {"UNIT_UNKNOWN": "residenceUnit"}
        assert (await a.act(LAN, "openCase", **asked))["case"]["id"]

    story(database, tmp_path, tell)


def test_who_looked_at_an_older_version_is_shown_what_was_missed(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report = (await a.act(LAN, "receiveReport", **told()))["report"]["id"]
        corrected = {"reportId": report, "corrects": 1, "dangerNow": True, "reason": "Nghe rõ hơn khi gọi lại."}
        await a.act(LAN, "correctReport", **corrected)
        payload = await a.act(LAN, "correctReport", **corrected, expectedVersion=1)
        (error,) = payload["errors"]
        assert error["__typename"] == "VersionConflict"
        assert (error["expectedVersion"], error["actualVersion"]) == (1, 2)
        assert error["missed"] == [{"act": "CORRECT_REPORT", "version": 2}]
        assert error["field"] == "expectedVersion"
        assert (await a.act(LAN, "correctReport", **corrected, expectedVersion=2))["entry"]["version"] == 3

    story(database, tmp_path, tell)


def test_the_same_key_with_the_same_body_gives_the_same_line(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        key = str(uuid4())
        first = await a.act(LAN, "receiveReport", **told(idempotencyKey=key))
        assert await a.act(LAN, "receiveReport", **told(idempotencyKey=key)) == first
        reports = [s for s in await a.record.log.read(0, 100) if s.name == "report.received.1"]
        assert len(reports) == 1

    story(database, tmp_path, tell)


def test_the_same_key_with_another_body_is_refused(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        key = str(uuid4())
        await a.act(LAN, "receiveReport", **told(idempotencyKey=key))
        assert await a.codes(LAN, "receiveReport", **told(idempotencyKey=key, dangerNow=True)) == {
            "COMMAND_ID_REUSED": None
        }

    story(database, tmp_path, tell)


def test_another_persons_same_key_is_another_act(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        await a.appointed(ward, Role.INTAKE_OFFICER, "Lê Thị Quyên")
        key = str(uuid4())
        one = await a.act(LAN, "receiveReport", **told(idempotencyKey=key))
        other = await a.act("Lê Thị Quyên", "receiveReport", **told(idempotencyKey=key))
        assert one["report"]["id"] != other["report"]["id"]

    story(database, tmp_path, tell)


def test_a_deputy_acts_by_the_chairs_written_delegation_and_only_within_it(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        deputy = await a.appointed(ward, Role.COMMUNE_DEPUTY_CHAIR, "Ngô Thị Xuân")
        _, case = await opened(a)
        found = {"caseId": case, "findings": "Tổ dân phố xác nhận.", "sources": "Tổ trưởng, hàng xóm."}
        assert await a.codes("Ngô Thị Xuân", "verifyTruth", **found) == {"ROLE_NOT_ALLOWED": None}
        delegated = await a.act(
            HAI,
            "delegatePower",
            heldOfficeId=global_id("Office", office_id(ward.id, Role.COMMUNE_CHAIR)),
            documentNo="GUQ-07",
            toOfficeId=deputy,
            since="2026-03-02T22:30:00+07:00",
            until="2026-03-09T00:00:00+07:00",
            acts=["VERIFY_TRUTH"],
        )
        assert delegated["errors"] == []
        a.record.at("2026-03-02T22:40")
        assert await a.codes("Ngô Thị Xuân", "declineSeparation", caseId=case, reason="Đã về với bà ngoại.") == {
            "ROLE_NOT_ALLOWED": None
        }
        line = (await a.act("Ngô Thị Xuân", "verifyTruth", **found))["entry"]
        assert line["actor"] == {
            "name": "Ngô Thị Xuân",
            "role": "COMMUNE_CHAIR",
            "capacity": "DELEGATE",
            "delegation": "GUQ-07",
        }

    story(database, tmp_path, tell)


def test_refused_attempts_are_lines_and_repeats_are_counted(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        _, case = await opened(a)
        await a.appointed(ward, Role.FRONT_MEMBER, "Trịnh Văn Khoa")

        async def noted() -> list[int]:
            lines = [load(s) for s in await a.record.log.read(0, 1000) if s.name == "attempt.refused.1"]
            assert all(line.event.act == "confirm_risk" for line in lines)
            assert all(line.event.refusals == ("role_not_allowed",) for line in lines)
            assert all(line.event.person == a.people["Trịnh Văn Khoa"] for line in lines)
            return [line.event.times for line in lines]

        for _ in range(12):
            assert await a.codes("Trịnh Văn Khoa", "confirmRisk", caseId=case) == {"ROLE_NOT_ALLOWED": None}
        assert await noted() == [1, 10]
        for _ in range(90):
            await a.codes("Trịnh Văn Khoa", "confirmRisk", caseId=case)
        assert await noted() == [1, 10, 100]
        await a.attempts.flush()
        assert await noted() == [1, 10, 100]
        a.record.at("2026-03-03T00:30")
        await a.attempts.flush()
        assert await noted() == [1, 10, 100, 102]

    story(database, tmp_path, tell)


def test_somebody_from_another_commune_is_told_so(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        other = await a.record.unit("11407", "Phường Lê Chân", Level.COMMUNE)
        await a.appointed(other, Role.COMMUNE_CHAIR, "Bùi Thị Mận")
        _, case = await opened(a)
        found = {"caseId": case, "findings": "Không đúng.", "sources": "Không rõ."}
        assert await a.codes("Bùi Thị Mận", "findUnfounded", **found) == {"OUTSIDE_YOUR_UNIT": None}

    story(database, tmp_path, tell)


def test_a_late_entry_needs_its_reason_and_is_marked(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        late = told(occurredAt="2026-02-27T09:00:00+07:00", receivedAt="2026-02-27T09:00:00+07:00")
        assert await a.codes(LAN, "receiveReport", **late) == {"LATE_REASON_REQUIRED": "lateReason"}
        payload = await a.act(LAN, "receiveReport", **late, lateReason="Mất điện hai ngày sau bão.")
        assert payload["entry"]["late"] is True
        assert (await a.act(LAN, "receiveReport", **told()))["entry"]["late"] is False

    story(database, tmp_path, tell)


@pytest.mark.parametrize(
    "wrong",
    [{"sha256": "A" * 64}, {"sha256": "ab"}, {"sizeBytes": 0}, {"sizeBytes": -1}, {"mediaType": "pdf"}],
)
def test_an_attachment_is_named_by_its_bytes(database: Database, tmp_path: Path, wrong: dict[str, Any]) -> None:
    right = {"sha256": "5d" * 32, "sizeBytes": 48_211, "mediaType": "image/jpeg"}

    async def tell(a: Api, ward: UnitRef) -> None:
        assert await a.codes(LAN, "receiveReport", **told(attachments=[right, right | wrong])) == {
            "ATTACHMENT_MALFORMED": "attachments"
        }
        payload = await a.act(LAN, "receiveReport", **told(attachments=[right]))
        assert payload["entry"]["attachments"] == [{"sha256": "5d" * 32}]

    story(database, tmp_path, tell)


def test_who_holds_two_offices_chooses_the_one_to_act_in(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        hotline = await a.record.unit("TD111", "Tổng đài 111", Level.HOTLINE)
        intake = await a.appointed(hotline, Role.HOTLINE_OPERATOR, LAN)
        payload = await a.act(LAN, "receiveReport", **told(officeId=intake))
        assert payload["entry"]["actor"]["role"] == "HOTLINE_OPERATOR"
        police = global_id("Office", uuid4())
        assert await a.codes(LAN, "receiveReport", **told(officeId=police)) == {"NO_OFFICE_NOW": None}

    story(database, tmp_path, tell)


def test_an_id_of_another_kind_is_the_callers_mistake(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report, _ = await opened(a)
        given = {"idempotencyKey": str(uuid4()), "caseId": report}
        query = "mutation($i: ConfirmRiskInput!) { confirmRisk(input: $i) { position } }"
        answer = (await a.post(LAN, query, {"i": given})).json()
        assert answer["errors"][0]["extensions"]["code"] == "BAD_USER_INPUT"
        same_key = global_id("Case", key_of(report, "Report"))
        assert await a.codes(HAI, "confirmRisk", caseId=same_key) == {"FILE_NOT_FOUND": None}

    story(database, tmp_path, tell)


def test_an_act_dated_before_there_was_a_rule_is_refused(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        long_ago = "1987-05-01T08:00:00+07:00"
        assert await a.codes(LAN, "receiveReport", **told(receivedAt=long_ago)) == {"BEFORE_THE_LAW": None}

    story(database, tmp_path, tell)
