"""Lines that were written in an earlier form of an act go on meaning what they meant, and papers that name it hold."""

from dataclasses import fields, replace
from typing import Any

import pytest

from domain.case.assessment.assess_detailed import ASSESS_DETAILED
from domain.case.assessment.assess_initial_risk import ASSESS_INITIAL_RISK, AssessInitialRisk
from domain.case.intake.correct_case import CORRECT_CASE, CorrectCase
from domain.case.movement.suspend_case import SUSPEND_CASE, SuspendCase
from domain.case.movement.transfer_lead import TRANSFER_LEAD, TransferLead
from domain.case.plan.record_visit import RECORD_VISIT, RecordVisit
from domain.case.plan.review_plan import REVIEW_PLAN
from domain.case.plan.submit_plan import SubmitPlan
from domain.case.protection.fail_urgent_measure import FAIL_URGENT_MEASURE, FailUrgentMeasure
from domain.case.protection.order_separation import ORDER_SEPARATION, OrderSeparation
from domain.case.protection.revoke_separation import RevokeSeparation
from domain.case.state.case import RiskLevel
from domain.case.state.plan import Safety, Stability
from domain.case.state.protection import MeasureOutcome
from domain.case.state.sighting import ChildView, Occasion
from domain.catalogue import BY_STORED_NAME, KINDS
from domain.office.delegate_power import DelegatePower
from domain.record.action import Action
from domain.record.fold import fold
from domain.record.line import Line
from domain.record.vocabulary import Kind, Role, office_id
from tests.cases.casefile import Story, instant
from tests.cases.plan_ground import DETAILED, MEETING, PAPER, STABLE, PlanStory
from tests.cases.protection_ground import Town
from tests.cases.sightings import MET, heard


def as_written_before(line: Line, act: Action[Any, Any, Any], form: int) -> Line:
    """The line in an earlier form, if it is one of this act."""
    if line.stored_as != act.stored_as:
        return line
    before = act.earlier[form]
    told = {f.name: getattr(line.event, f.name, None) for f in fields(before.event)}
    if "child_view" in told and hasattr(line.event, "sighting"):
        told["child_view"] = line.event.sighting.child_said
    return replace(line, stored_as=before.stored_as, event=before.event(**told))


def both_ways(story: Story, file_id: object, act: Action[Any, Any, Any], form: int = -1) -> tuple[Any, Any]:
    """The case folded from its lines as they are, and with those of the act in an earlier form, else their first."""
    lines = [line for line in story.lines if line.file_id == file_id]
    before = [as_written_before(line, act, form) for line in lines]
    assert before != lines
    now, then = (fold(lines[0].file_id, KINDS[Kind.CASE], BY_STORED_NAME, each) for each in (lines, before))
    return now, then


@pytest.mark.parametrize("form", range(len(ORDER_SEPARATION.earlier)))
def test_fifteen_days_that_ran_out_are_counted_on_from_old_lines_as_from_new_ones(form: int) -> None:
    """Separated until 12 March, ran out, ordered again at that instant without anything new: the same 15 days."""
    town = Town().separated(until="2026-03-12T00:00")
    expired = next(a for a in BY_STORED_NAME.values() if a.name == "expire_separation").command()
    town.system(expired, at="2026-03-12T00:00")
    again = town.separation("2026-03-16T00:00", decision_no="QĐ-12")
    town.given(again, by=town.thang, at="2026-03-12T00:00")
    now, then = both_ways(town.story, town.case, ORDER_SEPARATION, form)
    first, second = now.state.protection.separations
    assert second.counted_from == first.counted_from == instant("2026-03-02T11:00")
    assert [s.assessment for s in (first, second)] == [1, 1]
    without = tuple(replace(s, assessment=None) for s in now.state.protection.separations)
    assert then.state == replace(now.state, protection=replace(now.state.protection, separations=without))
    assert then.running == now.running
    assert then.last_step == now.last_step, "a step is the act, in whatever form it was written"


def test_a_measure_that_failed_before_it_was_counted_failed_all_the_same() -> None:
    town = Town().assessed()
    town.given(town.measure("2026-03-09T12:00"), by=town.thang, at="2026-03-02T12:00")
    failed = FailUrgentMeasure(ref="1", result="Không có người thực hiện.")
    town.given(failed, by=town.huy, at="2026-03-02T13:00")
    now, then = both_ways(town.story, town.case, FAIL_URGENT_MEASURE)
    [measure] = now.state.protection.measures
    assert (measure.outcome, measure.restart) == (MeasureOutcome.FAILED, 1)
    uncounted = (replace(measure, restart=0),)
    assert then.state == replace(now.state, protection=replace(now.state.protection, measures=uncounted))
    assert then.running == now.running


def test_a_child_that_is_stable_in_three_respects_is_not_stable_in_old_lines_either() -> None:
    for mind in Stability:
        tale = PlanStory().approved()
        beside = replace(heard(), alone=False)
        tale.lan_does(replace(STABLE, mind=mind, sighting=beside), "2026-05-02T09:00", reason="Kết thúc sớm.")
        now, then = both_ways(tale.story, tale.case, REVIEW_PLAN)
        assert now.state.plan.review.stable is (mind is Stability.STABLE)
        assert then.state == now.state


