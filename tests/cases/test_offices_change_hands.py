"""Who may act in an office changes to the microsecond: by appointment, acting, end, delegation and vacancy."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import pytest

from domain.law import duty
from domain.office.appoint_acting import AppointActing
from domain.office.appoint_holder import AppointHolder
from domain.office.appoint_worker import AppointWorker
from domain.office.delegate_power import DelegatePower
from domain.office.end_office import EndOffice
from domain.office.end_tenure import EndTenure
from domain.office.end_worker import EndWorker
from domain.office.establish_office import EstablishOffice
from domain.office.revoke_delegation import RevokeDelegation
from domain.office.state import Employment
from domain.record.line import Capacity, DutyOutcome
from domain.record.vocabulary import Role, UnitRef, office_id, unit_id, unknown_unit
from domain.unit.merge_unit import MergeUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import PAPER

NINE = "2026-03-02T09:00"
MOMENT = timedelta(microseconds=1)
BINH = Person("Đào Văn Bình")


class Ward:
    """Phường An Biên: Chair Thắng, deputy Hà, worker Lan; home-affairs officer Ngọc in the city."""

    def __init__(self) -> None:
        self.story = story = Story()
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.snv = story.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, self.city)
        self.unit = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        start = "2025-07-01T00:00"
        self.ngoc = story.office(self.snv, Role.HOME_AFFAIRS_OFFICER, "Trần Bích Ngọc", since=start)
        self.thang = story.office(self.unit, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since=start)
        self.ha = story.office(self.unit, Role.COMMUNE_DEPUTY_CHAIR, "Lê Thu Hà", since=start)
        self.lan = story.office(self.unit, Role.PROTECTION_WORKER, "Phạm Thị Lan", since=start)
        self.chair = office_id(self.unit.id, Role.COMMUNE_CHAIR)
        self.deputy = office_id(self.unit.id, Role.COMMUNE_DEPUTY_CHAIR)
        self.worker = office_id(self.unit.id, Role.PROTECTION_WORKER)

    def paper(self, **other: Any) -> DelegatePower:
        """Thắng's delegation to the deputy for March."""
        paper = DelegatePower(
            document_no="07/UQ-UBND",
            to_office=self.deputy,
            since=instant(NINE),
            until=instant("2026-04-01T00:00"),
        )
        return replace(paper, **other)

    def roles(self, person: Person, at: datetime) -> set[tuple[str, str]]:
        return {(s.role, s.capacity) for s in self.story.register.standings(person.id, at)}


@pytest.fixture
def ward() -> Ward:
    return Ward()


def appoint(person: Person, since: str = NINE, decision_no: str = "QĐ-77") -> AppointHolder:
    return AppointHolder(person=person.id, name=person.name, since=instant(since), decision_no=decision_no)


def name_worker(person: Person, since: str = NINE) -> AppointWorker:
    return AppointWorker(
        person=person.id,
        name=person.name,
        employment=Employment.CIVIL_SERVANT,
        since=instant(since),
        decision_no="QĐ-78",
    )


def test_a_chair_whose_term_ended_has_no_authority_from_that_microsecond(ward: Ward) -> None:
    end = EndTenure(person=ward.thang.id, until=instant(NINE), decision_no="QĐ-70")
    ward.story.when(ward.chair, end, by=ward.ngoc, at=NINE).recorded()
    holder = ward.story.register.holder
    last = holder(ward.chair, instant(NINE) - MOMENT)
    assert last is not None
    assert last.person == ward.thang.id
    assert holder(ward.chair, instant(NINE)) is None
    ward.story.when(ward.worker, name_worker(BINH), by=ward.thang, at=NINE).refused("no_office_now")


