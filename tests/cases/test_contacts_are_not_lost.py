"""A mother comes to the housing office again and again: each time is a line, and the third has to be weighed."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.contact.decline_contacts import DeclineContacts
from domain.contact.kind import CONTACT
from domain.contact.record_contact import RecordContact
from domain.contact.report_contacts import ReportContacts
from domain.contact.state import ContactPhase, Contacts, ContactWith, NoReportGround
from domain.law.duty import CONTACTS_WEIGHED
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, UnitRef
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant

FILE, REPORT = UUID(int=1), UUID(int=2)
P29 = CONTACTS_WEIGHED.code
SAFE = DeclineContacts(ground=NoReportGround.CHILD_SAFE, findings="Đã đến nhà, gặp cháu tại trường và hỏi riêng.")
MOMENT = timedelta(microseconds=1)


class Housing:
    """The housing office, where Yên keeps the counter and Phú is head, and the ward in which the child lives."""

    def __init__(self) -> None:
        self.story = story = Story()
        city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.ward = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
        self.office = story.unit("HP-SXD", "Sở Xây dựng", Level.DEPARTMENT, city)
        self.school = story.unit("HP-THCS-AB", "Trường THCS An Biên", Level.PROVIDER, city)
        self.yen = self.holds(self.office, Role.AGENCY_FOCAL, "Đinh Thị Yên")
        self.phu = self.holds(self.office, Role.DEPARTMENT_DIRECTOR, "Lại Văn Phú")
        self.tam = self.holds(self.school, Role.PROVIDER_HEAD, "Đặng Thanh Tâm")
        self.thang = self.holds(self.ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")

    def holds(self, unit: UnitRef, role: Role, name: str) -> Person:
        return self.story.office(unit, role, name, since="2025-07-01T00:00")

    def contact(self, at: str, **other: Any) -> RecordContact:
        told = RecordContact(
            place=self.ward,
            made_at=instant(at),
            made_by=ContactWith.CARER,
            note="Mẹ cháu xin chuyển chỗ ở vì sợ người sống cùng.",
            child_name="Nguyễn Bảo An",
        )
        return replace(told, **other)

    def comes(self, *times: str) -> None:
        for at in times:
            self.story.given(FILE, self.contact(at), by=self.yen, at=at)

    @property
    def running(self) -> dict[str, datetime]:
        return self.story.running(FILE)

    def report(self, at: str, by: Person | None = None, place: UnitRef | None = None) -> None:
        told = ReceiveReport(
            channel=Channel.IN_PERSON,
            received_at=instant(at),
            place=place or self.ward,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Mẹ cháu kể cháu bị đánh.",
        )
        self.story.given(REPORT, told, by=by or self.yen, at=at)


@pytest.fixture
def housing() -> Housing:
    return Housing()


def test_the_third_contact_in_thirty_days_is_to_be_weighed_by_the_head_of_the_body(housing: Housing) -> None:
    housing.comes("2026-03-02T09:00", "2026-03-10T09:00")
    assert housing.running == {}
    housing.comes("2026-03-20T09:00")
    assert housing.running == {P29: instant("2026-03-24T00:00")}
    started = housing.story.files[FILE].running[P29, ""]
    assert (started.answers.unit, started.answers.role) == (housing.office, Role.DEPARTMENT_DIRECTOR)
    lapse = housing.story.system(FILE, RecordLapse(code=P29), at="2026-03-24T00:00")
    assert lapse.event.holder_name == "Lại Văn Phú"


def test_thirty_days_are_counted_to_the_microsecond(housing: Housing) -> None:
    housing.comes("2026-03-02T09:00", "2026-03-10T09:00", "2026-04-01T09:00")
    assert housing.running == {}, "the first was thirty days before"
    other = Housing()
    other.comes("2026-03-02T09:00", "2026-03-10T09:00")
    within = other.contact("2026-04-01T09:00", made_at=instant("2026-04-01T09:00") - MOMENT)
    other.story.given(FILE, within, by=other.yen, at="2026-04-01T09:00")
    assert P29 in other.running


def test_who_wrote_them_down_does_not_decide_that_they_are_nothing_and_they_count_anew_after(housing: Housing) -> None:
    story = housing.story
    housing.comes("2026-03-02T09:00", "2026-03-05T09:00")
    story.given(FILE, housing.contact("2026-03-09T09:00"), by=housing.yen, at="2026-03-09T09:00")
    story.when(FILE, SAFE, by=housing.yen, at="2026-03-09T10:00").refused("role_not_allowed")
    story.when(FILE, SAFE, by=housing.thang, at="2026-03-09T10:00").refused("outside_your_unit")
    story.given(FILE, SAFE, by=housing.phu, at="2026-03-09T11:00")
    assert story.state(FILE).phase is ContactPhase.NO_REPORT
    assert housing.running == {}
    housing.comes("2026-03-10T09:00", "2026-03-11T09:00")
    assert housing.running == {}
    housing.comes("2026-03-12T09:00")
    assert P29 in housing.running
    assert story.state(FILE).count == 6


def test_a_head_who_wrote_the_last_one_down_himself_leaves_it_to_another(housing: Housing) -> None:
    school = replace(housing.contact("2026-03-02T09:00"), made_by=ContactWith.OWN_STAFF)
    housing.story.given(FILE, school, by=housing.tam, at="2026-03-02T09:00")
    housing.story.when(FILE, SAFE, by=housing.tam, at="2026-03-02T10:00").refused("same_person")


def test_the_contacts_become_the_report_that_the_body_took(housing: Housing) -> None:
    story = housing.story
    named = ReportContacts(report=REPORT)
    housing.comes("2026-03-02T09:00", "2026-03-05T09:00", "2026-03-09T09:00")
    story.when(FILE, named, by=housing.yen, at="2026-03-09T10:00").refused("report_is_not_of_these")
    housing.report("2026-03-09T10:30")
    story.given(FILE, named, by=housing.yen, at="2026-03-09T11:00")
    assert (story.state(FILE).report, housing.running) == (REPORT, {})
    assert story.running(REPORT)["T02"] == instant("2026-03-09T12:30"), "the office sends it to the ward"


@pytest.mark.parametrize("wrong", ["another body", "before the first contact"])
def test_a_report_that_tells_of_something_else_ends_nothing(housing: Housing, wrong: str) -> None:
    if wrong == "before the first contact":
        housing.report("2026-03-01T09:00")
    housing.comes("2026-03-02T09:00", "2026-03-05T09:00", "2026-03-09T09:00")
    if wrong == "another body":
        housing.report("2026-03-09T10:30", by=housing.tam)
    named = ReportContacts(report=REPORT)
    housing.story.when(FILE, named, by=housing.yen, at="2026-03-09T11:00").refused("report_is_not_of_these")
    assert P29 in housing.running


def test_a_file_on_which_nothing_is_noted_names_no_child(housing: Housing) -> None:
    assert CONTACT.names(Contacts()) == ()
    housing.comes("2026-03-02T09:00")
    [child] = CONTACT.names(housing.story.state(FILE))
    assert child.subject == housing.story.state(FILE).child
    assert child.name is not None


def test_danger_is_no_contact_and_each_body_keeps_its_own(housing: Housing) -> None:
    story = housing.story
    danger = housing.contact("2026-03-02T09:00", danger_now=True)
    story.when(FILE, danger, by=housing.yen, at="2026-03-02T09:00").refused("danger_is_a_report")
    ahead = housing.contact("2026-03-02T12:00")
    story.when(FILE, ahead, by=housing.yen, at="2026-03-02T09:00").refused("happened_in_future")
    housing.comes("2026-03-02T09:00")
    story.when(FILE, housing.contact("2026-03-03T09:00"), by=housing.tam, at="2026-03-03T09:00").refused(
        "contacts_of_another_body"
    )
