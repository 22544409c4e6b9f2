"""A command's way through the real store: recorded once, decided on the register of that instant, never half done."""

import asyncio
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.office.end_tenure import EndTenure
from domain.record.faults import Fault
from domain.record.refusal import Refused
from domain.record.vocabulary import Role, UnitRef, case_id, office_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel, ReportPhase
from domain.unit.correct_unit_entry import CorrectUnitEntry
from domain.unit.merge_unit import MergeUnit
from domain.unit.state import Level
from server.record.mapper import load
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.kit import Record, record


def told(place: UnitRef) -> ReceiveReport:
    return ReceiveReport(
        channel=Channel.IN_PERSON,
        received_at=instant("2026-03-02T22:10"),
        place=place,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Hai cháu nhỏ ở nhà một mình từ sáng hôm trước.",
        child_name="Đỗ Ngọc Diệp",
    )


async def commune(r: Record) -> tuple[UnitRef, UUID]:
    ward = await r.unit("11359", "Phường An Biên", Level.COMMUNE)
    return ward, await r.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")


def test_a_report_becomes_a_case_and_the_report_is_told(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            ward, lan = await commune(r)
            report = uuid4()
            received = await r.act(report, told(ward), by=lan)
            assert received.line.event.child_name.text is None
            await r.at("2026-03-03T07:30").act(case_id(report), OpenCase(report=report, place=ward), by=lan)
            lines = [load(s) for s in await r.log.history(report)]
            assert [line.stored_as for line in lines] == [
                "report.received.1",
                "duty.lapsed.3",
                "report.linked_to_case.1",
            ], "the eight hours were over before anybody opened it"
            assert lines[2].causation_id is not None

    asyncio.run(story())


def test_the_same_command_sent_again_is_answered_and_not_recorded_twice(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            ward, lan = await commune(r)
            report, key = uuid4(), uuid4()
            first = await r.act(report, told(ward), by=lan, command_id=key)
            await r.at("2026-03-03T07:30").act(case_id(report), OpenCase(report=report, place=ward), by=lan)
            again = await r.act(report, told(ward), by=lan, command_id=key)
            assert again.replayed
            assert again.line == first.line
            assert again.file.state.phase is ReportPhase.CONVERTED
            with pytest.raises(Refused, match="command_id_reused"):
                await r.act(uuid4(), told(ward), by=lan, command_id=key)

    asyncio.run(story())


def test_an_office_ended_elsewhere_has_no_authority_in_the_same_instant(database: Database, tmp_path: Path) -> None:
    """Another process ends the tenure; this one still holds the old register and must find out on append."""

    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as here:
            ward, _ = await commune(here)
            quyen = await here.office(ward, Role.INTAKE_OFFICER, "Lê Thị Quyên")
            home_affairs = await here.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT)
            thuy = await here.office(home_affairs, Role.HOME_AFFAIRS_OFFICER, "Ngô Thanh Thủy")
            async with record(database, tmp_path, at="2026-03-02T22:21") as there:
                ended = EndTenure(person=quyen, until=there.clock[0], decision_no="QĐ-02")
                await there.act(office_id(ward.id, Role.INTAKE_OFFICER), ended, by=thuy)
            with pytest.raises(Refused, match="no_office_now"):
                await here.at("2026-03-02T22:22").act(uuid4(), told(ward), by=quyen)

    asyncio.run(story())


def test_a_wrong_line_of_the_register_is_read_otherwise_from_its_correction_on(
    database: Database, tmp_path: Path
) -> None:
    """What was known before is still told as it was known: only the register from then on says otherwise."""

    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            ward, lan = await commune(r)
            other = await r.unit("11431", "Phường Kiến An", Level.COMMUNE)
            city = await r.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
            khoi = await r.office(city, Role.REGISTRAR, "Đỗ Minh Khôi")
            ngoc = await r.office(city, Role.HOME_AFFAIRS_OFFICER, "Trần Bích Ngọc")
            r.at("2026-03-02T22:30")
            merged = MergeUnit(into=other, on=date(2026, 3, 2), resolution_no="NQ-3")
            wrong = await r.act(ward.id, merged, by=khoi)
            with pytest.raises(Refused, match="no_office_now"):
                await r.act(uuid4(), told(other), by=lan)
            never = CorrectUnitEntry(corrects=2, fault=Fault.NEVER, paper_no="20/NQ-HĐND")
            told_why = {"reason": "Nghị quyết không có hiệu lực."}
            with pytest.raises(Refused, match="entry_written_by_you"):
                await r.act(ward.id, never, by=khoi, **told_why)
            await r.act(ward.id, never, by=ngoc, **told_why)
            await r.act(uuid4(), told(ward), by=lan)
            now, at = await r.register_cache.catch_up(), r.clock[0]
            then = r.register_cache.as_of(wrong.line.position or 0)
            assert (now.living(ward.id, at), then.living(ward.id, at)) == ({ward.id}, {other.id})
            assert [load(s).stored_as for s in await r.log.history(ward.id)] == [
                "unit.established.1",
                "unit.merged.1",
                "unit.entry_corrected.1",
            ]

    asyncio.run(story())