def test_only_the_home_affairs_officer_records_heads_and_one_at_a_time(ward: Ward) -> None:
    story = ward.story
    story.when(ward.chair, appoint(BINH), by=ward.thang, at=NINE).refused("role_not_allowed")
    story.when(ward.chair, appoint(BINH), by=ward.ngoc, at=NINE).refused("office_occupied")
    end = EndTenure(person=ward.thang.id, until=instant(NINE), decision_no="QĐ-70")
    story.when(ward.chair, replace(end, person=BINH.id), by=ward.ngoc, at=NINE).refused("not_the_holder")
    story.when(ward.chair, replace(end, decision_no=" "), by=ward.ngoc, at=NINE).refused("field_required")
    story.when(ward.chair, end, by=ward.ngoc, at=NINE).recorded()
    story.when(ward.chair, end, by=ward.ngoc, at=NINE).refused("not_the_holder")
    nameless = appoint(Person(""), decision_no="")
    story.when(ward.chair, nameless, by=ward.ngoc, at=NINE).refused("field_required", "field_required")
    story.when(ward.chair, appoint(BINH), by=ward.ngoc, at=NINE).recorded()
    assert ward.roles(BINH, instant(NINE)) == {(Role.COMMUNE_CHAIR, "holder")}
    assert ward.roles(BINH, instant(NINE) - MOMENT) == set()


def test_an_appointment_recorded_after_its_day_shows_as_late(ward: Ward) -> None:
    end = EndTenure(person=ward.thang.id, until=instant("2026-02-25T17:00"), decision_no="QĐ-70")
    ward.story.when(ward.chair, end, by=ward.ngoc, at=NINE).refused("late_reason_required")
    why = "Quyết định đến muộn."
    line = ward.story.when(ward.chair, end, by=ward.ngoc, at=NINE, late_reason=why).recorded()
    assert line.late, "what is dated back is late, whatever name the input has"
    (recording,) = line.starts
    assert (recording.code, recording.due_at) == (duty.HOLDER_RECORD.code, instant("2026-02-26T00:00"))
    assert recording.answers.unit == ward.snv
    lapsed, done = line.ends
    assert [(end.code, end.how) for end in line.ends] == [("P23", DutyOutcome.LAPSED), ("P23", DutyOutcome.MET)]
    assert (lapsed.answers, done.answers) == (recording.answers, None)
    line = ward.story.when(ward.chair, appoint(BINH), by=ward.ngoc, at=NINE).recorded()
    assert line.starts[0].due_at == instant("2026-03-03T00:00")
    assert ward.story.running(ward.chair) == {}


def test_a_deputy_in_charge_gives_way_to_the_chair_who_is_appointed(ward: Ward) -> None:
    story = ward.story
    acting = AppointActing(
        person=ward.ha.id,
        name=ward.ha.name,
        since=instant(NINE),
        until=instant("2026-06-01T00:00"),
        decision_no="QĐ-71",
    )
    story.when(ward.chair, acting, by=ward.ngoc, at=NINE).refused("office_occupied")
    end = EndTenure(person=ward.thang.id, until=instant(NINE), decision_no="QĐ-70")
    story.given(ward.chair, end, by=ward.ngoc, at=NINE)
    odd = replace(acting, until=acting.since, name="", decision_no="")
    story.when(ward.chair, odd, by=ward.ngoc, at=NINE).refused("acting_dates", "field_required", "field_required")
    story.when(ward.chair, acting, by=ward.ngoc, at=NINE).recorded()
    story.when(ward.chair, acting, by=ward.ngoc, at=NINE).refused("office_occupied")
    assert ward.roles(ward.ha, instant(NINE)) == {
        (Role.COMMUNE_DEPUTY_CHAIR, "holder"),
        (Role.COMMUNE_CHAIR, "acting"),
    }
    story.given(ward.chair, appoint(BINH, "2026-04-01T00:00"), by=ward.ngoc, at="2026-04-01T08:00")
    april = instant("2026-04-01T00:00")
    assert (Role.COMMUNE_CHAIR, "acting") in ward.roles(ward.ha, april - MOMENT)
    assert ward.roles(ward.ha, april) == {(Role.COMMUNE_DEPUTY_CHAIR, "holder")}