def test_a_correction_that_was_written_before_goes_on_having_taken_effect_at_once() -> None:
    town = Town().assessed()
    told = CorrectCase(corrects=1, statement="Sinh năm 2014, ở Kiến An.", residence=town.kien_an, child_birth_year=2014)
    town.given(told, by=town.lan, at="2026-03-02T10:00", reason="Đã xem giấy khai sinh.")
    now, then = both_ways(town.story, town.case, CORRECT_CASE)
    assert (now.state.child_birth_year, now.state.residence) == (2015, None)
    assert (then.state.child_birth_year, then.state.residence) == (2014, town.kien_an)
    assert then.state.correction is None


def test_a_child_that_was_named_otherwise_before_bears_that_name_at_once() -> None:
    town = Town().assessed()
    told = CorrectCase(corrects=1, statement="Ghi nhầm tên.", child_name="Hoàng Văn Kiên")
    town.given(told, by=town.lan, at="2026-03-02T10:00", reason="Đã xem giấy khai sinh.")
    now, then = both_ways(town.story, town.case, CORRECT_CASE, CORRECT_CASE.earlier.index(NAMED_AT_ONCE))
    assert now.state.child_name is None
    assert then.state.child_name.text == "Hoàng Văn Kiên"


NAMED_AT_ONCE = next(each for each in CORRECT_CASE.earlier if each.stored_as == "case.corrected.3")
OCCASION: dict[Action[Any, Any, Any], Occasion] = {
    ASSESS_INITIAL_RISK: Occasion.INITIAL_ASSESSMENT,
    ASSESS_DETAILED: Occasion.DETAILED_ASSESSMENT,
    RECORD_VISIT: Occasion.FOLLOW_UP,
    REVIEW_PLAN: Occasion.PLAN_REVIEW,
}


@pytest.mark.parametrize("act", OCCASION, ids=lambda act: act.name)
def test_an_old_line_tells_that_the_child_was_met_where_it_tells_what_it_said_and_of_nothing_else(
    act: Action[Any, Any, Any],
) -> None:
    """Who only said that a visit was made did not say who was there."""
    for told in (heard(), MET):
        tale = PlanStory().assessed()
        tale.lan_does(AssessInitialRisk(level=RiskLevel.LOW, findings="Như trước.", sighting=told), "2026-03-02T15:00")
        tale.lan_does(replace(DETAILED, sighting=told), "2026-03-03T15:00")
        tale.lan_does(RecordVisit(safety=Safety.SAFE, seen="Cháu ở nhà.", sighting=told), "2026-03-03T16:00")
        tale.thang_does(MEETING, "2026-03-04T09:00", attachments=PAPER)
        tale.lan_does(tale.plan(), "2026-03-06T16:00")
        tale.lan_does(SubmitPlan(), "2026-03-09T10:00", attachments=PAPER)
        tale.thang_does(tale.approval(), "2026-03-10T14:00")
        tale.lan_does(replace(STABLE, sighting=told), "2026-04-10T09:00", reason="Hết kế hoạch.")
        now, then = both_ways(tale.story, tale.case, act)
        said = tuple(
            replace(seen, alone=False) if seen.occasion is OCCASION[act] else seen
            for seen in now.state.contact.sightings
            if seen.occasion is not OCCASION[act] or (seen.view is ChildView.HEARD and act is not ASSESS_DETAILED)
        )
        assert then.state.contact.sightings == said != now.state.contact.sightings
        assert then.running == now.running, "what a line ended then is ended"


def test_a_transfer_and_a_suspension_that_bore_no_number_go_on_meaning_the_same() -> None:
    tale = PlanStory().approved()
    rest = SuspendCase(decision_no="33/QĐ", search="Đã hỏi họ hàng.", until=instant("2026-04-10T00:00"))
    tale.thang_does(rest, "2026-03-12T09:00", reason="Gia đình chuyển đi.")
    tale.thang_does(TransferLead(decision_no="34/QĐ", to_unit=tale.kien_an), "2026-03-13T09:00")
    for act, number in ((SUSPEND_CASE, "33/QĐ"), (TRANSFER_LEAD, "34/QĐ")):
        (line,) = (line for line in tale.story.lines if line.stored_as == act.stored_as)
        assert line.event.decision_no == number
        now, then = both_ways(tale.story, tale.case, act)
        assert then.state == now.state
        assert then.running == now.running


def test_a_decision_without_a_number_is_refused() -> None:
    tale = PlanStory().approved()
    bare = TransferLead(decision_no=" ", to_unit=tale.kien_an)
    tale.when(bare, tale.thang, "2026-03-13T09:00").refused("field_required").refused_at(("decision_no",))


def test_a_paper_that_names_an_act_in_its_earlier_form_still_hands_it_on() -> None:
    town = Town()
    hanh = town.holds(town.an_bien, Role.COMMUNE_DEPUTY_CHAIR, "Đào Thị Hạnh")
    town.assessed(parent_is_harmer=True)
    paper = DelegatePower(
        document_no="07/UQ",
        to_office=office_id(town.an_bien.id, Role.COMMUNE_DEPUTY_CHAIR),
        since=instant("2026-03-02T10:00"),
        until=instant("2026-04-02T00:00"),
        acts=("case.separation_ordered.1",),
    )
    town.story.given(office_id(town.an_bien.id, Role.COMMUNE_CHAIR), paper, by=town.thang, at="2026-03-02T10:00")
    order = town.separation("2026-03-12T00:00")
    assert isinstance(order, OrderSeparation)
    town.given(order, by=hanh, at="2026-03-02T11:00")
    town.when(RevokeSeparation(decision_no="QĐ-13"), by=hanh, at="2026-03-03T11:00").refused("role_not_allowed")
