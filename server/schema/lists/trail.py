"""The audit trail: every line of the record that the viewer may see, filtered, in pages both ways."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast
from uuid import UUID

import strawberry
from strawberry.types import Info

from domain.record.reading import Visibility
from domain.record.register import Register
from projections.trail import RECORDED_SINCE
from server.faults import CodedError, FaultCode
from server.record.folding import lines_of
from server.record.slices import in_slices
from server.schema.base.context import Context
from server.schema.base.ids import file_key, key_of, position_of, position_token
from server.schema.base.paging import page_of
from server.schema.base.tables import prepared, rows, selects
from server.schema.base.visibility import row_scope
from server.schema.files.diff import changes_by_version
from server.schema.lists.searching import add_words, search_of, sifted
from server.schema.lists.trail_columns import columns_for
from server.schema.lists.trail_rows import TrailEntry
from server.schema.lists.trail_sql import COUNT_MAX, Question, count_statement, page_statement, position_bound
from server.schema.lists.trail_types import (
    InstantRange,
    Side,
    TrailConnection,
    TrailFilter,
    TrailOrder,
    UnitBy,
    UnitFilter,
)

HEAVY_FIELDS = ("details", "starts", "ends", "attachments")
LIST_MAX = 500
"""Of the city's communes and bodies all can be named at once."""


class EdgeRow:
    """An edge as a ready row."""

    __slots__ = ("cursor", "node")

    def __init__(self, cursor: str, node: TrailEntry) -> None:
        self.cursor, self.node = cursor, node


async def audit_trail(
    info: Info[Context, None],
    asked: TrailFilter | None,
    order: TrailOrder,
    arguments: tuple[int | None, str | None, int | None, str | None],
    up_to: str | None,
    at_least: str | None,
) -> TrailConnection:
    """One page of the trail, within what the viewer may see."""
    context = info.context
    await prepared(context, "trail", at_least)
    page = page_of(("trail", order.value, up_to, asked), (int,), *arguments)
    question = await question_of(context, asked or TrailFilter())
    if up_to is not None:
        question.add(position_bound("<="), *[position_of(up_to, "upTo")] * 2)
    total: int | None = None
    if asked is not None and asked.words is not None:
        search = search_of(context, asked.words, asked.purpose)
        await add_words(question, context, search)
        question, total = await sifted(context, question, search, page, order is TrailOrder.NEWEST_FIRST)
    elif selects(info, "totalCount"):
        total = await _count(context, question)
    heavy = any(selects(info, "edges", "node", name) for name in HEAVY_FIELDS)
    statement, values = page_statement(question, columns_for(heavy=heavy), page, order is TrailOrder.NEWEST_FIRST)
    found = await rows(context, statement, values)
    read_at = found[0][0]
    found_entries = [TrailEntry._make(row[1:]) for row in found if row[1] is not None]
    kept, more = page.cut(found_entries)
    if selects(info, "edges", "node", "changes"):
        await fill_changes(context, kept)
    edges = [EdgeRow(page.cursor(entry.place), entry) for entry in kept]
    return TrailConnection(
        edges=cast(Any, edges),
        page_info=page.info([edge.cursor for edge in edges], more),
        total_count=total,
        read_at=position_token(context.far(read_at)),
    )


async def _count(context: Context, question: Question) -> int:
    [(count,)] = await rows(context, *count_statement(question))
    return min(count, COUNT_MAX)


