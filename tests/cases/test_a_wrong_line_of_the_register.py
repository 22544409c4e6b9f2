"""A wrong line of the register stays and is read otherwise from its correction on, which a second person tells."""

from dataclasses import fields, replace
from datetime import date, datetime, timedelta
from typing import Any, get_type_hints
from uuid import UUID

import pytest

from domain.office.acts import OFFICE_ACTS
from domain.office.appoint_acting import AppointActing
from domain.office.appoint_holder import AppointHolder
from domain.office.appoint_worker import AppointWorker
from domain.office.correct_office_entry import CorrectOfficeEntry
from domain.office.delegate_power import DelegatePower
from domain.office.end_office import EndOffice
from domain.office.end_tenure import EndTenure
from domain.office.end_worker import EndWorker
from domain.office.state import Employment
from domain.record.action import Action
from domain.record.faults import Fault
from domain.record.file import Request
from domain.record.formal import told_late
from domain.record.line import Line
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, office_id
from domain.unit.acts import UNIT_ACTS
from domain.unit.correct_unit_entry import CorrectUnitEntry
from domain.unit.declare_days_off import DeclareDaysOff
from domain.unit.merge_unit import MergeUnit
from domain.unit.rename_unit import RenameUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import Town
from tests.cases.test_offices_change_hands import BINH, Ward, appoint

WHY = "Nghị quyết ghi ngày khác."
LATE = "Nay mới đối chiếu với văn bản gốc."
NEVER = CorrectUnitEntry(corrects=2, fault=Fault.NEVER, paper_no="20/NQ-HĐND")
NO_TENURE = CorrectOfficeEntry(corrects=2, fault=Fault.NEVER, paper_no="QĐ-99")


class Merged(Town):
    """An Biên went to Kiến An on 3 March, says the registrar Khôi; Ngọc keeps the register too."""

    def __init__(self, on: date = date(2026, 3, 3)) -> None:
        super().__init__()
        self.khoi = self.holds(self.city, Role.REGISTRAR, "Đỗ Minh Khôi")
        self.ngoc = self.holds(self.city, Role.HOME_AFFAIRS_OFFICER, "Trần Bích Ngọc")
        self.opened(told="2026-03-02T21:00", at="2026-03-02T21:30")
        merged = MergeUnit(into=self.kien_an, on=on, resolution_no="NQ-3")
        self.merged = self.story.given(self.an_bien.id, merged, by=self.khoi, at="2026-03-02T22:00")

    def corrects(self, command: CorrectUnitEntry = NEVER, at: str = "2026-03-03T07:00", **more: Any) -> Story:
        asked: dict[str, Any] = {"by": self.ngoc, "reason": WHY, "late_reason": LATE} | more
        return self.story.when(self.an_bien.id, command, at=at, **asked)

    def answers(self, at: str = "2026-03-05T08:00") -> str | None:
        return self.system(RecordLapse(code="T04"), at=at).event.holder_name


def dated(day: date) -> CorrectUnitEntry:
    return replace(NEVER, fault=Fault.WRONG_TIME, right=day)


def test_a_merge_that_never_was_is_read_as_if_it_never_was_and_its_line_stays() -> None:
    town = Merged()
    midnight = instant("2026-03-03T00:00")
    assert town.story.register.living(town.an_bien.id, midnight) == {town.kien_an.id}
    town.corrects().recorded()
    assert town.story.register.living(town.an_bien.id, midnight) == {town.an_bien.id}
    assert town.merged in [replace(line, position=None, recorded_at=None) for line in town.story.lines]
    [told] = town.story.state(town.an_bien.id).corrections
    assert (told.corrects, told.was, told.right, told.by) == (2, date(2026, 3, 3), None, town.ngoc.id)
    assert town.answers() == "Vũ Đức Thắng"


