"""A child is kept apart from a father who beats it: fifteen days, what may lengthen them and what ends them."""

from dataclasses import replace

import pytest

from domain.case.care.end_alternative_care import EndAlternativeCare
from domain.case.care.place_in_alternative_care import PlaceInAlternativeCare
from domain.case.protection.continue_by_authority import ContinueByAuthority
from domain.case.protection.decline_separation import DeclineSeparation
from domain.case.protection.expire_separation import ExpireSeparation
from domain.case.protection.extend_separation import ExtendSeparation
from domain.case.protection.petition_court import PetitionCourt
from domain.case.protection.record_court_decision import RecordCourtDecision
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.state.care import CareEnd, CareGround, CareKind
from domain.case.state.case import RiskLevel
from domain.case.state.protection import CourtOutcome, PetitionGround, SeparationEnd
from domain.record.personal import PersonalKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import unknown_unit
from domain.subject.hold import subjects
from tests.cases.casefile import instant
from tests.cases.protection_ground import PAPER, Town, risk
from tests.cases.sightings import MET, heard
from tests.cases.watched import clocks

REVOKE = RevokeSeparation(decision_no="18/QĐ-UBND")


def test_the_order_meets_both_twelve_hour_duties_and_starts_fifteen_days() -> None:
    town = Town().separated(until="2026-03-12T00:00")
    assert "T04" not in town.running
    assert "T05" not in town.running
    assert town.running["T06:1"] == instant("2026-03-18T00:00")
    assert town.running["P21:1"] == instant("2026-03-12T00:00")
    assert town.running["P07:1"] == instant("2026-03-13T00:00")
    ordered = town.story.lines[-1].event
    assert {ordered.carer_name.kind, ordered.placement.kind} == {PersonalKind.FAMILY}
    town.when(town.separation("2026-03-13T00:00"), by=town.thang, at="2026-03-02T12:00").refused("separation_active")


def test_the_file_holds_data_of_the_carer_that_only_the_order_names() -> None:
    """Whoever a line seals something for can be erased, also in a role that the state does not keep."""
    town = Town().separated()
    carer = town.story.lines[-1].event.carer_name.subject
    assert carer in subjects(town.file)
    assert carer not in town.file.kind.people(town.now), "without what the lines seal nobody would know"


def test_no_separation_lasts_beyond_the_fifteenth_day() -> None:
    town = Town().assessed(parent_is_harmer=True)
    town.when(town.separation("2026-03-18T00:01"), by=town.thang, at="2026-03-02T11:00").refused("separation_too_long")
    town.when(town.separation("2026-03-02T11:00"), by=town.thang, at="2026-03-02T11:00").refused("end_already_past")
    town.given(town.separation("2026-03-18T00:00"), by=town.thang, at="2026-03-02T11:00")


def test_the_order_names_the_decision_who_cares_and_where() -> None:
    town = Town().assessed(parent_is_harmer=True)
    bare = town.separation("2026-03-12T00:00", decision_no="", carer_name="", placement="")
    town.when(bare, by=town.thang, at="2026-03-02T11:00").refused(*["field_required"] * 3)


@pytest.mark.parametrize(("born", "must_be_heard"), [(2015, True), (2019, True), (2020, False)])
def test_a_child_is_heard_from_the_year_it_turns_seven(born: int, must_be_heard: bool) -> None:
    town = Town(born=born).assessed(parent_is_harmer=True)
    silent = town.separation("2026-03-12T00:00", child_view=None)
    outcome = town.when(silent, by=town.thang, at="2026-03-02T11:00")
    if must_be_heard:
        outcome.refused("child_view_required")
    else:
        outcome.recorded()


def test_leaving_the_age_out_does_not_get_around_hearing_the_child() -> None:
    town = Town(born=None).assessed(parent_is_harmer=True)
    silent = town.separation("2026-03-12T00:00", child_view=None)
    town.when(silent, by=town.thang, at="2026-03-02T11:00").refused("child_age_unknown")
    estimated = town.separation("2026-03-12T00:00", child_view=None, child_birth_year=2016)
    town.when(estimated, by=town.thang, at="2026-03-02T11:00").refused("child_view_required")


