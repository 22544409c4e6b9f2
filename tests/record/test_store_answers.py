"""What the store answers to each request, and what it refuses to take."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import psycopg
import pytest

from server.record.store import (
    Conflict,
    Log,
    Mismatch,
    Overloaded,
    Recorded,
    RegisterMoved,
    Replayed,
    UnfitDatabase,
    Writer,
    WriterClosed,
)
from tests.database import Database
from tests.record.store_kit import draft, order_faults, under_migration, whole

APP = "baove_app"


def test_a_line_comes_back_as_it_was_written(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            report = draft(state=b"\x00\xffnot text")
            answer = await writer.append(report)
            assert isinstance(answer, Recorded)
            [line] = await log.history(report.file_id)
            assert (line.file_id, line.version, line.name) == (report.file_id, 1, "report.received.1")
            assert (line.state, line.command_id) == (report.state, report.command_id)
            assert (line.position, line.recorded_at) == (1, answer.recorded_at)
            assert line.recorded_at.utcoffset() == timedelta(0)
            assert await log.by_command(report.command_id) == line
            assert await log.by_command(uuid4()) is None
            assert await log.head() == 1

    asyncio.run(story())


def test_the_same_command_sent_again_gets_its_earlier_position(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            report = draft()
            first = await writer.append(report)
            assert isinstance(first, Recorded)
            assert await writer.append(report) == Replayed(first.position, first.recorded_at)
            other = draft(report.file_id, 2, command_id=report.command_id, command_hash=b"another body")
            assert await writer.append(other) == Mismatch()
            assert await log.head() == 1

    asyncio.run(story())


def test_sixteen_at_once_with_one_command_write_one_line(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            report = draft()
            answers = await asyncio.gather(*(writer.append(report) for _ in range(16)))
        assert [type(answer) for answer in answers].count(Recorded) == 1
        assert [type(answer) for answer in answers].count(Replayed) == 15

    asyncio.run(story())


def test_who_comes_second_to_a_version_is_told_of_the_conflict_alone(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            case = uuid4()
            await writer.append(draft(case))
            answers = await asyncio.gather(
                writer.append(draft(case, 2)),
                writer.append(draft(case, 2)),
                writer.append(draft()),
                writer.append(draft(case, 9)),
            )
            kinds = [type(answer) for answer in answers]
            assert kinds == [Recorded, Conflict, Recorded, Conflict]
            assert order_faults(await whole(log)) == set()

    asyncio.run(story())


def test_a_request_the_database_cannot_take_fails_alone(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            answers = await asyncio.gather(
                writer.append(draft()),
                writer.append(draft(name="a\0b")),
                writer.append(draft(version=0)),
                writer.append(draft()),
                return_exceptions=True,
            )
            assert isinstance(answers[0], Recorded)
            assert isinstance(answers[1], psycopg.DataError)
            assert isinstance(answers[2], Conflict | psycopg.IntegrityError)
            assert isinstance(answers[3], Recorded)
            assert await log.head() == 2

    asyncio.run(story())


def test_a_change_of_the_register_comes_before_whoever_had_not_seen_it(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            decided_before = draft()
            office = await writer.append(draft(name="office.appointment_ended.1"))
            assert isinstance(office, Recorded)
            assert await writer.append(decided_before) == RegisterMoved()
            assert await writer.append(draft(name="unit.ended.1")) == RegisterMoved()
            assert isinstance(await writer.append(draft(register_seen=office.position)), Recorded)
            assert [line.name for line in await log.register_lines(0)] == ["office.appointment_ended.1"]
            assert await log.register_lines(office.position) == []

    asyncio.run(story())


def test_within_one_group_too_the_revocation_comes_first(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            answers = await asyncio.gather(
                writer.append(draft(name="office.appointment_ended.1")), writer.append(draft())
            )
            assert [type(answer) for answer in answers] == [Recorded, RegisterMoved]

    asyncio.run(story())


def test_a_recorded_command_is_answered_even_after_the_register_moved(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            report = draft()
            first = await writer.append(report)
            await writer.append(draft(name="unit.established.1"))
            assert isinstance(first, Recorded)
            assert await writer.append(report) == Replayed(first.position, first.recorded_at)

    asyncio.run(story())


def test_many_files_are_read_in_one_query_in_the_order_of_the_log(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            case, report = uuid4(), uuid4()
            for written in (draft(case), draft(report), draft(), draft(case, 2)):
                await writer.append(written)
            assert [line.position for line in await log.histories([report, case])] == [1, 2, 4]
            assert [line.position for line in await log.read(1, 2)] == [2, 3]

    asyncio.run(story())


def test_too_many_lines_or_too_many_bytes_are_refused_at_the_door(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP), max_waiting=3, max_waiting_bytes=1000) as writer:
            waiting = [asyncio.ensure_future(writer.append(draft())) for _ in range(3)]
            await asyncio.sleep(0)
            with pytest.raises(Overloaded):
                await writer.append(draft())
            assert {type(answer) for answer in await asyncio.gather(*waiting)} == {Recorded}
            with pytest.raises(Overloaded):
                await writer.append(draft(state=b"x" * 1001))
            assert isinstance(await writer.append(draft(state=b"x" * 1000)), Recorded)

    asyncio.run(story())


def test_a_caller_that_gives_up_does_not_break_the_group(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            calls = [asyncio.ensure_future(writer.append(draft())) for _ in range(8)]
            await asyncio.sleep(0)
            calls[3].cancel()
            answers = await asyncio.gather(*calls, return_exceptions=True)
            assert isinstance(answers[3], asyncio.CancelledError)
            assert [type(answer) for answer in answers].count(Recorded) == 7
            assert isinstance(await writer.append(draft()), Recorded)
            assert order_faults(await whole(log)) == set()

    asyncio.run(story())


def test_closing_writes_what_waits_and_takes_nothing_more(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            calls = [asyncio.ensure_future(writer.append(draft())) for _ in range(5)]
            await asyncio.sleep(0)
        assert {type(answer) for answer in await asyncio.gather(*calls)} == {Recorded}
        with pytest.raises(WriterClosed):
            await writer.append(draft())

    asyncio.run(story())


def test_who_listens_hears_of_each_new_head(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer, Log(real_database.dsn(APP)) as log:
            positions = log.listen()
            assert await anext(positions) == 0
            await writer.append(draft())
            assert await anext(positions) == 1
            await writer.append(draft())
            assert await anext(positions) == 2
            await positions.aclose()

    asyncio.run(story())


def test_a_simulated_record_is_kept_at_the_named_instant_and_never_runs_backwards(database: Database) -> None:
    async def story() -> None:
        async with Writer(database.dsn(APP), simulated=True) as writer:
            march = datetime(2026, 3, 2, 1, 10, tzinfo=UTC)
            writer.at(march)
            assert await writer.append(draft()) == Recorded(1, march)
            writer.at(march + timedelta(days=1))
            assert await writer.append(draft()) == Recorded(2, march + timedelta(days=1))
            writer.at(march)
            late = march + timedelta(days=1, microseconds=1)
            assert await writer.append(draft()) == Recorded(3, late)

    asyncio.run(story())


def test_each_waiting_line_keeps_the_instant_at_which_it_was_asked_for(database: Database) -> None:
    async def story() -> None:
        async with Writer(database.dsn(APP), simulated=True) as writer:
            days = [datetime(2026, 3, day, tzinfo=UTC) for day in (1, 2, 3)]
            calls: list[asyncio.Task[object]] = []
            for day in days:
                writer.at(day)
                calls.append(asyncio.create_task(_append(writer)))
                await asyncio.sleep(0)
            assert await asyncio.gather(*calls) == [Recorded(n + 1, day) for n, day in enumerate(days)]

    async def _append(writer: Writer) -> object:
        return await writer.append(draft())

    asyncio.run(story())


def test_nobody_sets_the_time_of_a_real_record(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            with pytest.raises(ValueError, match="server's own"):
                writer.at(datetime(2020, 1, 1, tzinfo=UTC))
        with psycopg.connect(real_database.dsn(APP)) as connection:
            connection.execute("SET baove.now = '2020-01-01T00:00:00Z'")
            row = connection.execute("SELECT log.now() > '2021-01-01'").fetchone()
            assert row == (True,)

    asyncio.run(story())


def test_a_real_writer_refuses_a_simulated_database_and_the_other_way_round(
    database: Database, real_database: Database
) -> None:
    async def story() -> None:
        with pytest.raises(UnfitDatabase, match="clock is simulated"):
            await Writer(database.dsn(APP)).__aenter__()
        with pytest.raises(UnfitDatabase, match="clock is real"):
            await Writer(real_database.dsn(APP), simulated=True).__aenter__()
        with pytest.raises(UnfitDatabase, match="no clock for production"):
            await Writer(database.dsn(APP), simulated=True, production=True).__aenter__()

    asyncio.run(story())


def test_production_refuses_a_server_that_forgets_when_the_power_fails(real_database: Database) -> None:
    with psycopg.connect(real_database.dsn()) as connection:
        hasty = connection.execute("SHOW fsync").fetchone() == ("off",)
    if not hasty:
        pytest.skip("this server is durable; the refusal needs one that is not")

    async def story() -> None:
        with pytest.raises(UnfitDatabase, match="fsync is off"):
            await Writer(real_database.dsn(APP), production=True).__aenter__()

    asyncio.run(story())


def test_an_append_that_finds_lines_past_its_head_stops_instead_of_answering(real_database: Database) -> None:
    async def story() -> None:
        async with Writer(real_database.dsn(APP)) as writer:
            await writer.append(draft())
            with psycopg.connect(real_database.dsn()) as connection:
                connection.execute("SET ROLE baove_append")
                connection.execute("UPDATE log.head SET last_id = 0")
            with pytest.raises(psycopg.errors.RaiseException, match="the log goes on after it"):
                await writer.append(draft())

    asyncio.run(story())


def test_a_lawful_change_of_shape_is_accepted_at_the_next_start(real_database: Database) -> None:
    async def story() -> None:
        under_migration(real_database.dsn(), "CREATE INDEX events_topic ON log.events (topic)")
        async with Writer(real_database.dsn(APP)) as writer:
            assert isinstance(await writer.append(draft()), Recorded)

    asyncio.run(story())
