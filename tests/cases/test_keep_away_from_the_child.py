"""A mother asks that her husband be kept away from the child: twelve hours to answer, three days at most."""

from typing import Any

from domain.case.intake.open_case import OpenCase
from domain.case.protection.cancel_no_contact import CancelNoContact
from domain.case.protection.expire_no_contact import ExpireNoContact
from domain.case.protection.order_no_contact import OrderNoContact
from domain.case.protection.refuse_no_contact import RefuseNoContact
from domain.case.protection.request_no_contact import RequestNoContact
from domain.record.vocabulary import Role, case_id
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import Town


def asks(at: str, **more: Any) -> RequestNoContact:
    said: dict[str, Any] = {"against": "Bố của cháu", "grounds": "Dọa giết cả nhà."}
    return RequestNoContact(requested_at=instant(at), **(said | more))


def orders(until: str, **more: Any) -> OrderNoContact:
    said: dict[str, Any] = {"against": "Bố của cháu", "decision_no": "20/QĐ-UBND", "request": "1"}
    return OrderNoContact(until=instant(until), **(said | more))


def asked() -> Town:
    town = Town().opened()
    town.given(asks("2026-03-02T09:00"), by=town.lan, at="2026-03-02T09:10")
    return town


def test_a_request_says_whom_and_why_and_is_answered_within_twelve_hours() -> None:
    town = Town().opened()
    empty = asks("2026-03-02T10:00", against="", grounds="")
    town.when(empty, by=town.lan, at="2026-03-02T09:10").refused(
        "happened_in_future", "field_required", "field_required"
    )
    town.given(asks("2026-03-02T09:00"), by=town.lan, at="2026-03-02T09:10")
    assert town.running["T11:1"] == instant("2026-03-02T21:00")


def test_the_order_lasts_three_days_at_most_and_is_an_urgent_measure() -> None:
    town = asked()
    long = orders("2026-03-06T00:01", decision_no="", against=" ")
    town.when(long, by=town.thang, at="2026-03-02T12:00").refused(
        "no_contact_too_long", "field_required", "field_required"
    )
    town.when(orders("2026-03-02T11:00"), by=town.thang, at="2026-03-02T12:00").refused("end_already_past")
    town.given(orders("2026-03-05T12:00"), by=town.thang, at="2026-03-02T12:00")
    assert not {"T11:1", "T04"} & set(town.running)
    assert town.running["T11M:1"] == instant("2026-03-06T00:00")
    assert town.running["P22:1"] == instant("2026-03-05T12:00")
    again = orders("2026-03-05T12:00", request=None, threat_to_life=True)
    town.when(again, by=town.thang, at="2026-03-02T13:00", reason="Vẫn đe dọa.").refused("no_contact_holds")


def test_without_a_request_only_a_threat_to_life_allows_an_order() -> None:
    town = Town().opened()
    town.when(orders("2026-03-04T12:00"), by=town.thang, at="2026-03-02T12:00").refused("request_not_open")
    alone = orders("2026-03-04T12:00", request=None)
    town.when(alone, by=town.thang, at="2026-03-02T12:00").refused("request_or_threat_required")
    threat = orders("2026-03-04T12:00", request=None, threat_to_life=True)
    town.given(threat, by=town.thang, at="2026-03-02T12:00")


def test_a_refusal_is_written_and_gives_its_reasons() -> None:
    town = asked()
    town.when(RefuseNoContact(request="1", document_no=""), by=town.thang, at="2026-03-02T12:00").refused(
        "reason_required", "field_required"
    )
    no = RefuseNoContact(request="1", document_no="12/UBND")
    town.given(no, by=town.thang, at="2026-03-02T12:00", reason="Người bố đã bị tạm giam.")
    assert "T11:1" not in town.running
    town.when(no, by=town.thang, at="2026-03-02T12:10", reason="Lần nữa.").refused("request_not_open")


def test_an_order_is_cancelled_with_a_reason() -> None:
    town = asked()
    town.when(CancelNoContact(), by=town.thang, at="2026-03-02T11:00", reason="Không có.").refused(
        "no_contact_not_active"
    )
    town.given(orders("2026-03-05T12:00"), by=town.thang, at="2026-03-02T12:00")
    town.when(CancelNoContact(), by=town.thang, at="2026-03-03T12:00").refused("reason_required")
    town.given(CancelNoContact(), by=town.thang, at="2026-03-03T12:00", reason="Mẹ con đã về quê.")
    assert not {"T11M:1", "P22:1"} & set(town.running)
    assert not town.now.protection.in_force


def test_an_order_that_ran_out_still_asks_the_chair_to_look_again() -> None:
    town = asked()
    town.given(orders("2026-03-05T12:00"), by=town.thang, at="2026-03-02T12:00")
    town.when(ExpireNoContact(), by=None, at="2026-03-05T11:59").refused("end_not_reached")
    town.system(ExpireNoContact(), at="2026-03-05T12:00")
    town.when(ExpireNoContact(), by=None, at="2026-03-05T12:01").refused("no_contact_not_active")
    assert "T11M:1" not in town.running
    assert "P22:1" in town.running
    line = town.given(CancelNoContact(), by=town.thang, at="2026-03-05T14:00", reason="Không còn đe dọa.")
    assert line.event.after_its_end is True
    assert "P22:1" not in town.running


def test_before_july_2023_the_law_knew_no_such_order() -> None:
    story = Story()
    city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
    ward = story.unit("11341", "Phường Gia Viên", Level.COMMUNE, city)
    worker = story.office(ward, Role.PROTECTION_WORKER, "Đoàn Thị Bích", since="2020-01-01T00:00")
    chair: Person = story.office(ward, Role.COMMUNE_CHAIR, "Lại Văn Tùng", since="2020-01-01T00:00")
    old = Town.__new__(Town)
    old.story, old.an_bien, old.lan, old.reports, old.born = story, ward, worker, 0, 2012
    report = old.told(at="2023-06-30T08:00")
    case = case_id(report)
    story.given(case, OpenCase(report=report, place=ward), by=worker, at="2023-06-30T08:30")
    story.when(case, asks("2023-06-30T09:00"), by=worker, at="2023-06-30T09:10").refused("no_contact_law_not_in_force")
    threat = orders("2023-07-01T12:00", request=None, threat_to_life=True)
    story.when(case, threat, by=chair, at="2023-06-30T10:00").refused("no_contact_law_not_in_force")
    story.given(case, asks("2023-07-01T00:00"), by=worker, at="2023-07-01T00:10")
