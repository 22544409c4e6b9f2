"""Two files of one child become one and nothing is lost; merged by mistake, they become two again."""

from dataclasses import replace

import pytest

from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.request_information import RequestInformation
from domain.case.follow_ups import AbsorbCase, CaseFacts, ReleaseCase
from domain.case.intake.correct_case import CorrectCase
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.separate_cases import SeparateCases
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.protection.decline_urgent_measure import DeclineUrgentMeasure
from domain.case.protection.expire_separation import ExpireSeparation
from domain.case.seeing.start_tracing import StartTracing
from domain.case.state.care import CareGround
from domain.case.state.case import Phase, RiskLevel
from domain.law.harm import HarmKind
from domain.record.line import DutyOutcome
from domain.record.vocabulary import case_id
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import heard
from tests.cases.test_a_case_on_the_move import second_case
from tests.cases.test_alternative_care import AUNT
from tests.cases.watched import settle

WHY = "Cùng một trẻ em."
APART = "Nhầm lẫn hai trẻ em cùng tên."
SEEN = heard("Bố đánh cháu.")


class TwoFiles(Town):
    """An older case of little risk, settled; the younger one in which Mơ of Kiến An found danger. The town is there."""

    def __init__(self) -> None:
        super().__init__()
        self.kept = self.case


def two_files(level: RiskLevel = RiskLevel.HIGH) -> TwoFiles:
    town = TwoFiles()
    town.assessed(RiskLevel.LOW)
    town.kept = town.case
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T09:40")
    second_case(town, told="2026-03-02T09:00", at="2026-03-02T09:50")
    found = risk(level, SEEN, serious_danger=level is RiskLevel.HIGH, parent_is_harmer=level is RiskLevel.HIGH)
    sexual = replace(found, harm_kinds=(HarmKind.SEXUAL_ABUSE,))
    town.given(sexual, by=town.mo, at="2026-03-02T10:30")
    return town


def merged(town: TwoFiles) -> None:
    merge = MergeCases(into=town.kept, same=Sameness.CHILD)
    town.given(merge, by=town.hoa, at="2026-03-02T11:00", reason=WHY)


def test_the_graver_of_both_stands_in_the_file_that_goes_on() -> None:
    town = two_files()
    merged(town)
    younger, town.case = town.case, town.kept
    now = town.now
    assert (now.level, now.serious_danger, now.parent_is_harmer) == (RiskLevel.HIGH, True, True)
    assert not now.risk_confirmed, "what the Chair had settled was less"
    assert HarmKind.SEXUAL_ABUSE in now.harm_kinds
    assert HarmKind.VIOLENCE_PHYSICAL in now.harm_kinds
    assert now.contact.sightings[-1].at == instant("2026-03-02T10:30")
    assert now.absorbed_numbers == (town.story.state(younger).number,)
    assert town.running["T04:case-1"] == instant("2026-03-02T21:00")
    assert town.running["T05:case-1"] == instant("2026-03-02T21:00"), "a carer who harms: whether it is kept apart"
    assert "T09H:1" in town.running, "and it is visited as often as the graver level asks"
    town.when(DeclineUrgentMeasure(), by=town.thang, at="2026-03-02T11:10", reason="Không cần.")
    assert "risk_is_high" in town.story.last.refusals


def test_what_is_less_grave_changes_nothing_that_was_settled() -> None:
    town = Town().assessed(RiskLevel.HIGH, serious_danger=True)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T09:40")
    kept = town.case
    second_case(town, told="2026-03-02T09:00", at="2026-03-02T09:50")
    town.given(MergeCases(into=kept, same=Sameness.CHILD), by=town.hoa, at="2026-03-02T11:00", reason=WHY)
    town.case = kept
    assert (town.now.level, town.now.risk_confirmed, town.now.serious_danger) == (RiskLevel.HIGH, True, True)


def test_nothing_waits_on_the_file_that_ends() -> None:
    town = two_files(RiskLevel.LOW)
    order = IssueDirection(content="Gặp cháu.", due_at=instant("2026-03-03T10:00"))
    town.given(order, by=town.hoa, at="2026-03-02T10:40")
    town.given(RequestInformation(from_body=town.clinic, question="Thương tích?"), by=town.mo, at="2026-03-02T10:41")
    town.given(StartTracing(last_known="Chưa rõ."), by=town.mo, at="2026-03-02T10:42")
    year = CorrectCase(corrects=1, statement="Sinh năm 2014.", child_birth_year=2014)
    town.given(year, by=town.mo, at="2026-03-02T10:43", reason="Theo giấy khai sinh.")
    merge = MergeCases(into=town.kept, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-02T11:00", reason=WHY).refused(
        "direction_open", "information_open", "child_searched_for", "correction_waits"
    )


