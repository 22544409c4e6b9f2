"""Anything by its opaque id, as far as the viewer may see it."""

from __future__ import annotations

from typing import cast
from uuid import UUID

import strawberry

from domain.record.vocabulary import Kind
from server.schema.base.common import Node
from server.schema.base.context import Context
from server.schema.base.ids import kind_of
from server.schema.base.paging import Page
from server.schema.base.tables import rows
from server.schema.files.files import case_of, report_of
from server.schema.files.opening import seen
from server.schema.files.register import office_row, register_at, unit_row
from server.schema.lists.trail import question_of
from server.schema.lists.trail_rows import COLUMNS, HEAVY, TrailEntry
from server.schema.lists.trail_sql import page_statement
from server.schema.lists.trail_types import TrailFilter


async def node_of(context: Context, id: strawberry.ID) -> Node | None:
    """The thing behind the id; None when there is none or it is not the viewer's to see."""
    name, key = kind_of(id)
    if name == "Entry":
        return cast(Node | None, await _entry(context, key))
    register, now = await register_at(context, None)
    if name == "Unit":
        return cast(Node | None, unit_row(register, key, now))
    if name == "Office":
        return cast(Node | None, office_row(register, key, now))
    if name == "Case":
        told = await seen(context, key, (Kind.CASE,))
        return case_of(told.file) if told else None
    if name == "Report":
        told = await seen(context, key, (Kind.REPORT,))
        return report_of(told.file) if told else None
    return None


async def _entry(context: Context, key: UUID) -> TrailEntry | None:
    await context.services.register_cache.catch_up()
    question = await question_of(context, TrailFilter())
    question.add("t.id = %s", key)
    statement, values = page_statement(question, COLUMNS + HEAVY, Page(1, 0, None, None, backwards=False), True)
    found = await rows(context, statement, values)
    return TrailEntry(found[0][1:]) if found and found[0][1] is not None else None
