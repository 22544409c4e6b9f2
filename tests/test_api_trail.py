"""The trail over a real record and a real projector: pages both ways, filters, scope, masks, search."""

from pathlib import Path

from tests.database import Database
from tests.reading_kit import BINH, LAN, Desk, opened, tell

TRAIL = """
query Trail($filter: TrailFilter, $first: Int, $after: String, $last: Int, $before: String, $order: TrailOrder! = NEWEST_FIRST,
            $atLeast: String) {
  auditTrail(filter: $filter, first: $first, after: $after, last: $last, before: $before, order: $order,
             atLeast: $atLeast) {
    edges { cursor node { position act fileId label { vi } actor { name role } unit { name } late
                          details { path value masked } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    totalCount readAt
  }
}
"""


def test_every_line_that_is_recorded_can_be_read(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        await opened(d)
        await d.caught_up()
        page = (await d.ask(BINH, TRAIL, first=3))["auditTrail"]
        acts = [edge["node"]["act"] for edge in page["edges"]]
        print(page)
        assert acts == ["LINK_REPORT", "OPEN_CASE", "RECEIVE_REPORT"]

    tell(database, tmp_path, story)