@pytest.mark.parametrize("looked", ["2026-03-02T12:00", "2026-03-03T12:00"])
def test_what_was_merged_by_mistake_goes_on_by_itself_with_its_own_clocks(looked: str) -> None:
    """Whatever ran out meanwhile lapses at once, and once."""
    town = two_files()
    before = dict(town.running)
    merged(town)
    younger = town.case
    assert town.running == {}
    news = town.told(at="2026-03-02T11:10", to=town.mo, place=town.kien_an)
    town.story.given(news, LinkReport(case=younger), by=town.mo, at="2026-03-02T11:20")
    apart = SeparateCases(out_of=town.kept, decision_no="7/QĐ-SYT")
    town.when(apart, by=town.hoa, at=looked).refused("reason_required")
    wrong = replace(apart, out_of=younger)
    town.when(wrong, by=town.hoa, at=looked, reason=APART).refused("not_merged_into_it")
    line = town.given(apart, by=town.hoa, at=looked, reason=APART)
    assert town.now.phase is Phase.ASSESSED
    assert town.running == before, "as if it had never been merged"
    assert line.event.other_version == town.story.files[town.kept].version - 1, "where its news was written"
    settle(town.story, younger, "2026-03-03T12:00")
    t04 = [lapse for lapse in town.file.lapses if lapse.code == "T04"]
    assert [lapse.due_at for lapse in t04] == [instant("2026-03-02T21:00")]
    town.case = town.kept
    assert town.now.released == (younger,)
    town.when(ReleaseCase(case=younger), by=None, at=looked).refused("case_not_held")
    assert "T04:case-1" not in town.running, "the other file owes it no more"
    assert news in town.now.reports, "what was told to it stays"
    ended = {(end.code, end.ref): end.how for end in town.story.lines[-1].ends}
    assert DutyOutcome.MET not in ended.values()


def test_a_file_may_be_merged_again_after_it_was_separated() -> None:
    town = two_files()
    merged(town)
    apart = SeparateCases(out_of=town.kept, decision_no="7/QĐ-SYT")
    town.given(apart, by=town.hoa, at="2026-03-02T12:00", reason=APART)
    again = MergeCases(into=town.kept, same=Sameness.CHILD)
    town.given(again, by=town.hoa, at="2026-03-02T13:00", reason=WHY)
    younger, town.case = town.case, town.kept
    assert town.now.released == ()
    assert town.running["T04:case-2"] == instant("2026-03-02T21:00")
    assert town.now.absorbed == (younger, younger)


def test_a_case_that_was_never_merged_is_not_separated() -> None:
    town = Town().opened()
    other = case_id(town.told(at="2026-03-02T08:05"))
    apart = SeparateCases(out_of=other, decision_no="7/QĐ-SYT")
    town.when(apart, by=town.hoa, at="2026-03-02T12:00", reason=APART).refused(
        "phase_not_allowed", "not_merged_into_it"
    )


def test_a_child_in_care_is_not_lost_to_those_who_have_it() -> None:
    town = Town()
    second_case(town, told="2026-03-02T07:00", at="2026-03-02T07:30")
    older = town.case
    town.separated(until="2026-03-03T12:00")
    with_it = replace(AUNT, ground=CareGround.WITH_SEPARATION)
    town.given(with_it, by=town.thang, at="2026-03-02T12:00")
    town.system(ExpireSeparation(), at="2026-03-03T12:00")
    merge = MergeCases(into=older, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-03T13:00", reason=WHY).refused("child_in_care")


def test_danger_with_which_no_clock_came_has_its_twelve_hours() -> None:
    """The system brings what another file knew, whatever its clocks had come to: the file that goes on answers anew."""
    town = Town().assessed(RiskLevel.LOW)
    town.given(ConfirmRisk(), by=town.thang, at="2026-03-02T09:40")
    facts = CaseFacts(level=RiskLevel.HIGH, danger=True)
    brought = AbsorbCase(
        case=case_id(town.case), clock_start=instant("2026-03-02T08:00"), number="VV-11359-26-000000", facts=facts
    )
    town.system(brought, at="2026-03-02T11:00")
    assert town.running["T04:case-1.danger"] == instant("2026-03-02T23:00")
    assert town.now.grave
