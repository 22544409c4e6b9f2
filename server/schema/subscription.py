"""New lines as they come: from a position on, in order, each at least once, as far as the viewer may see."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from time import monotonic
from typing import Annotated, cast

import strawberry
from strawberry.types import Info

from server.faults import CodedError, FaultCode
from server.schema.base.context import Context
from server.schema.base.entry import Entry
from server.schema.base.ids import position_of
from server.schema.base.paging import Page
from server.schema.base.tables import rows, selects
from server.schema.lists.trail import HEAVY_FIELDS, fill_changes, question_of
from server.schema.lists.trail_columns import columns_for
from server.schema.lists.trail_rows import TrailEntry
from server.schema.lists.trail_sql import Question, page_statement
from server.schema.lists.trail_types import TrailFilter

BATCH = 50
LONGEST_WAIT_S = 30.0
FRESH_S = 1.0
"""How long lines that were fetched may wait for a slow listener; then they are fetched anew, if still allowed."""


@strawberry.type(description="What can be listened to / Theo dõi trực tiếp.")
class Subscription:
    @strawberry.subscription(
        description="Each new line that the viewer may see, in order, at least once. Give the `token` of the last"
        " line back as `after` to go on where a connection broke. Ends with the access token."
    )
    async def entry_recorded(
        self,
        info: Info[Context, None],
        filter: Annotated[
            TrailFilter | None, strawberry.argument(description="Which lines; all, if not given.")
        ] = None,
        after: Annotated[
            str | None, strawberry.argument(description="Position token of the last line heard; now, if not given.")
        ] = None,
    ) -> AsyncGenerator[Entry, None]:
        context, asked = info.context, filter or TrailFilter()
        position = position_of(after, "after") if after is not None else await context.services.log.head()
        await _question(context, asked)  # what cannot be asked is said at once, not at the next line
        while True:
            await context.services.tail.reached("trail", position + 1, LONGEST_WAIT_S)
            found, seen = await _next(info, asked, position)
            holds, stale = context.standings(), monotonic() + FRESH_S
            for entry in found:
                if context.standings() != holds or monotonic() > stale:
                    break
                yield cast(Entry, entry)
                position = entry.place
            else:
                position = max(position, seen) if len(found) < BATCH else position


async def _question(context: Context, asked: TrailFilter) -> Question:
    """The conditions as of now: authority is looked up anew each time."""
    if asked.words is not None:
        raise CodedError(FaultCode.BAD_USER_INPUT, "words: each search is recorded; ask auditTrail")
    await context.services.register_cache.catch_up()
    return await question_of(context, asked)


async def _next(info: Info[Context, None], asked: TrailFilter, position: int) -> tuple[list[TrailEntry], int]:
    """The lines after the position, and how far the trail had come."""
    context = info.context
    question = await _question(context, asked)
    page = Page(BATCH - 1, 0, (position,), None, backwards=False)
    heavy = any(selects(info, name) for name in HEAVY_FIELDS)
    statement, values = page_statement(question, columns_for(heavy=heavy), page, newest_first=False)
    changes = selects(info, "changes")

    async def read() -> tuple[list[TrailEntry], int]:
        found = await rows(context, statement, values)
        entries = [TrailEntry._make(row[1:]) for row in found if row[1] is not None]
        if entries and changes:
            await fill_changes(context, entries)
        return entries, found[0][0]

    # The values hold the units that the listener may see: all who may see and ask the same hear of one reading.
    key = statement, repr(values), changes
    return await context.services.shared.once(key, read, lambda told: told[1] > position)