def test_of_a_merge_on_another_day_the_lapses_to_come_name_whoever_held_it_then() -> None:
    """The twelve hours ran out at nine on 3 March, when An Biên was still there by the right day."""
    town = Merged()
    town.corrects(dated(date(2026, 3, 4))).recorded()
    assert town.answers() == "Vũ Đức Thắng"
    assert town.story.register.living(town.an_bien.id, instant("2026-03-04T00:00")) == {town.kien_an.id}


def test_a_lapse_that_is_recorded_keeps_the_name_it_was_told_with() -> None:
    town = Merged()
    assert town.answers(at="2026-03-03T09:00:01") == "Lương Thúy Nga"
    town.corrects(at="2026-03-03T10:00").recorded()
    [lapse] = town.file.lapses
    assert lapse.holder == town.nga.id
    assert town.story.lines[-1].event.was == date(2026, 3, 3), "since when the lapses named by it are to be looked at"


def test_who_wrote_it_or_corrected_it_does_not_correct_it_and_a_reason_and_a_document_are_asked() -> None:
    town = Merged()
    town.corrects(by=town.khoi).refused("entry_written_by_you")
    town.corrects(by=town.nga).refused("role_not_allowed")
    town.corrects(reason=None).refused("reason_required")
    town.corrects(replace(NEVER, paper_no=" ")).refused("field_required")
    town.corrects(dated(date(2026, 3, 4))).recorded()
    town.corrects(dated(date(2026, 3, 5))).refused("entry_written_by_you")
    other = town.story.office(town.city, Role.REGISTRAR, "Lưu Quốc Bảo", since="2025-07-01T00:00", seat=2)
    town.corrects(dated(date(2026, 3, 5)), by=other).recorded()
    assert [each.was for each in town.story.state(town.an_bien.id).corrections] == [date(2026, 3, 3), date(2026, 3, 4)]


def test_only_a_line_that_takes_effect_is_corrected_to_what_can_be() -> None:
    town = Merged()
    town.corrects(replace(NEVER, corrects=1)).refused("entry_not_correctable")
    town.corrects(replace(NEVER, corrects=9)).refused("entry_not_correctable")
    town.corrects(replace(NEVER, right=date(2026, 3, 4))).refused("right_time_asked")
    town.corrects(replace(NEVER, fault=Fault.WRONG_TIME)).refused("right_time_asked")
    town.corrects(dated(date(2026, 3, 3))).refused("right_time_asked")
    town.corrects(dated(date(2025, 7, 1))).refused("entry_contradicts")
    town.corrects().recorded()
    town.corrects(by=town.khoi).refused("entry_not_correctable")


def test_a_day_before_another_ward_came_to_it_contradicts_the_register() -> None:
    town = Merged(on=date(2026, 3, 9))
    third = town.story.unit("11370", "Phường Thứ Ba", Level.COMMUNE, town.city, since="2025-07-01")
    town.corrects().recorded()
    merged = MergeUnit(into=town.an_bien, on=date(2026, 3, 6), resolution_no="NQ-4")
    town.story.given(third.id, merged, by=town.khoi, at="2026-03-03T08:00")
    again = MergeUnit(into=town.kien_an, on=date(2026, 3, 9), resolution_no="NQ-5")
    town.story.given(town.an_bien.id, again, by=town.khoi, at="2026-03-03T09:00")
    earlier = replace(dated(date(2026, 3, 5)), corrects=4)
    town.corrects(earlier, at="2026-03-03T10:00").refused("entry_contradicts")
    town.corrects(replace(earlier, right=date(2026, 3, 6)), at="2026-03-03T10:00").recorded()


