"""A case closes only when nothing stands in the way, and a refusal names all that does."""

from dataclasses import replace

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.reopen_case import ReopenCase
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_separation import OrderSeparation
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Stability
from domain.case.state.protection import MeasureKind, SeparationGround
from domain.record.vocabulary import Role
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, SINCE, STABLE, PlanStory
from tests.cases.sightings import UNHEARD

CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")
APART = OrderSeparation(
    ground=SeparationGround.HARM_LIKELY_AGAIN,
    until=instant("2026-04-15T00:00"),
    decision_no="130/QĐ-UBND",
    carer_name="Bà Nguyễn Thị Sáu",
    placement="Nhà bà ngoại, tổ 4.",
    child_view="Cháu muốn ở với bà.",
)


def test_every_hindrance_is_named_at_once() -> None:
    tale = PlanStory().approved()
    guard = MeasureWanted(kind=MeasureKind.GUARD, executor=tale.centre, until=instant("2026-04-20T00:00"))
    tale.thang_does(
        OrderUrgentMeasure(measures=(guard,), decision_no="129/QĐ-UBND"),
        "2026-04-07T09:00",
        reason="Người gây hại quay lại.",
    )
    tale.thang_does(APART, "2026-04-07T09:10")
    bad = replace(STABLE, risk_left=True, mind=Stability.UNSTABLE, sighting=UNHEARD)
    tale.lan_does(bad, "2026-04-10T15:00")
    tale.when(replace(CLOSE, grounds=""), tale.thang, "2026-04-11T09:00").refused(
        "field_required",
        "risk_left",
        "not_stable",
        "danger_not_over",
        "items_open",
        "child_view_missing",
        "urgent_measure_open",
        "separation_active",
    )


def test_a_child_of_seven_is_heard_and_a_younger_one_need_not_be() -> None:
    silent = replace(STABLE, sighting=UNHEARD)
    tale = PlanStory(child_birth_year=2019).reviewed(silent)
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("child_view_missing")
    tale = PlanStory(child_birth_year=2021).reviewed(silent)
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    tale = PlanStory(child_birth_year=None).reviewed(silent)
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("child_view_missing")


def test_a_case_is_reviewed_before_it_closes() -> None:
    tale = PlanStory().served()
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused(
        "review_required", "danger_not_over", "child_not_seen", "child_view_missing"
    )


def test_a_direction_from_above_is_answered_before_the_case_closes() -> None:
    tale = PlanStory().reviewed()
    health = tale.story.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, tale.city)
    mai = tale.story.office(health, Role.HEALTH_DEPARTMENT_OFFICER, "Bùi Ngọc Mai", since=SINCE)
    direction = IssueDirection(content="Thăm lại cháu trước khi kết thúc.", due_at=instant("2026-04-12T00:00"))
    tale.given(direction, mai, "2026-04-08T16:00")
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("direction_open")


def test_a_young_person_of_sixteen_is_handed_over() -> None:
    tale = PlanStory(child_birth_year=2009).approved()
    aged = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.AGED_OUT, grounds="Cháu đã đủ 16 tuổi.")
    tale.when(aged, tale.thang, "2026-03-20T09:00").refused("handover_required")
    handed = replace(aged, handover="Trung tâm Công tác xã hội tiếp tục hỗ trợ.")
    tale.thang_does(handed, "2026-03-20T09:10")
    assert tale.now.phase is Phase.CLOSED
    for born in (2010, 2015):  # who was born in 2010 may still be fifteen
        younger = PlanStory(child_birth_year=born).approved()
        younger.when(handed, younger.thang, "2026-03-20T09:00").refused("not_of_age")


def test_a_reopened_case_begins_a_new_round_with_clocks_of_its_own() -> None:
    tale = PlanStory().reviewed()
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    news = ReopenCase(new_fact="Cô giáo thấy vết bầm mới.", known_at=instant("2026-06-01T08:00"))
    tale.thang_does(news, "2026-06-01T08:30", reason="Có tình tiết mới.")
    again = AssessInitialRisk(level=RiskLevel.MEDIUM, findings="Vết bầm ở tay.", sighting=UNHEARD)
    tale.lan_does(again, "2026-06-01T10:00")
    tale.lan_does(DETAILED, "2026-06-02T10:00")
    tale.thang_does(MEETING, "2026-06-03T09:00", attachments=PAPER)
    assert tale.now.plan.round == 2
    assert tale.due("T07:2") == "2026-06-11T00:00"
    tale.when(SubmitPlan(), tale.lan, "2026-06-03T10:00").refused("phase_not_allowed", "draft_decision_missing")


def test_a_body_that_was_asked_is_waited_for_and_what_it_answers_is_reviewed() -> None:
    tale = PlanStory().reviewed()
    asked = RequestInformation(from_body=tale.centre, question="Có thương tích không?")
    tale.lan_does(asked, "2026-04-08T16:00")
    tale.when(CLOSE, tale.thang, "2026-04-08T16:01").refused("information_open")
    tale.given(ProvideInformation(ref="1", answer="Gãy ba xương sườn."), tale.huy, "2026-04-08T16:02")
    tale.when(CLOSE, tale.thang, "2026-04-08T16:03").refused("review_required")
