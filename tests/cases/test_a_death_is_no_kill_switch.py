"""A death that one office tells of stops no clock: a second body confirms it by a document; what is wrong is undone."""

from dataclasses import replace
from typing import Any

import pytest

from domain.case.acts import CASE_ACTS
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.assessment.provide_information import ProvideInformation
from domain.case.assessment.request_information import RequestInformation
from domain.case.intake.correct_case import CorrectCase
from domain.case.intake.open_case import OpenCase
from domain.case.movement.annul_death import AnnulDeath, WhyAnnulled
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.confirm_death import CONFIRM_DEATH
from domain.case.movement.earlier import ChildDeathRecorded
from domain.case.movement.merge_cases import MergeCases
from domain.case.movement.merging import Sameness
from domain.case.movement.refute_death import RefuteDeath
from domain.case.movement.reopen_case import REOPEN_CASE, CaseReopened, ReopenCase
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.oversight.disclose_to_third_party import DiscloseToThirdParty
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.oversight.refuse_disclosure import RefuseDisclosure
from domain.case.protection.fail_urgent_measure import FailUrgentMeasure
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.death import DeathStanding
from domain.catalogue import BY_STORED_NAME, KINDS
from domain.law.basis import Statute
from domain.law.harm import HarmKind
from domain.office.delegate_power import DelegatePower
from domain.record.fold import fold
from domain.record.line import DutyOutcome
from domain.record.personal import PersonalKind, narrative
from domain.record.record_lapse import RecordLapse
from domain.record.refusal import present
from domain.record.vocabulary import Kind, Role, case_id, office_id
from tests.cases.casefile import instant
from tests.cases.protection_ground import Town, certificate, dead, risk
from tests.cases.test_a_persons_data_is_erased import Family

DUE = "2026-03-02T20:00"
"""T04: twelve hours after the report of eight o'clock."""


def alive(met: str, **more: Any) -> AnnulDeath:
    """The decision of those above, who had the child met at that time."""
    asked: dict[str, Any] = {"decision_no": "88/QĐ-UBND", "ground": WhyAnnulled.DOCUMENT_FALSE} | more
    return AnnulDeath(met_at=instant(met), findings="Đã gặp cháu tại nhà ông nội.", **asked)


def standings(town: Town) -> list[DeathStanding]:
    return [told.standing for told in town.now.deaths]


def test_a_death_is_told_a_minute_before_the_twelve_hours_end() -> None:
    """The same minute, with and without a second body: told alone it stops nothing, and the lapse names the Chair."""
    town = Town().assessed()
    town.given(dead("2026-03-02T19:30"), by=town.lan, at="2026-03-02T19:59")
    assert town.now.phase is Phase.ASSESSED
    assert town.running["T04"] == instant(DUE)
    town.when(RecordLapse(code="T04"), by=None, at=DUE).refused("not_due_yet")
    lapse = town.system(RecordLapse(code="T04"), at="2026-03-02T20:01").event
    assert lapse.holder == town.thang.id

    confirmed = Town().assessed()
    confirmed.given(dead("2026-03-02T19:30"), by=confirmed.lan, at="2026-03-02T19:58")
    confirmed.given(certificate("2026-03-02T19:30"), by=confirmed.son, at="2026-03-02T19:59")
    assert confirmed.now.phase is Phase.DECEASED
    assert "T04" not in confirmed.running

    late = Town().assessed()
    late.given(dead("2026-03-02T19:30"), by=late.lan, at="2026-03-02T19:58")
    late.given(certificate("2026-03-02T19:30"), by=late.son, at="2026-03-02T20:01")
    assert late.running["T04"] == instant(DUE), "what ran out stays for the review, also before the clock found it"
    late.system(RecordLapse(code="T04"), at="2026-03-02T20:02")


