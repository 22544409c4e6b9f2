"""A schoolgirl is threatened at home: from the needs meeting to a closed case, in five weeks and in time."""

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.record_visit import RecordVisit
from domain.case.plan.refuse_plan_by_carer import RefusePlanByCarer
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import ItemStatus, Path, Refuser, Safety
from domain.record.line import DutyOutcome
from domain.record.vocabulary import Role
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, STABLE, PlanStory
from tests.cases.sightings import MET, heard

CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")
VISIT = RecordVisit(safety=Safety.SAFE, seen="Cháu ở nhà bà, vui vẻ.", sighting=heard("Cháu thấy yên tâm."))


def test_a_case_goes_from_needs_to_closure_and_every_clock_is_met() -> None:
    tale = PlanStory().assessed()
    chair = (Role.COMMUNE_CHAIR, tale.an_bien.id)
    assert tale.due("P05") == "2026-03-06T00:00"
    assert tale.due("T09M:1") == "2026-03-10T00:00"
    tale.lan_does(DETAILED, "2026-03-03T15:00")
    assert tale.now.phase is Phase.DETAILED
    assert tale.due("P05") is None

    tale.thang_does(MEETING, "2026-03-04T09:00", attachments=PAPER)
    assert tale.now.phase is Phase.NEEDS_SET
    assert tale.due("T07:1") == "2026-03-12T00:00"
    assert tale.answers("T07", "1") == chair

    tale.lan_does(tale.plan(), "2026-03-06T16:00")
    tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
    assert tale.due("T07:1") is None
    assert tale.due("T08:1") == "2026-03-12T00:00"

    tale.lan_does(VISIT, "2026-03-09T16:00")
    assert tale.due("T09M:1") is None
    tale.thang_does(tale.approval(), "2026-03-10T14:00")
    assert tale.now.phase is Phase.PLAN_APPROVED
    assert tale.due("T08:1") is None
    assert tale.due("P08:1.1") == "2026-03-12T00:00"
    assert tale.due("P09:1.1") == "2026-04-01T00:00"
    assert tale.due("P09:1.2") == "2026-04-04T00:00"
    assert tale.due("T09M:2") == "2026-03-17T00:00", "as it ran before the approval"
    assert tale.due("T10:1") == "2026-04-17T00:00"
    assert tale.answers("P09", "1.1") == (Role.PROVIDER_HEAD, tale.centre.id)
    assert tale.answers("P09", "1.2") == (Role.PROVIDER_HEAD, tale.school.id)
    assert tale.answers("T10", "1") == chair

    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    tale.given(AcceptItem(item="2"), tale.tam, "2026-03-11T09:00")
    assert tale.now.phase is Phase.IN_SERVICE
    assert tale.due("P08:1.1") is None
    tale.lan_does(VISIT, "2026-03-16T10:00")
    assert tale.due("T09M:2") is None
    assert tale.due("T09M:3") == "2026-03-24T00:00"
    tale.given(tale.delivery("1", "2026-03-20", finished=False), tale.huy, "2026-03-20T17:00")
    assert tale.due("P09:1.1") == "2026-04-01T00:00", "a part delivered is not the whole"
    tale.lan_does(VISIT, "2026-03-23T10:00")
    tale.given(tale.delivery("1", "2026-03-27"), tale.huy, "2026-03-27T17:00")
    tale.lan_does(VISIT, "2026-03-30T10:00")
    tale.given(tale.delivery("2", "2026-03-30"), tale.tam, "2026-03-30T17:00")
    tale.lan_does(VISIT, "2026-04-06T10:00")
    assert {i.status for i in tale.now.plan.items} == {ItemStatus.DELIVERED}

    tale.calmed("2026-04-08T13:00", "2026-04-08T14:00")
    tale.lan_does(STABLE, "2026-04-08T15:00")
    assert tale.now.phase is Phase.UNDER_REVIEW
    assert tale.due("T10:1") is None
    assert tale.due("P11:1") == "2026-04-11T00:00"

    closed = tale.thang_does(CLOSE, "2026-04-09T09:00")
    assert tale.now.phase is Phase.CLOSED
    assert tale.file.running == {}
    assert {(e.code, e.how) for e in closed.ends} == {("P11", DutyOutcome.MET), ("T09M", DutyOutcome.NOT_REQUIRED)}


def test_a_parent_refuses_the_plan_and_the_chair_must_decide_on_separation_within_twelve_hours() -> None:
    tale = PlanStory().approved()
    court = RefusePlanByCarer(refuser=Refuser.FATHER, path=Path.COURT)
    tale.when(court, tale.lan, "2026-03-11T08:00").refused("reason_required")
    tale.lan_does(court, "2026-03-11T08:00", reason="Bố không cho cháu gặp tư vấn viên.")
    assert tale.due("T05:carer.1") is None

    apart = RefusePlanByCarer(refuser=Refuser.BOTH_PARENTS, path=Path.SEPARATION)
    tale.lan_does(apart, "2026-03-12T20:00", reason="Bố mẹ đuổi cán bộ, dọa đưa cháu đi.")
    assert tale.due("T05:carer.1") == "2026-03-13T08:00"
    assert tale.now.plan.carer_refused_at is not None


def test_what_a_visit_saw_must_be_told() -> None:
    tale = PlanStory().approved()
    blank = RecordVisit(safety=Safety.SAFE, seen="  ", sighting=MET)
    tale.when(blank, tale.lan, "2026-03-12T10:00").refused("field_required")


def test_when_the_risk_rises_the_next_visit_comes_sooner_and_never_later_when_it_falls() -> None:
    tale = PlanStory().submitted()
    tale.lan_does(VISIT, "2026-03-09T16:00")
    tale.thang_does(tale.approval(), "2026-03-10T14:00")
    assert tale.due("T09M:2") == "2026-03-17T00:00"
    tale.lan_does(
        AssessInitialRisk(level=RiskLevel.HIGH, findings="Người gây hại quay lại.", sighting=MET), "2026-03-11T10:00"
    )
    assert tale.due("T09H:2") == "2026-03-15T00:00"
    lower = AssessInitialRisk(level=RiskLevel.LOW, findings="Đã bắt giữ.", sighting=heard())
    tale.lan_does(lower, "2026-03-11T15:00")
    assert tale.due("T09L:2") is None
    tale.when(ConfirmRisk(), tale.thang, "2026-03-11T16:00").recorded()
    tale.lan_does(VISIT, "2026-03-13T10:00")
    assert [clock for clock in tale.story.running(tale.case) if clock.startswith("T09")] == ["T09L:3"]
