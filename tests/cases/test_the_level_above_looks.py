"""What a commune decides below its worker's finding, and what it lets run out again, comes before the level above."""

from dataclasses import replace

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.movement.suspend_case import SuspendCase
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.oversight.look_at_decision import Look, LookAtDecision
from domain.case.oversight.look_into_lapses import LookIntoLapses, Step
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.state.case import Phase, RiskLevel
from domain.contact.look_into_lapses_of_contacts import LookIntoLapsesOfContacts
from domain.contact.record_contact import RecordContact
from domain.contact.state import ContactWith
from domain.law.harm import HarmKind
from domain.record.looking import StepTaken
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role
from domain.report.answer_reporter import AnswerReporter
from domain.report.check_report import CheckReport
from domain.report.look_into_lapses_of_report import LookIntoLapsesOfReport
from domain.report.reject_report import RejectReport
from domain.report.state import AnswerTemplate, CheckOutcome, RejectionGround
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.plan_ground import SINCE
from tests.cases.protection_ground import Town
from tests.cases.watched import WatchedTown, clocks, file_of, orders, settle, tells

LOWER = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
OVERTURN = LookAtDecision(look=Look.OVERTURNED, grounds="Hồ sơ không có tình tiết mới so với đánh giá.")
STANDS = replace(OVERTURN, look=Look.STANDS)
UNTRUE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có gì.", sources="Gặp gia đình.")
FOUND = LookIntoLapses(step=Step.HELPED, found="Phường thiếu người; Sở đã cử hai người hỗ trợ trong tháng.")


def lowered() -> Town:
    """Lan found a medium risk; at ten Thắng makes it a low one."""
    town = Town().assessed(RiskLevel.MEDIUM)
    town.given(LOWER, by=town.thang, at="2026-03-02T10:00", reason="Gia đình hợp tác.")
    return town


def test_a_level_below_the_workers_is_shown_to_the_department_and_nothing_ends_before_it_has_looked() -> None:
    town = lowered()
    assert town.running["P27:risk-1"] == instant("2026-03-04T00:00")
    assert town.file.running["P27", "risk-1"].answers.unit == town.health
    town.when(UNTRUE, by=town.thang, at="2026-03-02T10:01").refused("waits_for_department")
    rest = SuspendCase(decision_no="33/QĐ", search="Đã tìm ở nơi cư trú.", until=instant("2026-03-20T00:00"))
    town.when(rest, by=town.thang, at="2026-03-02T10:02", reason="Không gặp.").refused("waits_for_department")
    town.when(STANDS, by=town.thang, at="2026-03-02T10:03").refused("role_not_allowed")
    town.given(STANDS, by=town.hoa, at="2026-03-03T23:59")
    assert "P27:risk-1" not in town.running
    assert town.now.level is RiskLevel.LOW
    town.when(STANDS, by=town.hoa, at="2026-03-04T00:00").refused("no_decision_to_look_at")
    town.given(UNTRUE, by=town.thang, at="2026-03-04T08:00")


def test_the_director_of_a_department_that_guides_nobody_overturns_nothing() -> None:
    town = lowered()
    finance = town.story.unit("HP-STC", "Sở Tài chính", Level.DEPARTMENT, town.city)
    director = town.holds(finance, Role.DEPARTMENT_DIRECTOR, "Trần Hữu Quang")
    town.when(OVERTURN, by=director, at="2026-03-02T11:00").refused("not_the_guide")
    town.given(OVERTURN, by=town.minh, at="2026-03-02T11:00")


def test_a_level_as_proposed_or_above_it_goes_nowhere() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    graver = OverrideRisk(level=RiskLevel.HIGH, serious_danger=False)
    town.given(graver, by=town.thang, at="2026-03-02T10:00", reason="Cháu còn nhỏ.")
    assert [code for code in town.running if code.startswith("P27")] == []
    other = Town().assessed(RiskLevel.MEDIUM)
    other.given(ConfirmRisk(), by=other.thang, at="2026-03-02T10:00")
    assert [code for code in other.running if code.startswith("P27")] == []


def test_urgent_measures_that_were_declined_against_the_finding_are_asked_for_again() -> None:
    town = Town().assessed(RiskLevel.LOW, serious_danger=True)
    decline = DeclineUrgentMeasure(answer_to_worker="Bố đã đi làm xa.")
    town.given(decline, by=town.thang, at="2026-03-02T12:00", reason="Không còn nguy hiểm.")
    assert "T04" not in town.running
    town.given(OVERTURN, by=town.hoa, at="2026-03-02T15:00")
    assert town.now.serious_danger
    assert town.running["T04:risk-1"] == instant("2026-03-03T03:00")


