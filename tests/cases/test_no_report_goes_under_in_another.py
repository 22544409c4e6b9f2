"""A report is laid aside only once somebody found it untrue, and goes under in no file of another child."""

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.intake.open_case import OpenCase
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.vocabulary import case_id
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport
from domain.report.follow_ups import LinkReport
from domain.report.reject_report import RejectReport
from domain.report.state import CheckOutcome, RejectionGround
from tests.cases.protection_ground import risk
from tests.cases.watched import WatchedTown, clocks, file_of, orders, tells

UNFOUNDED = RejectReport(
    ground=RejectionGround.UNFOUNDED, decision_no="12/QĐ-UBND", truth_check="Tôi đã hỏi gia đình, không có gì."
)
TRUE = CheckReport(outcome=CheckOutcome.TRUE, findings="Đúng. Cháu có vết thương, cần cấp cứu.", sources="Gặp cháu.")


def test_a_duplicate_is_of_the_same_place_and_of_a_child_as_old() -> None:
    """Chair alone, one minute: a girl of 8, sexual abuse, danger now = "duplicate" of a boy of 14 out of school in
    Kiến An. Then the boy's report becomes a case: the girl's never wakes, and her harm is nowhere."""
    town, boy, girl = WatchedTown(), file_of("boy"), file_of("girl")
    story = town.story
    out_of_school = tells(town.kien_an, "2026-03-02T07:00", HarmKind.NEGLECT, danger=False, name="Lê Văn C", born=2012)
    story.given(boy, out_of_school, by=town.mo, at="2026-03-02T07:00")
    story.given(girl, tells(town.an_bien, "2026-03-02T08:00"), by=town.lan, at="2026-03-02T08:00")
    twice = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="12/QĐ-UBND", duplicate_of=boy)
    story.when(girl, twice, by=town.thang, at="2026-03-02T08:01", reason="Trùng tin báo.")
    assert story.last.refusals == ("duplicate_of_another",)


def test_a_check_that_found_it_true_opens_no_way_to_reject_it() -> None:
    """A check has no outcome: what the police wrote is not asked, only that they wrote."""
    town = WatchedTown()
    report = town.told(at="2026-03-02T08:00")
    town.story.given(report, TRUE, by=town.son, at="2026-03-02T08:20")
    town.story.when(report, UNFOUNDED, by=town.thang, at="2026-03-02T08:21", reason="Không đúng sự thật.")
    assert town.story.last.refusals == ("check_by_another_required",)


def test_no_more_does_it_let_the_worker_make_it_small() -> None:
    town = WatchedTown()
    report = file_of("small")
    story = town.story
    story.given(report, tells(town.an_bien, "2026-03-02T08:00"), by=town.lan, at="2026-03-02T08:00")
    story.given(report, TRUE, by=town.son, at="2026-03-02T08:20")
    less = CorrectReport(corrects=1, harm_kinds=(HarmKind.NEGLECT,), danger_now=False)
    story.when(report, less, by=town.lan, at="2026-03-02T08:21", reason="Ghi nhầm.")
    assert story.last.refusals == ("correction_not_checked",)


@pytest.mark.parametrize(
    "harm", [HarmKind.ABANDONMENT, HarmKind.CHILD_MARRIAGE, HarmKind.SCHOOL_VIOLENCE, HarmKind.EXPLOITATION_LABOUR]
)
def test_nobody_rejects_alone_whatever_the_harm(harm: HarmKind) -> None:
    """A hospital tells of a baby of two months that was left there: rejected one minute later, nobody looked."""
    town, report = WatchedTown(), file_of("baby")
    told = tells(town.an_bien, "2026-03-02T07:00", harm, danger=False, born=2026)
    town.story.given(report, told, by=town.huy, at="2026-03-02T07:00")
    town.story.when(report, UNFOUNDED, by=town.thang, at="2026-03-02T07:01", reason="Không đúng sự thật.")
    assert town.story.last.refusals == ("check_by_another_required",)


def test_a_report_is_not_linked_to_the_case_of_a_child_of_another_age() -> None:
    """A girl of four; the case is that of a boy of eleven, where a guard is ordered."""
    town = WatchedTown().assessed()
    town.given(orders(town.an_bien, "2026-03-16T00:00"), by=town.thang, at="2026-03-02T10:00")
    girl = file_of("girl of four")
    told = tells(town.an_bien, "2026-03-02T11:00", born=2022)
    town.story.given(girl, told, by=town.lan, at="2026-03-02T11:00")
    town.story.when(girl, LinkReport(case=town.case), by=town.lan, at="2026-03-02T11:01")
    assert town.story.last.refusals == ("case_of_another_child",)


def test_kinds_of_harm_grow_by_joining_and_the_new_one_is_weighed_as_itself() -> None:
    """Sexual abuse joins a case of neglect with a medical measure in force: that keeps off neglect alone."""
    town = WatchedTown()
    first, second = file_of("hungry"), file_of("abused")
    town.case = case_id(first)
    hungry = tells(town.an_bien, "2026-03-02T08:00", HarmKind.NEGLECT, danger=False)
    town.story.given(first, hungry, by=town.lan, at="2026-03-02T08:00")
    town.given(OpenCase(report=first, place=town.an_bien), by=town.lan, at="2026-03-02T08:30")
    town.given(risk(RiskLevel.MEDIUM), by=town.lan, at="2026-03-02T09:30")
    medical = orders(town.clinic, "2026-03-16T00:00", MeasureKind.MEDICAL)
    town.given(medical, by=town.thang, at="2026-03-02T10:00", reason="Suy dinh dưỡng.")
    town.story.given(second, tells(town.an_bien, "2026-03-05T08:00"), by=town.lan, at="2026-03-05T08:00")
    town.story.given(second, LinkReport(case=town.case), by=town.lan, at="2026-03-05T08:01")
    assert town.now.harm_kinds == (HarmKind.NEGLECT, HarmKind.SEXUAL_ABUSE)
    assert clocks(town, "T04") == ["2"]


def test_what_was_told_after_the_child_was_met_is_not_weighed_by_that_meeting() -> None:
    """News of 09:40; at eleven the worker dates an assessment at 09:35."""
    town = WatchedTown().assessed(RiskLevel.LOW)
    report = town.told(at="2026-03-02T09:40")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-02T09:45")
    before = {"occurred_at": "2026-03-02T09:35"}
    town.given(risk(RiskLevel.LOW), by=town.lan, at="2026-03-02T11:00", **before)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T11:01")
    assert clocks(town, "T03") == ["2"]
    assert clocks(town, "T04")
