"""The system finds what ran out, and names the one office that answers and who held it at that instant."""

from datetime import date

import pytest

from domain.case.assessment.request_information import RequestInformation
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.transfer_lead import TransferLead
from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, office_id
from domain.unit.merge_unit import MergeUnit
from domain.unit.state import Level
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town

URGENT_MEASURES = RecordLapse(code="T04")


def test_a_lapse_is_found_once_and_only_after_the_last_instant() -> None:
    town = Town().opened()
    town.when(URGENT_MEASURES, by=None, at="2026-03-02T20:00").refused("not_due_yet")
    town.when(URGENT_MEASURES, by=town.hoa, at="2026-03-02T20:01").refused("role_not_allowed")
    town.when(RecordLapse(code="T05"), by=None, at="2026-03-02T20:01").refused("duty_not_running")
    line = town.system(URGENT_MEASURES, at="2026-03-02T20:01")
    assert line.event.since == instant("2026-03-02T08:00")
    assert line.event.due_at == instant("2026-03-02T20:00")
    assert line.event.found_at == instant("2026-03-02T20:01")
    assert line.event.answers.unit == town.an_bien
    assert (line.event.holder, line.event.holder_name) == (town.thang.id, "Vũ Đức Thắng")
    assert "T04" in town.running
    town.when(URGENT_MEASURES, by=None, at="2026-03-02T20:02").refused("lapse_already_recorded")


def test_a_limit_in_days_is_late_from_the_very_midnight_that_ends_it() -> None:
    town = Town().separated(until="2026-03-18T00:00")
    p07 = RecordLapse(code="P07", ref="1")
    town.when(p07, by=None, at="2026-03-12T23:59").refused("not_due_yet")
    town.system(p07, at="2026-03-13T00:00")


def test_a_lapse_changes_nothing_but_what_is_known_of_the_clock() -> None:
    town = Town().opened()
    before = town.now
    town.system(URGENT_MEASURES, at="2026-03-02T20:01")
    assert town.now == before
    assert town.file.lapsed == {("T04", "")}
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T21:00", reason="Muộn còn hơn không.")
    assert town.file.lapsed == set()


def test_a_vacant_office_answers_and_nobody_held_it() -> None:
    town = Town().opened()
    empty = town.story.unit("HP-TRONG", "Trung tâm chưa có người đứng đầu", Level.PROVIDER, town.city)
    town.story.office(empty, Role.PROVIDER_HEAD, since="2025-07-01T00:00")
    asked = RequestInformation(from_body=empty, question="Biết gì về cháu?")
    town.given(asked, by=town.lan, at="2026-03-02T09:00")
    line = town.system(RecordLapse(code="P04", ref="1"), at="2026-03-03T09:01")
    assert line.event.answers.unit == empty
    assert (line.event.holder, line.event.holder_name) == (None, None)


def test_who_takes_office_after_the_instant_does_not_answer_for_it() -> None:
    town = Town().opened()
    empty = town.story.unit("HP-TRONG", "Trung tâm chưa có người đứng đầu", Level.PROVIDER, town.city)
    town.story.office(empty, Role.PROVIDER_HEAD, since="2025-07-01T00:00")
    asked = RequestInformation(from_body=empty, question="Biết gì về cháu?")
    town.given(asked, by=town.lan, at="2026-03-02T09:00")
    late = AppointHolder(
        person=town.dung.id, name=town.dung.name, since=instant("2026-03-03T09:30"), decision_no="QĐ-02"
    )
    town.story.system(office_id(empty.id, Role.PROVIDER_HEAD), late, at="2026-03-03T09:30")
    line = town.system(RecordLapse(code="P04", ref="1"), at="2026-03-03T10:00")
    assert line.event.holder is None


def takes_over(town: Town, at: str) -> None:
    """Thắng leaves the office of the Chair at the instant, and Dũng holds it from that instant on."""
    chair = office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
    ngoc = town.story.office(town.city, Role.HOME_AFFAIRS_OFFICER, "Lưu Bảo Ngọc", since="2026-01-02T08:00")
    leaves = EndTenure(person=town.thang.id, until=instant(at), decision_no="QĐ-07")
    town.story.given(chair, leaves, by=ngoc, at="2026-03-02T11:30")
    comes = AppointHolder(person=town.dung.id, name=town.dung.name, since=instant(at), decision_no="QĐ-08")
    town.story.system(chair, comes, at="2026-03-02T11:31")