def test_a_name_and_a_split_are_corrected_as_a_merge_is() -> None:
    town = Merged()
    town.corrects().recorded()
    story, register = town.story, town.story.register
    renamed = RenameUnit(new_name="Phường An Dương", on=date(2026, 3, 10), resolution_no="NQ-6")
    story.given(town.an_bien.id, renamed, by=town.khoi, at="2026-03-03T08:00")
    again = replace(renamed, new_name="Phường An Hải", on=date(2026, 3, 20))
    story.given(town.an_bien.id, again, by=town.khoi, at="2026-03-03T08:10")
    town.corrects(replace(dated(date(2026, 3, 20)), corrects=4), at="2026-03-03T09:00").refused("entry_contradicts")
    town.corrects(replace(dated(date(2026, 3, 15)), corrects=4), at="2026-03-03T09:00").recorded()
    days = ("2026-03-14T12:00", "2026-03-15T00:00", "2026-03-20T00:00")
    names = [register.named(town.an_bien, instant(day)).name for day in days]
    assert names == ["Phường An Biên", "Phường An Dương", "Phường An Hải"]
    town.corrects(replace(NEVER, corrects=5), at="2026-03-03T10:00").recorded()
    assert register.named(town.an_bien, instant(days[2])).name == "Phường An Dương"
    parts = (town.kien_an, story.unit("11371", "Phường Mới", Level.COMMUNE, town.city, since="2026-03-12"))
    split = SplitUnit(among=parts, on=date(2026, 3, 12), resolution_no="NQ-7")
    line = story.given(town.an_bien.id, split, by=town.khoi, at="2026-03-03T11:00")
    early = replace(dated(date(2026, 3, 11)), corrects=line.version)
    town.corrects(early, at="2026-03-03T12:00").refused("entry_contradicts")
    town.corrects(replace(early, right=date(2026, 3, 13)), at="2026-03-03T12:00").recorded()
    assert register.living(town.an_bien.id, instant("2026-03-12T12:00")) == {town.an_bien.id}


# -- offices --------------------


class Posts(Ward):
    """The same ward, and Khôi, who keeps the register as well."""

    def __init__(self) -> None:
        super().__init__()
        self.khoi = self.story.office(self.city, Role.REGISTRAR, "Đỗ Minh Khôi", since="2025-07-01T00:00")

    def leaves(self, until: str = "2026-03-02T09:00") -> Line:
        end = EndTenure(person=self.thang.id, until=instant(until), decision_no="QĐ-70")
        return self.story.given(self.chair, end, by=self.ngoc, at="2026-03-02T09:00")

    def corrects(self, office: UUID, command: CorrectOfficeEntry, at: str = "2026-03-02T10:00", **more: Any) -> Story:
        asked: dict[str, Any] = {"by": self.khoi, "reason": WHY, "late_reason": LATE} | more
        return self.story.when(office, command, at=at, **asked)

    def holder(self, at: str, office: UUID | None = None) -> str | None:
        tenure = self.story.register.holder(office or self.chair, instant(at))
        return tenure.name if tenure else None


@pytest.fixture
def ward() -> Posts:
    return Posts()


def timed(corrects: int, at: str) -> CorrectOfficeEntry:
    return replace(NO_TENURE, corrects=corrects, fault=Fault.WRONG_TIME, right=instant(at))


def test_a_wrong_person_is_what_never_was_and_the_right_one_is_recorded_late(ward: Posts) -> None:
    ward.leaves()
    wrong = ward.story.given(ward.chair, appoint(BINH), by=ward.ngoc, at="2026-03-02T09:00")
    ward.corrects(ward.chair, replace(NO_TENURE, corrects=wrong.version)).recorded()
    assert ward.holder("2026-03-02T09:30") is None
    assert ward.roles(BINH, instant("2026-03-02T09:30")) == set()
    right = Person("Đinh Công Nam")
    story = ward.story.when(ward.chair, appoint(right), by=ward.ngoc, at="2026-03-04T09:00")
    story.refused("late_reason_required")
    line = ward.story.given(ward.chair, appoint(right), by=ward.ngoc, at="2026-03-04T09:00", late_reason=LATE)
    assert line.late
    assert ward.holder("2026-03-02T09:30") == right.name


