"""An id names a file, and the file may be of another kind than the act takes it for: that is refused, not a fault."""

from uuid import UUID

from domain.case.intake.open_case import OpenCase
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.report_death import ReportDeath
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.state.case import RiskLevel
from domain.record.vocabulary import case_id
from domain.report.link_report import LinkReport
from tests.cases.casefile import instant
from tests.cases.plan_ground import PlanStory
from tests.cases.protection_ground import Town


def test_a_case_is_opened_from_a_report_and_from_no_other_file() -> None:
    tale = PlanStory().assessed(RiskLevel.LOW)
    unit = tale.centre.id
    opening = OpenCase(report=unit, place=tale.an_bien)
    tale.story.when(case_id(unit), opening, by=tale.lan, at="2026-03-03T08:00").refused("report_not_found")
    again = OpenCase(report=unit, place=tale.an_bien, earlier_case=unit)
    tale.story.when(case_id(unit), again, by=tale.lan, at="2026-03-03T08:00").refused(
        "report_not_found", "earlier_case_not_found"
    )


def test_a_report_is_linked_to_a_case_and_to_no_other_file() -> None:
    tale = PlanStory().assessed(RiskLevel.LOW)
    link = LinkReport(case=tale.centre.id)
    tale.story.when(tale.report, link, by=tale.lan, at="2026-03-03T08:00").refused(
        "phase_not_allowed", "case_not_found"
    )


def test_a_death_cannot_be_recorded_where_there_is_no_case() -> None:
    tale = PlanStory()
    died = ReportDeath(
        died_at=instant("2026-03-02T20:00"),
        known_at=instant("2026-03-02T21:00"),
        cause="Đuối nước.",
        place=PlaceOfDeath.WATER,
    )
    tale.story.when(tale.case, died, by=tale.lan, at="2026-03-03T08:00").refused("outside_your_unit")


def test_nothing_is_directed_where_there_is_no_case() -> None:
    town = Town()
    order = IssueDirection(content="Làm ngay.", due_at=instant("2026-03-03T09:00"))
    town.story.when(case_id(UUID(int=1)), order, by=town.hoa, at="2026-03-02T11:00").refused(
        "file_not_found", "phase_not_allowed"
    )
