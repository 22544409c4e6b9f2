"""A report that was rejected can be taken up again, and what repeats it lives and ends with it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from domain.case.intake.open_case import OpenCase
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, case_id
from domain.report.check_report import CheckReport
from domain.report.follow_ups import NoteDuplicate, TakeUpReport
from domain.report.reject_report import RejectReport
from domain.report.state import CheckOutcome, RejectionGround, ReportPhase
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town

DAY = "2026-03-02T"
NOTHING = RejectReport(
    ground=RejectionGround.UNFOUNDED, decision_no="31/QĐ-UBND", truth_check="Đã đến nhà, không có gì."
)
SEEN = CheckReport(
    outcome=CheckOutcome.UNTRUE, findings="Cháu khỏe, không có vết thương.", sources="Cháu, bà nội, hàng xóm."
)
PHOTO = TakeUpReport(new_fact="Ảnh chụp vết bầm.", known_at=instant("2026-03-04T07:30"))
WHY = "Không có cơ sở."


def rejected(town: Town, at: str = "10:00") -> UUID:
    """A report of violence that the police looked into and the Chair laid aside."""
    report = town.told(at=f"{DAY}08:00")
    town.story.given(report, SEEN, by=town.son, at=f"{DAY}09:30")
    town.story.given(report, NOTHING, by=town.thang, at=DAY + at, reason=WHY)
    return report


def test_a_grave_report_is_not_laid_aside_ten_minutes_after_it_came() -> None:
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    at = f"{DAY}08:10"
    town.story.when(report, NOTHING, by=town.thang, at=at, reason=WHY).refused("check_by_another_required")
    town.story.when(report, SEEN, by=town.thang, at=at).refused("role_not_allowed")
    both = town.story.office(town.an_bien, Role.PROTECTION_WORKER, "Vũ Đức Thắng", since="2025-07-01T00:00", seat=2)
    town.story.given(report, SEEN, by=both, at=f"{DAY}08:20")
    at = f"{DAY}08:30"
    town.story.when(report, NOTHING, by=town.thang, at=at, reason=WHY).refused("check_by_another_required")
    town.story.given(report, SEEN, by=town.lan, at=f"{DAY}09:00")
    town.story.given(report, NOTHING, by=town.thang, at=f"{DAY}09:30", reason=WHY)


def by_lan(town: Town) -> Person:
    return town.lan


def by_the_department(town: Town) -> Person:
    return town.hoa


def by_an_inspector(town: Town) -> Person:
    return town.tue


@pytest.mark.parametrize("who", [by_lan, by_the_department, by_an_inspector])
def test_a_rejected_report_is_taken_up_again_with_its_clocks(who: Callable[[Town], Person]) -> None:
    town = Town()
    report = rejected(town)
    assert town.story.running(report) == {}
    person = who(town)
    town.story.when(report, PHOTO, by=town.thang, at="2026-03-04T08:00").refused("role_not_allowed")
    town.story.given(report, PHOTO, by=person, at="2026-03-04T08:00")
    assert town.story.state(report).phase is ReportPhase.RECEIVED
    counts = instant("2026-03-04T07:30" if person == town.lan else "2026-03-04T08:00")
    assert town.story.running(report) == {
        "T03:again-1": counts + timedelta(hours=8),
        "T04:again-1": counts + timedelta(hours=12),
    }, "not since what those above knew and did not tell"
    at = "2026-03-04T09:00"
    town.story.when(report, NOTHING, by=town.thang, at=at, reason=WHY).refused("check_by_another_required")
    town.story.given(case_id(report), OpenCase(report=report, place=town.an_bien), by=town.lan, at=at)
    assert town.story.running(report) == {}
    assert town.story.running(case_id(report))["T04"] == counts + timedelta(hours=12)


def test_an_overdue_report_takes_in_no_new_one() -> None:
    """Five reports of danger in a week, each laid aside as telling what the first one told, which nobody had read."""
    town = Town()
    first = town.told(at=f"{DAY}08:00")
    town.story.system(first, RecordLapse(code="T03"), at=f"{DAY}16:01")
    second = town.told(at="2026-03-05T08:00")
    same = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="31/QĐ-UBND", duplicate_of=first)
    town.story.when(second, same, by=town.thang, at="2026-03-05T09:01", reason="Trùng tin.").refused(
        "duplicate_overdue"
    )


def test_a_fact_is_known_before_it_is_told_and_a_report_that_waits_is_not_taken_up() -> None:
    town = Town()
    report = rejected(town)
    town.story.when(report, PHOTO, by=town.hoa, at="2026-03-04T07:00").refused("happened_in_future")
    town.story.given(report, PHOTO, by=town.hoa, at="2026-03-04T08:00")
    town.story.when(report, PHOTO, by=town.hoa, at="2026-03-04T08:10").refused("phase_not_allowed")


def test_what_repeats_a_report_wakes_when_that_is_rejected_too() -> None:
    """Two neighbours tell of the same; the second report gives way to the first, and the first is laid aside."""
    town = Town()
    first, second = town.told(at=f"{DAY}08:00"), town.told(at=f"{DAY}08:30")
    same = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="31/QĐ-UBND", duplicate_of=first)
    town.story.given(second, same, by=town.thang, at=f"{DAY}09:00", reason="Trùng tin.")
    assert town.story.state(first).duplicates == (second,)
    again = NoteDuplicate(report=second)
    town.story.when(first, again, by=None, at=f"{DAY}09:10").refused("duplicate_noted")
    town.story.given(first, SEEN, by=town.son, at=f"{DAY}09:30")
    town.story.given(first, NOTHING, by=town.thang, at=f"{DAY}10:00", reason=WHY)
    assert town.story.state(second).phase is ReportPhase.RECEIVED
    assert town.story.state(second).duplicate_of is None
    assert "T04:again-1" in town.story.running(second)


def test_a_chain_of_duplicates_wakes_link_by_link() -> None:
    town = Town()
    one, two, three = (town.told(at=f"{DAY}08:{minute:02}") for minute in (0, 10, 20))
    for report, of in ((three, two), (two, one)):
        same = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="31/QĐ-UBND", duplicate_of=of)
        town.story.given(report, same, by=town.thang, at=f"{DAY}09:00", reason="Trùng tin.")
    assert town.story.state(three).phase is ReportPhase.RECEIVED, "the report that it gave way to gave way itself"
    town.story.given(one, SEEN, by=town.son, at=f"{DAY}09:30")
    town.story.given(one, NOTHING, by=town.thang, at=f"{DAY}10:00", reason=WHY)
    assert town.story.state(two).phase is ReportPhase.RECEIVED
