"""Ways to make danger look smaller than somebody saw it, or to weigh less than was told; each leaves its clock."""

from dataclasses import replace

import pytest

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.plan.record_visit import RecordVisit
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Safety
from domain.case.state.protection import MeasureKind
from domain.record.vocabulary import Role
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.plan_ground import STABLE, PlanStory
from tests.cases.protection_ground import SINCE, Town, risk
from tests.cases.sightings import MET, heard

UNTRUE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có gì.", sources="Gặp gia đình.")
CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")


def with_news(town: Town, *, told: str, linked: str) -> Town:
    """A second report about the child, put with the case."""
    report = town.told(at=told, to=town.son)
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at=linked)
    return town


GRAVE = [
    risk(RiskLevel.HIGH),
    risk(RiskLevel.LOW, serious_danger=True),
    risk(RiskLevel.LOW, parent_is_harmer=True),
]


@pytest.mark.parametrize("found", GRAVE)
def test_what_the_worker_found_is_not_talked_away_by_the_chair_nor_by_herself_at_her_desk(
    found: AssessInitialRisk,
) -> None:
    """The Chair lowers it half an hour later and finds the case unfounded one minute after: neither is recorded."""
    town = Town().opened()
    town.given(found, by=town.lan, at="2026-03-02T09:30")
    lower = OverrideRisk(level=RiskLevel.NONE, serious_danger=False)
    town.when(lower, by=town.thang, at="2026-03-02T10:00", reason="Gia đình đã hứa.").refused("finding_stands")
    assert town.running["T04"] == instant("2026-03-02T20:00")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T10:01")
    assert "finding_stands" in town.story.last.refusals
    none = risk(RiskLevel.NONE)
    town.when(none, by=town.lan, at="2026-03-02T10:10").refused("finding_stands")
    asked = replace(none, sighting=heard("Cháu ngã xe, ở nhà vui."))
    town.given(asked, by=town.lan, at="2026-03-02T14:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T14:30")
    town.given(UNTRUE, by=town.thang, at="2026-03-02T15:00")


@pytest.mark.parametrize("found", GRAVE)
def test_another_worker_may_see_it_otherwise(found: AssessInitialRisk) -> None:
    town = Town().opened()
    other = town.story.office(town.an_bien, Role.PROTECTION_WORKER, "Tạ Bích Hường", since=SINCE, seat=2)
    town.given(found, by=town.lan, at="2026-03-02T09:30")
    town.given(risk(RiskLevel.NONE), by=other, at="2026-03-02T12:00")
    town.given(UNTRUE, by=town.thang, at="2026-03-02T15:00")


def test_a_chair_may_see_more_than_the_worker_and_a_case_that_nobody_assessed_is_not_unfounded() -> None:
    town = Town().opened()
    town.when(UNTRUE, by=town.thang, at="2026-03-02T09:00").refused("risk_not_assessed", "child_never_seen")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-02T09:30")
    graver = OverrideRisk(level=RiskLevel.HIGH, serious_danger=True)
    town.given(graver, by=town.thang, at="2026-03-02T10:00", reason="Hàng xóm kể thêm.")
    milder = OverrideRisk(level=RiskLevel.HIGH, serious_danger=False)
    town.when(milder, by=town.thang, at="2026-03-02T10:10", reason="Tôi nhầm.").refused("finding_stands")


def test_where_a_measure_is_declined_the_worker_who_saw_danger_is_answered() -> None:
    town = Town().assessed(RiskLevel.LOW, serious_danger=True)
    at, why = "2026-03-02T10:10", "Nhẹ."
    town.when(DeclineUrgentMeasure(), by=town.thang, at=at, reason=why)
    assert "answer_to_worker_required" in town.story.last.refusals


def test_a_level_that_the_chair_settles_does_not_weigh_a_report_that_came_after_it() -> None:
    town = with_news(Town().assessed(RiskLevel.LOW), told="2026-03-02T09:40", linked="2026-03-02T09:45")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    assert town.running["T04"] == instant("2026-03-02T20:00")
    decline, at = DeclineUrgentMeasure(), "2026-03-02T10:10"
    town.when(decline, by=town.thang, at=at, reason="Chỉ bị nhẹ.").refused("risk_not_assessed")
    town.when(UNTRUE, by=town.thang, at=at).refused("risk_not_assessed", "child_never_seen")
    town.given(risk(RiskLevel.LOW), by=town.lan, at="2026-03-02T11:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T11:30")
    assert not any(clock.startswith("T04") for clock in town.running)


def test_danger_seen_in_a_later_report_counts_from_its_receipt() -> None:
    """The first report was settled; the second is told at eight in the morning and weighed at three."""
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    with_news(town, told="2026-03-05T08:00", linked="2026-03-05T14:00")
    assert town.running["T04:2"] == instant("2026-03-05T20:00")
    town.given(town.measure("2026-03-06T09:00"), by=town.thang, at="2026-03-05T14:30", reason="Phòng xa.")
    town.given(CompleteUrgentMeasure(ref="1", result="Đã khám."), by=town.huy, at="2026-03-05T14:50")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-05T15:00")
    assert town.running["T04:ended-measure-1"] == instant("2026-03-05T20:00"), "twenty minutes bought no time"


