"""A page of any list: its edges with their cursors, where it stands, how far the table had come."""

from collections.abc import Callable, Sequence
from typing import Any

from server.schema.base.context import Context
from server.schema.base.ids import position_token
from server.schema.base.paging import Page


def connected(
    context: Context,
    connection: type[Any],
    edge: type[Any],
    page: Page,
    found: Sequence[tuple[Any, ...]],
    place: Callable[[tuple[Any, ...]], tuple[Any, ...]],
    node: Callable[[tuple[Any, ...]], Any],
) -> Any:
    """The page that the rows of a `bounded` statement make; `place` gives the place of one in the order."""
    kept, more = page.cut([row for row in found if row[1] is not None])
    edges = [edge(cursor=page.cursor(*place(row)), node=node(row)) for row in kept]
    info = page.info([edge.cursor for edge in edges], more)
    return connection(edges=edges, page_info=info, read_at=position_token(context.far(found[0][0])))
