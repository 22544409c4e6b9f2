"""A ward is called otherwise from a day on: what was written stays, what is written says the new name, all goes on."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case.movement.transfer_lead import TransferLead
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, office_id
from domain.unit.merge_unit import MergeUnit
from domain.unit.rename_unit import RenameUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town

AN_DUONG = RenameUnit(new_name="Phường An Dương", on=date(2026, 3, 3), resolution_no="18/NQ-HĐND")
RECORDED = "2026-03-01T09:00"


class Renamed(Town):
    """An Biên with a case under way, and the registrar Khôi."""

    def __init__(self) -> None:
        super().__init__()
        self.khoi: Person = self.holds(self.city, Role.REGISTRAR, "Đỗ Minh Khôi")

    def rename(self, command: RenameUnit = AN_DUONG, at: str = RECORDED, **more: str) -> None:
        self.story.given(self.an_bien.id, command, by=self.khoi, at=at, **more)


@pytest.fixture
def town() -> Renamed:
    town = Renamed()
    town.opened(told="2026-03-01T21:00", at="2026-03-01T21:30")
    return town


def test_lines_before_the_day_say_the_old_name_and_lines_from_it_on_the_new_one(town: Renamed) -> None:
    town.rename(at="2026-03-01T22:00")
    after = town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-03T00:00")
    opened = next(line for line in town.story.lines if line.stored_as.startswith("case.opened"))
    assert opened.unit is not None
    assert after.unit is not None
    assert after.by.office is not None
    assert (opened.unit.name, after.unit.name, after.by.office.unit.name) == (
        "Phường An Biên",
        "Phường An Dương",
        "Phường An Dương",
    )


def test_the_code_finds_the_unit_under_either_name_and_offices_go_on(town: Renamed) -> None:
    town.rename(at="2026-03-01T22:00")
    register, midnight = town.story.register, instant("2026-03-03T00:00")
    old, new = (register.unit_at("11359", at) for at in (instant("2026-03-02T23:59"), midnight))
    assert old is not None
    assert new is not None
    assert (old, old.name, new.name) == (new, "Phường An Biên", "Phường An Dương")
    chair = register.answerable(old, Role.COMMUNE_CHAIR, midnight)
    assert (chair.id, chair.unit.name) == (office_id(town.an_bien.id, Role.COMMUNE_CHAIR), "Phường An Dương")
    held = register.holder(chair.id, midnight)
    assert held is not None
    assert held.person == town.thang.id


def test_a_clock_goes_on_and_its_lapse_is_one_part_of_one_person_under_the_new_name(town: Renamed) -> None:
    """The twelve hours of the report run from the evening before; a new name at midnight buys no time."""
    story = town.story
    town.rename(at="2026-03-01T22:00", command=replace(AN_DUONG, on=date(2026, 3, 2)))
    assert town.running["T04"] == instant("2026-03-02T09:00")
    lapsed = town.system(RecordLapse(code="T04"), at="2026-03-02T09:01").event
    assert [(part.holder_name, part.office.unit.id) for part in lapsed.held] == [("Vũ Đức Thắng", town.an_bien.id)]
    assert lapsed.holder_name == "Vũ Đức Thắng"
    line = story.lines[-1]
    assert line.unit is not None
    assert line.unit.name == "Phường An Dương"
    assert (
        next(start for start in town.file.begun.values() if start.code == "T04").answers.unit.name == "Phường An Biên"
    )


def test_who_does_it_by_which_paper_and_from_when(town: Renamed) -> None:
    def rename(by: Person = town.khoi, at: str = RECORDED, **more: object) -> object:
        return town.story.when(town.an_bien.id, replace(AN_DUONG, **more), by=by, at=at)

    story, at = town.story, "2026-03-01T22:00"
    rename(by=town.thang, at=at)
    story.refused("role_not_allowed")
    rename(at=at, new_name="Phường An Biên ")
    story.refused("name_unchanged")
    rename(at=at, new_name=" ", resolution_no="")
    story.refused("field_required", "field_required")
    rename(at=at, new_name="Nguyễn Văn A")
    story.refused("body_malformed")
    rename(at=at, on=date(2025, 7, 1))
    story.refused("late_reason_required", "named_out_of_order")
    rename(at=at)
    story.recorded()
    rename(at=at, new_name="Phường An Hải")
    story.refused("named_out_of_order")
    rename(at=at)
    story.refused("name_unchanged", "named_out_of_order")
    rename(at="2026-03-06T08:00", on=date(2026, 3, 4), new_name="Phường An Hải")
    story.refused("late_reason_required")


def test_a_name_told_late_changes_no_line_that_stands(town: Renamed) -> None:
    town.rename(at="2026-03-06T08:00", late_reason="Nghị quyết đến muộn.")
    line = town.story.lines[-1]
    assert line.late
    told = next(each for each in town.story.lines if each.stored_as.startswith("case.opened"))
    assert told.unit is not None
    assert told.unit.name == "Phường An Biên"


def test_a_unit_that_has_ended_is_not_renamed(town: Renamed) -> None:
    new = town.story.unit("11360", "Phường Mới", Level.COMMUNE, town.city, since="2026-03-02")
    town.story.system(town.an_bien.id, MergeUnit(into=new, on=date(2026, 3, 2), resolution_no="NQ-3"), at=RECORDED)
    town.story.when(town.an_bien.id, AN_DUONG, by=town.khoi, at="2026-03-02T22:00").refused("phase_not_allowed")
