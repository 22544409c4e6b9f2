"""A direction from above is not answered by a word: who gave it looks whether it was carried out."""

from dataclasses import replace

import pytest

from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.oversight.answer_direction import AnswerDirection
from domain.case.oversight.issue_direction import IssueDirection
from domain.case.oversight.look_at_answer import CarriedOut, LookAtAnswer
from domain.case.state.case import RiskLevel
from domain.office.appoint_holder import AppointHolder
from domain.office.end_tenure import EndTenure
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role, office_id
from tests.cases.casefile import Person, instant
from tests.cases.protection_ground import Town

ORDER = IssueDirection(content="Gặp cháu và báo cáo.", due_at=instant("2026-03-04T17:00"))
DONE = AnswerDirection(ref="1", done="Đã thực hiện.")
NOT_DONE = LookAtAnswer(ref="1", came_to=CarriedOut.NOT_CARRIED_OUT, grounds="Hồ sơ không có lần gặp cháu nào.")
IS_DONE = replace(NOT_DONE, came_to=CarriedOut.CARRIED_OUT, grounds="Lần gặp cháu ngày 02/3 có trên hồ sơ.")


def answered(at: str = "2026-03-02T10:01") -> Town:
    """Hòa of the Department of Health directs at ten; a minute later Thắng has carried it out, he says."""
    town = Town().opened()
    town.given(ORDER, by=town.hoa, at="2026-03-02T10:00")
    town.given(DONE, by=town.thang, at=at)
    return town


def test_who_directed_has_three_working_days_to_look_at_the_answer() -> None:
    town = answered()
    assert "P20:1" not in town.running
    assert town.running["P35:1"] == instant("2026-03-06T00:00")
    assert town.file.running["P35", "1"].answers.unit == town.health
    town.when(IS_DONE, by=town.thang, at="2026-03-02T10:02").refused("role_not_allowed")
    town.when(IS_DONE, by=town.khang, at="2026-03-02T10:02").refused("direction_of_another")
    town.when(replace(IS_DONE, ref="2"), by=town.hoa, at="2026-03-02T10:02").refused("no_answer_to_look_at")
    town.given(IS_DONE, by=town.hoa, at="2026-03-05T23:59")
    assert not {"P20:1", "P35:1"} & town.running.keys()
    town.when(IS_DONE, by=town.hoa, at="2026-03-06T08:00").refused("no_answer_to_look_at")


def test_what_was_not_carried_out_was_never_answered_and_the_same_time_runs_on() -> None:
    town = answered()
    town.given(NOT_DONE, by=town.hoa, at="2026-03-02T15:00")
    assert town.running["P20:1"] == instant("2026-03-04T17:00")
    assert town.file.running["P20", "1"].since == instant("2026-03-02T10:00")
    lapse = town.system(RecordLapse(code="P20", ref="1"), at="2026-03-04T17:00").event
    assert (lapse.answers.unit, lapse.holder) == (town.an_bien, town.thang.id)


@pytest.mark.parametrize(("comes", "answers"), [("2026-03-04T17:00", 0), ("2026-03-04T16:59:59.999999", 1)])
def test_found_out_after_its_time_it_is_the_lapse_of_who_was_chair_at_the_last_moment(comes: str, answers: int) -> None:
    town = answered()
    new, office = Person("Ngô Việt Cường"), office_id(town.an_bien.id, Role.COMMUNE_CHAIR)
    desk = town.holds(town.city, Role.HOME_AFFAIRS_OFFICER, "Lê Thị Ngọc")
    goes = EndTenure(person=town.thang.id, until=instant(comes), decision_no="31/QĐ-UBND")
    town.story.given(office, goes, by=desk, at="2026-03-03T08:00")
    takes_over = AppointHolder(person=new.id, name=new.name, since=instant(comes), decision_no="32/QĐ-UBND")
    town.story.given(office, takes_over, by=desk, at="2026-03-03T08:00")
    town.given(NOT_DONE, by=town.hoa, at="2026-03-05T09:00")
    lapse = town.system(RecordLapse(code="P20", ref="1"), at="2026-03-05T09:01").event
    assert lapse.holder == (town.thang, new)[answers].id


def test_a_direction_answered_late_lapses_once_however_often_it_is_found_undone() -> None:
    town = Town().opened()
    town.given(ORDER, by=town.hoa, at="2026-03-02T10:00")
    town.system(RecordLapse(code="P20", ref="1"), at="2026-03-04T17:00")
    for day in (5, 6):
        town.given(DONE, by=town.thang, at=f"2026-03-0{day}T08:00", reason="Muộn.")
        town.given(NOT_DONE, by=town.hoa, at=f"2026-03-0{day}T09:00")
        assert "P20:1" not in town.running
    assert [each.code for each in town.file.lapses if each.code == "P20"] == ["P20"]
    assert not town.now.directions[0].answered


def test_nothing_closes_over_an_answer_while_who_directed_has_time_to_look_and_nobody_waits_for_ever() -> None:
    town = Town().assessed(RiskLevel.NONE)
    town.given(ORDER, by=town.hoa, at="2026-03-02T10:00")
    town.given(DONE, by=town.thang, at="2026-03-02T10:01")
    untrue = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có gì.", sources="Gặp gia đình.")
    told = town.when(untrue, by=town.thang, at="2026-03-02T10:02").last
    assert "direction_open" in told.refusals
    town.system(RecordLapse(code="P35", ref="1"), at="2026-03-06T00:00")
    assert "direction_open" not in town.when(untrue, by=town.thang, at="2026-03-06T00:01").last.refusals
    assert "P35:1" in town.running, "but it is owed all the same"
