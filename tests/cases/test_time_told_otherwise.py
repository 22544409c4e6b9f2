"""Somebody tells the hour otherwise: before the matter began, before the own term, or between others' steps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.plan.accept_item import AcceptItem
from domain.case.plan.record_visit import RecordVisit
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.protection.request_no_contact import RequestNoContact
from domain.case.state.plan import Safety
from domain.case.state.protection import MeasureKind
from domain.catalogue import ACTIONS
from domain.office.appoint_holder import AppointHolder
from domain.office.delegate_power import DelegatePower
from domain.record.vocabulary import Role, office_id
from tests.cases.casefile import Person, instant
from tests.cases.plan_ground import PlanStory
from tests.cases.protection_ground import PAPER, Town
from tests.cases.sightings import MET

ASKED = "Cháu đã khám ở đây chưa?"
VISIT = RecordVisit(safety=Safety.SAFE, seen="Cháu ở với bà, ăn ngủ bình thường.", sighting=MET)


def test_nothing_happened_before_the_first_receipt() -> None:
    town = Town().opened()
    order, at, why = town.measure("2026-03-02T20:00"), "2026-03-02T11:00", "Cháu bị đánh."
    town.when(order, by=town.thang, at=at, reason=why, occurred_at="2026-03-02T07:59").refused("before_file_began")
    line = town.given(order, by=town.thang, at=at, reason=why, occurred_at="2026-03-02T08:00")
    assert line.occurred_at == instant("2026-03-02T08:00")


def test_a_new_chair_signs_nothing_for_the_time_before_his_term() -> None:
    """Thắng leaves on 2 March at noon; his successor cannot put an order into that morning."""
    town = Town().opened()
    seat = office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
    noon = instant("2026-03-02T12:00")
    town.story.files[seat].state = town.story.files[seat].state.without(town.thang.id, noon)
    binh = Person("Trịnh Công Bình")
    appointed = AppointHolder(person=binh.id, name=binh.name, since=noon, decision_no="QĐ-9")
    town.story.system(seat, appointed, at="2026-03-02T12:00")
    order, at, why = town.measure("2026-03-03T08:00"), "2026-03-02T19:00", "Cháu bị đánh."
    before = noon - timedelta(microseconds=1)
    town.when(order, by=binh, at=at, reason=why, occurred_at=before).refused("no_office_then")
    town.when(order, by=town.thang, at=at, reason=why, occurred_at=before).refused("no_office_now")
    town.given(order, by=binh, at=at, reason=why, occurred_at=noon)


def test_a_deputy_signs_nothing_for_the_time_before_the_paper() -> None:
    tale = PlanStory().submitted()
    paper = DelegatePower(
        document_no="09/UQ",
        to_office=office_id(tale.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR),
        since=instant("2026-03-10T08:00"),
        until=instant("2026-03-11T00:00"),
    )
    tale.story.given(office_id(tale.an_bien.id, Role.COMMUNE_CHAIR), paper, by=tale.thang, at="2026-03-10T08:00")
    early = "2026-03-10T07:59"
    tale.when(tale.approval(), tale.hanh, "2026-03-10T09:00", occurred_at=early).refused("no_office_then")
    tale.given(tale.approval(), tale.hanh, "2026-03-10T09:00")


def test_a_visit_written_weeks_later_says_so_and_covers_no_visit_before_it() -> None:
    tale = PlanStory().approved()
    tale.lan_does(VISIT, "2026-03-16T09:00")
    at, then = "2026-04-02T09:00", "2026-03-14T09:00"
    tale.when(VISIT, tale.lan, at, occurred_at=then).refused("late_reason_required")
    line = tale.lan_does(VISIT, at, occurred_at="2026-03-20T09:00", late_reason="Quên ghi.")
    assert line.late
    assert line.starts[0].since == instant("2026-03-20T09:00"), "the next visit counts from the day told"


def test_an_inspectors_older_line_opens_no_gap_for_others() -> None:
    town = Town().opened()
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    town.given(asked, by=town.lan, at="2026-03-02T11:00")
    town.given(asked, by=town.tue, at="2026-03-02T12:00", occurred_at="2026-03-02T10:00", attachments=PAPER)
    between = "2026-03-02T10:30"
    town.when(asked, by=town.lan, at="2026-03-02T12:30", occurred_at=between).refused("before_previous_step")


def test_what_is_written_exactly_a_day_later_is_not_yet_late() -> None:
    town = Town().opened()
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    at, then = "2026-03-03T09:00", instant("2026-03-02T09:00")
    town.when(asked, by=town.lan, at=at, occurred_at=then - timedelta(microseconds=1)).refused("late_reason_required")
    assert not town.given(asked, by=town.lan, at=at, occurred_at=then).late


def test_nothing_is_recorded_before_it_happens() -> None:
    town = Town().opened()
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    town.when(asked, by=town.lan, at="2026-03-02T11:00", occurred_at="2026-03-02T11:03").refused("happened_in_future")


@pytest.mark.parametrize("ahead", [timedelta(microseconds=1), timedelta(seconds=30), timedelta(minutes=2)])
def test_a_clock_that_runs_a_little_ahead_is_taken_as_now(ahead: timedelta) -> None:
    town, now = Town().opened(), instant("2026-03-02T11:00")
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    line = town.given(asked, by=town.lan, at="2026-03-02T11:00", occurred_at=now + ahead)
    assert line.occurred_at == now
    wanted = RequestNoContact(against="Người cha", grounds="Cha đánh cháu.", requested_at=now + ahead)
    assert town.given(wanted, by=town.lan, at="2026-03-02T11:00").event.requested_at == now


def test_what_lies_further_ahead_has_not_happened() -> None:
    """The negative control; and an end that lies ahead stays where it was set."""
    town, now = Town().opened(), instant("2026-03-02T11:00")
    ahead = now + timedelta(minutes=2, microseconds=1)
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    town.when(asked, by=town.lan, at="2026-03-02T11:00", occurred_at=ahead).refused("happened_in_future")
    soon = now + timedelta(hours=2)
    measure = MeasureWanted(kind=MeasureKind.MEDICAL, executor=town.clinic, until=soon)
    order = OrderUrgentMeasure(measures=(measure,), decision_no="14/QĐ-UBND")
    line = town.given(order, by=town.thang, at="2026-03-02T11:00", reason="Cháu bị đánh.")
    assert line.event.measures[0].until == soon


def test_a_visit_of_the_thirteenth_is_told_after_that_of_the_sixteenth_and_moves_no_clock() -> None:
    tale = PlanStory().approved()
    tale.lan_does(VISIT, "2026-03-16T09:00")
    before = tale.story.running(tale.case)
    line = tale.lan_does(VISIT, "2026-03-17T08:00", occurred_at="2026-03-13T09:00", late_reason="Quên ghi.")
    assert (line.starts, line.ends, line.event.number) == ((), (), 2)
    assert tale.story.running(tale.case) == before
    danger = replace(VISIT, safety=Safety.DANGER)
    tale.lan_does(danger, "2026-03-17T09:00", occurred_at="2026-03-14T09:00", late_reason="Quên ghi.")
    assert tale.now.serious_danger
    assert "T04:visit-3" in tale.story.running(tale.case), "an older danger is a danger"


def test_what_one_body_told_puts_no_other_in_the_wrong() -> None:
    """The shelter had answered on Monday, which is told after the clinic's answer of Tuesday."""
    town = Town().opened()
    for body in (town.clinic, town.shelter):
        asked = RequestInformation(from_body=body, question="Cháu đã ở đây chưa?")
        town.given(asked, by=town.lan, at="2026-03-02T09:00")
    town.given(ProvideInformation(ref="1", answer="Đã khám."), by=town.huy, at="2026-03-02T15:00")
    late = ProvideInformation(ref="2", answer="Chưa từng.")
    at, early = "2026-03-02T16:00", "2026-03-02T08:59"
    town.when(late, by=town.dung, at=at, occurred_at=early).refused("before_what_it_answers")
    town.given(late, by=town.dung, at=at, occurred_at="2026-03-02T10:00")


