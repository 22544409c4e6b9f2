"""The stage on which the year is played: steps in order of time, each a command through the real handler.

A story is a generator of steps; when it is asked for the next one, the files show what came of the last. Duties that
stories let run out are found by the clock's own code at the instant they fall due.
"""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID, uuid5

from psycopg_pool import AsyncConnectionPool

from domain.catalogue import BY_COMMAND
from domain.record.action import Action
from domain.record.file import File, Request
from domain.record.line import DutyStarted
from domain.record.refusal import Refused
from domain.record.vocabulary import BAOVE, Attachment, Role, UnitRef, office_id
from server.clock import Clock
from server.demo.hours import office
from server.record.attempts import AttemptLog
from server.record.handle import Answered, Handler, Keys, loaded
from server.record.register_cache import RegisterCache
from server.record.store import Log, Writer
from server.seed.gathered import CAME_LATE, Ask
from server.seed.register import RULE

AFTER_DUE = timedelta(seconds=1)
VACANT_AT_MOST = timedelta(days=30)
SEATS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One act that somebody of a unit (as it will be then) is about to do. `when` false then: the story ends, quietly.

    `above`: who does it instead, if somebody must then.
    `by_deputy`: the act is signed by the deputy if the power was handed over. `denied`: it is tried without authority.
    """

    at: datetime
    file_id: UUID
    command: Any
    unit: UnitRef | Callable[[], UnitRef]
    role: Role
    above: Callable[[], tuple[UnitRef, Role] | None] | None = None
    reason: str | None = None
    occurred_at: datetime | None = None
    late_reason: str | None = None
    attachments: tuple[Attachment, ...] = ()
    correlation_id: UUID | None = None
    when: Callable[[], bool] | None = None
    by_deputy: bool = False
    denied: bool = False


Tale = Generator[Step | datetime, None, None]
"""Steps; an instant means that nothing happens until then."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A story's next step."""

    tale: Tale
    step: Step | datetime
    since: datetime


@dataclass(frozen=True, slots=True)
class _Due:
    """The end of a term on a file."""

    file_id: UUID
    duty: DutyStarted