def test_what_was_verified_is_not_unfounded_afterwards() -> None:
    town = Town().opened()
    town.given(VerifyTruth(findings="Đúng.", sources="Cháu và cô giáo."), by=town.son, at="2026-03-02T09:00")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T10:00").refused(
        "truth_already_verified", "risk_not_assessed", "child_never_seen"
    )


def test_a_visit_that_finds_danger_leaves_twelve_hours_to_act() -> None:
    tale = PlanStory().approved()
    seen = RecordVisit(safety=Safety.DANGER, seen="Cháu bị nhốt ngoài sân, có vết roi mới.", sighting=MET)
    tale.lan_does(seen, "2026-03-13T10:00")
    assert tale.due("T04:visit-1") == "2026-03-13T22:00"
    assert tale.now.grave
    calm = RecordVisit(safety=Safety.CONCERN, seen="Cháu lo lắng.", sighting=MET)
    tale.lan_does(calm, "2026-03-14T10:00")
    assert tale.due("T04:visit-2") is None


def test_a_review_older_than_the_last_look_at_the_danger_closes_nothing() -> None:
    tale = PlanStory().reviewed()
    tale.lan_does(
        AssessInitialRisk(level=RiskLevel.HIGH, findings="Người gây hại trở về.", sighting=MET), "2026-04-08T16:00"
    )
    tale.when(CLOSE, tale.thang, "2026-04-08T17:00").refused(
        "review_required", "danger_not_over", "urgent_measure_open"
    )
    guard = MeasureWanted(kind=MeasureKind.GUARD, executor=tale.an_bien, until=instant("2026-04-20T00:00"))
    tale.thang_does(OrderUrgentMeasure(decision_no="14/QĐ-UBND", measures=(guard,)), "2026-04-08T17:10")
    tale.lan_does(CompleteUrgentMeasure(ref="1", result="Đã xong."), "2026-04-09T08:00")
    tale.when(CLOSE, tale.thang, "2026-04-09T08:30").refused(
        "review_required", "danger_not_over", "urgent_measure_open"
    )
    home = AssessInitialRisk(level=RiskLevel.LOW, findings="Người gây hại đã đi.", sighting=heard())
    tale.lan_does(home, "2026-04-09T08:40")
    tale.lan_does(STABLE, "2026-04-09T08:45")
    tale.when(CLOSE, tale.thang, "2026-04-09T08:46").refused("danger_not_over", "urgent_measure_open")
    tale.thang_does(ConfirmRisk(), "2026-04-09T08:50")
    again = AssessInitialRisk(level=RiskLevel.LOW, findings="Như trước.", sighting=heard())
    tale.lan_does(again, "2026-04-09T08:55")
    tale.thang_does(ConfirmRisk(), "2026-04-09T08:58")
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("review_required")
    tale.lan_does(STABLE, "2026-04-09T10:00")
    tale.thang_does(CLOSE, "2026-04-09T11:00")


def test_danger_seen_at_a_visit_keeps_the_case_open() -> None:
    tale = PlanStory().reviewed()
    tale.lan_does(RecordVisit(safety=Safety.DANGER, seen="Cháu bị đe dọa.", sighting=MET), "2026-04-08T16:00")
    tale.when(CLOSE, tale.thang, "2026-04-08T17:00").refused(
        "review_required", "danger_not_over", "urgent_measure_open"
    )


def test_a_measure_of_long_ago_does_not_stand_in_for_one_that_failed_now() -> None:
    town = Town().assessed()
    town.given(town.measure("2026-03-03T08:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(CompleteUrgentMeasure(ref="1", result="Đã khám."), by=town.huy, at="2026-03-02T12:00")
    town.given(risk(RiskLevel.LOW, sighting=heard()), by=town.lan, at="2026-03-02T15:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T15:30")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-05-02T09:00")
    town.given(town.measure("2026-05-03T08:00"), by=town.thang, at="2026-05-02T10:00")
    town.given(FailUrgentMeasure(ref="2", result="Không gặp được cháu."), by=town.huy, at="2026-05-02T12:00")
    assert town.running["T04:failed-2"] == instant("2026-05-02T21:00")


def test_a_visit_that_finds_danger_is_followed_by_one_within_three_days() -> None:
    """At medium risk visits are due every seven days; after danger was seen, every three, whatever the level says."""
    tale = PlanStory().approved()
    tale.lan_does(RecordVisit(safety=Safety.CONCERN, seen="Cháu ít nói, còn sợ.", sighting=MET), "2026-03-12T09:00")
    assert tale.due("T09M:2") == "2026-03-20T00:00"
    tale.lan_does(RecordVisit(safety=Safety.DANGER, seen="Cháu bị nhốt ngoài sân.", sighting=MET), "2026-03-13T09:00")
    assert tale.now.level is RiskLevel.MEDIUM
    assert (tale.due("T09H:3"), tale.due("T09M:3")) == ("2026-03-17T00:00", None)