def test_a_wrong_time_moves_the_tenure_and_whoever_acted_before_it(ward: Posts) -> None:
    """Hà was in charge until Bình came, whenever that was."""
    ward.leaves()
    acting = AppointActing(
        person=ward.ha.id,
        name=ward.ha.name,
        since=instant("2026-03-02T09:00"),
        until=instant("2026-06-01T00:00"),
        decision_no="QĐ-71",
    )
    ward.story.given(ward.chair, acting, by=ward.ngoc, at="2026-03-02T09:00")
    came = ward.story.given(ward.chair, appoint(BINH, "2026-03-05T00:00"), by=ward.ngoc, at="2026-03-02T09:00")
    assert ward.holder("2026-03-05T12:00") == BINH.name
    ward.corrects(ward.chair, timed(came.version, "2026-03-06T00:00")).recorded()
    assert [ward.holder(at) for at in ("2026-03-05T12:00", "2026-03-06T00:00")] == [ward.ha.name, BINH.name]
    other = ward.story.office(ward.city, Role.REGISTRAR, "Lưu Quốc Bảo", since="2025-07-01T00:00", seat=2)
    ward.corrects(ward.chair, replace(NO_TENURE, corrects=came.version), by=other).recorded()
    assert ward.holder("2026-03-06T00:00") == ward.ha.name


def test_nobody_corrects_his_own_tenure_nor_the_end_of_it(ward: Posts) -> None:
    story = ward.story
    desk = office_id(ward.city.id, Role.REGISTRAR)
    second = story.office(ward.city, Role.REGISTRAR, "Lưu Quốc Bảo", since="2025-07-01T00:00", seat=2)
    ward.corrects(desk, timed(2, "2025-06-01T00:00"), by=ward.khoi).refused("entry_about_you")
    end = EndTenure(person=ward.khoi.id, until=instant("2026-03-20T00:00"), decision_no="QĐ-70")
    line = story.given(desk, end, by=ward.ngoc, at="2026-03-02T09:00")
    ward.corrects(desk, replace(NO_TENURE, corrects=line.version), by=ward.khoi).refused("entry_about_you")
    ward.corrects(desk, replace(NO_TENURE, corrects=line.version), by=second).recorded()
    assert story.register.holder(desk, instant("2026-03-20T00:00")) is not None


def test_what_would_contradict_another_line_is_refused(ward: Posts) -> None:
    """Two in one office, an end before the beginning, an end of what was not held, a time before the ward was there."""
    ward.leaves()
    came = ward.story.given(ward.chair, appoint(BINH), by=ward.ngoc, at="2026-03-02T09:00")
    ward.corrects(ward.chair, timed(came.version, "2026-03-01T00:00")).refused("entry_contradicts")
    ward.corrects(ward.chair, replace(NO_TENURE, corrects=3)).refused("entry_contradicts")
    ward.corrects(ward.chair, timed(3, "2025-06-01T00:00")).refused("entry_contradicts")
    ward.corrects(ward.chair, replace(NO_TENURE, corrects=2)).refused("entry_contradicts")
    ward.corrects(ward.chair, timed(2, "2025-06-01T00:00")).refused("entry_contradicts")
    ward.corrects(ward.chair, replace(NO_TENURE, corrects=1)).refused("entry_not_correctable")
    ward.corrects(ward.chair, timed(3, "2026-03-01T00:00")).recorded()
    assert [ward.holder(at) for at in ("2026-02-28T23:59", "2026-03-01T00:00")] == [ward.thang.name, None]


