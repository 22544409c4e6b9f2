"""A line that a table cannot take: who reads is told, who operates sees why and has it tried again."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.record.vocabulary import Role
from projections.catalogue import PROJECTIONS
from projections.entry import FeedEntry
from server.follow.feed import Reader, StoredRow
from server.schema.base.ids import key_of
from tests.database import Database
from tests.record.reading_kit import HAI, LAN, MAI, THU, Desk, received, tell

REGISTRAR, NOBODY = "Cao Thị Hạnh", "Lý Văn Dũng"
LISTS = "{ auditTrail { edges { node { act token } } readAt } reports { edges { node { reportId } } } }"
STORY = "query S($id: ID!) { timeline(fileId: $id) { edges { node { act } } } }"
PARKED = """query P($first: Int, $after: String) { parkedLines(first: $first, after: $after) {
  edges { node { table position fileId cause since } } pageInfo { hasNextPage endCursor } } }"""
RETRY = "mutation { retryParked }"
HEARD = "Nghe rõ hơn khi gọi lại."
PATIENCE_S = 60.0


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> set[UUID]:
    """Files whose lines no table can take, with an error that says what is in them."""
    refused, entries = set[UUID](), Reader.entries

    def clumsy(self: Reader, stored: Sequence[StoredRow]) -> list[FeedEntry]:
        if any(row[0] in refused for row in stored):
            raise RuntimeError("Cháu Mai Khôi")
        return entries(self, stored)

    monkeypatch.setattr(Reader, "entries", clumsy)
    return refused


async def answered(d: Desk, name: str, query: str, **given: Any) -> tuple[Any, Any]:
    """The data and what the extensions say is lacking."""
    answer = (await d.api.post(name, query, given)).json()
    assert "errors" not in answer, answer
    return answer["data"], answer.get("extensions", {}).get("incomplete")


def acts(edges: list[Any]) -> list[str]:
    return [edge["node"]["act"] for edge in edges]


async def parked(d: Desk, refused: set[UUID]) -> tuple[str, str]:
    """A report of which a line could not be taken, and that line's position."""
    await d.api.appointed(d.here, Role.REGISTRAR, REGISTRAR)
    d.api.people[NOBODY] = uuid4()
    report = (await received(d))["report"]["id"]
    await d.caught_up()
    refused.add(key_of(report, "Report", "id"))
    position = (await d.act(LAN, "correctReport", reportId=report, corrects=1, dangerNow=True, reason=HEARD))[
        "position"
    ]
    await d.caught_up()
    return report, position


def test_who_is_answered_from_a_table_is_told_what_it_lacks_and_of_foreign_files_nothing(
    database: Database, tmp_path: Path, refused: set[UUID]
) -> None:
    async def story(d: Desk) -> None:
        await received(d)
        await d.caught_up()
        _, lacking = await answered(d, LAN, LISTS)
        assert lacking is None
        report, position = await parked(d, refused)
        for name in (LAN, HAI, MAI):
            data, lacking = await answered(d, name, LISTS)
            assert "CORRECT_REPORT" not in acts(data["auditTrail"]["edges"])
            assert lacking["positions"] == [position]
            [file] = lacking["files"]
            assert key_of(file, "Report", "id") == key_of(report, "Report", "id")
        for name in (THU, REGISTRAR, NOBODY):
            assert (await answered(d, name, LISTS))[1] is None, "not their file"
        data, lacking = await answered(d, LAN, STORY, id=report)
        assert acts(data["timeline"]["edges"]) == ["RECEIVE_REPORT", "CORRECT_REPORT"], "from the file itself"
        assert lacking is None

    tell(database, tmp_path, story)


def test_who_operates_sees_the_cause_and_has_it_tried_again(
    database: Database, tmp_path: Path, refused: set[UUID]
) -> None:
    async def story(d: Desk) -> None:
        _, position = await parked(d, refused)
        for name in (LAN, MAI, NOBODY):
            assert (await answered(d, name, PARKED))[0] == {"parkedLines": None}
            assert await d.code(name, RETRY) == "FORBIDDEN"
        page = (await answered(d, REGISTRAR, PARKED))[0]["parkedLines"]
        assert {edge["node"]["table"] for edge in page["edges"]} == {each.name for each in PROJECTIONS}
        for edge in page["edges"]:
            assert edge["node"]["position"] == position
            assert edge["node"]["cause"].startswith("RuntimeError at test_parked.py:")
        assert "Mai Khôi" not in str(page)
        found, after = list[Any](), None
        while len(found) < len(page["edges"]):
            part = (await answered(d, REGISTRAR, PARKED, first=2, after=after))[0]["parkedLines"]
            found, after = [*found, *part["edges"]], part["pageInfo"]["endCursor"]
        assert found == page["edges"]
        refused.clear()
        assert (await answered(d, REGISTRAR, RETRY))[0] == {"retryParked": True}
        async with asyncio.timeout(PATIENCE_S):
            while (await answered(d, LAN, LISTS))[1] is not None:
                await asyncio.sleep(0.05)
        data, _ = await answered(d, LAN, LISTS)
        assert "CORRECT_REPORT" in acts(data["auditTrail"]["edges"])
        assert (await answered(d, REGISTRAR, PARKED))[0]["parkedLines"]["edges"] == []

    tell(database, tmp_path, story)
