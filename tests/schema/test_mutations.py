"""Acts through the API, on a real record: what is recorded, what is refused, and how it is said."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg.sql import SQL

from domain.record.vocabulary import Role, UnitRef, office_id
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from server.record.erasure import carry_out
from server.record.handle import Handler
from server.record.mapper import load
from server.record.store import Writer
from server.schema.base.ids import global_id, key_of
from tests.database import Database
from tests.schema.api_kit import Api, api, commune, mutation_text
from tests.schema.sightings import MET

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
        async with api(database, folder, at="2026-02-02T08:00") as a:
            ward = await commune(a)
            a.record.at(at)
            await tell(a, ward)

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


def test_a_clock_a_little_ahead_is_forgiven_and_the_answer_says_so(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        ahead = {"receivedAt": "2026-03-02T22:21:59+07:00", "idempotencyKey": str(uuid4())}
        payload = await a.act(LAN, "receiveReport", **told(**ahead))
        assert payload["takenAsNow"] == [["receivedAt"]]
        assert (await a.act(LAN, "receiveReport", **told(**ahead)))["takenAsNow"] == [["receivedAt"]]
        assert (await a.act(LAN, "receiveReport", **told()))["takenAsNow"] == []
        far = told(receivedAt="2026-03-02T22:22:01+07:00")
        assert await a.codes(LAN, "receiveReport", **far) == {"HAPPENED_IN_FUTURE": "receivedAt"}
        attempts = [s for s in await a.record.log.read(0, 1000) if s.name == "attempt.refused.1"]
        assert len(attempts) == 1, "that further ahead alone was refused"

    story(database, tmp_path, tell)


def test_who_decides_must_have_signed_in_lately(database: Database, tmp_path: Path) -> None:
    """A quarter of an hour and a second ago: who assesses may go on working, who confirms signs in again."""

    async def tell(a: Api, ward: UnitRef) -> None:
        _, case = await opened(a)
        a.signed_in_ago[LAN] = a.signed_in_ago[HAI] = 901
        await a.act(
            LAN, "assessInitialRisk", caseId=case, level="LOW", findings="Trẻ khỏe, có người trông.", sighting=MET
        )
        given = {"caseId": case, "idempotencyKey": str(uuid4())}
        payload = await a.act(HAI, "confirmRisk", **given)
        [error] = payload["errors"]
        assert (error["code"], payload["entry"]) == ("SIGN_IN_AGAIN", None)
        assert "đăng nhập lại" in error["message"]["vi"]
        lines = [s.name for s in await a.record.log.read(0, 1000)]
        assert "attempt.refused.1" not in lines
        a.signed_in_ago[HAI] = 900
        assert (await a.act(HAI, "confirmRisk", **given))["entry"]["act"] == "CONFIRM_RISK"

    story(database, tmp_path, tell)


def test_all_that_is_wrong_is_told_at_once_in_both_languages(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        wrong = told(narrative="  ", harmKinds=[], placeUnit="99999", receivedAt="2026-03-03T08:00:00+07:00")
        payload = await a.act(LAN, "receiveReport", **wrong)
        assert payload["entry"] is None
        assert payload["report"] is None
        found = {error["field"][0]: error for error in payload["errors"]}
        assert {field: error["code"] for field, error in found.items()} == {
            "narrative": "FIELD_REQUIRED",
            "harmKinds": "FIELD_REQUIRED",
            "placeUnit": "UNIT_UNKNOWN",
            "receivedAt": "HAPPENED_IN_FUTURE",
        }
        assert found["placeUnit"]["message"]["vi"].endswith(
            "Không có đơn vị mang mã này vào thời điểm đó. Đề nghị kiểm tra mã và ngày."
        )
        assert found["narrative"]["message"]["en"].startswith("What was told, in full: ")

    story(database, tmp_path, tell)


def test_a_code_that_may_be_left_out_is_refused_when_nobody_bears_it(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report = (await a.act(LAN, "receiveReport", **told()))["report"]["id"]
        asked = {"reportId": report, "placeUnit": "11359"}
        assert await a.codes(LAN, "openCase", **asked, residenceUnit="00000") == {"UNIT_UNKNOWN": "residenceUnit"}
        assert (await a.act(LAN, "openCase", **asked))["case"]["id"]

    story(database, tmp_path, tell)


def test_the_code_of_a_ward_that_was_split_is_refused_with_the_codes_to_choose_from(
    database: Database, tmp_path: Path
) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        parts = [await a.record.unit(*part, Level.COMMUNE) for part in (("11361", "An Đông"), ("11360", "An Tây"))]
        old = await a.record.unit("11357", "Phường Cũ", Level.COMMUNE)
        split = SplitUnit(among=tuple(parts), on=date(2026, 3, 1), resolution_no="NQ-3")
        await a.record.act(old.id, split, by=None)
        payload = await a.act(LAN, "receiveReport", **told(placeUnit="11357"))
        [error] = payload["errors"]
        assert (error["code"], error["field"], error["offices"]) == ("UNIT_ENDED", ["placeUnit"], [])
        assert [unit["code"] for unit in error["units"]] == ["11361", "11360"], "as the resolution names them"
        assert (await a.act(LAN, "receiveReport", **told(placeUnit="11360")))["errors"] == []

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
        assert (error["code"], error["field"]) == ("FILE_HAS_CHANGED", ["expectedVersion"])
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
        await a.attempts.flush()
        assert await noted() == [1]
        a.record.at("2026-03-03T00:30")
        await a.attempts.flush()
        await a.attempts.flush()
        assert await noted() == [1, 12]

    story(database, tmp_path, tell)


def test_somebody_from_another_commune_is_told_so(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        other = await a.record.unit("11407", "Phường Lê Chân", Level.COMMUNE)
        await a.appointed(other, Role.COMMUNE_CHAIR, "Bùi Thị Mận")
        _, case = await opened(a)
        found = {"caseId": case, "decisionNo": "33/QĐ", "findings": "Không đúng.", "sources": "Không rõ."}
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
            "ATTACHMENT_MALFORMED": "attachments.1"
        }
        payload = await a.act(LAN, "receiveReport", **told(attachments=[right]))
        assert payload["entry"]["attachments"] == [{"sha256": "5d" * 32}]

    story(database, tmp_path, tell)


def test_who_holds_two_offices_chooses_the_one_to_act_in(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        hotline = await a.record.unit("TD111", "Tổng đài 111", Level.HOTLINE)
        intake = await a.appointed(hotline, Role.HOTLINE_OPERATOR, LAN)
        [asked] = (await a.act(LAN, "receiveReport", **told()))["errors"]
        assert (asked["code"], asked["field"]) == ("OFFICE_TO_CHOOSE", ["officeId"])
        own = {intake, global_id("Office", office_id(ward.id, Role.PROTECTION_WORKER))}
        assert {office["officeId"] for office in asked["offices"]} == own
        payload = await a.act(LAN, "receiveReport", **told(officeId=intake))
        assert payload["entry"]["actor"]["role"] == "HOTLINE_OPERATOR"
        police = global_id("Office", uuid4())
        assert await a.codes(LAN, "receiveReport", **told(officeId=police)) == {"OFFICE_NOT_HELD": "officeId"}

    story(database, tmp_path, tell)


def test_an_id_of_another_kind_or_of_none_is_refused_beside_all_else_that_is_wrong(
    database: Database, tmp_path: Path
) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report, case = await opened(a)
        for wrong in (report, "không", str(key_of(report, "Report", "id"))):
            assert await a.codes(HAI, "confirmRisk", caseId=wrong) == {"ID_MALFORMED": "caseId"}
        split = {"findings": " ", "sources": "", "caseId": report, "officeId": case}
        errors = (await a.act(LAN, "verifyTruth", **split))["errors"]
        assert [(error["code"], error["field"]) for error in errors] == [
            ("ID_MALFORMED", ["caseId"]),
            ("ID_MALFORMED", ["officeId"]),
            ("FIELD_REQUIRED", ["findings"]),
            ("FIELD_REQUIRED", ["sources"]),
        ]
        same_key = global_id("Case", key_of(report, "Report", "id"))
        assert await a.codes(HAI, "confirmRisk", caseId=same_key) == {"FILE_NOT_FOUND": None}

    story(database, tmp_path, tell)


def test_an_act_dated_before_there_was_a_rule_is_refused(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        long_ago = "1987-05-01T08:00:00+07:00"
        late = {"lateReason": "Tìm thấy sổ cũ."}
        assert await a.codes(LAN, "receiveReport", **told(receivedAt=long_ago), **late) == {"BEFORE_THE_LAW": None}

    story(database, tmp_path, tell)


def test_a_text_has_its_length_wherever_it_is_given(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        book = "Cháu kể. " * 2_223
        assert await a.codes(LAN, "receiveReport", **told(narrative=book, childName=book)) == {
            "TEXT_TOO_LONG": "childName"
        }
        report = (await a.act(LAN, "receiveReport", **told(narrative=book[:20_000])))["report"]["id"]
        corrected = {"reportId": report, "corrects": 1, "dangerNow": True, "reason": book}
        assert await a.codes(LAN, "correctReport", **corrected) == {"TEXT_TOO_LONG": "reason"}

    story(database, tmp_path, tell)


def test_of_many_who_write_to_one_file_at_once_each_is_recorded_or_told_to_try_again(
    database: Database, tmp_path: Path
) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        report = (await a.act(LAN, "receiveReport", **told()))["report"]["id"]
        corrected = {"reportId": report, "corrects": 1, "dangerNow": True, "reason": "Nghe rõ hơn khi gọi lại."}

        async def one() -> str:
            given = {"idempotencyKey": str(uuid4()), **corrected}
            answer = await a.post(LAN, mutation_text("correctReport"), {"input": given})
            errors = answer.json().get("errors")
            return errors[0]["extensions"]["code"] if errors else "recorded"

        came_to = Counter(await asyncio.gather(*(one() for _ in range(40))))
        assert set(came_to) == {"recorded", "RATE_LIMITED"}
        lines = await a.record.log.history(key_of(report, "Report", "id"))
        assert len(lines) == 1 + came_to["recorded"]

    story(database, tmp_path, tell)


def test_a_record_with_too_much_waiting_says_so_and_records_nothing(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        r, head = a.record, await a.record.log.head()
        async with Writer(database.dsn("baove_app"), simulated=True, max_waiting=0) as full:
            handler = Handler(r.log, full, r.keyring, r.register_cache, now=r.handler.now)
            a.services = replace(a.services, handler=handler)
            assert await a.fault(LAN, "receiveReport", **told()) == "RATE_LIMITED"
            assert await r.log.head() == head
        a.services = replace(a.services, handler=r.handler)
        assert (await a.act(LAN, "receiveReport", **told()))["errors"] == []

    story(database, tmp_path, tell)


def test_a_record_that_does_not_answer_is_a_reason_to_send_the_act_again(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        shut = f'ALTER DATABASE "{database.name}" ALLOW_CONNECTIONS '
        gone = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        given = told(idempotencyKey=str(uuid4()))
        with psycopg.connect(database.server.dsn(), autocommit=True) as other:
            other.execute(SQL(shut + "false"))  # type: ignore[arg-type]
            other.execute(gone, [database.name])
            usual, a.record.log.patience_s = a.record.log.patience_s, 0.5
            assert await a.fault(LAN, "receiveReport", **given) == "UNAVAILABLE"
            a.record.log.patience_s = usual
            other.execute(SQL(shut + "true"))  # type: ignore[arg-type]
        async with asyncio.timeout(60):
            while (answer := await a.post(LAN, mutation_text("receiveReport"), {"input": given})).json().get("errors"):
                await asyncio.sleep(0.1)
        assert answer.json()["data"]["receiveReport"]["entry"]["version"] == 1

    story(database, tmp_path, tell)


def test_nothing_can_be_added_to_what_was_erased(database: Database, tmp_path: Path) -> None:
    async def tell(a: Api, ward: UnitRef) -> None:
        city = a.services.register_cache.register.city(a.services.now())
        affairs = await a.record.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, city)
        await a.appointed(affairs, Role.HOME_AFFAIRS_OFFICER, "Ngô Tiến Dũng")
        _, case = await opened(a)
        found = {"decisionNo": "33/QĐ", "findings": "Không có căn cứ.", "sources": "Cô giáo, hàng xóm."}
        await a.act(LAN, "assessInitialRisk", caseId=case, level="NONE", findings="Không có căn cứ.", sighting=MET)
        await a.act(HAI, "findUnfounded", caseId=case, **found)
        a.record.at("2026-06-10T09:00")
        asked = {"dataSubjectId": case, "grounds": "Đại diện yêu cầu.", "documentNo": "YC-01"}
        ordered = await a.act(HAI, "orderErasure", **asked)
        assert ordered["errors"] == []
        again = {"caseId": case, "newFact": "Có người báo tin lần nữa.", "knownAt": "2026-06-25T10:00:00+07:00"}
        a.record.at("2026-06-25T09:00")
        approved = await a.act("Ngô Tiến Dũng", "approveErasure", subjectId=ordered["subject"]["id"], decisionNo="QĐ-9")
        assert approved["errors"] == []
        assert await carry_out(a.record.handler, a.record.keyring) == 1
        a.record.at("2026-06-25T11:00")
        assert await a.codes(HAI, "reopenCase", **again, reason="Có tin mới.") == {"SUBJECT_ERASED": None}

    story(database, tmp_path, tell)
