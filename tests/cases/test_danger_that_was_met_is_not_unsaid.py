"""Who meets a child in danger has found it: nobody unsays that a minute later."""

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.oversight.look_at_decision import Look, LookAtDecision
from domain.case.protection.check_return_home import CheckReturnHome
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Safety
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import heard
from tests.cases.watched import BEATEN, UNTRUE, WatchedTown, clocks

NO_DANGER = OverrideRisk(level=RiskLevel.MEDIUM, serious_danger=False)


def beaten_at_two() -> Town:
    town = WatchedTown().assessed(RiskLevel.MEDIUM)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    town.given(BEATEN, by=town.lan, at="2026-03-02T14:00")
    assert clocks(town, "T04") == ["visit-1"]
    assert town.now.serious_danger
    return town


def test_the_chair_overrides_no_danger_that_a_visit_saw() -> None:
    """14:00 the child says its father beat it; 14:01 the Chair: "the family has promised"."""
    town = beaten_at_two()
    town.when(NO_DANGER, by=town.thang, at="2026-03-02T14:01", reason="Gia đình đã hứa.")
    assert clocks(town, "T04") == ["visit-1"] or clocks(town, "P27")


def test_a_case_in_which_danger_was_met_is_not_untrue_one_minute_later() -> None:
    town = beaten_at_two()
    town.when(NO_DANGER, by=town.thang, at="2026-03-02T14:01", reason="Gia đình đã hứa.")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T14:02")
    assert town.now.phase is not Phase.UNFOUNDED


def test_the_worker_unsays_it_only_once_the_child_was_heard() -> None:
    """What was found by an assessment needs a child that was heard; what was found at a visit needs nothing."""
    town = beaten_at_two()
    town.when(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T14:01").refused("finding_stands")


def test_danger_at_the_return_home_stands_as_well() -> None:
    town = WatchedTown().separated(until="2026-03-03T12:00")
    safe = risk(RiskLevel.LOW, carers_safe=True, sighting=heard("Cháu muốn về nhà."))
    town.given(safe, by=town.lan, at="2026-03-02T14:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T14:10")
    town.given(RevokeSeparation(decision_no="20/QĐ-UBND"), by=town.thang, at="2026-03-02T14:20")
    beaten = CheckReturnHome(child_met=True, safety=Safety.DANGER, seen="Bố say, đánh cháu.", child_view="Cháu sợ bố.")
    town.given(beaten, by=town.lan, at="2026-03-02T18:00")
    assert clocks(town, "T04") == ["home-1"]
    low = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.when(low, by=town.thang, at="2026-03-02T18:01", reason="Bố đã hứa thôi.")
    assert clocks(town, "T04") == ["home-1"] or clocks(town, "P27")


def test_the_department_that_overturns_leaves_the_danger_of_the_visit() -> None:
    """It means to put the worker's finding back; that was before the visit, and the danger of the visit is gone."""
    town = WatchedTown().assessed(RiskLevel.MEDIUM)
    low = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.given(low, by=town.thang, at="2026-03-02T10:00", reason="Gia đình hợp tác.")
    town.given(BEATEN, by=town.lan, at="2026-03-03T08:00")
    over = LookAtDecision(look=Look.OVERTURNED, grounds="Không có tình tiết mới.")
    town.given(over, by=town.hoa, at="2026-03-03T09:00")
    assert town.now.serious_danger
    town.when(DeclineUrgentMeasure(), by=town.thang, at="2026-03-03T09:01", reason="Không cần.")
    assert "answer_to_worker_required" in town.story.last.refusals