def test_a_separation_that_was_proposed_and_declined_is_decided_again() -> None:
    town = Town().assessed(parent_is_harmer=True)
    town.given(DeclineSeparation(), by=town.thang, at="2026-03-02T12:00", reason="Ông bà cùng ở.")
    assert town.running["P27:separation-1"] == instant("2026-03-04T00:00")
    town.given(OVERTURN, by=town.hoa, at="2026-03-02T15:00")
    assert town.running["T05:separation-1"] == instant("2026-03-03T03:00")


def lapsed(town: Town, *codes: str, at: str = "2026-03-05T09:00") -> None:
    for code in codes:
        town.system(RecordLapse(code=code), at=at)


def test_the_second_lapse_of_a_case_comes_before_the_department_and_its_own_before_the_city() -> None:
    town = Town().opened()
    lapsed(town, "T03")
    assert [code for code in town.running if code.startswith("P30")] == []
    lapsed(town, "T04", "P03")
    assert town.running["P30:2"] == instant("2026-03-10T00:00"), "one look for all that lapsed before it"
    assert [code for code in town.running if code.startswith("P30")] == ["P30:2"]
    assert town.file.running["P30", "2"].answers.unit == town.health
    town.system(RecordLapse(code="P30", ref="2"), at="2026-03-10T00:00")
    assert town.file.running["P30", "4"].answers.unit == town.city
    city = replace(FOUND, step=Step.NO_STEP)
    town.given(city, by=town.khang, at="2026-03-10T08:00")
    assert "P30:2" in town.running, "the city's look does not do what the department owes"
    assert "P30:4" not in town.running
    line = town.given(FOUND, by=town.hoa, at="2026-03-10T09:00")
    assert line.event.lapsed == ("P03", "P30", "T03", "T04")
    assert [code for code in town.running if code.startswith("P30")] == []
    town.when(FOUND, by=town.hoa, at="2026-03-10T10:00").refused("no_lapses_to_look_into")


def test_above_the_city_there_is_nobody_to_be_told() -> None:
    town = Town().opened()
    lapsed(town, "T03", "T04")
    town.system(RecordLapse(code="P30", ref="2"), at="2026-03-10T00:00")
    town.system(RecordLapse(code="P30", ref="3"), at="2026-03-20T00:00")
    assert {code for code in town.running if code.startswith("P30")} == {"P30:2", "P30:3"}


def test_who_says_that_he_directed_has_directed_since_he_was_told() -> None:
    town = Town().opened()
    before = IssueDirection(content="Báo cáo sớm.", due_at=instant("2026-03-12T09:00"))
    town.given(before, by=town.hoa, at="2026-03-02T12:00")
    lapsed(town, "T03", "T04")
    directed = replace(FOUND, step=Step.DIRECTED)
    town.when(directed, by=town.hoa, at="2026-03-05T10:00").refused("direction_is_missing")
    town.given(before, by=town.hoa, at="2026-03-05T11:00")
    town.given(directed, by=town.hoa, at="2026-03-05T11:30")


def test_what_the_level_above_owes_does_not_end_with_the_case() -> None:
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    lapsed(town, "P03", "P05", at="2026-03-06T09:00")
    assert "P30:2" in town.running
    town.given(UNTRUE, by=town.khang, at="2026-03-06T10:00")
    assert town.now.phase is Phase.UNFOUNDED
    assert set(town.running) == {"P30:2"}
    town.given(FOUND, by=town.hoa, at="2026-03-06T11:00")
    assert town.running == {}


def test_a_city_chair_who_let_it_lapse_too_settles_once_he_has_looked() -> None:
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    lapsed(town, "P03", "P05", at="2026-03-06T09:00")
    town.system(RecordLapse(code="P30", ref="2"), at="2026-03-11T00:00")
    town.system(RecordLapse(code="P30", ref="3"), at="2026-03-20T00:00")
    town.when(UNTRUE, by=town.thang, at="2026-03-20T09:00").refused("answerable_for_lapse")
    town.when(UNTRUE, by=town.khang, at="2026-03-20T09:00").refused("answerable_for_lapse")
    town.given(FOUND, by=town.khang, at="2026-03-20T10:00")
    town.given(UNTRUE, by=town.khang, at="2026-03-20T10:01")


@pytest.mark.parametrize("role", [Role.DEPARTMENT_DIRECTOR, Role.HEALTH_DEPARTMENT_OFFICER])
def test_the_department_looks_by_its_officer_or_its_director(role: Role) -> None:
    town = lowered()
    somebody = town.story.office(town.health, role, "Bùi Quốc Đạt", since="2025-07-01T00:00", seat=3)
    town.given(STANDS, by=somebody, at="2026-03-02T16:00")


