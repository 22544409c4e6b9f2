"""The read side tells what the record tells, whether followed line by line or built at once."""

from uuid import UUID, uuid4

import psycopg
import pytest

from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, case_id, subject_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.subject.approve_erasure import ApproveErasure
from domain.subject.follow_ups import KeyGone, RecordErasure
from domain.subject.order_erasure import OrderErasure
from domain.unit.state import Level
from projections.counts import EVERYWHERE
from projections.text_index import lexemes, question
from server.follow.follower import Follower
from server.follow.rebuild import SESSION, build_anew
from tests.cases.casefile import Story, instant
from tests.cases.test_a_persons_data_is_erased import GROUNDS, ORDERED, WAITED, Family
from tests.database import Database
from tests.follow.projecting import OpenSeal, contents, drafts, positions, write

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


def follow(dsn: str, batch: int = 2000, opener: OpenSeal | None = None) -> int:
    with (
        psycopg.connect(dsn, autocommit=True, options=SESSION) as connection,
        psycopg.connect(dsn, autocommit=True, options=SESSION) as source,
        Follower(connection, source, opener or OpenSeal(), batch) as follower,
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


def found(dsn: str, asked: str) -> list[int]:
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(
            "SELECT DISTINCT position FROM read.words WHERE lexemes @@ %s::tsquery ORDER BY position",
            [question(asked, OpenSeal().index_key())],
        ).fetchall()
    return [position for (position,) in rows]


def test_words_are_found_with_and_without_marks_and_only_by_the_reader(database: Database) -> None:
    story = Story()
    report = a_report_that_becomes_a_case(story)
    line = next(line for line in story.lines if line.file_id == report)
    write(database.dsn("baove_app"), drafts(story.lines))
    build_anew(database.dsn("baove_projector"), OpenSeal())
    dsn = database.dsn("baove_reader")
    assert found(dsn, "tiếng trẻ khóc") == [line.position]
    assert found(dsn, "TIENG tre khoc") == [line.position]
    assert found(dsn, "vet bầm") == [line.position]
    assert found(dsn, "tiêng") == []
    assert found(dsn, "Mai") == []
    with psycopg.connect(dsn) as connection:
        row = connection.execute("SELECT string_agg(lexemes::text, '') FROM read.words").fetchone()
        assert row is not None
        assert "khoc" not in row[0]
    with (
        psycopg.connect(database.dsn("baove_app")) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("SELECT * FROM read.words")


@pytest.mark.parametrize(
    ("written", "asked", "finds"),
    [
        ("Hoà", "hòa", True),
        ("Thuỳ", "THÙY", True),
        ("đường", "duong", True),
        ("duong", "đường", False),
        ("Ý", "Ỷ", False),
        ("Lê Ý", "le y", True),
        ("quý", "qúy", True),
        ("ca\u0301 nha\u0302n", "cá nhân", True),
    ],
)
def test_a_word_is_one_word_however_its_marks_are_set(written: str, asked: str, finds: bool) -> None:
    key = OpenSeal().index_key()
    assert (set(question(asked, key).split(" & ")) <= set(lexemes(written, key))) is finds


def test_erasing_a_subject_takes_exactly_its_texts_out_of_the_search(database: Database) -> None:
    family = Family()
    family.open_case()
    family.end_case()
    story, dsn = family.story, database.dsn("baove_projector")
    file = subject_id(family.report)
    order = OrderErasure(subject=family.report, grounds=GROUNDS, document_no="ĐƠN-01")
    story.given(file, order, by=family.minh, at=ORDERED, reason=GROUNDS)
    story.given(file, ApproveErasure(decision_no="QĐ-12"), by=family.dung, at=WAITED)
    build_anew(dsn, OpenSeal())
    write(database.dsn("baove_app"), drafts(story.lines))
    assert follow(dsn) == len(story.lines)
    told = next(line.position for line in story.lines if line.file_id == family.report)
    assert found(dsn, "ở nhà một mình") == [told]
    kept = len(contents(dsn)["words"])

    gone = RecordErasure(keys=(KeyGone(kind="text", fingerprint="00"),))
    write(database.dsn("baove_app"), drafts([story.system(file, gone, at=WAITED)]))
    follow(dsn, opener=OpenSeal({family.report}))
    assert found(dsn, "ở nhà một mình") == []
    assert len(contents(dsn)["words"]) == kept - 1
    followed = contents(dsn)
    build_anew(dsn, OpenSeal({family.report}))
    assert contents(dsn) == followed


def test_a_duty_tells_how_it_ended(database: Database) -> None:
    story = Story()
    report = a_report_that_becomes_a_case(story)
    case = case_id(report)
    story.system(case, RecordLapse(code="T04"), at="2026-03-03T10:11")
    write(database.dsn("baove_app"), drafts(story.lines))
    build_anew(database.dsn("baove_projector"), OpenSeal())
    with psycopg.connect(database.dsn("baove_reader"), options="-c TimeZone=UTC") as connection:
        told = dict(
            connection.execute(
                "SELECT kind || ' ' || code, status FROM read.duties WHERE file_id = ANY(%s)", [[report, case]]
            ).fetchall()
        )
        assert told["report T03"] == "not_required"
        assert told["case T04"] == "lapsed"
        assert told["case T03"] == "running"
        row = connection.execute(
            "SELECT number, phase, lead_unit_code, lapsed, next_due_code FROM read.cases WHERE file_id = %s",
            [case],
        ).fetchone()
        assert row is not None
        assert row[1:] == ("open", "11359", 1, "T03")


def test_what_a_ward_did_is_found_under_it_and_under_the_city_month_by_month(database: Database) -> None:
    story = Story()
    a_report_that_becomes_a_case(story)
    city, ward = story.lines[0].file_id, story.lines[1].file_id
    write(database.dsn("baove_app"), drafts(story.lines))
    build_anew(database.dsn("baove_projector"), OpenSeal())
    with psycopg.connect(database.dsn("baove_reader")) as connection:
        for unit in (city, ward, EVERYWHERE):
            counted = connection.execute(
                "SELECT act, lines FROM read.counts WHERE unit_id = %s AND month = '2026-03-01' ORDER BY act", [unit]
            ).fetchall()
            assert counted == [("link_report", 1), ("open_case", 1), ("receive_report", 1)]