def test_a_delivery_of_the_day_before_is_told_after_that_of_another_provider() -> None:
    tale = PlanStory().approved()
    tale.given(AcceptItem(item="1"), tale.huy, "2026-03-11T08:00")
    tale.given(AcceptItem(item="2"), tale.tam, "2026-03-11T09:00")
    tale.given(tale.delivery("1", "2026-03-27", finished=False), tale.huy, "2026-03-27T17:00")
    tale.given(tale.delivery("2", "2026-03-26"), tale.tam, "2026-03-27T18:00", occurred_at="2026-03-26T18:30")
    again = tale.delivery("1", "2026-03-26")
    tale.when(again, tale.huy, "2026-03-27T18:10", occurred_at="2026-03-26T18:40").refused("before_previous_step")


def test_no_decision_is_dated_before_what_it_decides() -> None:
    tale = PlanStory().submitted()
    at, early = "2026-03-09T15:00", "2026-03-09T09:59"
    tale.when(tale.approval(), tale.thang, at, occurred_at=early).refused("before_what_it_answers")
    tale.given(tale.approval(), tale.thang, at, occurred_at="2026-03-09T10:00")


def test_what_an_act_answers_is_an_act() -> None:
    names = {action.name for action in ACTIONS}
    assert {name for action in ACTIONS for name in (*action.answers_to, action.proposed_by) if name} <= names
