"""Asking the read tables: authority brought up to date first, the tables awaited when a client has seen further."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLResolveInfo,
    InlineFragmentNode,
    SelectionSetNode,
)
from psycopg import sql
from psycopg.errors import DataError, QueryCanceled, UndefinedColumn, UndefinedTable
from strawberry.types import Info

from server.faults import CodedError, FaultCode
from server.schema.base.context import Context
from server.schema.base.ids import position_of
from server.schema.base.run import CURRENT_RUN

PATIENCE_S = 2.0


async def prepared(context: Context, name: str, at_least: str | None) -> None:
    """Bring the register up to date, and wait for the projection `name` to reach the token, if one is given.

    Raises READ_MODEL_BEHIND after two seconds.
    """
    run = CURRENT_RUN.get()
    if run is not None:
        run.tables.add(name)
    await context.services.register_cache.catch_up()
    if at_least is not None:
        position = context.far(position_of(at_least, "atLeast"))
        if not await context.services.tail.reached(name, position, PATIENCE_S):
            raise CodedError(FaultCode.READ_MODEL_BEHIND, retry_after=1)


async def rows(context: Context, statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows of one query.

    Raises READ_MODEL_BEHIND while the tables, or their newer version, have not been made, TIMEOUT when too slow, and
    BAD_USER_INPUT for a value that the tables' types cannot take.
    """
    try:
        async with context.services.reader.connection() as connection:
            cursor = await connection.execute(sql.SQL(statement), parameters)  # type: ignore[arg-type]
            return await cursor.fetchall()
    except UndefinedTable:
        raise CodedError(FaultCode.READ_MODEL_BEHIND, retry_after=1) from None
    except UndefinedColumn:
        if not context.services.tail.outdated():
            raise
        raise CodedError(FaultCode.READ_MODEL_BEHIND, retry_after=1) from None
    except QueryCanceled:
        raise CodedError(FaultCode.TIMEOUT) from None
    except DataError:
        raise CodedError(FaultCode.BAD_USER_INPUT, "a value that no row can hold") from None


def bounded(name: str, page: str) -> str:
    """A statement that gives, in the same snapshot, how far projection `name` has come and the rows of `page`.

    The first column is that position; where there are no rows the others are null. `page` has a column `place`.
    """
    return (
        "SELECT r.position, page.* FROM (SELECT coalesce(max(position), 0) AS position FROM read.tracking"  # noqa: S608 - parts from here, values as parameters
        f" WHERE live AND name = '{name}') r LEFT JOIN LATERAL ({page}) page ON true"
    )


def selects(info: Info[Context, None], *path: str) -> bool:
    """Whether the operation asks for the field at this path below the resolver's own field."""
    raw = cast(GraphQLResolveInfo[Any], info._raw_info)  # pyright: ignore[reportPrivateUsage, reportUnknownMemberType]
    fragments = raw.fragments
    nodes: list[FieldNode] = list(raw.field_nodes)
    for name in path:
        nodes = [
            f for n in nodes if n.selection_set for f in _fields(n.selection_set, fragments) if f.name.value == name
        ]
    return bool(nodes)


def _fields(selections: SelectionSetNode, fragments: dict[str, FragmentDefinitionNode]) -> list[FieldNode]:
    found: list[FieldNode] = []
    for node in selections.selections:
        if isinstance(node, FieldNode):
            found.append(node)
        elif isinstance(node, InlineFragmentNode):
            found += _fields(node.selection_set, fragments)
        elif isinstance(node, FragmentSpreadNode):
            found += _fields(fragments[node.name.value].selection_set, fragments)
    return found
