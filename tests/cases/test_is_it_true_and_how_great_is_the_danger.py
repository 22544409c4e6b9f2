"""Lan checks what was told, asks what others know and says how great the danger is; Thắng settles it."""

from uuid import uuid4

import pytest

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.override_risk import OverrideRisk
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.refuse_information import RefuseInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.assessment.verify_truth import VerifyTruth
from domain.case.intake.open_case import OpenCase
from domain.case.protection.order_urgent_measure import OrderUrgentMeasure
from domain.case.state.case import Phase, RiskLevel
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, case_id, unknown_unit
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import MET, heard

TRUE = VerifyTruth(findings="Có vết bầm, bà nội xác nhận.", sources="Gặp trẻ, bà nội, cô giáo.")
FALSE = FindUnfounded(
    decision_no="33/QĐ-UBND", findings="Trẻ ngã xe đạp, có người chứng kiến.", sources="Gặp trẻ, y tế trường."
)


def test_the_truth_is_checked_once_with_findings_and_sources() -> None:
    town = Town().opened()
    assert town.running["P03"] == instant("2026-03-03T08:30")
    town.when(VerifyTruth(findings=" ", sources=""), by=town.lan, at="2026-03-02T09:00").refused(
        "field_required", "field_required"
    )
    town.given(TRUE, by=town.son, at="2026-03-02T10:00")
    assert town.now.phase is Phase.VERIFIED
    assert "P03" not in town.running
    town.when(TRUE, by=town.lan, at="2026-03-02T10:05").refused("truth_already_verified")


def test_an_unfounded_case_ends_with_all_its_clocks_by_the_chair_alone() -> None:
    town = Town().opened()
    town.when(FALSE, by=town.lan, at="2026-03-02T10:00").refused("role_not_allowed")
    town.when(
        FindUnfounded(decision_no="33/QĐ-UBND", findings="", sources=""), by=town.thang, at="2026-03-02T10:00"
    ).refused("field_required", "field_required", "risk_not_assessed", "child_never_seen")
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T10:10")
    line = town.given(FALSE, by=town.thang, at="2026-03-02T10:30")
    assert town.now.phase is Phase.UNFOUNDED
    assert town.running == {}
    assert line.event.child_heard is False
    town.when(TRUE, by=town.lan, at="2026-03-02T11:00").refused("phase_not_allowed")


def test_a_case_with_grave_danger_or_with_protection_in_force_is_not_unfounded() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T09:40")
    town.when(FALSE, by=town.thang, at="2026-03-02T10:00").refused(
        "risk_is_high", "finding_stands", "protection_in_force"
    )


def test_who_answers_for_a_lapse_does_not_end_the_case_though_it_was_made_good() -> None:
    town = Town().opened()
    town.system(RecordLapse(code="T03"), at="2026-03-02T16:01")
    town.when(FALSE, by=town.thang, at="2026-03-02T16:30").refused(
        "risk_not_assessed", "child_never_seen", "answerable_for_lapse"
    )
    town.given(risk(RiskLevel.NONE), by=town.lan, at="2026-03-02T17:00")
    town.when(FALSE, by=town.thang, at="2026-03-02T17:30").refused("answerable_for_lapse")
    town.given(FALSE, by=town.khang, at="2026-03-02T18:00")


def test_a_body_that_refuses_information_stays_under_its_duty() -> None:
    town = Town().opened()
    empty = RequestInformation(from_body=unknown_unit("99999"), question="")
    town.when(empty, by=town.lan, at="2026-03-02T09:00").refused("unit_unknown", "field_required")
    asked = RequestInformation(from_body=town.clinic, question="Cháu đã khám ở đây chưa?")
    town.given(asked, by=town.lan, at="2026-03-02T09:00")
    assert town.now.phase is Phase.VERIFYING
    assert town.running["P04:1"] == instant("2026-03-03T09:00")
    assert town.file.running["P04", "1"].answers.role is Role.PROVIDER_HEAD

    town.when(RefuseInformation(ref="1"), by=town.huy, at="2026-03-02T10:00").refused("reason_required")
    town.given(RefuseInformation(ref="1"), by=town.huy, at="2026-03-02T10:00", reason="Bảo mật bệnh án.")
    assert "P04:1" in town.running

    gap = ProvideInformation(ref="1", answer=" ")
    town.when(gap, by=town.huy, at="2026-03-02T11:00").refused("field_required")
    given = ProvideInformation(ref="1", answer="Khám ngày 20/02, gãy xương cũ.")
    town.given(given, by=town.huy, at="2026-03-02T11:00")
    assert "P04:1" not in town.running
    town.given(asked, by=town.lan, at="2026-03-02T11:10")
    town.when(given, by=town.huy, at="2026-03-02T11:30").refused("information_request_not_found")


def test_only_the_body_that_was_asked_answers() -> None:
    town = Town().opened()
    for body in (town.clinic, town.shelter):
        town.given(RequestInformation(from_body=body, question="Biết gì?"), by=town.lan, at="2026-03-02T09:00")
    mine, other = ProvideInformation(ref="2", answer="Có."), RefuseInformation(ref="1")
    town.when(ProvideInformation(ref="1", answer="Có."), by=town.dung, at="2026-03-02T10:00").refused(
        "not_the_asked_body"
    )
    town.when(other, by=town.dung, at="2026-03-02T10:00", reason="Không được.").refused("not_the_asked_body")
    town.when(RefuseInformation(ref="9"), by=town.dung, at="2026-03-02T10:00", reason="Không được.").refused(
        "information_request_not_found"
    )
    town.given(mine, by=town.dung, at="2026-03-02T10:00")


