"""An act that comes late never ends a duty before its lapse is on the record, whether the clock was up or down."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

import pytest
from psycopg_pool import AsyncConnectionPool

from domain.case.intake.open_case import OpenCase
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.file import File, Request
from domain.record.line import Line
from domain.record.vocabulary import BAOVE, Role, UnitRef, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from server.clock import Clock
from server.record.handle import Answered, Handler
from server.record.mapper import load
from server.record.store import Overloaded
from tests.cases.casefile import instant
from tests.database import Database
from tests.record.kit import Record, record


class Hurried(Handler):
    """Negative control: takes the act as it comes and looks at no clock."""

    async def _settle_time(self, file: File, request: Request) -> bool:
        return False


class Full(Handler):
    """The database takes nothing for the moment."""

    full = True

    async def handle(self, request: Request) -> Answered:
        if self.full:
            raise Overloaded
        return await super().handle(request)


async def a_night_without_a_decision(r: Record) -> tuple[UUID, UnitRef, UUID]:
    """Told at 22:10 on 2 March; the case is open at 22:20; the ward's Chair is Thắng."""
    case, ward, _ = await a_case(r)
    return case, ward, uuid5(BAOVE, "person:Vũ Đức Thắng")


async def a_case(r: Record) -> tuple[UUID, UnitRef, UUID]:
    """The same; gives the ward's worker, Lan."""
    ward = await r.unit("11359", "Phường An Biên", Level.COMMUNE)
    lan = await r.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
    await r.office(ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")
    return await another_case(r, ward, lan), ward, lan


async def another_case(r: Record, ward: UnitRef, lan: UUID) -> UUID:
    told = ReceiveReport(
        channel=Channel.IN_PERSON,
        received_at=instant("2026-03-02T22:10"),
        place=ward,
        harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
        narrative="Hàng xóm nghe tiếng trẻ kêu khóc.",
    )
    report = uuid4()
    await r.act(report, told, by=lan)
    await r.act(case_id(report), OpenCase(report=report, place=ward), by=lan)
    return case_id(report)


async def orders_as_if_in_time(r: Record, case: UUID, ward: UnitRef, thang: UUID) -> Line:
    """At noon, two hours late, Thắng writes an order that he says he gave at nine."""
    wanted = MeasureWanted(kind=MeasureKind.GUARD, executor=ward, until=instant("2026-03-04T12:00"))
    answered = await r.at("2026-03-03T12:00").act(
        case,
        OrderUrgentMeasure(measures=(wanted,), decision_no="14/QĐ-UBND"),
        by=thang,
        reason="Đã giao công an phường.",
        occurred_at=instant("2026-03-03T09:00"),
    )
    return answered.line


def lapsed(lines: list[Line]) -> list[str]:
    return [line.event.code for line in lines if line.stored_as == "duty.lapsed.3"]


def test_an_order_dated_back_before_the_due_time_finds_the_lapse_recorded(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            case, ward, thang = await a_night_without_a_decision(r)
            order = await orders_as_if_in_time(r, case, ward, thang)
            lines = [load(s) for s in await r.log.history(case)]
            assert lapsed(lines) == ["T03", "T04"], "no clock was running at all"
            assert lines[-1].id == order.id
            assert {line.event.due_at for line in lines if line.stored_as == "duty.lapsed.3"} == {
                instant("2026-03-03T06:10"),
                instant("2026-03-03T10:10"),
            }

    asyncio.run(story())


def test_a_handler_that_does_not_look_at_the_clock_lets_the_lapse_vanish(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r:
            r.handler = Hurried(r.log, r.writer, r.keyring, r.register_cache, r.handler.now)
            case, ward, thang = await a_night_without_a_decision(r)
            await orders_as_if_in_time(r, case, ward, thang)
            assert lapsed([load(s) for s in await r.log.history(case)]) == []

    asyncio.run(story())


@asynccontextmanager
async def no_tables(database: Database) -> AsyncGenerator[AsyncConnectionPool[Any]]:
    """A reader of a database in which no projector was ever at work."""
    async with AsyncConnectionPool[Any](database.dsn("baove_reader"), open=False, kwargs={"autocommit": True}) as pool:
        yield pool


def test_a_lapse_that_the_database_could_not_take_is_tried_again(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, no_tables(database) as pool:
            case, _, _ = await a_night_without_a_decision(r)
            r.at("2026-03-03T12:00")
            handler = Full(r.log, r.writer, r.keyring, r.register_cache, r.handler.now)
            clock = Clock(handler, r.log, pool)
            with pytest.raises(Overloaded):
                await clock.lapses()
            handler.full = False
            assert await clock.lapses() == 2
            assert lapsed([load(s) for s in await r.log.history(case)]) == ["T03", "T04"]
            assert await clock.lapses() == 0

    asyncio.run(story())


def test_the_clock_finds_lapses_where_no_table_tells_it_of_the_case(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, no_tables(database) as pool:
            case, _, _ = await a_night_without_a_decision(r)
            clock = Clock(r.handler, r.log, pool)
            found: list[tuple[str, list[str]]] = []
            for at in ("2026-03-02T23:00", "2026-03-03T06:10", "2026-03-03T06:11", "2026-03-03T10:11"):
                r.at(at)
                await clock.tick()
                found.append((at[-5:], lapsed([load(s) for s in await r.log.history(case)])))
            assert found == [("23:00", []), ("06:10", []), ("06:11", ["T03"]), ("10:11", ["T03", "T04"])]

    asyncio.run(story())


class Stumbling(Handler):
    """Falls over whatever is asked of one file."""

    over: UUID | None = None

    async def handle(self, request: Request) -> Answered:
        if request.file_id == self.over:
            raise RecursionError
        return await super().handle(request)


def test_a_file_that_cannot_be_dealt_with_stops_the_clock_for_no_other(database: Database, tmp_path: Path) -> None:
    async def story() -> None:
        async with record(database, tmp_path, at="2026-03-02T22:20") as r, no_tables(database) as pool:
            bad, ward, lan = await a_case(r)
            good = await another_case(r, ward, lan)
            handler = Stumbling(r.log, r.writer, r.keyring, r.register_cache, r.handler.now)
            handler.over = bad
            clock = Clock(handler, r.log, pool)
            r.at("2026-03-03T12:00")
            assert await clock.tick() == 2
            assert lapsed([load(s) for s in await r.log.history(good)]) == ["T03", "T04"]
            assert await clock.tick() == 0, "set aside for a minute"
            handler.over = None
            r.at("2026-03-03T12:01")
            assert await clock.tick() == 2
            assert lapsed([load(s) for s in await r.log.history(bad)]) == ["T03", "T04"]

    asyncio.run(story())
