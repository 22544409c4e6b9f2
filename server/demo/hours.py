"""When people act: office hours of working days, daytime of any day, or at once by day and night."""

from datetime import date, datetime, time, timedelta
from random import Random

from domain.law.holidays import calendar
from domain.law.term import ZONE, local, local_day

OPENS, NOON, AFTERNOON, CLOSES = time(7, 30), time(11, 30), time(13, 30), time(17)


def at(day: date, clock: time, draw: Random, spread_minutes: int = 60) -> datetime:
    """Some minute of the day, from `clock` on."""
    return datetime.combine(day, clock, ZONE) + timedelta(seconds=draw.randrange(spread_minutes * 60))


def office(earliest: datetime, draw: Random) -> datetime:
    """The instant itself if offices are at work then, else soon after they next open."""
    now = local(earliest)
    works = calendar().is_working_day(now.date())
    if works and (OPENS <= now.time() < NOON or AFTERNOON <= now.time() < CLOSES):
        return now
    if works and now.time() < OPENS:
        return at(now.date(), OPENS, draw, 90)
    if works and now.time() < AFTERNOON:
        return at(now.date(), AFTERNOON, draw, 60)
    return at(calendar().next_working_day(now.date() + timedelta(days=1)), OPENS, draw, 120)


def working_days(since: datetime, days: int, draw: Random) -> datetime:
    """Some office hour of the `days`-th working day after `since`, never before it."""
    day = calendar().add_working_days(calendar().next_working_day(local_day(since)), days)
    clock = OPENS if draw.random() < 0.55 else AFTERNOON
    return max(office(since + timedelta(minutes=20), draw), at(day, clock, draw, 200))


def daytime(day: date, draw: Random) -> datetime:
    """Some hour at which a family can be visited, on any day."""
    return at(day, time(8), draw, 570)
