"""Thảo, ten, lives now here, now there: three communes have a file of her, each goes to a locked door, none meets her.

What each of them could say was true: went there, was not in, is with her grandmother. The record lets no one rest on
that: the files find each other, the searches run, no way out is open, and each lapse bears the name of who had it.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid5

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.intake.open_case import OpenCase
from domain.case.movement.suspend_case import SuspendCase
from domain.case.sameness.link_children import LinkChildren
from domain.case.seeing.record_attempted_visit import RecordAttemptedVisit
from domain.case.state.case import LIVE, Case, RiskLevel
from domain.case.state.sighting import Visitor, WhyNotMet
from domain.catalogue import KINDS
from domain.law.harm import HarmKind
from domain.record.naming import Form, forms, matched
from domain.record.refusal import present
from domain.record.same_child import ChildStanding, NoteSameChild
from domain.record.vocabulary import BAOVE, Kind, Role, UnitRef, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.reject_report import RejectReport
from domain.report.state import Channel, RejectionGround
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import MET, UNMET
from tests.cases.watched import CLOSE, UNTRUE, settle

LOCKED = RecordAttemptedVisit(
    why=WhyNotMet.NOBODY_HOME, announced=False, seen="Cửa khóa, gọi không ai thưa.", went=(Visitor.WORKER,)
)


@dataclass
class Ward:
    """One commune, who works there, and its case of her."""

    unit: UnitRef
    worker: Person
    chair: Person
    police: Person
    told: str
    name: str
    report: UUID
    case: UUID


class Three(Town):
    """An Biên is told on 2 March, Lê Chân on the 5th, Kiến An on the 9th; each writes her name in its own way."""

    def __init__(self) -> None:
        super().__init__(born=2016)
        le_chan = self.story.unit("11383", "Phường Lê Chân", Level.COMMUNE, self.city)
        oanh = self.holds(le_chan, Role.PROTECTION_WORKER, "Tạ Kim Oanh")
        khoa = self.holds(le_chan, Role.COMMUNE_CHAIR, "Đào Anh Khoa")
        linh = self.holds(le_chan, Role.COMMUNE_POLICE_HEAD, "Vũ Mạnh Linh")
        quy = self.holds(self.kien_an, Role.COMMUNE_POLICE_HEAD, "Hà Văn Quý")
        self.wards = [
            self._ward(self.an_bien, self.lan, self.thang, self.son, "2026-03-02", "Lê Ngọc Thảo"),
            self._ward(le_chan, oanh, khoa, linh, "2026-03-05", "LE NGOC THAO"),
            self._ward(self.kien_an, self.mo, self.nga, quy, "2026-03-09", "Lê Ngọc Th\u0430o\u0309"),
        ]
        for ward in self.wards:
            self._is_told(ward)

    def _ward(self, unit: UnitRef, worker: Person, chair: Person, police: Person, told: str, name: str) -> Ward:
        report = uuid5(BAOVE, f"story:Thảo in {unit.name}")
        return Ward(unit, worker, chair, police, told, name, report, case_id(report))

    def _is_told(self, ward: Ward) -> None:
        report = ReceiveReport(
            channel=Channel.SCHOOL,
            received_at=instant(f"{ward.told}T08:00"),
            place=ward.unit,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Cháu có vết lằn ở tay, nghỉ học nhiều ngày.",
            child_name=ward.name,
            child_birth_year=2016,
        )
        self.story.given(ward.report, report, by=ward.worker, at=f"{ward.told}T08:00")
        self.story.given(
            ward.case, OpenCase(report=ward.report, place=ward.unit), by=ward.worker, at=f"{ward.told}T08:30"
        )
        for other in self.wards[: self.wards.index(ward)]:
            self._find(ward, other, f"{ward.told}T08:31")
        for hour in ("10:00", "17:00"):
            self.story.given(ward.case, LOCKED, by=ward.worker, at=f"{ward.told}T{hour}")

    def _find(self, here: Ward, there: Ward, at: str) -> None:
        """As the server does: by the forms of what the reports name, both files are told."""
        ours, theirs = (self._forms(ward) for ward in (here, there))
        by = present(matched((a, b) for a, x in ours for b, y in theirs if x == y))
        for one, other in ((here, there), (there, here)):
            note = NoteSameChild(other=other.case, other_kind=Kind.CASE, standing=ChildStanding.PROPOSED, matched=by)
            self.story.system(one.case, note, at=at)

    def _forms(self, ward: Ward) -> frozenset[tuple[Form, str]]:
        (child,) = KINDS[Kind.REPORT].names(self.story.state(ward.report))
        return forms(present(child.name).text, child.birth_year, None)

    def state(self, ward: Ward) -> Case:
        return self.story.state(ward.case)

    def clock(self, at: str) -> None:
        for ward in self.wards:
            settle(self.story, ward.case, at)

    def lapses(self, ward: Ward) -> set[tuple[str, UUID | None]]:
        return {(each.code, each.holder) for each in self.story.files[ward.case].lapses}


@pytest.fixture
def three() -> Three:
    return Three()


def test_however_each_wrote_her_name_all_three_leads_know_of_the_other_files(three: Three) -> None:
    for ward in three.wards:
        others = {row.other for row in three.state(ward).same_child}
        assert others == {each.case for each in three.wards if each is not ward}
        assert {row.other_unit for row in three.state(ward).same_child} == {
            each.unit for each in three.wards if each is not ward
        }


def test_two_locked_doors_start_a_search_in_each_and_end_nothing(three: Three) -> None:
    for ward in three.wards:
        running = three.story.files[ward.case].running
        assert {"T03", "T04"} <= {code for code, _ in running}
        assert [ref for code, ref in running if code == "P26"] == ["1"]
        assert three.state(ward).contact.attempts == 2


def test_no_way_out_is_open_in_any_of_the_three(three: Three) -> None:
    three.clock("2026-03-12T08:00")
    gone = RejectReport(ground=RejectionGround.UNFOUNDED, decision_no="9/TB-UBND", truth_check="Không gặp cháu.")
    rest = SuspendCase(decision_no="9/QĐ-UBND", search="Đã hỏi hàng xóm.", until=instant("2026-04-01T00:00"))
    unseen = risk(RiskLevel.LOW, UNMET)
    for ward in three.wards:
        for act, by in ((UNTRUE, ward.chair), (CLOSE, ward.chair), (rest, ward.chair), (ConfirmRisk(), ward.chair)):
            three.story.when(ward.case, act, by=by, at="2026-03-12T09:00", reason="Cháu ở nơi khác.")
            assert three.story.last.line is None, f"{type(act).__name__} in {ward.unit.name}"
        three.story.when(ward.case, unseen, by=ward.worker, at="2026-03-12T09:10")
        assert three.story.last.line is None, "a child that was not met is assessed by nobody"
        three.story.when(ward.report, gone, by=ward.chair, at="2026-03-12T09:20", reason="Cháu ở nơi khác.")
        assert three.story.last.line is None
        assert three.state(ward).phase in LIVE


def test_each_lapse_bears_the_name_of_the_chair_whose_case_it_was_and_the_level_above_is_told(three: Three) -> None:
    three.clock("2026-04-15T08:00")
    for ward in three.wards:
        told = three.lapses(ward)
        assert {("T03", ward.chair.id), ("T04", ward.chair.id), ("P26", ward.chair.id)} <= told
        assert {holder for code, holder in told if code != "P30"} == {ward.chair.id}
        above = [clock for (code, _), clock in three.story.files[ward.case].running.items() if code == "P30"]
        assert above, "repeated lapses come before the level above"
        assert three.health in {clock.answers.unit for clock in above}


def test_that_one_of_them_met_her_ends_no_clock_and_no_search_of_the_others(
    three: Three,
) -> None:
    first, second, third = three.wards
    for other in (second, third):
        link = LinkChildren(case=other.case)
        three.story.given(first.case, link, by=first.worker, at="2026-03-10T08:00", reason="Cô giáo nhận ra cháu.")
    met = risk(RiskLevel.HIGH)
    assert met.sighting == MET
    three.story.given(third.case, met, by=third.worker, at="2026-03-10T09:00")
    for ward in (first, second):
        assert ("P26", "1") in three.story.files[ward.case].running
        assert {"T03", "T04"} <= {code for code, _ in three.story.files[ward.case].running}
    assert ("T03", "") not in three.story.files[third.case].running
