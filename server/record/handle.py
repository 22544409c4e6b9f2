"""One command from request to answer: load the files, decide, seal, append; decide again when somebody was faster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID, uuid5

import msgspec

from domain.catalogue import BY_COMMAND, BY_STORED_NAME, KINDS
from domain.record.action import Action
from domain.record.file import File, Request
from domain.record.fold import apply
from domain.record.line import Line
from domain.record.perform import perform
from domain.record.personal import Personal, PersonalKind
from domain.record.refusal import Refused
from domain.record.refusals import COMMAND_ID_REUSED, FILE_NOT_FOUND, SUBJECT_ERASED
from domain.record.vocabulary import BAOVE
from server.record.folding import all_about, folded
from server.record.keyring import Erased
from server.record.keyring.marks import Marks
from server.record.mapper import Sealer, decode, encode, load, personal_values
from server.record.one_child import mark, tell_matches
from server.record.overdue import OF_TIME, overdue
from server.record.register_cache import RegisterCache
from server.record.store import Conflict, Draft, Log, Mismatch, RegisterMoved, Replayed, StoredLine, Writer

DECISIONS_MAX = 4


class Keys(Protocol):
    """What the handler needs of the keyring."""

    async def prepare(self, pairs: Iterable[tuple[UUID, PersonalKind]]) -> Sealer:
        """A sealer for these subjects and kinds, their keys made where there were none. Raises Erased."""
        ...

    def fingerprint(self, content: bytes) -> bytes:
        """A keyed hash of a command's body: equal bodies are told without keeping anything of them."""
        ...

    @property
    def marks(self) -> Marks:
        """By what children are known across files."""
        ...

    async def open(self, file_id: UUID, value: Personal) -> str | None:
        """The text in a box of this file; None when its subject was erased."""
        ...


class Busy(Exception):
    """Others kept writing to the same file; nothing was recorded. Try again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The new line, the file as it now is, and whether the line had been recorded before.

    `compare`: whether other files may name the child alike.
    """

    line: Line
    file: File
    replayed: bool = False
    compare: bool = False


