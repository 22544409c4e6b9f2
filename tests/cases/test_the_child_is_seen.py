"""A child that was not met was not visited and not assessed: no duty ends by it, and it is searched for."""

from dataclasses import replace
from typing import Any

import pytest

from domain.case.assessment.assess_initial_risk import AssessInitialRisk
from domain.case.assessment.confirm_risk import ConfirmRisk
from domain.case.assessment.find_unfounded import FindUnfounded
from domain.case.movement.accept_transfer import AcceptTransfer
from domain.case.movement.close_case import CloseCase
from domain.case.movement.closure import CloseGround
from domain.case.movement.reopen_case import ReopenCase
from domain.case.movement.transfer_lead import TransferLead
from domain.case.oversight.look_at_decision import Look, LookAtDecision
from domain.case.plan.draft_plan import DraftPlan
from domain.case.plan.fields import WhyLeft
from domain.case.plan.leaving import ItemToLeave
from domain.case.plan.record_visit import RecordVisit
from domain.case.plan.reviews import Unfinished
from domain.case.seeing.end_tracing import EndTracing
from domain.case.seeing.record_attempted_visit import RecordAttemptedVisit
from domain.case.seeing.sightings import SightingTold
from domain.case.seeing.start_tracing import StartTracing
from domain.case.state.case import Phase, RiskLevel
from domain.case.state.plan import ItemStatus, Safety
from domain.case.state.sighting import ChildView, Occasion, TraceEnd, Visitor, WhyNotHeard, WhyNotMet
from domain.record.line import DutyOutcome
from domain.record.record_lapse import RecordLapse
from domain.record.vocabulary import Role
from domain.report.follow_ups import LinkReport
from tests.cases.casefile import instant
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, STABLE, PlanStory
from tests.cases.protection_ground import Town, risk
from tests.cases.sightings import MET, UNMET, heard, silent

CLOSE = CloseCase(decision_no="151/QĐ-UBND", ground=CloseGround.SAFE_AND_STABLE, grounds="Đủ điều kiện theo Điều 30.")
UNTRUE = FindUnfounded(decision_no="33/QĐ-UBND", findings="Không có căn cứ.", sources="Hàng xóm.")
VISIT = RecordVisit(safety=Safety.SAFE, seen="Cháu ở nhà bà, vui vẻ.", sighting=MET)


def in_vain(why: WhyNotMet = WhyNotMet.NOBODY_HOME, *went: Visitor) -> RecordAttemptedVisit:
    return RecordAttemptedVisit(why=why, announced=False, seen="Cửa khóa, không ai trả lời.", went=went)


NOBODY = in_vain(WhyNotMet.NOBODY_HOME, Visitor.WORKER)


def searched(at: str = "2026-03-11T10:00") -> PlanStory:
    """A child that was met once, and twice not."""
    tale = PlanStory().approved()
    tale.lan_does(NOBODY, "2026-03-11T09:00")
    tale.lan_does(NOBODY, at)
    return tale


# -- an empty house --------------------


def test_an_empty_house_is_no_assessment_no_visit_and_no_review() -> None:
    town = Town().opened()
    for level in (RiskLevel.NONE, RiskLevel.LOW, RiskLevel.MEDIUM):
        town.when(risk(level, UNMET), by=town.lan, at="2026-03-02T09:30").refused("child_not_met").refused_at(
            ("sighting", "view")
        )
    assert town.running["T03"] == instant("2026-03-02T16:00")
    tale = PlanStory().assessed()
    tale.when(replace(DETAILED, sighting=UNMET), tale.lan, "2026-03-03T15:00").refused("child_not_met")
    tale.when(replace(VISIT, sighting=UNMET), tale.lan, "2026-03-04T10:00").refused("child_not_met")
    tale.lan_does(NOBODY, "2026-03-04T10:10")
    assert tale.due("P05") == "2026-03-06T00:00"
    assert tale.due("T09M:1") == "2026-03-10T00:00"
    tale = PlanStory().served()
    tale.when(replace(STABLE, sighting=UNMET), tale.lan, "2026-04-10T10:00").refused("child_not_met")
    assert tale.due("T10:1") == "2026-04-17T00:00"


