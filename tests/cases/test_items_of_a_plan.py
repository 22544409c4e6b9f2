"""What the centre and the school do with what the plan asks of them."""

from dataclasses import replace

from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.decline_item import DeclineItem
from domain.case.state.case import Phase
from domain.case.state.plan import ItemStatus
from domain.record.record_lapse import RecordLapse
from tests.cases.plan_ground import PlanStory


def test_each_body_answers_for_its_own_items_only() -> None:
    tale = PlanStory().approved()
    tale.when(AcceptItem(item="2"), tale.huy, "2026-03-11T08:00").refused("not_your_item")
    tale.when(AcceptItem(item="7"), tale.huy, "2026-03-11T08:00").refused("item_unknown")
    tale.when(AcceptItem(item="1"), tale.thang, "2026-03-11T08:00").refused("role_not_allowed")
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:05")
    tale.when(AcceptItem(item="1"), tale.huy, "2026-03-11T08:06").refused("item_answered")


def test_nothing_is_asked_of_a_body_before_the_plan_is_approved() -> None:
    tale = PlanStory().submitted()
    tale.when(AcceptItem(item="1"), tale.huy, "2026-03-09T11:00").refused("outside_your_unit")


def test_a_body_that_declines_says_why_and_the_child_is_still_owed_the_service() -> None:
    tale = PlanStory().approved()
    tale.when(DeclineItem(item="2"), tale.tam, "2026-03-11T08:00").refused("reason_required")
    tale.given(DeclineItem(item="2"), tale.tam, "2026-03-11T08:00", reason="Không có giáo viên tư vấn.")
    assert tale.now.plan.items[1].status is ItemStatus.DECLINED
    assert tale.now.phase is Phase.PLAN_APPROVED
    assert tale.due("P08:1.2") is None
    assert (tale.due("P09:1.2"), tale.due("P36:1.2")) == (None, "2026-03-17T00:00")
    tale.when(DeclineItem(item="2"), tale.tam, "2026-03-11T09:00", reason="Như trên.").refused("item_answered")


def test_an_item_declined_in_time_is_the_chairs_to_place() -> None:
    tale = PlanStory().approved()
    tale.given(DeclineItem(item="1"), tale.huy, "2026-03-11T23:59", reason="Không có chuyên gia tâm lý.")
    assert tale.due("P09:1.1") is None
    lapse = tale.story.system(tale.case, RecordLapse(code="P36", ref="1.1"), at="2026-03-17T00:00")
    assert (lapse.event.answers.unit, lapse.event.holder) == (tale.an_bien, tale.thang.id)


def test_an_item_that_was_kept_lying_before_it_was_declined_stays_where_it_lay() -> None:
    tale = PlanStory().approved()
    tale.story.system(tale.case, RecordLapse(code="P08", ref="1.1"), at="2026-03-12T00:00")
    tale.given(DeclineItem(item="1"), tale.huy, "2026-03-12T00:01", reason="Không có chuyên gia tâm lý.")
    assert (tale.due("P09:1.1"), tale.due("P36:1.1")) == ("2026-04-01T00:00", None)
    lapse = tale.story.system(tale.case, RecordLapse(code="P09", ref="1.1"), at="2026-04-01T00:00")
    assert lapse.event.answers.unit == tale.centre


def test_who_accepted_an_item_gives_it_back_to_nobody() -> None:
    tale = PlanStory().approved()
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    tale.given(DeclineItem(item="1"), tale.huy, "2026-03-11T09:00", reason="Chuyên gia đã nghỉ việc.")
    lapse = tale.story.system(tale.case, RecordLapse(code="P09", ref="1.1"), at="2026-04-01T00:00")
    assert lapse.event.answers.unit == tale.centre


def test_an_overdue_item_lapses_for_the_head_of_the_body_and_may_come_late() -> None:
    tale = PlanStory().approved()
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    lapse = tale.story.system(tale.case, RecordLapse(code="P09", ref="1.1"), at="2026-04-01T00:00")
    assert lapse.event.answers.unit.id == tale.centre.id
    tale.given(tale.delivery("1", "2026-04-02"), tale.huy, "2026-04-02T17:00")
    assert tale.due("P09:1.1") is None


def test_a_delivery_says_when_how_much_and_what_came_of_it() -> None:
    tale = PlanStory().approved()
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    wrong = replace(tale.delivery("1", "2026-03-28"), units=0, outcome="")
    tale.when(wrong, tale.huy, "2026-03-27T17:00").refused("happened_in_future", "units_not_positive", "field_required")
    tale.when(tale.delivery("2", "2026-03-27"), tale.tam, "2026-03-27T17:00").refused("item_not_accepted")
