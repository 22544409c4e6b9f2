"""What a resolver may use: the services of this process and who is asking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from psycopg_pool import AsyncConnectionPool

from domain.access.patterns import Limits
from domain.record.file import Request
from domain.record.line import Line
from domain.record.refusal import Refused
from domain.record.register import Standing
from server.follow.tail import Tail
from server.record.handle import Handler
from server.record.mapper import load
from server.record.readings import RecentReadings
from server.record.register_cache import RegisterCache
from server.record.slices import in_slices
from server.record.store import Log
from server.schema.base.shared import Shared

if TYPE_CHECKING:
    from server.record.keyring import Keyring


class AttemptNotes(Protocol):
    """What keeps refused attempts as lines."""

    async def note(self, request: Request, refused: Refused, *, at_once: bool = True) -> None:
        """Record that somebody tried and was refused; repeats are counted, not written one by one.

        Not `at_once`: at the pace of the record, so that nobody sees by it that there was something.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What one web process works with; `reader` is the pool of the role that may read the projections, `tail` tells how
    far these have come."""

    log: Log
    handler: Handler
    register_cache: RegisterCache
    keyring: Keyring
    reader: AsyncConnectionPool[Any]
    tail: Tail
    attempts: AttemptNotes
    readings: RecentReadings
    limits: Limits
    now: Callable[[], datetime]
    shared: Shared = field(default_factory=Shared)

    async def history(self, file_id: UUID) -> list[Line]:
        """All lines of a file, by version."""
        return [load(stored) async for stored in in_slices(await self.log.history(file_id))]


@dataclass(slots=True)
class Context:
    """One request: who asks (from the token), and with which offices (from the register).

    `may_sign`: whether they signed in so lately, and so strongly, that they may decide.
    """

    services: Services
    person: UUID
    may_sign: bool = False

    def standings(self) -> tuple[Standing, ...]:
        """The offices under which the viewer may act now."""
        return self.services.register_cache.register.standings(self.person, self.services.now())

    def far(self, position: int) -> int:
        """How far the record or a table has come, for those who hold an office: to all others it never moves."""
        return position if self.standings() else 0
