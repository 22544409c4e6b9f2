"""What holds through every act on a case, and the story where each rule would break."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.request_information import RequestInformation
from domain.case.intake.open_case import OpenCase
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.state.case import RiskLevel
from domain.law.duty import BY_CODE, due_at
from domain.law.holidays import calendar
from domain.law.term import TermKind
from domain.record.line import Line
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import case_id
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import PAPER, Town

ASKED = "Cháu đã khám ở đây chưa?"


@pytest.mark.parametrize(
    "receipts",
    [("08:00", "06:30", "07:10"), ("06:30", "08:00", "07:10"), ("07:10", "08:00", "06:30")],
)
def test_1_urgent_clocks_count_from_the_earliest_receipt_in_whatever_order_reports_join(
    receipts: tuple[str, str, str],
) -> None:
    town = Town().opened(told=f"2026-03-02T{receipts[0]}")
    for receipt in receipts[1:]:
        report = town.told(at=f"2026-03-02T{receipt}", to=town.son)
        town.story.given(report, LinkReport(case=town.case), by=town.lan, at="2026-03-02T09:00")
    urgent = [due for duty, due in town.running.items() if duty.startswith("T04")]
    assert min(urgent) == instant("2026-03-02T18:30")
    assert min(s.since for (code, _), s in town.file.running.items() if code == "T04") == town.now.clock_start


def test_2_no_transfer_return_direction_or_merger_sets_a_clock_forward() -> None:
    town = Town().opened()
    first = town.running["T04"]
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T09:30")
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.an_bien), by=town.nga, at="2026-03-02T10:00")
    town.given(AcceptTransfer(), by=town.thang, at="2026-03-02T10:30")
    order = IssueDirection(content="Làm ngay.", due_at=instant("2026-03-03T09:00"))
    town.given(order, by=town.hoa, at="2026-03-02T11:00")
    kept = town.case
    other = town.told(at="2026-03-02T11:30", to=town.mo, place=town.kien_an)
    town.case = case_id(other)
    town.given(OpenCase(report=other, place=town.kien_an), by=town.mo, at="2026-03-02T11:40")
    merge = MergeCases(into=kept, same=Sameness.CHILD)
    town.given(merge, by=town.hoa, at="2026-03-02T12:00", reason="Cùng trẻ.")
    town.case = kept
    assert town.running["T04"] == first


def test_3_who_answers_for_an_open_lapse_of_the_case_does_not_end_it() -> None:
    town = Town().opened()
    untrue = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có.", sources="Gặp trẻ.")
    town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
    town.when(untrue, by=town.thang, at="2026-03-02T20:30").refused(
        "risk_not_assessed", "child_never_seen", "answerable_for_lapse"
    )

    punctual = Town().assessed(RiskLevel.NONE)
    punctual.given(untrue, by=punctual.thang, at="2026-03-02T19:30")


def test_5_a_line_written_more_than_a_day_after_it_happened_is_marked_and_says_why() -> None:
    town = Town().opened()
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    happened = "2026-03-02T09:00"
    town.when(asked, by=town.lan, at="2026-03-03T09:01", occurred_at=happened).refused("late_reason_required")
    line = town.given(asked, by=town.lan, at="2026-03-03T09:01", occurred_at=happened, late_reason="Mất mạng.")
    assert line.late
    assert line.late_reason is not None
    prompt = town.given(asked, by=town.lan, at="2026-03-03T09:30", occurred_at="2026-03-02T09:30")
    assert not prompt.late


def test_6_only_an_inspector_with_documents_dates_a_step_before_the_one_already_taken() -> None:
    town = Town().opened()
    asked = RequestInformation(from_body=town.clinic, question=ASKED)
    town.given(asked, by=town.lan, at="2026-03-02T11:00")
    earlier = "2026-03-02T10:00"
    town.when(asked, by=town.lan, at="2026-03-02T12:00", occurred_at=earlier).refused("before_previous_step")
    town.when(asked, by=town.tue, at="2026-03-02T12:00", occurred_at=earlier).refused("before_previous_step")
    town.given(asked, by=town.tue, at="2026-03-02T12:00", occurred_at=earlier, attachments=PAPER)


def test_8_each_lapse_names_exactly_one_office_and_it_is_the_one_of_the_clock() -> None:
    town = Town().assessed(parent_is_harmer=True)
    for code in ("T04", "T05"):
        line = town.system(RecordLapse(code=code), at="2026-03-02T20:01")
        assert line.event.answers == town.file.running[code, ""].answers


def test_9_a_line_keeps_the_unit_it_was_born_with() -> None:
    town = Town().opened()
    opened = town.story.lines[-2]
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at="2026-03-02T09:00")
    accepted = town.given(AcceptTransfer(), by=town.nga, at="2026-03-02T09:30")
    assert (opened.unit, accepted.unit) == (town.an_bien, town.kien_an)


def recounted(line: Line) -> list[tuple[str, bool]]:
    """Each clock that a line started, counted again by the rule that the line names; no day off was declared."""
    found: list[tuple[str, bool]] = []
    for started in line.starts:
        duty = BY_CODE[started.code]
        by_act = started.due_at if duty.rules[0].term.kind is TermKind.BY_ACT else None
        again = due_at(duty, started.since, started.answers.unit.code, by_act, calendar())
        found.append((started.code, again.instant == started.due_at))
    return found


def test_10_every_stored_due_date_is_found_again_from_its_line() -> None:
    town = Town().separated()
    counted = [pair for line in town.story.lines for pair in recounted(line)]
    assert {"T03", "T04", "T05", "T06", "P03", "P05", "P07", "P21"} <= {code for code, _ in counted}
    assert all(same for _, same in counted)


def test_10_a_due_date_that_was_tampered_with_is_not_found_again() -> None:
    line = Town().opened().story.lines[-2]
    bent = replace(line.starts[0], due_at=line.starts[0].due_at + timedelta(hours=1))
    assert not all(same for _, same in recounted(replace(line, starts=(bent,))))
