"""A case gets a second report, moves to where the child lives, is merged, rests and is opened again."""

from uuid import uuid4

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.follow_ups import AbsorbCase, JoinReport
from domain.case.intake.open_case import OpenCase
from domain.case.movement.absorb_case import ABSORB_CASE
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import CARRIED, Sameness
from domain.case.movement.refuse_transfer import RefuseTransfer
from domain.case.movement.reopen_case import ReopenCase
from domain.case.movement.resume_case import ResumeCase
from domain.case.movement.suspend_case import SuspendCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.state.case import Phase, RiskLevel
from domain.law import duty
from domain.record.vocabulary import case_id, unknown_unit
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk

UNTRUE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có việc đó.", sources="Gặp trẻ và gia đình.")


def second_case(town: Town, *, told: str, at: str) -> None:
    """A second report of the same child, made into a case of its own; it becomes the case of the town."""
    report = town.told(at=told, to=town.mo, place=town.kien_an)
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.kien_an), by=town.mo, at=at)


def test_a_report_received_earlier_sets_clocks_going_that_end_earlier() -> None:
    town = Town().opened(told="2026-03-02T08:00")
    earlier = town.told(at="2026-03-02T02:00", to=town.son)
    town.story.given(earlier, LinkReport(case=town.case), by=town.lan, at="2026-03-02T09:00")
    assert town.now.clock_start == instant("2026-03-02T02:00")
    assert town.running["T04:2"] == instant("2026-03-02T14:00")
    assert town.running["T03:2"] == instant("2026-03-02T10:00")
    assert town.running["T04"] == instant("2026-03-02T20:00"), "what was told first goes on as it was"
    order = JoinReport(report=earlier, received_at=instant("2026-03-02T02:00"))
    town.when(order, by=None, at="2026-03-02T09:10").refused("report_already_joined")
    settled = OpenCase(report=earlier, place=town.an_bien)
    town.story.when(case_id(earlier), settled, by=town.lan, at="2026-03-02T09:20").refused("report_settled")


def test_a_report_received_later_moves_no_running_clock() -> None:
    town = Town().opened(told="2026-03-02T08:00")
    later = town.told(at="2026-03-02T09:00")
    town.story.given(later, LinkReport(case=town.case), by=town.lan, at="2026-03-02T09:30")
    assert town.now.clock_start == instant("2026-03-02T08:00")
    assert town.running["T04"] == instant("2026-03-02T20:00")
    assert town.now.reports[-1] == later


def test_news_after_the_decision_must_be_weighed_in_its_own_twelve_hours() -> None:
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    news = town.told(at="2026-03-04T08:00")
    town.story.given(news, LinkReport(case=town.case), by=town.lan, at="2026-03-04T08:30")
    assert town.running["T03:2"] == instant("2026-03-04T16:00")
    assert town.running["T04:2"] == instant("2026-03-04T20:00")


def test_a_transfer_waits_a_day_and_no_clock_is_set_back_by_it() -> None:
    town = Town().opened()
    before = town.running
    town.when(
        TransferLead(decision_no="33/QĐ", to_unit=unknown_unit("99999")), by=town.thang, at="2026-03-02T09:00"
    ).refused("unit_unknown")
    town.when(TransferLead(decision_no="33/QĐ", to_unit=town.an_bien), by=town.thang, at="2026-03-02T09:00").refused(
        "already_in_the_lead"
    )
    away = TransferLead(decision_no="33/QĐ", to_unit=town.kien_an)
    town.given(away, by=town.thang, at="2026-03-02T09:00")
    town.when(away, by=town.thang, at="2026-03-02T09:10").refused("transfer_pending")
    assert town.running["P06:1"] == instant("2026-03-03T09:00")
    town.when(AcceptTransfer(), by=town.thang, at="2026-03-02T09:30").refused("outside_your_unit")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T10:00")
    assert town.now.lead == town.kien_an
    assert town.running == before


def test_a_refused_transfer_is_settled_from_above() -> None:
    town = Town().opened()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    town.when(RefuseTransfer(), by=town.nga, at="2026-03-02T10:00").refused("reason_required")
    town.given(RefuseTransfer(), by=town.nga, at="2026-03-02T10:00", reason="Gia đình chỉ tạm trú.")
    assert town.now.transfer_disputed
    assert town.now.lead == town.an_bien
    settles = IssueDirection(content="Kiến An chủ trì.", due_at=instant("2026-03-04T17:00"), lead=town.kien_an)
    town.given(settles, by=town.hoa, at="2026-03-02T14:00")
    assert town.now.lead == town.kien_an
    assert not town.now.transfer_disputed


