"""Twelve hours are met by what keeps this danger off the child and lasts; trying in vain buys no time."""

from datetime import timedelta

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.protection.against import AGAINST, AT_MOST, ELSEWHERE, NO_CONTACT_AGAINST
from domain.case.protection.cancel_no_contact import CancelNoContact
from domain.case.protection.complete_urgent_measure import CompleteUrgentMeasure
from domain.case.protection.expire_no_contact import ExpireNoContact
from domain.case.protection.expire_urgent_measure import ExpireUrgentMeasure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.protection.order_no_contact import OrderNoContact
from domain.case.protection.renew_urgent_measure import RenewUrgentMeasure
from domain.case.state.case import RiskLevel
from domain.case.state.protection import MeasureKind
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import heard

GONE = FailUrgentMeasure(ref="1", result="Không gặp được gia đình.")
DONE = CompleteUrgentMeasure(ref="1", result="Hết ca trực.")


def urgent(town: Town) -> dict[str, object]:
    """The twelve hours that are owed now."""
    return {ref: at for ref, at in town.running.items() if ref.startswith("T04")}


def keep_away(until: str) -> OrderNoContact:
    return OrderNoContact(against="Bố của cháu", until=instant(until), decision_no="20/QĐ-UBND", threat_to_life=True)


@pytest.mark.parametrize("kind", MeasureKind)
def test_against_violence_only_what_keeps_the_violent_person_off_counts(kind: MeasureKind) -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-05T09:00", kind), by=town.thang, at="2026-03-02T10:00")
    protects = kind in (MeasureKind.STOP_ACT, MeasureKind.GUARD, MeasureKind.SHELTER)
    assert urgent(town) == ({} if protects else {"T04": instant("2026-03-02T20:00")})


def test_the_table_knows_every_kind_of_measure_and_something_against_every_kind_of_harm() -> None:
    assert set(AGAINST) == set(MeasureKind)
    assert set(HarmKind) == ELSEWHERE.union(*AGAINST.values())
    assert NO_CONTACT_AGAINST < ELSEWHERE


def test_each_kind_of_harm_that_was_found_asks_for_something_against_it() -> None:
    town = Town().assessed(RiskLevel.HIGH, harm_kinds=(HarmKind.VIOLENCE_PHYSICAL, HarmKind.ONLINE_HARM))
    town.given(town.measure("2026-03-05T09:00", MeasureKind.GUARD), by=town.thang, at="2026-03-02T10:00")
    assert "T04" in town.running, "a guard at the door keeps nobody off the telephone"
    town.given(town.measure("2026-03-05T09:00", MeasureKind.STOP_ACT), by=town.thang, at="2026-03-02T10:30")
    assert urgent(town) == {}


@pytest.mark.parametrize(
    ("until", "meets"),
    [
        ("2026-03-02T10:01", False),
        ("2026-03-02T20:00", False),
        ("2026-03-02T21:59", False),
        ("2026-03-02T22:00", True),
        ("2026-03-05T10:00", True),
    ],
)
def test_an_order_to_keep_away_counts_only_if_it_lasts(until: str, meets: bool) -> None:
    """Ordered at ten; the twelve hours end at eight in the evening."""
    town = Town().assessed(RiskLevel.HIGH)
    town.given(keep_away(until), by=town.thang, at="2026-03-02T10:00")
    assert urgent(town) == ({} if meets else {"T04": instant("2026-03-02T20:00")})


def test_what_ends_before_the_twelve_hours_do_does_not_meet_them() -> None:
    """The report of yesterday is joined at noon; what was ordered in the morning does not outlast its own hours."""
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T10:00")
    guard = town.measure("2026-03-02T23:00")
    town.given(guard, by=town.thang, at="2026-03-02T11:00", reason="Phòng xa.")
    news(town, told="2026-03-02T12:00", linked="2026-03-02T12:30")
    assert town.running["T04:2"] == instant("2026-03-03T00:00")


def news(town: Town, *, told: str, linked: str) -> None:
    report = town.told(at=told)
    town.story.given(report, LinkReport(case=town.case), by=town.lan, at=linked)


def test_what_protects_already_stands_for_a_danger_of_its_kind_that_is_told_later() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-10T09:00"), by=town.thang, at="2026-03-02T10:00")
    news(town, told="2026-03-03T08:00", linked="2026-03-03T08:30")
    assert urgent(town) == {}
    assert "T03:2" in town.running, "it is weighed all the same"
    neglect = risk(RiskLevel.HIGH, harm_kinds=(HarmKind.NEGLECT,))
    town.given(neglect, by=town.lan, at="2026-03-03T09:00")
    assert urgent(town) == {"T04:risk-2": instant("2026-03-03T20:00")}, "against another kind it does not stand"


