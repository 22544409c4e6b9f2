"""Time runs out while a matter goes from hand to hand: who had it longest answers, once, and settles nothing."""

from dataclasses import replace
from uuid import UUID

import pytest

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.follow_ups import AbsorbCase
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.suspend_case import SuspendCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.state.case import RiskLevel
from domain.office.delegate_power import DelegatePower
from domain.office.end_tenure import EndTenure
from domain.record.file import File
from domain.record.line import DutyOutcome
from domain.record.record_lapse import DutyLapsed, RecordLapse
from domain.record.vocabulary import Role, UnitRef, case_id, office_id
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport
from domain.report.follow_ups import LinkReport
from domain.report.forward_report import ForwardReport
from domain.report.reject_report import RejectReport
from domain.report.state import CheckOutcome, RejectionGround
from domain.unit.state import Level
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import SINCE, Town, risk

DAY = "2026-03-02T"
FALSE = FindUnfounded(
    decision_no="33/QĐ-UBND", findings="Trẻ ngã xe đạp, có người chứng kiến.", sources="Gặp trẻ, y tế trường."
)
REST = SuspendCase(decision_no="33/QĐ", search="Đã tìm ở nhà, trường, quê ngoại.", until=instant("2026-03-20T00:00"))
REJECT = RejectReport(ground=RejectionGround.UNFOUNDED, decision_no="31/QĐ-UBND", truth_check="Đã gặp trẻ và hàng xóm.")


class Line111:
    """Town, and the hotline in Hà Nội with two operators; Yến in the second seat takes the call."""

    def __init__(self) -> None:
        self.town = town = Town()
        self.hotline = town.story.unit("111", "Tổng đài 111", Level.HOTLINE)
        town.story.office(self.hotline, Role.HOTLINE_OPERATOR, "Đào Thu Trang", since=SINCE)
        self.yen = town.story.office(self.hotline, Role.HOTLINE_OPERATOR, "Phí Hải Yến", since=SINCE, seat=2)

    def sent(self, at: str) -> UUID:
        """A call at eight; where it happened is sent at this time what was told."""
        report = self.town.told(at=f"{DAY}08:00", to=self.yen)
        self.town.story.given(report, ForwardReport(to_unit=self.town.an_bien), by=self.yen, at=DAY + at)
        return report


def lapse(town: Town, file: UUID, code: str, at: str, ref: str = "") -> DutyLapsed:
    return town.story.system(file, RecordLapse(code=code, ref=ref), at=at).event


def lapsed_in(file: File) -> list[tuple[str, str, str | None]]:
    """Every lapse of the file: which duty, under which reference, and the commune whose Chair answers."""
    return [(each.code, each.ref, each.answers.unit.name if each.answers else None) for each in file.lapses]


@pytest.mark.parametrize(
    ("sent_at", "who"), [("13:59", "Vũ Đức Thắng"), ("14:00", "Phí Hải Yến"), ("19:50", "Phí Hải Yến")]
)
def test_a_body_that_sits_on_a_report_answers_for_the_time_that_it_took(sent_at: str, who: str) -> None:
    hotline = Line111()
    found = lapse(hotline.town, hotline.sent(sent_at), "T04", f"{DAY}20:01")
    assert found.holder_name == who
    assert [part.until for part in found.held][:-1] == [instant(DAY + sent_at)]
    assert found.due_at == instant(f"{DAY}20:00"), "the child's clock does not move"


def test_the_operator_who_took_the_call_answers_and_not_the_one_in_the_first_seat() -> None:
    hotline = Line111()
    report = hotline.town.told(at=f"{DAY}08:00", to=hotline.yen)
    assert lapse(hotline.town, report, "T02", f"{DAY}10:01").holder_name == "Phí Hải Yến"


def test_nobody_is_late_on_arrival_because_an_act_is_dated_back() -> None:
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    sent = ForwardReport(to_unit=town.kien_an)
    town.story.given(report, sent, by=town.lan, at=f"{DAY}09:55", occurred_at=f"{DAY}08:10")
    assert town.story.files[report].running["P01", "1"].since == instant(f"{DAY}09:55")
    town.opened(told=f"{DAY}10:00", at=f"{DAY}10:30")
    offer = TransferLead(decision_no="33/QĐ", to_unit=town.kien_an)
    town.given(offer, by=town.thang, at="2026-03-03T08:00", occurred_at=f"{DAY}10:40")
    assert town.file.running["P06", "1"].since == instant("2026-03-03T08:00")


