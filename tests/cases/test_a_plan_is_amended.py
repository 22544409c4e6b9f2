"""The school cannot help: the worker proposes another way, the Chair decides, and no clock moves later."""

from datetime import date

from domain.case.plan.approve_amendment import ApproveAmendment
from domain.case.plan.decline_amendment import DeclineAmendment
from domain.case.plan.decline_item import DeclineItem
from domain.case.plan.propose_amendment import ProposeAmendment
from domain.case.state.plan import ItemStatus
from tests.cases.plan_ground import STABLE, PlanStory

WHY = "Trường không có giáo viên tư vấn."


def declined() -> PlanStory:
    tale = PlanStory().approved()
    tale.given(DeclineItem(item="2"), tale.tam, "2026-03-11T08:00", reason=WHY)
    return tale


def test_a_declined_item_is_given_to_another_body() -> None:
    tale = declined()
    change = ProposeAmendment(adds=(tale.item(tale.centre, "2026-04-08"),), drops=("2",))
    tale.when(change, tale.lan, "2026-03-11T10:00").refused("reason_required")
    tale.lan_does(change, "2026-03-11T10:00", reason=WHY)
    assert tale.due("P10:1") == "2026-03-14T00:00"
    assert len(tale.now.plan.items) == 2, "nothing changes before the decision"
    tale.when(change, tale.lan, "2026-03-11T11:00", reason=WHY).refused("amendment_waits")

    tale.thang_does(ApproveAmendment(), "2026-03-12T09:00")
    assert [i.status for i in tale.now.plan.items] == [
        ItemStatus.ASSIGNED,
        ItemStatus.DROPPED,
        ItemStatus.ASSIGNED,
    ]
    assert tale.due("P10:1") is None
    assert tale.due("P09:1.2") is None
    assert tale.due("P09:1.3") == "2026-04-09T00:00"
    assert tale.due("P08:1.3") == "2026-03-14T00:00"
    assert tale.due("P09:1.1") == "2026-04-01T00:00", "what stays keeps its time"
    tale.when(ApproveAmendment(), tale.thang, "2026-03-12T09:01").refused("no_amendment")


def test_the_chair_may_leave_the_plan_as_it_is() -> None:
    tale = declined()
    tale.when(DeclineAmendment(), tale.thang, "2026-03-11T09:00", reason=WHY).refused("no_amendment")
    tale.lan_does(ProposeAmendment(drops=("2",)), "2026-03-11T10:00", reason=WHY)
    tale.thang_does(DeclineAmendment(), "2026-03-12T09:00", reason="Nhà trường phải bố trí.")
    assert tale.now.plan.amendment is None
    assert tale.due("P10:1") is None
    assert tale.due("P36:1.2") == "2026-03-17T00:00", "somebody else has to be found all the same"


def test_a_change_changes_something_that_is_there() -> None:
    tale = declined()
    tale.when(ProposeAmendment(), tale.lan, "2026-03-11T10:00", reason=WHY).refused("amendment_empty")
    wrong = ProposeAmendment(adds=(tale.item(tale.centre, "2026-05-08"),), drops=("8",))
    tale.when(wrong, tale.lan, "2026-03-11T10:00", reason=WHY).refused("item_unknown", "item_after_plan")


def test_an_overdue_item_is_not_dropped_to_be_rid_of_its_clock() -> None:
    tale = declined()
    drop = ProposeAmendment(drops=("2",))
    tale.when(drop, tale.lan, "2026-04-04T10:00", reason=WHY).refused("item_overdue")
    tale.lan_does(drop, "2026-04-03T10:00", reason=WHY)
    tale.when(ApproveAmendment(), tale.thang, "2026-04-04T10:00").refused("item_overdue")


def test_a_change_that_waits_too_long_adds_nothing_in_the_past() -> None:
    tale = declined()
    late = ProposeAmendment(adds=(tale.item(tale.centre, "2026-03-12"),))
    tale.lan_does(late, "2026-03-11T10:00", reason=WHY)
    tale.when(ApproveAmendment(), tale.thang, "2026-03-13T10:00").refused("item_due_past")


def test_a_review_overtakes_a_change_that_waits() -> None:
    tale = PlanStory().served()
    tale.lan_does(ProposeAmendment(adds=(tale.item(tale.centre, "2026-04-09"),)), "2026-04-01T10:00", reason=WHY)
    tale.lan_does(STABLE, "2026-04-08T15:00")
    assert tale.now.plan.amendment is None
    assert tale.due("P10:1") is None
    assert tale.now.plan.ends_on == date(2026, 4, 9)