@pytest.mark.parametrize(
    "found", [{"level": RiskLevel.HIGH}, {"serious_danger": True}, {"parent_is_harmer": True}], ids=str
)
def test_danger_may_be_told_before_the_child_is_met_but_the_child_is_still_to_be_met(found: dict[str, Any]) -> None:
    """Urgent measures do not wait for the worker to get there; the eight hours to see the child run on."""
    town = Town().opened()
    told: dict[str, Any] = {"level": RiskLevel.LOW} | found
    town.when(risk(**told, sighting=UNMET, carers_safe=True), by=town.lan, at="2026-03-02T08:40")
    assert "child_not_met" in town.story.last.refusals, "whether the carers are safe cannot be told"
    town.given(risk(**told, sighting=UNMET), by=town.lan, at="2026-03-02T08:45")
    assert town.now.phase is Phase.ASSESSED
    assert {"T03", "T04", "P05"} <= set(town.running)
    assert any(code.startswith("T09") for code in town.running)
    less = risk(RiskLevel.NONE, UNMET)
    town.when(less, by=town.lan, at="2026-03-02T09:00").refused("finding_stands", "child_not_met")
    town.given(risk(**told, sighting=MET), by=town.lan, at="2026-03-02T10:00")
    assert "T03" not in town.running
    assert "T04" in town.running


def test_danger_once_found_is_not_lowered_by_anybody_who_did_not_meet_the_child() -> None:
    town = Town().assessed(RiskLevel.HIGH, parent_is_harmer=True)
    other = town.story.office(town.an_bien, Role.PROTECTION_WORKER, "Tạ Bích Hường", since="2025-07-01T00:00", seat=2)
    half = risk(RiskLevel.LOW, UNMET, parent_is_harmer=True)
    town.when(half, by=other, at="2026-03-02T10:00").refused("finding_stands")
    town.when(replace(half, sighting=MET), by=town.lan, at="2026-03-02T10:10").refused("finding_stands")
    town.given(replace(half, sighting=MET), by=other, at="2026-03-02T10:20")


def test_the_worker_who_found_a_high_level_lowers_it_only_with_the_child_heard_though_the_harmer_stays() -> None:
    town = Town().assessed(RiskLevel.HIGH, parent_is_harmer=True)
    lower = risk(RiskLevel.MEDIUM, parent_is_harmer=True)
    town.when(lower, by=town.lan, at="2026-03-02T10:00").refused("finding_stands")
    town.given(replace(lower, sighting=heard()), by=town.lan, at="2026-03-02T10:10")


# -- what is told of the child --------------------


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (SightingTold(view=ChildView.HEARD), {"child_words_missing"}),
        (SightingTold(view=ChildView.HEARD, child_said="Ổn."), {"child_words_missing"}),
        (SightingTold(view=ChildView.HEARD, child_said="… — Ổn lắm !"), {"child_words_missing"}),
        (SightingTold(view=ChildView.NOT_HEARD), {"sighting_unclear"}),
        (replace(silent(), child_said="Không gặp được cháu."), {"sighting_unclear"}),
        (replace(heard(), why_not_heard=WhyNotHeard.REFUSED), {"sighting_unclear"}),
        (replace(UNMET, child_said="Không gặp được cháu."), {"sighting_unclear", "child_not_met"}),
        (replace(UNMET, alone=True), {"sighting_unclear", "child_not_met"}),
        (replace(UNMET, why_not_heard=WhyNotHeard.TOO_YOUNG), {"sighting_unclear", "not_too_young", "child_not_met"}),
        (silent(WhyNotHeard.TOO_YOUNG), {"not_too_young"}),
    ],
)
def test_what_is_told_of_the_child_is_a_finding(told: SightingTold, codes: set[str]) -> None:
    tale = PlanStory().approved()
    tale.when(replace(VISIT, sighting=told), tale.lan, "2026-03-12T10:00")
    assert set(tale.story.last.refusals) == codes
    assert {path[0] for path in tale.story.last.paths} == {"sighting"}


