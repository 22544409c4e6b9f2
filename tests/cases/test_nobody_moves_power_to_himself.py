"""Who leads decides and who led reads; what moves power, and what makes danger smaller, is settled by two."""

from dataclasses import replace

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.request_information import RequestInformation
from domain.case.intake.confirm_correction import ConfirmCorrection
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.refuse_correction import RefuseCorrection
from domain.case.kind import CASE
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.suspend_case import SuspendCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.office.appoint_holder import AppointHolder
from domain.office.delegate_power import DelegatePower
from domain.office.end_tenure import EndTenure
from domain.record.reading import Visibility, sees
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Kind, Role, office_id
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport
from domain.report.state import CheckOutcome
from tests.cases.casefile import Person, instant
from tests.cases.plan_ground import PlanStory, with_a_delegation
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import heard

WHY = "Theo giấy tờ gia đình xuất trình."
FALSE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Trẻ ngã xe đạp.", sources="Hàng xóm.")
AGED_OUT = CloseCase(
    decision_no="151/QĐ-UBND", ground=CloseGround.AGED_OUT, grounds="Không còn là trẻ em.", handover="Đoàn phường."
)
SEEN = "Cháu nói đã ổn."


def reads(town: Town, who: Person) -> bool:
    standings, where = town.story.register.standings(who.id, instant("2026-03-06T08:00")), CASE.where(town.now, None)
    at = instant("2026-03-06T08:00")
    return sees(standings, Visibility.TEXT, Kind.CASE, where, town.story.register, at) is not None


def given_away() -> Town:
    town = Town().assessed()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-03T08:00")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-03T10:00")
    return town


def test_once_the_lead_is_given_away_the_former_unit_reads_and_decides_nothing() -> None:
    """An Biên's worker saw no harm and its Chair ended the case that Kiến An had taken over."""
    town = given_away()
    at = "2026-03-04T08:00"
    town.when(risk(RiskLevel.NONE, sighting=heard(SEEN)), by=town.lan, at=at).refused("outside_your_unit")
    town.when(ConfirmRisk(), by=town.thang, at=at).refused("outside_your_unit")
    lower = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.when(lower, by=town.thang, at=at, reason=WHY).refused("outside_your_unit")
    town.when(FALSE, by=town.thang, at=at).refused("outside_your_unit")
    asked = RequestInformation(from_body=town.clinic, question="Đã khám chưa?")
    town.when(asked, by=town.son, at=at).refused("outside_your_unit")
    assert [reads(town, who) for who in (town.lan, town.thang, town.son, town.mo, town.nga)] == [True] * 5
    town.given(ConfirmRisk(), by=town.nga, at=at)


def test_before_the_lead_is_accepted_the_place_still_decides() -> None:
    town = Town().assessed()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-03T08:00")
    town.when(ConfirmRisk(), by=town.nga, at="2026-03-03T09:00").refused("outside_your_unit")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-03T09:00")


def test_a_lead_that_comes_back_decides_again() -> None:
    town = given_away()
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.an_bien), by=town.nga, at="2026-03-04T08:00")
    town.given(AcceptTransfer(), by=town.thang, at="2026-03-04T09:00")
    town.when(risk(RiskLevel.HIGH), by=town.mo, at="2026-03-04T10:00").refused("outside_your_unit")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-04T10:00")


def test_a_corrected_residence_gives_its_chair_no_power_until_a_second_person_confirms_it() -> None:
    town = Town().assessed()
    told = CorrectCase(corrects=2, statement="Trẻ ở Kiến An.", residence=town.kien_an)
    town.given(told, by=town.lan, at="2026-03-02T10:00", reason=WHY)
    assert town.now.residence is None
    assert town.running["P33:1"] == instant("2026-03-04T00:00")
    at = "2026-03-02T11:00"
    town.when(ConfirmRisk(), by=town.nga, at=at).refused("outside_your_unit")
    town.when(ConfirmCorrection(), by=town.nga, at=at).refused("outside_your_unit")
    town.when(ConfirmCorrection(), by=town.lan, at=at).refused("role_not_allowed")
    town.given(ConfirmCorrection(), by=town.thang, at=at)
    assert (town.now.residence, town.now.correction) == (town.kien_an, None)
    assert "P33:1" not in town.running
    town.given(ConfirmRisk(), by=town.nga, at="2026-03-02T12:00")