def test_one_miss_is_one_lapse_however_often_the_files_are_joined() -> None:
    """An Biên lets a report lie for two days; then Kiến An has it, and puts it with a case of its own."""
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    for code in ("T03", "T04"):
        assert lapse(town, report, code, "2026-03-04T08:00").holder_name == "Vũ Đức Thắng"
    town.story.given(report, ForwardReport(to_unit=town.kien_an), by=town.lan, at="2026-03-04T09:00")
    town.story.given(report, AcknowledgeReport(), by=town.mo, at="2026-03-04T09:10")
    own = town.told(at="2026-03-04T08:30", to=town.mo, place=town.kien_an)
    town.case = case_id(own)
    town.given(OpenCase(report=own, place=town.kien_an), by=town.mo, at="2026-03-04T09:00")
    town.story.given(report, LinkReport(case=town.case), by=town.mo, at="2026-03-04T09:20")
    assert lapsed_in(town.file) == [("T03", "2", "Phường An Biên"), ("T04", "2", "Phường An Biên")]
    again = RecordLapse(code="T03", ref="2")
    town.when(again, by=None, at="2026-03-04T09:30").refused("lapse_already_recorded")
    assert town.running["T03"] == instant("2026-03-04T16:30"), "what Kiến An has in time stays in time"
    town.given(risk(RiskLevel.LOW), by=town.mo, at="2026-03-04T10:00")
    town.given(FALSE, by=town.nga, at="2026-03-04T11:00")


def test_a_case_opened_late_tells_who_let_its_report_lie() -> None:
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    lapse(town, report, "T03", f"{DAY}16:01")
    town.case = case_id(report)
    opened = town.given(OpenCase(report=report, place=town.an_bien), by=town.lan, at=f"{DAY}17:00")
    brought = [(end.code, end.how, end.answers and end.answers.unit, end.holder) for end in opened.ends]
    assert brought == [("T03", DutyOutcome.LAPSED, town.an_bien, town.thang.id)]
    [measures] = [each for each in opened.starts if each.code == "T04"]
    assert [(step.unit, step.since) for step in measures.held] == [
        (town.an_bien, instant(f"{DAY}08:00")),
        (town.an_bien, instant(f"{DAY}17:00")),
    ]


def test_a_call_that_becomes_a_case_at_the_last_hour_is_not_the_communes_miss() -> None:
    hotline = Line111()
    town, report = hotline.town, hotline.sent("18:30")
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.an_bien), by=town.lan, at=f"{DAY}18:50")
    found = lapse(town, town.case, "T04", f"{DAY}20:01")
    assert found.holder_name == "Phí Hải Yến"
    assert [part.office.unit for part in found.held] == [hotline.hotline, town.an_bien]


def test_what_is_overdue_swallows_no_new_danger() -> None:
    """The case is overdue since Monday; on Wednesday a neighbour tells of a knife."""
    town = Town().opened()
    for code in ("T03", "T04"):
        lapse(town, town.case, code, f"{DAY}20:01")
    knife = town.told(at="2026-03-04T10:00")
    town.story.given(knife, LinkReport(case=town.case), by=town.lan, at="2026-03-04T10:10")
    assert town.running["T03:2"] == instant("2026-03-04T18:00")
    assert town.running["T04:2"] == instant("2026-03-04T22:00")
    lapse(town, town.case, "T04", "2026-03-04T22:01", ref="2")
    assert [each[:2] for each in lapsed_in(town.file)] == [("T03", ""), ("T04", ""), ("T04", "2")]
    third = town.told(at="2026-03-04T11:00")
    town.story.given(third, LinkReport(case=town.case), by=town.lan, at="2026-03-04T22:30")
    assert "T03:3" not in town.running, "the clock of the second report is in time and ends earlier"
    assert "T04:3" in town.running


