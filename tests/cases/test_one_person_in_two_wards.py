"""Somebody who holds offices in two wards says in which he acts, wherever both may do it."""

import pytest

from domain.case.intake.open_case import OpenCase
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.vocabulary import Role, case_id, office_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import SINCE, Town

AT = "2026-03-02T09:00"


class TwoWards(Town):
    """Lan is worker in An Biên and in Kiến An; Thắng is Chair of the one and holds a like seat in the other."""

    def __init__(self) -> None:
        super().__init__()
        office = self.story.office
        self.lan_there = office(self.kien_an, Role.PROTECTION_WORKER, self.lan.name, since=SINCE, seat=2)
        office(self.kien_an, Role.COMMUNE_CHAIR, self.thang.name, since=SINCE, seat=2)
        self.here = office_id(self.an_bien.id, Role.PROTECTION_WORKER)
        self.there = office_id(self.kien_an.id, Role.PROTECTION_WORKER, 2)

    def told_and_opened(self) -> None:
        """Sơn of the police took the call, Lan opens the case, for which she has a say in An Biên alone."""
        report = self.told(at="2026-03-02T08:00", to=self.son)
        self.case = case_id(report)
        self.given(OpenCase(report=report, place=self.an_bien), by=self.lan, at="2026-03-02T08:30")

    def tells(self, by: Person, **more: object) -> Story:
        command = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant(AT),
            place=self.an_bien,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Cháu có vết bầm ở lưng và tay.",
        )
        return self.story.when(office_id(self.city.id, Role.INSPECTOR, 99), command, by=by, at=AT, **more)


@pytest.fixture
def town() -> TwoWards:
    return TwoWards()


def test_an_act_that_both_offices_may_do_is_refused_with_the_offices_to_choose_from(town: TwoWards) -> None:
    town.tells(town.lan).refused("office_to_choose").refused_at(("office_id",))
    [asked] = town.story.last.reasons
    assert {office.id for office in asked.offices} == {town.here, town.there}
    assert {office.unit.name for office in asked.offices} == {"Phường An Biên", "Phường Kiến An"}
    line = town.tells(town.lan, office=town.there).recorded()
    assert line.by.office is not None
    assert line.by.office.unit == town.kien_an
    assert line.event.receiver == town.kien_an


def test_where_one_of_them_may_do_it_nothing_is_asked(town: TwoWards) -> None:
    """The case lies in An Biên: what he is in Kiến An gives him no say in it."""
    town.told_and_opened()
    order: OrderUrgentMeasure = town.measure("2026-03-04T08:00", MeasureKind.GUARD)
    line = town.given(order, by=town.thang, at="2026-03-02T10:00", reason="Cháu bị đánh.")
    assert line.by.office is not None
    assert line.by.office.id == office_id(town.an_bien.id, Role.COMMUNE_CHAIR)


def test_two_offices_in_one_ward_leave_nothing_to_choose(town: TwoWards) -> None:
    """Both act for the same unit; the line says under which of them."""
    town.story.office(town.an_bien, Role.INTAKE_OFFICER, town.son.name, since=SINCE)
    line = town.tells(town.son).recorded()
    assert line.event.receiver == town.an_bien


def test_an_office_of_somebody_else_is_refused_with_ones_own(town: TwoWards) -> None:
    town.tells(town.lan, office=office_id(town.clinic.id, Role.PROVIDER_HEAD)).refused("office_not_held")
    [asked] = town.story.last.reasons
    assert {office.id for office in asked.offices} == {town.here, town.there}