def test_a_direction_from_above_is_due_and_answered() -> None:
    town = Town().opened()
    bare = IssueDirection(content=" ", due_at=instant("2026-03-01T00:00"), lead=town.kien_an)
    town.when(bare, by=town.khang, at="2026-03-02T09:00").refused(
        "field_required", "end_already_past", "no_disputed_transfer"
    )
    hasty = IssueDirection(content="Làm ngay.", due_at=instant("2026-03-02T10:59:59"))
    town.when(hasty, by=town.khang, at="2026-03-02T09:00").refused("direction_too_short")
    order = IssueDirection(content="Đến nhà trong hôm nay.", due_at=instant("2026-03-02T17:00"))
    town.when(order, by=town.thang, at="2026-03-02T09:00").refused("role_not_allowed")
    town.given(order, by=town.khang, at="2026-03-02T09:00")
    assert town.running["P20:1"] == instant("2026-03-02T17:00")
    town.when(AnswerDirection(ref="1", done=""), by=town.thang, at="2026-03-02T15:00").refused("field_required")
    done = AnswerDirection(ref="1", done="Đã đến nhà lúc 14 giờ.")
    town.given(done, by=town.thang, at="2026-03-02T15:00")
    assert "P20:1" not in town.running
    town.when(done, by=town.thang, at="2026-03-02T15:10").refused("direction_not_found")


def test_two_cases_of_one_child_become_one_with_the_earliest_clocks() -> None:
    town = Town().opened(told="2026-03-02T08:00")
    kept = town.case
    second_case(town, told="2026-03-02T05:00", at="2026-03-02T09:00")
    for into, code in ((uuid4(), "merge_target_not_found"), (town.case, "merge_into_itself")):
        wrong = MergeCases(into=into, same=Sameness.CHILD)
        town.when(wrong, by=town.hoa, at="2026-03-02T10:00", reason="Cùng trẻ.").refused(code)
    merge = MergeCases(into=kept, same=Sameness.CHILD)
    town.when(merge, by=town.nga, at="2026-03-02T10:00", reason="Cùng trẻ.").refused("role_not_allowed")
    town.when(merge, by=town.hoa, at="2026-03-02T10:00").refused("reason_required")
    town.given(merge, by=town.hoa, at="2026-03-02T10:00", reason="Cùng trẻ.")
    absorbed = town.case
    assert town.now.phase is Phase.MERGED
    assert town.running == {}

    town.case = kept
    assert town.now.absorbed == (absorbed,)
    assert len(town.now.reports) == 2
    assert town.running["T04:case-1"] == instant("2026-03-02T17:00")
    order = AbsorbCase(case=absorbed, clock_start=instant("2026-03-02T05:00"), reports=(), clocks=())
    town.when(order, by=None, at="2026-03-02T10:10").refused("case_already_absorbed")


def test_a_report_linked_to_a_merged_case_reaches_the_case_that_goes_on() -> None:
    town = Town().opened()
    kept = town.case
    second_case(town, told="2026-03-02T09:00", at="2026-03-02T09:10")
    merge = MergeCases(into=kept, same=Sameness.EVENT)
    town.given(merge, by=town.hoa, at="2026-03-02T10:00", reason="Cùng việc.")
    late = town.told(at="2026-03-02T10:30", to=town.mo, place=town.kien_an)
    town.story.given(late, LinkReport(case=town.case), by=town.mo, at="2026-03-02T10:40")
    assert late in town.story.state(kept).reports


def test_every_clock_that_a_merged_case_hands_over_goes_on_in_the_other() -> None:
    visits = {duty.VISIT_HIGH, duty.VISIT_MEDIUM, duty.VISIT_LOW}
    assert {row.duty for row in ABSORB_CASE.starts} - visits == set(CARRIED)


def test_nothing_is_merged_into_an_ended_case_or_while_protection_is_in_force() -> None:
    town = Town().opened()
    ended = town.case
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T08:50")
    town.given(UNTRUE, by=town.thang, at="2026-03-02T09:00")
    second_case(town, told="2026-03-02T09:30", at="2026-03-02T09:40")
    order = town.measure("2026-03-03T09:00")
    town.given(order, by=town.nga, at="2026-03-02T09:50", reason="Trẻ hoảng loạn.")
    merge = MergeCases(into=ended, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-02T10:00", reason="Cùng trẻ.").refused(
        "merge_target_ended", "protection_in_force"
    )