def test_the_assessment_ends_its_own_clock_and_a_harming_parent_starts_the_decision_on_separation() -> None:
    town = Town().opened()
    nothing = AssessInitialRisk(level=RiskLevel.HIGH, findings="", sighting=MET)
    town.when(nothing, by=town.lan, at="2026-03-02T09:00").refused("field_required")
    town.when(
        risk(RiskLevel.HIGH, parent_is_harmer=True, carers_safe=True), by=town.lan, at="2026-03-02T09:00"
    ).refused("harmer_is_not_safe")
    town.given(
        risk(RiskLevel.HIGH, parent_is_harmer=True, sighting=heard("Cháu sợ về nhà.")),
        by=town.lan,
        at="2026-03-02T09:30",
    )
    assert town.now.phase is Phase.ASSESSED
    assert town.now.child_heard_at == instant("2026-03-02T09:30")
    assert "T03" not in town.running
    assert town.running["T05"] == instant("2026-03-02T20:00")
    assert town.running["T04"] == instant("2026-03-02T20:00")
    assert "P05" in town.running


def test_without_a_ground_nobody_is_asked_to_separate_the_child() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    assert "T05" not in town.running


@pytest.mark.parametrize(
    ("level", "danger", "urgent"),
    [
        (RiskLevel.LOW, False, False),
        (RiskLevel.MEDIUM, False, False),
        (RiskLevel.LOW, True, True),
        (RiskLevel.HIGH, False, True),
    ],
)
def test_a_confirmed_level_below_high_without_danger_needs_no_urgent_measure(
    level: RiskLevel, danger: bool, urgent: bool
) -> None:
    town = Town().assessed(level, serious_danger=danger)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    assert town.now.risk is level
    assert ("T04" in town.running) is urgent
    town.when(ConfirmRisk(), by=town.thang, at="2026-03-02T10:10").refused("risk_already_confirmed")


def test_there_must_be_a_level_to_confirm_and_who_assessed_does_not_confirm() -> None:
    town = Town().opened()
    town.when(ConfirmRisk(), by=town.thang, at="2026-03-02T09:00").refused("risk_not_assessed")
    lower = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.when(lower, by=town.thang, at="2026-03-02T09:00", reason="Đã gặp trẻ.").refused("risk_not_assessed")

    small = Town()
    both = small.story.office(small.kien_an, Role.COMMUNE_CHAIR, "Bùi Thị Mơ", since="2025-07-01T00:00", seat=2)
    report = small.told(at="2026-03-02T08:00", to=both, place=small.kien_an)
    small.case = case_id(report)
    small.given(OpenCase(report=report, place=small.kien_an), by=both, at="2026-03-02T08:30")
    small.given(risk(RiskLevel.LOW), by=both, at="2026-03-02T09:00")
    small.when(ConfirmRisk(), by=both, at="2026-03-02T09:10").refused("same_person")
    small.given(ConfirmRisk(), by=small.nga, at="2026-03-02T09:20")


def test_an_override_says_why_and_changes_something() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    lower = OverrideRisk(level=RiskLevel.LOW, serious_danger=False)
    town.when(lower, by=town.thang, at="2026-03-02T10:00").refused("reason_required")
    same = OverrideRisk(level=RiskLevel.MEDIUM, serious_danger=False)
    town.when(same, by=town.thang, at="2026-03-02T10:00", reason="Tôi đồng ý.").refused("override_changes_nothing")
    town.given(lower, by=town.thang, at="2026-03-02T10:00", reason="Bố đã bị tạm giữ.")
    assert town.now.level is RiskLevel.LOW
    assert "T04" not in town.running


def test_danger_found_later_asks_for_urgent_measures_again() -> None:
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    assert "T04" not in town.running
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-05T09:00")
    assert town.running["T04:risk-2"] == instant("2026-03-05T21:00")
    assert town.now.level is RiskLevel.HIGH
    town.given(town.measure("2026-03-06T09:00"), by=town.thang, at="2026-03-05T10:00")
    assert "T04:risk-2" not in town.running


def test_an_earlier_case_of_the_child_is_named_or_left_out_but_never_invented() -> None:
    town = Town().opened()
    again = town.told(at="2026-04-02T08:00")
    lost = OpenCase(report=again, place=town.an_bien, earlier_case=uuid4())
    town.story.when(case_id(again), lost, by=town.lan, at="2026-04-02T08:10").refused("earlier_case_not_found")
    known = OpenCase(report=again, place=town.an_bien, earlier_case=town.case)
    town.story.given(case_id(again), known, by=town.lan, at="2026-04-02T08:10")
    assert town.story.state(case_id(again)).earlier_cases == (town.case,)
    assert town.story.state(case_id(again)).child == town.now.child


def test_a_case_needs_a_report_that_is_not_settled_elsewhere() -> None:
    town = Town().opened()
    nowhere = uuid4()
    command = OpenCase(report=nowhere, place=unknown_unit("99999"))
    town.story.when(case_id(nowhere), command, by=town.hoa, at="2026-03-02T09:00").refused(
        "report_not_found", "unit_unknown"
    )
    second = OpenCase(report=town.now.reports[0], place=town.an_bien)
    town.story.when(uuid4(), second, by=town.lan, at="2026-03-02T09:00").refused("report_settled", "case_misfiled")


def test_measures_are_ordered_in_a_case_that_nobody_has_verified() -> None:
    town = Town().opened()
    order: OrderUrgentMeasure = town.measure("2026-03-03T09:00")
    town.given(order, by=town.thang, at="2026-03-02T08:45", reason="Trẻ chảy máu, không thể đợi.")
    assert town.now.phase is Phase.OPEN
    assert "T04" not in town.running
