"""Whatever took a child from home ends: the fifteen days go on counting, and somebody looks how it is at home."""

from typing import Any

from domain.case.care.end_alternative_care import EndAlternativeCare
from domain.case.care.place_in_alternative_care import PlaceInAlternativeCare
from domain.case.protection.check_return_home import CheckReturnHome
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.protection.expire_separation import ExpireSeparation
from domain.case.protection.expire_urgent_measure import ExpireUrgentMeasure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.state.care import CareEnd, CareGround, CareKind
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Safety
from domain.case.state.protection import MeasureKind, SeparationGround
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import heard

REVOKE = RevokeSeparation(decision_no="18/QĐ-UBND")


def at_home(safety: Safety = Safety.SAFE, **more: Any) -> CheckReturnHome:
    told: dict[str, Any] = {"child_met": True, "seen": "Cháu ở nhà với mẹ.", "child_view": "Cháu vui."}
    return CheckReturnHome(safety=safety, **(told | more))


def given_back(**found: Any) -> Town:
    """Separated at eleven on 2 March, given back at eleven on the 8th, the carers having been found safe."""
    town = Town().separated()
    home = risk(RiskLevel.LOW, heard("Cháu muốn về nhà với mẹ."), carers_safe=True, **found)
    town.given(home, by=town.lan, at="2026-03-08T10:00")
    town.given(REVOKE, by=town.thang, at="2026-03-08T11:00")
    return town


def test_a_child_given_back_is_seen_at_home_within_a_day() -> None:
    town = given_back()
    assert town.running["P32:ended-separation-1"] == instant("2026-03-09T11:00")
    assert town.file.running["P32", "ended-separation-1"].answers.role is Role.COMMUNE_CHAIR
    assert not any(clock.startswith("T04") for clock in town.running), "no danger stands"
    town.when(at_home(child_met=False), by=town.lan, at="2026-03-08T15:00").refused("child_not_met")
    town.when(at_home(child_view=None), by=town.lan, at="2026-03-08T15:00").refused("child_view_missing")
    before = {"occurred_at": "2026-03-08T10:30"}
    town.when(at_home(), by=town.lan, at="2026-03-08T15:00", **before).refused("no_return_to_check")
    town.given(at_home(), by=town.lan, at="2026-03-08T15:00")
    assert "P32:ended-separation-1" not in town.running
    town.when(at_home(), by=town.lan, at="2026-03-08T16:00").refused("no_return_to_check")


def test_danger_found_at_home_leaves_twelve_hours() -> None:
    town = given_back()
    town.given(at_home(Safety.DANGER), by=town.lan, at="2026-03-08T15:00")
    assert town.running["T04:home-1"] == instant("2026-03-09T03:00")
    assert town.now.grave


def test_given_back_while_the_danger_stands_twelve_hours_begin_as_well() -> None:
    town = given_back(serious_danger=True)
    assert town.running["T04:ended-separation-1"] == instant("2026-03-08T23:00")
    assert "P32:ended-separation-1" in town.running
    town.given(town.separation("2026-03-12T00:00"), by=town.thang, at="2026-03-08T12:00")
    assert not [c for c in town.running if c.startswith(("T04", "P32"))]


def test_a_separation_that_runs_out_sends_the_child_home_into_the_danger() -> None:
    town = Town().separated(until="2026-03-06T00:00")
    town.system(ExpireSeparation(), at="2026-03-06T00:00")
    assert town.running["T04:ended-separation-1"] == instant("2026-03-06T12:00")
    assert town.running["P32:ended-separation-1"] == instant("2026-03-07T00:00")


