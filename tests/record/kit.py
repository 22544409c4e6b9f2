"""A running record for tests: real database, real handler, people in office, no mocks."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4, uuid5

from domain.office.appoint_holder import AppointHolder
from domain.office.establish_office import EstablishOffice
from domain.record.file import Request
from domain.record.vocabulary import BAOVE, Role, UnitRef, office_id, unit_id
from domain.unit.establish_unit import EstablishUnit
from domain.unit.state import Level
from server.record.handle import Answered, Handler
from server.record.keyring import KeyFiles, Keyring, make_key
from server.record.register_cache import RegisterCache
from server.record.store import Log, Writer
from tests.cases.casefile import instant
from tests.database import Database


@dataclass
class Record:
    """A record in a fresh database, its handler, and the instant that it is now."""

    handler: Handler
    log: Log
    writer: Writer
    keyring: Keyring
    register_cache: RegisterCache
    clock: list[datetime] = field(default_factory=list[datetime])

    def at(self, text: str) -> Record:
        """Go to an instant of Việt Nam."""
        self.clock[:] = [instant(text)]
        self.writer.at(self.clock[0])
        return self

    async def act(self, file_id: UUID, command: Any, *, by: UUID | None, **more: Any) -> Answered:
        """One act through the real handler."""
        rule = None if by else "seed.1"
        request = Request(
            file_id=file_id, command=command, command_id=more.pop("command_id", None) or uuid4(), at=self.clock[0],
            person=by, rule=rule, **more,
        )  # fmt: skip
        return await self.handler.handle(request)

    async def unit(self, code: str, name: str, level: Level, parent: UnitRef | None = None) -> UnitRef:
        """Establish a unit as of the beginning of the record."""
        file_id = unit_id(code, "")
        command = EstablishUnit(
            code=code, name=name, level=level, form="", parent=parent.id if parent else None, since=None
        )
        await self.act(file_id, command, by=None)
        return UnitRef(id=file_id, code=code, name=name)

    async def office(self, unit: UnitRef, role: Role, name: str) -> UUID:
        """Establish an office and appoint its holder from now on; gives the person."""
        file_id, person = office_id(unit.id, role), uuid5(BAOVE, f"person:{name}")
        await self.act(file_id, EstablishOffice(unit=unit, role=role, since=date(2017, 1, 1)), by=None)
        appointed = AppointHolder(person=person, name=name, since=self.clock[0], decision_no="QĐ-01")
        await self.act(file_id, appointed, by=None)
        return person


@asynccontextmanager
async def record(database: Database, folder: Path, *, at: str) -> AsyncGenerator[Record]:
    """A record at work in `database` (with a clock that can be set), its key in `folder`."""
    key = folder / "key"
    if not key.exists():
        make_key(key)
    clock = [instant(at)]
    writer = Writer(database.dsn("baove_app"), simulated=True)
    ring = Keyring(database.dsn("baove_app"), KeyFiles(key))
    async with writer, Log(database.dsn("baove_app")) as log, ring as keyring:
        register_cache = RegisterCache(log)
        await register_cache.catch_up()
        handler = Handler(log, writer, keyring, register_cache, now=lambda: clock[0])
        yield Record(handler, log, writer, keyring, register_cache, clock).at(at)
