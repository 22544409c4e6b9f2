"""A case is found untrue only where whoever met the child found nothing, and nothing waits on its file."""

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.intake.correct_case import CorrectCase
from domain.case.kind import CASE
from domain.case.movement.reopen_case import ReopenCase
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.protection.request_no_contact import RequestNoContact
from domain.case.seeing.end_tracing import EndTracing
from domain.case.seeing.start_tracing import StartTracing
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.sighting import TraceEnd
from domain.law.harm import HarmKind
from tests.cases.casefile import instant
from tests.cases.plan_ground import PAPER
from tests.cases.protection_ground import risk
from tests.cases.sightings import MET, UNHEARD, UNMET
from tests.cases.watched import CLOSE, UNTRUE, WatchedPlan, WatchedTown, clocks


def test_not_against_the_medium_risk_that_the_worker_found() -> None:
    town = WatchedTown().assessed(RiskLevel.MEDIUM)
    town.when(UNTRUE, by=town.thang, at="2026-03-02T09:31").refused("risk_found")


def test_not_over_a_direction_a_request_of_the_police_an_open_question_and_a_search() -> None:
    """Closing refuses direction_open; unfounded does not: the department's direction ends as "not required"."""
    town = WatchedTown().assessed(RiskLevel.LOW)
    order = IssueDirection(content="Gặp trẻ, khám thương tích.", due_at=instant("2026-03-02T14:00"))
    town.given(order, by=town.hoa, at="2026-03-02T09:40")
    asked = RequestInformation(from_body=town.clinic, question="Thương tích?")
    town.given(asked, by=town.lan, at="2026-03-02T09:41")
    keep_away = RequestNoContact(against="Bố", grounds="Đánh con.", requested_at=instant("2026-03-02T09:42"))
    town.given(keep_away, by=town.son, at="2026-03-02T09:42")
    town.given(StartTracing(last_known="Chưa rõ."), by=town.son, at="2026-03-02T09:43")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T09:44").refused(
        "urgent_measure_open", "direction_open", "information_open", "child_searched_for"
    )


def test_not_after_a_kind_of_harm_was_added_which_is_weighed_first() -> None:
    """The child told her; correct_case is where it goes; no clock starts, and the case ends a minute later."""
    town = WatchedTown().assessed(RiskLevel.MEDIUM)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    both = (HarmKind.VIOLENCE_PHYSICAL, HarmKind.SEXUAL_ABUSE)
    more = CorrectCase(corrects=1, statement="Cháu kể bị xâm hại.", harm_kinds=both)
    town.given(more, by=town.lan, at="2026-03-02T10:30", reason="Cháu kể.")
    assert clocks(town, "T04") or clocks(town, "T03"), "a new kind of harm starts nothing"
    town.when(UNTRUE, by=town.thang, at="2026-03-02T10:31")
    assert town.now.phase is not Phase.UNFOUNDED


def test_not_where_others_kept_the_child_from_speaking() -> None:
    """A plan does not close on this (child_view_missing); no more does a case of violence end as untrue."""
    town = WatchedTown().opened()
    town.given(risk(RiskLevel.NONE, UNHEARD), by=town.lan, at="2026-03-02T09:30")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T09:31")
    assert town.now.phase is not Phase.UNFOUNDED


def test_no_such_child_against_a_finding_goes_to_the_department_first() -> None:
    """08:40 the worker hears a child cry and is not let in: high, serious. 08:51 the police head of the same commune:
    no such child, with any pdf. 08:52 unfounded at level HIGH."""
    town = WatchedTown().opened()
    cry = AssessInitialRisk(
        level=RiskLevel.HIGH,
        serious_danger=True,
        parent_is_harmer=True,
        findings="Nghe trẻ khóc, gia đình không cho vào.",
        sighting=UNMET,
    )
    town.given(cry, by=town.lan, at="2026-03-02T08:40")
    town.given(StartTracing(last_known="Chưa rõ."), by=town.thang, at="2026-03-02T08:50")
    none = EndTracing(outcome=TraceEnd.NO_SUCH_CHILD, findings="Không có trẻ.")
    town.given(none, by=town.son, at="2026-03-02T08:51", attachments=PAPER)
    town.when(UNTRUE, by=town.thang, at="2026-03-02T08:52")
    assert town.now.phase is not Phase.UNFOUNDED or clocks(town, "P27")


def test_what_was_true_before_it_was_reopened_closes_again_and_is_kept_as_long() -> None:
    """Verified on 2 March, planned, served, closed: ten years of keeping. The Chair reopens: truth is forgotten."""
    tale = WatchedPlan().reviewed()
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    kept = CASE.kept(tale.now)
    fact = ReopenCase(new_fact="Có tin mới.", known_at=instant("2026-04-10T08:00"))
    tale.when(fact, tale.thang, "2026-04-10T08:00", reason="Có tình tiết mới.")
    if tale.now.phase is Phase.OPEN:
        low = AssessInitialRisk(level=RiskLevel.LOW, findings="Ổn.", sighting=MET)
        tale.lan_does(low, "2026-04-10T09:00")
        tale.when(UNTRUE, tale.thang, "2026-04-10T09:01")
    assert tale.now.phase is not Phase.UNFOUNDED
    assert CASE.kept(tale.now) == kept


def test_not_before_what_a_body_answered_was_weighed() -> None:
    town = WatchedTown().assessed(RiskLevel.LOW)
    town.given(RequestInformation(from_body=town.clinic, question="Thương tích?"), by=town.lan, at="2026-03-02T09:41")
    town.given(ProvideInformation(ref="1", answer="Gãy ba xương sườn."), by=town.huy, at="2026-03-02T11:00")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T11:01").refused("answer_not_weighed")
