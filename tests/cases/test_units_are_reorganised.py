"""Units are established, merged, split and ended, and the new commune forms its group in time."""

from datetime import date

import pytest

from domain.law import duty
from domain.record.vocabulary import Role, UnitRef, unit_id, unknown_unit
from domain.unit.end_unit import EndUnit
from domain.unit.establish_unit import EstablishUnit
from domain.unit.form_commune_group import FormCommuneGroup
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import GroupSeat, Level
from tests.cases.casefile import Person, Story, instant

DAY = date(2025, 7, 1)
NQ = "12/NQ-HĐND"


class Reform:
    """A city of one district with two wards, and the registrar Đỗ Minh Khôi."""

    def __init__(self) -> None:
        self.story = Story()
        self.city = self.story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.quan = self.story.unit("303", "Quận Hồng Bàng", Level.DISTRICT, self.city)
        self.ha_ly = self.story.unit("11305", "Phường Hạ Lý", Level.COMMUNE, self.quan)
        self.so_dau = self.story.unit("11302", "Phường Sở Dầu", Level.COMMUNE, self.quan)
        self.khoi = self.story.office(self.city, Role.REGISTRAR, "Đỗ Minh Khôi", since="2024-01-02T08:00")

    def new(self, code: str, name: str) -> UnitRef:
        return self.story.unit(code, name, Level.COMMUNE, self.city, since="2025-07-01")

    def asks(self, unit: UnitRef, command: object, at: str = "2025-07-01T00:00", by: Person | None = None) -> Story:
        return self.story.when(unit.id, command, by=by or self.khoi, at=at)


@pytest.fixture
def reform() -> Reform:
    return Reform()


