"""Official numbers: each ends in the first six hexadecimal digits of its file's own id."""

from __future__ import annotations

import re
from uuid import UUID

from server.schema.base.context import Context
from server.schema.base.tables import rows

NUMBER = re.compile(r"[\w./-]{1,40}-([0-9A-F]{6})")
NUMBERED = """
SELECT t.file_id FROM read.trail t
WHERE t.file_id BETWEEN %s AND %s AND t.kind = %s AND t.version = 1 AND t.details::jsonb ->> 'number' = %s
"""


async def numbered(context: Context, number: str, kind: str) -> UUID | None:
    """The file of this kind that bears the number, as far as the trail has come."""
    found = NUMBER.fullmatch(number)
    if found is None:
        return None
    head = found[1].lower()
    bounds = [UUID(head + "0" * 26), UUID(head + "f" * 26)]
    files = await rows(context, NUMBERED, [*bounds, kind, number])
    return files[0][0] if files else None
