"""The worker wrote the wrong birth year and did not know where the child lives; a new line puts it right.

It counts once the Chair has confirmed it.
"""

from uuid import uuid4

from domain.case.intake.confirm_correction import ConfirmCorrection
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.record.vocabulary import Role, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from tests.cases.casefile import Story, instant


def test_a_correction_points_at_the_line_it_corrects_and_moves_no_clock() -> None:
    story = Story()
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
    le_chan = story.unit("11383", "Phường Lê Chân", Level.COMMUNE, city, since="2025-07-01")
    lan = story.office(an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    thang = story.office(an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2025-07-01T00:00")

    report = uuid4()
    told = ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant("2026-03-02T08:10"),
        place=an_bien,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Cháu bị bỏ ở nhà một mình.",
        child_birth_year=2012,
    )
    story.given(report, told, by=lan, at="2026-03-02T08:12")
    case = case_id(report)
    story.given(case, OpenCase(report=report, place=an_bien), by=lan, at="2026-03-02T08:30")
    before = story.running(case)

    wrong = CorrectCase(corrects=9, statement=" ", child_birth_year=1000)
    story.when(case, wrong, by=lan, at="2026-03-02T10:00").refused(
        "reason_required",
        "line_to_correct_unknown",
        "field_required",
        "birth_year_out_of_range",
    )
    right = CorrectCase(
        corrects=1,
        statement="Theo giấy khai sinh cháu sinh năm 2018; cháu ở phường Lê Chân.",
        residence=le_chan,
        child_birth_year=2018,
    )
    line = story.given(case, right, by=lan, at="2026-03-02T10:05", reason="Đã xem giấy khai sinh.")
    assert (line.event.corrects, line.event.number) == (1, 1)
    assert (story.state(case).child_birth_year, story.state(case).residence) == (2012, None)
    assert {code: due for code, due in story.running(case).items() if code != "P33:1"} == before
    story.given(case, ConfirmCorrection(), by=thang, at="2026-03-02T14:00")
    assert (story.state(case).child_birth_year, story.state(case).residence) == (2018, le_chan)
    assert story.running(case) == before
