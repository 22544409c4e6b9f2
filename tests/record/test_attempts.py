"""Two server processes count what one person tries: together they keep the bound of one, and lose no count."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.attempt import note_attempt
from domain.attempt.state import KINDS, MANY
from domain.case.assessment.confirm_risk import CONFIRM_RISK
from domain.catalogue import ACTIONS
from domain.record.file import Request
from domain.record.refusal import Refused
from domain.record.refusals import ROLE_NOT_ALLOWED
from domain.record.vocabulary import Kind, Role
from domain.unit.state import Level
from server.record.attempts import AttemptLog
from server.record.mapper import load
from tests.database import Database
from tests.record.kit import Record, record

AT = "2026-03-02T22:20"
ACTS = [action.command for action in ACTIONS if action.kind == Kind.CASE][:15]
FILES = [UUID(int=n) for n in range(1, 102)]
Story = Callable[[Record, Record, UUID], Awaitable[None]]


def two(database: Database, folder: Path, story: Story) -> None:
    """A story of two handles on one record, and of a worker of the ward."""

    async def tell() -> None:
        async with record(database, folder, at=AT) as one, record(database, folder, at=AT) as other:
            ward = await one.unit("11359", "Phường An Biên", Level.COMMUNE)
            lan = await one.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
            await other.register_cache.catch_up()
            await story(one, other, lan)

    asyncio.run(tell())


async def try_all(logs: list[AttemptLog], person: UUID, at: Any) -> int:
    """Fifteen acts on a hundred and one files, now by this process, now by that; gives how often."""
    times = 0
    for file in FILES:
        for act in ACTS:
            request = Request(file_id=file, command=object.__new__(act), command_id=uuid4(), at=at, person=person)
            await logs[times % len(logs)].note(request, Refused(ROLE_NOT_ALLOWED))
            times += 1
    return times


async def told(r: Record) -> list[Any]:
    return [load(s).event for s in await r.log.read(0, 1000) if s.name == "attempt.refused.1"]


def test_two_processes_tell_no_more_lines_than_one_may_and_count_exactly(database: Database, tmp_path: Path) -> None:
    async def story(one: Record, other: Record, lan: UUID) -> None:
        logs = [AttemptLog(one.handler), AttemptLog(other.handler)]
        assert await try_all(logs, lan, one.clock[0]) == 1515
        assert len(await told(one)) == KINDS, "the first of so many kinds, whichever process answered"
        for each in (one, other):
            each.at("2026-03-02T23:00")
        for log in (*logs, *logs):
            await log.flush()
        events = await told(one)
        assert len(events) == KINDS + len(logs), "and one count of each process"
        assert (events[-1].file, events[-1].times + KINDS) == (MANY, 1515)

    two(database, tmp_path, story)


def test_the_record_itself_keeps_the_bound(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: were a file of attempts to take whatever comes, each process would tell its own first ones."""
    monkeypatch.setattr(note_attempt, "KINDS", 1_000)

    async def story(one: Record, other: Record, lan: UUID) -> None:
        await try_all([AttemptLog(one.handler), AttemptLog(other.handler)], lan, one.clock[0])
        assert len(await told(one)) == 2 * KINDS

    two(database, tmp_path, story)


def test_at_one_instant_two_processes_tell_the_same_kind_once(database: Database, tmp_path: Path) -> None:
    async def story(one: Record, other: Record, lan: UUID) -> None:
        logs = [AttemptLog(one.handler), AttemptLog(other.handler)]
        tried = Request(
            file_id=FILES[0],
            command=object.__new__(CONFIRM_RISK.command),
            command_id=uuid4(),
            at=one.clock[0],
            person=lan,
        )
        await asyncio.gather(*(log.note(tried, Refused(ROLE_NOT_ALLOWED)) for log in logs * 4))
        for log in logs:
            await log.flush(everything=True)
        events = await told(one)
        assert sorted(event.times for event in events)[:: len(events) - 1] == [1, 8]
        assert len(events) <= 1 + len(logs)
        assert {event.file for event in events} == {FILES[0]}, "what is alone is named, counted or not"

    two(database, tmp_path, story)


def test_of_somebody_without_an_office_each_process_tells_one_line(database: Database, tmp_path: Path) -> None:
    async def story(one: Record, other: Record, lan: UUID) -> None:
        logs = [AttemptLog(one.handler), AttemptLog(other.handler)]
        await try_all(logs, uuid4(), one.clock[0])
        assert await told(one) == []
        for log in logs:
            await log.flush(everything=True)
        assert [(event.file, event.times) for event in await told(one)] == [(MANY, 758), (MANY, 1515)]

    two(database, tmp_path, story)


def test_a_lost_answer_is_no_second_line(database: Database, tmp_path: Path) -> None:
    """The line was written and the answer did not come: it is told again under the id that it was told by."""

    async def story(one: Record, other: Record, lan: UUID) -> None:
        log, real = AttemptLog(one.handler), one.handler.handle

        async def lost(request: Request) -> Any:
            await real(request)
            raise ConnectionError

        tried = Request(
            file_id=FILES[0],
            command=object.__new__(CONFIRM_RISK.command),
            command_id=uuid4(),
            at=one.clock[0],
            person=lan,
        )
        for say in (lambda: log.note(tried, Refused(ROLE_NOT_ALLOWED)), lambda: log.flush(everything=True)):
            one.handler.handle = lost
            with pytest.raises(ConnectionError):
                await say()
            one.handler.handle = real
            await log.flush()
            await log.note(tried, Refused(ROLE_NOT_ALLOWED))
        await log.flush(everything=True)
        assert [event.times for event in await told(one)] == [1, 2, 3]

    two(database, tmp_path, story)
