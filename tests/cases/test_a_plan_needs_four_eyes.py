"""Nobody approves what they drafted, closes what they reviewed, or buries a lapse they answer for."""

from dataclasses import replace
from datetime import date

from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.plan.approve_amendment import ApproveAmendment
from domain.case.plan.propose_amendment import ProposeAmendment
from domain.case.plan.record_visit import RecordVisit
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.plan import Safety
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role
from tests.cases.plan_ground import PAPER, SINCE, STABLE, PlanStory, with_a_delegation
from tests.cases.sightings import MET

CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")


def test_a_chair_who_drafted_in_the_workers_seat_leaves_approval_to_the_deputy() -> None:
    tale = with_a_delegation(PlanStory()).needs_set()
    tale.story.office(tale.an_bien, Role.PROTECTION_WORKER, "Vũ Đức Thắng", since=SINCE, seat=2)
    tale.thang_does(tale.plan(), "2026-03-06T16:00")
    tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
    tale.when(tale.approval(), tale.thang, "2026-03-10T14:00").refused("same_person")
    approved = tale.given(tale.approval(), tale.hanh, "2026-03-10T15:00")
    assert approved.by.delegation == "07/UQ"


def test_a_worker_does_not_approve() -> None:
    tale = PlanStory().submitted()
    tale.when(tale.approval(), tale.lan, "2026-03-10T14:00").refused("role_not_allowed")


def test_who_proposed_a_change_does_not_approve_it() -> None:
    tale = with_a_delegation(PlanStory()).approved()
    tale.story.office(tale.an_bien, Role.PROTECTION_WORKER, "Vũ Đức Thắng", since=SINCE, seat=2)
    more = ProposeAmendment(adds=(tale.item(tale.school, "2026-04-08"),))
    tale.thang_does(more, "2026-03-12T08:00", reason="Cháu cần học phụ đạo.")
    tale.when(ApproveAmendment(), tale.thang, "2026-03-12T09:00").refused("same_person")
    tale.given(ApproveAmendment(), tale.hanh, "2026-03-12T10:00")


def test_who_reviewed_does_not_close() -> None:
    tale = with_a_delegation(PlanStory()).served()
    tale.story.office(tale.an_bien, Role.PROTECTION_WORKER, "Vũ Đức Thắng", since=SINCE, seat=2)
    tale.calmed("2026-04-08T13:00", "2026-04-08T14:00")
    tale.thang_does(STABLE, "2026-04-08T15:00")
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("same_person")
    tale.given(CLOSE, tale.hanh, "2026-04-09T10:00")


def test_who_answers_for_a_lapse_does_not_close_the_case_nor_does_his_deputy_for_him() -> None:
    tale = with_a_delegation(PlanStory()).reviewed()
    tale.story.system(tale.case, RecordLapse(code="T09M", ref="1"), at="2026-03-10T00:01")
    tale.lan_does(RecordVisit(safety=Safety.SAFE, seen="Cháu ở nhà bà.", sighting=MET), "2026-04-08T16:00")
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("answerable_for_lapse")
    tale.when(CLOSE, tale.hanh, "2026-04-09T10:00").refused("answerable_for_lapse")


def test_a_lapse_of_the_decision_itself_does_not_bar_the_decision() -> None:
    tale = PlanStory().submitted()
    tale.story.system(tale.case, RecordLapse(code="T08", ref="1"), at="2026-03-12T00:01")
    tale.thang_does(tale.approval(), "2026-03-12T09:00")


def test_the_chair_of_another_commune_approves_nothing_here() -> None:
    tale = PlanStory().submitted()
    tale.when(tale.approval(), tale.nga, "2026-03-10T14:00").refused("outside_your_unit")


def test_an_approval_has_a_number_and_days_that_fit() -> None:
    tale = PlanStory().submitted()
    backwards = replace(tale.approval(), decision_no=" ", starts_on=date(2026, 4, 10))
    tale.when(backwards, tale.thang, "2026-03-10T14:00").refused("field_required", "plan_days_wrong")
    tale.when(tale.approval("2026-04-02"), tale.thang, "2026-03-10T14:00").refused("item_after_plan")
