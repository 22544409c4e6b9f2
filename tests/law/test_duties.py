"""The table of duties: what each is called, rests on and lasts, and which version holds when."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.label import Label
from domain.law import duty
from domain.law.basis import DOCUMENTS, Confidence
from domain.law.calendar import WorkingCalendar
from domain.law.holidays import NOTICES
from domain.law.rule import Duty
from domain.law.term import TermKind, days, end_of_day, hours, local_day

MICROSECOND = timedelta(microseconds=1)
EACH_DUTY = pytest.mark.parametrize("each", duty.DUTIES, ids=lambda each: each.code)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def in_both_languages(label: Label) -> bool:
    return bool(label.vi.strip()) and label.en.isprintable() and not label.vi.isascii() and label.vi != label.en


@EACH_DUTY
def test_each_duty_reads_in_both_languages_and_rests_on_something(each: Duty) -> None:
    assert in_both_languages(each.label)
    assert in_both_languages(each.start)
    for rule in each.rules:
        assert in_both_languages(rule.note)
        assert in_both_languages(rule.basis.label)
        assert rule.basis.document in DOCUMENTS


@EACH_DUTY
def test_the_versions_of_a_duty_follow_each_other_without_overlap(each: Duty) -> None:
    assert [rule.version for rule in each.rules] == list(range(1, len(each.rules) + 1))
    for former, later in pairwise(each.rules):
        assert former.in_force_until is not None
        assert former.in_force_until < later.in_force_from
    assert each.rules[-1].in_force_until is None


@EACH_DUTY
def test_each_term_is_a_length_or_set_by_the_act(each: Duty) -> None:
    for rule in each.rules:
        by_act = at("2026-03-09T00:00+07:00") if rule.term.kind is TermKind.BY_ACT else None
        due = duty.due_at(each, at("2026-03-02T08:00+07:00"), by_act=by_act)
        assert due.duty_code == each.code
        assert due.instant >= at("2026-03-02T08:00+07:00")


def test_codes_are_unique_and_what_is_not_in_the_decree_is_marked_as_the_projects_own() -> None:
    assert len(duty.BY_CODE) == len(duty.DUTIES)
    confidence = {each.code: each.rules[-1].confidence for each in duty.DUTIES}
    assert {code for code, is_a in confidence.items() if is_a is Confidence.LAW} == {
        "T01", "T04", "T05", "T06", "T07", "T11", "T11M",
    }  # fmt: skip
    assert {code for code, is_a in confidence.items() if is_a is Confidence.PROCEDURE} == {"T08"}
    assert all(is_a is Confidence.PROJECT_DEFAULT for code, is_a in confidence.items() if code[0] == "P")


def test_the_twelve_hours_run_through_the_night_of_tet() -> None:
    due = duty.due_at(duty.URGENT_MEASURES, at("2026-02-16T21:40:00+07:00"))
    assert due.instant == at("2026-02-17T09:40:00+07:00")
    assert (due.regime.code, due.basis.article) == ("R2026", "26.3")


def test_the_plan_started_before_tet_is_due_after_it() -> None:
    due = duty.due_at(duty.PLAN, at("2026-02-13T09:00:00+07:00"))
    assert due.instant == end_of_day(date(2026, 2, 27))
    assert due.in_time(due.instant - MICROSECOND)
    assert not due.in_time(due.instant)


def test_an_hour_limit_is_late_from_one_microsecond_after_its_end() -> None:
    due = duty.due_at(duty.URGENT_MEASURES, at("2026-03-02T08:00:00+07:00"))
    assert due.in_time(due.instant)
    assert not due.in_time(due.instant + MICROSECOND)


def test_separation_ends_on_its_fifteenth_day_even_at_tet() -> None:
    since = at("2026-02-02T10:00:00+07:00")
    assert duty.due_at(duty.SEPARATION_LIMIT, since).instant == end_of_day(date(2026, 2, 17))
    movable = replace(duty.SEPARATION_LIMIT, rules=(replace(duty.SEPARATION_LIMIT.rules[0], term=days(15)),))
    assert duty.due_at(movable, since).instant == end_of_day(date(2026, 2, 23))


@given(st.dates(date(2017, 7, 1), date(2027, 12, 1)))
def test_separation_and_the_petition_before_it_never_move(day: date) -> None:
    since = end_of_day(day) - timedelta(hours=3)
    assert local_day(duty.due_at(duty.SEPARATION_LIMIT, since).instant - MICROSECOND) == day + timedelta(days=15)
    assert duty.due_at(duty.COURT_PETITION, since).instant < duty.due_at(duty.SEPARATION_LIMIT, since).instant


def test_assessment_is_due_while_the_urgent_measure_is_still_within_reach() -> None:
    since = at("2026-03-02T08:00:00+07:00")
    assert duty.due_at(duty.INITIAL_RISK, since).instant < duty.due_at(duty.URGENT_MEASURES, since).instant


def test_an_act_that_sets_its_own_end_must_give_it_and_no_other_may() -> None:
    since = at("2026-03-02T08:00:00+07:00")
    until = end_of_day(date(2026, 4, 30))
    assert duty.due_at(duty.ITEM_DELIVERY, since, by_act=until).instant == until
    with pytest.raises(ValueError, match="P09"):
        duty.due_at(duty.ITEM_DELIVERY, since)
    with pytest.raises(ValueError, match="T04"):
        duty.due_at(duty.URGENT_MEASURES, since, by_act=until)


def test_an_amended_duty_changes_at_midnight_in_hai_phong() -> None:
    first = duty.FORWARDING.rules[0]
    amended = replace(
        duty.FORWARDING,
        rules=(
            replace(first, in_force_until=date(2026, 6, 30)),
            replace(first, version=2, term=hours(1), in_force_from=date(2026, 7, 1)),
        ),
    )
    change = at("2026-06-30T17:00:00+00:00")
    assert duty.rule_at(amended, change - MICROSECOND).version == 1
    assert duty.rule_at(amended, change).version == 2
    assert duty.due_at(amended, change).instant == change + timedelta(hours=1)


def test_a_local_variant_holds_in_its_unit_only() -> None:
    island = replace(duty.FORWARDING, rules=(replace(duty.FORWARDING.rules[0], local_variant=(("00001", hours(4)),)),))
    since = at("2026-03-02T08:00:00+07:00")
    assert duty.due_at(island, since, "00001").instant == since + timedelta(hours=4)
    assert duty.due_at(island, since, "00002").instant == since + timedelta(hours=2)
    assert duty.due_at(island, since).instant == since + timedelta(hours=2)


def test_no_duty_holds_before_its_law() -> None:
    force = at("2017-07-01T00:00:00+07:00")
    assert duty.rule_at(duty.URGENT_MEASURES, force).version == 1
    with pytest.raises(LookupError, match="T04"):
        duty.rule_at(duty.URGENT_MEASURES, force - MICROSECOND)
    with pytest.raises(LookupError, match="T11"):
        duty.due_at(duty.NO_CONTACT_DECISION, at("2023-06-30T23:00:00+07:00"))


def test_a_stored_due_date_is_counted_again_with_the_calendar_it_names() -> None:
    since = at("2027-08-30T09:00:00+07:00")
    then = duty.due_at(duty.PLAN, since)
    former = next(notice for notice in NOTICES if notice.year == 2027)
    later = WorkingCalendar(2, (*NOTICES, replace(former, added_in=2, off=())))
    now = duty.due_at(duty.PLAN, since, calendar=later)
    assert now.instant != then.instant
    again = duty.due_at(duty.PLAN, since, calendar=WorkingCalendar(then.calendar_version, NOTICES))
    assert again == then