def test_a_child_that_leaves_alternative_care_for_home_is_seen_there() -> None:
    town = Town().separated(until="2026-03-06T00:00")
    place = PlaceInAlternativeCare(
        kind=CareKind.RELATIVES,
        ground=CareGround.WITH_SEPARATION,
        decision_no="17/QĐ-UBND",
        carer_check="Đã xác minh nơi ở và lý lịch.",
        carer_name="Bà ngoại",
        child_view="Cháu muốn ở với bà.",
    )
    town.given(place, by=town.thang, at="2026-03-03T09:00")
    town.system(ExpireSeparation(), at="2026-03-06T00:00")
    assert not [c for c in town.running if c.startswith(("T04", "P32"))], "it is with its grandmother still"
    town.given(
        EndAlternativeCare(ground=CareEnd.RETURNED_HOME),
        by=town.thang,
        at="2026-03-10T09:00",
        reason="Gia đình đã an toàn, cháu muốn về nhà.",
    )
    assert town.running["T04:ended-care-1"] == instant("2026-03-10T21:00")
    assert town.running["P32:ended-care-1"] == instant("2026-03-11T09:00")


# -- a separation by another name --------------------


def test_a_shelter_asks_what_a_separation_asks() -> None:
    town = Town(born=None).assessed(RiskLevel.HIGH)
    shelter, at = MeasureKind.SHELTER, "2026-03-02T10:00"
    bare = town.measure("2026-03-05T09:00", shelter, carer_name=None, placement=" ", child_view=None)
    town.when(bare, by=town.thang, at=at).refused("child_age_unknown", "field_required", "field_required")
    silent = town.measure("2026-03-05T09:00", shelter, child_view=None, child_birth_year=2015)
    town.when(silent, by=town.thang, at=at).refused("child_view_required")
    guard = town.measure("2026-03-05T09:00", MeasureKind.GUARD, child_view=None)
    town.given(guard, by=town.thang, at=at)
    line = town.given(town.measure("2026-03-05T09:00", shelter, child_birth_year=2015), by=town.thang, at=at)
    assert (line.event.carer_name.text, line.event.child_birth_year) == ("Bà ngoại của cháu", 2015)


def test_a_shelter_that_ends_by_discharge_or_by_time_sends_the_child_home() -> None:
    for by_time in (True, False):
        town = Town().assessed(RiskLevel.HIGH)
        town.given(town.measure("2026-03-05T09:00", MeasureKind.SHELTER), by=town.thang, at="2026-03-02T10:00")
        if by_time:
            town.system(ExpireUrgentMeasure(), at="2026-03-05T09:00")
        else:
            done = CompleteUrgentMeasure(ref="1", result="Cháu đã về nhà.")
            town.given(done, by=town.huy, at="2026-03-05T09:00")
        assert town.running["T04:ended-measure-1"] == instant("2026-03-05T21:00")
        assert town.running["P32:ended-measure-1"] == instant("2026-03-06T09:00")
        town.given(town.measure("2026-03-07T09:00", MeasureKind.SHELTER), by=town.thang, at="2026-03-05T10:00")
        assert not [c for c in town.running if c.startswith(("T04", "P32"))]


def test_a_guard_that_ends_sends_nobody_home() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(CompleteUrgentMeasure(ref="1", result="Xong."), by=town.huy, at="2026-03-05T08:00")
    assert not [c for c in town.running if c.startswith("P32")]


# -- fifteen days --------------------


def test_ordered_again_ten_minutes_later_it_is_the_same_fifteen_days() -> None:
    """Six days are gone; of the same danger nine are left, whatever the carers were called meanwhile."""
    town = given_back()
    at = "2026-03-08T11:10"
    town.when(town.separation("2026-03-18T00:01"), by=town.thang, at=at).refused("separation_too_long")
    town.given(town.separation("2026-03-17T00:00"), by=town.thang, at=at)
    assert town.running["T06:2"] == instant("2026-03-18T00:00")


def test_days_at_home_between_two_separations_are_not_days_apart() -> None:
    town = given_back()
    town.given(town.separation("2026-04-10T00:00"), by=town.thang, at="2026-04-01T11:00")
    assert town.running["T06:2"] == instant("2026-04-11T00:00"), "nine days are left of the fifteen"