def test_a_merged_case_hands_over_what_is_overdue_and_what_is_in_time_apart() -> None:
    town = Town().opened()
    kept = town.case
    report = town.told(at="2026-03-03T08:00", to=town.mo, place=town.kien_an)
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.kien_an), by=town.mo, at="2026-03-03T08:30")
    lapse(town, town.case, "T03", "2026-03-03T16:01")
    for code in ("T03", "T04"):
        lapse(town, kept, code, "2026-03-03T16:30")
    second = town.told(at="2026-03-03T16:00", to=town.mo, place=town.kien_an)
    town.story.given(second, LinkReport(case=town.case), by=town.mo, at="2026-03-03T16:40")
    merge = MergeCases(into=kept, same=Sameness.CHILD)
    town.given(merge, by=town.hoa, at="2026-03-03T17:00", reason="Cùng trẻ.")
    town.case = kept
    assert town.running["T03:case-1"] == instant("2026-03-04T00:00")
    assert town.running["T03:case-1.overdue"] == instant("2026-03-03T16:00")
    assert town.running["T04:case-1"] == instant("2026-03-03T20:00")
    assert ("T03", "case-1.overdue", "Phường Kiến An") in lapsed_in(town.file)
    assert lapse(town, kept, "T04", "2026-03-03T20:01", ref="case-1").holder_name == "Lương Thúy Nga"
    unknown = AbsorbCase(case=UUID(int=9), clock_start=instant("2026-03-03T08:00"))
    town.when(unknown, by=None, at="2026-03-03T21:00").recorded()


def signing_for(town: Town) -> Person:
    """The deputy, to whom the Chair of An Biên has handed all his power in writing."""
    deputy = town.holds(town.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Hồ Đức Hạnh")
    paper = DelegatePower(
        document_no="UQ-01",
        to_office=office_id(town.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR),
        since=instant(f"{DAY}08:00"),
        until=instant("2026-04-01T00:00"),
    )
    town.story.given(office_id(town.an_bien.id, Role.COMMUNE_CHAIR), paper, by=town.thang, at=f"{DAY}07:00")
    return deputy


@pytest.mark.parametrize("ending", [FALSE, REST])
def test_who_answers_neither_ends_a_case_nor_lays_it_aside_and_nobody_does_it_for_him(
    ending: FindUnfounded | SuspendCase,
) -> None:
    town = Town()
    deputy = signing_for(town)
    town.opened()
    found = lapse(town, town.case, "T03", f"{DAY}16:01")
    assert [(each.document_no, each.holder_name) for each in found.delegates] == [("UQ-01", "Hồ Đức Hạnh")]
    town.given(risk(RiskLevel.LOW), by=town.lan, at=f"{DAY}17:00")
    assert not town.file.lapsed, "made good"
    why = "Đã kiểm tra."
    town.when(ending, by=town.thang, at=f"{DAY}17:30", reason=why).refused("answerable_for_lapse")
    town.when(ending, by=deputy, at=f"{DAY}17:30", reason=why).refused("answerable_for_lapse")
    town.given(ending, by=town.khang, at=f"{DAY}18:00", reason=why)


def test_the_city_decides_for_no_chair_who_may_decide_himself() -> None:
    town = Town().assessed(RiskLevel.LOW)
    town.when(FALSE, by=town.khang, at=f"{DAY}10:00").refused("commune_decides")
    left = EndTenure(person=town.thang.id, until=instant(f"{DAY}11:00"), decision_no="QĐ-9")
    registrar = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Phan Thế Duyệt")
    town.story.given(office_id(town.an_bien.id, Role.COMMUNE_CHAIR), left, by=registrar, at=f"{DAY}10:30")
    town.given(FALSE, by=town.khang, at=f"{DAY}11:00")


def test_a_report_that_lay_is_rejected_from_above_or_not_at_all() -> None:
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    lapse(town, report, "T03", f"{DAY}16:01")
    seen = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Cháu khỏe.", sources="Cháu, hàng xóm.")
    town.story.given(report, seen, by=town.son, at=f"{DAY}16:30")
    town.story.when(report, REJECT, by=town.thang, at=f"{DAY}17:00", reason="Không đúng.").refused(
        "answerable_for_lapse"
    )
    town.story.given(report, REJECT, by=town.khang, at=f"{DAY}17:30", reason="Không đúng.")


def test_an_item_laid_on_another_commune_stays_there_when_the_lead_passes() -> None:
    """Only what the lead owes passes with the lead."""
    town = Town().opened()
    kien_an: UnitRef = town.kien_an
    town.given(TransferLead(decision_no="33/QĐ", to_unit=kien_an), by=town.thang, at=f"{DAY}09:00")
    offered = town.file.running["P06", "1"]
    assert (offered.answers.unit, offered.held) == (kien_an, ())


def test_a_decision_that_an_assessment_asks_for_counts_the_time_that_others_took_too() -> None:
    """The hotline sat on it until half past six; the worker finds at once that the father beats the child."""
    hotline = Line111()
    town, report = hotline.town, hotline.sent("18:30")
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.an_bien), by=town.lan, at=f"{DAY}18:50")
    town.given(risk(RiskLevel.HIGH, parent_is_harmer=True), by=town.lan, at=f"{DAY}19:20")
    assert town.running["T05"] == instant(f"{DAY}20:00"), "the child's clock does not move"
    found = lapse(town, town.case, "T05", f"{DAY}20:01")
    assert found.holder_name == "Phí Hải Yến"
    assert [part.until for part in found.held] == [instant(f"{DAY}18:30"), instant(f"{DAY}20:00")]