def test_a_small_child_may_be_too_young_and_so_may_one_of_unknown_age() -> None:
    for born in (2021, None):
        tale = PlanStory(child_birth_year=born).approved()
        tale.lan_does(replace(VISIT, sighting=silent(WhyNotHeard.TOO_YOUNG)), "2026-03-12T10:00")


def test_the_file_shows_each_time_the_child_was_met_and_how() -> None:
    tale = PlanStory().approved()
    tale.lan_does(replace(VISIT, sighting=heard("Cháu thấy yên tâm hơn.")), "2026-03-12T10:00")
    seen = tale.now.contact.sightings
    assert [each.occasion for each in seen] == [
        Occasion.INITIAL_ASSESSMENT,
        Occasion.DETAILED_ASSESSMENT,
        Occasion.FOLLOW_UP,
    ]
    assert (seen[-1].view, seen[-1].alone, seen[-1].at) == (ChildView.HEARD, True, instant("2026-03-12T10:00"))
    assert tale.now.child_heard_at == seen[-1].at


# -- visits in vain, and the search --------------------


def test_the_second_visit_in_a_row_that_meets_nobody_starts_a_search_and_ends_no_duty() -> None:
    tale = PlanStory().approved()
    before = dict(tale.file.running)
    tale.lan_does(NOBODY, "2026-03-11T09:00")
    assert tale.file.running == before
    tale.lan_does(in_vain(WhyNotMet.CANCELLED_BY_OFFICE), "2026-03-11T14:00")
    assert tale.file.running == before, "what the office itself cancelled tells nothing of the child"
    tale.lan_does(in_vain(WhyNotMet.CANCELLED_BY_FAMILY), "2026-03-12T09:00")
    assert tale.due("P26:1") == "2026-03-16T00:00"
    assert tale.answers("P26", "1") == (Role.COMMUNE_CHAIR, tale.an_bien.id)
    assert {key: tale.file.running[key] for key in before} == before
    lapse = tale.story.system(tale.case, RecordLapse(code="P26", ref="1"), at="2026-03-16T00:00")
    assert lapse.event.holder_name == "Vũ Đức Thắng"
    tale.lan_does(NOBODY, "2026-03-17T09:00")
    assert ("P26", "1") in tale.file.lapsed, "another visit in vain buys no time"


def test_who_meets_the_child_between_begins_to_count_anew_and_ends_the_search() -> None:
    tale = PlanStory().approved()
    tale.lan_does(NOBODY, "2026-03-11T09:00")
    tale.lan_does(VISIT, "2026-03-11T16:00")
    tale.lan_does(NOBODY, "2026-03-12T09:00")
    assert tale.due("P26:1") is None
    tale.lan_does(NOBODY, "2026-03-12T16:00")
    assert tale.due("P26:1") is not None
    met = tale.lan_does(VISIT, "2026-03-13T09:00")
    assert ("P26", DutyOutcome.MET) in {(end.code, end.how) for end in met.ends}
    assert tale.now.contact.search is None
    assert tale.now.contact.missed == ()


def test_a_visit_of_before_the_search_that_is_written_down_later_does_not_end_it() -> None:
    tale = searched("2026-03-11T10:00")
    tale.lan_does(VISIT, "2026-03-11T12:00", occurred_at="2026-03-10T17:00")
    assert tale.due("P26:1") is not None
    assert len(tale.now.contact.missed) == 2


def test_visits_in_vain_of_before_the_child_was_met_that_are_told_later_start_no_search() -> None:
    tale = PlanStory().approved()
    tale.lan_does(VISIT, "2026-03-12T08:00")
    for happened in ("2026-03-11T15:00", "2026-03-11T17:00"):
        moved = in_vain(WhyNotMet.MOVED, Visitor.WORKER)
        tale.lan_does(moved, "2026-03-12T09:00", occurred_at=happened)
    assert (tale.now.contact.attempts, tale.now.contact.search) == (2, None)