def test_who_proposed_a_correction_does_not_confirm_it() -> None:
    town = Town().assessed()
    told = CorrectCase(corrects=1, statement="Sinh năm 2009.", child_birth_year=2008)
    town.given(told, by=town.hoa, at="2026-03-02T10:00", reason=WHY)
    town.when(ConfirmCorrection(), by=town.hoa, at="2026-03-02T11:00").refused("same_person")
    town.when(RefuseCorrection(), by=town.hoa, at="2026-03-02T11:00", reason=WHY).refused("same_person")
    town.when(RefuseCorrection(), by=town.thang, at="2026-03-02T11:00").refused("reason_required")
    town.given(RefuseCorrection(), by=town.thang, at="2026-03-02T11:00", reason="Giấy khai sinh ghi 2015.")
    assert (town.now.child_birth_year, town.now.correction) == (2015, None)
    assert "P33:1" not in town.running
    for act in (ConfirmCorrection(), RefuseCorrection()):
        town.when(act, by=town.thang, at="2026-03-02T12:00", reason=WHY).refused("no_correction_waits")


def test_a_birth_year_that_a_worker_corrects_alone_lets_no_case_end_by_age() -> None:
    town = Town().opened()
    told = CorrectCase(corrects=1, statement="Sinh năm 2008.", child_birth_year=2008)
    town.given(told, by=town.lan, at="2026-03-02T10:00", reason=WHY)
    found = town.when(AGED_OUT, by=town.thang, at="2026-03-02T11:00").last
    assert "not_of_age" in found.refusals
    town.given(ConfirmCorrection(), by=town.thang, at="2026-03-02T12:00")
    assert "not_of_age" not in town.when(AGED_OUT, by=town.thang, at="2026-03-02T12:10").last.refusals


def test_a_corrected_place_waits_too_and_must_be_a_commune() -> None:
    town = Town().assessed()
    told = CorrectCase(corrects=2, statement="Xảy ra ở Kiến An.", place=town.clinic)
    at = "2026-03-02T10:00"
    town.when(told, by=town.lan, at=at, reason=WHY).refused("place_corrected_no_commune")
    right = replace(told, place=town.kien_an)
    town.given(right, by=town.lan, at=at, reason=WHY)
    assert town.now.place == town.an_bien
    town.when(right, by=town.lan, at="2026-03-02T10:10", reason=WHY).refused("correction_waits")
    town.given(ConfirmCorrection(), by=town.hoa, at="2026-03-02T11:00")
    assert (town.now.place, town.now.lead) == (town.kien_an, town.an_bien)


def test_a_harm_that_is_added_counts_at_once_and_one_left_out_when_confirmed() -> None:
    town = Town().assessed()
    more = CorrectCase(corrects=2, statement="Còn bị bỏ mặc.", harm_kinds=(HarmKind.NEGLECT,))
    line = town.given(more, by=town.lan, at="2026-03-02T10:00", reason=WHY)
    assert line.event.number == 1
    assert town.now.harm_kinds == (HarmKind.VIOLENCE_PHYSICAL, HarmKind.NEGLECT)
    town.given(ConfirmCorrection(), by=town.thang, at="2026-03-02T11:00")
    assert town.now.harm_kinds == (HarmKind.NEGLECT,)
    both = replace(more, harm_kinds=(HarmKind.NEGLECT, HarmKind.VIOLENCE_MENTAL))
    assert town.given(both, by=town.lan, at="2026-03-02T12:00", reason=WHY).event.number is None
    assert town.now.harm_kinds == (HarmKind.NEGLECT, HarmKind.VIOLENCE_MENTAL)


SMALLER = (
    CorrectReport(corrects=1, danger_now=False),
    CorrectReport(corrects=1, harm_kinds=(HarmKind.NEGLECT,)),
    CorrectReport(corrects=1, child_birth_year=2008),
)


