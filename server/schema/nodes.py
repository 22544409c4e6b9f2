"""Anything by its opaque id, as far as the viewer may see it."""

from __future__ import annotations

from typing import cast
from uuid import UUID

import strawberry

from server.schema.base.common import Node
from server.schema.base.context import Context
from server.schema.base.ids import ANY_TYPE, FILE_TYPES, kind_of
from server.schema.base.paging import Page
from server.schema.base.tables import rows
from server.schema.files.lookup import BY_TYPE, STORIED
from server.schema.files.opening import seen
from server.schema.lists.trail import fill_changes, question_of
from server.schema.lists.trail_columns import columns_for
from server.schema.lists.trail_rows import TrailEntry
from server.schema.lists.trail_sql import page_statement
from server.schema.lists.trail_types import TrailFilter


async def node_of(context: Context, id: strawberry.ID, field: str) -> Node | None:
    """The thing behind the id; None when there is none or it is not the viewer's to see."""
    name, key = kind_of(id, field)
    if name == "Entry":
        return cast(Node | None, await _entry(context, key))
    view = BY_TYPE.get(name)
    if name == ANY_TYPE:
        told = await seen(context, key, STORIED)
        view = BY_TYPE[FILE_TYPES[told.file.kind.name]] if told else None
    return await view.node(context, key) if view is not None else None


async def _entry(context: Context, key: UUID) -> TrailEntry | None:
    await context.services.register_cache.catch_up()
    question = await question_of(context, TrailFilter())
    question.add("t.id = %s", key)
    page = Page(1, 0, None, None, backwards=False)
    statement, values = page_statement(question, columns_for(heavy=True), page, True)
    found = await rows(context, statement, values)
    if not found or found[0][1] is None:
        return None
    entry = TrailEntry._make(found[0][1:])
    await fill_changes(context, [entry])
    return entry
