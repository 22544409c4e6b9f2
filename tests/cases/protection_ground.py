"""The ground of the stories about protection: two communes, the bodies around them, a case just opened."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.intake.open_case import OpenCase
from domain.case.movement.confirm_death import ConfirmDeath
from domain.case.movement.death import PlaceOfDeath
from domain.case.movement.report_death import ReportDeath
from domain.case.protection.measures import MeasureWanted
from domain.case.protection.order_separation import OrderSeparation
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.seeing.sightings import SightingTold
from domain.case.state.case import Case, RiskLevel
from domain.case.state.death import DeathSource
from domain.case.state.protection import MeasureKind, SeparationGround
from domain.law.harm import HarmKind
from domain.record.file import File
from domain.record.line import Line
from domain.record.vocabulary import BAOVE, Attachment, Role, UnitRef, case_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.sightings import MET

SINCE = "2025-07-01T00:00"
PAPER = (Attachment(sha256="5c" * 32, size_bytes=31_400, media_type="application/pdf"),)


def risk(level: RiskLevel, sighting: SightingTold = MET, **more: Any) -> AssessInitialRisk:
    """What the worker finds, at this level."""
    return AssessInitialRisk(level=level, findings="Đã đến nhà.", sighting=sighting, **more)


def dead(died: str, known: str | None = None) -> ReportDeath:
    """That the child died at that time, at home; known at once unless told otherwise."""
    return ReportDeath(
        died_at=instant(died), known_at=instant(known or died), cause="Chấn thương đầu.", place=PlaceOfDeath.HOME
    )


def certificate(died: str, number: str = "15/2026") -> ConfirmDeath:
    """The extract of the death register that says so."""
    return ConfirmDeath(
        died_at=instant(died),
        source=DeathSource.DEATH_CERTIFICATE,
        source_no=number,
        issued_by="UBND phường An Biên",
    )


class Town:
    """An Biên, where Lan works and Thắng is Chair; Kiến An, where Nga is; those who help or watch them."""

    def __init__(self, born: int | None = 2015) -> None:
        self.story = story = Story()
        self.born = born
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        self.kien_an = story.unit("11431", "Phường Kiến An", Level.COMMUNE, self.city, since="2025-07-01")
        self.clinic = story.unit("HP-BVTE", "Bệnh viện Trẻ em", Level.PROVIDER, self.city)
        self.shelter = story.unit("HP-TTCTXH", "Trung tâm Công tác xã hội", Level.PROVIDER, self.city)
        self.court = story.unit("HP-TA", "Tòa án khu vực", Level.COURT, self.city)
        self.health = story.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, self.city)
        self.watch = story.unit("HP-TTRA", "Thanh tra thành phố", Level.INSPECTORATE, self.city)
        self.lan = self.holds(self.an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan")
        self.thang = self.holds(self.an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")
        self.son = self.holds(self.an_bien, Role.COMMUNE_POLICE_HEAD, "Trần Hồng Sơn")
        self.nga = self.holds(self.kien_an, Role.COMMUNE_CHAIR, "Lương Thúy Nga")
        self.mo = self.holds(self.kien_an, Role.PROTECTION_WORKER, "Bùi Thị Mơ")
        self.huy = self.holds(self.clinic, Role.PROVIDER_HEAD, "Lê Quang Huy")
        self.dung = self.holds(self.shelter, Role.PROVIDER_HEAD, "Ngô Tiến Dũng")
        self.chi = self.holds(self.court, Role.COURT_CLERK, "Mai Linh Chi")
        self.hoa = self.holds(self.health, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Thị Hòa")
        self.khang = self.holds(self.city, Role.CITY_CHAIR, "Nguyễn Phúc Khang")
        self.minh = self.holds(self.health, Role.DEPARTMENT_DIRECTOR, "Phan Quang Minh")
        self.tue = self.holds(self.watch, Role.INSPECTOR, "Hoàng Minh Tuệ")
        self.reports = 0
        self.case = UUID(int=0)

    def holds(self, unit: UnitRef, role: Role, name: str) -> Person:
        return self.story.office(unit, role, name, since=SINCE)

    # -- how far the case has come --------------------

    def told(self, *, at: str, to: Person | None = None, place: UnitRef | None = None) -> UUID:
        """Somebody tells of bruises; who takes it down records it ten minutes later at most."""
        self.reports += 1
        report = uuid5(BAOVE, f"story:protection report {self.reports}")
        command = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant(at),
            place=place or self.an_bien,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Cháu có vết bầm ở lưng và tay.",
            child_birth_year=self.born,
        )
        self.story.given(report, command, by=to or self.lan, at=at)
        return report

    def opened(self, *, told: str = "2026-03-02T08:00", at: str = "2026-03-02T08:30") -> Town:
        """A case in An Biên, open since half an hour after the report."""
        report = self.told(at=told)
        self.case = case_id(report)
        self.given(OpenCase(report=report, place=self.an_bien), by=self.lan, at=at)
        return self

    def assessed(self, level: RiskLevel = RiskLevel.HIGH, **more: Any) -> Town:
        """Lan has seen the child at half past nine."""
        self.opened().given(risk(level, **more), by=self.lan, at="2026-03-02T09:30")
        return self

    def separated(self, *, until: str = "2026-03-12T00:00") -> Town:
        """Thắng has separated the child from a father who beats it, at eleven on 2 March."""
        self.assessed(parent_is_harmer=True)
        self.given(self.separation(until), by=self.thang, at="2026-03-02T11:00")
        return self

    # -- acting and looking --------------------

    def given(self, command: Any, *, by: Person, at: str, **more: Any) -> Line:
        return self.story.given(self.case, command, by=by, at=at, **more)

    def when(self, command: Any, *, by: Person | None, at: str, **more: Any) -> Story:
        return self.story.when(self.case, command, by=by, at=at, **more)

    def system(self, command: Any, *, at: str) -> Line:
        return self.story.system(self.case, command, at=at)

    @property
    def file(self) -> File:
        return self.story.files[self.case]

    @property
    def now(self) -> Case:
        return self.story.state(self.case)

    @property
    def running(self) -> dict[str, Any]:
        return self.story.running(self.case)

    # -- what is ordered --------------------

    def separation(self, until: str, **more: Any) -> OrderSeparation:
        asked: dict[str, Any] = {
            "ground": SeparationGround.CARER_HARMS,
            "decision_no": "15/QĐ-UBND",
            "carer_name": "Bà ngoại của cháu",
            "placement": "Nhà bà ngoại, cùng phường",
            "child_view": "Cháu muốn ở với bà.",
        }
        return OrderSeparation(until=instant(until), **(asked | more))

    def measure(self, until: str, *kinds: MeasureKind, **more: Any) -> OrderUrgentMeasure:
        """An order of measures of these kinds; a guard if none is named, and with a carer for what takes it away."""
        wanted = kinds or (MeasureKind.GUARD,)
        away: dict[str, Any] = {"carer_name": "Bà ngoại của cháu", "placement": "Nhà bà ngoại, cùng phường"}
        asked: dict[str, Any] = {"decision_no": "14/QĐ-UBND", "child_view": "Cháu muốn ở với bà."}
        return OrderUrgentMeasure(
            measures=tuple(MeasureWanted(kind=kind, executor=self.clinic, until=instant(until)) for kind in wanted),
            **(asked | (away if MeasureKind.SHELTER in wanted else {}) | more),
        )
