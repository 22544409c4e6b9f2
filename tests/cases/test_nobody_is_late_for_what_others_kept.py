"""Nobody answers for time that others let pass, nor for what could not be done; and who looks is looked at too."""

from datetime import date

import pytest

from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.report_death import ReportDeath
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.protection.request_no_contact import RequestNoContact
from domain.case.state.case import RiskLevel
from domain.case.state.plan import PlanLevel
from domain.case.state.protection import MeasureKind
from tests.cases.casefile import Person, instant
from tests.cases.plan_ground import PAPER
from tests.cases.watched import WatchedPlan, WatchedTown, clocks, named, orders, settle


def test_a_hospital_that_kept_a_death_to_itself_answers_for_that() -> None:
    town = WatchedTown().assessed()
    town.given(orders(town.clinic, "2026-03-16T00:00"), by=town.thang, at="2026-03-02T10:00")
    then = instant("2026-03-03T08:00")
    death = ReportDeath(died_at=then, known_at=then, cause="Chưa rõ.", place=PlaceOfDeath.HOME)
    line = town.given(death, by=town.huy, at="2026-03-06T08:00", late_reason="Quên báo.")
    assert [end.answers.unit.name for end in line.ends if end.code == "P13" and end.answers] == [town.clinic.name]


@pytest.mark.parametrize(("own", "due"), [(True, "2026-03-02T20:10"), (False, "2026-03-03T08:30")])
def test_what_the_police_were_asked_in_the_morning_counts_from_when_they_brought_it(own: bool, due: str) -> None:
    """Asked at ten past eight, written down at half past eight in the evening; the Chair's own people knew then."""
    town = WatchedTown().assessed()
    asked = RequestNoContact(against="Bố", grounds="Đánh con.", requested_at=instant("2026-03-02T08:10"))
    who: Person = town.lan if own else town.son
    town.given(asked, by=who, at="2026-03-02T20:30")
    assert town.running["T11:1"] == instant(due)


def test_a_measure_has_as_much_time_as_a_direction() -> None:
    town = WatchedTown().assessed()
    moment = orders(town.clinic, "2026-03-02T10:01", MeasureKind.MEDICAL)
    town.when(moment, by=town.thang, at="2026-03-02T10:00").refused("measure_too_short")


def test_no_item_is_due_on_the_day_on_which_it_is_given() -> None:
    tale = WatchedPlan().needs_set()
    item = tale.item(tale.centre, "2026-03-10")
    plan = DraftPlan(level=PlanLevel.SUPPORT, goals="Cháu được an toàn.", items=(item,))
    tale.lan_does(plan, "2026-03-06T16:00")
    tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
    tonight = ApprovePlan(decision_no="118/QĐ-UBND", starts_on=date(2026, 3, 10), ends_on=date(2026, 4, 10))
    tale.when(tonight, tale.thang, "2026-03-10T23:59").refused("item_due_too_soon")


def test_where_the_department_does_not_look_the_city_is_told_at_once() -> None:
    town = WatchedTown().assessed(RiskLevel.MEDIUM)
    town.given(VerifyTruth(findings="Đúng.", sources="Gặp cháu."), by=town.son, at="2026-03-02T09:40")
    low = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.given(low, by=town.thang, at="2026-03-02T10:00", reason="Gia đình hợp tác.")
    settle(town.story, town.case, "2026-03-04T00:01")
    assert [code for code, _ in named(town)] == ["P27"], "the first lapse of the file"
    assert clocks(town, "P30")
