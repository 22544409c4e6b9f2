"""A call tells of three children, two of them twins: each has a file, a case and clocks that count from the call."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

import pytest

from domain.case.intake.open_case import OpenCase
from domain.catalogue import KINDS
from domain.law.harm import HarmKind
from domain.record.holders import answering, chain
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import BAOVE, Kind, Role, UnitRef, case_id, office_id, unknown_unit
from domain.report.acknowledge_report import AcknowledgeReport
from domain.report.check_report import CheckReport
from domain.report.follow_ups import NoteAnotherChild
from domain.report.forward_report import ForwardReport
from domain.report.link_report import LinkReport
from domain.report.name_another_child import AnotherChildNamed, NameAnotherChild
from domain.report.receive_report import ReceiveReport
from domain.report.reject_report import RejectReport
from domain.report.state import Channel, CheckOutcome, RejectionGround, Report, ReportPhase
from domain.report.telling import CHILDREN_MAX, report_of_child
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant

SINCE = "2025-07-01T00:00"
CALL = "2026-03-02T22:10"
FIRST = uuid5(BAOVE, "story:three children")
SECOND, THIRD = report_of_child(FIRST, 2), report_of_child(FIRST, 3)
THREE = (FIRST, SECOND, THIRD)


class Family:
    """The hotline takes a call about three children of one family in An Biên; the twins are born in 2019."""

    def __init__(self) -> None:
        self.story = story = Story()
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.hotline = story.unit("111", "Tổng đài 111", Level.HOTLINE)
        self.an_bien = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        self.kien_an = story.unit("11431", "Phường Kiến An", Level.COMMUNE, self.city, since="2025-07-01")
        self.minh = story.office(self.hotline, Role.HOTLINE_OPERATOR, "Bùi Ngọc Minh", since=SINCE)
        self.lan = story.office(self.an_bien, Role.PROTECTION_WORKER, "Phạm Thị Lan", since=SINCE)
        self.son = story.office(self.an_bien, Role.COMMUNE_POLICE_HEAD, "Trần Hồng Sơn", since=SINCE)
        self.thang = story.office(self.an_bien, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since=SINCE)
        self.mo = story.office(self.kien_an, Role.PROTECTION_WORKER, "Bùi Thị Mơ", since=SINCE)
        self.nga = story.office(self.kien_an, Role.COMMUNE_CHAIR, "Lương Thúy Nga", since=SINCE)

    def called(self, *, by: Person | None = None, **other: Any) -> "Family":
        told = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant(CALL),
            place=self.an_bien,
            harm_kinds=(HarmKind.VIOLENCE_PHYSICAL,),
            narrative="Bố đánh anh lớn, hai em sinh đôi bị bỏ đói.",
            child_name="Nguyễn Văn Hùng",
            child_birth_year=2014,
            reporter_name="Nguyễn Thị Hồng Gấm",
            reporter_contact="0900 000 000",
        )
        self.story.given(FIRST, replace(told, **other), by=by or self.minh, at=CALL)
        return self

    def twin(self, which: int, **other: Any) -> NameAnotherChild:
        """One of the twins, of whom the caller knows no name."""
        twin = NameAnotherChild(
            report=FIRST,
            which=which,
            place=self.an_bien,
            harm_kinds=(HarmKind.NEGLECT,),
            narrative="Một trong hai cháu sinh đôi, bị bỏ đói.",
            child_birth_year=2019,
        )
        return replace(twin, **other)

    def names(self, which: int, *, by: Person, at: str, **other: Any) -> None:
        self.story.given(report_of_child(FIRST, which), self.twin(which, **other), by=by, at=at)

    def asks(self, which: int, *, by: Person, at: str, **other: Any) -> Story:
        command = self.twin(which, **other)
        return self.story.when(report_of_child(command.report, which), command, by=by, at=at)

    def all_told(self) -> "Family":
        """All three are named within ten minutes, and sent to the ward."""
        self.called()
        self.names(2, by=self.minh, at="2026-03-02T22:15")
        self.names(3, by=self.minh, at="2026-03-02T22:20")
        for each in THREE:
            self.story.given(each, ForwardReport(to_unit=self.an_bien), by=self.minh, at="2026-03-02T22:25")
            self.story.given(each, AcknowledgeReport(), by=self.lan, at="2026-03-02T22:40")
        return self

    def opens(self, report: UUID, *, at: str, place: UnitRef | None = None, by: Person | None = None) -> UUID:
        command = OpenCase(report=report, place=place or self.an_bien)
        self.story.given(case_id(report), command, by=by or self.lan, at=at)
        return case_id(report)

    def report(self, which: UUID) -> Report:
        return self.story.state(which)

    def due(self, file_id: UUID) -> dict[str, str]:
        return {code: f"{due:%dT%H:%M}" for code, due in self.story.running(file_id).items()}

    def answers(self, file_id: UUID, code: str) -> UUID:
        """The office that answers for the clock, were it to lapse as things stand."""
        file = self.story.files[file_id]
        return answering(file.running[code, ""], file, self.story.register).office.id


@pytest.fixture
def family() -> Family:
    return Family()


def test_each_child_has_a_file_whose_clocks_count_from_the_one_call(family: Family) -> None:
    family.called()
    family.names(2, by=family.minh, at="2026-03-02T22:15")
    family.names(3, by=family.minh, at="2026-03-02T22:20")
    of_the_child = {"T02": "03T00:10", "T03": "03T06:10", "T04": "03T10:10"}
    assert family.due(FIRST) == {**of_the_child, "P18": "06T00:00"}
    assert family.due(SECOND) == family.due(THIRD) == of_the_child, "the caller is answered once"
    assert family.report(FIRST).told_of == (SECOND, THIRD)
    assert [family.report(each).told_with for each in THREE] == [None, FIRST, FIRST]
    assert [family.report(each).which for each in THREE] == [1, 2, 3]
    told = next(line for line in family.story.lines if line.file_id == SECOND).event
    assert isinstance(told, AnotherChildNamed)
    assert (told.channel, told.received_at, told.reporter) == (
        Channel.PHONE,
        instant(CALL),
        family.report(FIRST).reporter,
    )


def test_twins_are_two_children_though_nothing_tells_them_apart_but_their_number(family: Family) -> None:
    family.all_told()
    second, third = family.report(SECOND), family.report(THIRD)
    assert (second.child_name, second.child_birth_year, second.place) == (
        third.child_name,
        third.child_birth_year,
        third.place,
    )
    assert len({family.report(each).child for each in THREE}) == 3
    assert len({family.report(each).number for each in THREE}) == 3
    of_second, of_third = (KINDS[Kind.REPORT].people(family.report(each)) for each in (SECOND, THIRD))
    assert of_second & of_third == {family.report(FIRST).reporter}


def test_each_child_has_a_case_and_each_case_its_clocks_to_the_minute(family: Family) -> None:
    family.all_told()
    cases = [family.opens(each, at=f"2026-03-02T23:0{n}") for n, each in enumerate(THREE)]
    assert len(set(cases)) == 3
    assert len({family.story.state(case).child for case in cases}) == 3
    for case in cases:
        assert family.due(case)["T03"] == "03T06:10"
        assert family.due(case)["T04"] == "03T10:10"
    assert [family.report(each).phase for each in THREE] == [ReportPhase.CONVERTED] * 3


def test_a_child_named_late_has_no_more_time(family: Family) -> None:
    family.called(by=family.lan)
    one_before, one_after = "2026-03-03T06:09", "2026-03-03T06:11"
    family.names(2, by=family.lan, at=one_before)
    family.names(3, by=family.lan, at=one_after)
    assert family.due(SECOND) == family.due(THIRD) == {"T03": "03T06:10", "T04": "03T10:10"}
    assert family.opens(THIRD, at="2026-03-03T06:12") == case_id(THIRD)
    assert family.due(case_id(THIRD))["T03"] == "03T06:10", "over before it was opened"


def test_who_hears_of_a_child_late_does_not_answer_for_who_kept_it_back(family: Family) -> None:
    family.called()
    family.story.given(FIRST, ForwardReport(to_unit=family.an_bien), by=family.minh, at="2026-03-03T05:00")
    family.story.given(FIRST, AcknowledgeReport(), by=family.lan, at="2026-03-03T05:10")
    family.names(2, by=family.lan, at="2026-03-03T06:11")
    file = family.story.files[SECOND]
    units = [part.office.unit for part in chain(file.running["T03", ""], file, family.story.register)]
    assert units == [family.hotline, family.an_bien]
    assert family.answers(SECOND, "T03") == office_id(family.hotline.id, Role.HOTLINE_OPERATOR)
    assert family.answers(SECOND, "T03") == family.answers(FIRST, "T03")


def test_three_children_whom_nobody_looked_at_are_three_lapses(family: Family) -> None:
    """Whenever they are named: who names the third after the time is up has not missed one duty less."""
    family.called(by=family.lan)
    family.names(2, by=family.lan, at="2026-03-03T06:00")
    missed = RecordLapse(code="T03")
    for each in (FIRST, SECOND):
        family.story.when(each, missed, by=None, at="2026-03-03T06:09").refused("not_due_yet")
        family.story.when(each, missed, by=None, at="2026-03-03T06:11").recorded()
    family.names(3, by=family.lan, at="2026-03-03T06:30")
    assert ("T03", "") not in family.story.files[THIRD].lapsed, "the lapse of the first child stands for no other"
    line = family.story.when(THIRD, missed, by=None, at="2026-03-03T06:31").recorded()
    assert (line.event.due_at, line.event.answers.id) == (
        instant("2026-03-03T06:10"),
        office_id(family.an_bien.id, Role.COMMUNE_CHAIR),
    )


def test_rejecting_one_child_does_not_reject_the_others(family: Family) -> None:
    family.all_told()
    checked = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Cháu ở với bà ngoại.", sources="Bà ngoại.")
    family.story.given(FIRST, checked, by=family.lan, at="2026-03-02T23:30")
    rejected = RejectReport(
        ground=RejectionGround.UNFOUNDED, decision_no="12/QĐ-UBND", truth_check="Đã gặp cháu ở nhà bà ngoại."
    )
    family.story.given(FIRST, rejected, by=family.thang, at="2026-03-02T23:40", reason="Tin báo không đúng")
    assert family.report(FIRST).phase is ReportPhase.REJECTED
    assert [family.report(each).phase for each in (SECOND, THIRD)] == [ReportPhase.TRIAGED] * 2
    assert family.due(SECOND) == family.due(THIRD) == {"T03": "03T06:10", "T04": "03T10:10"}
    family.story.when(SECOND, rejected, by=family.thang, at="2026-03-02T23:45", reason="Tin báo không đúng").refused(
        "check_by_another_required"
    )
    assert family.opens(SECOND, at="2026-03-02T23:50") == case_id(SECOND)


def test_no_twin_is_laid_aside_as_the_other(family: Family) -> None:
    family.all_told()
    twice = RejectReport(ground=RejectionGround.DUPLICATE, decision_no="13/QĐ-UBND", duplicate_of=SECOND)
    at, reason = "2026-03-02T23:30", "Cùng một trẻ em"
    for each, other in ((THIRD, SECOND), (SECOND, THIRD), (SECOND, FIRST)):
        command = replace(twice, duplicate_of=other)
        outcome = family.story.when(each, command, by=family.thang, at=at, reason=reason).last
        assert "duplicate_of_another" in outcome.refusals
    case = family.opens(SECOND, at="2026-03-02T23:40")
    family.story.when(THIRD, LinkReport(case=case), by=family.lan, at="2026-03-02T23:45").refused(
        "case_of_other_child_told"
    )
    as_one = OpenCase(report=THIRD, place=family.an_bien, earlier_case=case)
    family.story.when(case_id(THIRD), as_one, by=family.lan, at="2026-03-02T23:45").refused("case_of_other_child_told")
    again = uuid5(BAOVE, "story:another call")
    told = ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant("2026-03-02T23:46"),
        place=family.an_bien,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Cô giáo cũng báo về một cháu.",
        child_birth_year=2019,
    )
    family.story.given(again, told, by=family.lan, at="2026-03-02T23:46")
    family.story.given(again, LinkReport(case=case), by=family.lan, at="2026-03-02T23:47")


def test_nobody_is_named_twice(family: Family) -> None:
    family.all_told()
    family.asks(2, by=family.lan, at="2026-03-02T23:00", child_name="Nguyễn Thị Mai").refused("file_exists")
    family.asks(1, by=family.lan, at="2026-03-02T23:00").refused("file_exists")
    for no_child in (0, CHILDREN_MAX + 1):
        family.asks(no_child, by=family.lan, at="2026-03-02T23:00").refused("number_of_no_child")
    family.asks(CHILDREN_MAX, by=family.lan, at="2026-03-02T23:00").recorded()


def test_the_first_file_is_told_once_of_each(family: Family) -> None:
    family.all_told()
    again = NoteAnotherChild(report=SECOND)
    family.story.when(FIRST, again, by=None, at="2026-03-02T23:00").refused("other_child_noted")


def test_who_has_nothing_to_do_with_the_report_names_nobody_in_it(family: Family) -> None:
    family.called()
    at = "2026-03-02T23:00"
    family.asks(2, by=family.mo, at=at).refused("outside_your_unit")
    family.asks(2, by=family.thang, at=at).refused("role_not_allowed")
    family.asks(2, by=family.son, at=at).recorded()
    assert family.report(SECOND).holder == family.an_bien


def test_a_child_is_named_of_a_report_that_is_there_and_goes_on(family: Family) -> None:
    at = "2026-03-02T23:00"
    family.asks(2, by=family.lan, at=at).refused("told_in_no_report")
    family.called(by=family.lan)
    family.asks(2, by=family.lan, at=at, place=family.city).refused("place_no_commune")
    family.asks(2, by=family.lan, at=at, place=unknown_unit("99999")).refused("unit_unknown")
    early = family.twin(2)
    family.story.when(SECOND, early, by=family.lan, at=at, occurred_at="2026-03-02T22:09").refused("before_file_began")
    family.story.given(SECOND, early, by=family.lan, at=at, occurred_at=CALL)
    family.asks(3, by=family.lan, at=at, report=SECOND).refused("not_the_first_file")
    checked = CheckReport(outcome=CheckOutcome.UNTRUE, findings="Không có cháu nào.", sources="Hàng xóm.")
    family.story.given(FIRST, checked, by=family.lan, at="2026-03-02T23:30")
    rejected = RejectReport(
        ground=RejectionGround.UNFOUNDED, decision_no="12/QĐ-UBND", truth_check="Đã đến tận nơi xem."
    )
    family.story.given(FIRST, rejected, by=family.thang, at="2026-03-02T23:40", reason="Tin báo không đúng")
    family.asks(3, by=family.lan, at="2026-03-02T23:50").refused("telling_rejected")


def test_a_child_found_at_home_is_named_though_the_first_has_a_case_already(family: Family) -> None:
    family.called(by=family.lan)
    family.opens(FIRST, at="2026-03-02T22:30")
    family.names(2, by=family.lan, at="2026-03-03T05:00", child_name="Nguyễn Thị Mai")
    case = family.opens(SECOND, at="2026-03-03T05:05")
    assert family.due(case)["T03"] == "03T06:10"


def test_a_child_that_lives_elsewhere_goes_there_at_once(family: Family) -> None:
    family.called(by=family.lan)
    family.names(2, by=family.lan, at="2026-03-02T22:30", place=family.kien_an)
    assert family.due(SECOND) == {"T02": "03T00:10", "T03": "03T06:10", "T04": "03T10:10"}
    family.story.given(SECOND, ForwardReport(to_unit=family.kien_an), by=family.lan, at="2026-03-02T22:40")
    family.story.given(SECOND, AcknowledgeReport(), by=family.mo, at="2026-03-02T22:50")
    case = family.opens(SECOND, at="2026-03-02T23:00", place=family.kien_an, by=family.mo)
    assert family.story.state(case).lead == family.kien_an