@pytest.mark.parametrize("smaller", SMALLER)
def test_a_report_is_made_smaller_only_after_somebody_else_has_checked_it(smaller: CorrectReport) -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00")
    story = town.story
    checked = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Cháu an toàn.", sources="Cháu, bà ngoại.")
    story.given(report, checked, by=town.son, at="2026-03-02T08:20")
    worse = CorrectReport(corrects=1, danger_now=True)
    story.given(report, worse, by=town.lan, at="2026-03-02T08:30", reason=WHY)
    at = "2026-03-02T09:00"
    story.when(report, smaller, by=town.lan, at=at, reason=WHY).refused("correction_not_checked")
    story.given(report, checked, by=town.lan, at="2026-03-02T09:10")
    at = "2026-03-02T09:20"
    story.when(report, smaller, by=town.lan, at=at, reason=WHY).refused("correction_not_checked")
    story.given(report, checked, by=town.son, at="2026-03-02T09:30")
    story.given(report, smaller, by=town.lan, at="2026-03-02T09:40", reason=WHY)


def settled() -> Town:
    """A high level that Thắng has confirmed, and the measure that answered it, over by noon."""
    town = Town().assessed()
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    town.given(town.measure("2026-03-05T10:00"), by=town.thang, at="2026-03-02T10:30")
    town.given(CompleteUrgentMeasure(ref="1", result="Đã khám."), by=town.lan, at="2026-03-02T12:00")
    return town


def test_a_level_that_the_chair_confirmed_is_not_lowered_by_the_worker_alone() -> None:
    """Confirmed high in the morning, found to be none at noon, and the case ended as unfounded."""
    town = settled()
    town.given(risk(RiskLevel.NONE, sighting=heard(SEEN)), by=town.lan, at="2026-03-02T13:00")
    assert (town.now.level, town.now.risk_confirmed) == (RiskLevel.HIGH, False)
    assert "T04:risk-2" not in town.running
    found = town.when(FALSE, by=town.thang, at="2026-03-02T13:10").last
    assert "risk_is_high" in found.refusals
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T14:00")
    assert (town.now.level, town.now.risk_confirmed) == (RiskLevel.NONE, True)


def test_two_findings_one_after_the_other_lower_it_no_more_than_one() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-02T13:00")
    assert town.now.level is RiskLevel.HIGH
    assert "T04:risk-2" in town.running
    town.given(risk(RiskLevel.LOW, sighting=heard(SEEN)), by=town.lan, at="2026-03-02T14:00")
    assert town.now.level is RiskLevel.MEDIUM


def test_the_chair_keeps_the_level_against_a_lower_finding_by_settling_it_again() -> None:
    town = settled()
    town.given(risk(RiskLevel.LOW, sighting=heard(SEEN)), by=town.lan, at="2026-03-02T13:00")
    at = "2026-03-02T14:00"
    as_found = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.when(as_found, by=town.thang, at=at, reason=WHY).refused("override_changes_nothing")
    as_before = OverrideRisk(level=RiskLevel.HIGH, serious_danger=False)
    town.given(as_before, by=town.thang, at=at, reason="Người cha vẫn ở nhà.")
    assert (town.now.level, town.now.risk_confirmed) == (RiskLevel.HIGH, True)


def test_a_danger_that_stands_goes_only_with_a_confirmed_finding() -> None:
    town = Town().assessed(RiskLevel.MEDIUM, serious_danger=True)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    assert town.now.serious_danger
    town.given(risk(RiskLevel.MEDIUM, sighting=heard(SEEN)), by=town.lan, at="2026-03-02T13:00")
    assert town.now.serious_danger
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T14:00")
    assert not town.now.serious_danger


REST = SuspendCase(decision_no="33/QĐ", search="Đã tìm ở nhà, trường, quê ngoại.", until=instant("2026-03-20T00:00"))


