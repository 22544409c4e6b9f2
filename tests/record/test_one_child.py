"""Files that name a child alike are told of each other: by keyed marks, at once or by the clock, and never in clear."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.contact.record_contact import RecordContact
from domain.contact.state import ContactWith
from domain.law.harm import HarmKind
from domain.record.naming import MatchedBy
from domain.record.vocabulary import Role, UnitRef, case_id
from domain.report.correct_report import CorrectReport
from domain.report.name_another_child import NameAnotherChild
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.report.telling import report_of_child
from domain.unit.state import Level
from server.record.folding import folded
from server.record.keyring.marks import Marks
from server.record.mapper import load
from server.record.one_child import keep_anew, tell_what_waits
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.kit import Record, record

NAME, TYPED = "Nguyễn Thị Mai Khôi", "KHOI nguyen thi mai"
DAY = "2026-03-02"


@dataclass
class Wards:
    """Two wards, a worker in each, and the files that they keep."""

    record: Record
    database: Database
    here: UnitRef
    there: UnitRef
    lan: UUID
    mo: UUID
    minute: int = field(default=0)

    async def act(self, file_id: UUID, command: Any, by: UUID, **more: Any) -> UUID:
        self.minute += 1
        await self.record.at(f"{DAY}T{8 + self.minute // 60:02}:{self.minute % 60:02}").act(
            file_id, command, by=by, **more
        )
        return file_id

    async def told(self, name: str | None, born: int | None = None, *, there: bool = False) -> UUID:
        """A report of a child so named, to the one ward or the other."""
        report = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant(f"{DAY}T08:00"),
            place=self.there if there else self.here,
            harm_kinds=(HarmKind.NEGLECT,),
            narrative="Cháu ở nhà một mình.",
            child_name=name,
            child_birth_year=born,
        )
        return await self.act(uuid4(), report, self.mo if there else self.lan)

    async def opened(self, report: UUID, *, there: bool = False) -> UUID:
        place, by = (self.there, self.mo) if there else (self.here, self.lan)
        return await self.act(case_id(report), OpenCase(report=report, place=place), by)

    async def rows(self, file_id: UUID) -> dict[UUID, MatchedBy | None]:
        """What the file says of others of the child."""
        file = folded(file_id, [load(stored) for stored in await self.record.log.history(file_id)])
        return {row.other: row.matched for row in file.state.same_child}

    async def by_the_clock(self) -> int:
        async def carefully(file_id: UUID, work: Any) -> int:
            return await work()

        return await tell_what_waits(self.record.handler, carefully)

    def marks(self) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.database.dsn()) as connection:
            return connection.execute("SELECT * FROM vault.marks ORDER BY mark, form").fetchall()


@asynccontextmanager
async def wards(database: Database, folder: Path) -> AsyncGenerator[Wards]:
    async with record(database, folder, at=f"{DAY}T08:00") as running:
        city = await running.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        here = await running.unit("11359", "Phường An Biên", Level.COMMUNE, city)
        there = await running.unit("11431", "Phường Kiến An", Level.COMMUNE, city)
        lan = await running.office(here, Role.PROTECTION_WORKER, "Phạm Thị Lan")
        mo = await running.office(there, Role.PROTECTION_WORKER, "Bùi Thị Mơ")
        for unit, name in ((here, "Vũ Đức Thắng"), (there, "Lương Thúy Nga")):
            await running.office(unit, Role.COMMUNE_CHAIR, name)
        yield Wards(running, database, here, there, lan, mo)


def test_a_case_a_report_and_contacts_of_one_child_find_each_other(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            first = await w.told(NAME, 2015)
            case = await w.opened(first)
            report = await w.told(TYPED, 2015, there=True)
            assert await w.rows(case) == {report: MatchedBy.NAME_AND_YEAR}
            assert await w.rows(report) == {case: MatchedBy.NAME_AND_YEAR}
            noted = RecordContact(
                place=w.there,
                made_at=instant(f"{DAY}T08:00"),
                made_by=ContactWith.CARER,
                note="Mẹ cháu xin chỗ ở.",
                child_name="Cháu Nguyễn Thị Mai Khôi",
            )
            contact = await w.act(uuid4(), noted, w.mo)
            assert await w.rows(contact) == {case: MatchedBy.NAME_ALONE, report: MatchedBy.NAME_ALONE}
            other = await w.opened(report, there=True)
            assert await w.rows(other) == {case: MatchedBy.NAME_AND_YEAR, contact: MatchedBy.NAME_ALONE}
            assert await w.rows(case) == {
                report: MatchedBy.NAME_AND_YEAR,
                contact: MatchedBy.NAME_ALONE,
                other: MatchedBy.NAME_AND_YEAR,
            }
            stranger = await w.told("Trần Gia Linh", 2015)
            assert await w.rows(stranger) == {}

    asyncio.run(story())


@pytest.mark.parametrize("told_together", [True, False])
def test_twins_of_one_report_are_two_children_and_others_of_such_names_perhaps_one(
    database: Database, tmp_path: Path, told_together: bool
) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            first = await w.told("Nguyễn Thị Mai An", 2018)
            named = NameAnotherChild(
                report=first,
                which=2,
                place=w.here,
                harm_kinds=(HarmKind.NEGLECT,),
                narrative="Em sinh đôi của cháu.",
                child_name="Nguyễn Thị Mai Ân",
                child_birth_year=2018,
            )
            twin = "Nguyễn Thị Mai Ân"
            second = await (w.act(report_of_child(first, 2), named, w.lan) if told_together else w.told(twin, 2018))
            for report in (first, second):
                await w.opened(report)
            found = {} if told_together else {case_id(second): MatchedBy.NAME_AND_YEAR}
            assert {k: v for k, v in (await w.rows(case_id(first))).items() if k == case_id(second)} == found
            other = await w.told("Nguyễn Thị Mai Ân", 2018, there=True)
            assert set(await w.rows(other)) == {case_id(first), case_id(second)}, "who that is, people must see"

    asyncio.run(story())


def test_a_name_that_becomes_known_or_was_misspelt_is_put_right(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            unknown, misspelt = await w.told(None), await w.told("Nguyễn Thị Mai Khói", there=True)
            case = await w.opened(unknown)
            assert await w.rows(case) == await w.rows(misspelt) == {}
            named = CorrectCase(corrects=1, statement="Nay đã biết tên cháu.", child_name=NAME)
            await w.act(case, named, w.lan, reason="Gặp mẹ cháu.")
            assert await w.rows(case) == {}, "a different mark is another name"
            right = CorrectReport(corrects=1, child_name=NAME)
            await w.act(misspelt, right, w.mo, reason="Ghi sai dấu.")
            assert await w.rows(case) == {misspelt: MatchedBy.NAME_ALONE}
            assert await w.rows(misspelt) == {case: MatchedBy.NAME_ALONE}
            year = CorrectReport(corrects=1, child_birth_year=2015)
            await w.act(misspelt, year, w.mo, reason="Nay đã biết năm sinh.")
            later = await w.told(TYPED, 2015)
            assert (await w.rows(later))[misspelt] is MatchedBy.NAME_AND_YEAR, "its name was opened for the year"

    asyncio.run(story())


def test_an_identifier_says_more_than_names_that_differ(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            cases = [await w.opened(await w.told(n, there=t), there=t) for n, t in ((NAME, False), ("Bé Na", True))]
            for case, by, number in zip(cases, (w.lan, w.mo), ("031215000123", "0312 1500 0123"), strict=True):
                known = CorrectCase(corrects=1, statement="Theo giấy khai sinh.", child_identifier=number)
                await w.act(case, known, by, reason="Đã xem giấy khai sinh.")
            assert await w.rows(cases[0]) == {cases[1]: MatchedBy.IDENTIFIER}
            assert await w.rows(cases[1]) == {cases[0]: MatchedBy.IDENTIFIER}

    asyncio.run(story())


def test_what_a_process_did_not_get_to_tell_the_clock_tells_once(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            first = await w.told(NAME, 2015)

            async def dies(*_: Any) -> None:
                raise RuntimeError("the process ends here")

            with monkeypatch.context() as patched:
                patched.setattr(Marks, "alike", dies)
                with pytest.raises(RuntimeError):
                    await w.told(NAME, 2015, there=True)
            assert await w.rows(first) == {}
            assert await w.by_the_clock() == 2
            assert list((await w.rows(first)).values()) == [MatchedBy.NAME_AND_YEAR]
            assert await w.by_the_clock() == 0

    asyncio.run(story())


def test_marks_of_a_line_that_was_never_written_are_of_no_file(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            first = await w.told(NAME, 2015)
            row = next(r for r in w.marks() if r[2] == "written")
            with psycopg.connect(database.dsn("baove_app"), autocommit=True) as connection:
                connection.execute(
                    "SELECT vault.keep_marks(%s, %s, 1, %s, %s)", [uuid4(), uuid4(), ["written"], [row[3]]]
                )
            assert await w.by_the_clock() == 0
            second = await w.told(TYPED, there=True)
            assert await w.rows(second) == {first: MatchedBy.NAME_ALONE}

    asyncio.run(story())


def test_marks_are_kept_anew_from_the_log_alone(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with wards(database, tmp_path) as w:
            report = await w.told("Nguyễn Thị Mai Khói", 2014)
            await w.act(report, CorrectReport(corrects=1, child_name=NAME), w.lan, reason="Ghi sai dấu.")
            await w.opened(report)
            before = w.marks()
            assert [row[2] for row in before].count("written") == 2, "the misspelt name stays too"
            assert await keep_anew(w.record.log, w.record.keyring) == 1
            assert w.marks() == before
            with psycopg.connect(database.dsn(), autocommit=True) as connection:
                connection.execute("DELETE FROM vault.marks")
            assert w.marks() == []
            await keep_anew(w.record.log, w.record.keyring)
            assert w.marks() == before

    asyncio.run(story())


def test_the_app_alone_reaches_the_marks_and_only_by_its_functions(database: Database) -> None:
    calls = ("SELECT * FROM vault.alike(gen_random_uuid())", "SELECT * FROM vault.to_compare()")
    for role in ("baove_projector", "baove_reader", "baove_app"):
        with psycopg.connect(database.dsn(role), autocommit=True) as connection:
            for statement in ("SELECT * FROM vault.marks", "SELECT * FROM vault.compare"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(statement.encode())
            for call in calls:
                if role == "baove_app":
                    assert connection.execute(call.encode()).fetchall() == []
                    continue
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(call.encode())


@pytest.mark.parametrize(("others", "by_name"), [(5, True), (20, False)])
def test_a_name_that_very_many_files_bear_is_compared_with_the_birth_year(
    database: Database, tmp_path: Path, others: int, by_name: bool
) -> None:
    """Else each new file of that name would write a line on all of them, and those that count would go under."""

    async def story() -> None:
        async with wards(database, tmp_path) as w:
            first = await w.told(NAME, 2015)
            with psycopg.connect(database.dsn()) as connection:
                connection.execute(
                    "INSERT INTO vault.marks (subject, file_id, form, mark) SELECT gen_random_uuid(), f, form, mark"
                    " FROM vault.marks, (SELECT gen_random_uuid() AS f FROM generate_series(1, %s)) AS files"
                    " WHERE file_id = %s AND form <> 'name_and_year'",
                    [others, first],
                )
            assert await w.rows(await w.told(NAME)) == ({first: MatchedBy.NAME_ALONE} if by_name else {})
            again = await w.told(TYPED, 2015, there=True)
            assert (await w.rows(again))[first] is MatchedBy.NAME_AND_YEAR
            assert (await w.rows(first))[again] is MatchedBy.NAME_AND_YEAR

    asyncio.run(story())
