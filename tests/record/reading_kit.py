"""The API over a running record with a projector beside it: people read what others have done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from psycopg import connect

from domain.record.vocabulary import Role, UnitRef
from domain.unit.state import Level
from projections.catalogue import PROJECTIONS
from server.follow.projector import FromThread, Projector
from server.record.keyring import KeyFiles, Keyring
from tests.database import Database
from tests.schema.api_kit import Api, api

LAN, HAI, THU, BINH, MAI, MINH, DUC = (
    "Phạm Thị Lan",
    "Vũ Đức Hải",
    "Đặng Thị Thu",
    "Lê Quang Bình",
    "Hoàng Thị Mai",
    "Ngô Văn Minh",
    "Bùi Anh Đức",
)
"""Worker and Chair of An Biên; worker of Kiến An; health department; inspector; auditor; a deputy Chair."""

CHILD, TOLD = "Đỗ Ngọc Diệp", "Hàng xóm nghe tiếng trẻ khóc, thấy vết bầm trên tay cháu."
Story = Callable[["Desk"], Awaitable[None]]


class Desk:
    """An API in front of a record that is followed, the two wards of the story, and what was done."""

    def __init__(self, api: Api, here: UnitRef, there: UnitRef) -> None:
        self.api, self.here, self.there = api, here, there
        self.token, self.told = "", False

    async def act(self, name: str, mutation: str, **given: Any) -> dict[str, Any]:
        """One act that must be recorded; reading waits for it from then on."""
        payload = await self.api.act(name, mutation, **given)
        assert payload["entry"] is not None, payload["errors"]
        self.token = payload["position"]
        return payload

    async def ask(self, name: str, query: str, **variables: Any) -> Any:
        """What somebody is answered; there may be no error in it."""
        answer = (await self.api.post(name, query, variables)).json()
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    async def code(self, name: str, query: str, **variables: Any) -> str:
        """The code of the one error that somebody is answered."""
        answer = (await self.api.post(name, query, variables)).json()
        [error] = answer["errors"]
        return error["extensions"]["code"]

    async def caught_up(self) -> None:
        """Wait until every table has come to the record's last line."""
        head = await self.api.record.log.head()
        for name in (projection.name for projection in PROJECTIONS):
            assert await self.api.services.tail.reached(name, head, 20), name


@asynccontextmanager
async def desk(database: Database, folder: Path, *, at: str = "2026-03-02T22:20") -> AsyncGenerator[Desk]:
    """Two wards of Hải Phòng, An Biên and Kiến An, the city's bodies, and a projector at work."""
    async with api(database, folder, at=at) as a:
        city = await a.record.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        here = await a.record.unit("11359", "Phường An Biên", Level.COMMUNE, city)
        there = await a.record.unit("11443", "Phường Kiến An", Level.COMMUNE, city)
        health = await a.record.unit("SYT", "Sở Y tế", Level.DEPARTMENT, city)
        inspectorate = await a.record.unit("TTTP", "Thanh tra thành phố", Level.INSPECTORATE, city)
        for unit, role, name in (
            (here, Role.PROTECTION_WORKER, LAN),
            (here, Role.COMMUNE_CHAIR, HAI),
            (here, Role.COMMUNE_DEPUTY_CHAIR, DUC),
            (there, Role.PROTECTION_WORKER, THU),
            (health, Role.HEALTH_DEPARTMENT_OFFICER, BINH),
            (inspectorate, Role.INSPECTOR, MAI),
            (health, Role.DATA_PROTECTION_AUDITOR, MINH),
        ):
            await a.appointed(unit, role, name)
        dsn = database.dsn("baove_projector")
        async with Keyring(dsn, KeyFiles(folder / "key"), texts_only=True) as keyring:
            projector = Projector(dsn, FromThread(keyring, asyncio.get_running_loop()))
            thread = Thread(target=projector.run, name="projector")
            thread.start()
            try:
                yield Desk(a, here, there)
            finally:
                projector.stop()
                wake(database)
                await asyncio.to_thread(thread.join)


def wake(database: Database) -> None:
    """A projector that was told to stop and waits for news need not wait out its second."""
    with connect(database.dsn(), autocommit=True) as connection:
        connection.execute("NOTIFY log")


def tell(database: Database, folder: Path, story: Story, **more: Any) -> None:
    """Run a story at a desk."""

    async def run() -> None:
        async with desk(database, folder, **more) as d:
            await story(d)

    asyncio.run(run())


async def received(d: Desk, name: str = LAN, **more: Any) -> dict[str, Any]:
    """A report is received; gives the payload."""
    told = {
        "channel": "IN_PERSON",
        "receivedAt": "2026-03-02T22:10:00+07:00",
        "placeUnit": "11359",
        "harmKinds": ["NEGLECT"],
        "narrative": TOLD,
        "childName": None if d.told else CHILD,  # what comes later is of other children
        "reporterName": "Trần Văn Khải",
    }
    d.told = True
    return await d.act(name, "receiveReport", **(told | more))


async def opened(d: Desk) -> tuple[str, str]:
    """A report and the case opened from it."""
    report = (await received(d))["report"]["id"]
    case = (await d.act(LAN, "openCase", reportId=report, placeUnit="11359"))["case"]["id"]
    return report, case
