"""A family asks for erasure: every file that tells of the person is looked at; it waits, and is objected to."""

from dataclasses import fields, replace
from typing import Any
from uuid import UUID, uuid4

import pytest

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.intake.open_case import OpenCase
from domain.case.kind import CASE
from domain.case.state.case import Case, Phase, RiskLevel
from domain.catalogue import BY_STORED_NAME
from domain.law.harm import HarmKind
from domain.law.keeping import CASE_FILE, COMPLAINT_TIME, DEATH_FILE
from domain.office.appoint_holder import AppointHolder
from domain.office.delegate_power import DelegatePower
from domain.office.end_tenure import EndTenure
from domain.office.state import Delegation
from domain.record.fold import fold
from domain.record.line import Line
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import OfficeRef, Role, UnitRef, case_id, office_id, subject_id, unit_id
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from domain.subject.approve_erasure import ApproveErasure
from domain.subject.consent_to_erasure import ConsentToErasure
from domain.subject.decide_lapse import DecideLapse, Responsibility
from domain.subject.decide_objection import DecideObjection
from domain.subject.follow_ups import KeyGone, RecordErasure
from domain.subject.hold_data import HoldData
from domain.subject.kind import SUBJECT
from domain.subject.object_to_erasure import ObjectToErasure
from domain.subject.order_erasure import ORDER_ERASURE, OrderErasure
from domain.subject.state import Erasure, ErasurePhase, ObjectionOutcome
from domain.subject.withdraw_erasure import WithdrawErasure
from domain.subject.withdraw_objection import WithdrawObjection
from domain.unit.state import Level
from tests.cases.casefile import Person, Story, instant
from tests.cases.protection_ground import SINCE, Town, certificate, dead
from tests.cases.sightings import MET

GROUNDS = "Người đại diện hợp pháp yêu cầu xóa, vụ việc không có căn cứ."
ORDERED = "2026-06-10T09:00"
WAITING = "2026-06-24T16:00"
WAITED = "2026-06-25T09:00"
NO_RISK = AssessInitialRisk(level=RiskLevel.NONE, findings="Cháu ở với bà nội.", sighting=MET)
UNFOUNDED = FindUnfounded(decision_no="33/QĐ-UBND", findings="Cháu ở với bà nội.", sources="Bà nội, cô giáo.")
EVIDENCE = ObjectToErasure(objection="Dữ liệu là chứng cứ của vụ việc đang thanh tra.")
GONE = RecordErasure(keys=(KeyGone(kind="child", fingerprint="00ff"),))


