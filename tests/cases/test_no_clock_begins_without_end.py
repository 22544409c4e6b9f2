"""A clock is not begun again and again so that it never runs out, and no word alone ends it."""

from dataclasses import replace

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.oversight.look_at_decision import Look, LookAtDecision
from domain.case.oversight.look_into_lapses import LookIntoLapses, Step
from domain.case.protection.cancel_no_contact import CancelNoContact
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.protection.order_no_contact import OrderNoContact
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.seeing.end_tracing import EndTracing
from domain.case.seeing.record_attempted_visit import RecordAttemptedVisit
from domain.case.state.care import CareKind
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind
from domain.case.state.sighting import TraceEnd, Visitor, WhyNotMet
from domain.record.vocabulary import Role
from tests.cases.casefile import instant
from tests.cases.plan_ground import SINCE
from tests.cases.protection_ground import risk
from tests.cases.sightings import heard
from tests.cases.test_alternative_care import AUNT, SEEN
from tests.cases.watched import WatchedPlan, WatchedTown, clocks, orders, settle

TURNS = (
    ("02T19:59", "02T20:00", "03T20:01"),
    ("03T07:59", "03T08:00", "04T08:01"),
    ("03T19:59", "03T20:00", "04T20:01"),
    ("04T07:59", "04T08:00", "05T08:01"),
)
"""Ordered a minute before the twelve hours are over, and over a minute later."""
OVERTURN = LookAtDecision(look=Look.OVERTURNED, grounds="Không có tình tiết mới.")


def test_a_guard_of_one_minute_buys_no_twelve_hours() -> None:
    """fail_urgent_measure keeps the origin and counts; complete_urgent_measure does neither. HIGH from 2 March on; the
    child is guarded four minutes in two days; no T04 ever lapses."""
    town = WatchedTown().assessed()
    town.given(VerifyTruth(findings="Đúng.", sources="Gặp cháu."), by=town.son, at="2026-03-02T09:40")
    for n, (ordered, over, until) in enumerate(TURNS, 1):
        town.given(orders(town.an_bien, f"2026-03-{until}", no=f"{n}"), by=town.thang, at=f"2026-03-{ordered}")
        town.given(CompleteUrgentMeasure(ref=str(n), result="Đã xong."), by=town.lan, at=f"2026-03-{over}")
    assert "T04" in {each.code for each in town.file.lapses}


def test_no_more_does_an_order_of_no_contact_that_is_cancelled_at_once() -> None:
    town = WatchedTown().assessed()
    for n, (ordered, over, until) in enumerate(TURNS, 1):
        end = instant(f"2026-03-{until}")
        away = OrderNoContact(against="Bố", until=end, decision_no=f"{n}/QĐ-UBND", threat_to_life=True)
        town.given(away, by=town.thang, at=f"2026-03-{ordered}", reason="Bố đe dọa.")
        town.given(CancelNoContact(), by=town.thang, at=f"2026-03-{over}", reason="Gia đình xin lại.")
    assert "T04" in {each.code for each in town.file.lapses}


def test_what_the_department_overturned_is_decided_again_only_after_a_new_assessment() -> None:
    """Serious danger found; T04 declined a minute before it is due; overturned: twelve new hours; declined again ..."""
    town = WatchedTown().assessed(RiskLevel.LOW, serious_danger=True)
    decline = DeclineUrgentMeasure(answer_to_worker="Bố đã đi làm xa.")
    town.given(decline, by=town.thang, at="2026-03-02T19:59", reason="Không còn nguy hiểm.")
    town.given(OVERTURN, by=town.hoa, at="2026-03-03T08:00")
    again = town.when(decline, by=town.thang, at="2026-03-03T19:59", reason="Không còn nguy hiểm.")
    again.refused("overturned")
    less = OverrideRisk(level=RiskLevel.NONE, serious_danger=False)
    town.when(less, by=town.thang, at="2026-03-03T19:59", reason="Không còn nguy hiểm.")
    assert "overturned" in town.story.last.refusals


def test_so_with_a_separation_that_was_declined() -> None:
    town = WatchedTown().assessed(RiskLevel.MEDIUM, parent_is_harmer=True)
    town.given(DeclineSeparation(), by=town.thang, at="2026-03-02T19:59", reason="Ông bà cùng ở.")
    town.given(OVERTURN, by=town.hoa, at="2026-03-03T08:00")
    again = town.when(DeclineSeparation(), by=town.thang, at="2026-03-03T19:59", reason="Ông bà cùng ở.")
    again.refused("overturned")


def test_a_child_said_to_be_somewhere_is_still_to_be_met() -> None:
    """ "Said to be in Kiến An": P26 is met one minute before it is due, without paper, without the child being met,
    without a duty to transfer; what was missed counts from nothing. Two more misses, three more days."""
    tale = WatchedPlan().approved()
    son = tale.story.office(tale.an_bien, Role.COMMUNE_POLICE_HEAD, "Trần Hồng Sơn", since=SINCE)
    gone = RecordAttemptedVisit(why=WhyNotMet.MOVED, announced=False, seen="Nhà trống.", went=(Visitor.WORKER,))
    tale.lan_does(gone, "2026-03-11T09:00")
    found = EndTracing(outcome=TraceEnd.FOUND, findings="Nghe nói ở Kiến An.", found_in=tale.kien_an)
    tale.when(found, son, "2026-03-14T23:59")
    assert clocks(tale, "P26")


def test_a_shelter_of_one_minute_puts_no_look_at_home_off() -> None:
    town = WatchedTown().separated(until="2026-03-03T12:00")
    safe = risk(RiskLevel.LOW, carers_safe=True, sighting=heard("Cháu muốn về nhà."))
    town.given(safe, by=town.lan, at="2026-03-02T14:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T14:10")
    town.given(RevokeSeparation(decision_no="20/QĐ-UBND"), by=town.thang, at="2026-03-02T14:20")
    for n, day in enumerate((3, 4), 1):
        shelter = town.measure(f"2026-03-0{day}T16:30", MeasureKind.SHELTER)
        town.given(shelter, by=town.thang, at=f"2026-03-0{day}T14:18", reason="Phòng xa.")
        town.given(CompleteUrgentMeasure(ref=str(n), result="Về."), by=town.huy, at=f"2026-03-0{day}T14:19")
    assert "P32" in {each.code for each in town.file.lapses}


def test_a_facility_that_tells_of_itself_has_not_been_monitored() -> None:
    """P14 (first look after thirty days) is met at once, by who is looked at; the next one is in six months."""
    tale = WatchedPlan().served()
    inside = replace(AUNT, carer_name=None, facility=tale.centre, kind=CareKind.FACILITY)
    tale.thang_does(inside, "2026-03-31T09:00")
    tale.when(SEEN, tale.huy, "2026-03-31T09:01")
    assert clocks(tale, "P14") == ["1"]


def test_a_direction_has_a_longest_term() -> None:
    """T03 and T04 lapsed; "directed in writing" is a direction with ten years to go. P30 is met."""
    town = WatchedTown().opened()
    settle(town.story, town.case, "2026-03-02T20:01")
    order = IssueDirection(content="Khắc phục.", due_at=instant("2036-03-02T14:00"))
    town.when(order, by=town.hoa, at="2026-03-04T10:00").refused("direction_too_long")
    town.when(LookIntoLapses(step=Step.DIRECTED, found="Đã chỉ đạo."), by=town.hoa, at="2026-03-04T10:01")
    assert clocks(town, "P30")