def test_each_act_for_which_the_child_is_met_ends_the_search() -> None:
    tale = PlanStory().assessed()
    for at, act in (
        ("2026-03-02T15:00", AssessInitialRisk(level=RiskLevel.MEDIUM, findings="Như trước.", sighting=MET)),
        ("2026-03-03T15:00", DETAILED),
    ):
        tale.lan_does(StartTracing(last_known="Không rõ."), at.replace(":00", ":01"))
        tale.lan_does(act, at.replace(":00", ":30"))
        assert tale.now.contact.search is None
        assert not [clock for clock in tale.story.running(tale.case) if clock.startswith("P26")]


def test_a_family_that_is_said_to_have_moved_is_searched_for_at_once_by_whoever_takes_the_lead() -> None:
    tale = PlanStory().approved()
    tale.lan_does(in_vain(WhyNotMet.MOVED, Visitor.WORKER, Visitor.COMMUNE_POLICE), "2026-03-11T09:00")
    assert tale.answers("P26", "1") == (Role.COMMUNE_CHAIR, tale.an_bien.id)
    tale.thang_does(TransferLead(decision_no="33/QĐ", to_unit=tale.kien_an), "2026-03-11T10:00")
    assert tale.answers("P26", "1") == (Role.COMMUNE_CHAIR, tale.an_bien.id)
    tale.given(AcceptTransfer(), tale.nga, "2026-03-11T15:00")
    lapse = tale.story.system(tale.case, RecordLapse(code="P26", ref="1"), at="2026-03-15T00:00")
    assert lapse.event.answers.unit.id == tale.kien_an.id, "who accepted has the child to find"


def test_who_went_is_told_and_nobody_goes_to_what_was_cancelled() -> None:
    tale = PlanStory().approved()
    for wrong in (in_vain(), in_vain(WhyNotMet.CANCELLED_BY_FAMILY, Visitor.WORKER)):
        tale.when(wrong, tale.lan, "2026-03-11T09:00").refused("who_went_unclear").refused_at(("went",))


def test_a_search_is_started_once_and_ended_by_the_police_alone() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    here = EndTracing(outcome=TraceEnd.FOUND, findings="Cháu ở nhà cô ruột.", found_in=town.kien_an)
    town.when(here, by=town.son, at="2026-03-03T08:00").refused("not_searched_for")
    town.given(StartTracing(last_known="Mẹ cháu nói về quê."), by=town.lan, at="2026-03-03T09:00")
    again = StartTracing(last_known="Không rõ.")
    town.when(again, by=town.thang, at="2026-03-03T09:10").refused("tracing_goes_on")
    for somebody in (town.lan, town.thang, town.hoa):
        town.when(here, by=somebody, at="2026-03-03T10:00").refused("role_not_allowed")
    town.when(replace(here, found_in=None), by=town.son, at="2026-03-03T10:00").refused("place_unclear")
    line = town.given(here, by=town.son, at="2026-03-03T11:00")
    assert line.ends == (), "who is said to be somewhere was not met"
    assert "P26:1" in town.running
    search = town.now.contact.searches[0]
    assert (search.outcome, search.found_in) == (TraceEnd.FOUND, town.kien_an)
    assert "T09M:1" in town.running, "to know where a child is is not to have met it"
    taken = EndTracing(outcome=TraceEnd.HANDED_OVER, findings="Công an tỉnh khác tiếp nhận.")
    town.given(again, by=town.son, at="2026-03-04T09:00")
    town.when(taken, by=town.son, at="2026-03-04T10:00", attachments=PAPER).refused("same_person")


def test_what_is_taken_over_elsewhere_is_shown_by_paper() -> None:
    town = Town().assessed(RiskLevel.MEDIUM)
    town.given(StartTracing(last_known="Không rõ."), by=town.thang, at="2026-03-03T09:00")
    taken = EndTracing(outcome=TraceEnd.HANDED_OVER, findings="Công an tỉnh khác tiếp nhận.")
    town.when(taken, by=town.son, at="2026-03-04T10:00").refused("proof_required")
    none = replace(taken, outcome=TraceEnd.NO_SUCH_CHILD)
    town.when(none, by=town.son, at="2026-03-04T10:00", attachments=PAPER).refused("child_was_met_before")
    town.given(taken, by=town.son, at="2026-03-04T10:00", attachments=PAPER)


