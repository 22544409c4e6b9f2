"""Ways to make a report go away, and how each of them fails: it is weighed, or a lapse names who did not."""

from dataclasses import replace
from uuid import UUID

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.intake.open_case import OpenCase
from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, UnitRef, case_id, office_id
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.check_report import CheckReport
from domain.report.correct_report import CorrectReport
from domain.report.follow_ups import LinkReport
from domain.report.forward_report import ForwardReport
from domain.report.receive_report import ReceiveReport
from domain.report.reject_report import RejectReport
from domain.report.return_report import ReturnReport
from domain.report.state import Channel, CheckOutcome, RejectionGround, ReportPhase
from tests.cases.casefile import Story, instant
from tests.cases.protection_ground import Town, certificate, dead

UNFOUNDED = RejectReport(
    ground=RejectionGround.UNFOUNDED, decision_no="31/QĐ-UBND", truth_check="Đã đến nhà, không có gì."
)
WHY = "Không có cơ sở."
CHECKED = CheckReport(
    outcome=CheckOutcome.UNTRUE, findings="Cháu khỏe, không có vết thương.", sources="Cháu, bà nội, hàng xóm."
)


def chair(unit: UnitRef) -> UUID:
    return office_id(unit.id, Role.COMMUNE_CHAIR)


def lapse_of(town: Town, report: UUID, code: str, at: str) -> UUID:
    """Which office a lapse on the report names."""
    return town.story.system(report, RecordLapse(code=code), at=at).event.answers.id


def duplicate(town: Town, report: UUID, of: UUID, at: str) -> Story:
    command = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="31/QĐ-UBND", duplicate_of=of)
    return town.story.when(report, command, by=town.thang, at=at, reason="Trùng tin.")


def test_no_other_commune_takes_a_report_over_by_opening_a_case() -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00")
    away = OpenCase(report=report, place=town.kien_an)
    town.story.when(case_id(report), away, by=town.mo, at="2026-03-02T08:30").refused("place_of_another_report")
    town.story.when(case_id(report), away, by=town.hoa, at="2026-03-02T08:30").refused("place_of_another_report")
    town.story.given(report, ForwardReport(to_unit=town.kien_an), by=town.lan, at="2026-03-02T09:00")
    town.story.given(case_id(report), away, by=town.mo, at="2026-03-02T09:30")


def test_a_report_is_not_put_with_a_case_of_another_commune_or_of_a_dead_child() -> None:
    town = Town().opened()
    elsewhere = town.told(at="2026-03-02T09:00", to=town.mo, place=town.kien_an)
    link = LinkReport(case=town.case)
    town.story.when(elsewhere, link, by=town.mo, at="2026-03-02T09:30").refused("case_elsewhere")
    town.story.given(elsewhere, ForwardReport(to_unit=town.an_bien), by=town.mo, at="2026-03-02T09:40")
    town.story.given(elsewhere, link, by=town.lan, at="2026-03-02T10:00")

    town.given(dead("2026-03-02T11:00"), by=town.hoa, at="2026-03-02T11:30")
    town.given(certificate("2026-03-02T11:00"), by=town.son, at="2026-03-02T11:50")
    sibling = town.told(at="2026-03-02T12:00")
    town.story.when(sibling, link, by=town.lan, at="2026-03-02T12:30").refused("child_has_died")
    own = OpenCase(report=sibling, place=town.an_bien, earlier_case=town.case)
    town.story.given(case_id(sibling), own, by=town.lan, at="2026-03-02T12:40")


def test_only_the_system_says_that_a_case_was_opened_from_a_report() -> None:
    """Otherwise a worker could link a report so that the case never hears of it."""
    town = Town().assessed(RiskLevel.LOW)
    second = town.told(at="2026-03-02T10:00")
    town.story.given(second, LinkReport(case=town.case, converted=True), by=town.lan, at="2026-03-02T10:10")
    assert town.story.state(second).phase is ReportPhase.LINKED
    assert town.running["T03:2"] == instant("2026-03-02T18:00")


def test_news_about_a_case_is_no_duplicate_of_the_report_that_opened_it() -> None:
    town = Town().opened()
    second = town.told(at="2026-03-02T09:00")
    duplicate(town, second, of=town.now.reports[0], at="2026-03-02T09:30").refused("duplicate_not_found")
    assert town.story.running(second)["T03"] == instant("2026-03-02T17:00")


def test_two_reports_of_the_same_minute_do_not_both_give_way() -> None:
    town = Town()
    one, two = sorted(town.told(at="2026-03-02T08:00") for _ in range(2))
    duplicate(town, one, of=two, at="2026-03-02T09:00").refused("duplicate_not_earlier")
    duplicate(town, two, of=one, at="2026-03-02T09:00").recorded()


def test_who_let_a_report_lie_does_not_reject_it() -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00")
    assert lapse_of(town, report, "T03", "2026-03-02T16:01") == chair(town.an_bien)
    at = "2026-03-02T16:30"
    town.story.given(report, CHECKED, by=town.lan, at="2026-03-02T16:20")
    town.story.when(report, UNFOUNDED, by=town.thang, at=at, reason=WHY).refused("answerable_for_lapse")
    town.story.given(case_id(report), OpenCase(report=report, place=town.an_bien), by=town.lan, at=at)


def test_a_receiver_elsewhere_records_and_forwards_but_never_rejects() -> None:
    town = Town()
    report = town.told(at="2026-03-02T08:00", to=town.mo)
    at = "2026-03-02T09:00"
    town.story.when(report, UNFOUNDED, by=town.nga, at=at, reason=WHY).refused("outside_your_unit")
    assert "T02" in town.story.running(report)
    town.story.when(report, UNFOUNDED, by=town.thang, at=at, reason=WHY).refused("check_by_another_required")
    town.story.given(report, CHECKED, by=town.lan, at=at)
    town.story.given(report, UNFOUNDED, by=town.thang, at=at, reason=WHY)