def test_evidence_secured_for_years_stands_for_no_later_danger() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    kinds = (MeasureKind.GUARD, MeasureKind.EVIDENCE)
    town.when(town.measure("2030-01-01T00:00", *kinds), by=town.thang, at="2026-03-02T10:00").refused(
        "measure_too_long", "measure_too_long"
    ).refused_at(("measures", "0", "until"), ("measures", "1", "until"))
    town.given(town.measure("2026-03-17T10:00", *kinds), by=town.thang, at="2026-03-02T10:00")
    town.given(DONE, by=town.huy, at="2026-03-03T10:00")
    assert urgent(town) == {"T04:ended-measure-1": instant("2026-03-03T22:00")}


def test_a_line_of_old_that_names_a_term_of_years_protects_for_the_longest_term() -> None:
    """Before there was a longest term a guard could be ordered until 2030; it is read as one of fifteen days."""
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-17T10:00"), by=town.thang, at="2026-03-02T10:00")
    file = town.file
    years = file.state.protection.with_measure("1", until=instant("2030-01-01T00:00"))
    file.state = type(file.state)(**{f: getattr(file.state, f) for f in file.state.__slots__} | {"protection": years})
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-10T09:00")
    assert urgent(town) == {}
    at = instant("2026-03-02T10:00") + AT_MOST + timedelta(hours=1)
    town.given(risk(RiskLevel.HIGH), by=town.lan, at=f"{at:%Y-%m-%dT%H:%M}")
    assert urgent(town) == {"T04:risk-3": at + timedelta(hours=12)}


def test_a_measure_goes_on_by_a_renewal_that_rests_on_a_new_assessment() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-12T10:00"), by=town.thang, at="2026-03-02T10:00")
    longer = RenewUrgentMeasure(ref="1", until=instant("2026-03-20T10:00"), decision_no="19/QĐ-UBND")
    why = "Bố còn ở gần nhà."
    town.when(longer, by=town.thang, at="2026-03-11T10:00").refused("reason_required", "reassessment_required")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-11T11:00")
    other = RenewUrgentMeasure(ref="2", until=instant("2026-03-20T10:00"), decision_no="19/QĐ-UBND")
    town.when(other, by=town.thang, at="2026-03-11T12:00", reason=why).refused("measure_not_open")
    for until, code in (("2026-03-12T09:00", "extension_adds_nothing"), ("2026-03-26T12:01", "measure_too_long")):
        wrong = RenewUrgentMeasure(ref="1", until=instant(until), decision_no="19/QĐ-UBND")
        town.when(wrong, by=town.thang, at="2026-03-11T12:00", reason=why).refused(code)
    line = town.given(longer, by=town.thang, at="2026-03-11T12:00", reason=why)
    assert (line.event.renewal, line.event.assessment) == (1, 2)
    assert town.running["P19:1.1"] == instant("2026-03-20T10:00")
    assert "P19:1" not in town.running
    assert town.file.running["P19", "1.1"].answers.unit == town.clinic
    town.when(longer, by=town.thang, at="2026-03-20T10:00", reason=why).refused("measure_not_open")
    town.given(DONE, by=town.huy, at="2026-03-20T09:00")
    assert "P19:1.1" not in town.running


def test_a_measure_that_runs_out_while_the_danger_stands_leaves_twelve_hours() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.when(ExpireUrgentMeasure(), by=None, at="2026-03-02T10:00").refused("measure_not_open")
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.when(ExpireUrgentMeasure(), by=None, at="2026-03-03T08:59").refused("end_not_reached")
    town.system(ExpireUrgentMeasure(), at="2026-03-03T09:00")
    assert urgent(town) == {"T04:ended-measure-1": instant("2026-03-03T21:00")}
    assert "P19:1" in town.running, "what came of it is still to be told"
    town.when(ExpireUrgentMeasure(), by=None, at="2026-03-03T09:01").refused("measure_not_open")
    town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-03T10:00")
    town.given(DONE, by=town.huy, at="2026-03-03T11:00")
    assert urgent(town) == {}


def test_a_measure_carried_out_after_it_ran_out_begins_nothing_anew() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-03T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.system(ExpireUrgentMeasure(), at="2026-03-03T09:00")
    town.system(RecordLapse(code="P19", ref="1"), at="2026-03-03T09:01")
    town.system(RecordLapse(code="T04", ref="ended-measure-1"), at="2026-03-03T21:01")
    town.given(DONE, by=town.huy, at="2026-03-04T08:00")
    assert set(urgent(town)) == {"T04:ended-measure-1"}


