"""A ward is split while a matter lies there: the successor that holds its place answers, once told."""

from dataclasses import replace
from datetime import date

import pytest

from domain.case.assessment.override_risk import OverrideRisk
from domain.case.intake.confirm_correction import ConfirmCorrection
from domain.case.intake.correct_case import CorrectCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.state.case import RiskLevel
from domain.record.lapses import DutyLapsed
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, UnitRef, unknown_unit
from domain.report.forward_report import ForwardReport
from domain.unit.merge_unit import MergeUnit
from domain.unit.split_unit import SplitUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town, risk

WHY = "Địa chỉ nay thuộc phường mới."
MIDNIGHT = "2026-03-03T00:00"


class Split(Town):
    """An Biên is split at midnight after 2 March: An Đông is named first, An Tây has the lower code."""

    def __init__(self) -> None:
        super().__init__()
        self.dong, self.trung, self.dao = self.ward("11361", "Phường An Đông", "Đào Thế Trung")
        self.tay, self.vinh, self.cuc = self.ward("11360", "Phường An Tây", "Đoàn Thế Vinh")
        self.opened(told="2026-03-02T21:00", at="2026-03-02T21:30")
        split = SplitUnit(among=(self.dong, self.tay), on=date(2026, 3, 3), resolution_no="NQ-3")
        self.story.system(self.an_bien.id, split, at="2026-03-02T22:00")

    def ward(self, code: str, name: str, chair: str) -> tuple[UnitRef, Person, Person]:
        unit = self.story.unit(code, name, Level.COMMUNE, self.city, since="2026-03-03")
        office = self.story.office
        worker = office(unit, Role.PROTECTION_WORKER, f"Cán bộ {name.split()[-1]}", since=MIDNIGHT)
        return unit, office(unit, Role.COMMUNE_CHAIR, chair, since=MIDNIGHT), worker

    def lapse(self, code: str = "T04", ref: str = "", at: str = "2026-03-05T08:00") -> DutyLapsed:
        return self.system(RecordLapse(code=code, ref=ref), at=at).event

    def told_otherwise(self, place: UnitRef | None = None, residence: UnitRef | None = None) -> None:
        """Tây's worker says it, its Chair confirms it."""
        told = CorrectCase(corrects=1, statement="Nhà cháu ở An Tây.", place=place, residence=residence)
        self.given(told, by=self.cuc, at="2026-03-03T08:00", reason=WHY)
        self.given(ConfirmCorrection(), by=self.vinh, at="2026-03-03T08:30")


@pytest.fixture
def town() -> Split:
    return Split()


@pytest.mark.parametrize("what", ["place", "residence"])
def test_the_successor_that_holds_the_place_answers(town: Split, what: str) -> None:
    town.told_otherwise(**{what: town.tay})
    lapsed = town.lapse()
    assert (lapsed.answers.unit, lapsed.holder_name, lapsed.others) == (town.tay, "Đoàn Thế Vinh", ())
    assert [part.holder_name for part in lapsed.held] == ["Vũ Đức Thắng", "Đoàn Thế Vinh"]


def test_until_a_place_tells_the_one_named_first_answers_and_the_lapse_names_the_others(town: Split) -> None:
    lapsed = town.lapse()
    assert (lapsed.answers.unit, lapsed.holder_name) == (town.dong, "Đào Thế Trung")
    assert lapsed.others == (town.tay,)
    assert town.tay.code < town.dong.code, "the first by code would be another"


def test_a_place_outside_the_parts_tells_nothing(town: Split) -> None:
    town.told_otherwise(residence=town.kien_an)
    assert town.lapse().others == (town.tay,)


def test_a_place_told_afterwards_moves_a_clock_that_was_laid_before_it_but_no_lapse(town: Split) -> None:
    """The misfortune of not knowing does not stay with whoever stood in, and what is recorded stays as it is."""
    line = town.given(risk(RiskLevel.HIGH), by=town.dao, at="2026-03-03T07:00")
    town.given(
        OverrideRisk(level=RiskLevel.HIGH, serious_danger=True), by=town.trung, at="2026-03-03T07:30", reason=WHY
    )
    laid = next(start for start in line.starts if start.code == "P05")
    assert laid.answers.unit == town.dong
    before = town.lapse(at="2026-03-03T09:01")
    later = replace(CorrectCase(corrects=1, statement="Ở An Tây."), place=town.tay)
    town.given(later, by=town.cuc, at="2026-03-03T10:00", reason=WHY)
    town.given(ConfirmCorrection(), by=town.vinh, at="2026-03-03T10:30")
    assert town.lapse("P05", laid.ref, at="2026-03-30T08:00").answers.unit == town.tay
    assert before.answers.unit == town.dong
    assert town.file.lapses[0].answers == before.answers


def test_an_old_code_is_refused_with_those_to_choose_from(town: Split) -> None:
    old = TransferLead(decision_no="33/QĐ", to_unit=unknown_unit("11359"))
    town.when(old, by=town.trung, at="2026-03-03T08:00").refused("unit_ended")
    [asked] = town.story.last.reasons
    assert (asked.path, asked.units, asked.offices) == (("to_unit",), (town.dong, town.tay), ())
    nowhere = replace(old, to_unit=unknown_unit("99999"))
    found = town.when(nowhere, by=town.trung, at="2026-03-03T08:00").last.reasons
    assert ("unit_unknown", ()) in [(reason.code, reason.units) for reason in found]
    town.given(replace(old, to_unit=town.tay), by=town.trung, at="2026-03-03T08:00")


def test_of_a_ward_that_was_merged_the_one_successor_is_named(town: Split) -> None:
    merged = MergeUnit(into=town.tay, on=date(2026, 3, 4), resolution_no="NQ-4")
    town.story.system(town.dong.id, merged, at="2026-03-03T08:00")
    report = town.told(at="2026-03-04T08:00", to=town.cuc, place=town.tay)
    for code in ("11361", "11359"):
        sent = ForwardReport(to_unit=unknown_unit(code))
        found = town.story.when(report, sent, by=town.cuc, at="2026-03-04T08:10").last.reasons
        assert [reason.units for reason in found if reason.code == "unit_ended"] == [(town.tay,)], code


def test_parts_that_come_together_again_leave_nothing_to_ask(town: Split) -> None:
    """Whoever stands for both parts at the end answers, told or not."""
    merged = MergeUnit(into=town.tay, on=date(2026, 3, 4), resolution_no="NQ-4")
    town.story.system(town.dong.id, merged, at="2026-03-03T08:00")
    line = town.given(risk(RiskLevel.HIGH), by=town.cuc, at="2026-03-03T07:00")
    laid = next(start for start in line.starts if start.code == "P05")
    lapsed = town.lapse("P05", laid.ref, at="2026-03-30T08:00")
    assert (lapsed.answers.unit, lapsed.others) == (town.tay, ())


def test_a_walk_goes_by_the_resolutions_and_by_nothing_else(town: Split) -> None:
    """In whatever order the units were entered, the same unit stands for the old one."""
    at, places = instant("2026-03-03T08:00"), (town.an_bien, town.kien_an)
    assert [town.story.register.near(*places).one_in_place_of(town.an_bien, at) for _ in range(3)] == [town.dong] * 3
    assert town.story.register.near(town.tay).one_in_place_of(town.an_bien, at) == town.tay
    assert town.story.register.one_in_place_of(town.an_bien, at) == town.dong, "nothing of it stays in the register"
