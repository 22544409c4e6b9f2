"""A file as its viewer may see it: found or null, and what is personal opened only for a purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from domain.access.read_personal import ReadPersonal
from domain.access.refusals import MAY_NOT_SEE, READ_MUCH
from domain.catalogue import BY_STORED_NAME
from domain.record.file import File, Request
from domain.record.fold import fold
from domain.record.line import Line
from domain.record.personal import Personal
from domain.record.refusal import Refused
from domain.record.vocabulary import access_id
from server.record.folding import folded
from server.schema.base.context import Context
from server.schema.base.detail import dotted
from server.schema.base.places import leaves, of_file
from server.schema.base.store_faults import store_faults
from server.schema.base.visibility import may_see
from server.schema.files.aim import Aim, read_much
from server.schema.files.diff import Opened
from server.schema.files.reveal import reveal_lines, reveal_state


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that the viewer may see: folded, with its lines."""

    file: File
    lines: list[Line]


async def seen(context: Context, file_id: UUID, kinds: Sequence[str], aim: Aim | None = None) -> Seen | None:
    """The file, or None: there is none of these kinds, or the viewer may not see it. Authority is as of now.

    Who asks for a file that is not theirs gets the same None, by the same questions to the database, and the attempt
    is noted.
    """
    lines = await context.services.history(file_id)
    await context.services.register_cache.catch_up()
    if not lines:
        return None
    file = folded(file_id, lines)
    if file.kind.name not in kinds:
        return None
    if not may_see(context, file):
        await _note(context, file, aim)
        return None
    return Seen(file, lines)


def as_told_by(file: File, lines: Sequence[Line]) -> File:
    """The same file as these of its lines make it, which may be none."""
    return fold(file.id, file.kind, BY_STORED_NAME, lines)


async def open_state(
    context: Context, file: File, aim: Aim | None, *, then: File | None = None
) -> dict[str, str | None]:
    """The texts of the folded file that the viewer may read, recorded first; empty without a purpose.

    `then`: the same file as it was, if the past is looked at. Where it stands now decides who may.
    """
    found = leaves(of_file(file.kind.name), (then or file).state)
    values = [(dotted(leaf.pointer), leaf.value) for leaf in found if isinstance(leaf.value, Personal)]
    if aim is None or not values:
        return {}
    try:
        with store_faults():
            return await reveal_state(context, file, values, aim)
    except Refused as refused:
        await _note(context, file, aim, refused)
        return {}


async def open_lines(context: Context, file: File, lines: Sequence[Line], aim: Aim | None) -> Opened:
    """The texts of these lines that the viewer may read, recorded first; empty without a purpose."""
    if aim is None or not lines:
        return {}
    try:
        with store_faults():
            return await reveal_lines(context, file, lines, aim)
    except Refused as refused:
        await _note(context, file, aim, refused)
        return {}


async def _note(context: Context, file: File, aim: Aim | None, refused: Refused | None = None) -> None:
    """Keep that somebody tried. Raises READING_LIMIT where a reason would have opened it."""
    command = ReadPersonal(
        file=file.id, kind=file.kind.name, unit=None, purpose=aim.purpose if aim else None, may=False
    )
    request = Request(
        file_id=access_id(file.id),
        command=command,
        command_id=uuid4(),
        at=context.services.now(),
        person=context.person,
    )
    with store_faults():
        await context.services.attempts.note(request, refused or Refused(MAY_NOT_SEE), at_once=refused is not None)
    if refused is not None and any(reason.refusal is READ_MUCH for reason in refused.reasons):
        raise read_much()