class Family:
    """The story so far: a report that proved unfounded, and the people in office."""

    def __init__(self) -> None:
        story = self.story = Story()
        self.city = story.unit("31", "Thành phố Hải Phòng", Level.PROVINCE)
        self.ward = story.unit("11359", "Phường An Biên", Level.COMMUNE, self.city, since="2025-07-01")
        self.elsewhere = story.unit("11383", "Phường Lê Chân", Level.COMMUNE, self.city, since="2025-07-01")
        health = story.unit("HP-SYT", "Sở Y tế", Level.DEPARTMENT, self.city)
        affairs = story.unit("HP-SNV", "Sở Nội vụ", Level.DEPARTMENT, self.city)
        watch = story.unit("HP-TTTP", "Thanh tra thành phố", Level.INSPECTORATE, self.city)
        self.lan = self.holds(self.ward, Role.PROTECTION_WORKER, "Phạm Thị Lan")
        self.thang = self.holds(self.ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng")
        self.hoa = self.holds(self.elsewhere, Role.COMMUNE_CHAIR, "Trịnh Thị Hòa")
        self.mo = self.holds(self.elsewhere, Role.PROTECTION_WORKER, "Bùi Thị Mơ")
        self.minh = self.holds(health, Role.HEALTH_DEPARTMENT_OFFICER, "Đỗ Quang Minh")
        self.chinh = self.holds(self.city, Role.CITY_CHAIR, "Lương Văn Chính")
        self.mai = self.holds(self.city, Role.DATA_PROTECTION_AUDITOR, "Phan Thanh Mai")
        self.dung = self.holds(affairs, Role.HOME_AFFAIRS_OFFICER, "Ngô Tiến Dũng")
        story.office(affairs, Role.HOME_AFFAIRS_OFFICER, "Đỗ Quang Minh", since=SINCE, seat=2)
        self.tue = self.holds(watch, Role.CHIEF_INSPECTOR, "Hoàng Minh Tuệ")
        self.affairs, self.watch = affairs, watch
        self.report = self.receive(self.ward, self.lan, "2026-03-02")
        self.case = case_id(self.report)
        self.child: UUID = story.state(self.report).child
        self.file = subject_id(self.child)

    def holds(self, unit: UnitRef, role: Role, name: str) -> Person:
        return self.story.office(unit, role, name, since=SINCE)

    def receive(self, place: UnitRef, by: Person, day: str) -> UUID:
        told = ReceiveReport(
            channel=Channel.PHONE,
            received_at=instant(f"{day}T22:10"),
            place=place,
            harm_kinds=(HarmKind.NEGLECT,),
            narrative="Cháu ở nhà một mình nhiều ngày.",
            child_name="Nguyễn Thị Mai Khôi",
            reporter_name="Bùi Văn Tám",
        )
        report = uuid4()
        self.story.given(report, told, by=by, at=f"{day}T22:12")
        return report

    def open_case(self) -> None:
        command = OpenCase(report=self.report, place=self.ward)
        self.story.given(self.case, command, by=self.lan, at="2026-03-03T07:30")

    def end_case(self, by: Person | None = None) -> None:
        if not self.story.state(self.case).assessments:
            self.story.given(self.case, NO_RISK, by=self.lan, at="2026-03-03T08:30")
        self.story.given(self.case, UNFOUNDED, by=by or self.thang, at="2026-03-03T09:00")

    def elsewhere_too(self, opened_by: Person | None = None, *, ended: bool = True) -> UUID:
        """A second report of the same child, in the other ward, and a case that goes on from the first."""
        report = self.receive(self.elsewhere, self.mo, "2026-03-05")
        case = case_id(report)
        opening = OpenCase(report=report, place=self.elsewhere, earlier_case=self.case)
        self.story.given(case, opening, by=opened_by or self.minh, at="2026-03-06T07:30")
        if ended:
            self.story.given(case, NO_RISK, by=self.mo, at="2026-03-06T08:30")
            self.story.given(case, UNFOUNDED, by=self.hoa, at="2026-03-06T09:00")
        return case

    def lapse(self) -> None:
        """The assessment came too late, and was made good: the lapse stays."""
        self.story.system(self.case, RecordLapse(code="T03"), at="2026-03-03T07:31")
        self.story.given(self.case, NO_RISK, by=self.lan, at="2026-03-03T08:00")
        self.end_case(by=self.chinh)
        assert not self.story.files[self.case].lapsed

    @property
    def erasure(self) -> Erasure:
        return self.story.state(self.file)

    def order(self, by: Person, subject: UUID | None = None, at: str = ORDERED) -> Story:
        subject = subject or self.child
        command = OrderErasure(subject=subject, grounds=GROUNDS, document_no="YC-01")
        return self.story.when(subject_id(subject), command, by=by, at=at)

    def does(self, command: Any, by: Person, at: str = WAITING, **more: Any) -> Story:
        return self.story.when(self.file, command, by=by, at=at, **more)

    def approve(self, by: Person, at: str = WAITED) -> Story:
        return self.does(ApproveErasure(decision_no="QĐ-77"), by, at)

    def carry_out(self, at: str = WAITED, keys: RecordErasure = GONE) -> Story:
        return self.story.when(self.file, keys, by=None, at=at)


@pytest.fixture
def family() -> Family:
    family = Family()
    family.open_case()
    return family


# -- the way it goes --------------------


def test_an_erasure_is_ordered_waits_is_approved_by_a_second_person_and_recorded_by_the_system(family: Family) -> None:
    family.end_case()
    ordered = family.order(family.thang).recorded()
    assert ordered.unit == family.ward
    assert ordered.event.objections_until == instant("2026-06-25T00:00"), "ten working days"
    family.approve(family.dung).recorded()
    family.carry_out().recorded()
    assert family.erasure.phase is ErasurePhase.ERASED


def test_it_is_not_approved_before_everybody_had_the_time_to_object(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    family.approve(family.dung, at=WAITING).refused("erasure_waits")
    family.approve(family.dung, at="2026-06-25T00:00").recorded()


def test_nothing_is_recorded_as_erased_before_it_was_approved(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    family.carry_out().refused("phase_not_allowed")


def test_it_takes_written_grounds_and_a_written_decision(family: Family) -> None:
    family.end_case()
    command = OrderErasure(subject=family.child, grounds=" ", document_no="YC-01")
    family.does(command, family.minh, ORDERED).refused("field_required")
    family.order(family.minh).recorded()
    family.does(ApproveErasure(decision_no=""), family.dung, WAITED).refused("field_required")


def test_the_reporter_and_the_texts_of_a_file_are_subjects_too(family: Family) -> None:
    family.end_case()
    reporter = family.story.state(family.report).reporter
    for subject in (reporter, family.report, family.case):
        family.order(family.minh, subject=subject).recorded()


# -- every file that tells of the person --------------------


def test_the_files_are_those_that_hold_the_data_whatever_the_orderer_thinks_of(family: Family) -> None:
    family.end_case()
    line = family.order(family.thang).recorded()
    assert set(line.event.files) == {family.report, family.case}
    assert [unit.name for unit in line.event.concerned] == ["Phường An Biên"]


def test_nobody_is_erased_of_whom_no_file_tells(family: Family) -> None:
    family.end_case()
    family.order(family.minh, subject=uuid4()).refused("subject_not_in_files")
    family.order(family.thang, subject=uuid4()).refused("outside_your_unit")
    command = OrderErasure(subject=family.child, grounds=GROUNDS, document_no="YC-01")
    family.story.when(subject_id(uuid4()), command, by=family.minh, at=ORDERED).refused("subject_not_in_files")


def test_a_file_of_another_kind_is_no_matter_to_be_erased(family: Family) -> None:
    family.end_case()
    family.order(family.minh, subject=unit_id("31", "")).refused("erasure_matter_live")


def test_who_opens_a_case_takes_over_no_child_of_a_case_that_is_not_theirs(family: Family) -> None:
    """The ward names a live case of another ward as the earlier one: it is linked, and its child stays its own."""
    case = family.elsewhere_too(family.mo, ended=False)
    opened = family.story.state(case)
    assert opened.earlier_cases == (family.case,)
    assert opened.child == family.story.state(opened.reports[0]).child != family.child
    family.order(family.hoa).refused("outside_your_unit")


def test_who_may_know_the_child_of_the_earlier_case_goes_on_with_the_same_child(family: Family) -> None:
    case = family.elsewhere_too(family.minh, ended=False)
    assert family.story.state(case).child == family.child


def test_a_live_case_elsewhere_keeps_the_data_of_its_child(family: Family) -> None:
    """The own files have ended; that of the other ward, which nobody mentions, lives."""
    family.end_case()
    family.elsewhere_too(ended=False)
    family.order(family.thang).refused("erasure_matter_live", "erasure_duties_open")
    family.order(family.minh).refused("erasure_matter_live", "erasure_duties_open")


def test_while_the_own_case_is_open_its_data_is_kept(family: Family) -> None:
    family.order(family.thang).refused("erasure_matter_live", "erasure_duties_open")


def test_a_report_that_nobody_settled_is_kept() -> None:
    family = Family()
    family.order(family.thang).refused("erasure_matter_live", "erasure_duties_open")


def test_an_open_case_keeps_the_reporter_who_stands_in_the_report_alone(family: Family) -> None:
    reporter = family.story.state(family.report).reporter
    family.order(family.minh, subject=reporter).refused("erasure_matter_live", "erasure_duties_open")


def test_a_chair_orders_it_for_the_own_commune_only_and_a_worker_not_at_all(family: Family) -> None:
    family.end_case()
    family.order(family.hoa).refused("outside_your_unit")
    family.order(family.lan).refused("role_not_allowed")
    family.order(family.thang).recorded()
    family.order(family.thang).refused("phase_not_allowed")


def test_the_lead_of_each_other_file_must_consent(family: Family) -> None:
    family.end_case()
    family.elsewhere_too()
    asked = family.order(family.thang).recorded().event.asked
    assert [unit.name for unit in asked] == ["Phường Lê Chân"]
    family.approve(family.dung).refused("erasure_consent_missing")
    family.does(ConsentToErasure(), family.thang).refused("outside_your_unit")
    family.does(ConsentToErasure(), family.hoa).recorded()
    family.does(ConsentToErasure(), family.hoa).refused("consent_not_asked")
    family.approve(family.dung).recorded()


def test_what_the_health_department_guides_needs_no_consent_but_is_seen_there(family: Family) -> None:
    family.end_case()
    family.elsewhere_too()
    event = family.order(family.minh).recorded().event
    assert event.asked == ()
    assert [unit.name for unit in event.concerned] == ["Phường An Biên", "Phường Lê Chân"]
    family.does(ConsentToErasure(), family.hoa).refused("outside_your_unit")
    family.approve(family.dung).recorded()


def test_a_file_that_came_since_the_order_is_not_erased_unseen(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.elsewhere_too()
    family.approve(family.dung).refused("erasure_files_incomplete")


# -- evidence stays --------------------


def test_files_are_kept_while_one_may_still_complain(family: Family) -> None:
    family.end_case()
    family.order(family.thang, at="2026-06-01T23:59").refused("erasure_too_early")
    family.order(family.thang, at="2026-06-02T00:00").recorded()


def test_a_case_that_was_dated_back_is_kept_as_long(family: Family) -> None:
    """It is the day on which its end was told that counts."""
    family.story.given(family.case, NO_RISK, by=family.lan, at="2026-03-03T08:30")
    late = {"occurred_at": "2026-03-03T09:00", "late_reason": "Mất mạng."}
    family.story.given(family.case, UNFOUNDED, by=family.thang, at="2026-05-03T09:00", **late)
    family.order(family.thang).refused("erasure_too_early")


def test_a_running_or_lapsed_duty_keeps_the_data_after_the_case_has_ended(family: Family) -> None:
    family.end_case()
    lapsed = family.story.files[family.case]
    assert not lapsed.running
    lapsed.lapsed.add(("T04", ""))
    family.order(family.thang).refused("erasure_duties_open")
    lapsed.lapsed.clear()
    family.order(family.thang).recorded()
    lapsed.lapsed.add(("T04", ""))
    family.approve(family.dung).refused("erasure_duties_open")


def decided(**more: Any) -> DecideLapse:
    told: dict[str, Any] = {"explanation": "Mưa bão, đã kiểm tra nhật ký trực.", "decision_no": "KL-3"}
    return DecideLapse(ref="1", responsibility=Responsibility.NO_FAULT, **(told | more))


def test_a_lapse_is_evidence_until_somebody_has_decided_whose_fault_it_was(family: Family) -> None:
    family.lapse()
    family.order(family.thang).refused("answerable_for_lapse")
    (lapse,) = family.order(family.minh).recorded().event.lapses
    assert (lapse.file, lapse.code, lapse.holder) == (family.case, "T03", family.thang.id)
    family.approve(family.dung).refused("erasure_lapse_undecided")
    family.does(decided(), family.minh).refused("role_not_allowed")
    family.does(decided(), family.tue).recorded()
    family.does(decided(), family.chinh).refused("lapse_not_found")
    family.approve(family.dung).recorded()


def test_who_answers_for_a_lapse_neither_decides_on_it_nor_consents(family: Family) -> None:
    family.lapse()
    family.elsewhere_too()
    family.order(family.hoa).refused("answerable_for_lapse")
    family.order(family.minh).recorded()
    answers = family.story.state(family.file).lapses[0]
    assert answers.holder == family.thang.id
    succeeded = office_id(family.watch.id, Role.CHIEF_INSPECTOR)
    ended = EndTenure(person=family.tue.id, until=instant("2026-06-11T00:00"), decision_no="QĐ-5")
    family.story.given(succeeded, ended, by=family.dung, at="2026-06-11T00:00")
    thang = AppointHolder(
        person=family.thang.id, name="Vũ Đức Thắng", since=instant("2026-06-11T00:00"), decision_no="QĐ-6"
    )
    family.story.given(succeeded, thang, by=family.dung, at="2026-06-11T00:00")
    family.does(decided(), family.thang, "2026-08-11T09:00").refused("answerable_for_lapse")


def test_a_hold_keeps_the_data_before_anybody_asks(family: Family) -> None:
    family.end_case()
    hold = HoldData(subject=family.child, objection="Có khiếu nại đang giải quyết.")
    family.does(hold, family.thang, ORDERED).refused("role_not_allowed")
    family.does(hold, family.tue, ORDERED).recorded()
    family.order(family.thang).refused("phase_not_allowed")
    taken_back = WithdrawObjection(ref="1")
    family.does(taken_back, family.mai, reason="Đã giải quyết.").refused("not_your_objection")
    family.does(taken_back, family.tue, reason="Đã giải quyết.").recorded()
    family.order(family.thang, at=WAITING).recorded()


def test_the_death_of_the_child_frees_nothing(family: Family) -> None:
    """A live case at high risk whose Chair let a duty lapse, then told of a death: the duties go, the data stays."""
    family.story.system(family.case, RecordLapse(code="T03"), at="2026-03-03T07:31")
    family.story.given(
        family.case,
        AssessInitialRisk(level=RiskLevel.HIGH, findings="Bị đánh.", sighting=MET),
        by=family.lan,
        at="2026-03-03T08:00",
    )
    died = "2026-03-03T08:10"
    family.story.given(family.case, dead(died), by=family.thang, at="2026-03-03T08:15")
    family.story.given(family.case, certificate(died), by=family.minh, at="2026-03-03T08:20")
    for later in ("2026-06-10T09:00", "2036-06-10T09:00"):
        family.order(family.minh, at=later).refused("erasure_too_early")
    family.order(family.minh, at="2046-06-11T09:00").recorded()
    family.approve(family.dung, at="2046-07-11T09:00").refused("erasure_lapse_undecided")


def test_a_case_that_had_an_end_is_kept_for_ten_years_not_for_twenty() -> None:
    assert (CASE.kept(Case(phase=Phase.CLOSED)), CASE.kept(Case(phase=Phase.MERGED))) == (CASE_FILE, COMPLAINT_TIME)
    town = Town().opened()
    town.given(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T10:30")
    assert CASE.kept(Case(phase=Phase.CLOSED, deaths=town.now.deaths)) == DEATH_FILE


def test_an_order_of_before_it_waited_waits_too(family: Family) -> None:
    """Its line named the files in any order and told of no lapse: it is approved no sooner than one of today."""
    family.end_case()
    line = family.order(family.minh).recorded()
    (before,) = ORDER_ERASURE.earlier
    told = {f.name: getattr(line.event, f.name) for f in fields(before.event)}
    old = replace(line, stored_as=before.stored_as, event=before.event(**told))
    now, then = (fold(line.file_id, SUBJECT, BY_STORED_NAME, [each]).state for each in (line, old))
    assert then == now


# -- objections --------------------


@pytest.mark.parametrize("name", ["thang", "lan", "hoa", "minh", "mai", "tue"])
def test_whoever_is_concerned_or_oversees_may_object_and_nothing_is_approved(family: Family, name: str) -> None:
    family.end_case()
    family.elsewhere_too()
    family.order(family.minh).recorded()
    objects = getattr(family, name)
    family.does(EVIDENCE, objects).recorded()
    family.approve(family.dung).refused("phase_not_allowed")
    family.does(WithdrawObjection(ref="1"), objects, reason="Đã kết luận thanh tra.").recorded()
    family.approve(family.dung).recorded()


def test_a_ward_that_has_nothing_to_do_with_it_does_not_object(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.does(EVIDENCE, family.hoa).refused("outside_your_unit")


def decision(upheld: bool) -> DecideObjection:
    return DecideObjection(ref="1", upheld=upheld, conclusion="Đã xem hồ sơ và kết luận thanh tra.")


def test_an_objection_that_is_upheld_stops_the_erasure(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.does(EVIDENCE, family.tue).recorded()
    family.does(decision(upheld=True), family.tue).refused("role_not_allowed")
    family.does(decision(upheld=True), family.mai).recorded()
    assert family.erasure.phase is ErasurePhase.STOPPED
    family.approve(family.dung).refused("phase_not_allowed")


def test_an_objection_that_is_overruled_lets_it_go_on_and_only_once(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.does(EVIDENCE, family.tue).recorded()
    family.does(EVIDENCE, family.thang).recorded()
    family.does(decision(upheld=False), family.mai).recorded()
    family.does(decision(upheld=False), family.mai).refused("objection_not_found")
    family.approve(family.dung).refused("phase_not_allowed")
    family.does(WithdrawObjection(ref="2"), family.thang, reason="Đã rõ.").recorded()
    outcomes = [each.outcome for each in family.erasure.objections]
    assert outcomes == [ObjectionOutcome.OVERRULED, ObjectionOutcome.WITHDRAWN]
    family.approve(family.dung).recorded()


def test_nobody_decides_on_the_own_objection(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.does(EVIDENCE, family.mai).recorded()
    family.does(decision(upheld=False), family.mai).refused("own_objection")


def test_an_objection_after_the_approval_takes_the_approval_back(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.approve(family.dung).recorded()
    family.does(EVIDENCE, family.tue, WAITED).recorded()
    family.carry_out(keys=RecordErasure(keys=())).refused("phase_not_allowed")
    family.does(WithdrawObjection(ref="1"), family.tue, WAITED, reason="Đã rõ.").recorded()
    family.carry_out().refused("phase_not_allowed")
    family.approve(family.tue).recorded()


def test_keys_that_went_while_somebody_objected_are_told(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.approve(family.dung).recorded()
    family.does(EVIDENCE, family.tue, WAITED).recorded()
    family.carry_out().recorded()


def test_the_orderer_withdraws_and_orders_anew_and_the_objection_stands(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    family.does(EVIDENCE, family.tue).recorded()
    family.does(WithdrawErasure(), family.thang).refused("reason_required")
    family.does(WithdrawErasure(), family.minh, reason="Nhầm.").refused("not_your_order")
    family.does(WithdrawErasure(), family.thang, reason="Gia đình rút yêu cầu.").recorded()
    assert family.erasure.phase is ErasurePhase.WITHDRAWN
    family.order(family.thang, at=WAITED).recorded()
    assert family.erasure.phase is ErasurePhase.OBJECTED
    assert family.erasure.objections_until == instant("2026-07-10T00:00"), "it waits anew"


# -- who approves --------------------


def test_whoever_ordered_it_does_not_approve_it_in_another_office_either(family: Family) -> None:
    family.end_case()
    family.order(family.minh).recorded()
    family.approve(family.minh).refused("same_person")
    family.approve(family.dung).recorded()


def test_the_chair_of_the_city_is_above_the_ward_and_does_not_approve(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    family.approve(family.chinh).refused("role_not_allowed")
    own = family.holds(family.ward, Role.CHIEF_INSPECTOR, "Vũ Đức Cận")
    above = family.holds(family.city, Role.HOME_AFFAIRS_OFFICER, "Lê Thị Thượng")
    for each in (own, above):
        family.approve(each).refused("same_line_of_command")


def appointed(family: Family, unit: UnitRef, role: Role, name: str, *, by: Person, at: str, **more: Any) -> Person:
    """Somebody takes the place of whoever holds the office, at once."""
    office, person = office_id(unit.id, role), Person(name)
    tenure = family.story.state(office).holder(instant(at))
    ended = EndTenure(person=tenure.person, until=instant(at), decision_no="QĐ-5")
    family.story.given(office, ended, by=by, at=at)
    command = AppointHolder(person=person.id, name=name, since=instant(at), decision_no="QĐ-6")
    family.story.given(office, command, by=by, at=at, **more)
    return person


def test_an_accomplice_put_into_the_chair_for_a_second_gets_nothing_approved(family: Family) -> None:
    """One officer ends a tenure, appoints an accomplice who orders, approves that, and puts the old Chair back."""
    family.end_case()
    false = appointed(family, family.ward, Role.COMMUNE_CHAIR, "Kẻ Đồng Lõa", by=family.dung, at=ORDERED)
    family.order(false).recorded()
    family.approve(family.dung, at=ORDERED).refused("erasure_waits", "appointed_one_another")
    appointed(family, family.ward, Role.COMMUNE_CHAIR, "Vũ Đức Thắng", by=family.dung, at="2026-06-10T09:01")
    family.approve(family.dung).refused("appointed_one_another")
    family.approve(family.tue).recorded()


def test_an_accomplice_put_into_the_office_that_approves_waits_a_month(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    inspector = (family.watch, Role.CHIEF_INSPECTOR, "Kẻ Đồng Lõa")
    false = appointed(family, *inspector, by=family.dung, at="2026-06-11T09:00")
    family.approve(false).refused("entered_too_lately")
    family.approve(false, at="2026-07-11T08:59").refused("entered_too_lately")
    family.approve(false, at="2026-07-11T09:00").recorded()


def test_a_month_in_office_counts_from_the_entry_whatever_day_it_claims(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    office = office_id(family.watch.id, Role.CHIEF_INSPECTOR)
    ended = EndTenure(person=family.tue.id, until=instant("2026-01-05T00:00"), decision_no="QĐ-5")
    late = {"late_reason": "Văn bản đến muộn."}
    family.story.given(office, ended, by=family.dung, at="2026-06-11T09:00", **late)
    false = AppointHolder(
        person=Person("Kẻ Đồng Lõa").id, name="Kẻ Đồng Lõa", since=instant("2026-01-05T00:00"), decision_no="QĐ-6"
    )
    family.story.given(office, false, by=family.dung, at="2026-06-11T09:00", **late)
    family.approve(Person("Kẻ Đồng Lõa")).refused("entered_too_lately")


def test_a_deputy_does_not_consent_in_the_name_of_who_holds_the_office(family: Family) -> None:
    family.end_case()
    family.elsewhere_too()
    family.order(family.thang).recorded()
    deputy = family.holds(family.elsewhere, Role.COMMUNE_DEPUTY_CHAIR, "Lê Thu Hà")
    paper = DelegatePower(
        document_no="UQ-01",
        to_office=office_id(family.elsewhere.id, Role.COMMUNE_DEPUTY_CHAIR),
        since=instant(ORDERED),
        until=instant("2026-12-31T00:00"),
    )
    family.story.given(office_id(family.elsewhere.id, Role.COMMUNE_CHAIR), paper, by=family.hoa, at=ORDERED)
    family.does(ConsentToErasure(), deputy).refused("not_by_delegation")
    family.does(ConsentToErasure(), family.hoa).recorded()


def test_a_paper_from_before_the_rule_gives_an_inspector_nothing_to_approve_with(family: Family) -> None:
    family.end_case()
    family.order(family.thang).recorded()
    inspector = family.holds(family.watch, Role.INSPECTOR, "Phó Thị Ủy")
    paper = Delegation(
        document_no="UQ-01",
        to_office=OfficeRef(id=office_id(family.watch.id, Role.INSPECTOR), role=Role.INSPECTOR, unit=family.watch),
        since=instant("2026-01-05T00:00"),
        until=instant("2026-12-31T00:00"),
        given_by=family.tue.id,
    )
    office = family.story.files[office_id(family.watch.id, Role.CHIEF_INSPECTOR)]
    family.story.register.put_office(office.id, replace(office.state, delegations=(paper,)))
    family.approve(inspector).refused("role_not_allowed")


def test_the_trail_of_an_erasure_names_its_units(family: Family) -> None:
    family.end_case()
    family.elsewhere_too()
    line: Line = family.order(family.minh).recorded()
    where = family.story.files[family.file].kind.where(family.erasure, None)
    assert {unit.id for unit in line.event.concerned} <= {unit for units in where.values() for unit in units}
