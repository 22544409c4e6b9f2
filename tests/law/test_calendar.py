"""The working calendar against the sky, the Labour Code's count of holidays, and spans counted by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.law.calendar import DayReason, Span, Sureness, WorkingCalendar
from domain.law.holidays import CURRENT_VERSION, NOTICES, calendar
from tests.law import lunar

ANNOUNCED = range(2017, 2027)
HOLIDAYS = {
    DayReason.NEW_YEAR,
    DayReason.TET,
    DayReason.HUNG_KINGS,
    DayReason.REUNIFICATION,
    DayReason.LABOUR,
    DayReason.NATIONAL,
    DayReason.MADE_UP,
}


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def days_for(year: int, reason: DayReason) -> list[date]:
    return [day for day in days_of(year) if (source := calendar().source(day)) and source.reason is reason]


@pytest.mark.parametrize("year", [*ANNOUNCED, 2027])
def test_tet_and_the_hung_kings_fall_where_the_moon_puts_them(year: int) -> None:
    tet = days_for(year, DayReason.TET)
    assert {lunar.tet(year) + timedelta(days=n) for n in (-1, 0, 1, 2)} <= set(tet)
    assert days_for(year, DayReason.HUNG_KINGS) == [lunar.hung_kings(year)]


@pytest.mark.parametrize("year", ANNOUNCED)
def test_a_year_gives_the_days_off_on_weekdays_that_the_labour_code_counts(year: int) -> None:
    off = [
        day
        for day in days_of(year)
        if day.weekday() < 5 and (source := calendar().source(day)) and source.reason in HOLIDAYS
    ]
    assert len(off) == (11 if year >= 2021 else 10)


@pytest.mark.parametrize("year", ANNOUNCED)
def test_national_day_is_two_days_from_2021(year: int) -> None:
    days = days_for(year, DayReason.NATIONAL)
    assert date(year, 9, 2) in days
    assert len(days) == (2 if year >= 2021 else 1)
    assert (days[-1] - days[0]).days == len(days) - 1


def test_each_swapped_day_is_worked_on_a_saturday() -> None:
    swapped_off = [day for year in ANNOUNCED for day in days_for(year, DayReason.SWAPPED_OFF)]
    swapped_on = [day for year in ANNOUNCED for day in days_for(year, DayReason.SWAPPED_ON)]
    assert len(swapped_off) == len(swapped_on) == 6
    assert all(day.weekday() == 5 and calendar().is_working_day(day) for day in swapped_on)
    assert all(day.weekday() < 5 and not calendar().is_working_day(day) for day in swapped_off)
    assert all(abs((on - off).days) <= 9 for on, off in zip(swapped_on, swapped_off, strict=True))


@pytest.mark.parametrize(
    ("after", "n", "expected"),
    [
        ("2018-12-28", 1, "2019-01-02"),
        ("2018-12-28", 4, "2019-01-05"),
        ("2019-04-26", 3, "2019-05-04"),
        ("2024-02-07", 1, "2024-02-15"),
        ("2024-02-07", 5, "2024-02-21"),
        ("2024-04-26", 3, "2024-05-04"),
        ("2024-04-26", 4, "2024-05-06"),
        ("2025-01-24", 5, "2025-02-07"),
        ("2025-04-24", 2, "2025-04-26"),
        ("2025-04-29", 1, "2025-05-05"),
        ("2025-12-31", 1, "2026-01-05"),
        ("2026-01-09", 1, "2026-01-10"),
        ("2026-02-13", 5, "2026-02-27"),
        ("2026-04-24", 3, "2026-05-04"),
        ("2026-08-21", 1, "2026-08-22"),
        ("2026-08-28", 1, "2026-09-03"),
    ],
)
def test_working_days_are_counted_across_tet_and_swapped_days(after: str, n: int, expected: str) -> None:
    assert calendar().add_working_days(date.fromisoformat(after), n) == date.fromisoformat(expected)


WORKED = [day for year in range(2016, 2034) for day in days_of(year) if calendar().is_working_day(day)]


@settings(deadline=None)
@given(st.dates(date(2016, 1, 1), date(2032, 12, 31)), st.integers(1, 60))
def test_adding_working_days_picks_from_the_list_of_days_worked(day: date, n: int) -> None:
    assert calendar().add_working_days(day, n) == [worked for worked in WORKED if worked > day][n - 1]


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_day_off_always_says_why_in_both_languages(day: date) -> None:
    source = calendar().source(day)
    if source is None:
        assert calendar().is_working_day(day)
    else:
        assert source.notice
        assert source.reason.label.vi != source.reason.label.en


def test_years_without_a_notice_keep_the_fixed_holidays_and_their_days_in_lieu() -> None:
    assert calendar().known_until == date(2026, 12, 31)
    saturday, monday = calendar().source(date(2028, 1, 1)), calendar().source(date(2028, 1, 3))
    assert saturday is not None
    assert monday is not None
    assert (saturday.reason, monday.reason) == (DayReason.NEW_YEAR, DayReason.MADE_UP)
    assert monday.sureness is Sureness.NOT_ANNOUNCED
    assert calendar().add_working_days(date(2027, 12, 31), 1) == date(2028, 1, 4)
    assert not calendar().is_working_day(date(2028, 9, 2))


def test_the_culture_day_is_off_and_says_that_its_law_was_not_found() -> None:
    source = calendar().source(date(2026, 11, 24))
    assert source is not None
    assert (source.reason, source.sureness) == (DayReason.CULTURE, Sureness.TO_VERIFY)


def test_a_corrected_year_leaves_the_former_version_as_it_was() -> None:
    former = next(notice for notice in NOTICES if notice.year == 2027)
    extra = Span(date(2027, 9, 3), date(2027, 9, 3), DayReason.NATIONAL)
    announced = replace(former, added_in=2, sureness=Sureness.CONFIRMED, off=(*former.off, extra))
    before, after = (WorkingCalendar(version, (announced, *NOTICES)) for version in (1, 2))
    assert before.is_working_day(date(2027, 9, 3))
    assert not after.is_working_day(date(2027, 9, 3))
    assert (before.known_until.year, after.known_until.year) == (2026, 2027)


def test_every_notice_is_part_of_the_current_version_and_stays_in_its_year() -> None:
    assert {notice.added_in for notice in NOTICES} <= set(range(1, CURRENT_VERSION + 1))
    for notice in NOTICES:
        days = [*notice.worked, *(day for span in notice.off for day in (span.first, span.last))]
        assert {day.year for day in days} == {notice.year}