def signed_for(town: Town, at: str = "2026-03-01T08:00") -> Person:
    """Hạnh, deputy in An Biên, to whom whoever is Chair then has handed all power in writing."""
    hanh = town.holds(town.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Hồ Đức Hạnh")
    deputy = office_id(town.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR)
    paper = DelegatePower(document_no="UQ-01", to_office=deputy, since=instant(at), until=instant("2026-06-01T00:00"))
    town.story.given(office_id(town.an_bien.id, Role.COMMUNE_CHAIR), paper, by=town.thang, at=at)
    return hanh


def leaves(town: Town, successor: str | None, at: str) -> Person | None:
    """Thắng leaves; somebody follows or nobody."""
    chair = office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
    duyet = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Phan Thế Duyệt")
    left = EndTenure(person=town.thang.id, until=instant(at), decision_no="QĐ-9")
    town.story.given(chair, left, by=duyet, at=at)
    if successor is None:
        return None
    person = Person(successor)
    follows = AppointHolder(person=person.id, name=successor, since=instant(at), decision_no="QĐ-10")
    town.story.given(chair, follows, by=duyet, at=at)
    return person


def test_a_deputy_settles_in_the_name_of_a_chair_who_is_there() -> None:
    town = Town()
    hanh = signed_for(town)
    town.assessed(RiskLevel.LOW)
    town.given(REST, by=hanh, at="2026-03-02T12:00", reason=WHY)


def test_the_paper_of_a_chair_who_is_gone_settles_nothing() -> None:
    town = Town()
    hanh = signed_for(town)
    town.assessed(RiskLevel.LOW)
    leaves(town, None, "2026-03-02T10:00")
    town.when(REST, by=hanh, at="2026-03-02T12:00", reason=WHY).refused("delegated_by_nobody")
    town.given(REST, by=town.khang, at="2026-03-02T12:10", reason=WHY)


def test_the_paper_of_a_chair_who_answers_for_a_lapse_settles_nothing_under_the_next_one() -> None:
    town = Town()
    hanh = signed_for(town)
    town.opened()
    town.system(RecordLapse(code="T03", ref=""), at="2026-03-02T16:01")
    town.given(risk(RiskLevel.LOW), by=town.lan, at="2026-03-02T17:00")
    nam = leaves(town, "Đinh Công Nam", "2026-03-02T18:00")
    assert nam is not None
    at = "2026-03-02T19:00"
    town.when(REST, by=hanh, at=at, reason=WHY).refused("answerable_for_lapse", "delegated_by_nobody")
    town.given(REST, by=nam, at=at, reason=WHY)


def test_the_deputy_of_a_chair_who_answers_for_a_lapse_approves_no_plan_in_his_name() -> None:
    tale = with_a_delegation(PlanStory()).submitted()
    told = CorrectCase(corrects=1, statement="Sinh năm 2014.", child_birth_year=2014)
    tale.lan_does(told, "2026-03-09T11:00", reason=WHY)
    at = "2026-03-11T00:01"
    tale.story.system(tale.case, RecordLapse(code="P33", ref="1"), at=at)
    tale.when(tale.approval(), tale.hanh, at).refused("answerable_for_lapse")


def test_who_comes_into_the_office_that_proposed_does_not_confirm() -> None:
    """The department's officer proposed a birth year; the next one in the same office found it right."""
    town = Town().opened()
    told = CorrectCase(corrects=1, statement="Sinh năm 2008.", child_birth_year=2008)
    town.given(told, by=town.hoa, at="2026-03-02T10:00", reason=WHY)
    desk = office_id(town.health.id, Role.HEALTH_DEPARTMENT_OFFICER)
    duyet = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Phan Thế Duyệt")
    left = EndTenure(person=town.hoa.id, until=instant("2026-03-02T11:00"), decision_no="QĐ-9")
    town.story.given(desk, left, by=duyet, at="2026-03-02T11:00")
    next_one = Person("Tạ Minh Thu")
    follows = AppointHolder(
        person=next_one.id, name=next_one.name, since=instant("2026-03-02T11:00"), decision_no="QĐ-10"
    )
    town.story.given(desk, follows, by=duyet, at="2026-03-02T11:00")
    town.when(ConfirmCorrection(), by=next_one, at="2026-03-02T12:00").refused("same_office")
    town.given(ConfirmCorrection(), by=town.thang, at="2026-03-02T12:00")