# -- there is no such child --------------------


def no_such_child(*, first: AssessInitialRisk | None = None, outcome: TraceEnd = TraceEnd.NO_SUCH_CHILD) -> Town:
    town = Town().opened()
    if first is not None:
        town.given(first, by=town.lan, at="2026-03-02T08:40")
    town.given(in_vain(WhyNotMet.ADDRESS_WRONG, Visitor.WORKER), by=town.lan, at="2026-03-02T09:30")
    town.given(StartTracing(last_known="Số nhà không có."), by=town.lan, at="2026-03-02T09:40")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T10:00")
    assert "child_never_seen" in town.story.last.refusals
    end = EndTracing(outcome=outcome, findings="Không có hộ nào như tin báo.")
    town.given(end, by=town.son, at="2026-03-02T11:00", attachments=PAPER)
    return town


@pytest.mark.parametrize("outcome", [TraceEnd.NO_SUCH_CHILD, TraceEnd.NOT_A_CHILD])
@pytest.mark.parametrize("first", [None, risk(RiskLevel.HIGH, UNMET)], ids=["unassessed", "danger on paper"])
def test_where_the_police_find_no_child_the_case_is_unfounded_though_nobody_was_met(
    first: AssessInitialRisk | None, outcome: TraceEnd
) -> None:
    town = no_such_child(first=first, outcome=outcome)
    if first is not None:
        town.when(UNTRUE, by=town.thang, at="2026-03-02T11:01").refused("waits_for_department")
        stands = LookAtDecision(look=Look.STANDS, grounds="Công an đã xác minh.")
        town.given(stands, by=town.hoa, at="2026-03-02T11:30")
    line = town.given(UNTRUE, by=town.thang, at="2026-03-02T12:00")
    assert line.event.no_child is outcome
    assert town.now.phase is Phase.UNFOUNDED


def test_where_the_department_does_not_believe_it_the_child_is_searched_for_again() -> None:
    town = no_such_child(first=risk(RiskLevel.HIGH, UNMET))
    doubts = LookAtDecision(look=Look.OVERTURNED, grounds="Hàng xóm nghe trẻ em khóc.")
    town.given(doubts, by=town.hoa, at="2026-03-02T11:30")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T12:00")
    assert "child_never_seen" in town.story.last.refusals


def test_a_further_report_asks_for_the_child_again() -> None:
    town = no_such_child()
    news = town.told(at="2026-03-02T11:30")
    town.story.given(news, LinkReport(case=town.case), by=town.lan, at="2026-03-02T11:40")
    town.when(UNTRUE, by=town.thang, at="2026-03-02T12:00").refused("risk_not_assessed", "child_never_seen")


@pytest.mark.parametrize("outcome", [TraceEnd.FOUND, TraceEnd.HANDED_OVER])
def test_a_child_that_is_elsewhere_is_a_child(outcome: TraceEnd) -> None:
    town = Town().opened()
    town.given(StartTracing(last_known="Số nhà không có."), by=town.lan, at="2026-03-02T09:40")
    found = town.kien_an if outcome is TraceEnd.FOUND else None
    end = EndTracing(outcome=outcome, findings="Cháu ở nơi khác.", found_in=found)
    town.given(end, by=town.son, at="2026-03-02T11:00", attachments=PAPER)
    town.when(UNTRUE, by=town.thang, at="2026-03-02T12:00").refused("risk_not_assessed", "child_never_seen")


# -- visits and steps from the assessment on --------------------