def test_a_report_that_is_let_lie_comes_before_the_department_as_a_case_does() -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00")
    settle(town.story, report, "2026-03-02T16:01")
    assert not any(code.startswith("P30") for code in town.story.running(report)), "the first lapse of the file"
    settle(town.story, report, "2026-03-05T08:00")
    file = town.story.files[report]
    assert len(file.lapses) > 1
    [p30] = [started for (code, _), started in file.running.items() if code == "P30"]
    assert p30.answers.unit == town.health
    helped = LookIntoLapsesOfReport(step=StepTaken.TAKEN_ON, found="Phường thiếu người trực; Sở lập hồ sơ thay.")
    town.story.when(report, helped, by=town.khang, at="2026-03-05T09:00").refused("no_lapses_to_look_into")
    line = town.story.given(report, helped, by=town.hoa, at="2026-03-05T09:00")
    assert "T03" in line.event.lapsed
    assert not any(code.startswith("P30") for code in town.story.running(report))


def test_contacts_that_nobody_weighed_come_before_the_city_where_a_hospital_kept_them() -> None:
    town = Town()
    nurse = town.story.office(town.clinic, Role.SERVICE_PROVIDER, "Phạm Thu Hà", since=SINCE)
    contacts = file_of("contacts")
    for n in range(1, 10):
        noted = RecordContact(
            place=town.an_bien,
            made_at=instant(f"2026-03-0{n}T08:00"),
            made_by=ContactWith.CARER,
            note="Mẹ xin ở nhờ vì bố đánh con.",
            child_name="Trần Thị B",
            child_birth_year=2018,
        )
        settle(town.story, contacts, f"2026-03-0{n}T08:00")
        town.story.given(contacts, noted, by=nurse, at=f"2026-03-0{n}T08:00")
    lapsed = [(each.code, each.ref) for each in town.story.files[contacts].lapses]
    assert lapsed == [("P29", ""), ("P29", "5")], "what was not weighed swallows nothing that comes after it"
    [p30] = [started for (code, _), started in town.story.files[contacts].running.items() if code == "P30"]
    assert p30.answers.role is Role.CITY_CHAIR, "above a hospital is the city"
    looked = LookIntoLapsesOfContacts(step=StepTaken.HELPED, found="Đã nhắc bệnh viện.")
    town.story.when(contacts, looked, by=town.hoa, at="2026-03-09T09:00").refused("no_lapses_to_look_into")
    town.story.given(contacts, looked, by=town.khang, at="2026-03-09T09:00")
    assert not any(code.startswith("P30") for code in town.story.running(contacts))


def test_what_stays_overdue_and_urgent_is_looked_at_again_each_week_and_never_rests() -> None:
    """High risk, unprotected: everything has lapsed once, and the department saw no need for a step."""
    town = WatchedTown().assessed()
    settle(town.story, town.case, "2026-03-10T08:00")
    no_need = LookIntoLapses(step=Step.NO_STEP, found="Phường đang làm.")
    town.given(no_need, by=town.hoa, at="2026-03-10T09:00")
    [again] = clocks(town, "P34")
    assert town.running[f"P34:{again}"] == instant("2026-03-18T00:00")
    settle(town.story, town.case, "2026-04-10T08:00")
    told = {started.answers.role for (code, _), started in town.file.running.items() if code == "P30"}
    assert told == {Role.CITY_CHAIR}, "where the department rests, the city is told"
    town.given(orders(town.an_bien, "2026-04-20T00:00"), by=town.thang, at="2026-04-10T09:00")


def test_who_was_told_that_it_was_taken_up_is_told_that_it_was_not() -> None:
    town, report = Town(), file_of("told")
    told = replace(
        tells(town.an_bien, "2026-03-02T07:00", HarmKind.NEGLECT, danger=False),
        reporter_name="Cô Hà",
        reporter_contact="0900",
    )
    town.story.given(report, told, by=town.lan, at="2026-03-02T07:00")
    taken_up = AnswerReporter(template=AnswerTemplate.TAKEN_UP)
    town.story.given(report, taken_up, by=town.lan, at="2026-03-02T07:01")
    seen = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Cháu khỏe.", sources="Cháu, bà nội.")
    town.story.given(report, seen, by=town.son, at="2026-03-02T08:00")
    no = RejectReport(ground=RejectionGround.UNFOUNDED, decision_no="12/QĐ-UBND", truth_check="Đã đến nhà.")
    town.story.given(report, no, by=town.thang, at="2026-03-02T08:10", reason="Không đúng sự thật.")
    assert set(town.story.running(report)) == {"P18:rejected-0"}
    otherwise = AnswerReporter(template=AnswerTemplate.NOT_TAKEN_FURTHER)
    town.story.given(report, otherwise, by=town.lan, at="2026-03-02T09:00")
    assert town.story.running(report) == {}
