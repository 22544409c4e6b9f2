"""What is in force when a child is met in danger does not protect it: the twelve hours begin."""

from dataclasses import replace

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.movement.reopen_case import ReopenCase
from domain.case.state.care import CareKind
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind
from domain.report.follow_ups import LinkReport
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.protection_ground import risk
from tests.cases.sightings import heard
from tests.cases.test_alternative_care import AUNT
from tests.cases.watched import BEATEN, CLOSE, WatchedPlan, WatchedTown, clocks, file_of, orders, tells


def test_a_child_beaten_in_the_facility_has_its_twelve_hours() -> None:
    """A placement shields from every harm without end, that of its own carers too: visit DANGER, level HIGH,
    a new report of sexual abuse with danger now: three times no T04."""
    tale = WatchedPlan().served()
    inside = replace(AUNT, kind=CareKind.FACILITY, carer_name=None, facility=tale.centre)
    tale.thang_does(inside, "2026-03-31T09:00")
    tale.lan_does(replace(BEATEN, seen="Nhân viên cơ sở đánh cháu."), "2026-04-01T10:00")
    high = AssessInitialRisk(
        level=RiskLevel.HIGH, serious_danger=True, findings="Bị đánh ở cơ sở.", sighting=heard("Chú ở đây đánh cháu.")
    )
    tale.lan_does(high, "2026-04-01T11:00")
    report = file_of("in care")
    tale.story.given(report, tells(tale.an_bien, "2026-04-01T12:00", born=2015), by=tale.lan, at="2026-04-01T12:00")
    tale.story.given(report, LinkReport(case=tale.case), by=tale.lan, at="2026-04-01T12:05")
    assert clocks(tale, "T04")


def test_a_guard_on_paper_hides_no_beating_that_it_did_not_keep_off() -> None:
    """Guard for fourteen days, ordered to a school that has nobody in office; two days later new weals; HIGH again;
    a new report. No T04 until the fourteen days are over."""
    town = WatchedTown().assessed()
    ghost = town.story.unit("HP-XX", "Trường không người", Level.PROVIDER, town.city)
    town.given(orders(ghost, "2026-03-16T00:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(BEATEN, by=town.lan, at="2026-03-04T10:00")
    town.given(risk(RiskLevel.HIGH, serious_danger=True), by=town.lan, at="2026-03-04T11:00")
    report = town.told(at="2026-03-05T08:00")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-05T08:10")
    assert clocks(town, "T04")


def test_a_placement_from_before_the_reopening_meets_nothing() -> None:
    """The placement from before the closing still shields; any order at all then "meets" T04."""
    tale = WatchedPlan().reviewed()
    tale.thang_does(AUNT, "2026-04-08T16:00")
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    fact = ReopenCase(new_fact="Dì đánh cháu.", known_at=instant("2026-05-05T08:00"))
    tale.thang_does(fact, "2026-05-05T08:00", reason="Có tình tiết mới.")
    evidence = orders(tale.centre, "2026-05-06T08:00", MeasureKind.EVIDENCE)
    tale.thang_does(evidence, "2026-05-05T08:10", reason="Giữ chứng cứ.")
    assert clocks(tale, "T04") == ["reopened-1"]


def test_a_plan_that_ended_with_the_case_is_no_ground_for_a_placement() -> None:
    """The plan ended with the closing; a month later the Chair places with an aunt "by the plan", alone, by a text."""
    tale = WatchedPlan().reviewed()
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    fact = ReopenCase(new_fact="Bố đánh cháu.", known_at=instant("2026-05-10T08:00"))
    tale.thang_does(fact, "2026-05-10T08:00", reason="Có tình tiết mới.")
    tale.when(AUNT, tale.thang, "2026-05-10T09:10")
    assert "no_ground_for_care" in tale.story.last.refusals