@pytest.mark.parametrize(
    ("found", "clock", "due"),
    [
        ({"level": RiskLevel.HIGH}, "T09H:1", "2026-03-06T00:00"),
        ({"level": RiskLevel.LOW, "serious_danger": True}, "T09H:1", "2026-03-06T00:00"),
        ({"level": RiskLevel.MEDIUM}, "T09M:1", "2026-03-10T00:00"),
        ({"level": RiskLevel.NONE}, "T09L:1", "2026-04-02T00:00"),
    ],
    ids=str,
)
def test_visits_run_from_the_assessment_on(found: dict[str, Any], clock: str, due: str) -> None:
    town = Town().opened()
    town.given(risk(**found), by=town.lan, at="2026-03-02T09:30")
    assert {code: at for code, at in town.running.items() if code.startswith("T09")} == {clock: instant(due)}


def test_a_visit_that_finds_danger_is_followed_by_the_next_within_three_days() -> None:
    tale = PlanStory().approved()
    tale.lan_does(replace(VISIT, safety=Safety.DANGER), "2026-03-12T10:00")
    assert tale.due("T09H:2") == "2026-03-16T00:00"


def test_a_reopened_case_is_asked_for_its_meeting_again_and_holding_none_lapses() -> None:
    tale = PlanStory().reviewed()
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    news = ReopenCase(new_fact="Cô giáo thấy vết bầm mới.", known_at=instant("2026-06-01T08:00"))
    tale.thang_does(news, "2026-06-01T08:30", reason="Có tình tiết mới.")
    tale.lan_does(AssessInitialRisk(level=RiskLevel.MEDIUM, findings="Vết bầm.", sighting=MET), "2026-06-01T10:00")
    early: DraftPlan = tale.plan()
    late = replace(early, items=(tale.item(tale.centre, "2026-06-30"),))
    tale.when(late, tale.lan, "2026-06-01T11:00").refused("needs_not_set")
    tale.lan_does(DETAILED, "2026-06-02T10:00")
    assert tale.due("P24:2") == "2026-06-06T00:00"


def test_a_case_that_lines_of_before_reopened_in_the_midst_of_its_plan_owes_meeting_and_plan_again() -> None:
    """As the case of a child once taken to be dead was: it began anew, with its old plan on file."""
    tale = PlanStory().approved()
    tale.file.state = replace(tale.now, phase=Phase.OPEN)
    tale.lan_does(AssessInitialRisk(level=RiskLevel.MEDIUM, findings="Như trước.", sighting=MET), "2026-03-12T11:00")
    tale.lan_does(DETAILED, "2026-03-12T12:00")
    assert tale.due("P24:1") == "2026-03-18T00:00"
    tale.thang_does(MEETING, "2026-03-13T09:00", attachments=PAPER)
    assert tale.due("T07:1") == "2026-03-21T00:00"


# -- closing --------------------


def leave(*items: str) -> tuple[Unfinished, ...]:
    return tuple(Unfinished(item=i, cause=WhyLeft.NOT_NEEDED, why="Gia đình nói không cần nữa.") for i in items)


def decided(*items: str) -> tuple[ItemToLeave, ...]:
    return tuple(ItemToLeave(item=i, cause=WhyLeft.NOT_NEEDED, why="Đã hỏi cháu và bà ngoại.") for i in items)


def test_a_plan_of_two_hours_closes_nothing() -> None:
    """Approved at two, reviewed at three with every item “not needed”, to be closed at four: a high level, no visit."""
    tale = PlanStory().submitted()
    high = AssessInitialRisk(level=RiskLevel.HIGH, findings="Cháu rất sợ.", sighting=MET)
    tale.lan_does(high, "2026-03-09T15:00")
    tale.thang_does(tale.approval(), "2026-03-10T14:00")
    nothing = replace(STABLE, unfinished=leave("1", "2"))
    tale.lan_does(nothing, "2026-03-10T15:00", reason="Gia đình ổn định.")
    tale.when(CLOSE, tale.thang, "2026-03-10T16:00").refused("danger_not_over", "item_undecided", "urgent_measure_open")
    assert tale.now.phase is Phase.UNDER_REVIEW


