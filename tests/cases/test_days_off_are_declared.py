"""Days off are announced while terms run: terms are counted with them, and nobody lapses on a day that is off."""

from dataclasses import replace
from datetime import date

import pytest

from domain.law.calendar import DayReason
from domain.law.duty import COMMUNE_GROUP
from domain.record.due import counted_now
from domain.record.record_lapse import RecordLapse
from domain.record.recount_duty import RecountDuty
from domain.record.vocabulary import Role
from domain.unit.declare_days_off import DeclareDaysOff
from domain.unit.state import Level
from tests.cases.casefile import Story, instant

GROUP = RecountDuty(code=COMMUNE_GROUP.code)
STORM = DeclareDaysOff(document_no="2715/TB-UBND", day_reason=DayReason.EMERGENCY, off=(date(2025, 7, 31),))
"""The group of a commune of 1 July is due on 31 July, a Thursday, at 24:00."""


class Ward:
    """A new ward under the city, whose group is due in 30 days, and Mai of the department of home affairs."""

    def __init__(self) -> None:
        self.story = story = Story()
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        home_affairs = story.unit("SNV", "Sở Nội vụ", Level.DEPARTMENT, self.city)
        self.mai = story.office(home_affairs, Role.HOME_AFFAIRS_OFFICER, "Lê Thị Mai", since="2024-01-02T08:00")
        self.ward = story.unit("11311", "Phường Hồng Bàng", Level.COMMUNE, self.city, since="2025-07-01")
        self.chair = story.office(self.ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2025-07-01T08:00")

    def declared(self, command: DeclareDaysOff, at: str = "2025-07-30T16:00") -> Story:
        return self.story.when(self.city.id, command, by=self.mai, at=at)

    @property
    def due(self) -> object:
        return self.story.running(self.ward.id)[COMMUNE_GROUP.code]


@pytest.fixture
def ward() -> Ward:
    return Ward()


def test_a_running_term_is_counted_again_and_both_ends_stay_in_the_record(ward: Ward) -> None:
    assert ward.due == instant("2025-08-01T00:00")
    ward.declared(STORM).recorded()
    line = ward.story.system(ward.ward.id, GROUP, at="2025-07-30T16:00")
    assert (line.event.was_due_at, line.event.due_at) == (instant("2025-08-01T00:00"), instant("2025-08-02T00:00"))
    assert line.event.documents == ("2715/TB-UBND",)
    assert ward.due == instant("2025-08-02T00:00")
    ward.story.when(ward.ward.id, GROUP, at="2025-07-30T17:00", by=None).refused("nothing_to_recount")


def test_no_lapse_is_recorded_of_a_term_that_has_more_time_now(ward: Ward) -> None:
    ward.declared(STORM).recorded()
    lapse = RecordLapse(code=COMMUNE_GROUP.code)
    ward.story.when(ward.ward.id, lapse, at="2025-08-01T00:00", by=None).refused("not_due_yet")
    ward.story.system(ward.ward.id, GROUP, at="2025-08-01T00:00")
    ward.story.when(ward.ward.id, lapse, at="2025-08-01T23:59", by=None).refused("not_due_yet")
    assert ward.story.system(ward.ward.id, lapse, at="2025-08-02T00:00").event.due_at == instant("2025-08-02T00:00")


def test_without_the_document_the_same_term_lapses_a_day_earlier(ward: Ward) -> None:
    lapse = RecordLapse(code=COMMUNE_GROUP.code)
    assert ward.story.system(ward.ward.id, lapse, at="2025-08-01T00:00").event.due_at == instant("2025-08-01T00:00")


def test_what_has_lapsed_stays_lapsed_and_a_day_that_has_passed_is_not_declared_off(ward: Ward) -> None:
    ward.story.system(ward.ward.id, RecordLapse(code=COMMUNE_GROUP.code), at="2025-08-01T00:00")
    ward.declared(STORM, at="2025-08-01T08:00").refused("days_not_ahead")
    ward.declared(replace(STORM, off=(date(2025, 8, 1),)), at="2025-08-01T08:00").recorded()
    ward.story.when(ward.ward.id, GROUP, at="2025-08-01T09:00", by=None).refused("duty_not_running")


def test_a_swapped_saturday_is_worked_and_never_brings_an_end_forward(ward: Ward) -> None:
    saturday = replace(STORM, day_reason=DayReason.SWAPPED_OFF, off=(date(2025, 7, 28),), worked=(date(2025, 8, 2),))
    ward.declared(saturday, at="2025-07-25T08:00").recorded()
    calendar = ward.story.register.calendar
    assert calendar.add_working_days(date(2025, 7, 25), 1) == date(2025, 7, 29)
    assert calendar.add_working_days(date(2025, 8, 1), 1) == date(2025, 8, 2)
    started = ward.story.files[ward.ward.id].running[COMMUNE_GROUP.code, ""]
    told_later = replace(started, due_at=instant("2025-08-20T00:00"))
    assert counted_now(told_later, ward.story.register) == told_later.due_at


def test_a_term_that_starts_later_is_counted_with_the_declared_days_and_names_their_version(ward: Ward) -> None:
    before = ward.story.register.calendar.version
    ward.declared(STORM, at="2025-06-30T08:00").recorded()
    other = ward.story.unit("11312", "Phường Hạ Lý", Level.COMMUNE, ward.city, since="2025-07-01")
    started = ward.story.files[other.id].running[COMMUNE_GROUP.code, ""]
    assert (started.due_at, started.calendar_version) == (instant("2025-08-02T00:00"), before + 1)
    then, now = (ward.story.register.calendar_of(version) for version in (before, before + 1))
    assert (then.is_working_day(date(2025, 7, 31)), now.is_working_day(date(2025, 7, 31))) == (True, False)


def test_days_are_declared_on_the_citys_file_once_and_not_without_end(ward: Ward) -> None:
    ward.declared(replace(STORM, off=())).refused("days_not_ahead")
    ward.declared(replace(STORM, off=(date(2025, 8, 2),))).refused("days_unchanged")
    ward.declared(replace(STORM, off=(), worked=(date(2025, 8, 1),))).refused("days_unchanged")
    many = tuple(date(2025, 9, day) for day in range(3, 31) if date(2025, 9, day).weekday() < 5)
    ward.declared(replace(STORM, off=many[:16])).refused("too_many_days_off")
    ward.story.when(ward.ward.id, STORM, by=ward.mai, at="2025-07-30T16:00").refused("not_the_city")
    ward.story.when(ward.city.id, STORM, by=ward.chair, at="2025-07-30T16:00").refused("role_not_allowed")
    ward.declared(STORM).recorded()
    ward.declared(STORM).refused("days_unchanged")
    ward.declared(replace(STORM, document_no="2716/TB-UBND", off=(), worked=STORM.off)).recorded()
    assert ward.story.register.calendar.is_working_day(date(2025, 7, 31))
