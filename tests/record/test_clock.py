"""The clock: each lapse recorded once with its true due time, also after having been down, also by two clocks."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from psycopg_pool import AsyncConnectionPool

from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.vocabulary import Role, UnitRef, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from server.clock import Clock
from server.follow.projector import Projector
from server.follow.tail import Tail
from server.record.handle import Answered, Handler
from server.record.mapper import load
from tests.cases.casefile import instant
from tests.database import Database
from tests.follow.projecting import OpenSeal
from tests.record.kit import Record, record
from tests.record.reading_kit import wake


class Closed(OpenSeal):
    """Opens nothing: these stories do not search."""

    def open_many(self, values: Sequence[tuple[UUID, Personal]]) -> list[str | None]:
        return [None] * len(values)


class Dying(Handler):
    """A process that is gone after the line was recorded and before anything followed."""

    async def _follow(self, answered: Answered) -> None:
        return


@asynccontextmanager
async def reading(database: Database) -> AsyncGenerator[tuple[AsyncConnectionPool[Any], Tail]]:
    """A projector at work and what reads its tables."""
    projector = Projector(database.dsn("baove_projector"), Closed())
    thread = threading.Thread(target=projector.run)
    thread.start()
    pool: AsyncConnectionPool[Any] = AsyncConnectionPool(
        database.dsn("baove_reader"), open=False, kwargs={"autocommit": True}
    )
    try:
        async with pool, Tail(database.dsn("baove_reader")) as tail:
            yield pool, tail
    finally:
        projector.stop()
        wake(database)
        thread.join()


async def night_report(r: Record) -> tuple[UUID, UnitRef, UUID]:
    """At 22:10 a neighbour tells the ward; the worker opens a case and nothing more is done."""
    ward = await r.unit("11359", "Phường An Biên", Level.COMMUNE)
    lan = await r.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
    await r.office(ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")
    report = uuid4()
    told = ReceiveReport(
        channel=Channel.IN_PERSON,
        received_at=instant("2026-03-02T22:10"),
        place=ward,
        harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
        narrative="Hàng xóm nghe tiếng trẻ kêu khóc.",
        reporter_name="Bùi Thị Sáu",
        reporter_contact="số nhà 12, ngõ 8",
    )
    await r.act(report, told, by=lan)
    await r.act(case_id(report), OpenCase(report=report, place=ward), by=lan)
    return case_id(report), ward, lan


async def caught_up(r: Record, tail: Tail) -> None:
    head = await r.log.head()
    assert await tail.reached("duties", head, 20)
    assert await tail.reached("trail", head, 20)


async def lapses(r: Record, case: UUID) -> list[Line]:
    return [line for s in await r.log.history(case) if (line := load(s)).stored_as == "duty.lapsed.3"]


def test_a_lapse_is_recorded_once_with_its_true_due_time_after_the_clock_was_down(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, reading(database) as (pool, tail):
            case, _, _ = await night_report(r)
            clock = Clock(r.handler, r.log, pool)
            await caught_up(r, tail)
            assert await clock.tick() == 0, "nothing is due yet"
            r.at("2026-03-05T09:00")  # the clock was down for two days
            assert await clock.tick() == 3
            found = await lapses(r, case)
            assert {(line.event.code, line.event.due_at) for line in found} == {
                ("T03", instant("2026-03-03T06:10")),
                ("T04", instant("2026-03-03T10:10")),
                ("P03", instant("2026-03-03T22:20")),
            }
            assert {line.event.holder_name for line in found} == {"Vũ Đức Thắng"}
            assert {line.by.rule for line in found} == {"clock.lapse.1"}
            assert await clock.tick() == 0
            assert await Clock(r.handler, r.log, pool).tick() == 0, "a clock that was started anew adds nothing"
            assert len(await lapses(r, case)) == 3

    asyncio.run(story())


def test_two_clocks_at_once_record_one_lapse(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with (
            record(database, tmp_path, at="2026-03-02T22:20") as here,
            record(database, tmp_path, at="2026-03-02T22:20") as there,
            reading(database) as (pool, tail),
        ):
            case, _, _ = await night_report(here)
            await caught_up(here, tail)
            clocks = [Clock(r.at("2026-03-05T09:00").handler, r.log, pool) for r in (here, there)]
            added = await asyncio.gather(*(clock.lapses() for clock in clocks))
            assert sum(added) == 3
            assert len(await lapses(here, case)) == 3

    asyncio.run(story())


def test_without_its_command_id_and_the_files_own_word_a_lapse_would_be_recorded_twice(
    database: Database, tmp_path: Path
) -> None:
    """Negative control: a clock that makes up a new id each time is stopped by the file, and by nothing else."""

    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, reading(database) as (pool, tail):
            case, _, _ = await night_report(r)
            await caught_up(r, tail)
            clock = Clock(r.at("2026-03-05T09:00").handler, r.log, pool)
            due = instant("2026-03-03T10:10")
            assert await clock.lapse(case, "T04", "", due)
            assert not await clock.lapse(case, "T04", "", instant("2026-03-03T10:11"))
            assert len(await lapses(r, case)) == 1

    asyncio.run(story())


def test_what_follows_from_an_act_is_done_by_the_clock_when_the_process_died_in_between(
    database: Database, tmp_path: Path
) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, reading(database) as (pool, tail):
            alive, r.handler = r.handler, Dying(r.log, r.writer, r.keyring, r.register_cache, r.handler.now)
            case, _, _ = await night_report(r)
            report = load((await r.log.history(case))[0]).event.report
            assert len(await r.log.history(report)) == 1, "without the clock the report is never told"
            r.handler = alive
            await caught_up(r, tail)
            assert await Clock(r.handler, r.log, pool).follow() == 1
            told = load((await r.log.history(report))[1])
            assert (told.stored_as, told.event.case) == ("report.linked_to_case.1", case)
            assert told.by.rule == "follow:case.opened.1"
            await caught_up(r, tail)
            assert await Clock(r.handler, r.log, pool).follow() == 0

    asyncio.run(story())


def test_what_the_tables_have_taken_keeps_the_clock_awake_no_longer(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that it looked into itself is then the table's: its due times, long past, are not waited for."""
    waits: list[float] = []

    async def note(seconds: float) -> None:
        waits.append(seconds)

    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            case, _, _ = await night_report(r)
            pool: AsyncConnectionPool[Any] = AsyncConnectionPool(
                database.dsn("baove_reader"), open=False, kwargs={"autocommit": True}
            )
            async with pool:
                clock = Clock(r.handler, r.log, pool)
                await clock.tick()  # without any table
            async with reading(database) as (pool, tail):
                clock._reader = pool  # pyright: ignore[reportPrivateUsage]
                for backlog in (clock._not_in_duties, clock._not_in_trail):  # pyright: ignore[reportPrivateUsage]
                    backlog.reader = pool
                await caught_up(r, tail)
                r.at("2026-03-05T09:00")
                assert await Clock(r.handler, r.log, pool).tick() == 3, "another clock is faster"
                await caught_up(r, tail)
                assert await clock.tick() == 0
                with monkeypatch.context() as patched:
                    patched.setattr("server.clock.asyncio.sleep", note)
                    await clock.rest()
            assert len(await lapses(r, case)) == 3

    asyncio.run(story())
    assert waits == [30.0]
