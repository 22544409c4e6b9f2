"""The clock counts running duties again when days off are declared: at once for all to see, and before any lapse."""

import asyncio
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from domain.law.calendar import DayReason
from domain.law.duty import REPORTER_ANSWER
from domain.record.vocabulary import Role
from domain.unit.declare_days_off import DeclareDaysOff
from domain.unit.state import Level
from server.clock import Clock
from server.record.mapper import load
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.kit import Record, record
from tests.record.test_clock import caught_up, night_report, reading

TOLD, COUNTED_AGAIN = instant("2026-03-06T00:00"), instant("2026-03-07T00:00")
"""Within three working days of Monday evening: by Thursday, or, where Thursday is off, by Friday."""


async def thursday_off(r: Record) -> None:
    city = await r.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    mai = await r.office(await r.unit("SNV", "Sở Nội vụ", Level.DEPARTMENT), Role.HOME_AFFAIRS_OFFICER, "Lê Thị Mai")
    off = DeclareDaysOff(document_no="2715/TB-UBND", day_reason=DayReason.EMERGENCY, off=(date(2026, 3, 5),))
    await r.act(city.id, off, by=mai)


async def ends_of_reporter_answer(r: Record, report: UUID) -> list[datetime]:
    lines = [load(stored) for stored in await r.log.history(report)]
    return [started.due_at for line in lines for started in line.starts if started.code == REPORTER_ANSWER.code]


async def lapsed(r: Record, report: UUID) -> list[str]:
    lines = [load(stored) for stored in await r.log.history(report)]
    return [line.event.code for line in lines if line.stored_as == "duty.lapsed.3"]


def test_a_declared_day_off_moves_the_ends_that_people_see(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, reading(database) as (pool, tail):
            case, _, _ = await night_report(r)
            report = load((await r.log.history(case))[0]).event.report
            await caught_up(r, tail)
            clock = Clock(r.handler, r.log, pool)
            assert await clock.recounts() == 0, "nothing was declared"
            await thursday_off(r)
            assert await clock.recounts() > 0
            assert await ends_of_reporter_answer(r, report) == [TOLD, COUNTED_AGAIN]
            await caught_up(r, tail)
            assert await clock.recounts() == 0
            assert await Clock(r.handler, r.log, pool).recounts() == 0, "a clock that was started anew adds nothing"
            async with pool.connection() as connection:
                query = "SELECT due_at FROM read.duties WHERE file_id = %s AND code = %s"
                row = await (await connection.execute(query, [report, REPORTER_ANSWER.code])).fetchone()
            assert row == (COUNTED_AGAIN,)

    asyncio.run(story())


def test_a_clock_that_was_down_counts_again_before_it_records_a_lapse(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, reading(database) as (pool, tail):
            case, _, _ = await night_report(r)
            report = load((await r.log.history(case))[0]).event.report
            await thursday_off(r)
            await caught_up(r, tail)
            clock = Clock(r.at("2026-03-06T09:00").handler, r.log, pool)
            await clock.lapses()
            assert await ends_of_reporter_answer(r, report) == [TOLD, COUNTED_AGAIN]
            assert REPORTER_ANSWER.code not in await lapsed(r, report)
            await caught_up(r, tail)
            await Clock(r.at("2026-03-07T00:00").handler, r.log, pool).lapses()
            assert await lapsed(r, report) == [REPORTER_ANSWER.code]

    asyncio.run(story())