def test_the_chair_names_the_worker_and_a_vacancy_has_five_working_days(ward: Ward) -> None:
    story = ward.story
    assert story.running(ward.worker) == {}
    end = EndWorker(person=ward.lan.id, until=instant(NINE), decision_no="QĐ-72")
    story.when(ward.worker, end, by=ward.ngoc, at=NINE).refused("role_not_allowed")
    story.when(ward.worker, replace(end, person=BINH.id, decision_no=""), by=ward.thang, at=NINE).refused(
        "not_the_holder", "field_required"
    )
    story.when(ward.chair, end, by=ward.thang, at=NINE).refused("not_a_worker_office", "not_the_holder")
    line = story.when(ward.worker, end, by=ward.thang, at=NINE).recorded()
    assert story.running(ward.worker) == {"P16:1": instant("2026-03-10T00:00")}
    assert line.starts[0].answers.id == ward.chair

    by_officer = appoint(BINH)
    story.when(ward.worker, by_officer, by=ward.ngoc, at=NINE).refused("worker_named_by_chair")
    ended = EndTenure(person=BINH.id, until=instant(NINE), decision_no="QĐ-73")
    story.when(ward.worker, ended, by=ward.ngoc, at=NINE).refused("worker_named_by_chair", "not_the_holder")
    story.when(ward.deputy, name_worker(BINH), by=ward.thang, at=NINE).refused("not_a_worker_office", "office_occupied")
    nameless = replace(name_worker(BINH), name=" ", decision_no="")
    story.when(ward.worker, nameless, by=ward.thang, at=NINE).refused("field_required", "field_required")
    at, why = "2026-03-04T08:00", "Chờ quyết định."
    story.when(ward.worker, name_worker(BINH), by=ward.thang, at=at).refused("late_reason_required")
    story.when(ward.worker, name_worker(BINH), by=ward.thang, at=at, late_reason=why).recorded()
    assert story.running(ward.worker) == {}
    assert story.register.holder(ward.worker, instant("2026-03-04T08:00")) is not None


def test_a_worker_in_charge_fills_the_post_until_the_day_named_and_no_longer(ward: Ward) -> None:
    story = ward.story
    end = EndWorker(person=ward.lan.id, until=instant(NINE), decision_no="QĐ-72")
    story.given(ward.worker, end, by=ward.thang, at=NINE)
    acting = AppointActing(
        person=BINH.id,
        name=BINH.name,
        since=instant(NINE),
        until=instant("2026-03-16T00:00"),
        decision_no="QĐ-74",
    )
    story.when(ward.worker, acting, by=ward.ngoc, at=NINE).refused("worker_named_by_chair")
    story.when(ward.chair, acting, by=ward.thang, at=NINE).refused("not_a_worker_office", "office_occupied")
    story.when(ward.worker, acting, by=ward.thang, at=NINE).recorded()
    assert story.running(ward.worker) == {"P16:2": instant("2026-03-24T00:00")}
    story.given(
        ward.worker,
        replace(end, person=BINH.id, until=instant("2026-03-09T00:00")),
        by=ward.thang,
        at="2026-03-08T10:00",
    )
    assert story.running(ward.worker) == {"P16:2": instant("2026-03-17T00:00")}
    named = name_worker(ward.lan, "2026-03-16T00:00")
    story.given(ward.worker, named, by=ward.thang, at="2026-03-13T10:00")
    assert story.running(ward.worker) == {}