def test_a_measure_carried_out_leaves_twelve_hours_only_while_the_danger_stands() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(risk(RiskLevel.LOW, sighting=heard("Bố cháu đã đi rồi.")), by=town.lan, at="2026-03-03T09:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-03T10:00")
    town.given(DONE, by=town.huy, at="2026-03-03T11:00")
    assert urgent(town) == {}


@pytest.mark.parametrize("cancelled", [True, False])
def test_an_order_to_keep_away_that_ends_while_the_danger_stands_leaves_twelve_hours(cancelled: bool) -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(keep_away("2026-03-05T10:00"), by=town.thang, at="2026-03-02T10:00")
    assert urgent(town) == {}
    if cancelled:
        town.given(CancelNoContact(), by=town.thang, at="2026-03-05T10:00", reason="Đã cam kết.")
    else:
        town.system(ExpireNoContact(), at="2026-03-05T10:00")
    assert urgent(town) == {"T04:ended-order-1": instant("2026-03-05T22:00")}


def test_ordering_and_failing_buys_no_time_and_the_third_time_is_told() -> None:
    """Three times something is ordered and fails: the twelve hours are those of the first receipt all along."""
    town = Town().assessed(RiskLevel.HIGH)
    told: list[tuple[int, bool]] = []
    for number, hour in enumerate((10, 12, 14), 1):
        town.given(town.measure("2026-03-05T09:00"), by=town.thang, at=f"2026-03-02T{hour}:00")
        assert urgent(town) == {}
        failed = FailUrgentMeasure(ref=str(number), result="Không gặp được.")
        line = town.given(failed, by=town.huy, at=f"2026-03-02T{hour + 1}:00")
        assert urgent(town) == {f"T04:failed-{number}": instant("2026-03-02T20:00")}
        told.append((line.event.restart, line.event.prolonged))
    assert told == [(1, False), (2, False), (3, True)]


def test_what_fails_after_the_twelve_hours_was_never_applied_in_time() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(GONE, by=town.huy, at="2026-03-03T10:00")
    assert urgent(town) == {"T04:failed-1": instant("2026-03-02T20:00")}
    line = town.system(RecordLapse(code="T04", ref="failed-1"), at="2026-03-03T10:01")
    assert line.event.since == instant("2026-03-02T08:00")


def test_a_miss_that_was_told_is_not_told_again_when_a_late_measure_fails() -> None:
    town = Town().opened()
    town.system(RecordLapse(code="T04", ref=""), at="2026-03-02T20:01")
    town.given(town.measure("2026-03-05T09:00"), by=town.thang, at="2026-03-02T21:00", reason="Muộn còn hơn không.")
    town.given(GONE, by=town.huy, at="2026-03-02T22:00")
    assert urgent(town) == {"T04:failed-1": instant("2026-03-03T10:00")}


def test_a_measure_that_fails_where_nothing_is_owed_leaves_nothing() -> None:
    town = Town().assessed(RiskLevel.HIGH)
    both = town.measure("2026-03-05T09:00", MeasureKind.EVIDENCE, MeasureKind.GUARD)
    town.given(both, by=town.thang, at="2026-03-02T10:00")
    line = town.given(GONE, by=town.huy, at="2026-03-02T11:00")
    assert (line.event.restart, urgent(town)) == (0, {}), "a guard holds, and evidence protected nobody"
    town.given(risk(RiskLevel.LOW, sighting=heard("Bố cháu đã đi rồi.")), by=town.lan, at="2026-03-02T12:00")
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T13:00")
    line = town.given(FailUrgentMeasure(ref="2", result="Nhà đã đi."), by=town.huy, at="2026-03-02T14:00")
    assert (line.event.restart, urgent(town)) == (0, {}), "the danger is over"


def test_a_danger_found_later_is_not_swallowed_by_an_old_miss() -> None:
    """Nothing was ordered in the first twelve hours; what is found three days later has twelve hours of its own."""
    town = Town().assessed(RiskLevel.MEDIUM)
    town.system(RecordLapse(code="T04", ref=""), at="2026-03-02T20:01")
    town.given(risk(RiskLevel.HIGH), by=town.lan, at="2026-03-05T09:00")
    assert town.running["T04:risk-2"] == instant("2026-03-05T21:00")


def test_a_late_first_assessment_finds_no_second_miss() -> None:
    town = Town().opened()
    town.system(RecordLapse(code="T03", ref=""), at="2026-03-02T16:01")
    town.system(RecordLapse(code="T04", ref=""), at="2026-03-02T20:01")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at="2026-03-02T22:00")
    assert set(urgent(town)) == {"T04"}
