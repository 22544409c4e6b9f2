"""Whoever is to look a second time is neither chosen nor left out by the first."""

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.seeing.start_tracing import StartTracing
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.office.appoint_acting import AppointActing
from domain.office.appoint_worker import AppointWorker, Employment
from domain.office.end_worker import EndWorker
from domain.record.personal import PersonalKind
from domain.record.vocabulary import Role, office_id
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town, risk
from tests.cases.watched import UNTRUE, WatchedTown, clocks, orders

AGED_OUT = CloseCase(
    decision_no="151/QĐ-UBND", ground=CloseGround.AGED_OUT, grounds="Không còn là trẻ em.", handover="Đoàn phường."
)


def found_grave() -> Town:
    town = WatchedTown().opened()
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True, serious_danger=True), by=town.lan, at="2026-03-02T09:30")
    return town


def test_who_was_put_in_post_after_a_finding_sees_less_only_once_the_child_was_heard() -> None:
    """09:30 HIGH, serious, the father. 09:40 Lan is worker no more, 09:41 another is, 09:50 NONE (the child kept from
    speaking), 09:52 unfounded. "Another assessor" is the one the Chair has just chosen."""
    town = found_grave()
    desk = office_id(town.an_bien.id, Role.PROTECTION_WORKER)
    ended = EndWorker(person=town.lan.id, until=instant("2026-03-02T09:40"), decision_no="7/QĐ-UBND")
    town.story.given(desk, ended, by=town.thang, at="2026-03-02T09:40")
    friend = Person("Lê Thị Vân")
    named = AppointWorker(
        person=friend.id,
        name=friend.name,
        employment=next(iter(Employment)),
        since=instant("2026-03-02T09:41"),
        decision_no="8/QĐ-UBND",
    )
    town.story.given(desk, named, by=town.thang, at="2026-03-02T09:41")
    town.when(risk(RiskLevel.NONE), by=friend, at="2026-03-02T09:50")
    town.when(ConfirmRisk(), by=town.thang, at="2026-03-02T09:51")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T09:52")
    assert town.now.phase is not Phase.UNFOUNDED


def test_no_more_does_a_deputy_put_in_charge_since() -> None:
    town = found_grave()
    deputy = town.holds(town.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Đỗ Minh Hạnh")
    desk = office_id(town.an_bien.id, Role.PROTECTION_WORKER)
    ended = EndWorker(person=town.lan.id, until=instant("2026-03-02T09:40"), decision_no="7/QĐ-UBND")
    town.story.given(desk, ended, by=town.thang, at="2026-03-02T09:40")
    acting = AppointActing(
        person=deputy.id,
        name=deputy.name,
        since=instant("2026-03-02T09:41"),
        until=instant("2026-03-05T09:41"),
        decision_no="8/QĐ-UBND",
    )
    town.story.given(desk, acting, by=town.thang, at="2026-03-02T09:41")
    town.when(risk(RiskLevel.NONE), by=deputy, at="2026-03-02T09:50").refused("finding_stands")


def test_handing_the_file_to_a_neighbour_settles_no_lapse() -> None:
    """T03 and T04 lapsed on Thắng: he may not end it. He offers it to Kiến An (nobody asks where the child lives), Nga
    takes it one minute later and ends it one minute after. It should have gone to the office above."""
    town = WatchedTown().opened()
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T21:00")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T21:01").refused("answerable_for_lapse")
    town.given(TransferLead(decision_no="9/QĐ-UBND", to_unit=town.kien_an), by=town.thang, at="2026-03-02T21:02")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T21:03")
    town.when(UNTRUE, by=town.nga, at="2026-03-02T21:04")
    assert "former_lead_lapsed" in town.story.last.refusals


def test_an_assessment_adds_kinds_of_harm_and_drops_none() -> None:
    """correct_case would wait for a second person (P33); assess_initial_risk does not. The child is beaten; on file it
    is neglected; MEDICAL protects against neglect."""
    town = WatchedTown().opened()
    neglect = risk(RiskLevel.HIGH, harm_kinds=(HarmKind.NEGLECT,))
    town.given(neglect, by=town.lan, at="2026-03-02T09:30")
    medical = orders(town.clinic, "2026-03-16T20:00", MeasureKind.MEDICAL)
    town.given(medical, by=town.thang, at="2026-03-02T10:00")
    assert HarmKind.VIOLENCE_PHYSICAL in town.now.harm_kinds
    assert clocks(town, "T04") == [""]


def test_a_birth_year_told_in_an_order_closes_no_case_by_age() -> None:
    """The year is unknown: an order to secure evidence takes one. correct_case would need two people."""
    town = WatchedTown(born=None).assessed(RiskLevel.MEDIUM)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    evidence = orders(town.clinic, "2026-03-02T12:30", MeasureKind.EVIDENCE, child_birth_year=2005)
    town.given(evidence, by=town.thang, at="2026-03-02T10:01", reason="Giữ chứng cứ.")
    town.given(CompleteUrgentMeasure(ref="1", result="Đã xong."), by=town.huy, at="2026-03-02T10:05")
    town.when(AGED_OUT, by=town.thang, at="2026-03-02T10:06")
    assert town.now.phase is not Phase.CLOSED


def test_and_it_holds_for_that_order_alone() -> None:
    town = WatchedTown(born=None).assessed(RiskLevel.MEDIUM)
    young = town.separation("2026-03-10T00:00", child_view=None, child_birth_year=2023)
    town.given(young, by=town.thang, at="2026-03-02T10:00")
    assert town.now.child_birth_year is None


def test_nobody_closes_by_age_while_the_child_is_searched_for() -> None:
    """Seventeen, last seen on the way to the border; the police started the search a minute before."""
    town = WatchedTown(born=2009).assessed(RiskLevel.MEDIUM)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    town.given(StartTracing(last_known="Nghi bị đưa sang biên giới."), by=town.son, at="2026-03-02T10:05")
    town.when(AGED_OUT, by=town.thang, at="2026-03-02T10:06")
    assert "child_searched_for" in town.story.last.refusals


def test_the_consent_of_a_parent_who_harms_is_none() -> None:
    """Separated from a father who beats it; the Chair discloses child and family data to him: "the representative and
    the child consent" are two ticks of the Chair himself, and nobody above is told."""
    town = WatchedTown().separated()
    to_him = DiscloseToThirdParty(
        recipient="Bố của cháu",
        purpose="Biết nơi ở của cháu.",
        kinds=(PersonalKind.CHILD, PersonalKind.FAMILY),
        representative_consents=True,
        child_consents=True,
    )
    town.when(to_him, by=town.thang, at="2026-03-02T12:00").refused("consent_of_who_harms")