def test_a_vacancy_ends_when_somebody_is_in_the_post_and_not_with_a_name_for_later(ward: Ward) -> None:
    story = ward.story
    end = EndWorker(person=ward.lan.id, until=instant(NINE), decision_no="QĐ-72")
    story.given(ward.worker, end, by=ward.thang, at=NINE)
    due = instant("2026-03-10T00:00")
    later = name_worker(BINH, "2026-12-01T00:00")
    story.when(ward.worker, later, by=ward.thang, at=NINE).refused("post_stays_vacant")
    assert story.running(ward.worker) == {"P16:1": due}
    minute = AppointActing(
        person=BINH.id,
        name=BINH.name,
        since=instant(NINE),
        until=instant("2026-03-02T09:01"),
        decision_no="QĐ-74",
    )
    story.given(ward.worker, minute, by=ward.thang, at=NINE)
    assert story.running(ward.worker) == {"P16:1": due, "P16:2": instant("2026-03-10T00:00")}
    story.given(ward.worker, replace(minute, since=due - MOMENT, until=due), by=ward.thang, at="2026-03-03T09:00")
    assert story.running(ward.worker)["P16:1"] == due, "gone at the very instant"
    at_the_end = replace(minute, since=due, until=instant("2026-12-01T00:00"))
    story.given(ward.worker, at_the_end, by=ward.thang, at="2026-03-03T10:00")
    assert "P16:1" not in story.running(ward.worker)
    story.given(ward.worker, later, by=ward.thang, at="2026-03-03T11:00")


def test_a_deputy_acts_with_the_chairs_power_in_the_time_and_for_the_acts_of_the_paper(ward: Ward) -> None:
    story = ward.story
    end = EndWorker(person=ward.lan.id, until=instant("2026-03-05T08:00"), decision_no="QĐ-72")
    story.when(ward.worker, end, by=ward.ha, at="2026-03-05T08:00").refused("role_not_allowed")
    story.given(ward.chair, ward.paper(acts=("office.worker_appointed.1",)), by=ward.thang, at=NINE)
    story.when(ward.worker, end, by=ward.ha, at="2026-03-05T08:00").refused("role_not_allowed")
    story.given(ward.chair, ward.paper(document_no="08/UQ-UBND"), by=ward.thang, at=NINE)
    early = instant(NINE) - MOMENT
    assert ward.roles(ward.ha, early) == {(Role.COMMUNE_DEPUTY_CHAIR, "holder")}
    line = story.when(ward.worker, end, by=ward.ha, at="2026-03-05T08:00").recorded()
    assert (line.by.capacity, line.by.delegation, line.by.person) == (
        Capacity.DELEGATE,
        "08/UQ-UBND",
        ward.ha.id,
    )
    named = name_worker(BINH, "2026-03-31T23:59")
    over = instant("2026-04-01T00:00")
    assert (Role.COMMUNE_CHAIR, "delegate") in ward.roles(ward.ha, over - MOMENT)
    assert ward.roles(ward.ha, over) == {(Role.COMMUNE_DEPUTY_CHAIR, "holder")}
    story.when(ward.worker, named, by=ward.ha, at="2026-04-01T00:00").refused("role_not_allowed")


def test_a_delegate_may_not_delegate(ward: Ward) -> None:
    story = ward.story
    story.given(ward.chair, ward.paper(), by=ward.thang, at=NINE)
    onward = ward.paper(document_no="09/UQ-UBND", to_office=ward.worker)
    story.when(ward.chair, onward, by=ward.ha, at=NINE).refused(
        "delegate_may_not_delegate", "not_your_office", "delegate_no_deputy"
    )
    revoke = RevokeDelegation(document_no="07/UQ-UBND")
    story.when(ward.chair, revoke, by=ward.ha, at=NINE).refused("delegate_may_not_delegate", "not_your_office")
    assert ward.roles(ward.lan, instant(NINE)) == {(Role.PROTECTION_WORKER, "holder")}


def test_what_a_delegate_was_handed_does_not_travel_along_a_second_paper(ward: Ward) -> None:
    """Even where the deputy hands on an own office, the Chair's power stays with the deputy."""
    story = ward.story
    story.office(ward.unit, Role.COMMUNE_POLICE_HEAD, "Lê Thu Hà", since=NINE)
    police = office_id(ward.unit.id, Role.COMMUNE_POLICE_HEAD)
    story.office(ward.unit, Role.COMMUNE_POLICE_HEAD, "Đào Văn Bình", since=NINE, seat=2)
    second = office_id(ward.unit.id, Role.COMMUNE_POLICE_HEAD, 2)
    story.given(ward.chair, ward.paper(), by=ward.thang, at=NINE)
    story.given(police, ward.paper(document_no="01/CA", to_office=second), by=ward.ha, at=NINE)
    assert (Role.COMMUNE_CHAIR, "delegate") in ward.roles(ward.ha, instant(NINE))
    assert ward.roles(BINH, instant(NINE)) == {
        (Role.COMMUNE_POLICE_HEAD, "holder"),
        (Role.COMMUNE_POLICE_HEAD, "delegate"),
    }


