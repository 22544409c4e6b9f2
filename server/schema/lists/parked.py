"""Lines that a table could not take: told to whoever is answered from it, listed and tried again by who operates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.types import Info

from domain.record.reading import Visibility, sees_everywhere
from domain.record.vocabulary import Role
from server.faults import CodedError, FaultCode
from server.follow.builds import RETRY
from server.record.folding import folded
from server.schema.base.common import PageInfo
from server.schema.base.context import Context
from server.schema.base.ids import ANY_TYPE, global_id, position_token
from server.schema.base.paging import page_of
from server.schema.base.run import CURRENT_RUN
from server.schema.base.scalars import Instant
from server.schema.base.tables import rows
from server.schema.base.visibility import may_see

FILES_MAX = 20
OPERATES = Role.REGISTRAR
PARKED = """
SELECT f.position AS place, f.name, f.file_id, f.error, f.failed_at
FROM read.projection_failures f JOIN read.tracking t USING (name, build)
WHERE t.live AND {where} ORDER BY f.position {order}, f.name {order} LIMIT {limit}
"""


@strawberry.type(description="A line that one table of those that lists are read from could not take.")
class ParkedLine:
    table: str = strawberry.field(description="The table, as `python -m server rebuild` names it.")
    position: str = strawberry.field(description="Position token of the line.")
    file_id: strawberry.ID = strawberry.field(description="The file of the line.")
    cause: str = strawberry.field(
        description="The kind of fault and where it was raised; `Waits`: an earlier line of the file is parked."
    )
    since: Instant = strawberry.field(description="When it was last tried.")


@strawberry.type(description="A parked line, with its cursor.")
class ParkedEdge:
    cursor: str = strawberry.field(description="Place of the line in this question.")
    node: ParkedLine = strawberry.field(description="The line.")


@strawberry.type(description="A page of parked lines, by position.")
class ParkedConnection:
    edges: list[ParkedEdge] = strawberry.field(description="The lines.")
    page_info: PageInfo = strawberry.field(description="Where the page stands.")


async def parked_lines(
    context: Context, arguments: tuple[int | None, str | None, int | None, str | None]
) -> ParkedConnection | None:
    """One page of parked lines; None for who does not operate."""
    if not await _operates(context):
        return None
    page = page_of(("parkedLines",), (int, str), *arguments)
    bound = page.before if page.backwards else page.after
    where = "true" if bound is None else f"(f.position, f.name) {'<' if page.backwards else '>'} (%s, %s)"
    statement = PARKED.format(where=where, order="DESC" if page.backwards else "ASC", limit=page.size + 1)
    kept, more = page.cut(await rows(context, statement, bound or ()))
    edges = [ParkedEdge(cursor=page.cursor(row[0], row[1]), node=_line(row)) for row in kept]
    return ParkedConnection(edges=edges, page_info=page.info([edge.cursor for edge in edges], more))


async def retry_parked(info: Info[Context, None]) -> bool:
    """Ask the projector at work to try every parked line again."""
    if not await _operates(info.context):
        raise CodedError(FaultCode.FORBIDDEN)
    await rows(info.context, "SELECT pg_notify(%s, '')", [RETRY])
    return True


@strawberry.type
class Operating:
    retry_parked: bool = strawberry.mutation(
        resolver=retry_parked,
        description="Try parked lines again, once their cause is mended; what remains is in `parkedLines`"
        " / Thử lại các dòng chưa đưa vào bảng đọc. By: Registrar / Quản trị sổ đăng ký.",
    )


class Incomplete(SchemaExtension):
    """`extensions.incomplete`: what an answer from tables may lack, as far as the viewer may know of the files."""

    async def get_results(self) -> dict[str, Any]:  # type: ignore[override]
        run, context = CURRENT_RUN.get(), self.execution_context.context
        parked = [each for name in run.tables for each in context.services.tail.parked(name)] if run else []
        if not parked:
            return {}
        told = await _seen(context, parked)
        return {"incomplete": told} if told["files"] else {}


async def _seen(context: Context, parked: Iterable[tuple[int, Any]]) -> dict[str, list[str]]:
    lines = sorted(set(parked))
    files = list(dict.fromkeys(file_id for _, file_id in lines))[:FILES_MAX]
    known = {file_id: name for file_id in files if (name := await _known(context, file_id)) is not None}
    positions = dict.fromkeys(position for position, file_id in lines if file_id in known)
    return {"positions": [position_token(each) for each in positions], "files": list(known.values())}


async def _known(context: Context, file_id: Any) -> str | None:
    """The id of the file for a viewer who may see it; one that nobody can read is told to who may see every file."""
    standings = context.standings()
    if not standings:
        return None
    if sees_everywhere(standings, Visibility.LINES):
        return global_id(ANY_TYPE, file_id)
    try:
        file = folded(file_id, await context.services.history(file_id))
    except Exception:
        return None
    return global_id(ANY_TYPE, file_id) if may_see(context, file) else None


async def _operates(context: Context) -> bool:
    await context.services.register_cache.catch_up()
    return any(standing.role is OPERATES for standing in context.standings())


def _line(row: tuple[Any, ...]) -> ParkedLine:
    position, table, file_id, cause, since = row
    return ParkedLine(
        table=table,
        position=position_token(position),
        file_id=strawberry.ID(global_id(ANY_TYPE, file_id)),
        cause=cause,
        since=since,
    )
