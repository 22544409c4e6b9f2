"""How long a limit lasts and the instant at which it ends.

Clock rules: the day is the day in Asia/Ho_Chi_Minh. Hours are elapsed time, nights and holidays included, and
an act at the very last instant is in time. Limits in days or months leave the first day out and end at 24:00
of their last day (Civil Code arts. 147-148), given here as the next midnight: that midnight is already late.
A calendar limit whose last day is a day off moves to the next working day, unless its term never moves.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.label import Labelled
from domain.law.calendar import WorkingCalendar

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class TermKind(Labelled):
    """What a term counts; AT_ONCE gives no time at all, BY_ACT takes its end from the act itself."""

    HOURS = "hours", "giờ liên tục", "elapsed hours"
    CALENDAR_DAYS = "calendar_days", "ngày", "calendar days"
    CALENDAR_MONTHS = "calendar_months", "tháng", "calendar months"
    WORKING_DAYS = "working_days", "ngày làm việc", "working days"
    AT_ONCE = "at_once", "ngay", "at once"
    BY_ACT = "by_act", "do văn bản ấn định", "set by the act"


@dataclass(frozen=True, slots=True)
class Term:
    """A length: `amount` in the unit of `kind` (0 for AT_ONCE and BY_ACT); `moves` off a day of rest."""

    kind: TermKind
    amount: int = 0
    moves: bool = False


def hours(amount: int) -> Term:
    """Elapsed hours; never moves."""
    return Term(TermKind.HOURS, amount)


def days(amount: int, *, moves: bool = True) -> Term:
    """Calendar days; moves to the next working day unless told otherwise."""
    return Term(TermKind.CALENDAR_DAYS, amount, moves)


def months(amount: int, *, moves: bool = True) -> Term:
    """Calendar months; a day that the last month lacks becomes its last day (Civil Code art. 148)."""
    return Term(TermKind.CALENDAR_MONTHS, amount, moves)


def working_days(amount: int) -> Term:
    """Working days of state offices, Monday to Friday without holidays, with swapped days."""
    return Term(TermKind.WORKING_DAYS, amount)


AT_ONCE = Term(TermKind.AT_ONCE)
BY_ACT = Term(TermKind.BY_ACT)


def due(term: Term, since: datetime, calendar: WorkingCalendar) -> datetime:
    """The instant a term ends, in Asia/Ho_Chi_Minh; ValueError for a naive `since` and for BY_ACT."""
    match term.kind:
        case TermKind.BY_ACT:
            raise ValueError("the act itself gives the end of this term")
        case TermKind.AT_ONCE:
            return local(since)
        case TermKind.HOURS:
            return local(since) + timedelta(hours=term.amount)
        case _:
            return end_of_day(last_day(term, local_day(since), calendar))


def last_day(term: Term, first: date, calendar: WorkingCalendar) -> date:
    """The last day of a term in days or months whose clock started on `first`, which is not counted."""
    if term.kind is TermKind.WORKING_DAYS:
        return calendar.add_working_days(first, term.amount)
    if term.kind is TermKind.CALENDAR_MONTHS:
        last = _months_later(first, term.amount)
    else:
        last = first + timedelta(days=term.amount)
    return calendar.next_working_day(last) if term.moves else last


def in_time(term: Term, due: datetime, at: datetime) -> bool:
    """Whether an act at `at` meets a limit that ends at `due`: hours include the end, no other term does."""
    if term.kind in (TermKind.HOURS, TermKind.AT_ONCE):
        return at <= due
    return at < due


def local(instant: datetime) -> datetime:
    """The instant on the clock in Hải Phòng; ValueError for one without a zone."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(ZONE)


def local_day(instant: datetime) -> date:
    """The date in Hải Phòng at an instant; ValueError for one without a zone."""
    return local(instant).date()


def end_of_day(day: date) -> datetime:
    """24:00 of a day in Hải Phòng, which is the midnight that begins the next one."""
    return datetime.combine(day + timedelta(days=1), time(), ZONE)


def _months_later(first: date, amount: int) -> date:
    year, month = divmod(first.year * 12 + first.month - 1 + amount, 12)
    return date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))