@pytest.mark.parametrize(
    ("at", "named"),
    [
        ("2026-03-02T19:59:59.999999", "Ngô Tiến Dũng"),
        ("2026-03-02T20:00", "Vũ Đức Thắng"),
        ("2026-03-02T20:00:00.000001", "Vũ Đức Thắng"),
    ],
)
def test_who_comes_to_the_office_at_the_very_end_of_twelve_hours_is_not_named(at: str, named: str) -> None:
    town = Town().opened()
    takes_over(town, at)
    assert town.system(URGENT_MEASURES, at="2026-03-02T20:01").event.holder_name == named


@pytest.mark.parametrize(
    ("at", "named"),
    [
        ("2026-03-12T23:59:59.999999", "Ngô Tiến Dũng"),
        ("2026-03-13T00:00", "Vũ Đức Thắng"),
        ("2026-03-13T00:00:00.000001", "Vũ Đức Thắng"),
    ],
)
def test_who_comes_to_the_office_at_the_midnight_that_ends_a_limit_in_days_is_not_named(at: str, named: str) -> None:
    town = Town().separated(until="2026-03-18T00:00")
    takes_over(town, at)
    assert town.system(RecordLapse(code="P07", ref="1"), at="2026-03-13T08:00").event.holder_name == named


def test_a_limit_that_ends_with_the_old_ward_names_its_chair_and_not_the_new_wards() -> None:
    town = Town().separated(until="2026-03-18T00:00")
    new = town.story.unit("11999", "Phường Mới", Level.COMMUNE, town.city, since="2026-03-10")
    town.story.office(new, Role.COMMUNE_CHAIR, "Lê Văn Tân", since="2026-03-13T00:00")
    merged = MergeUnit(into=new, on=date(2026, 3, 13), resolution_no="NQ-4")
    town.story.system(town.an_bien.id, merged, at="2026-03-11T08:00")
    line = town.system(RecordLapse(code="P07", ref="1"), at="2026-03-13T08:00")
    assert (line.event.answers.unit, line.event.holder_name) == (town.an_bien, "Vũ Đức Thắng")


@pytest.mark.parametrize(
    ("taken_over", "who"),
    [("13:59:59.999999", "Lương Thúy Nga"), ("14:00", "Vũ Đức Thắng"), ("14:00:00.000001", "Vũ Đức Thắng")],
)
def test_of_two_communes_that_led_the_one_that_had_the_longer_part_of_the_time_answers(
    taken_over: str, who: str
) -> None:
    town = Town().opened()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    town.given(AcceptTransfer(), by=town.nga, at=f"2026-03-02T{taken_over}")
    lapse = town.system(URGENT_MEASURES, at="2026-03-02T20:01").event
    assert lapse.holder_name == who
    assert [(part.office.unit, part.holder_name, part.since, part.until) for part in lapse.held] == [
        (town.an_bien, "Vũ Đức Thắng", instant("2026-03-02T08:00"), instant(f"2026-03-02T{taken_over}")),
        (town.kien_an, "Lương Thúy Nga", instant(f"2026-03-02T{taken_over}"), instant("2026-03-02T20:00")),
    ]


def test_a_duty_handed_on_when_it_has_all_but_run_out_stays_with_who_let_it() -> None:
    town = Town().opened()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T17:00")
    early = town.system(RecordLapse(code="T03"), at="2026-03-02T17:30")
    late = town.system(URGENT_MEASURES, at="2026-03-02T20:01")
    assert early.event.due_at < instant("2026-03-02T17:00") < late.event.due_at
    assert early.event.holder_name == "Vũ Đức Thắng"
    assert late.event.holder_name == "Vũ Đức Thắng"


def test_a_report_that_lies_unread_lapses_on_its_own_file() -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00", to=town.son, place=town.kien_an)
    line = town.story.system(report, RecordLapse(code="T02"), at="2026-03-02T10:01")
    assert line.event.answers.unit == town.an_bien
    assert town.story.files[report].lapsed == {("T02", "")}