def test_extensions_need_a_new_assessment_a_reason_and_stay_within_fifteen_days() -> None:
    town = Town().separated(until="2026-03-09T00:00")
    longer = ExtendSeparation(until=instant("2026-03-17T00:00"))
    town.when(longer, by=town.thang, at="2026-03-07T09:00").refused("reason_required", "reassessment_required")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-07T10:00")
    for until, code in (("2026-03-09T00:00", "extension_adds_nothing"), ("2026-03-19T00:00", "separation_too_long")):
        wrong = ExtendSeparation(until=instant(until))
        town.when(wrong, by=town.thang, at="2026-03-07T11:00", reason="Bố chưa đi.").refused(code)
    town.given(longer, by=town.thang, at="2026-03-07T11:00", reason="Bố chưa chuyển đi.")
    assert town.running["P21:1.1"] == instant("2026-03-17T00:00")
    assert "P21:1" not in town.running
    assert town.running["T06:1"] == instant("2026-03-18T00:00")
    town.when(longer, by=town.thang, at="2026-03-17T00:00", reason="Cần thêm ngày.").refused("separation_not_active")


def test_only_a_competent_body_with_its_document_lengthens_it_beyond_fifteen_days() -> None:
    town = Town().separated(until="2026-03-12T00:00")
    until = instant("2026-05-02T00:00")
    nobody = ContinueByAuthority(authority=unknown_unit("99999"), document_no="", until=instant("2026-03-10T00:00"))
    town.when(nobody, by=town.thang, at="2026-03-10T09:00").refused(
        "field_required", "unit_unknown", "document_required", "extension_adds_nothing"
    )
    wrong = ContinueByAuthority(authority=town.health, document_no="9/SYT", until=until)
    town.when(wrong, by=town.thang, at="2026-03-10T09:00", attachments=PAPER).refused("authority_not_competent")
    right = ContinueByAuthority(authority=town.court, document_no="22/TA", until=until)
    town.when(right, by=town.thang, at="2026-03-10T09:00").refused("document_required")
    town.given(right, by=town.thang, at="2026-03-10T09:00", attachments=PAPER)
    assert town.running["P21:1.1"] == until
    assert not {"T06:1", "P07:1"} & set(town.running)


def test_nothing_continues_where_nothing_was_ordered() -> None:
    town = Town().assessed(RiskLevel.LOW)
    right = ContinueByAuthority(authority=town.court, document_no="22/TA", until=instant("2026-05-02T00:00"))
    town.when(right, by=town.thang, at="2026-03-10T09:00", attachments=PAPER).refused("separation_not_active")
    town.when(REVOKE, by=town.thang, at="2026-03-10T09:00").refused("separation_not_active")
    town.when(ExpireSeparation(), by=None, at="2026-03-10T09:00").refused("separation_not_active")
    town.when(DeclineSeparation(), by=town.thang, at="2026-03-10T09:00", reason="Không cần.").refused(
        "no_separation_to_decide"
    )


def test_the_child_goes_home_only_to_carers_assessed_as_safe() -> None:
    town = Town().separated()
    town.when(RevokeSeparation(decision_no=""), by=town.thang, at="2026-03-08T09:00").refused(
        "carers_not_assessed_safe", "field_required"
    )
    home = risk(RiskLevel.LOW, carers_safe=True, sighting=heard("Cháu muốn về nhà với mẹ."))
    town.when(replace(home, sighting=MET), by=town.lan, at="2026-03-08T10:00").refused("finding_stands")
    town.given(home, by=town.lan, at="2026-03-08T10:00")
    town.given(REVOKE, by=town.thang, at="2026-03-08T11:00")
    assert town.now.protection.separations[0].ended is SeparationEnd.REVOKED
    assert not {"T06:1", "P21:1", "P07:1"} & set(town.running)


def test_a_proposed_separation_is_declined_with_a_reason() -> None:
    town = Town().assessed(parent_is_harmer=True)
    town.when(DeclineSeparation(), by=town.thang, at="2026-03-02T11:00").refused("reason_required")
    town.given(DeclineSeparation(), by=town.thang, at="2026-03-02T11:00", reason="Bố đã rời khỏi nhà.")
    assert "T05" not in town.running

    town = Town().separated()
    town.when(DeclineSeparation(), by=town.thang, at="2026-03-02T12:00", reason="Không cần.").refused(
        "separation_active"
    )


