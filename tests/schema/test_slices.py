"""Long work lets others come first whenever a slice is over: counted in turns of the others, not by the clock."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from server.record import folding, slices
from server.record.slices import SLICE_S, in_slices
from server.schema import subscription
from server.schema.base import shared
from server.schema.base.ids import position_token
from server.schema.base.shared import Shared
from server.schema.lists import trail
from tests.database import Database
from tests.record.reading_kit import CHILD, LAN, MAI, Desk, received, tell
from tests.schema.test_subscription import heard

PIECE_S = SLICE_S * 0.4
IN_A_SLICE = 3
"""So many pieces of work and the slice is over."""
FILES = 12
WITH_CHANGES = "{ auditTrail(first: 100, filter: {kinds: [REPORT]}) { edges { node { changes { path } } } } }"


class Loop:
    """A clock that moves with pieces of work alone, and somebody else who waits for the loop all the while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.pieces, self.longest, self.turns = 0.0, 0, 0, 0
        monkeypatch.setattr(slices, "perf_counter", lambda: self.now)

    def work(self) -> None:
        self.now += PIECE_S
        self.pieces += 1
        self.longest = max(self.longest, self.pieces)

    async def others(self) -> None:
        """Turn after turn, until cancelled."""
        while True:
            self.turns, self.pieces = self.turns + 1, 0
            await asyncio.sleep(0)

    async def beside(self, working: Awaitable[Any]) -> Any:
        others = asyncio.create_task(self.others())
        try:
            await asyncio.sleep(0)
            return await working
        finally:
            others.cancel()

    def working(self, done: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, each call a piece of work."""

        def piece(*given: Any) -> Any:
            self.work()
            return done(*given)

        return piece


@pytest.mark.parametrize(("slice_s", "longest"), [(SLICE_S, IN_A_SLICE), (float("inf"), 100)])
def test_others_come_after_each_slice(monkeypatch: pytest.MonkeyPatch, slice_s: float, longest: int) -> None:
    """And as the control, without slices only when all is done."""
    monkeypatch.setattr(slices, "SLICE_S", slice_s)
    loop = Loop(monkeypatch)

    async def long_work() -> None:
        async for _ in in_slices(range(100)):
            loop.work()

    asyncio.run(loop.beside(long_work()))
    assert loop.longest == longest
    assert loop.turns >= 100 // longest


@pytest.mark.parametrize("slice_s", [SLICE_S, float("inf")])
def test_the_changes_of_a_page_are_folded_in_slices(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slice_s: float
) -> None:
    """Decoding the lines of every file on the page, and telling what each changed; as the control, at one go."""

    async def story(d: Desk) -> None:
        for n in range(FILES):
            await received(d, childName=f"{CHILD} {'BCDGHKLMNPQR'[n]}a")
        await d.caught_up()
        monkeypatch.setattr(slices, "SLICE_S", slice_s)
        loop = Loop(monkeypatch)
        monkeypatch.setattr(folding, "load", loop.working(folding.load))
        monkeypatch.setattr(trail, "changes_by_version", loop.working(trail.changes_by_version))
        page = await loop.beside(d.ask(MAI, WITH_CHANGES))
        assert len(page["auditTrail"]["edges"]) >= FILES
        assert (loop.longest <= IN_A_SLICE) is (slice_s == SLICE_S), loop.longest

    tell(database, tmp_path, story)


def test_what_many_ask_alike_is_read_once_and_a_fault_is_kept_for_nobody() -> None:
    async def story() -> None:
        asking, reads = Shared(), list[int]()

        async def read() -> int:
            reads.append(len(reads))
            await asyncio.sleep(0)
            if len(reads) == 1:
                raise ConnectionError
            return reads[-1]

        async def all_ask(keep: bool) -> set[Any]:
            asked = (asking.once("same", read, lambda _: keep) for _ in range(50))
            return {type(each) if isinstance(each, Exception) else each
                    for each in await asyncio.gather(*asked, return_exceptions=True)}  # fmt: skip

        assert await all_ask(True) == {ConnectionError}
        assert await all_ask(False) == {1}, "all who asked meanwhile, and nobody after"
        assert await all_ask(True) == {2}
        assert await all_ask(True) == {2}, "kept a little"
        assert await asking.once("other", read, lambda _: True) == 3, "the control: another question"

    asyncio.run(story())


def test_one_who_leaves_does_not_end_the_reading_of_the_others() -> None:
    async def story() -> None:
        asking, going_on = Shared(), asyncio.Event()

        async def read() -> str:
            await going_on.wait()
            return "told"

        first, second = (asyncio.create_task(asking.once("same", read, bool)) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        await asyncio.sleep(0)
        going_on.set()
        assert await second == "told"
        assert first.cancelled()

    asyncio.run(story())


def test_a_new_line_is_read_and_decoded_once_for_all_who_may_hear_the_same(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty listeners of one reach cost one reading; who sees other rows has a reading of his own."""

    async def story(d: Desk) -> None:
        begin, count = position_token(await d.api.record.log.head()), list[str]()

        async def counted(context: Any, statement: str, values: Any) -> Any:
            found = await read(context, statement, values)
            count.extend([statement] if found and found[0][1] is not None else [])
            return found

        read = subscription.rows
        monkeypatch.setattr(subscription, "rows", counted)
        monkeypatch.setattr(shared, "KEPT_S", 60)  # however late the last of them wakes
        asked: dict[str, Any] = {"after": begin, "filter": {"kinds": ["REPORT"]}}
        ears = [asyncio.create_task(heard(d, MAI, 1, **asked)) for _ in range(20)]
        ears += [asyncio.create_task(heard(d, LAN, 1, **asked))]
        await asyncio.sleep(0)
        await received(d)
        told = await asyncio.gather(*ears)
        assert all(each == told[0] for each in told[:20])
        assert len(count) == 2

    tell(database, tmp_path, story)
