"""The review finds risk left: a second round begins with clocks of its own, and the first keeps its history."""

from dataclasses import replace
from datetime import date

from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.fields import WhyLeft
from domain.case.plan.leaving import ItemToLeave
from domain.case.plan.record_visit import RecordVisit
from domain.case.plan.reviews import Unfinished
from domain.case.plan.start_new_round import StartNewRound
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.state.case import Phase
from domain.case.state.plan import PlanLevel, Safety, Stability
from tests.cases.plan_ground import PAPER, STABLE, PlanStory
from tests.cases.sightings import MET

RISK = replace(STABLE, risk_left=True, findings="Người gây hại vẫn lui tới gần nhà bà.")


def left(item: str, why: str = "Không còn cần.") -> Unfinished:
    return Unfinished(item=item, cause=WhyLeft.NOT_NEEDED, why=why)


CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")


def test_a_case_with_risk_left_goes_through_a_second_round() -> None:
    tale = PlanStory().reviewed(RISK)
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("risk_left")
    tale.thang_does(StartNewRound(), "2026-04-09T09:05")
    assert tale.now.phase is Phase.NEEDS_SET
    assert tale.now.plan.round == 2
    assert tale.now.plan.items == ()
    assert tale.due("P11:1") is None
    assert tale.due("T07:2") == "2026-04-17T00:00"

    visit = RecordVisit(safety=Safety.CONCERN, seen="Cháu nói thấy người đó ở cổng trường.", sighting=MET)
    tale.lan_does(visit, "2026-04-10T16:00")
    assert tale.due("T09L:2") == "2026-05-12T00:00", "visits go on between the rounds"

    second = DraftPlan(
        level=PlanLevel.INTERVENTION,
        goals="Người gây hại không còn tiếp cận được cháu.",
        items=(tale.item(tale.centre, "2026-05-15"),),
    )
    tale.lan_does(second, "2026-04-13T10:00")
    tale.lan_does(SubmitPlan(), "2026-04-14T10:00", attachments=PAPER)
    approval = ApprovePlan(decision_no="203/QĐ-UBND", starts_on=date(2026, 4, 15), ends_on=date(2026, 5, 20))
    tale.thang_does(approval, "2026-04-15T10:00")
    assert tale.due("P09:2.1") == "2026-05-16T00:00"
    assert tale.due("T10:2") == "2026-05-28T00:00"
    tale.given(AcceptItem(item="1"), tale.huy, "2026-04-16T08:00")
    tale.given(tale.delivery("1", "2026-05-12"), tale.huy, "2026-05-12T17:00")
    tale.lan_does(STABLE, "2026-05-21T10:00")
    tale.thang_does(CLOSE, "2026-05-22T09:00")
    assert tale.now.phase is Phase.CLOSED
    assert tale.file.running == {}


def test_without_risk_left_there_is_no_second_round() -> None:
    tale = PlanStory().reviewed()
    tale.when(StartNewRound(), tale.thang, "2026-04-09T09:00").refused("no_risk_left")


def test_a_child_that_is_not_stable_needs_a_second_round_too() -> None:
    tale = PlanStory().reviewed(replace(STABLE, feelings=Stability.UNSTABLE))
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("not_stable")
    tale.thang_does(StartNewRound(), "2026-04-09T09:05")


def test_items_left_open_are_explained_before_the_next_round() -> None:
    tale = PlanStory().approved()
    tale.when(RISK, tale.lan, "2026-03-25T15:00").refused("early_review_needs_reason")
    tale.lan_does(RISK, "2026-03-25T15:00", reason="Người gây hại đã dọn về cùng dãy trọ.")
    tale.when(StartNewRound(), tale.thang, "2026-03-25T16:00").refused("items_open")

    unclear = replace(RISK, unfinished=(left("1", " "), left("9")))
    tale.when(unclear, tale.lan, "2026-03-25T16:10", reason="Như trên.").refused("item_unknown", "field_required")
    doubled = replace(RISK, unfinished=tuple(left(i) for i in ("1", "2", "1")))
    tale.when(doubled, tale.lan, "2026-03-25T16:15", reason="Như trên.").refused("item_twice").refused_at(
        ("unfinished", "2", "item")
    )
    explained = tuple(left(i) for i in ("1", "2"))
    tale.lan_does(replace(RISK, unfinished=explained), "2026-03-25T16:20", reason="Như trên.")
    assert tale.due("P09:1.1") is None
    one, two = (ItemToLeave(item=i, cause=WhyLeft.PROVIDER_UNABLE, why="Sẽ giao nơi khác.") for i in ("1", "2"))
    tale.when(StartNewRound(leaves=(one,)), tale.thang, "2026-03-25T16:25").refused("item_undecided")
    tale.when(StartNewRound(leaves=(one, two, two)), tale.thang, "2026-03-25T16:26").refused("item_not_proposed")
    line = tale.thang_does(StartNewRound(leaves=(one, two)), "2026-03-25T16:30")
    assert [(each.item, each.cause) for each in line.event.leaves] == [(i, one.cause) for i in ("1", "2")]


def test_a_review_says_what_it_found() -> None:
    tale = PlanStory().served()
    tale.when(replace(STABLE, findings=""), tale.lan, "2026-04-08T15:00").refused("field_required")