def test_a_ward_merges_and_its_people_lose_their_authority_at_midnight(reform: Reform) -> None:
    story = reform.story
    thang = story.office(reform.ha_ly, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2024-01-02T08:00")
    new = reform.new("11311", "Phường Hồng Bàng")
    reform.asks(reform.ha_ly, MergeUnit(into=new, on=DAY, resolution_no=NQ)).recorded()

    assert story.register.living(reform.ha_ly.id, instant("2025-06-30T23:59")) == {reform.ha_ly.id}
    assert story.register.living(reform.ha_ly.id, instant("2025-07-01T00:00")) == {new.id}
    assert story.register.standings(thang.id, instant("2025-06-30T23:59"))
    assert story.register.standings(thang.id, instant("2025-07-01T00:00")) == ()
    group = FormCommuneGroup(seats=tuple(GroupSeat), on=DAY, decision_no="QĐ-9")
    reform.asks(new, group, at="2025-07-01T08:00", by=thang).refused("no_office_now")
    reform.asks(reform.ha_ly, MergeUnit(into=new, on=DAY, resolution_no=NQ)).refused("phase_not_allowed")


def test_a_merger_needs_a_living_successor_a_day_and_a_resolution(reform: Reform) -> None:
    def merge(into: UnitRef, on: date = DAY, resolution_no: str = NQ) -> Story:
        return reform.asks(reform.ha_ly, MergeUnit(into=into, on=on, resolution_no=resolution_no))

    coming = UnitRef(id=unit_id("11311", "2025-07-01"), code="11311", name="Phường Hồng Bàng")
    merge(unknown_unit("99999")).refused("unit_unknown")
    merge(coming).refused("successor_not_living")
    new = reform.new("11311", "Phường Hồng Bàng")
    merge(new, on=date(2025, 6, 30)).refused("successor_not_living")
    merge(reform.ha_ly).refused("successor_itself")
    merge(new, resolution_no=" ").refused("field_required")
    reform.asks(new, MergeUnit(into=reform.so_dau, on=DAY, resolution_no=NQ)).refused("ends_before_it_began")
    reform.asks(reform.so_dau, MergeUnit(into=new, on=DAY, resolution_no=NQ)).recorded()
    merge(reform.so_dau).refused("successor_not_living")


def test_two_wards_cannot_each_go_to_the_other(reform: Reform) -> None:
    def merge(unit: UnitRef, into: UnitRef, on: date) -> Story:
        return reform.asks(unit, MergeUnit(into=into, on=on, resolution_no=NQ), at="2025-02-01T08:00")

    merge(reform.ha_ly, reform.so_dau, date(2025, 3, 10)).recorded()
    merge(reform.so_dau, reform.ha_ly, date(2025, 3, 2)).refused("succession_loop", "succeeds_others_later")
    merge(reform.so_dau, reform.ha_ly, date(2025, 3, 10)).refused("successor_not_living", "succession_loop")
    third = reform.story.unit("11308", "Phường Minh Khai", Level.COMMUNE, reform.quan)
    merge(reform.so_dau, third, date(2025, 3, 2)).refused("succeeds_others_later")
    merge(reform.so_dau, third, date(2025, 3, 10)).recorded()
    assert reform.story.register.living(reform.ha_ly.id, instant("2025-03-10T00:00")) == {third.id}


def test_a_ward_is_split_and_each_part_goes_somewhere(reform: Reform) -> None:
    def split(*among: UnitRef, on: date = DAY, resolution_no: str = NQ) -> Story:
        return reform.asks(reform.ha_ly, SplitUnit(among=among, on=on, resolution_no=resolution_no))

    one, two = reform.new("11311", "Phường Hồng Bàng"), reform.new("11329", "Phường Ngô Quyền")
    split(one).refused("successors_too_few")
    split(one, one).refused("successors_repeated")
    split(one, unknown_unit("99999")).refused("unit_unknown")
    split(one, reform.ha_ly).refused("successor_itself")
    split(one, two, on=date(2025, 6, 1)).refused("late_reason_required", "successor_not_living", "successor_not_living")
    split(one, two, resolution_no="").refused("field_required")
    reform.asks(one, SplitUnit(among=(reform.so_dau, two), on=DAY, resolution_no=NQ)).refused("ends_before_it_began")
    split(one, two).recorded()
    register = reform.story.register
    assert [s.unit for s in register.successors(reform.ha_ly.id)] == [one, two]
    assert register.living(reform.ha_ly.id, instant("2025-07-01T00:00")) == {one.id, two.id}
    above = register.ancestors(reform.ha_ly.id, instant("2025-07-01T00:00"))
    assert above == (reform.ha_ly.id, one.id, reform.city.id, two.id), "the city above both is named once"
    assert register.answerable(reform.ha_ly, Role.COMMUNE_CHAIR, instant("2025-07-01T00:00")).unit == one
    reform.asks(two, MergeUnit(into=one, on=date(2026, 7, 1), resolution_no=NQ), at="2026-06-01T08:00").recorded()
    assert register.living(reform.ha_ly.id, instant("2026-07-01T00:00")) == {one.id}


def test_a_district_ends_only_when_nothing_below_it_goes_on(reform: Reform) -> None:
    end = EndUnit(on=DAY, resolution_no=NQ)
    reform.asks(reform.quan, end).refused("units_below_go_on")
    reform.asks(reform.ha_ly, end).refused("successor_required")
    new = reform.new("11311", "Phường Hồng Bàng")
    for ward in (reform.ha_ly, reform.so_dau):
        reform.asks(ward, MergeUnit(into=new, on=DAY, resolution_no=NQ)).recorded()
    reform.asks(reform.quan, EndUnit(on=DAY, resolution_no="")).refused("field_required")
    reform.asks(reform.quan, end).recorded()
    body = reform.story.unit("HP-X", "Ban Chỉ đạo", Level.DEPARTMENT, reform.city, since="2025-07-01")
    reform.asks(body, end).refused("ends_before_it_began")
    register = reform.story.register
    assert register.living(reform.quan.id, instant("2025-07-01T00:00")) == frozenset()
    assert register.head_of(reform.quan, instant("2025-07-01T00:00")).unit == reform.city


def test_a_unit_is_entered_under_its_own_code_and_day_below_a_parent_that_exists(reform: Reform) -> None:
    def establish(code: str = "11311", name: str = "Phường Hồng Bàng", parent: UnitRef = reform.city) -> Story:
        command = EstablishUnit(code=code, name=name, level=Level.COMMUNE, form="phường", parent=parent.id, since=DAY)
        file_id = unit_id("11311", "2025-07-01")
        return reform.story.when(file_id, command, by=reform.khoi, at="2025-06-30T08:00")

    establish(name="").refused("field_required")
    establish(code="11312").refused("unit_misfiled")
    unknown = UnitRef(id=unit_id("99", ""), code="99", name="Không có")
    establish(parent=unknown).refused("parent_unknown")
    establish().recorded()
    establish().refused("file_exists")


def test_a_new_commune_has_thirty_days_for_its_group_and_only_its_chair_forms_it(reform: Reform) -> None:
    story = reform.story
    new = reform.new("11311", "Phường Hồng Bàng")
    thang = story.office(new, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2025-07-01T00:00")
    lan = story.office(new, Role.PROTECTION_WORKER, "Phạm Thị Lan", since="2025-07-01T00:00")
    assert story.running(new.id) == {duty.COMMUNE_GROUP.code: instant("2025-08-01T00:00")}
    assert story.running(reform.ha_ly.id) == {}

    seats = (GroupSeat.PROTECTION_WORKER, GroupSeat.POLICE_HEAD, GroupSeat.HEALTH_STATION_HEAD)
    formed = FormCommuneGroup(seats=seats, on=date(2025, 7, 20), decision_no="QĐ-15/UBND")
    at = "2025-07-20T10:00"
    reform.asks(new, formed, at=at, by=lan).refused("role_not_allowed")
    reform.asks(reform.ha_ly, formed, at=at, by=thang).refused("outside_your_unit")
    without_police = FormCommuneGroup(seats=seats[:1], on=DAY, decision_no="QĐ-15/UBND")
    reform.asks(new, without_police, at=at, by=thang).refused("late_reason_required", "group_incomplete")
    tomorrow = FormCommuneGroup(seats=seats, on=date(2025, 7, 21), decision_no="")
    reform.asks(new, tomorrow, at=at, by=thang).refused("group_formed_before", "field_required")
    reform.asks(new, formed, at=at, by=thang).recorded()
    assert story.running(new.id) == {}
    assert story.state(new.id).commune_group_formed_on == date(2025, 7, 20)


def test_a_department_forms_no_commune_group(reform: Reform) -> None:
    story = reform.story
    thang = story.office(reform.so_dau, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2024-01-02T08:00")
    story.office(reform.quan, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since="2024-01-02T08:00")
    formed = FormCommuneGroup(seats=tuple(GroupSeat), on=date(2025, 5, 5), decision_no="QĐ-15/UBND")
    reform.asks(reform.quan, formed, at="2025-05-05T10:00", by=thang).refused("not_a_commune")
