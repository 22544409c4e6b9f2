"""Ways to keep a child from its parents longer than the law allows, or to lengthen step by step without looking."""

from typing import Any

from domain.case.protection.continue_by_authority import ContinueByAuthority
from domain.case.protection.expire_no_contact import ExpireNoContact
from domain.case.protection.expire_separation import ExpireSeparation
from domain.case.protection.extend_separation import ExtendSeparation
from domain.case.protection.order_no_contact import OrderNoContact
from domain.case.protection.request_no_contact import RequestNoContact
from domain.case.state.case import RiskLevel
from domain.record.record_lapse import RecordLapse
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import PAPER, Town, risk

WHY = "Cha chưa rời khỏi nhà."


def extend(until: str) -> ExtendSeparation:
    return ExtendSeparation(until=instant(until))


def ran_out() -> Town:
    """Separated on 2 March until the 12th; nobody decided, and the carers are not safe."""
    town = Town().separated()
    town.system(ExpireSeparation(), at="2026-03-12T00:00")
    town.system(RecordLapse(code="P21", ref="1"), at="2026-03-12T00:00")
    return town


def test_a_separation_that_ran_out_is_not_begun_anew_for_another_fifteen_days() -> None:
    town, at = ran_out(), "2026-03-12T08:00"
    town.when(town.separation("2026-03-25T00:00"), by=town.thang, at=at).refused("separation_too_long")
    town.given(town.separation("2026-03-18T00:00"), by=town.thang, at=at)
    assert town.running["T06:2"] == instant("2026-03-18T00:00")


def test_after_fifteen_days_only_something_new_allows_another_separation() -> None:
    town = ran_out()
    longer = town.separation("2026-03-30T00:00")
    town.when(longer, by=town.thang, at="2026-03-19T08:00").refused("separation_too_long")
    report = town.told(at="2026-03-19T09:00")
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-19T09:30")
    town.when(longer, by=town.thang, at="2026-03-19T10:00").refused("separation_too_long")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-19T11:00")
    town.given(longer, by=town.thang, at="2026-03-19T11:30")
    assert town.running["T06:2"] == instant("2026-04-04T00:00")


def test_each_extension_rests_on_an_assessment_of_its_own() -> None:
    town = Town().separated(until="2026-03-06T00:00")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-05T09:00")
    town.given(extend("2026-03-10T00:00"), by=town.thang, at="2026-03-05T10:00", reason=WHY)
    again, at = extend("2026-03-14T00:00"), "2026-03-09T10:00"
    town.when(again, by=town.thang, at=at, reason=WHY).refused("reassessment_required")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-09T10:30")
    town.given(again, by=town.thang, at="2026-03-09T11:00", reason=WHY)


def test_what_an_authority_asked_for_is_not_lengthened_by_the_chair() -> None:
    town = Town().separated()
    asked: dict[str, Any] = {"authority": town.court, "document_no": "21/TA"}
    first = ContinueByAuthority(until=instant("2026-03-20T00:00"), **asked)
    town.given(first, by=town.thang, at="2026-03-11T09:00", attachments=PAPER)
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-18T09:00")
    own, at = extend("2026-12-31T00:00"), "2026-03-18T10:00"
    town.when(own, by=town.thang, at=at, reason=WHY).refused("separation_too_long")
    more = ContinueByAuthority(until=instant("2026-04-20T00:00"), **asked)
    town.given(more, by=town.thang, at=at, attachments=PAPER)


def test_a_second_order_to_keep_away_needs_a_request_of_its_own_or_its_reason() -> None:
    town = Town().opened()
    asked = RequestNoContact(against="Ông B.", grounds="Đe dọa.", requested_at=instant("2026-03-02T09:00"))
    town.given(asked, by=town.lan, at="2026-03-02T09:00")

    def order(until: str, **more: Any) -> OrderNoContact:
        return OrderNoContact(against="Ông B.", until=instant(until), decision_no="16/QĐ-UBND", **more)

    town.given(order("2026-03-03T09:00", request="1"), by=town.thang, at="2026-03-02T09:30")
    town.system(ExpireNoContact(), at="2026-03-03T09:00")
    at = "2026-03-03T10:00"
    town.when(order("2026-03-05T09:00", request="1"), by=town.thang, at=at).refused("request_not_open")
    threat = order("2026-03-05T09:00", threat_to_life=True)
    town.when(threat, by=town.thang, at=at).refused("reason_required")
    town.given(threat, by=town.thang, at=at, reason="Ông B. quay lại với dao.")
