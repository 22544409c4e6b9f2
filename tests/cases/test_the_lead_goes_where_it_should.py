"""A case is handed on or put together only so that exactly one commune goes on answering for it."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case.follow_ups import AbsorbCase
from domain.case.intake.open_case import OpenCase
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.refuse_transfer import RefuseTransfer
from domain.case.movement.suspend_case import SuspendCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.plan.return_plan import ReturnPlan
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.protection.request_no_contact import RequestNoContact
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, UnitRef, case_id, office_id
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.plan_ground import PAPER, PlanStory
from tests.cases.protection_ground import SINCE, Town
from tests.cases.test_a_plan_goes_to_the_place_of_residence import submitted_at_the_place

SAME = "Cùng một trẻ."


def answers_at(town: Town, code: str, at: str) -> UnitRef:
    """Which commune a lapse on the case names."""
    return town.system(RecordLapse(code=code), at=at).event.answers.unit


def test_a_case_is_offered_to_a_commune_only() -> None:
    town = Town().opened()
    town.when(TransferLead(decision_no="33/QĐ", to_unit=town.clinic), by=town.thang, at="2026-03-02T09:00").refused(
        "lead_no_commune"
    )


def test_an_offer_that_nobody_answered_does_not_let_the_place_approve() -> None:
    tale = submitted_at_the_place()
    tale.thang_does(TransferLead(decision_no="33/QĐ", to_unit=tale.kien_an), "2026-03-10T08:10")
    tale.when(tale.approval(), tale.thang, "2026-03-10T09:00").refused("transfer_first")
    tale.given(RefuseTransfer(), tale.nga, "2026-03-10T10:00", reason="Gia đình chỉ tạm trú.")
    tale.when(tale.approval(), tale.thang, "2026-03-10T10:10").refused("transfer_first")
    hoa = tale.story.office(tale.city, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Thị Hòa", since=SINCE)
    settled = IssueDirection(content="An Biên chủ trì.", due_at=instant("2026-03-12T00:00"), lead=tale.an_bien)
    tale.given(settled, hoa, "2026-03-10T11:00")
    tale.given(tale.approval(), tale.thang, "2026-03-10T14:00")


def test_an_offer_left_lying_is_settled_from_above() -> None:
    town = Town().opened()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    settle = IssueDirection(content="Kiến An chủ trì.", due_at=instant("2026-03-05T00:00"), lead=town.kien_an)
    town.when(settle, by=town.hoa, at="2026-03-02T10:00").refused("no_disputed_transfer")
    town.system(RecordLapse(code="P06", ref="1"), at="2026-03-03T09:01")
    nowhere, at = replace(settle, lead=town.clinic), "2026-03-03T10:00"
    town.when(nowhere, by=town.hoa, at=at).refused("lead_no_commune")
    town.given(settle, by=town.hoa, at=at)
    assert (town.now.lead, town.now.transfer_to) == (town.kien_an, None)
    assert "P06:1" not in town.running


def test_after_a_merger_of_communes_a_handover_still_passes_the_duty_on() -> None:
    """Kiến An becomes part of a new ward; its case, opened before, is then handed to An Biên."""
    town = Town()
    report = town.told(at="2026-03-02T08:00", to=town.mo, place=town.kien_an)
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.kien_an), by=town.mo, at="2026-03-02T08:30")
    new = town.story.unit("11432", "Phường Phù Liễn", Level.COMMUNE, town.city, since="2026-03-02")
    town.story.office(new, Role.COMMUNE_CHAIR, "Lương Thúy Nga", since="2026-03-02T00:00")
    gone = MergeUnit(into=new, on=date(2026, 3, 2), resolution_no="NQ-2")
    town.story.system(town.kien_an.id, gone, at="2026-03-02T08:40")
    order = IssueDirection(content="Làm ngay.", due_at=instant("2026-03-02T19:00"))
    town.given(order, by=town.hoa, at="2026-03-02T08:50")
    assert town.file.running["P20", "1"].answers.unit == new
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.an_bien), by=town.nga, at="2026-03-02T09:00")
    town.given(AcceptTransfer(), by=town.thang, at="2026-03-02T10:00")
    assert town.system(RecordLapse(code="P20", ref="1"), at="2026-03-02T19:00").event.answers.unit == town.an_bien


@pytest.mark.parametrize(("at", "unit"), [("2026-03-03T00:00", 0), ("2026-03-03T00:00:00.000001", 1)])
def test_at_midnight_of_a_split_one_successor_answers_and_either_may_act(at: str, unit: int) -> None:
    town = Town().opened(told="2026-03-02T08:00")
    first = town.story.unit("11360", "Phường An Biên 1", Level.COMMUNE, town.city, since="2026-03-03")
    second = town.story.unit("11361", "Phường An Biên 2", Level.COMMUNE, town.city, since="2026-03-03")
    split = SplitUnit(among=(second, first), on=date(2026, 3, 3), resolution_no="NQ-3")
    town.story.system(town.an_bien.id, split, at="2026-03-02T09:00")
    heads = [town.story.office(u, Role.COMMUNE_CHAIR, n, since="2026-03-03T00:00")
             for u, n in ((first, "Đoàn Thế Vinh"), (second, "Cao Mỹ Hạnh"))]  # fmt: skip
    order = IssueDirection(content="Báo cáo ngay.", due_at=instant(at))
    town.given(order, by=town.hoa, at="2026-03-02T10:00")
    lapse = town.system(RecordLapse(code="P20", ref="1"), at="2026-03-03T08:00")
    assert lapse.event.answers.unit == (town.an_bien, second)[unit]
    assert lapse.event.others == ((), (first,))[unit]
    measure, why = town.measure("2026-03-04T08:00"), "Cháu bị đánh."
    town.when(measure, by=town.thang, at="2026-03-03T09:00", reason=why).refused("no_office_now")
    for head in heads:
        town.given(measure, by=head, at="2026-03-03T09:00", reason=why)


def test_the_newer_case_ends_in_the_older_and_never_both_in_each_other() -> None:
    town = Town().opened()
    older = town.case
    town.opened(told="2026-03-02T09:00", at="2026-03-02T09:10")
    newer, at = town.case, "2026-03-02T10:00"
    into_newer = MergeCases(into=newer, same=Sameness.CHILD)
    town.story.when(older, into_newer, by=town.hoa, at=at, reason=SAME).refused("merge_into_older")
    town.story.given(newer, MergeCases(into=older, same=Sameness.CHILD), by=town.hoa, at=at, reason=SAME)


def test_a_case_that_was_just_merged_passes_on_what_is_merged_into_it() -> None:
    """Two officers merge at the same instant: C into B, and B into A."""
    town = Town().opened()
    a = town.case
    b, c = (town.opened(told=f"2026-03-02T09:0{n}", at=f"2026-03-02T09:1{n}").case for n in (0, 1))
    town.story.given(b, MergeCases(into=a, same=Sameness.CHILD), by=town.hoa, at="2026-03-02T10:00", reason=SAME)
    report = town.story.state(c).reports
    late = AbsorbCase(case=c, clock_start=instant("2026-03-02T09:01"), reports=report, clocks=())
    town.story.system(b, late, at="2026-03-02T10:00")
    assert {b, c} <= set(town.story.state(a).absorbed)
    assert set(report) <= set(town.story.state(a).reports)


def test_a_request_to_keep_somebody_away_does_not_vanish_in_a_merger() -> None:
    town = Town().opened()
    older = town.case
    town.opened(told="2026-03-02T09:00", at="2026-03-02T09:10")
    asked = RequestNoContact(against="Ông B.", grounds="Đe dọa.", requested_at=instant("2026-03-02T09:00"))
    town.given(asked, by=town.lan, at="2026-03-02T09:20")
    merge = MergeCases(into=older, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-02T10:00", reason=SAME).refused("urgent_measure_open")


def test_a_case_at_rest_goes_on_being_counted() -> None:
    tale = PlanStory().approved()
    before = dict(tale.file.running)
    rest = SuspendCase(
        decision_no="33/QĐ", search="Đã hỏi họ hàng, công an nơi đến.", until=instant("2026-04-10T00:00")
    )
    tale.thang_does(rest, "2026-03-12T09:00", reason="Gia đình chuyển đi.")
    assert before.items() <= tale.file.running.items()
    visit = tale.story.system(tale.case, RecordLapse(code="T09M", ref="1"), at="2026-03-18T00:00")
    assert visit.event.answers.id == office_id(tale.an_bien.id, Role.COMMUNE_CHAIR)


def test_what_is_passed_up_to_the_department_is_a_duty_of_its_head() -> None:
    town = Town().opened()
    head = office_id(town.health.id, Role.DEPARTMENT_DIRECTOR)
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    town.given(RefuseTransfer(), by=town.nga, at="2026-03-02T10:00", reason="Gia đình chỉ tạm trú.")
    assert town.file.running["P25", "transfer-1"].answers.id == head
    lapse = town.system(RecordLapse(code="P25", ref="transfer-1"), at="2026-03-04T00:00")
    assert lapse.event.answers.id == head
    settled = IssueDirection(content="An Biên chủ trì.", due_at=instant("2026-03-06T00:00"), lead=town.an_bien)
    town.given(settled, by=town.hoa, at="2026-03-04T09:00")
    assert "P25:transfer-1" not in town.running


def test_a_plan_returned_twice_comes_before_the_department() -> None:
    tale = PlanStory().submitted()
    hoa = tale.story.office(tale.city, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Thị Hòa", since=SINCE)
    for at in ("2026-03-09T11:00", "2026-03-09T15:00"):
        assert tale.due("P25:plan-1") is None
        tale.thang_does(ReturnPlan(), at, reason="Chưa rõ mục tiêu.")
        tale.lan_does(SubmitPlan(), at.replace(":00", ":30"), attachments=PAPER)
    assert tale.due("P25:plan-1") == "2026-03-11T00:00"
    look = IssueDirection(content="Phê duyệt trong hôm nay.", due_at=instant("2026-03-11T00:00"))
    tale.given(look, hoa, "2026-03-10T09:00")
    assert tale.due("P25:plan-1") is None
