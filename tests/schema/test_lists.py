"""The lists of files: what stands in a list is what opens, whoever asks; nothing personal can come to stand in one."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from domain.catalogue import KINDS
from domain.label import Label
from domain.record.listed import Listed
from domain.record.personal import Personal
from domain.record.wording import facts_of_row
from projections.listing import columns_of, ddl_of, listing
from server.schema.base.places import facts_of_file
from tests.database import Database
from tests.record.reading_kit import BINH, DUC, HAI, LAN, MAI, MINH, THU, Desk, opened, received, tell

LISTS = """
query Lists {
  cases(first: 100) { edges { node { caseId } } }
  reports(first: 100) { edges { node { reportId } } }
}
"""
NODES = "query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }"
REPORTS = """
query Reports($filter: ReportFilter, $order: ReportOrder! = RECEIVED_LAST) {
  reports(filter: $filter, order: $order) {
    edges { node { reportId phase channel dangerNow sentTo { code } caseId overdue nextDueCode } }
  }
}
"""
EVERYBODY = (LAN, HAI, THU, BINH, MAI, MINH, DUC)


async def work_in_two_wards(d: Desk) -> list[str]:
    """Cases and reports that stand to both wards in every way: held, sent on, in the lead, offered."""
    here, there = (await received(d))["report"]["id"], (await received(d, THU, placeUnit="11443"))["report"]["id"]
    sent = (await received(d))["report"]["id"]
    await d.act(LAN, "forwardReport", reportId=sent, toUnit="11443")
    report, case = await opened(d)
    _, offered = await opened(d)
    await d.act(
        HAI,
        "transferLead",
        decisionNo="33/QĐ",
        caseId=offered,
        toUnit="11443",
        reason="Trẻ đã chuyển đến nơi ở mới.",
    )
    _, asked = await opened(d)
    await d.act(LAN, "requestInformation", caseId=asked, fromBody="11443", question="Trường lớp của cháu.")
    await d.caught_up()
    return [here, there, sent, report, case, offered, asked]


def test_a_list_shows_exactly_the_files_that_open(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        files = await work_in_two_wards(d)
        shown_to: dict[str, int] = {}
        for name in EVERYBODY:
            lists = await d.ask(name, LISTS)
            shown = {row["node"]["caseId"] for row in lists["cases"]["edges"]}
            shown |= {row["node"]["reportId"] for row in lists["reports"]["edges"]}
            open_ones = {node["id"] for node in (await d.ask(name, NODES, ids=files))["nodes"] if node}
            assert shown & set(files) == open_ones, name
            shown_to[name] = len(open_ones)
        assert len(set(shown_to.values())) > 2, "not everybody sees the same"
        assert 0 < shown_to[THU] < shown_to[MAI]

    tell(database, tmp_path, story)


def test_reports_are_found_by_where_they_stand(database: Database, tmp_path: Path) -> None:
    async def story(d: Desk) -> None:
        here, there, sent, report, *_ = await work_in_two_wards(d)

        async def found(**asked: object) -> dict[str, dict[str, object]]:
            rows = (await d.ask(BINH, REPORTS, filter=asked))["reports"]["edges"]
            return {row["node"]["reportId"]: row["node"] for row in rows}

        everything = await found()
        assert set(everything) >= {here, there, sent, report}
        assert (everything[sent]["sentTo"], everything[here]["sentTo"]) == ({"code": "11443"}, None)
        assert everything[report]["caseId"] is not None
        assert set(await found(phases=["FORWARDED"])) == {sent}
        assert there in await found(unit={"by": {"code": "11443"}})
        assert here not in await found(unit={"by": {"code": "11443"}})
        assert await found(channels=["HOTLINE"]) == {}
        assert set(await found(harmKinds=["NEGLECT"], dangerNow=False)) == set(everything)
        assert await found(receivedAt={"since": "2026-04-01T00:00:00+07:00"}) == {}
        assert everything[here]["nextDueCode"] is not None
        d.api.record.at("2026-03-20T08:00")
        assert here in await found(overdue=True)

    tell(database, tmp_path, story)


@pytest.mark.parametrize("name", [kind.name for kind in KINDS.values() if kind.listed is not None])
def test_every_field_of_a_list_has_words_and_may_lie_in_clear(name: str) -> None:
    listed = KINDS[name].listed
    assert listed is not None
    fields = facts_of_row(listed.row, facts_of_file(name))
    assert [name for name, field in fields.items() if field.words is None] == []
    assert [name for name, field in fields.items() if field.of is str and field.clear is None] == []


@dataclass(frozen=True)
class Telling:
    """A row that would tell a name."""

    name: Personal


@dataclass(frozen=True)
class Sound:
    """A row of a number."""

    number: str


def test_nothing_personal_can_stand_in_a_list() -> None:
    with pytest.raises(TypeError, match="name: a list shows no such thing"):
        columns_of(a_list(Telling))
    assert [column.name for column in columns_of(a_list(Sound))] == ["number"]


def test_another_shape_or_another_way_is_another_version() -> None:
    kind = next(kind for kind in KINDS.values() if kind.listed is not None)
    plain, again = listing(kind, a_list(Sound)), listing(kind, a_list(Sound, way=2))
    assert (plain.ddl, plain.version != again.version) == (again.ddl, True)
    assert plain.version == listing(kind, a_list(Sound)).version
    assert "number text NOT NULL" in ddl_of(a_list(Sound))


def a_list(row: type, way: int = 1) -> Listed[object]:
    label = Label(vi="Danh sách", en="Things")
    return Listed(name="things", label=label, row=row, of=row, found_by={}, since="number", way=way)