def test_a_worker_who_was_not_appointed_leaves_the_vacancy_that_he_was_said_to_fill(ward: Posts) -> None:
    story = ward.story
    end = EndWorker(person=ward.lan.id, until=instant("2026-03-02T09:00"), decision_no="QĐ-72")
    ended = story.given(ward.worker, end, by=ward.thang, at="2026-03-02T09:00")
    due = story.running(ward.worker)
    named = AppointWorker(
        person=BINH.id,
        name=BINH.name,
        employment=Employment.CIVIL_SERVANT,
        since=instant("2026-03-02T09:00"),
        decision_no="QĐ-78",
    )
    line = story.given(ward.worker, named, by=ward.thang, at="2026-03-02T09:10")
    assert story.running(ward.worker) == {}
    ward.corrects(ward.worker, replace(NO_TENURE, corrects=line.version)).recorded()
    assert story.running(ward.worker) == due == {"P16:1": instant("2026-03-10T00:00")}
    ward.corrects(ward.worker, replace(NO_TENURE, corrects=ended.version)).recorded()
    assert story.running(ward.worker) == {}
    assert ward.holder("2026-03-02T12:00", ward.worker) == ward.lan.name


def test_an_office_that_did_not_end_is_there_with_whoever_held_it(ward: Posts) -> None:
    story = ward.story
    next_door = story.unit("11362", "Phường Lê Chân", Level.COMMUNE, ward.city, since="2025-07-01")
    gone = MergeUnit(into=next_door, on=date(2026, 3, 4), resolution_no="NQ-1")
    line = story.given(ward.unit.id, gone, by=ward.khoi, at="2026-03-02T09:00")
    ended = story.given(
        ward.chair, EndOffice(on=date(2026, 3, 4), decision_no="NQ-1"), by=ward.khoi, at="2026-03-02T09:00"
    )
    assert ward.holder("2026-03-04T00:00") is None
    ward.story.given(
        ward.unit.id, replace(NEVER, corrects=line.version), by=ward.ngoc, at="2026-03-04T08:00", reason=WHY
    )
    ward.corrects(
        ward.chair, replace(NO_TENURE, corrects=ended.version), by=ward.ngoc, at="2026-03-04T08:00"
    ).recorded()
    assert ward.holder("2026-03-04T00:00") == ward.thang.name


# -- late lines --------------------

AHEAD = {
    (AppointActing, "until"): "the end of a time in charge lies ahead, and is cut by who is appointed",
    (DelegatePower, "until"): "so does that of a delegation",
    (DeclareDaysOff, "off"): "a day that has passed is refused",
    (DeclareDaysOff, "worked"): "a day that has passed is refused",
}
NOW = instant("2026-03-10T08:00")


def times_of(action: Action[Any, Any, Any]) -> list[str]:
    hints = get_type_hints(action.command)
    return [f.name for f in fields(action.command) if "date" in str(hints[f.name])]


def told(action: Action[Any, Any, Any], name: str, then: datetime) -> bool:
    """Whether the act is late that claims this instant, or its day, and nothing else."""
    hint = str(get_type_hints(action.command)[name])
    value: Any = then if "datetime.datetime" in hint else then.date()
    given: dict[str, Any] = {f.name: None for f in fields(action.command)} | {name: value}
    if "tuple" in hint:
        given[name] = (value,)
    person = UUID(int=1)
    request = Request(
        file_id=person, command=action.command(**given), command_id=person, at=NOW, person=person, occurred_at=NOW
    )
    return told_late(request)


CLAIMS = [(act, name) for act in (*UNIT_ACTS, *OFFICE_ACTS) for name in times_of(act)]


@pytest.mark.parametrize(("act", "name"), CLAIMS, ids=[f"{act.name}.{name}" for act, name in CLAIMS])
def test_every_act_of_the_register_that_is_dated_back_is_late(act: Action[Any, Any, Any], name: str) -> None:
    back = (act.command, name) not in AHEAD
    assert told(act, name, NOW - timedelta(days=3)) is back
    assert not told(act, name, NOW + timedelta(days=3))


def test_every_act_of_the_register_says_when_it_takes_effect() -> None:
    without = {act.command for act in (*UNIT_ACTS, *OFFICE_ACTS)} - {act.command for act, _ in CLAIMS}
    assert without == set()
    assert {(act.command, name) for act, name in CLAIMS} >= set(AHEAD)
    assert AppointHolder in {act.command for act, _ in CLAIMS}
