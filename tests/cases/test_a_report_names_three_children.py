"""One telling, three children: each has a case and clocks of its own, and none is gained by naming one late."""

from dataclasses import replace
from uuid import UUID, uuid5

import pytest

from domain.case.intake.open_case import OpenCase
from domain.case.state.case import Phase
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import BAOVE, Role, case_id
from domain.report.check_report import CheckReport
from domain.report.follow_ups import NoteAnotherChild
from domain.report.forward_report import ForwardReport
from domain.report.name_another_child import NameAnotherChild
from domain.report.reject_report import RejectReport
from domain.report.state import CheckOutcome, RejectionGround, Report, ReportPhase
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town

EARLY = "2026-03-02T08:10"


class Family(Town):
    """Lan is told at eight of three children whose father beats them: Bình, and the twins An and Ân."""

    def __init__(self) -> None:
        super().__init__(born=2015)
        self.first = self.told(at="2026-03-02T08:00")

    def also(
        self, n: int, name: str, *, by: Person | None = None, at: str = "2026-03-02T08:10", **more: object
    ) -> UUID:
        """Another child of the report is named."""
        report = uuid5(BAOVE, f"story:another child {n}")
        named = NameAnotherChild(
            report=self.first,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Em gái cũng bị đánh bằng roi.",
            child_name=name,
            child_birth_year=2018,
        )
        self.story.when(report, replace(named, **more), by=by or self.lan, at=at)
        return report

    def report(self, report: UUID) -> Report:
        return self.story.state(report)

    def due(self, file: UUID) -> dict[str, str]:
        return {code: f"{at:%dT%H:%M}" for code, at in self.story.running(file).items()}


@pytest.fixture
def family() -> Family:
    return Family()


def test_three_children_have_three_cases_each_with_clocks_from_the_one_receipt(family: Family) -> None:
    an, second = family.also(1, "Trần Thị An"), family.also(2, "Trần Thị Ân")
    cases: list[UUID] = []
    for report in (family.first, an, second):
        assert {code: family.due(report)[code] for code in ("T03", "T04")} == {"T03": "02T16:00", "T04": "02T20:00"}
        opened = OpenCase(report=report, place=family.an_bien)
        family.story.given(case_id(report), opened, by=family.lan, at="2026-03-02T08:30")
        cases.append(case_id(report))
    for case in cases:
        assert {code: family.due(case)[code] for code in ("T03", "T04")} == {"T03": "02T16:00", "T04": "02T20:00"}
        lapse = family.story.system(case, RecordLapse(code="T04"), at="2026-03-02T20:01")
        assert lapse.event.answers.unit == family.an_bien
    assert len({family.story.state(case).child for case in cases}) == 3
    assert family.report(family.first).told_also == (an, second)
    assert {family.report(each).told_with for each in (an, second)} == {family.first}
    assert len({family.report(each).number for each in (family.first, an, second)}) == 3


@pytest.mark.parametrize(("at", "late"), [("2026-03-02T20:00", False), ("2026-03-02T20:01", True)])
def test_the_communes_own_people_gain_nothing_by_naming_one_late(family: Family, at: str, late: bool) -> None:
    an = family.also(1, "Trần Thị An", at=at)
    assert family.due(an)["T04"] == "02T20:00"
    lapse = family.story.when(an, RecordLapse(code="T04"), by=None, at=at).last
    assert (lapse.line is not None) is late
    assert family.report(an).counts_from == instant("2026-03-02T08:00")


def test_nobody_is_late_for_a_child_whom_another_unit_that_took_the_report_kept_back() -> None:
    family = Family()
    hotline = family.story.unit("TD111", "Tổng đài 111", Level.HOTLINE, family.city)
    operator = family.holds(hotline, Role.HOTLINE_OPERATOR, "Cao Thu Minh")
    family.first = family.told(at="2026-03-02T09:00", to=operator)
    an = family.also(1, "Trần Thị An", by=operator, at="2026-03-03T09:00")
    assert family.report(an).counts_from == instant("2026-03-03T09:00")
    assert family.due(an)["T04"] == "03T21:00"
    assert "T02" in family.due(an), "and it sends it on"
    family.story.given(an, ForwardReport(to_unit=family.an_bien), by=operator, at="2026-03-03T09:10")


def test_what_becomes_of_one_is_not_what_becomes_of_the_others(family: Family) -> None:
    an = family.also(1, "Trần Thị An")
    untrue = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Cháu An không bị đánh.", sources="Gặp cháu và cô giáo.")
    family.story.given(an, untrue, by=family.son, at="2026-03-02T09:00")
    gone = RejectReport(decision_no="9/TB-UBND", ground=RejectionGround.UNFOUNDED, truth_check="Cháu An không bị đánh.")
    family.story.given(an, gone, by=family.thang, at="2026-03-02T09:30", reason="Đã kiểm tra.")
    assert family.report(an).phase is ReportPhase.REJECTED
    assert family.report(family.first).phase is ReportPhase.RECEIVED
    assert "T04" in family.due(family.first)
    opened = OpenCase(report=family.first, place=family.an_bien)
    family.story.given(case_id(family.first), opened, by=family.lan, at="2026-03-02T10:00")
    assert family.story.state(case_id(family.first)).phase is Phase.OPEN


def test_who_has_nothing_to_do_with_the_report_names_nobody_in_it(family: Family) -> None:
    family.also(1, "Trần Thị An", by=family.mo)
    family.story.refused("first_report_elsewhere")
    family.also(2, "Trần Thị An", report=uuid5(BAOVE, "no report"))
    family.story.refused("first_report_not_found")
    family.also(3, "Trần Thị An")
    family.story.recorded()
    untrue = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Không có việc này.", sources="Gặp gia đình.")
    family.story.given(family.first, untrue, by=family.son, at="2026-03-02T09:00")
    gone = RejectReport(decision_no="9/TB-UBND", ground=RejectionGround.UNFOUNDED, truth_check="Không có việc này.")
    family.story.given(family.first, gone, by=family.thang, at="2026-03-02T09:30", reason="Đã kiểm tra.")
    family.also(4, "Trần Thị Ân", at="2026-03-02T10:00")
    family.story.refused("first_report_rejected")


def test_a_child_named_with_one_that_was_named_later_belongs_to_the_first_report(family: Family) -> None:
    an = family.also(1, "Trần Thị An")
    third = family.also(2, "Trần Thị Ân", report=an)
    assert family.report(third).told_with == family.first
    assert family.report(family.first).told_also == (an, third)
    once_more = NoteAnotherChild(report=an)
    family.story.when(family.first, once_more, by=None, at="2026-03-02T09:00").refused("child_noted")
