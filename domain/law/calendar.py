"""Which days state offices in Viet Nam work, and why a day is off.

Offices work Monday to Friday (Decision 188/1999/QĐ-TTg). Holidays are those of Labour Code 2012 art. 115, and
of Labour Code 2019 art. 112 from 2021; a holiday on a weekly day of rest is made up on the next working day,
and the yearly notice may swap a working day with a Saturday. In a year without a notice the holidays with a
fixed date are off and nothing else is, so a limit that spans Tết may seem to end earlier than it will.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from domain.label import Labelled

SATURDAY = 5
CULTURE_DAY_SINCE = 2026


class DayReason(Labelled):
    """Why a day is off, or why a Saturday is worked."""

    NEW_YEAR = "new_year", "Tết Dương lịch", "New Year"
    TET = "tet", "Tết Nguyên đán", "Lunar New Year"
    HUNG_KINGS = "hung_kings", "Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration"
    REUNIFICATION = "reunification", "Ngày Chiến thắng 30/4", "Victory Day, 30 April"
    LABOUR = "labour", "Ngày Quốc tế lao động 1/5", "Labour Day, 1 May"
    NATIONAL = "national", "Quốc khánh", "National Day"
    CULTURE = "culture", "Ngày Văn hóa Việt Nam", "Vietnam Culture Day"
    MADE_UP = "made_up", "Nghỉ bù ngày lễ", "In lieu of a holiday at the weekend"
    SWAPPED_OFF = "swapped_off", "Nghỉ do hoán đổi ngày làm việc", "Off, swapped with a Saturday"
    SWAPPED_ON = "swapped_on", "Làm bù ngày hoán đổi", "Worked in place of a swapped day"
    EMERGENCY = "emergency", "Nghỉ do thiên tai, dịch bệnh", "Off because of a disaster or an epidemic"
    WEEKEND = "weekend", "Ngày nghỉ hằng tuần", "Weekly day of rest"


class Sureness(Labelled):
    """How sure a year's days are."""

    CONFIRMED = "confirmed", "Đã đối chiếu nguồn công bố", "Checked against a published source"
    TO_VERIFY = "to_verify", "Cần đối chiếu văn bản", "To be verified against the text"
    NOT_ANNOUNCED = (
        "not_announced",
        "Chưa có thông báo, chỉ tính ngày chắc chắn",
        "Not announced yet, only certain days counted",
    )


@dataclass(frozen=True, slots=True)
class Span:
    """Days `first` to `last`, both included, off for one reason; `doubt` names a source still to verify."""

    first: date
    last: date
    reason: DayReason
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearNotice:
    """One year as announced: days off and Saturdays worked, known from calendar version `added_in` on."""

    year: int
    added_in: int
    sureness: Sureness
    source: str
    off: tuple[Span, ...]
    worked: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class DaySource:
    """Why a day is what it is, the notice that says so, and how sure that is."""

    reason: DayReason
    notice: str
    sureness: Sureness


WEEKLY_REST = DaySource(DayReason.WEEKEND, "Quyết định 188/1999/QĐ-TTg", Sureness.CONFIRMED)
WITHOUT_NOTICE = "Bộ luật Lao động 45/2019/QH14, Điều 111, 112; chưa có thông báo của năm"


class WorkingCalendar:
    """The working days as known in one version of the data; an instance never changes.

    `declared`: days that the record was told of since, one mapping for each document, the later one holding. Each
    raises the version by one above that of the notices.
    """

    def __init__(
        self, version: int, notices: tuple[YearNotice, ...], declared: Sequence[Mapping[date, DaySource]] = ()
    ) -> None:
        self.version = version + len(declared)
        self._declared = {day: source for document in declared for day, source in document.items()}
        self._years = {
            notice.year: _days_of(notice)
            for notice in sorted(notices, key=lambda notice: notice.added_in)
            if notice.added_in <= version
        }
        known = [n for n in notices if n.added_in <= version and n.sureness != Sureness.NOT_ANNOUNCED]
        self.known_until = date(max(notice.year for notice in known), 12, 31)
        """The last day of the last year whose notice is known."""

    def source(self, day: date) -> DaySource | None:
        """Why the day is off, or worked in place of another; None for an ordinary working day."""
        if day in self._declared:
            return self._declared[day]
        known = self._years.get(day.year)
        named = (_days_without_notice(day.year) if known is None else known).get(day)
        return named or (WEEKLY_REST if day.weekday() >= SATURDAY else None)

    def is_working_day(self, day: date) -> bool:
        """Whether state offices work on the day."""
        source = self.source(day)
        return source is None or source.reason is DayReason.SWAPPED_ON

    def next_working_day(self, day: date) -> date:
        """The day itself if it is worked, else the first one after it that is."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which is not counted; `day` itself for n = 0."""
        for _ in range(n):
            day = self.next_working_day(day + timedelta(days=1))
        return day


def _days_of(notice: YearNotice) -> dict[date, DaySource]:
    named = {
        span.first + timedelta(days=n): _source_of(span, notice)
        for span in notice.off
        for n in range((span.last - span.first).days + 1)
    }
    swapped = DaySource(DayReason.SWAPPED_ON, notice.source, notice.sureness)
    return named | dict.fromkeys(notice.worked, swapped)


def _source_of(span: Span, notice: YearNotice) -> DaySource:
    if span.doubt:
        return DaySource(span.reason, span.doubt, Sureness.TO_VERIFY)
    return DaySource(span.reason, notice.source, notice.sureness)


@cache
def _days_without_notice(year: int) -> dict[date, DaySource]:
    fixed = {
        date(year, 1, 1): DayReason.NEW_YEAR,
        date(year, 4, 30): DayReason.REUNIFICATION,
        date(year, 5, 1): DayReason.LABOUR,
        date(year, 9, 2): DayReason.NATIONAL,
    }
    if year >= CULTURE_DAY_SINCE:
        fixed[date(year, 11, 24)] = DayReason.CULTURE
    for holiday in [day for day in fixed if day.weekday() >= SATURDAY]:
        made_up = holiday
        while made_up in fixed or made_up.weekday() >= SATURDAY:
            made_up += timedelta(days=1)
        fixed[made_up] = DayReason.MADE_UP
    return {day: DaySource(reason, WITHOUT_NOTICE, Sureness.NOT_ANNOUNCED) for day, reason in fixed.items()}
