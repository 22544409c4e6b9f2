"""A case neither rests nor ends with the child where nobody looks any more."""

from dataclasses import replace
from datetime import date

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.care.end_alternative_care import EndAlternativeCare
from domain.case.care.monitor_alternative_care import MonitorAlternativeCare
from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.approve_plan import ApprovePlan
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.propose_amendment import ProposeAmendment
from domain.case.plan.refuse_plan_by_carer import RefusePlanByCarer
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.state.care import CareEnd, Suitability
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import Path, PlanLevel, Refuser
from domain.case.state.protection import MeasureKind
from tests.cases.plan_ground import PAPER, STABLE
from tests.cases.protection_ground import risk
from tests.cases.sightings import UNHEARD
from tests.cases.test_alternative_care import AUNT
from tests.cases.watched import CLOSE, WatchedPlan, WatchedTown, clocks, orders


def test_who_comes_home_after_the_closing_is_looked_after_too() -> None:
    """In a case that lives the return home starts P32; in one that was closed a minute before it ends the last clock
    and starts none. Nobody ever looks whether it is safe at home."""
    tale = WatchedPlan().reviewed()
    tale.thang_does(AUNT, "2026-04-08T16:00")
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    home = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)
    tale.thang_does(home, "2026-04-09T09:01", reason="Về với gia đình.")
    assert clocks(tale, "P32")


def test_whatever_the_ground_is_called_by_which_it_comes_home() -> None:
    """ "The child asks for it" is no return home: P32 does not run, in a case that lives either."""
    tale = WatchedPlan().served()
    tale.thang_does(AUNT, "2026-03-31T09:00")
    tale.thang_does(EndAlternativeCare(ground=CareEnd.CHILD_ASKS), "2026-03-31T09:05", reason="Cháu muốn về.")
    assert clocks(tale, "P32")


def test_a_child_beaten_in_its_placement_has_its_twelve_hours() -> None:
    """UNSUITABLE, weals, "my aunt beats me": no T04, no reopening, nobody told; P15 in November."""
    tale = WatchedPlan().reviewed()
    tale.thang_does(AUNT, "2026-04-08T16:00")
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    beaten = MonitorAlternativeCare(found=Suitability.UNSUITABLE, seen="Dì đánh cháu.", child_view="Dì đánh cháu.")
    tale.lan_does(beaten, "2026-05-05T10:00")
    assert clocks(tale, "T04") or clocks(tale, "T03")


def test_a_plan_begins_soon() -> None:
    """starts_on 2036-01-01, one item due 2036-12-01: review (T10) in 2037, delivery (P09) in 2036."""
    tale = WatchedPlan().needs_set()
    item = tale.item(tale.centre, "2036-12-01")
    tale.lan_does(DraftPlan(level=PlanLevel.SUPPORT, goals="Cháu được an toàn.", items=(item,)), "2026-03-06T16:00")
    tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
    far = ApprovePlan(decision_no="118/QĐ-UBND", starts_on=date(2036, 1, 1), ends_on=date(2036, 12, 31))
    tale.when(far, tale.thang, "2026-03-10T14:00")
    assert "plan_too_far" in tale.story.last.refusals


def test_a_plan_is_not_emptied_by_a_change() -> None:
    """That the Chair decides each item that is left, with cause and reason, has no way round by an amendment."""
    tale = WatchedPlan().approved()
    empty = ProposeAmendment(drops=("1", "2"))
    tale.when(empty, tale.lan, "2026-03-10T14:10", reason="Không cần nữa.").refused("plan_emptied")
    tale.lan_does(ProposeAmendment(drops=("1",)), "2026-03-10T14:11", reason="Không cần nữa.")


def test_what_is_due_these_days_is_not_put_off() -> None:
    tale = WatchedPlan().approved()
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    later = ProposeAmendment(drops=("1",), adds=(tale.item(tale.centre, "2026-04-09"),))
    tale.when(later, tale.lan, "2026-03-31T23:57", reason="Điều chỉnh tiến độ.").refused("item_nearly_due")


def test_a_sentence_in_an_order_is_not_the_childs_view() -> None:
    """child_view_missing; then an order to secure evidence with child_view "says nothing"; then closed. The same with
    a separation, a look at home, a placement, a monitoring: what is written there is a text."""
    tale = WatchedPlan()
    tale.CALM = replace(tale.CALM, sighting=UNHEARD)
    tale.served().calmed("2026-04-08T13:00", "2026-04-08T14:00")
    tale.lan_does(replace(STABLE, sighting=UNHEARD), "2026-04-08T15:00")
    before = tale.when(CLOSE, tale.thang, "2026-04-08T15:01").last.refusals
    said = orders(tale.centre, "2026-04-11T08:00", MeasureKind.EVIDENCE, child_view="Cháu không nói gì.")
    tale.thang_does(said, "2026-04-08T15:02", reason="Giữ chứng cứ.")
    tale.lan_does(CompleteUrgentMeasure(ref="1", result="Xong."), "2026-04-08T15:03")
    tale.when(CLOSE, tale.thang, "2026-04-08T15:04")
    assert before
    assert tale.now.phase is not Phase.CLOSED


def test_where_a_carer_refuses_and_the_court_is_to_be_asked_somebody_must_ask_it() -> None:
    """Path.SEPARATION starts T05; Path.COURT starts nothing: no duty to petition."""
    tale = WatchedPlan().approved()
    refused = RefusePlanByCarer(refuser=Refuser.FATHER, path=Path.COURT)
    before = set(tale.file.running)
    tale.lan_does(refused, "2026-03-11T09:00", reason="Bố không đồng ý.")
    assert set(tale.file.running) > before


def test_a_separation_of_one_minute_is_none_and_declining_it_is_looked_at() -> None:
    """A separation that is declined is shown to the department (P27). Ordered for one minute, it ran out (P21 lapses,
    once), and declining after that is no decision below the proposal any more."""
    town = WatchedTown().opened()
    town.given(risk(RiskLevel.MEDIUM, parent_is_harmer=True), by=town.lan, at="2026-03-02T09:30")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T09:40")
    moment = town.separation("2026-03-02T09:51")
    town.when(moment, by=town.thang, at="2026-03-02T09:50").refused("separation_too_short")
    town.when(DeclineSeparation(), by=town.thang, at="2026-03-02T09:52", reason="Ông bà cùng ở.")
    assert clocks(town, "P27")