def test_a_case_rests_only_after_a_search_and_never_in_danger() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    bare = SuspendCase(decision_no="33/QĐ", search="", until=instant("2026-03-01T00:00"))
    town.when(bare, by=town.thang, at="2026-03-02T10:00").refused(
        "reason_required", "field_required", "end_already_past", "risk_is_high"
    )
    town = Town().assessed(RiskLevel.LOW)
    years = SuspendCase(decision_no="33/QĐ", search="Đã tìm.", until=instant("2036-01-01T00:00"))
    town.when(years, by=town.thang, at="2026-03-02T10:00", reason="Gia đình đã đi.").refused("suspension_too_long")
    rest = SuspendCase(
        decision_no="33/QĐ", search="Đã tìm ở nhà, trường, quê ngoại.", until=instant("2026-04-01T10:00")
    )
    town.given(rest, by=town.thang, at="2026-03-02T10:00", reason="Gia đình đã chuyển đi.")
    assert town.running["P12:1"] == instant("2026-04-02T00:00")
    assert "T04" in town.running
    town.when(rest, by=town.thang, at="2026-03-02T10:10", reason="Lại một lần nữa.").refused("case_suspended")
    renewed = SuspendCase(decision_no="33/QĐ", search="Đã hỏi công an nơi đến.", until=instant("2026-04-20T00:00"))
    other = Town().assessed(RiskLevel.LOW)
    other.given(rest, by=other.thang, at="2026-03-02T10:00", reason="Gia đình đã chuyển đi.")
    other.when(renewed, by=other.thang, at="2026-04-01T09:59:59", reason="Chưa thấy.").refused("case_suspended")
    other.given(renewed, by=other.thang, at="2026-04-01T10:00", reason="Chưa thấy.")
    town.when(ResumeCase(findings=""), by=town.lan, at="2026-03-20T09:00").refused("field_required")
    town.given(ResumeCase(findings="Trẻ ở nhà bác."), by=town.lan, at="2026-03-20T09:00")
    assert "P12:1" not in town.running
    town.when(ResumeCase(findings="Có."), by=town.lan, at="2026-03-20T09:10").refused("case_not_suspended")


@pytest.mark.parametrize("joined", [False, True])
def test_an_ended_case_is_opened_again_by_a_new_fact_known_since_then(joined: bool) -> None:
    town = Town().opened()
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T09:30")
    town.given(UNTRUE, by=town.thang, at="2026-03-02T10:00")
    if joined:
        photo = town.told(at="2026-03-03T20:00", to=town.son)
        town.story.given(photo, LinkReport(case=town.case), by=town.lan, at="2026-03-04T07:30")
        assert town.running["T04:2"] == instant("2026-03-04T08:00")
    bare = ReopenCase(new_fact="", known_at=instant("2026-03-05T00:00"))
    town.when(bare, by=town.thang, at="2026-03-04T08:00").refused(
        "reason_required", "field_required", "happened_in_future"
    )
    again = ReopenCase(new_fact="Ảnh chụp vết bầm.", known_at=instant("2026-03-03T21:00"))
    town.given(again, by=town.hoa, at="2026-03-04T08:00", reason="Có ảnh.")
    assert town.now.phase is Phase.OPEN
    due = instant("2026-03-04T08:00") if joined else instant("2026-03-04T20:00")
    assert town.running["T04:2" if joined else "T04:reopened-1"] == due, "not since what the department knew"
    town.when(again, by=town.hoa, at="2026-03-04T08:10", reason="Có ảnh.").refused("phase_not_allowed")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-04T09:00")


def test_a_file_that_is_no_case_is_neither_an_earlier_case_nor_one_to_merge_into() -> None:
    town = Town().opened()
    report = town.told(at="2026-03-02T09:00")
    merge = MergeCases(into=report, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-02T10:00", reason="Cùng trẻ.").refused("merge_target_not_found")
    command = OpenCase(report=report, place=town.an_bien, earlier_case=report)
    town.story.when(case_id(report), command, by=town.lan, at="2026-03-02T10:00").refused("earlier_case_not_found")