def test_what_a_review_proposes_to_leave_the_chair_decides_item_by_item() -> None:
    tale = PlanStory().approved().calmed("2026-04-09T13:00", "2026-04-09T14:00")
    tale.lan_does(replace(STABLE, unfinished=leave("1", "2")), "2026-04-10T15:00")
    assert {item.status for item in tale.now.plan.items} == {ItemStatus.EXPLAINED}
    wrong = replace(CLOSE, leaves=decided("1", "1", "9"))
    tale.when(wrong, tale.thang, "2026-04-10T16:00").refused(
        "item_undecided", "item_not_proposed", "item_not_proposed"
    ).refused_at(("leaves",), ("leaves", "2", "item"), ("leaves", "1", "item"))
    bare = replace(CLOSE, leaves=(replace(decided("1")[0], why=" "), *decided("2")))
    tale.when(bare, tale.thang, "2026-04-10T16:05").refused("field_required")
    line = tale.thang_does(replace(CLOSE, leaves=decided("1", "2")), "2026-04-10T16:10")
    assert [left.item for left in line.event.leaves] == ["1", "2"]
    assert {item.status for item in tale.now.plan.items} == {ItemStatus.DROPPED}


def test_that_a_family_moved_is_no_cause_to_leave_an_item() -> None:
    assert {str(cause) for cause in WhyLeft} == {"not_needed", "family_declines", "provider_unable", "done_otherwise"}


def test_a_family_that_moved_away_is_not_closed_over() -> None:
    """Low at a desk, “moved, could not meet the child”, all stable, all overdue: none of it is recorded."""
    tale = PlanStory().approved()
    tale.story.system(tale.case, RecordLapse(code="T09M", ref="1"), at="2026-03-10T00:01")
    low = AssessInitialRisk(level=RiskLevel.LOW, findings="Đã chuyển đi, không gặp được.", sighting=UNMET)
    tale.when(low, tale.lan, "2026-04-08T09:00").refused("child_not_met")
    could_not = replace(heard("Không gặp được cháu."), view=ChildView.NOT_MET, alone=False)
    tale.when(replace(STABLE, sighting=could_not), tale.lan, "2026-04-10T10:00").refused(
        "sighting_unclear", "child_not_met"
    )
    tale.lan_does(in_vain(WhyNotMet.MOVED, Visitor.WORKER), "2026-04-10T11:00")
    assert tale.due("P26:1") == "2026-04-14T00:00"
    tale.when(CLOSE, tale.thang, "2026-04-10T16:00").refused(
        "review_required",
        "danger_not_over",
        "child_not_seen",
        "visit_lapsed",
        "child_searched_for",
        "items_open",
        "child_view_missing",
        "answerable_for_lapse",
    )


def test_a_level_that_only_the_chair_lowered_or_nobody_settled_closes_nothing() -> None:
    tale = PlanStory().served()
    calm = AssessInitialRisk(level=RiskLevel.LOW, findings="Đã yên.", sighting=MET)
    tale.lan_does(calm, "2026-04-08T13:00")
    tale.lan_does(STABLE, "2026-04-08T15:00")
    tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("danger_not_over")
    tale.thang_does(ConfirmRisk(), "2026-04-09T09:10")
    tale.thang_does(CLOSE, "2026-04-09T09:20")


@pytest.mark.parametrize(
    ("why", "closes"),
    [(WhyNotHeard.REFUSED, True), (WhyNotHeard.UNABLE, True), (WhyNotHeard.KEPT_FROM_SPEAKING, False)],
)
def test_a_child_that_would_not_or_cannot_speak_was_asked_and_one_that_was_kept_from_it_was_not(
    why: WhyNotHeard, closes: bool
) -> None:
    tale = PlanStory().reviewed(replace(STABLE, sighting=silent(why)))
    if closes:
        tale.thang_does(CLOSE, "2026-04-09T09:00")
    else:
        tale.when(CLOSE, tale.thang, "2026-04-09T09:00").refused("child_view_missing")


def test_where_the_child_was_met_all_along_the_case_closes() -> None:
    """Negative control: such a case in which the child was met all along goes to its end as before."""
    tale = PlanStory().reviewed()
    assert tale.now.contact.met_since(tale.now.plan.approved_at)
    tale.thang_does(CLOSE, "2026-04-09T09:00")
    assert tale.now.phase is Phase.CLOSED
