"""The child lives elsewhere for a while: with a checked carer, heard, and looked after in turns that never stop."""

from dataclasses import replace

from domain.case.care.end_alternative_care import EndAlternativeCare
from domain.case.care.monitor_alternative_care import MonitorAlternativeCare
from domain.case.care.place_in_alternative_care import PlaceInAlternativeCare
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.protection.check_return_home import CheckReturnHome
from domain.case.protection.order_separation import OrderSeparation
from domain.case.state.care import CareEnd, CareGround, CareKind, Suitability
from domain.case.state.case import Phase
from domain.case.state.plan import Safety
from domain.case.state.protection import SeparationGround
from domain.record.personal import PersonalKind
from tests.cases.casefile import instant
from tests.cases.plan_ground import PlanStory

AUNT = PlaceInAlternativeCare(
    kind=CareKind.RELATIVES,
    ground=CareGround.BY_PLAN,
    decision_no="141/QĐ-UBND",
    carer_check="Đã đến nhà, có chỗ ngủ riêng, người chăm sóc khỏe mạnh.",
    carer_name="Nguyễn Thị Thoa",
    child_view="Cháu đồng ý ở với dì.",
)
SEEN = MonitorAlternativeCare(found=Suitability.SUITABLE, seen="Cháu được chăm sóc tốt.", child_view="Cháu vui.")
CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")


def test_what_began_with_a_separation_goes_on_by_the_plan_as_one_placement() -> None:
    tale = PlanStory().approved()
    with_it = replace(AUNT, ground=CareGround.WITH_SEPARATION)
    order = OrderSeparation(
        ground=SeparationGround.HARM_LIKELY_AGAIN,
        decision_no="140/QĐ-UBND",
        until=instant("2026-03-20T00:00"),
        carer_name="Nguyễn Thị Thoa",
        placement="Nhà dì của cháu",
        child_view="Cháu đồng ý.",
    )
    tale.thang_does(order, "2026-03-10T15:00", reason="Có nguy cơ bị xâm hại tiếp.")
    tale.thang_does(with_it, "2026-03-10T15:10")
    tale.when(with_it, tale.thang, "2026-03-10T15:20").refused("care_lasts")
    elsewhere = replace(AUNT, kind=CareKind.FOSTER)
    tale.when(elsewhere, tale.thang, "2026-03-10T15:25").refused("care_lasts")
    first = tale.due("P14:1")
    tale.thang_does(AUNT, "2026-03-10T15:30")
    (stay,) = tale.now.care.placements
    assert (stay.ground, stay.ended) == (CareGround.BY_PLAN, None)
    assert tale.due("P14:1") == first is not None, "its first monitoring is owed once"
    tale.when(AUNT, tale.thang, "2026-03-10T15:40").refused("care_lasts")


def test_a_child_with_an_aunt_is_looked_after_also_once_the_case_is_closed() -> None:
    tale = PlanStory().served()
    placed = tale.thang_does(AUNT, "2026-03-31T09:00")
    assert placed.event.carer_name.kind is PersonalKind.FAMILY
    assert tale.due("P14:1") == "2026-05-05T00:00", "30 April and 1 May are days off, 2 and 3 a weekend"
    tale.when(AUNT, tale.thang, "2026-03-31T09:01").refused("care_lasts")
    tale.lan_does(SEEN, "2026-04-07T10:00")
    assert tale.due("P14:1") is None
    assert tale.due("P15:1.2") == "2026-10-08T00:00"

    from_review = PlanStory().reviewed()
    from_review.thang_does(AUNT, "2026-04-08T16:00")
    from_review.thang_does(CLOSE, "2026-04-09T09:00")
    assert from_review.now.phase is Phase.CLOSED
    assert set(from_review.file.running) == {("P14", "1")}
    from_review.lan_does(SEEN, "2026-05-05T10:00")
    home = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)
    from_review.when(home, from_review.thang, "2026-08-01T09:00").refused("reason_required")
    from_review.thang_does(home, "2026-08-01T09:00", reason="Mẹ đã chuyển chỗ ở, đủ điều kiện.")
    assert set(from_review.file.running) == {("P32", "ended-care-1")}, "somebody looks whether it is safe at home"
    safe = CheckReturnHome(child_met=True, safety=Safety.SAFE, seen="Cháu ổn.", child_view="Cháu vui.")
    from_review.lan_does(safe, "2026-08-01T17:00")
    assert from_review.file.running == {}
    from_review.when(SEEN, from_review.lan, "2026-08-02T09:00").refused("not_in_care")


def test_a_placement_rests_on_a_ground_a_check_and_the_childs_view() -> None:
    tale = PlanStory().submitted()
    bare = replace(AUNT, decision_no="", carer_check=" ", carer_name=None, child_view=None)
    tale.when(bare, tale.thang, "2026-03-09T15:00").refused(
        "no_ground_for_care",
        "field_required",
        "field_required",
        "carer_required",
        "child_view_missing",
    )
    facility = replace(AUNT, kind=CareKind.FACILITY, ground=CareGround.WITH_SEPARATION)
    tale.when(facility, tale.thang, "2026-03-09T15:00").refused("no_ground_for_care", "field_required")


def test_a_separated_child_goes_to_a_facility_whose_people_may_report_and_not_home() -> None:
    tale = PlanStory().submitted()
    apart = OrderSeparation(
        ground=SeparationGround.HARM_LIKELY_AGAIN,
        until=instant("2026-03-20T00:00"),
        decision_no="119/QĐ-UBND",
        carer_name="Trung tâm",
        placement="Phòng tạm lánh.",
        child_view="Cháu muốn ở đây.",
    )
    tale.thang_does(apart, "2026-03-09T14:00")
    shelter = replace(
        AUNT, kind=CareKind.FACILITY, ground=CareGround.WITH_SEPARATION, carer_name=None, facility=tale.centre
    )
    tale.thang_does(shelter, "2026-03-09T15:00")
    tale.given(SEEN, tale.huy, "2026-03-12T09:00")
    mute = replace(SEEN, seen="", child_view=None)
    tale.when(mute, tale.lan, "2026-03-12T10:00").refused("field_required", "child_view_missing")
    home = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)
    tale.when(home, tale.thang, "2026-03-13T09:00", reason="Mẹ xin đón.").refused("separation_active")
    moved = EndAlternativeCare(ground=CareEnd.CARER_UNABLE)
    tale.thang_does(moved, "2026-03-13T09:00", reason="Trung tâm hết chỗ.")
    tale.when(moved, tale.thang, "2026-03-13T09:10", reason="Như trên.").refused("not_in_care")