class Stage(Handler):
    """Plays asks and stories. `files`: all files as they are now; `refusals`: what no story expected.

    `reactions`: what begins with a duty. `reports_of`, `cases_of`: what each commune received and opened, in order.
    """

    def __init__(
        self,
        log: Log,
        writer: Writer,
        keys: Keys,
        register_cache: RegisterCache,
        reader: AsyncConnectionPool[Any],
        seed: str,
    ) -> None:
        super().__init__(log, writer, keys, register_cache, now=lambda: self.time)
        self.seed = seed
        self.time = datetime.min.replace(tzinfo=UTC)
        self.files: dict[UUID, File] = {}
        self.reactions: dict[str, Callable[[Stage, UUID, DutyStarted], Tale]] = {}
        self.refusals: list[tuple[str, tuple[str, ...]]] = []
        self.acts: Counter[str] = Counter()
        self.attempts = AttemptLog(self)
        self.reports_of: defaultdict[UUID, list[UUID]] = defaultdict(list)
        self.cases_of: defaultdict[UUID, list[UUID]] = defaultdict(list)
        self._clock = Clock(self, log, reader)
        self._agenda: list[tuple[datetime, int, Ask | _Turn | _Due]] = []
        self._order, self._commands = count(), count(1)
        self._draw = Random(f"{seed}:seats")  # noqa: S311

    @property
    def lines(self) -> int:
        """How many lines were written."""
        return self.acts.total()

    def expect(self, asks: Iterable[Ask]) -> None:
        """Put the register's requests on the agenda."""
        for ask in asks:
            self._put(ask.at, ask)

    def begin(self, tale: Tale) -> None:
        """Let a story begin, or go on: put its next step on the agenda."""
        step = next(tale, None)
        if step is not None:
            at = step if isinstance(step, datetime) else step.at
            self._put(at, _Turn(tale, step, at))

    def holder(self, unit: UnitRef, role: Role) -> UUID | None:
        """Who holds the office now; one of several in the same post, the same through a day. None: it is vacant."""
        offices = [office_id(unit.id, role, seat) for seat in range(1, SEATS + 1)]
        held = [t for o in offices if (t := self.register_cache.register.holder(o, self.time)) is not None]
        return held[self.time.toordinal() % len(held)].person if held else None

    async def play(self, until: datetime) -> None:
        """Do everything that is on the agenda up to the instant."""
        while self._agenda and self._agenda[0][0] <= until:
            at, _, entry = heapq.heappop(self._agenda)
            self.time = at
            self.writer.at(at)
            match entry:
                case Ask():
                    await self._enter(entry)
                case _Turn():
                    await self._take_turn(entry)
                case _Due():
                    await self._fall_due(entry)

    async def _decide(self, request: Request, body: bytes) -> Answered | None:
        """As ever; and keep the file at hand, and every term that begins on the agenda."""
        answered = await super()._decide(request, body)
        if answered is not None:
            self.acts[answered.line.stored_as] += 1
            self.files[answered.file.id] = answered.file
            for started in answered.line.starts:
                if (react := self.reactions.get(started.code)) is not None:
                    self.begin(react(self, answered.file.id, started))
                self._put(started.due_at + AFTER_DUE, _Due(answered.file.id, started))
        return answered

    async def _load(self, file_id: UUID, action: Action[Any, Any, Any], command: Any) -> dict[UUID, File]:
        """The files at hand: nobody else writes while the year is played, so nothing needs to be read again."""
        ids = (file_id, *action.reads(file_id, command))
        known = {i: self.files[i] for i in ids if i in self.files}
        return known if file_id in known else {**known, **loaded(file_id, action, {})}

    def _put(self, at: datetime, entry: Ask | _Turn | _Due) -> None:
        if not isinstance(entry, Ask) and self.lines:
            at = max(at, self.time)
        heapq.heappush(self._agenda, (at, next(self._order), entry))

    async def _enter(self, ask: Ask) -> None:
        await self._do(
            Request(
                file_id=ask.file_id,
                command=ask.command,
                command_id=self._command_id(),
                at=ask.at,
                person=ask.by,
                rule=None if ask.by else RULE,
                late_reason=CAME_LATE if ask.by else None,
            )
        )

    async def _take_turn(self, turn: _Turn) -> None:
        step = turn.step
        if isinstance(step, datetime):
            self.begin(turn.tale)
            return
        if step.when is not None and not step.when():
            turn.tale.close()
            return
        person = self._person(step)
        if person is None:
            if self.time - turn.since < VACANT_AT_MOST:
                self._put(office(self.time + timedelta(hours=12), self._draw), turn)
            return
        request = Request(
            file_id=step.file_id,
            command=step.command,
            command_id=self._command_id(),
            at=self.time,
            person=person,
            reason=step.reason,
            occurred_at=step.occurred_at,
            late_reason=step.late_reason,
            attachments=step.attachments,
            correlation_id=step.correlation_id,
        )
        if await self._do(request, denied=step.denied):
            self.begin(turn.tale)

    async def _do(self, request: Request, *, denied: bool = False) -> bool:
        try:
            await self.handle(request)
        except Refused as refused:
            await self.attempts.note(request, refused)
            if not denied:
                name = BY_COMMAND[type(request.command)].name
                self.refusals.append((name, tuple(r.code for r in refused.reasons)))
            return denied
        return True

    async def _fall_due(self, due: _Due) -> None:
        """What ran out is found as the clock process finds it; the file says whether it still runs."""
        started = due.duty
        file, key = self.files[due.file_id], (started.code, started.ref)
        if file.running.get(key) == started and key not in file.lapsed:
            await self._clock.lapse(file.id, started.code, started.ref, started.due_at)

    def _command_id(self) -> UUID:
        return uuid5(BAOVE, f"{self.seed}:command:{next(self._commands)}")

    def _person(self, step: Step) -> UUID | None:
        if step.above is not None and (instead := step.above()) is not None:
            return self.holder(*instead)
        unit = step.unit if isinstance(step.unit, UnitRef) else step.unit()
        deputy = self._deputy(unit, step) if step.by_deputy else None
        return deputy or self.holder(unit, step.role)

    def _deputy(self, unit: UnitRef, step: Step) -> UUID | None:
        holder, register = self.holder(unit, Role.COMMUNE_DEPUTY_CHAIR), self.register_cache.register
        stored_as = BY_COMMAND[type(step.command)].stored_as
        handed = (s for s in register.standings(holder, self.time) if s.power is not None and s.covers(stored_as))
        by = {s.given_by for s in handed if s.role is step.role}
        return holder if by & {self.holder(unit, step.role)} - {None} else None
