"""When a term ends, against a count made in another way: fixed UTC+7, one list of days, no zone database."""

from bisect import bisect_left, bisect_right
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from domain.law.holidays import calendar
from domain.law.term import (
    AT_ONCE,
    BY_ACT,
    ZONE,
    Term,
    days,
    due,
    end_of_day,
    hours,
    in_time,
    local_day,
    months,
    working_days,
)

SEVEN_HOURS = timedelta(hours=7)
MICROSECOND = timedelta(microseconds=1)
FIRST = date(2016, 12, 1)
DAYS = [FIRST + timedelta(days=n) for n in range(366 * 14)]
WORKED = [day for day in DAYS if calendar().is_working_day(day)]
INSTANTS = st.datetimes(datetime(2017, 7, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def midnight_after(day: date) -> datetime:
    return datetime.combine(day, time(), UTC) + timedelta(days=1) - SEVEN_HOURS


def day_in_hai_phong(instant: datetime) -> date:
    return (instant.astimezone(UTC) + SEVEN_HOURS).date()


@given(INSTANTS, st.integers(0, 100))
def test_hours_are_elapsed_time(since: datetime, amount: int) -> None:
    assert (due(hours(amount), since, calendar()) - since).total_seconds() == 3600 * amount


@settings(deadline=None)
@given(INSTANTS, st.integers(1, 40))
@example(at("2026-02-13T16:59:59.999999+00:00"), 5)
@example(at("2026-02-13T17:00:00+00:00"), 5)
def test_working_days_end_with_the_nth_day_worked_after_the_first(since: datetime, amount: int) -> None:
    last = WORKED[bisect_right(WORKED, day_in_hai_phong(since)) + amount - 1]
    assert due(working_days(amount), since, calendar()) == midnight_after(last)


@given(INSTANTS, st.integers(0, 60))
def test_calendar_days_that_move_end_on_a_day_worked(since: datetime, amount: int) -> None:
    last = DAYS[DAYS.index(day_in_hai_phong(since)) + amount]
    moved = WORKED[bisect_left(WORKED, last)]
    assert due(days(amount), since, calendar()) == midnight_after(moved)
    assert due(days(amount, moves=False), since, calendar()) == midnight_after(last)


@given(INSTANTS, st.integers(0, 24))
def test_months_end_on_the_same_day_of_the_month_or_its_last(since: datetime, amount: int) -> None:
    first = day_in_hai_phong(since)
    last = local_day(due(months(amount, moves=False), since, calendar()) - MICROSECOND)
    assert (last.year - first.year) * 12 + last.month - first.month == amount
    if last.day != first.day:
        assert last.day < first.day
        assert (last + timedelta(days=1)).day == 1


@given(INSTANTS, st.sampled_from([hours(12), days(15, moves=False), days(7), months(6), working_days(5)]))
def test_a_later_start_never_ends_earlier(since: datetime, term: Term) -> None:
    for later in (MICROSECOND, timedelta(hours=5), timedelta(days=3)):
        assert due(term, since, calendar()) <= due(term, since + later, calendar())


@given(INSTANTS)
def test_the_same_instant_in_another_zone_gives_the_same_end(since: datetime) -> None:
    for term in (hours(12), days(15), working_days(5)):
        assert due(term, since.astimezone(ZONE), calendar()) == due(term, since, calendar())


def test_one_microsecond_at_midnight_costs_a_day() -> None:
    last_moment, next_day = at("2026-03-02T23:59:59.999999+07:00"), at("2026-03-03T00:00:00+07:00")
    assert due(working_days(5), last_moment, calendar()) == at("2026-03-10T00:00:00+07:00")
    assert due(working_days(5), next_day, calendar()) == at("2026-03-11T00:00:00+07:00")


def test_an_act_at_the_last_instant_of_an_hour_limit_is_in_time_and_one_microsecond_later_is_not() -> None:
    end = due(hours(12), at("2026-03-02T08:00:00+07:00"), calendar())
    assert end == at("2026-03-02T20:00:00+07:00")
    assert in_time(hours(12), end, end - MICROSECOND)
    assert in_time(hours(12), end, end)
    assert not in_time(hours(12), end, end + MICROSECOND)


@pytest.mark.parametrize("term", [days(3), months(1), working_days(2)])
def test_a_day_limit_ends_one_microsecond_before_the_next_midnight(term: Term) -> None:
    end = due(term, at("2026-03-02T08:00:00+07:00"), calendar())
    assert end.time() == time()
    assert in_time(term, end, end - MICROSECOND)
    assert not in_time(term, end, end)


def test_a_month_that_lacks_the_day_ends_on_its_last_day() -> None:
    assert due(months(6, moves=False), at("2025-08-31T10:00+07:00"), calendar()) == end_of_day(date(2026, 2, 28))


def test_at_once_gives_no_time_at_all() -> None:
    since = at("2026-03-02T08:00:00+07:00")
    assert due(AT_ONCE, since, calendar()) == since
    assert not in_time(AT_ONCE, since, since + MICROSECOND)


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 3, 2, 8)  # noqa: DTZ001
    for term in (hours(1), days(1), AT_ONCE):
        with pytest.raises(ValueError, match="zone"):
            due(term, naive, calendar())


def test_a_term_that_the_act_ends_has_no_end_of_its_own() -> None:
    with pytest.raises(ValueError, match="act itself"):
        due(BY_ACT, at("2026-03-02T08:00:00+07:00"), calendar())
