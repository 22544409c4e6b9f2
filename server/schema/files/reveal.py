"""Opening what is personal: only for a purpose, only to whom the table allows, and never before it is recorded."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID, uuid4
from weakref import WeakValueDictionary

from domain.access.patterns import Pattern, of_reading
from domain.access.read_personal import ReadPersonal
from domain.access.refusals import READ_MUCH
from domain.record.file import File, Request
from domain.record.line import Line
from domain.record.personal import Personal, PersonalKind
from domain.record.reading import OF_KIND, Visibility, sees
from domain.record.refusal import Refused, present, said
from domain.record.register import Standing
from domain.record.vocabulary import access_id
from server.record.mapper import personal_values
from server.schema.base.context import Context
from server.schema.base.run import CURRENT_RUN
from server.schema.files.aim import Aim, told_to_guard
from server.schema.files.names import cover, hidden_names

_turns: WeakValueDictionary[UUID, asyncio.Lock] = WeakValueDictionary()
"""Readings of one file take turns, so that they do not compete for the next line of its access file; those of one
person, so that each is counted before the next."""


async def reveal_lines(
    context: Context, file: File, lines: Sequence[Line], aim: Aim
) -> dict[int, dict[str, str | None]]:
    """The texts of the lines that the viewer may read, by version and path; None for an erased one.

    `file` is as it now is: who may read is decided by where it stands today, however old the lines are. Writes the
    access line first. Raises `Refused` when the viewer may see nothing of what was asked.
    """
    wanted = [(line.version, path, value) for line in lines for path, value in personal_values(line)]
    allowed = await _recorded(context, file, [(path, value) for _, path, value in wanted], aim)
    shown = [(version, path, value) for version, path, value in wanted if OF_KIND[value.kind] in allowed]
    texts = await context.services.keyring.open_many([(file.id, value) for _, _, value in shown])
    texts = await _covered(context, file, [value for _, _, value in shown], texts)
    opened: dict[int, dict[str, str | None]] = {}
    for (version, path, _), text in zip(shown, texts, strict=True):
        opened.setdefault(version, {})[path] = text
    return opened


async def reveal_state(
    context: Context, file: File, values: Sequence[tuple[str, Personal]], aim: Aim
) -> dict[str, str | None]:
    """The texts of the values that the viewer may read, by path, recorded first.

    `file` is as it now is; the values may be those of its past.
    """
    allowed = await _recorded(context, file, values, aim)
    shown = [(path, value) for path, value in values if OF_KIND[value.kind] in allowed]
    texts = await context.services.keyring.open_many([(file.id, value) for _, value in shown])
    texts = await _covered(context, file, [value for _, value in shown], texts)
    return {path: text for (path, _), text in zip(shown, texts, strict=True)}


async def _recorded(
    context: Context, file: File, values: Sequence[tuple[str, Personal]], aim: Aim
) -> frozenset[Visibility]:
    """What the viewer may see of the values; by the time of the answer it stands in the record that they were read.

    One operation that reads the same values again, under another alias, is one reading.
    """
    sights = frozenset(OF_KIND[value.kind] for _, value in values)
    if not sights:
        return sights
    turns = _turns.setdefault(file.id, asyncio.Lock()), _turns.setdefault(context.person, asyncio.Lock())
    async with turns[0], turns[1]:
        found = {s: standing for s in sights if (standing := _standing(context, file, s)) is not None}
        if not found:
            await _write(context, file, None, (), (), aim, ())
        run = CURRENT_RUN.get()
        known = run.opened.get((file.id, aim.purpose), frozenset[str]()) if run is not None else frozenset[str]()
        fields = frozenset(path for path, value in values if OF_KIND[value.kind] in found)
        if not fields <= known:
            await _write_each(context, file, values, found, aim)
        if run is not None:
            run.opened[file.id, aim.purpose] = known | fields
    # The register may have moved while this was being recorded.
    return frozenset(s for s in found if _standing(context, file, s) is not None)


async def _write_each(
    context: Context,
    file: File,
    values: Sequence[tuple[str, Personal]],
    found: dict[Visibility, Standing],
    aim: Aim,
) -> None:
    """One line for each of the viewer's standings under which something is read: nearly always one."""
    by: defaultdict[Standing, set[Visibility]] = defaultdict(set)
    for sight, standing in found.items():
        by[standing].add(sight)
    beyond, written = await _beyond(context, file, aim), list[int]()
    for standing, sights in by.items():
        fields = {path for path, value in values if OF_KIND[value.kind] in sights}
        written.append(await _write(context, file, standing, tuple(sorted(fields)), tuple(sorted(sights)), aim, beyond))
    if not beyond and await _beyond(context, file, aim, min(written)) and not said(aim.reason):
        raise Refused(READ_MUCH)  # another process was faster; the line tells of more than was shown


async def _write(
    context: Context,
    file: File,
    standing: Standing | None,
    fields: tuple[str, ...],
    sights: tuple[Visibility, ...],
    aim: Aim,
    beyond: tuple[Pattern, ...],
) -> int:
    """Record the reading; gives the position of its line."""
    command = ReadPersonal(
        file=file.id,
        kind=file.kind.name,
        unit=file.kind.matter(file.state),
        fields=fields,
        sights=sights,
        purpose=aim.purpose,
        beyond=beyond,
        may=standing is not None,
    )
    answered = await context.services.handler.handle(
        Request(
            file_id=access_id(file.id),
            command=command,
            command_id=uuid4(),
            at=context.services.now(),
            person=context.person,
            office=standing.office.id if standing and standing.office else None,
            role=standing.role if standing else None,
            reason=aim.reason,
        )
    )
    return present(answered.line.position)


async def _beyond(context: Context, file: File, aim: Aim, written: int | None = None) -> tuple[Pattern, ...]:
    """What this reading is one too many of. Who tries without a reason is told of as well as who reads with one.

    `written`: where its line stands, which did not tell of it.
    """
    services = context.services
    before = await services.readings.of(context.person, services.now(), written)
    own = {standing.office.unit.id for standing in context.standings() if standing.office is not None}
    beyond = of_reading(before, file.id, file.kind.matter(file.state), aim.purpose, own, services.limits)
    if beyond and (written is not None or not said(aim.reason)):
        await told_to_guard(context, beyond, aim.purpose)
    return beyond


async def _covered(
    context: Context, file: File, shown: Sequence[Personal], texts: Sequence[str | None]
) -> list[str | None]:
    """The opened texts, in narratives the names that the viewer may not see replaced by a mark."""
    told = [value.kind is PersonalKind.TEXT and text is not None for value, text in zip(shown, texts, strict=True)]
    names = (await hidden_names(context, [file.id])).get(file.id, ()) if any(told) else ()
    return [cover(text, names) if hide and text else text for hide, text in zip(told, texts, strict=True)]


def _standing(context: Context, file: File, what: Visibility) -> Standing | None:
    """The standing under which the viewer may see `what` of the file now, by the one table."""
    register = context.services.register_cache.register
    where = file.kind.where(file.state, None)
    return sees(context.standings(), what, file.kind.name, where, register, context.services.now())
