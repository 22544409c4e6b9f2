"""A neighbour tells at night; in the morning the worker opens a case whose clock began at the telling."""

from uuid import uuid4

from domain.case.intake.open_case import OpenCase
from domain.case.state.case import Phase
from domain.law.harm import HarmKind
from domain.record.vocabulary import Role, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel, ReportPhase
from domain.unit.state import Level
from tests.cases.casefile import Story, instant


def test_the_clock_of_a_case_counts_from_the_first_receipt() -> None:
    story = Story()
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
        narrative="Hàng xóm nghe tiếng trẻ khóc và thấy vết bầm trên tay cháu.",
        child_name="Cháu M.",
    )
    story.given(report, told, by=lan, at="2026-03-02T22:20", occurred_at="2026-03-02T22:10")
    case = case_id(report)
    story.given(case, OpenCase(report=report, place=an_bien), by=lan, at="2026-03-03T07:30")

    assert story.state(case).phase is Phase.OPEN
    assert story.state(report).phase is ReportPhase.CONVERTED
    assert story.running(case)["T04"] == instant("2026-03-03T10:10")
    assert story.running(report) == {}

    story.when(case, OpenCase(report=report, place=an_bien), by=lan, at="2026-03-03T07:31").refused("file_exists")


def test_somebody_without_an_office_may_not_open_a_case() -> None:
    story = Story()
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
    chair = story.office(an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2025-07-01T00:00")
    stranger = story.office(an_bien, Role.PROTECTION_WORKER, since="2025-07-01T00:00")

    report = uuid4()
    command = OpenCase(report=report, place=an_bien)
    story.when(case_id(report), command, by=stranger, at="2026-03-03T07:30").refused("no_office_now")
    story.when(case_id(report), command, by=chair, at="2026-03-03T07:30").refused("role_not_allowed")
