"""The plan is late, returned and late again: no clock moves, whoever has the file on the desk."""

from dataclasses import replace

from domain.case.plan.return_plan import ReturnPlan
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import Phase
from domain.record.record_lapse import RecordLapse
from tests.cases.plan_ground import MEETING, PAPER, PlanStory


def test_a_plan_that_is_late_lapses_and_is_still_owed() -> None:
    tale = PlanStory().drafted()
    tale.story.system(tale.case, RecordLapse(code="T07", ref="1"), at="2026-03-12T00:01")
    assert ("T07", "1") in tale.file.lapsed
    tale.lan_does(SubmitPlan(), "2026-03-13T10:00", attachments=PAPER)
    assert ("T07", "1") not in tale.file.running
    assert tale.due("T08:1") == "2026-03-18T00:00"


def test_a_second_meeting_does_not_move_the_time_to_draft() -> None:
    tale = PlanStory().needs_set()
    again = replace(MEETING, needs="Bổ sung: hỗ trợ pháp lý.")
    tale.thang_does(again, "2026-03-05T09:00", attachments=PAPER)
    assert tale.due("T07:1") == "2026-03-12T00:00"


def test_returning_and_submitting_again_does_not_move_the_time_to_approve() -> None:
    tale = PlanStory().submitted()
    assert tale.due("T08:1") == "2026-03-12T00:00"
    tale.when(ReturnPlan(), tale.thang, "2026-03-09T15:00").refused("reason_required")
    first = tale.thang_does(ReturnPlan(), "2026-03-09T15:00", reason="Thiếu nơi thực hiện.")
    assert not first.event.tells_health_department
    assert tale.now.phase is Phase.PLAN_DRAFTED
    assert tale.due("T08:1") == "2026-03-12T00:00"
    assert tale.due("T07:1") is None, "the drafting was in time and is not asked for twice"
    tale.thang_does(MEETING, "2026-03-09T16:00", attachments=PAPER)
    assert tale.due("T07:1") is None, "nor by another meeting"

    tale.lan_does(tale.plan(), "2026-03-10T09:00")
    tale.lan_does(SubmitPlan(), "2026-03-10T10:00", attachments=PAPER)
    assert tale.due("T08:1") == "2026-03-12T00:00"
    second = tale.thang_does(ReturnPlan(), "2026-03-10T15:00", reason="Chưa rõ mục tiêu.")
    assert second.event.tells_health_department
    tale.lan_does(SubmitPlan(), "2026-03-11T10:00", attachments=PAPER)
    tale.when(ReturnPlan(), tale.thang, "2026-03-11T15:00", reason="Chưa ưng.").refused("returned_twice")
    tale.thang_does(tale.approval(), "2026-03-11T16:00")
    assert tale.due("T08:1") is None