async def question_of(context: Context, asked: TrailFilter) -> Question:
    """The conditions of a filter, within the viewer's scope. Raises BAD_USER_INPUT, and FORBIDDEN for words."""
    question = Question(row_scope(context, Visibility.TEXT if asked.words else Visibility.LINES))
    if question.scope.nothing:
        if asked.words:
            raise CodedError(FaultCode.FORBIDDEN, "words: your office may not read texts")
        question.add("false")
    if asked.unit is not None:
        _add_unit(question, context.services.register_cache.register, asked.unit, context.services.now())
    _add_lists(question, asked)
    for instant, sign in bounds(asked.recorded_at):
        question.add(position_bound(sign, f"({RECORDED_SINCE})"), instant, instant)
    for instant, sign in bounds(asked.occurred_at):
        question.add(f"t.occurred_at {sign} %s", instant)
    if asked.case_id is not None:
        case = key_of(asked.case_id, "Case", "caseId")
        question.add("t.file_id IN (SELECT f.file_id FROM read.trail_file f WHERE f.case_id = %s)", case)
    if asked.late is not None:
        question.add("t.late" if asked.late else "NOT t.late")
    if asked.has_attachments is not None:
        question.add("t.attachment_count > 0" if asked.has_attachments else "t.attachment_count = 0")
    if asked.correlation_id is not None:
        question.add("t.correlation_id = %s", asked.correlation_id)
    return question


def _add_lists(question: Question, asked: TrailFilter) -> None:
    lists: tuple[tuple[str, list[Any] | None], ...] = (
        ("t.person_id", _keys(asked.actor_ids, "Person", "actorIds")),
        ("t.role", values_of(asked.roles)),
        ("t.office_id", _keys(asked.office_ids, "Office", "officeIds")),
        ("{p}.act", values_of(cast(Any, asked).acts)),
        ("t.kind", values_of(cast(Any, asked).kinds)),
        ("t.category", values_of(cast(Any, asked).categories)),
        ("t.file_id", [file_key(i, "fileIds") for i in few(asked.file_ids)] if asked.file_ids is not None else None),
    )
    for column, values in lists:
        if values is not None:
            question.add(f"{column} = ANY(%s)", values)


def few(values: list[Any]) -> list[Any]:
    """The values of a list in a filter. Raises BAD_USER_INPUT for too many."""
    if len(values) > LIST_MAX:
        raise CodedError(FaultCode.BAD_USER_INPUT, f"a list of a filter holds at most {LIST_MAX}")
    return values


def values_of(members: Any) -> list[str] | None:
    """The values of members of an enum; None for none given. Raises BAD_USER_INPUT for too many."""
    return None if members is None else [str(member.value) for member in few(members)]


def _keys(ids: list[strawberry.ID] | None, kind: str, field: str) -> list[Any] | None:
    return None if ids is None else [key_of(each, kind, field) for each in few(ids)]


def bounds(asked: InstantRange | None) -> list[tuple[Any, str]]:
    """The ends of a range that are given, each with how an instant compares with it."""
    ends = ((asked.since, ">="), (asked.until, "<")) if asked is not None else ()
    return [(instant, sign) for instant, sign in ends if instant is not None]


def _add_unit(question: Question, register: Register, asked: UnitFilter, now: datetime) -> None:
    unit = unit_key(register, asked.by, cast(Any, asked.at) or now)
    if unit is None:
        question.add("false")
        return
    question.unit = unit
    question.sides = str(asked.side.value)
    if not asked.subtree:
        columns = {Side.ANY: ("unit_id", "actor_unit_id"), Side.MATTER: ("unit_id",), Side.ACTOR: ("actor_unit_id",)}
        sides = " OR ".join(f"t.{column} = %s" for column in columns[asked.side])
        question.add(f"({sides})", *[unit for _ in columns[asked.side]])


def unit_key(register: Register, by: UnitBy, at: datetime) -> UUID | None:
    """The unit named; None when there is none at that instant."""
    if by.id is not None:
        return key_of(by.id.value, "Unit", "id")
    ref = register.unit_at(by.code.value, at) if by.code is not None else None
    return ref.id if ref else None


async def fill_changes(context: Context, entries: Sequence[TrailEntry]) -> None:
    """What each line changed in its file: the files of the page in one query of the log."""
    lines = await lines_of(context.services.log, {UUID(entry.file_key) for entry in entries})
    changes = {id: changes_by_version(id, history) async for id, history in in_slices(lines.items())}
    for entry in entries:
        entry.changes = changes[UUID(entry.file_key)].get(entry.version, [])
