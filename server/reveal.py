"""Opening what is personal: only for a purpose, only to whom the table allows, and never before it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from domain.access.read_personal import ReadPersonal
from domain.access.state import Purpose
from domain.catalogue import KINDS
from domain.personal import Personal
from domain.reading import OF_KIND, Sight, sees
from domain.record import File, Line, Request
from domain.words import access_id
from server.mapper import personal_values
from server.schema.context import Context


async def reveal_lines(
    context: Context, file: File, lines: Sequence[Line], purpose: Purpose
) -> dict[int, dict[str, str | None]]:
    """The texts of the lines that the viewer may read, by version and path; None for an erased one.

    Writes the access line first. Raises `Refused` when the viewer may see nothing of what was asked.
    """
    wanted = [(line.version, path, value) for line in lines for path, value in personal_values(line)]
    allowed = await _record(context, file, [(path, value) for _, path, value in wanted], purpose)
    shown = [(version, path, value) for version, path, value in wanted if OF_KIND[value.kind] in allowed]
    texts = await context.services.keyring.open_many([(file.id, value) for _, _, value in shown])
    opened: dict[int, dict[str, str | None]] = {}
    for (version, path, _), text in zip(shown, texts, strict=True):
        opened.setdefault(version, {})[path] = text
    return opened


async def reveal_state(
    context: Context, file: File, values: Sequence[tuple[str, Personal]], purpose: Purpose
) -> dict[str, str | None]:
    """The texts of a folded file's values that the viewer may read, by path, recorded first."""
    allowed = await _record(context, file, values, purpose)
    shown = [(path, value) for path, value in values if OF_KIND[value.kind] in allowed]
    texts = await context.services.keyring.open_many([(file.id, value) for _, value in shown])
    return {path: text for (path, _), text in zip(shown, texts, strict=True)}


async def _record(
    context: Context, file: File, values: Sequence[tuple[str, Personal]], purpose: Purpose
) -> frozenset[Sight]:
    sights = {OF_KIND[value.kind] for _, value in values}
    allowed = frozenset(s for s in sights if may_see(context, file, s))
    fields = tuple(sorted({path for path, value in values if OF_KIND[value.kind] in allowed}))
    if values:
        command = ReadPersonal(
            file=file.id,
            unit=KINDS[file.kind].matter(file.state),
            fields=fields,
            sights=tuple(sorted(allowed)),
            purpose=purpose,
            may=bool(allowed),
        )
        await context.services.handler.handle(
            Request(
                file_id=access_id(file.id),
                command=command,
                command_id=uuid4(),
                at=context.services.now(),
                person=context.person,
            )
        )
    return allowed


def may_see(context: Context, file: File, what: Sight) -> bool:
    """Whether the viewer may see `what` of a file, by the one table."""
    register = context.services.book.register
    where = KINDS[file.kind].where(file.state, None)
    return sees(context.standings(), what, where, register, context.services.now()) is not None