def test_a_separation_that_runs_out_while_unsafe_leaves_a_lapse_and_a_decision_to_make() -> None:
    town = Town().separated(until="2026-03-12T00:00")
    town.when(ExpireSeparation(), by=None, at="2026-03-11T23:59").refused("end_not_reached")
    town.when(ExpireSeparation(), by=town.thang, at="2026-03-12T00:00").refused("role_not_allowed")
    line = town.system(ExpireSeparation(), at="2026-03-12T00:00")
    assert line.event.carers_safe is False
    assert "T06:1" not in town.running
    lapse = town.system(RecordLapse(code="P21", ref="1"), at="2026-03-12T00:01")
    assert lapse.event.holder_name == "Vũ Đức Thắng"
    town.given(town.separation("2026-03-16T00:00"), by=town.thang, at="2026-03-12T07:00")
    assert ("P21", "1") not in town.file.running


def test_a_separation_that_runs_out_after_the_carers_were_found_safe_leaves_nothing() -> None:
    town = Town().separated(until="2026-03-12T00:00")
    home = risk(RiskLevel.LOW, carers_safe=True, sighting=heard("Cháu muốn về nhà với mẹ."))
    town.given(home, by=town.lan, at="2026-03-10T10:00")
    assert town.system(ExpireSeparation(), at="2026-03-12T00:00").event.carers_safe is True
    assert "P21:1" not in town.running


def test_the_court_is_asked_by_the_tenth_day_and_its_clerk_records_the_answer() -> None:
    town = Town().separated(until="2026-03-16T00:00")
    bad = PetitionCourt(court=town.clinic, ground=PetitionGround.PARENTS_HARM, document_no=" ")
    town.when(bad, by=town.thang, at="2026-03-09T09:00").refused("not_a_court", "field_required")
    none = PetitionCourt(court=unknown_unit("99999"), ground=PetitionGround.PARENTS_HARM, document_no="31/UBND")
    town.when(none, by=town.thang, at="2026-03-09T09:00").refused("unit_unknown")
    good = PetitionCourt(court=town.court, ground=PetitionGround.PARENTS_HARM, document_no="31/UBND")
    town.given(good, by=town.thang, at="2026-03-09T09:00")
    assert "P07:1" not in town.running
    answer = RecordCourtDecision(ref="1", outcome=CourtOutcome.GRANTED, decision_no="")
    town.when(answer, by=town.chi, at="2026-03-20T09:00").refused("field_required")
    answer = RecordCourtDecision(ref="1", outcome=CourtOutcome.GRANTED, decision_no="05/QĐ-TA")
    town.given(answer, by=town.chi, at="2026-03-20T09:00")
    town.when(answer, by=town.thang, at="2026-03-20T10:00").refused("petition_not_found")


AWAY = PlaceInAlternativeCare(
    kind=CareKind.RELATIVES,
    ground=CareGround.WITH_SEPARATION,
    decision_no="141/QĐ-UBND",
    carer_check="Đã đến nhà dì của cháu.",
    carer_name="Nguyễn Thị Thoa",
    child_view="Cháu đồng ý ở với dì.",
)
HOME = EndAlternativeCare(ground=CareEnd.RETURNED_HOME)


def placed() -> Town:
    """Thắng has separated the child until the 12th and placed it with an aunt, on that ground alone."""
    town = Town().separated(until="2026-03-12T00:00")
    town.given(AWAY, by=town.thang, at="2026-03-02T12:00")
    return town


def test_the_days_are_over_and_the_child_does_not_stay_away_by_a_word() -> None:
    town = placed()
    town.system(ExpireSeparation(), at="2026-03-12T00:00")
    decline = town.when(DeclineSeparation(), by=town.thang, at="2026-03-12T08:00", reason="Đã có dì chăm sóc.")
    decline.refused("care_rests_on_it")
    assert clocks(town, "P21")
    lapse = town.system(RecordLapse(code="P21", ref=clocks(town, "P21")[0]), at="2026-03-12T08:01")
    assert lapse.event.answers.unit == town.an_bien
    town.given(HOME, by=town.thang, at="2026-03-12T09:00", reason="Hết thời hạn cách ly.")
    assert not clocks(town, "P21")
    assert town.now.care.placement is None
    assert clocks(town, "P32"), "and it is looked at at home"


def test_that_the_carers_are_safe_brings_no_child_home_that_was_placed() -> None:
    town = placed()
    safe = risk(RiskLevel.HIGH, heard(), carers_safe=True)
    town.given(safe, by=town.lan, at="2026-03-05T09:00")
    town.given(RevokeSeparation(decision_no="144/QĐ-UBND"), by=town.thang, at="2026-03-06T09:00")
    assert clocks(town, "P21"), "the child is still away"
    town.given(HOME, by=town.thang, at="2026-03-06T10:00", reason="Đã hủy cách ly.")
    assert not clocks(town, "P21")