def test_days_in_a_shelter_are_days_apart() -> None:
    town = Town().assessed(RiskLevel.HIGH, parent_is_harmer=True)
    both = town.measure("2026-03-12T10:00", MeasureKind.SHELTER, MeasureKind.GUARD)
    town.given(both, by=town.thang, at="2026-03-02T10:00")
    town.given(town.separation("2026-03-14T00:00"), by=town.thang, at="2026-03-10T10:00")
    town.given(CompleteUrgentMeasure(ref="1", result="Chuyển về bà."), by=town.huy, at="2026-03-11T10:00")
    assert not [c for c in town.running if c.startswith("P32")], "it is with its grandmother"
    assert town.running["T06:1"] == instant("2026-03-18T00:00"), "counted from the day it came to the shelter"
    failed = FailUrgentMeasure(ref="2", result="Không có người.")
    town.given(failed, by=town.huy, at="2026-03-11T11:00")
    town.system(ExpireSeparation(), at="2026-03-14T00:00")
    more = town.measure("2026-03-18T00:01", MeasureKind.SHELTER)
    town.when(more, by=town.thang, at="2026-03-14T00:00").refused("measure_too_long")


def test_a_shelter_that_never_came_about_counts_for_nothing() -> None:
    town = Town().assessed(RiskLevel.HIGH, parent_is_harmer=True)
    town.given(town.measure("2026-03-12T10:00", MeasureKind.SHELTER), by=town.thang, at="2026-03-02T10:00")
    town.given(FailUrgentMeasure(ref="1", result="Hết chỗ."), by=town.huy, at="2026-03-05T10:00")
    town.given(town.separation("2026-03-14T00:00"), by=town.thang, at="2026-03-05T11:00")
    assert town.running["T06:1"] == instant("2026-03-21T00:00")


def test_new_harm_after_the_return_with_its_own_assessment_has_fifteen_days_of_its_own() -> None:
    town = given_back()
    longest = town.separation("2026-03-25T00:00")
    report = town.told(at="2026-03-10T08:00")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-10T08:30")
    town.when(longest, by=town.thang, at="2026-03-10T09:00").refused("separation_too_long")
    town.given(risk(RiskLevel.MEDIUM), by=town.lan, at="2026-03-10T09:30")
    town.when(longest, by=town.thang, at="2026-03-10T10:00").refused("separation_too_long")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-10T10:30")
    town.given(longest, by=town.thang, at="2026-03-10T11:00")
    assert town.running["T06:2"] == instant("2026-03-26T00:00")


def test_news_while_the_child_is_apart_is_no_new_harm() -> None:
    town = Town().separated()
    report = town.told(at="2026-03-05T08:00")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-05T08:30")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-05T09:30")
    town.system(ExpireSeparation(), at="2026-03-12T00:00")
    again = town.separation("2026-03-25T00:00")
    town.when(again, by=town.thang, at="2026-03-12T08:00").refused("separation_too_long")


# -- on what it rests --------------------


def test_a_separation_rests_on_an_assessment_that_the_line_names() -> None:
    town = Town().opened()
    order = town.separation("2026-03-12T00:00")
    town.when(order, by=town.thang, at="2026-03-02T09:00").refused("risk_not_assessed")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-02T09:30")
    line = town.given(order, by=town.thang, at="2026-03-02T10:00")
    assert (line.event.ground, line.event.assessment) == (SeparationGround.CARER_HARMS, 1)
    assert town.now.protection.separations[0].assessment == 1


def test_an_urgent_measure_has_the_number_of_its_decision() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    unnumbered = town.measure("2026-03-05T09:00", decision_no=" ")
    town.when(unnumbered, by=town.thang, at="2026-03-02T10:00").refused("field_required")
    line = town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-02T10:00")
    assert (line.event.decision_no, line.by.name) == ("14/QĐ-UBND", "Vũ Đức Thắng")


# -- a decision that is overdue stands for no later one --------------------


def test_an_overdue_decision_on_a_separation_stands_for_none_that_is_proposed_later() -> None:
    town = Town().assessed(RiskLevel.HIGH, parent_is_harmer=True)
    town.given(town.measure("2026-03-10T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.system(RecordLapse(code="T05", ref=""), at="2026-03-02T20:01")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-09T09:00")
    assert town.running["T05:2"] == instant("2026-03-09T21:00")
    town.given(DeclineSeparation(), by=town.thang, at="2026-03-09T10:00", reason="Bố đã bị tạm giam.")
    assert not [c for c in town.running if c.startswith("T05")]
