"""The read side tells what the record tells, whether followed line by line or built at once."""

from uuid import UUID, uuid4

import psycopg

from domain.case.open_case import OpenCase
from domain.harm import HarmKind
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from domain.words import Role, case_id
from server.follower import Follower
from server.rebuild import SESSION, build_anew
from tests.cases.casefile import Story, instant
from tests.database import Database
from tests.projecting import OpenSeal, contents, drafts, positions, write

NARRATIVE = "Hàng xóm nghe tiếng trẻ khóc và thấy vết bầm trên tay cháu."


def a_report_that_becomes_a_case(story: Story) -> UUID:
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
    lan = story.office(an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    story.office(an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2025-07-01T00:00")
    report = uuid4()
    told = ReceiveReport(
        channel=Channel.IN_PERSON,
        received_at=instant("2026-03-02T22:10"),
        place=an_bien,
        harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
        narrative=NARRATIVE,
        child_name="Cháu M.",
    )
    story.given(report, told, by=lan, at="2026-03-02T22:20", occurred_at="2026-03-02T22:10")
    story.given(case_id(report), OpenCase(report=report, place=an_bien), by=lan, at="2026-03-03T07:30")
    return report


def follow(dsn: str, batch: int = 2000) -> int:
    with (
        psycopg.connect(dsn, autocommit=True, options=SESSION) as connection,
        psycopg.connect(dsn, autocommit=True, options=SESSION) as source,
        Follower(connection, source, OpenSeal(), batch) as follower,
    ):
        return follower.catch_up()


def test_following_line_by_line_gives_the_tables_that_a_rebuild_gives(database: Database) -> None:
    story = Story()
    a_report_that_becomes_a_case(story)
    dsn = database.dsn("baove_projector")
    build_anew(dsn, OpenSeal())
    write(database.dsn("baove_app"), drafts(story.lines))
    assert follow(dsn, batch=1) == len(story.lines)
    followed = contents(dsn)
    build_anew(dsn, OpenSeal())
    assert contents(dsn) == followed
    assert set(positions(dsn).values()) == {len(story.lines)}
    assert len(followed["trail"]) == len(story.lines)


def test_the_trail_tells_who_and_where_and_masks_what_is_personal(database: Database) -> None:
    story = Story()
    report = a_report_that_becomes_a_case(story)
    write(database.dsn("baove_app"), drafts(story.lines))
    build_anew(database.dsn("baove_projector"), OpenSeal())
    with psycopg.connect(database.dsn("baove_reader")) as connection:
        row = connection.execute(
            "SELECT t.actor_name, t.role, t.unit_name, t.act, t.category,"
            " t.details::jsonb -> 'child_name' ->> 'masked', t.details NOT LIKE '%%box%%'"
            " FROM read.trail t WHERE t.file_id = %s ORDER BY t.position LIMIT 1",
            [report],
        ).fetchone()
        assert row == (
            "Phạm Thị Lan",
            "protection_worker",
            "Phường An Biên",
            "receive_report",
            "REPORT",
            "child",
            True,
        )
        about = connection.execute(
            "SELECT t.act FROM read.trail t JOIN read.trail_file f USING (file_id) WHERE f.case_id = %s"
            " ORDER BY t.position",
            [case_id(report)],
        ).fetchall()
        assert about == [("receive_report",), ("open_case",), ("link_report",)]
        in_the_city = connection.execute(
            "SELECT count(*) FROM read.trail_unit WHERE unit_id = %s AND act = 'open_case'",
            [story.lines[0].file_id],
        ).fetchone()
        assert in_the_city == (1,)