def test_a_delegation_is_written_dated_and_stays_in_the_unit(ward: Ward) -> None:
    def delegate(**other: Any) -> Story:
        return ward.story.when(ward.chair, ward.paper(**other), by=ward.thang, at=NINE)

    delegate(document_no=" ").refused("field_required")
    delegate(until=instant(NINE)).refused("delegation_dates")
    delegate(to_office=office_id(ward.unit.id, Role.INTAKE_OFFICER)).refused("office_unknown")
    delegate(to_office=office_id(ward.snv.id, Role.HOME_AFFAIRS_OFFICER)).refused("delegate_outside_unit")
    delegate(to_office=ward.chair).refused("delegate_outside_unit")
    delegate(to_office=ward.worker).refused("delegate_no_deputy")
    delegate(acts=("everything",)).refused("act_unknown")
    ward.story.when(ward.deputy, ward.paper(), by=ward.thang, at=NINE).refused(
        "not_your_office", "delegate_outside_unit"
    )
    delegate().recorded()
    delegate().refused("document_no_used")


def test_a_delegation_dated_back_needs_its_paper_and_is_marked_late(ward: Ward) -> None:
    """An hour back is back: in that hour somebody may have signed."""
    for back in (timedelta(hours=1), timedelta(days=2)):
        paper = ward.paper(since=instant(NINE) - back)
        when = partial(ward.story.when, ward.chair, paper, by=ward.thang, at=NINE)
        when().refused("late_reason_required", "delegation_dated_back")
        when(late_reason="Văn bản ký hôm trước.").refused("delegation_dated_back")
        when(attachments=PAPER).refused("late_reason_required")
    line = when(late_reason="Văn bản ký hôm trước.", attachments=PAPER).recorded()
    assert line.late
    assert not ward.story.given(ward.chair, ward.paper(document_no="08/UQ"), by=ward.thang, at=NINE).late


def test_a_revoked_delegation_is_over_at_once(ward: Ward) -> None:
    story = ward.story
    story.given(ward.chair, ward.paper(), by=ward.thang, at=NINE)
    other = RevokeDelegation(document_no="99/UQ-UBND")
    story.when(ward.chair, other, by=ward.thang, at="2026-03-03T10:00").refused("delegation_not_found")
    revoke = RevokeDelegation(document_no="07/UQ-UBND")
    story.given(ward.chair, revoke, by=ward.thang, at="2026-03-03T10:00")
    story.when(ward.chair, revoke, by=ward.thang, at="2026-03-03T11:00").refused("delegation_not_found")
    ten = instant("2026-03-03T10:00")
    assert (Role.COMMUNE_CHAIR, "delegate") in ward.roles(ward.ha, ten - MOMENT)
    assert ward.roles(ward.ha, ten) == {(Role.COMMUNE_DEPUTY_CHAIR, "holder")}


def test_an_office_belongs_to_a_unit_that_exists_and_to_its_own_file(ward: Ward) -> None:
    def establish(unit: UnitRef, role: Role = Role.INTAKE_OFFICER, since: date | None = None) -> Story:
        command = EstablishOffice(unit=unit, role=role, since=since)
        file_id = office_id(ward.unit.id, Role.INTAKE_OFFICER)
        return ward.story.when(file_id, command, by=ward.ngoc, at=NINE)

    unknown = UnitRef(id=unit_id("99999", ""), code="99999", name="Không có")
    establish(unknown_unit("99999")).refused("unit_unknown")
    establish(unknown).refused("unit_unknown", "office_misfiled")
    establish(ward.unit, since=date(2025, 6, 30)).refused("late_reason_required", "unit_unknown")
    establish(ward.unit, Role.COMMUNE_CHAIR).refused("office_misfiled")
    establish(ward.unit).recorded()