def test_a_confirmation_that_is_dated_back_ends_nothing_that_ran_out_meanwhile() -> None:
    town = Town().assessed()
    town.given(dead("2026-03-02T19:30"), by=town.lan, at="2026-03-02T19:40")
    town.given(
        certificate("2026-03-02T19:30"), by=town.son, at="2026-03-02T20:30", occurred_at=instant("2026-03-02T19:50")
    )
    assert town.running["T04"] == instant(DUE)
    early = Town().assessed()
    early.given(dead("2026-03-02T19:30"), by=early.lan, at="2026-03-02T19:40")
    early.when(
        certificate("2026-03-02T19:30"), by=early.son, at="2026-03-02T19:50", occurred_at=instant("2026-03-02T19:39")
    ).refused("death_before_its_report")


def test_a_death_is_told_by_whoever_stands_to_the_file_and_in_its_order() -> None:
    town = Town().opened()
    for stranger in (town.huy, town.dung):
        town.when(dead("2026-03-02T10:00"), by=stranger, at="2026-03-02T11:00").refused("outside_your_unit")
    town.when(dead("2026-03-02T10:00", "2026-03-02T09:59"), by=town.son, at="2026-03-02T11:00").refused(
        "death_times_disagree"
    )
    town.when(replace(dead("2026-03-02T10:00"), cause=" "), by=town.son, at="2026-03-02T11:00").refused(
        "field_required"
    )
    town.when(certificate("2026-03-02T10:00"), by=town.hoa, at="2026-03-02T11:00").refused("death_not_reported")
    line = town.given(dead("2026-03-02T10:00", "2026-03-02T10:30"), by=town.son, at="2026-03-02T11:00")
    assert [(s.code, s.ref, s.since.astimezone(line.occurred_at.tzinfo)) for s in line.starts] == [
        ("P13", "", instant("2026-03-02T10:30")),
        ("P31", "1", instant("2026-03-02T11:00")),
    ]
    assert [(e.code, e.how) for e in line.ends] == [("P13", DutyOutcome.MET)]
    town.when(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T11:05").refused("death_already_reported")
    town.given(certificate("2026-03-02T10:10"), by=town.hoa, at="2026-03-02T11:10")
    town.when(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T11:15").refused("death_already_recorded")
    (told,) = town.now.deaths
    assert (told.died_at, told.source_no, present(told.settled_by).role) == (
        instant("2026-03-02T10:10"),
        "15/2026",
        Role.HEALTH_DEPARTMENT_OFFICER,
    )


def test_a_death_that_was_told_days_late_shows_it() -> None:
    town = Town().opened()
    line = town.given(
        dead("2026-03-02T10:00"), by=town.lan, at="2026-03-03T10:01", late_reason="Gia đình giấu tin với xã."
    )  # fmt: skip
    assert [(e.code, e.how) for e in line.ends] == [("P13", DutyOutcome.LAPSED), ("P13", DutyOutcome.MET)]
    in_time = Town().opened()
    line = in_time.given(dead("2026-03-02T10:00"), by=in_time.lan, at="2026-03-03T10:00")
    assert [(e.code, e.how) for e in line.ends] == [("P13", DutyOutcome.MET)]


def test_the_body_that_told_of_it_does_not_confirm_it() -> None:
    """The worker's Chair is of her body; the commune police, the department and another commune are not."""
    town = Town().opened()
    town.story.office(town.health, Role.HEALTH_DEPARTMENT_OFFICER, "Cao Thị Yến", since="2025-07-01T00:00", seat=2)
    town.given(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T10:30")
    paper = certificate("2026-03-02T10:00")
    town.when(paper, by=town.thang, at="2026-03-02T10:40").refused("death_by_another_body")
    town.when(paper, by=town.lan, at="2026-03-02T10:40").refused("role_not_allowed")
    town.when(paper, by=town.huy, at="2026-03-02T10:40").refused("role_not_allowed")
    town.when(paper, by=town.nga, at="2026-03-02T10:40").refused("outside_your_unit")
    town.given(paper, by=town.son, at="2026-03-02T10:50")


@pytest.mark.parametrize("by", ["son", "hoa"])
def test_the_chair_confirms_what_police_or_department_told_and_they_do_not_confirm_it_themselves(by: str) -> None:
    town = Town().opened()
    teller, paper = getattr(town, by), certificate("2026-03-02T10:00")
    town.given(dead("2026-03-02T10:00"), by=teller, at="2026-03-02T10:30")
    town.when(paper, by=teller, at="2026-03-02T10:40").refused("same_person", "death_by_another_body")
    town.given(paper, by=town.thang, at="2026-03-02T10:50")


@pytest.mark.parametrize(
    ("number", "taken"),
    [
        ("15/2026", True),
        ("07/GBT-BVTE", True),
        ("123/2026/TLKT-UBND", True),
        (" 9 ", True),
        ("Nguyễn Thị A", False),
        ("15/2026 của cháu An", False),
        ("giấy báo tử", False),
        ("15/" + "A" * 21, False),
    ],
)
def test_the_number_of_the_document_is_a_number_and_nothing_else(number: str, taken: bool) -> None:
    town = Town().opened()
    town.given(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T10:30")
    paper = certificate("2026-03-02T10:00", number)
    if taken:
        assert town.given(paper, by=town.son, at="2026-03-02T10:40").event.source_no == number.strip()
    else:
        town.when(paper, by=town.son, at="2026-03-02T10:40").refused("number_malformed")


def test_a_death_does_not_lie_ahead() -> None:
    town = Town().opened()
    town.given(dead("2026-03-02T10:00"), by=town.lan, at="2026-03-02T10:30")
    town.when(certificate("2026-03-02T10:41"), by=town.son, at="2026-03-02T10:40").refused("death_time_ahead")
    town.given(certificate("2026-03-02T10:40"), by=town.son, at="2026-03-02T10:40")


def test_a_chair_who_answers_for_a_lapse_confirms_no_death_nor_refutes_one() -> None:
    town = Town().assessed()
    town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
    town.given(dead("2026-03-02T20:30"), by=town.son, at="2026-03-02T21:00")
    paper = certificate("2026-03-02T20:30")
    town.when(paper, by=town.thang, at="2026-03-02T21:10").refused("answerable_for_lapse")
    untrue = RefuteDeath(met_at=instant("2026-03-02T21:05"), findings="Đã gặp cháu.")
    town.when(untrue, by=town.thang, at="2026-03-02T21:10").refused("answerable_for_lapse")
    town.given(paper, by=town.hoa, at="2026-03-02T21:20")

    free = Town().assessed()
    free.given(dead("2026-03-02T19:30"), by=free.son, at="2026-03-02T19:58")
    free.given(certificate("2026-03-02T19:30"), by=free.thang, at="2026-03-02T19:59")


def test_nobody_confirms_a_death_by_the_power_of_a_chair_who_may_not() -> None:
    for late, by, code in ((True, "son", "answerable_for_lapse"), (False, "lan", "death_by_another_body")):
        town = Town()
        hanh = town.holds(town.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Đào Thị Hạnh")
        handed_on = DelegatePower(
            document_no="07/UQ",
            to_office=office_id(town.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR),
            since=instant("2026-03-02T08:00"),
            until=instant("2026-04-02T00:00"),
        )
        chair = office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
        town.story.given(chair, handed_on, by=town.thang, at="2026-03-02T08:00")
        town.assessed()
        if late:
            town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
        town.given(dead("2026-03-02T20:30"), by=getattr(town, by), at="2026-03-02T21:00")
        town.when(certificate("2026-03-02T20:30"), by=hanh, at="2026-03-02T21:10").refused(code)


@pytest.mark.parametrize(
    ("by", "barred", "answers"),
    [
        ("son", False, (Role.COMMUNE_CHAIR, "11359")),
        ("lan", False, (Role.DEPARTMENT_DIRECTOR, "HP-SYT")),
        ("son", True, (Role.DEPARTMENT_DIRECTOR, "HP-SYT")),
        ("hoa", False, (Role.COMMUNE_CHAIR, "11359")),
        ("hoa", True, (Role.CITY_CHAIR, "31")),
    ],
)
def test_whoever_must_confirm_a_death_is_one_who_may(by: str, barred: bool, answers: tuple[Role, str]) -> None:
    town = Town().assessed()
    if barred:
        town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
    line = town.given(dead("2026-03-02T20:30"), by=getattr(town, by), at="2026-03-02T21:00")
    (clock,) = (s for s in line.starts if s.code == "P31")
    assert (clock.answers.role, clock.answers.unit.code) == answers
    assert clock.due_at == instant("2026-03-04T00:00"), "one working day after the day on which it was told"
    lapse = town.system(RecordLapse(code="P31", ref="1"), at="2026-03-04T00:01").event
    assert lapse.answers.role is answers[0]


def test_the_city_confirms_what_neither_chair_nor_department_may() -> None:
    town = Town().assessed()
    town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
    town.given(dead("2026-03-02T20:30"), by=town.hoa, at="2026-03-02T21:00")
    town.given(certificate("2026-03-02T20:30"), by=town.khang, at="2026-03-02T22:00")
    assert set(town.running) == {"T04", "T03"} & set(town.running)


def test_where_no_city_stands_above_the_department_answers_all_the_same() -> None:
    town = Town().assessed()
    town.system(RecordLapse(code="T04"), at="2026-03-02T20:01")
    register = town.story.register
    register.units = {i: unit for i, unit in register.units.items() if i != town.city.id}
    line = town.given(dead("2026-03-02T20:30"), by=town.hoa, at="2026-03-02T21:00")
    (clock,) = (s for s in line.starts if s.code == "P31")
    assert clock.answers.unit == town.an_bien


def test_a_death_that_was_told_falsely_stays_in_the_history_and_every_clock_runs_on() -> None:
    town = Town().assessed()
    before = town.running
    town.given(dead("2026-03-02T11:00"), by=town.lan, at="2026-03-02T11:30")
    seen = RefuteDeath(met_at=instant("2026-03-02T12:00"), findings="Cháu ở nhà bà ngoại, khỏe mạnh.")
    for met, code in (("2026-03-02T11:00", "met_before_the_death"), ("2026-03-02T13:31", "happened_in_future")):
        town.when(replace(seen, met_at=instant(met)), by=town.son, at="2026-03-02T12:30").refused(code)
    line = town.given(seen, by=town.son, at="2026-03-02T12:30")
    assert town.running == before
    assert [(e.code, e.ref, e.how) for e in line.ends] == [("P31", "1", DutyOutcome.MET)]
    assert standings(town) == [DeathStanding.REFUTED]
    town.when(seen, by=town.son, at="2026-03-02T12:40").refused("death_not_reported")
    again = town.given(dead("2026-03-02T13:00"), by=town.lan, at="2026-03-02T13:30")
    assert again.event.number == 2
    assert standings(town) == [DeathStanding.REFUTED, DeathStanding.REPORTED]


def test_a_case_is_not_ended_beside_a_death_that_waits() -> None:
    town = Town().assessed(RiskLevel.LOW)
    older, second = town.case, town.told(at="2026-03-02T09:40")
    town.story.given(case_id(second), OpenCase(report=second, place=town.an_bien), by=town.lan, at="2026-03-02T09:50")
    town.case = case_id(second)
    town.given(risk(RiskLevel.LOW), by=town.lan, at="2026-03-02T10:00")
    town.given(dead("2026-03-02T10:10"), by=town.son, at="2026-03-02T10:30")
    nothing = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có dấu hiệu.", sources="Gia đình.")
    town.when(nothing, by=town.thang, at="2026-03-02T10:40").refused("death_unsettled")
    merge = MergeCases(into=older, same=Sameness.CHILD)
    town.when(merge, by=town.hoa, at="2026-03-02T10:40", reason="Hai hồ sơ về cùng một cháu.").refused(
        "death_unsettled"
    )
    close = CloseCase(
        decision_no="151/QĐ-UBND", ground=CloseGround.AGED_OUT, grounds="Đủ 16 tuổi.", handover="Trung tâm."
    )
    town.when(close, by=town.thang, at="2026-03-02T10:40").refused(
        "not_of_age", "urgent_measure_open", "death_unsettled"
    )
    seen = RefuteDeath(met_at=instant("2026-03-02T10:45"), findings="Đã gặp cháu.")
    town.given(seen, by=town.son, at="2026-03-02T10:50")
    town.given(merge, by=town.hoa, at="2026-03-02T11:00", reason="Hai hồ sơ về cùng một cháu.")


def test_a_wrong_confirmation_is_annulled_from_above_and_each_clock_has_its_own_start_again() -> None:
    town = Town().opened()
    before = dict(town.file.running)
    town.given(dead("2026-03-02T09:00"), by=town.lan, at="2026-03-02T09:30")
    town.given(certificate("2026-03-02T09:00"), by=town.son, at="2026-03-02T10:00")
    assert town.running == {}
    again = ReopenCase(new_fact="Cháu còn sống.", known_at=instant("2026-03-02T11:00"))
    town.when(again, by=town.hoa, at="2026-03-02T11:10", reason="Đã ghi nhầm hồ sơ của cháu.").refused(
        "phase_not_allowed"
    )
    for unable in (town.thang, town.hoa, town.son):
        town.when(alive("2026-03-02T11:00"), by=unable, at="2026-03-02T11:10").refused("role_not_allowed")
    town.when(alive("2026-03-02T09:00"), by=town.khang, at="2026-03-02T11:10").refused("met_before_the_death")
    line = town.given(alive("2026-03-02T11:00"), by=town.khang, at="2026-03-02T11:10")
    assert town.now.phase is Phase.OPEN
    assert town.file.running == before, "not from the annulment, and not from when somebody says that it was known"
    assert {(s.code, s.since) for s in line.starts} == {(code, clock.since) for (code, _), clock in before.items()}
    assert standings(town) == [DeathStanding.ANNULLED]
    (told,) = town.now.deaths
    assert (told.source_no, told.reported_by.role) == ("15/2026", Role.PROTECTION_WORKER)
    town.when(alive("2026-03-02T11:00"), by=town.khang, at="2026-03-02T11:20").refused(
        "phase_not_allowed", "death_not_confirmed"
    )


@pytest.mark.parametrize(("annulled", "late"), [("2026-03-02T19:59", False), ("2026-03-02T20:01", True)])
def test_what_ran_out_meanwhile_lapses_at_once_and_names_who_had_the_matter_then(annulled: str, late: bool) -> None:
    """Another Chair sits there by the time the false certificate comes out: the first one had the twelve hours."""
    town = Town().assessed()
    town.given(dead("2026-03-02T15:00"), by=town.lan, at="2026-03-02T15:30")
    town.given(certificate("2026-03-02T15:00"), by=town.son, at="2026-03-02T16:00")
    assert not town.file.lapses
    town.given(alive("2026-03-02T18:00"), by=town.minh, at=annulled)
    assert town.running["T04"] == instant(DUE)
    if late:
        lapse = town.system(RecordLapse(code="T04"), at=annulled).event
        assert (lapse.since, lapse.due_at, lapse.holder) == (instant("2026-03-02T08:00"), instant(DUE), town.thang.id)
    else:
        town.when(RecordLapse(code="T04"), by=None, at=annulled).refused("not_due_yet")


def test_a_child_that_lives_is_looked_at_anew_where_nothing_asks_for_it() -> None:
    """The measure that had met the twelve hours failed while the child was taken to be dead: nobody protects it."""
    town = Town().assessed()
    town.given(town.measure("2026-03-05T00:00"), by=town.thang, at="2026-03-02T10:00")
    town.given(dead("2026-03-02T11:00"), by=town.lan, at="2026-03-02T11:30")
    town.given(certificate("2026-03-02T11:00"), by=town.son, at="2026-03-02T12:00")
    failed = FailUrgentMeasure(ref="1", result="Cháu không được đưa tới.")
    town.given(failed, by=town.huy, at="2026-03-02T13:00")
    assert town.running == {}, "nothing is owed to a dead child"
    town.given(alive("2026-03-03T08:30"), by=town.minh, at="2026-03-03T09:00")
    assert town.running["T03:death-1"] == instant("2026-03-03T17:00")
    assert town.running["T04:death-1"] == instant("2026-03-03T21:00")


def test_a_case_that_had_ended_stays_ended_when_the_death_proves_wrong() -> None:
    town = Town().assessed(RiskLevel.NONE)
    nothing = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có dấu hiệu.", sources="Gia đình, trường.")
    town.given(nothing, by=town.thang, at="2026-03-02T10:00")
    town.given(dead("2026-03-02T11:00"), by=town.lan, at="2026-03-02T11:30")
    town.given(certificate("2026-03-02T11:00"), by=town.son, at="2026-03-02T12:00")
    town.given(alive("2026-03-02T13:00"), by=town.minh, at="2026-03-02T13:10")
    assert (town.now.phase, town.running) == (Phase.UNFOUNDED, {})


def test_what_was_overdue_when_the_child_was_taken_to_be_dead_stays_overdue() -> None:
    town = Town().opened()
    town.system(RecordLapse(code="T03"), at="2026-03-02T16:01")
    town.given(dead("2026-03-02T18:00"), by=town.son, at="2026-03-02T18:30")
    line = town.given(certificate("2026-03-02T18:00"), by=town.hoa, at="2026-03-02T19:00")
    assert line.event.lapsed == ("T03",)
    assert set(town.running) == {"T03"}
    back = town.given(alive("2026-03-02T19:30"), by=town.khang, at="2026-03-02T19:40")
    assert ("T03", "") not in {(s.code, s.ref) for s in back.starts}, "it was never ended"
    assert {"T03", "T03:death-1", "T04"} <= set(town.running), "and beside it the child is looked at anew"


def test_who_confirmed_it_does_not_annul_it() -> None:
    town = Town().opened()
    town.given(dead("2026-03-02T09:00"), by=town.lan, at="2026-03-02T09:30")
    town.given(certificate("2026-03-02T09:00"), by=town.khang, at="2026-03-02T10:00")
    town.when(alive("2026-03-02T11:00"), by=town.khang, at="2026-03-02T11:10").refused("same_person")
    town.given(alive("2026-03-02T11:00"), by=town.minh, at="2026-03-02T11:10")


AFTER_A_DEATH = {
    "join_report", "correct_case", "confirm_correction", "refuse_correction",
    "request_information", "provide_information", "refuse_information",
    "complete_urgent_measure", "fail_urgent_measure", "expire_urgent_measure", "expire_separation",
    "record_court_decision",
    "expire_no_contact", "absorb_case", "release_case", "report_death", "confirm_death", "refute_death", "annul_death",
    "issue_direction", "answer_direction", "look_at_answer", "look_at_decision", "look_into_lapses",
    "disclose_to_third_party", "refuse_disclosure",
    "note_same_child", "link_children", "unlink_children", "note_news_of_child",
}  # fmt: skip
"""What is asked, directed, put right, disclosed or told; nothing that helps or keeps a child, or ends the file."""


def test_which_acts_a_confirmed_death_leaves_open() -> None:
    open_to = {a.name for a in CASE_ACTS if not a.opens and (a.phases is None or Phase.DECEASED in a.phases)}
    assert open_to == AFTER_A_DEATH


def test_the_inspectors_go_on_asking_and_those_above_directing_after_a_death() -> None:
    town = Town().opened()
    ordered = IssueDirection(content="Báo cáo việc trẻ tử vong.", due_at=instant("2026-03-09T17:00"))
    asked = RequestInformation(from_body=town.clinic, question="Tình trạng cháu khi nhập viện?")
    town.given(asked, by=town.tue, at="2026-03-02T08:40")
    town.given(ordered, by=town.hoa, at="2026-03-02T08:50")
    town.given(dead("2026-03-02T09:00"), by=town.lan, at="2026-03-02T09:30")
    town.given(certificate("2026-03-02T09:00"), by=town.son, at="2026-03-02T10:00")
    assert set(town.running) == {"P04:1", "P20:1"}, "who was asked and directed still answers"

    town.given(asked, by=town.tue, at="2026-03-02T10:10")
    town.given(ordered, by=town.hoa, at="2026-03-02T10:10")
    town.given(ProvideInformation(ref="2", answer="Có nhiều vết bầm cũ."), by=town.huy, at="2026-03-02T11:00")
    town.given(AnswerDirection(ref="2", done="Đã báo cáo Sở."), by=town.thang, at="2026-03-03T09:00")
    both = (HarmKind.VIOLENCE_PHYSICAL, HarmKind.SEXUAL_ABUSE)
    right = CorrectCase(corrects=1, statement="Có cả xâm hại tình dục.", harm_kinds=both)
    town.given(right, by=town.lan, at="2026-03-03T10:00", reason="Kết luận giám định.")
    told = DiscloseToThirdParty(
        recipient="Cơ quan điều tra", purpose="Khởi tố", kinds=(PersonalKind.CHILD,), law=Statute.CHILDREN, article="33"
    )
    town.given(told, by=town.thang, at="2026-03-03T11:00")
    town.given(
        RefuseDisclosure(asked_by="Một tờ báo"),
        by=town.thang,
        at="2026-03-03T11:10",
        reason="Bí mật đời sống riêng tư của trẻ em.",
    )
    assert town.now.phase is Phase.DECEASED
    assert set(town.running) == {"P04:1", "P20:1", "P35:2"}, "the answer waits to be looked at"


def test_no_data_are_erased_while_a_death_is_only_told() -> None:
    """The case had ended, and its time is over: the report of a death keeps the data until somebody settles it."""
    family = Family()
    family.open_case()
    family.end_case()
    family.story.given(family.case, dead("2026-03-04T20:00"), by=family.lan, at="2026-03-05T08:00")
    family.order(family.minh, at="2046-03-06T09:00").refused("erasure_duties_open")
    lives = RefuteDeath(met_at=instant("2026-03-05T09:00"), findings="Cháu ở nhà bà nội.")
    family.story.given(family.case, lives, by=family.lan, at="2026-03-05T09:30")
    family.order(family.minh, at="2046-03-06T09:00").recorded()


def test_a_death_of_before_still_counts_as_it_did() -> None:
    """Recorded by one body alone it ended the case, and reopening undid it; both are seen in the history now."""
    town = Town().opened()
    before = dict(town.file.running)
    lines = [line for line in town.story.lines if line.file_id == town.case]
    town.given(dead("2026-03-02T09:00"), by=town.hoa, at="2026-03-02T09:30")
    town.given(certificate("2026-03-02T09:00"), by=town.son, at="2026-03-02T10:00")
    *_, told, confirmed = (line for line in town.story.lines if line.file_id == town.case)
    event = ChildDeathRecorded(
        died_at=told.event.died_at,
        known_at=told.event.known_at,
        cause=told.event.cause,
        place=told.event.place,
        phase_before=Phase.OPEN,
        lapsed=(),
    )
    p13 = tuple(s for s in told.starts if s.code == "P13")
    ended = tuple(e for e in (*told.ends, *confirmed.ends) if e.code != "P31")
    (was,) = CONFIRM_DEATH.earlier
    old = replace(told, stored_as=was.stored_as, event=event, starts=p13, ends=ended)
    file = fold(town.case, KINDS[Kind.CASE], BY_STORED_NAME, [*lines, old])
    assert (file.state.phase, file.state.death_settled.standing) == (Phase.DECEASED, DeathStanding.RECORDED)
    assert file.running == {}

    again = CaseReopened(
        number=1, new_fact=narrative(town.case, "Cháu còn sống."), known_at=instant("2026-03-02T11:00")
    )
    back = replace(old, version=old.version + 1, stored_as=REOPEN_CASE.stored_as, event=again, starts=(), ends=())
    reopened = fold(town.case, KINDS[Kind.CASE], BY_STORED_NAME, [*lines, old, back])
    assert reopened.state.phase is Phase.OPEN
    assert [d.standing for d in reopened.state.deaths] == [DeathStanding.ANNULLED]

    town.story.files[town.case] = file
    town.given(alive("2026-03-02T11:00"), by=town.khang, at="2026-03-02T11:10")
    assert town.file.running == before, "the line of before says what it ended, so it comes back too"