class Handler:
    """Handles commands of people and of the system. `now` gives the present instant."""

    def __init__(
        self,
        log: Log,
        writer: Writer,
        keys: Keys,
        register_cache: RegisterCache,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.log, self.writer, self.keys, self.register_cache, self.now = log, writer, keys, register_cache, now

    async def handle(self, request: Request) -> Answered:
        """Record the request as one line, and what follows from it on other files.

        `request.at` is set here. Raises `Refused` with every reason, `Busy`, or what the store raises. Sending the
        same request again is harmless: the first answer comes back.
        """
        body = self.keys.fingerprint(command_body(request))
        for _ in range(DECISIONS_MAX):
            request = replace(request, at=self.now())
            try:
                answered = await self._decide(request, body)
            except Refused as refused:
                seen = self.register_cache.register.position
                if (await self.register_cache.catch_up()).position > seen:
                    continue  # refused by an older register: ask the present one
                answered = await self._replay(request, body)
                if answered is None:
                    raise refused from None
            if answered is not None:
                await self._follow(answered)
                return answered
        raise Busy

    async def _decide(self, request: Request, body: bytes) -> Answered | None:
        action = BY_COMMAND[type(request.command)]
        files = await self._load(request.file_id, action, request.command)
        if await self._settle_time(files[request.file_id], request):
            files = await self._load(request.file_id, action, request.command)
        register, file = self.register_cache.register, files[request.file_id]
        if action.kind is not None and file.kind.name != action.kind:
            raise Refused(FILE_NOT_FOUND)
        line = perform(action, file, request, register, files)
        try:
            sealer = await self.keys.prepare((v.subject, v.kind) for _, v in personal_values(line))
        except Erased:
            raise Refused(SUBJECT_ERASED) from None
        compare = await mark(self.keys, file, action, line)
        state = encode(line, sealer)
        answer = await self.writer.append(
            Draft(
                file_id=line.file_id,
                version=line.version,
                name=line.stored_as,
                state=state,
                command_id=request.command_id,
                command_hash=body,
                register_seen=register.position,
            )
        )
        if isinstance(answer, RegisterMoved):
            await self.register_cache.catch_up()
            return None
        if isinstance(answer, Conflict):
            return None
        if isinstance(answer, Mismatch):
            raise Refused(COMMAND_ID_REUSED)
        if isinstance(answer, Replayed):
            return await self._replay(request, body)
        sealed = decode(line.file_id, line.version, line.stored_as, state, answer.position, answer.recorded_at)
        apply(file, action, sealed)
        if file.kind.enters is not None:
            await self.register_cache.catch_up()
        return Answered(line=sealed, file=file, compare=compare)

    async def _settle_time(self, file: File, request: Request) -> bool:
        """Record the lapses of the file before an act that might end their duties; says whether there were any."""
        late = [] if isinstance(request.command, OF_TIME) else overdue(file, request.at)
        for each in late:
            with suppress(Refused):  # another process was faster, or nothing was left to expire
                await self.handle(each)
        return bool(late)

    async def _load(self, file_id: UUID, action: Action[Any, Any, Any], command: Any) -> dict[UUID, File]:
        ids = (file_id, *action.reads(file_id, command))
        lines: dict[UUID, list[Line]] = {i: [] for i in ids}
        for stored in await self._stored(ids, action):
            lines[stored.file_id].append(load(stored))
        files = loaded(file_id, action, lines)
        person = action.about(files[file_id].state, command)
        return files if person is None else await all_about(self.log, person) | files

    async def _stored(self, ids: Sequence[UUID], action: Action[Any, Any, Any]) -> list[StoredLine]:
        """The lines that make these files; the first is the one that the act is recorded on."""
        if action.kind is None or not KINDS[action.kind].told_by_last:
            return await self.log.histories(ids)
        return [*await self.log.latest(ids[0]), *(await self.log.histories(ids[1:]) if ids[1:] else ())]

    async def _replay(self, request: Request, body: bytes) -> Answered | None:
        stored = await self.log.by_command(request.command_id)
        if stored is None:
            return None
        if stored.command_hash != body:
            raise Refused(COMMAND_ID_REUSED)
        line = load(stored)
        history = [load(s) for s in await self._stored([line.file_id], BY_STORED_NAME[line.stored_as])]
        return Answered(line=line, file=folded(line.file_id, history), replayed=True)

    async def _follow(self, answered: Answered) -> None:
        for request in follow_ups(answered.line, answered.file.state):
            try:
                await self.handle(request)
            except Refused:
                continue  # another path has already brought the other file there
        if answered.compare:
            with suppress(Busy):  # the clock tells what could not be told now
                await tell_matches(self, answered.file.id, answered.line.version)


def follow_ups(line: Line, state: Any) -> list[Request]:
    """The system's acts that come of a line, under ids of their own so that each is recorded once."""
    action = BY_STORED_NAME[line.stored_as]
    return [
        Request(
            file_id=follow.file_id,
            command=follow.command,
            command_id=uuid5(BAOVE, f"follow:{line.id}:{n}"),
            at=line.recorded_at or line.occurred_at,
            rule=f"follow:{line.stored_as}",
            correlation_id=line.correlation_id,
            causation_id=line.id,
        )
        for n, follow in enumerate(action.follows(state, line))
    ]


def loaded(file_id: UUID, action: Action[Any, Any, Any], lines: Mapping[UUID, Sequence[Line]]) -> dict[UUID, File]:
    """The files that have lines, and the one that the act is for: of the act's kind, if nothing is recorded on it."""
    files = {i: folded(i, own) for i, own in lines.items() if own}
    if file_id not in files:
        if action.kind is None:
            raise Refused(FILE_NOT_FOUND)
        files[file_id] = File.blank(file_id, KINDS[action.kind])
    return files


def command_body(request: Request) -> bytes:
    """What makes two requests the same: file, command, person and all that they claim. Contains plain text."""
    return msgspec.json.encode(
        (
            request.file_id,
            type(request.command).__name__,
            request.command,
            request.person,
            request.office,
            request.occurred_at,
            request.reason,
            request.late_reason,
            request.attachments,
        ),
        order="deterministic",
    )
