"""A family asks for erasure: it waits for the case to end, takes two people, and is refused to who would hide."""

from uuid import UUID, uuid4

import pytest

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.intake.open_case import OpenCase
from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, case_id, subject_id, unit_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.subject.approve_erasure import ApproveErasure
from domain.subject.follow_ups import KeyGone, RecordErasure
from domain.subject.order_erasure import OrderErasure
from domain.subject.state import ErasurePhase
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant

GROUNDS = "Người đại diện hợp pháp yêu cầu xóa, vụ việc không có căn cứ."


class Family:
    """The story so far: a report that proved unfounded, and the people in office."""

    def __init__(self) -> None:
        story = self.story = Story()
        city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        ward = story.unit("11359", "Phường An Biên", Level.COMMUNE, city, since="2025-07-01")
        elsewhere = story.unit("11383", "Phường Lê Chân", Level.COMMUNE, city, since="2025-07-01")
        health = story.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, city)
        since = "2025-07-01T00:00"
        self.lan = story.office(ward, Role.PROTECTION_WORKER, "Phạm Thị Lan", since=since)
        self.thang = story.office(ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", since=since)
        self.hoa = story.office(elsewhere, Role.COMMUNE_CHAIR, "Trịnh Thị Hòa", since=since)
        self.minh = story.office(health, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Quang Minh", since=since)
        self.chinh = story.office(city, Role.CITY_CHAIR, "Lương Văn Chính", since=since)
        story.office(city, Role.HOME_AFFAIRS_OFFICER, "Đỗ Quang Minh", since=since)
        self.report, self.ward = uuid4(), ward
        told = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant("2026-03-02T22:10"),
            place=ward,
            harm_kinds=(HarmKind.NEGLECT,),
            narrative="Cháu ở nhà một mình nhiều ngày.",
            child_name="Nguyễn Thị Mai Khôi",
            reporter_name="Bùi Văn Tám",
        )
        story.given(self.report, told, by=self.lan, at="2026-03-02T22:12")
        self.case = case_id(self.report)
        self.files = (self.report, self.case)
        self.child: UUID = story.state(self.report).child

    def open_case(self) -> None:
        command = OpenCase(report=self.report, place=self.ward)
        self.story.given(self.case, command, by=self.lan, at="2026-03-03T07:30")

    def end_case(self, by: Person | None = None) -> None:
        found = FindUnfounded(findings="Cháu ở với bà nội.", sources="Bà nội, cô giáo.")
        if not self.story.state(self.case).assessments:
            none = AssessInitialRisk(level=RiskLevel.NONE, findings="Cháu ở với bà nội.")
            self.story.given(self.case, none, by=self.lan, at="2026-03-03T08:30")
        self.story.given(self.case, found, by=by or self.thang, at="2026-03-03T09:00")

    def order(self, by: Person, subject: UUID | None = None, files: tuple[UUID, ...] | None = None) -> Story:
        subject = subject or self.child
        command = OrderErasure(
            subject=subject,
            files=self.files if files is None else files,
            grounds=GROUNDS,
            document_no="YC-01",
        )
        return self.story.when(subject_id(subject), command, by=by, at="2026-03-10T09:00")

    def approve(self, by: Person, files: tuple[UUID, ...] | None = None) -> Story:
        command = ApproveErasure(files=self.files if files is None else files, decision_no="QĐ-77")
        return self.story.when(subject_id(self.child), command, by=by, at="2026-03-11T09:00")


@pytest.fixture
def family() -> Family:
    family = Family()
    family.open_case()
    return family


def test_an_erasure_is_ordered_approved_by_a_second_person_and_recorded_by_the_system(family: Family) -> None:
    family.end_case()
    ordered = family.order(family.thang).recorded()
    assert ordered.unit == family.ward
    family.approve(family.chinh).recorded()
    gone = RecordErasure(keys=(KeyGone(kind="child", fingerprint="00ff"),))
    line = family.story.system(subject_id(family.child), gone, at="2026-03-11T09:01", rule="erasure.1")
    assert (line.event.subject, line.by.role) == (family.child, Role.SYSTEM)
    assert family.story.state(subject_id(family.child)).phase is ErasurePhase.ERASED


def test_whoever_ordered_it_does_not_approve_it_in_another_office_either(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.approve(family.minh).refused("same_person")
    family.approve(family.chinh).recorded()


def test_while_the_case_is_open_its_data_is_kept(family: Family) -> None:
    family.order(family.thang).refused("erasure_matter_live", "erasure_duties_open")


def test_a_report_that_nobody_settled_is_kept() -> None:
    family = Family()
    family.order(family.thang, files=(family.report,)).refused("erasure_matter_live", "erasure_duties_open")


def test_an_open_case_is_not_hidden_by_leaving_it_out(family: Family) -> None:
    family.order(family.thang, files=(family.report,)).refused("erasure_files_incomplete")
    family.end_case()
    family.order(family.thang, files=(family.report,)).refused("erasure_files_incomplete")
    family.order(family.thang, files=(family.case,)).refused("erasure_files_incomplete")
    family.order(family.thang).recorded()
    family.approve(family.chinh, files=(family.case,)).refused("erasure_files_incomplete")


def test_a_lapsed_duty_is_evidence_and_keeps_the_data_after_the_case_has_ended(family: Family) -> None:
    family.end_case()
    lapsed = family.story.files[family.case]
    assert not lapsed.running
    lapsed.lapsed.add(("T04", ""))
    family.order(family.thang).refused("erasure_duties_open")
    lapsed.lapsed.clear()
    family.order(family.thang).recorded()
    lapsed.lapsed.add(("T04", ""))
    family.approve(family.chinh).refused("erasure_duties_open")


def test_where_a_duty_of_the_commune_lapsed_its_chair_does_not_ask_for_the_erasure(family: Family) -> None:
    """The assessment came too late; what shows why is not destroyed at the wish of who answers for it."""
    family.story.system(family.case, RecordLapse(code="T03"), at="2026-03-03T07:31")
    late = AssessInitialRisk(level=RiskLevel.NONE, findings="Cháu ở với bà nội.")
    family.story.given(family.case, late, by=family.lan, at="2026-03-03T08:00")
    family.end_case(by=family.chinh)
    assert not family.story.files[family.case].lapsed, "made good before the end"
    family.order(family.thang).refused("answerable_for_lapse")
    family.order(family.minh).recorded()


def test_nobody_is_erased_through_files_that_do_not_tell_of_them(family: Family) -> None:
    family.end_case()
    family.order(family.minh, subject=uuid4()).refused("subject_not_in_files")
    family.order(family.minh, files=()).refused("field_required")
    command = OrderErasure(subject=family.child, files=family.files, grounds=GROUNDS, document_no="YC-01")
    wrong = subject_id(uuid4())
    family.story.when(wrong, command, by=family.minh, at="2026-03-10T09:00").refused("subject_not_in_files")


def test_the_reporter_and_the_texts_of_a_file_are_subjects_too(family: Family) -> None:
    family.end_case()
    reporter = family.story.state(family.report).reporter
    for subject in (reporter, family.report, family.case):
        family.order(family.minh, subject=subject).recorded()


def test_it_takes_written_grounds_and_a_written_decision(family: Family) -> None:
    family.end_case()
    command = OrderErasure(subject=family.child, files=family.files, grounds=" ", document_no="YC-01")
    file_id = subject_id(family.child)
    family.story.when(file_id, command, by=family.minh, at="2026-03-10T09:00").refused("field_required")
    family.order(family.minh).recorded()
    command = ApproveErasure(files=family.files, decision_no="")
    family.story.when(file_id, command, by=family.chinh, at="2026-03-11T09:00").refused("field_required")


def test_a_chair_orders_it_for_the_own_commune_only_and_a_worker_not_at_all(family: Family) -> None:
    family.end_case()
    family.order(family.hoa).refused("outside_your_unit")
    family.order(family.lan).refused("role_not_allowed")
    family.order(family.thang).recorded()
    family.order(family.thang).refused("file_exists")


def test_nothing_is_recorded_as_erased_before_it_was_approved(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    command = RecordErasure(keys=())
    file_id = subject_id(family.child)
    family.story.when(file_id, command, by=None, at="2026-03-10T10:00").refused("phase_not_allowed")


def test_a_file_of_another_kind_is_no_matter_to_be_erased(family: Family) -> None:
    family.end_case()
    city = unit_id("31", "")
    family.order(family.minh, files=(*family.files, city)).refused("erasure_matter_live")
    family.order(family.minh, files=(city,)).refused("subject_not_in_files", "erasure_matter_live")
