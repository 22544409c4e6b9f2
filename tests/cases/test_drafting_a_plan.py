"""What an assessment, a meeting, a draft and a submission must hold; and how an urgent case may go ahead."""

from dataclasses import replace

from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import Phase, RiskLevel
from domain.record.vocabulary import unknown_unit
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, PlanStory


def test_form_03_is_whole() -> None:
    tale = PlanStory().assessed()
    half = replace(DETAILED, family="", environment=" ", findings=())
    tale.when(half, tale.lan, "2026-03-03T15:00").refused(*("field_required",) * 3)
    tale.when(DETAILED, tale.thang, "2026-03-03T15:00").refused("role_not_allowed")


def test_a_plan_has_goals_and_items_that_can_be_done() -> None:
    tale = PlanStory().needs_set()
    tale.when(replace(tale.plan(), goals="", items=()), tale.lan, "2026-03-06T16:00").refused(
        "field_required", "field_required"
    )
    item = tale.item(tale.centre, "2026-03-05")
    bad = replace(tale.plan(), items=(replace(item, measure=" "), replace(item, provider=unknown_unit("99999"))))
    tale.when(bad, tale.lan, "2026-03-06T16:00").refused(
        "field_required", "unit_unknown", "item_due_past", "item_due_past"
    )


def test_a_plan_waits_for_the_meeting_unless_the_case_is_urgent() -> None:
    tale = PlanStory().assessed(RiskLevel.MEDIUM)
    tale.when(tale.plan(), tale.lan, "2026-03-02T14:00").refused("needs_not_set")


def test_an_urgent_plan_is_drafted_early_but_submitted_with_the_whole_file() -> None:
    tale = PlanStory().assessed(RiskLevel.HIGH)
    tale.lan_does(tale.plan(), "2026-03-02T14:00")
    assert tale.now.phase is Phase.PLAN_DRAFTED
    assert tale.due("T07:1") == "2026-03-10T00:00", "counted from the initial assessment"
    tale.when(SubmitPlan(), tale.lan, "2026-03-02T15:00").refused(
        "detailed_report_missing", "minutes_missing", "draft_decision_missing"
    )
    tale.when(MEETING, tale.thang, "2026-03-02T15:30", attachments=PAPER).refused("detailed_report_missing")
    tale.lan_does(DETAILED, "2026-03-02T16:00")
    tale.thang_does(MEETING, "2026-03-02T17:00", attachments=PAPER)
    assert tale.now.phase is Phase.PLAN_DRAFTED
    assert tale.due("T07:1") == "2026-03-10T00:00", "a meeting after the draft moves nothing"
    tale.lan_does(SubmitPlan(), "2026-03-03T08:00", attachments=PAPER)