def test_an_office_ends_after_its_holder_or_with_its_unit(ward: Ward) -> None:
    story = ward.story
    end = EndOffice(on=date(2026, 3, 2), decision_no="QĐ-90")
    story.when(ward.deputy, end, by=ward.ngoc, at=NINE).refused("holder_goes_on")
    tenure_over = EndTenure(person=ward.ha.id, until=instant("2026-03-01T00:00"), decision_no="QĐ-89")
    story.given(ward.deputy, tenure_over, by=ward.ngoc, at="2026-03-01T08:00")
    story.given(ward.deputy, end, by=ward.ngoc, at=NINE)
    story.when(ward.deputy, appoint(BINH), by=ward.ngoc, at=NINE).refused("phase_not_allowed")
    intake = office_id(ward.unit.id, Role.INTAKE_OFFICER)
    since = date(2026, 3, 2)
    story.given(intake, EstablishOffice(unit=ward.unit, role=Role.INTAKE_OFFICER, since=since), by=ward.ngoc, at=NINE)
    unnumbered = replace(end, decision_no="")
    story.when(intake, unnumbered, by=ward.ngoc, at=NINE).refused("office_ends_before_it_began", "field_required")


def test_in_a_unit_that_has_ended_nobody_is_appointed_and_a_vacancy_is_over(ward: Ward) -> None:
    story = ward.story
    end = EndWorker(person=ward.lan.id, until=instant(NINE), decision_no="QĐ-72")
    story.given(ward.worker, end, by=ward.thang, at=NINE)
    next_door = story.unit("11362", "Phường Lê Chân", Level.COMMUNE, ward.city, since="2025-07-01")
    last = date(2026, 3, 4)
    story.system(ward.unit.id, MergeUnit(into=next_door, on=last, resolution_no="NQ-1"), at=NINE)
    at = "2026-03-04T08:00"
    story.when(ward.worker, name_worker(BINH), by=ward.thang, at=at).refused("no_office_now")
    story.when(ward.deputy, appoint(BINH, at), by=ward.ngoc, at=at).refused("office_not_there", "office_occupied")
    for office in (ward.chair, ward.worker):
        story.system(office, EndOffice(on=last, decision_no="NQ-1"), at=at)
    assert story.running(ward.worker) == {}
    ended = story.state(ward.chair).tenures[0].until
    assert ended == instant("2026-03-04T00:00")


def test_nobody_appoints_himself(ward: Ward) -> None:
    """A Chair in the worker's seat would read reporters' names; a recorder could make himself Chair."""
    end = EndWorker(person=ward.lan.id, until=instant("2026-03-02T08:00"), decision_no="QĐ-80")
    ward.story.given(ward.worker, end, by=ward.thang, at="2026-03-02T08:00")
    ward.story.when(ward.worker, name_worker(ward.thang), by=ward.thang, at=NINE).refused("not_oneself")
    acting = AppointActing(
        person=ward.thang.id,
        name=ward.thang.name,
        since=instant(NINE),
        until=instant("2026-04-01T00:00"),
        decision_no="QĐ-81",
    )
    ward.story.when(ward.worker, acting, by=ward.thang, at=NINE).refused("not_oneself")
    gone = EndTenure(person=ward.thang.id, until=instant(NINE), decision_no="QĐ-82")
    ward.story.given(ward.chair, gone, by=ward.ngoc, at=NINE)
    ward.story.when(ward.chair, appoint(ward.ngoc), by=ward.ngoc, at=NINE).refused("not_oneself")


def test_one_person_holds_two_offices_and_acts_in_either(ward: Ward) -> None:
    ward.story.office(ward.unit, Role.INTAKE_OFFICER, "Phạm Thị Lan", since=NINE)
    assert ward.roles(ward.lan, instant(NINE)) == {
        (Role.PROTECTION_WORKER, "holder"),
        (Role.INTAKE_OFFICER, "holder"),
    }
