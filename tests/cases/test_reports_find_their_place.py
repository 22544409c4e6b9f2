"""A report is corrected, sent on, sent back, linked, rejected and answered, and its clocks run on through it all."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

import pytest

from domain.case.intake.open_case import OpenCase
from domain.law.harm import HarmKind
from domain.record.line import DutyOutcome
from domain.record.vocabulary import BAOVE, Role, UnitRef, case_id, office_id, unit_id, unknown_unit
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.answer_reporter import AnswerReporter
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport, ReportCorrected
from domain.report.follow_ups import LinkReport
from domain.report.forward_report import ForwardReport
from domain.report.receive_report import ReceiveReport
from domain.report.reject_report import RejectReport
from domain.report.return_report import ReturnReport
from domain.report.state import AnswerTemplate, Channel, CheckOutcome, RejectionGround, Report, ReportPhase
from domain.unit.merge_unit import MergeUnit
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant

START = "2025-07-01T00:00"
RECEIVED = "2026-03-02T22:10"
TOLD = ReceiveReport(
    channel=Channel.PHONE,
    received_at=instant(RECEIVED),
    place=unknown_unit("99999"),
    harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
    narrative="Cô giáo thấy cháu đến lớp với vết bầm trên tay.",
    child_name="Cháu T.",
    reporter_name="Nguyễn Thị Hồng Gấm",
    reporter_contact="0900 000 000",
)


class Town:
    """Hotline, two wards next to each other, the city police, and one report about a child in An Biên."""

    def __init__(self) -> None:
        self.story = story = Story()
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.hotline = story.unit("111", "Tổng đài 111", Level.HOTLINE)
        self.police = story.unit("HP-CATP", "Công an thành phố", Level.POLICE, self.city)
        self.an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        self.le_chan = story.unit("11362", "Phường Lê Chân", Level.COMMUNE, self.city, since="2025-07-01")
        self.minh = story.office(self.hotline, Role.HOTLINE_OPERATOR, "Bùi Ngọc Minh", since=START)
        self.lan = story.office(self.an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since=START)
        self.thang = story.office(self.an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since=START)
        self.oanh = story.office(self.le_chan, Role.INTAKE_OFFICER, "Hoàng Kim Oanh", since=START)
        self.quy = story.office(self.le_chan, Role.COMMUNE_CHAIR, "Đặng Hữu Quý", since=START)
        self.report = uuid5(BAOVE, "report:1")

    def told(self, by: Person, at: str = RECEIVED, report: UUID | None = None, **other: Any) -> UUID:
        command = replace(TOLD, **{"place": self.an_bien, "received_at": instant(at), **other})
        self.story.given(report or self.report, command, by=by, at=at)
        return report or self.report

    def asks(self, command: Any, by: Person, at: str, **more: Any) -> Story:
        return self.story.when(self.report, command, by=by, at=at, **more)

    @property
    def now(self) -> Report:
        return self.story.state(self.report)

    def running(self) -> dict[str, str]:
        return {code: f"{due:%dT%H:%M}" for code, due in self.story.running(self.report).items()}


@pytest.fixture
def town() -> Town:
    return Town()


def test_a_report_sent_to_the_wrong_ward_goes_on_to_the_right_one_with_its_clocks_running(town: Town) -> None:
    town.told(town.minh, place=town.le_chan)
    received = {"T02": "03T00:10", "T03": "03T06:10", "T04": "03T10:10", "P18": "06T00:00"}
    assert town.running() == received

    town.asks(ForwardReport(to_unit=town.le_chan), town.minh, "2026-03-02T22:40").recorded()
    assert town.running() == {"T03": "03T06:10", "T04": "03T10:10", "P18": "06T00:00", "P01:1": "02T23:40"}
    assert town.now.holder == town.hotline
    town.asks(AcknowledgeReport(), town.lan, "2026-03-02T22:50").refused("outside_your_unit")

    wrong = ReturnReport(right_unit=town.an_bien)
    town.asks(wrong, town.oanh, "2026-03-03T00:00").refused("reason_required")
    line = town.asks(wrong, town.oanh, "2026-03-03T00:00", reason="Cháu ở ngõ thuộc An Biên").recorded()
    returning = next(started for started in line.starts if started.code == "P02")
    assert returning.due_at == instant("2026-03-02T23:40")
    assert returning.answers.id == office_id(town.le_chan.id, Role.COMMUNE_CHAIR)
    assert {(ended.code, ended.ref, ended.how) for ended in line.ends} == {
        ("P01", "1", DutyOutcome.NOT_REQUIRED),
        ("P02", "1", DutyOutcome.MET),
    }
    assert town.running() == {"T03": "03T06:10", "T04": "03T10:10", "P18": "06T00:00", "P01:2": "03T01:00"}
    assert town.now.place == town.an_bien
    answers = town.story.files[town.report].running["T03", ""].answers
    assert answers.id == office_id(town.le_chan.id, Role.COMMUNE_CHAIR), "stays with who answered at the start"

    town.asks(AcknowledgeReport(), town.lan, "2026-03-03T00:30").recorded()
    assert (town.now.phase, town.now.holder) == (ReportPhase.TRIAGED, town.an_bien)
    assert town.running() == {"T03": "03T06:10", "T04": "03T10:10", "P18": "06T00:00"}
    town.story.given(
        case_id(town.report), OpenCase(report=town.report, place=town.an_bien), by=town.lan, at="2026-03-03T01:00"
    )
    assert town.running() == {"P18": "06T00:00"}
    assert town.story.running(case_id(town.report))["T04"] == instant("2026-03-03T10:10")


def test_a_report_does_not_bounce_between_two_wards(town: Town) -> None:
    town.told(town.minh, place=town.le_chan)
    town.asks(ForwardReport(to_unit=town.le_chan), town.minh, "2026-03-02T22:20").recorded()
    to_an_bien, to_le_chan = ReturnReport(right_unit=town.an_bien), ReturnReport(right_unit=town.le_chan)
    town.asks(to_le_chan, town.oanh, "2026-03-02T22:30", reason="Nhầm").refused("forward_to_itself")
    town.asks(ReturnReport(right_unit=unknown_unit("99999")), town.oanh, "2026-03-02T22:30", reason="Nhầm").refused(
        "unit_unknown"
    )
    town.asks(to_an_bien, town.oanh, "2026-03-02T22:30", reason="Không thuộc địa bàn").recorded()
    town.asks(to_le_chan, town.lan, "2026-03-02T22:40", reason="Cũng không").refused("returned_before")
    town.asks(AcknowledgeReport(), town.lan, "2026-03-02T22:40").recorded()
    town.asks(to_le_chan, town.lan, "2026-03-02T22:41", reason="Cũng không").refused("outside_your_unit")
    town.asks(ForwardReport(to_unit=town.le_chan), town.lan, "2026-03-02T22:50").recorded()
    assert town.running()["T03"] == "03T06:10"


def test_passing_it_to_the_police_does_not_meet_the_duty_to_tell_the_commune(town: Town) -> None:
    town.told(town.minh)
    town.asks(ForwardReport(to_unit=unknown_unit("99999")), town.minh, "2026-03-02T22:20").refused("unit_unknown")
    town.asks(ForwardReport(to_unit=town.hotline), town.minh, "2026-03-02T22:20").refused("forward_to_itself")
    town.asks(ForwardReport(to_unit=town.police), town.lan, "2026-03-02T22:20").refused("outside_your_unit")
    town.asks(ForwardReport(to_unit=town.police), town.minh, "2026-03-02T22:20").refused("nobody_takes_it")
    town.story.office(town.police, Role.INTAKE_OFFICER, "Đinh Hải Quân", since="2025-07-01T00:00")
    town.asks(ForwardReport(to_unit=town.police), town.minh, "2026-03-02T22:20").recorded()
    assert set(town.running()) == {"T02", "T03", "T04", "P18", "P01:1"}
    assert town.now.place == town.an_bien
    town.asks(ForwardReport(to_unit=town.an_bien), town.minh, "2026-03-02T22:25").recorded()
    assert set(town.running()) == {"T03", "T04", "P18", "P01:2"}


def test_a_report_is_not_sent_to_a_ward_that_has_ended(town: Town) -> None:
    merged = MergeUnit(into=town.an_bien, on=date(2026, 3, 1), resolution_no="NQ-1")
    town.story.system(town.le_chan.id, merged, at="2026-02-20T08:00")
    town.told(town.minh)
    town.asks(ForwardReport(to_unit=town.le_chan), town.minh, "2026-03-02T22:20").refused("unit_unknown")
    gone = UnitRef(id=unit_id("11305", ""), code="11305", name="Phường Hạ Lý")
    town.asks(ForwardReport(to_unit=gone), town.minh, "2026-03-02T22:20").refused("unit_unknown")


def test_a_correction_names_the_line_it_corrects_and_the_old_value_stays(town: Town) -> None:
    town.told(town.lan)
    reason = "Nghe lại băng ghi âm"
    at = "2026-03-02T23:00"
    corrected = CorrectReport(corrects=1, child_name="Cháu Th.", danger_now=True)
    town.asks(corrected, town.lan, at).refused("reason_required")
    town.asks(corrected, town.oanh, at, reason=reason).refused("outside_your_unit")
    town.asks(CorrectReport(corrects=1, narrative=" "), town.lan, at, reason=reason).refused("correction_empty")
    town.asks(replace(corrected, corrects=2), town.lan, at, reason=reason).refused("nothing_to_correct")
    line = town.asks(corrected, town.lan, at, reason=reason).recorded()
    event = line.event
    assert isinstance(event, ReportCorrected)
    assert (event.corrects, event.fields) == (1, ("danger_now", "child_name"))
    assert town.now.danger_now
    assert town.now.child_name is not None
    assert town.now.child_name.text == "Cháu Th."
    assert town.now.harm_kinds == (HarmKind.VIOLENCE_PHYSICAL,)
    first = next(each for each in town.story.lines if each.file_id == town.report)
    assert first.event.child_name.text == "Cháu T."

    again = CorrectReport(corrects=2, child_birth_year=2016, harm_kinds=(HarmKind.VIOLENCE_PHYSICAL, HarmKind.NEGLECT))
    town.asks(again, town.lan, "2026-03-02T23:10", reason="Gia đình cho biết").recorded()
    assert (town.now.child_birth_year, town.now.corrections) == (2016, (2, 3))


def test_a_receipt_is_corrected_only_to_an_earlier_time_and_its_clock_with_it(town: Town) -> None:
    town.told(town.lan)
    later = CorrectReport(corrects=1, received_at=instant("2026-03-02T22:30"))
    at, reason = "2026-03-02T23:00", "Sổ trực ghi giờ khác"
    town.asks(later, town.lan, at, reason=reason).refused("receipt_only_earlier")
    assert town.running()["T03"] == "03T06:10"
    earlier = CorrectReport(corrects=1, received_at=instant("2026-03-02T20:00"))
    town.asks(earlier, town.lan, at, reason=reason).recorded()
    assert town.running()["T03"] == "03T04:00"


def test_the_chair_rejects_a_duplicate_only_of_an_earlier_report_that_goes_on(town: Town) -> None:
    other = uuid5(BAOVE, "report:2")
    town.told(town.lan)
    town.told(town.lan, at="2026-03-02T23:10", report=other)
    at = "2026-03-02T23:30"

    def reject(report: UUID, of: UUID | None, by: Person = town.thang, reason: str | None = "Trùng tin") -> Story:
        command = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="31/QĐ-UBND", duplicate_of=of)
        return town.story.when(report, command, by=by, at=at, reason=reason)

    reject(town.report, other).refused("duplicate_not_earlier")
    reject(other, None).refused("duplicate_not_found")
    reject(other, other).refused("duplicate_not_found")
    reject(other, town.report, by=town.lan).refused("role_not_allowed")
    reject(other, town.report, by=town.quy).refused("outside_your_unit")
    reject(other, town.report, reason=None).refused("reason_required")
    reject(other, town.report).recorded()
    assert list(town.story.running(other)) == ["P18"]
    reject(town.report, other).refused("duplicate_not_found", "duplicate_not_earlier")
    reject(other, town.report).refused("phase_not_allowed")
    assert town.running()["T03"] == "03T06:10"


def test_nothing_is_rejected_as_unfounded_without_a_truth_check(town: Town) -> None:
    town.told(town.lan)
    unfounded = RejectReport(ground=RejectionGround.UNFOUNDED, decision_no="31/QĐ-UBND")
    town.asks(unfounded, town.thang, "2026-03-03T05:00", reason="Không có cơ sở").refused(
        "truth_check_required", "check_by_another_required"
    )
    seen = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Không có dấu hiệu nào.", sources="Cháu, cô giáo.")
    town.asks(seen, town.lan, "2026-03-03T04:50").recorded()
    checked = replace(unfounded, truth_check="Đã đến nhà và trường; không có dấu hiệu nào.")
    line = town.asks(checked, town.thang, "2026-03-03T05:00", reason="Không có cơ sở").recorded()
    assert {(e.code, e.how) for e in line.ends} == {
        ("T03", DutyOutcome.NOT_REQUIRED),
        ("T04", DutyOutcome.NOT_REQUIRED),
    }
    assert town.now.rejected_because is RejectionGround.UNFOUNDED


def test_the_reporter_is_told_only_what_is_true_and_never_about_the_child(town: Town) -> None:
    town.told(town.minh)

    def answer(template: AnswerTemplate, by: Person = town.minh) -> Story:
        return town.asks(AnswerReporter(template=template), by, "2026-03-04T09:00")

    answer(AnswerTemplate.FORWARDED).refused("answer_not_true")
    answer(AnswerTemplate.CASE_OPENED).refused("answer_not_true")
    answer(AnswerTemplate.NOT_TAKEN_FURTHER).refused("answer_not_true")
    answer(AnswerTemplate.TAKEN_UP, by=town.oanh).refused("outside_your_unit")
    town.asks(ForwardReport(to_unit=town.an_bien), town.minh, "2026-03-02T22:20").recorded()
    answer(AnswerTemplate.FORWARDED).recorded()
    assert "P18" not in town.running()


def test_who_left_no_way_to_be_reached_cannot_be_told(town: Town) -> None:
    town.told(town.lan, anonymous=True, reporter_name=None)
    assert "P18" not in town.running()
    answer = AnswerReporter(template=AnswerTemplate.TAKEN_UP)
    town.asks(answer, town.lan, "2026-03-04T09:00").refused("reporter_unreachable")


def test_what_the_receiver_knew_before_telling_shows_as_told_late(town: Town) -> None:
    line_before = len(town.story.lines)
    knew = instant("2026-03-01T09:00")
    command = replace(TOLD, place=town.an_bien, received_at=instant(RECEIVED), known_at=knew)
    report = uuid5(BAOVE, "report:known since yesterday")
    town.story.when(report, command, by=town.lan, at=RECEIVED).refused("late_reason_required")
    town.story.given(report, command, by=town.lan, at=RECEIVED, late_reason="Chờ xác minh.")
    line = town.story.lines[line_before]
    knowing = next(started for started in line.starts if started.code == "T01")
    assert (knowing.since, knowing.due_at) == (instant("2026-03-01T09:00"), instant("2026-03-01T09:00"))
    assert knowing.answers.id == office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
    assert [(ended.code, ended.how) for ended in line.ends] == [("T01", DutyOutcome.LAPSED), ("T01", DutyOutcome.MET)]
    assert line.ends[0].holder is not None
    assert "T01" not in town.story.running(report)
    assert [lapse.code for lapse in town.story.files[report].lapses] == ["T01"]
    prompt = replace(command, known_at=instant("2026-03-02T09:00"))
    line = town.story.given(uuid5(BAOVE, "report:known today"), prompt, by=town.lan, at=RECEIVED)
    assert [(ended.code, ended.how) for ended in line.ends] == [("T01", DutyOutcome.MET)]


def test_a_report_needs_its_words_its_harm_and_its_place(town: Town) -> None:
    bare = replace(TOLD, narrative=" ", harm_kinds=(), anonymous=True, known_at=instant("2026-03-02T22:13"))
    town.asks(bare, town.lan, RECEIVED).refused(
        "field_required",
        "field_required",
        "unit_unknown",
        "anonymous_with_name",
        "known_after_receipt",
    )
    future = replace(TOLD, place=town.an_bien, received_at=instant("2026-03-02T22:13"))
    town.asks(future, town.lan, RECEIVED).refused("happened_in_future")


def test_a_report_is_linked_to_a_case_that_exists(town: Town) -> None:
    town.told(town.lan)
    nowhere = LinkReport(case=case_id(uuid5(BAOVE, "report:9")))
    town.asks(nowhere, town.lan, "2026-03-02T23:00").refused("case_not_found")

    earlier = town.told(town.lan, at="2026-03-02T23:05", report=uuid5(BAOVE, "report:2"))
    case = case_id(earlier)
    opened = OpenCase(report=earlier, place=town.an_bien)
    town.story.given(case, opened, by=town.lan, at="2026-03-02T23:20")
    assert town.story.running(case)["T04"] == instant("2026-03-03T11:05")
    town.asks(LinkReport(case=case), town.lan, "2026-03-02T23:30").recorded()
    assert town.now.phase is ReportPhase.LINKED
    assert town.story.running(case)["T04:2"] == instant("2026-03-03T10:10"), "the first receipt counts"
    assert list(town.running()) == ["P18"]
