"""Files that name a child alike are told of each other: marks before the line is written, a line on both after it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID, uuid5

from domain.catalogue import BY_STORED_NAME, KINDS
from domain.record.action import Action
from domain.record.file import File, Request
from domain.record.file_kind import kind_named_by
from domain.record.fold import history
from domain.record.line import Line
from domain.record.naming import ChildNamed, Form, forms, matched
from domain.record.personal import Personal
from domain.record.refusal import Refused
from domain.record.same_child import NOTING, ChildStanding
from domain.record.vocabulary import BAOVE
from server.record.folding import folded
from server.record.keyring.marks import Marks, ToCompare
from server.record.mapper import load
from server.record.store import Log

if TYPE_CHECKING:
    from server.record.handle import Handler

BATCH = 1000
Carefully = Callable[[UUID, Callable[[], Awaitable[int]]], Awaitable[int | None]]


class Names(Protocol):
    """What is needed of the keyring: the marks, and names that were sealed before."""

    @property
    def marks(self) -> Marks: ...

    async def open(self, file_id: UUID, value: Personal) -> str | None: ...


async def mark(keys: Names, file: File, action: Action[Any, Any, Any], line: Line) -> bool:
    """Keep the marks of whom the file names once the line is written; says whether there is anything to compare."""
    after = action.evolve(file.state, line.event, line)
    told = file.kind.names(after)
    moved = file.kind.goes_on_in(after) != file.kind.goes_on_in(file.state)
    if told == file.kind.names(file.state) and not moved:
        return False
    if moved:
        await keys.marks.compare_at(file.id, line.version)
    return await _keep(keys, file.id, line.version, told) or moved


async def _keep(keys: Names, file_id: UUID, version: int, children: tuple[ChildNamed, ...]) -> bool:
    kept = False
    for child in children:
        found = forms(
            await _text(keys, file_id, child.name), child.birth_year, await _text(keys, file_id, child.identifier)
        )
        if found:
            await keys.marks.keep(file_id, version, child.subject, found)
            kept = True
    return kept


async def _text(keys: Names, file_id: UUID, value: Personal | None) -> str | None:
    return value if value is None else value.text or await keys.open(file_id, value)


async def tell_matches(handler: Handler, file_id: UUID, version: int) -> int:
    """Tell this file, or the one in which it goes on, and each that names a child alike of each other; how many lines.

    Each match is told once, however often it is found.
    """
    added, here = 0, await stands_for(handler.log, file_id)
    found: dict[UUID, tuple[File, list[tuple[Form, Form]]]] = {}
    for other, equal in (await handler.keys.marks.alike(file_id)).items() if here else ():
        there = await stands_for(handler.log, other)
        if there is not None:
            found.setdefault(there.id, (there, []))[1].extend(equal)
    ours = await tellings(handler.log, here) if here and found else set[UUID]()
    for there, equal in found.values():
        by = matched(equal)
        if here is None or by is None or same_already(here, there):
            continue
        if not ours.isdisjoint(await tellings(handler.log, there)):
            continue  # one report told of both as of two children: twins bear nearly one name
        for file, other_file in ((here, there), (there, here)):
            command = NOTING[file.kind.name](
                other=other_file.id, other_kind=other_file.kind.name, standing=ChildStanding.PROPOSED, matched=by
            )
            request = Request(
                file_id=file.id,
                command=command,
                command_id=uuid5(BAOVE, f"same_child:{file.id}:{other_file.id}:{by}"),
                at=handler.now(),
                rule="same_child.1",
            )
            with suppress(Refused):  # it is known there, or was decided
                added += not (await handler.handle(request)).replayed
    await handler.keys.marks.compared(file_id, version)
    return added


def same_already(here: File, there: File) -> bool:
    """Whether the two are one file, or are about one child by their own word."""
    return here.id == there.id or bool(here.kind.people(here.state) & there.kind.people(there.state))


async def tellings(log: Log, file: File) -> set[UUID]:
    """The first report of each telling from which the file came."""
    sources = file.kind.sources(file.state)
    files = [folded(each, [load(s) for s in await log.history(each)]) for each in sources] if sources else [file]
    return {each.kind.telling(each.state) or each.id for each in files}


async def stands_for(log: Log, file_id: UUID) -> File | None:
    """The file in which the matter of this one goes on; None where no line of it was written."""
    seen: set[UUID] = set()
    file: File | None = None
    wanted: UUID | None = file_id
    while wanted is not None and wanted not in seen:
        seen.add(wanted)
        lines = [load(stored) for stored in await log.history(wanted)]
        if not lines:
            return file
        file = folded(wanted, lines)
        wanted = file.kind.goes_on_in(file.state)
    return file


async def tell_what_waits(handler: Handler, carefully: Carefully) -> int:
    """Tell the matches that a process did not get to tell; how many lines. Work on each file is done `carefully`."""
    waiting = await handler.keys.marks.waiting()
    told = [await carefully(each.file_id, partial(_tell_waiting, handler, each)) for each in waiting]
    return sum(filter(None, told))


async def _tell_waiting(handler: Handler, waiting: ToCompare) -> int:
    """Those of a line that was never written are let go after a day."""
    written = len(await handler.log.history(waiting.file_id)) >= waiting.version
    if written:
        return await tell_matches(handler, waiting.file_id, waiting.version)
    if waiting.old:
        await handler.keys.marks.compared(waiting.file_id, waiting.version)
    return 0


async def keep_anew(log: Log, keys: Names) -> int:
    """Keep the marks of every file anew, from the log alone; gives how many files name a child."""
    files: dict[UUID, None] = {}
    after = 0
    while lines := await log.read(after, BATCH):
        after = lines[-1].position
        files |= {line.file_id: None for line in lines if kind_named_by(line.name) in NOTING}
    return sum([await _anew(log, keys, file_id) for file_id in files])


async def _anew(log: Log, keys: Names, file_id: UUID) -> bool:
    lines = [load(stored) for stored in await log.history(file_id)]
    kind = KINDS[kind_named_by(lines[0].stored_as)]
    told: dict[tuple[ChildNamed, ...], None] = {}
    for _, _, state in history(file_id, kind, BY_STORED_NAME, lines):
        told[kind.names(state)] = None
    await keys.marks.forget(file_id)
    return any([await _keep(keys, file_id, len(lines), children) for children in told])