def test_the_place_is_a_commune_so_that_somebody_answers() -> None:
    town = Town()
    told = ReceiveReport(
        channel=Channel.HEALTH,
        received_at=instant("2026-03-02T08:00"),
        place=town.clinic,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Cháu bị bỏ đói.",
    )
    report = UUID(int=7)
    town.story.when(report, told, by=town.lan, at="2026-03-02T08:10").refused("place_no_commune")
    town.story.given(report, replace(told, place=town.an_bien), by=town.lan, at="2026-03-02T08:10")
    assert lapse_of(town, report, "T03", "2026-03-02T16:01") == chair(town.an_bien)


def test_sending_a_report_on_rids_nobody_of_its_clock_until_the_other_has_it() -> None:
    """An Biên sends three reports to Kiến An: one is not taken, one after half an hour, one at the last minute."""
    town = Town()
    sent, taken, late = (town.told(at="2026-03-02T08:00") for _ in range(3))
    for report in (sent, taken):
        town.story.given(report, ForwardReport(to_unit=town.kien_an), by=town.lan, at="2026-03-02T08:20")
    town.story.given(taken, AcknowledgeReport(), by=town.mo, at="2026-03-02T08:30")
    town.story.given(late, ForwardReport(to_unit=town.kien_an), by=town.lan, at="2026-03-02T15:50")
    town.story.given(late, AcknowledgeReport(), by=town.mo, at="2026-03-02T15:55")
    assert lapse_of(town, sent, "T03", "2026-03-02T16:01") == chair(town.an_bien)
    assert lapse_of(town, taken, "T03", "2026-03-02T16:01") == chair(town.kien_an)
    assert lapse_of(town, late, "T03", "2026-03-02T16:01") == chair(town.an_bien), "who let it lie answers"
    town.story.given(sent, AcknowledgeReport(), by=town.mo, at="2026-03-02T16:10")
    at = "2026-03-02T16:20"
    for report in (sent, taken):
        town.story.given(report, CHECKED, by=town.mo, at=at)
    town.story.given(sent, UNFOUNDED, by=town.nga, at=at, reason=WHY)
    town.story.when(taken, UNFOUNDED, by=town.nga, at=at, reason=WHY).refused("answerable_for_lapse")


def test_an_earlier_receipt_moves_the_time_to_forward_too() -> None:
    town = Town()
    report = town.told(at="2026-03-02T12:00", to=town.mo)
    assert town.story.running(report)["T02"] == instant("2026-03-02T14:00")
    earlier = CorrectReport(corrects=1, received_at=instant("2026-03-02T08:00"))
    town.story.given(report, earlier, by=town.mo, at="2026-03-02T12:30", reason="Sổ trực ghi 8 giờ.")
    assert town.story.running(report) == {
        "T02": instant("2026-03-02T10:00"),
        "T03": instant("2026-03-02T16:00"),
        "T04": instant("2026-03-02T20:00"),
    }
    assert town.story.files[report].running["T02", ""].answers.id == chair(town.kien_an)


def test_a_report_that_nobody_opens_lapses_by_law_too_and_each_lapse_is_told_once() -> None:
    """The eight hours are the project's, the twelve are the law's; opening the case late repeats neither."""
    town = Town()
    report = town.told(at="2026-03-02T08:00")
    for code, at in (("T03", "2026-03-02T16:01"), ("T04", "2026-03-02T20:01")):
        assert lapse_of(town, report, code, at) == chair(town.an_bien)
    town.case = case_id(report)
    town.given(OpenCase(report=report, place=town.an_bien), by=town.lan, at="2026-03-03T08:00")
    assert town.file.lapsed == {("T03", ""), ("T04", "")}
    assert town.running["T04"] == instant("2026-03-02T20:00")
    again = RecordLapse(code="T04")
    town.when(again, by=None, at="2026-03-03T08:01").refused("lapse_already_recorded")
    untrue = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có gì.", sources="Gặp gia đình.")
    town.when(untrue, by=town.thang, at="2026-03-03T09:00").refused(
        "risk_not_assessed", "child_never_seen", "answerable_for_lapse"
    )


def test_a_report_goes_only_where_somebody_may_take_it_and_can_be_sent_elsewhere_until_it_is_taken() -> None:
    """A hospital, by mistake: nobody there could acknowledge it, nor send it back."""
    town = Town()
    report = town.told(at="2026-03-02T08:00", to=town.son)
    lost = ForwardReport(to_unit=town.clinic)
    town.story.when(report, lost, by=town.son, at="2026-03-02T08:10").refused("nobody_takes_it")
    to_kien_an, to_health = ForwardReport(to_unit=town.kien_an), ForwardReport(to_unit=town.health)
    town.story.given(report, to_health, by=town.son, at="2026-03-02T08:20")
    town.story.when(report, to_health, by=town.son, at="2026-03-02T08:25").refused("sent_there_already")
    town.story.given(report, to_kien_an, by=town.son, at="2026-03-02T08:30")
    assert [clock for clock in town.story.running(report) if clock.startswith("P01")] == ["P01:2"]
    gone = ReturnReport(right_unit=town.court)
    town.story.when(report, gone, by=town.mo, at="2026-03-02T08:40", reason=WHY).refused("nobody_takes_it")
    town.story.given(report, AcknowledgeReport(), by=town.mo, at="2026-03-02T08:50")