def test_a_clock_written_before_it_told_who_had_the_matter_passes_on_with_the_lead_all_the_same() -> None:
    town = Town().opened()
    town.file.running["T04", ""] = replace(town.file.running["T04", ""], held=())
    town.given(TransferLead(decision_no="33/QĐ", to_unit=town.kien_an), by=town.thang, at=f"{DAY}09:00")
    town.given(AcceptTransfer(), by=town.nga, at=f"{DAY}10:00")
    found = lapse(town, town.case, "T04", f"{DAY}20:01")
    assert [part.holder_name for part in found.held] == ["Vũ Đức Thắng", "Lương Thúy Nga"]
    assert found.holder_name == "Lương Thúy Nga"


def test_a_receipt_found_to_be_earlier_is_charged_to_who_had_the_report_then() -> None:
    """An Biên has it until half past eleven; Kiến An finds that it had come at four in the morning."""
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    town.story.given(report, ForwardReport(to_unit=town.kien_an), by=town.lan, at=f"{DAY}08:30")
    town.story.given(report, AcknowledgeReport(), by=town.mo, at=f"{DAY}11:31")
    earlier = CorrectReport(corrects=1, received_at=instant(f"{DAY}04:00"))
    town.story.given(report, earlier, by=town.mo, at=f"{DAY}11:40", reason="Sổ trực ghi 4 giờ.")
    found = lapse(town, report, "T04", f"{DAY}16:01")
    assert [(part.holder_name, part.until) for part in found.held] == [
        ("Vũ Đức Thắng", instant(f"{DAY}11:31")),
        ("Lương Thúy Nga", instant(f"{DAY}16:00")),
    ]
    assert found.holder_name == "Vũ Đức Thắng"


def test_a_case_opened_for_another_commune_is_its_own_from_when_it_was_told() -> None:
    """Ten minutes before the time ends the department opens it for Kiến An, dated back to the morning."""
    town = Town()
    report = town.told(at=f"{DAY}08:00")
    town.story.given(report, ForwardReport(to_unit=town.kien_an), by=town.lan, at=f"{DAY}15:40")
    opened = OpenCase(report=report, place=town.kien_an)
    town.case = case_id(report)
    town.given(opened, by=town.hoa, at=f"{DAY}15:55", occurred_at=f"{DAY}08:01")
    assert lapse(town, town.case, "T03", f"{DAY}16:01").holder_name == "Vũ Đức Thắng"


def test_nobody_but_who_leads_settles_a_case_whoever_is_barred() -> None:
    """The worker puts the child's residence right; that commune's Chair has no part in the case."""
    town = Town().assessed(RiskLevel.LOW)
    moved = CorrectCase(corrects=1, statement="Cháu ở Kiến An.", residence=town.kien_an)
    town.given(moved, by=town.lan, at=f"{DAY}10:00", reason="Hộ khẩu.")
    town.when(FALSE, by=town.nga, at=f"{DAY}10:30").refused("outside_your_unit")
