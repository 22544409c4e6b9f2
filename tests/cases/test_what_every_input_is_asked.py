"""What every input is asked by its type, whatever the act: that it says something, once, and not without end."""

from dataclasses import replace
from datetime import datetime
from uuid import uuid4

import pytest

from domain.case.assessment.override_risk import OverrideRisk
from domain.case.intake.correct_case import CorrectCase
from domain.case.plan.propose_amendment import ProposeAmendment
from domain.case.state.case import RiskLevel
from domain.law.harm import HarmKind
from domain.record.formal import ROWS_MAX, TEXT_CHARACTERS_MAX
from domain.record.official_number import official_number
from domain.record.vocabulary import Role, office_id, unknown_unit
from domain.report.receive_report import ReceiveReport
from domain.report.state import Channel
from tests.cases.casefile import instant
from tests.cases.plan_ground import PlanStory
from tests.cases.protection_ground import Town, risk


def test_each_input_that_is_wrong_is_named_down_to_its_row() -> None:
    tale = PlanStory().assessed(RiskLevel.HIGH)
    good = tale.item(tale.centre, "2026-04-05")
    rows = (good, replace(good, measure=" "), replace(good, provider=unknown_unit("99999")), good)
    tale.when(replace(tale.plan(), goals="", items=rows), tale.lan, "2026-03-06T16:00")
    assert [(r.code, r.path) for r in tale.story.last.reasons] == [
        ("field_required", ("goals",)),
        ("field_required", ("items", "1", "measure")),
        ("unit_unknown", ("items", "2", "provider")),
    ]


@pytest.mark.parametrize(
    "blank",
    ["", " ", "\u00a0\t", "\u200b", "\ufeff", "\u2800", "\u115f\u3164", "\u2060\uffa0", "...", "?"],
)
def test_a_text_without_a_letter_or_a_figure_says_nothing(blank: str) -> None:
    town = Town().opened()
    town.when(replace(risk(RiskLevel.LOW), findings=blank), by=town.lan, at="2026-03-02T09:30").refused(
        "field_required"
    )


def test_the_reason_of_a_decision_can_be_read() -> None:
    """Six letters or figures that show, in whatever form they are written; who does not decide may be brief."""
    town = Town().assessed(RiskLevel.LOW)
    raised, at = OverrideRisk(level=RiskLevel.HIGH, serious_danger=False), "2026-03-02T10:00"
    for reason in ("Nặng.", "N\u200b\u00ad\u2060ặ\u200dng", "\u3164" * 30 + "abc", "- - - - - -"):
        town.when(raised, by=town.thang, at=at, reason=reason)
        assert town.story.last.refusals[0] in ("reason_too_short", "reason_required"), reason
        assert town.story.last.paths == (("reason",),)
    town.given(raised, by=town.thang, at=at, reason="Rất nặng")
    later = town.when(
        CorrectCase(corrects=1, statement="Trẻ sinh năm 2014."), by=town.lan, at="2026-03-02T10:10", reason="Sai."
    )
    assert later.last.line is not None


def test_a_choice_is_made_once() -> None:
    town = Town().opened()
    twice = risk(RiskLevel.LOW, harm_kinds=(HarmKind.NEGLECT, HarmKind.OTHER, HarmKind.NEGLECT))
    town.when(twice, by=town.lan, at="2026-03-02T09:30").refused("given_twice")
    assert town.story.last.reasons[0].path == ("harm_kinds", "2")


def test_no_list_and_no_text_goes_on_without_end() -> None:
    tale = PlanStory().approved()
    many = ProposeAmendment(drops=("1",) * (ROWS_MAX + 1))
    tale.when(many, tale.lan, "2026-03-16T09:00", reason="Thừa.").refused("too_many_rows")
    town = Town().opened()
    long = replace(risk(RiskLevel.LOW), findings="a" * (TEXT_CHARACTERS_MAX + 1))
    town.when(long, by=town.lan, at="2026-03-02T09:30").refused("text_too_long")


@pytest.mark.parametrize(
    ("year", "possible"), [(2026, True), (2027, False), (99999, False), (-1, False), (1906, True), (1905, False)]
)
def test_a_year_of_birth_is_a_possible_one_by_the_calendar_of_viet_nam(year: int, possible: bool) -> None:
    """It is half past six on the first of January: in UTC the old year has half an hour to go."""
    town = Town()
    told = ReceiveReport(
        channel=Channel.PHONE,
        received_at=instant("2026-01-01T06:25"),
        place=town.an_bien,
        harm_kinds=(HarmKind.NEGLECT,),
        narrative="Trẻ sơ sinh bị bỏ rơi.",
        child_birth_year=year,
    )
    town.story.when(uuid4(), told, by=town.lan, at="2026-01-01T06:30")
    if possible:
        assert town.story.last.line is not None
        assert town.story.last.line.event.number[:12] == "TT-11359-26-"
    else:
        town.story.refused("birth_year_out_of_range").refused_at(("child_birth_year",))


def test_the_number_of_a_file_bears_the_year_of_viet_nam_however_the_instant_is_spelled() -> None:
    town = Town()
    for at in ("2026-01-01T06:25:00+07:00", "2025-12-31T23:25:00+00:00", "2025-12-31T12:25:00-11:00"):
        assert official_number("TT", town.an_bien, datetime.fromisoformat(at), uuid4())[:12] == "TT-11359-26-"


def test_an_office_that_is_chosen_is_held() -> None:
    town = Town().opened()
    chair, worker = (office_id(town.an_bien.id, role) for role in (Role.COMMUNE_CHAIR, Role.PROTECTION_WORKER))
    low, at = risk(RiskLevel.LOW), "2026-03-02T09:30"
    town.when(low, by=town.lan, at=at, office=chair).refused("office_not_held")
    town.given(low, by=town.lan, at=at, office=worker)
