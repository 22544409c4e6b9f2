"""A file that clients name by its id or its official number, looked up among the kinds that they may open."""

from __future__ import annotations

import re
from uuid import UUID

from server.record.folding import folded
from server.schema.base.context import Context
from server.schema.base.ids import ANY_TYPE, FILE_TYPES, kind_of
from server.schema.base.tables import rows
from server.schema.files.aim import Aim
from server.schema.files.opening import Seen, seen
from server.schema.files.view import View
from server.schema.files.views import VIEWS

BY_TYPE: dict[str, View] = {view.type_name: view for view in VIEWS}
STORIED = tuple(view.kind.name for view in VIEWS if view.by_id)
"""The kinds whose files clients can open, with their stories."""
NUMBER = re.compile(r"[\w./-]{1,40}-([0-9A-F]{6})")
NUMBERED = """
SELECT t.file_id FROM read.trail t WHERE t.file_id BETWEEN %s AND %s AND t.kind = %s AND t.version = 1
"""


async def find(context: Context, file_id: str, aim: Aim | None = None) -> Seen | None:
    """The file behind an id, of any kind that has a story; None when it is not there for the viewer."""
    name, key = kind_of(file_id, "fileId")
    kinds = tuple(kind for kind in STORIED if name in (ANY_TYPE, FILE_TYPES[kind]))
    return await seen(context, key, kinds, aim) if kinds else None


async def numbered(context: Context, number: str, view: View) -> UUID:
    """The file of this kind that bears the number, as far as the trail has come; an id without a file if none does.

    Each number ends in the first six hexadecimal digits of its file's own id. Whether there is one, the same is asked
    of the database, so that nobody learns by the time what is not there to see.
    """
    found = NUMBER.fullmatch(number)
    head = found[1].lower() if found else "0" * 6
    bounds = [UUID(head + "0" * 26), UUID(head + "f" * 26)]
    nobodys = bounds[0]
    for (file_id,) in await rows(context, NUMBERED, [*bounds, view.kind.name]) or [(nobodys,)]:
        lines = await context.services.history(file_id)
        if lines and view.kind.number(folded(file_id, lines).state) == number:
            return file_id
    return nobodys
