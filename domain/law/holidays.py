"""The public holidays and swapped working days of 2017-2027, year by year, as announced.

The list ends here, and its only version is 1: days that are announced later, and whatever corrects a day of this
list, are declared in the record (`declare_days_off`), and every document declared raises the version by one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from domain.law.calendar import DayReason, DaySource, Span, Sureness, WorkingCalendar, YearNotice

CURRENT_VERSION = 1


def _off(reason: DayReason, first: str, last: str = "", doubt: str = "") -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last or first), reason, doubt)


NEW_YEAR, TET, HUNG_KINGS = DayReason.NEW_YEAR, DayReason.TET, DayReason.HUNG_KINGS
REUNIFICATION, LABOUR, NATIONAL = DayReason.REUNIFICATION, DayReason.LABOUR, DayReason.NATIONAL
MADE_UP, SWAPPED_OFF = DayReason.MADE_UP, DayReason.SWAPPED_OFF
CULTURE_DAY_DOUBT = "Nghị quyết 80-NQ/TW ngày 07/01/2026; chưa thấy văn bản sửa Điều 112 Bộ luật Lao động"

NOTICES: tuple[YearNotice, ...] = (
    YearNotice(
        year=2017, added_in=1, sureness=Sureness.CONFIRMED,
        source="Công văn 9794/VPCP-KGVX ngày 14/11/2016 và thông báo của Bộ Lao động - Thương binh và Xã hội",
        off=(
            _off(NEW_YEAR, "2017-01-01"), _off(MADE_UP, "2017-01-02"),
            _off(TET, "2017-01-26", "2017-01-30"), _off(MADE_UP, "2017-01-31", "2017-02-01"),
            _off(HUNG_KINGS, "2017-04-06"),
            _off(REUNIFICATION, "2017-04-30"), _off(LABOUR, "2017-05-01"), _off(MADE_UP, "2017-05-02"),
            _off(NATIONAL, "2017-09-02"), _off(MADE_UP, "2017-09-04"),
        ),
    ),
    YearNotice(
        year=2018, added_in=1, sureness=Sureness.CONFIRMED,
        source="Ý kiến Thủ tướng ngày 05/12/2017 và thông báo của Bộ Lao động - Thương binh và Xã hội",
        off=(
            _off(NEW_YEAR, "2018-01-01"),
            _off(TET, "2018-02-14", "2018-02-18"), _off(MADE_UP, "2018-02-19", "2018-02-20"),
            _off(HUNG_KINGS, "2018-04-25"),
            _off(REUNIFICATION, "2018-04-30"), _off(LABOUR, "2018-05-01"),
            _off(NATIONAL, "2018-09-02"), _off(MADE_UP, "2018-09-03"),
            _off(SWAPPED_OFF, "2018-12-31"),
        ),
    ),
    YearNotice(
        year=2019, added_in=1, sureness=Sureness.CONFIRMED,
        source="Công văn 6519/VPCP-KGVX năm 2018 về nghỉ lễ, Tết 2018-2019",
        off=(
            _off(NEW_YEAR, "2019-01-01"),
            _off(TET, "2019-02-04", "2019-02-08"),
            _off(HUNG_KINGS, "2019-04-14"), _off(MADE_UP, "2019-04-15"),
            _off(SWAPPED_OFF, "2019-04-29"), _off(REUNIFICATION, "2019-04-30"), _off(LABOUR, "2019-05-01"),
            _off(NATIONAL, "2019-09-02"),
        ),
        worked=(date(2019, 1, 5), date(2019, 5, 4)),
    ),
    YearNotice(
        year=2020, added_in=1, sureness=Sureness.CONFIRMED,
        source="Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết, nghỉ lễ năm 2020",
        off=(
            _off(NEW_YEAR, "2020-01-01"),
            _off(TET, "2020-01-23", "2020-01-27"), _off(MADE_UP, "2020-01-28", "2020-01-29"),
            _off(HUNG_KINGS, "2020-04-02"),
            _off(REUNIFICATION, "2020-04-30"), _off(LABOUR, "2020-05-01"),
            _off(NATIONAL, "2020-09-02"),
        ),
    ),
    YearNotice(
        year=2021, added_in=1, sureness=Sureness.CONFIRMED,
        source="Thông báo tháng 12/2020 của Bộ Lao động - Thương binh và Xã hội",
        off=(
            _off(NEW_YEAR, "2021-01-01"),
            _off(TET, "2021-02-10", "2021-02-14"), _off(MADE_UP, "2021-02-15", "2021-02-16"),
            _off(HUNG_KINGS, "2021-04-21"),
            _off(REUNIFICATION, "2021-04-30"), _off(LABOUR, "2021-05-01"), _off(MADE_UP, "2021-05-03"),
            _off(NATIONAL, "2021-09-02", "2021-09-03"),
        ),
    ),
    YearNotice(
        year=2022, added_in=1, sureness=Sureness.CONFIRMED,
        source="Công văn 245 ngày 11/01/2022 của Văn phòng Chính phủ và thông báo của Bộ",
        off=(
            _off(NEW_YEAR, "2022-01-01"), _off(MADE_UP, "2022-01-03"),
            _off(TET, "2022-01-31", "2022-02-04"),
            _off(HUNG_KINGS, "2022-04-10"), _off(MADE_UP, "2022-04-11"),
            _off(REUNIFICATION, "2022-04-30"), _off(LABOUR, "2022-05-01"),
            _off(MADE_UP, "2022-05-02", "2022-05-03"),
            _off(NATIONAL, "2022-09-01", "2022-09-02"),
        ),
    ),
    YearNotice(
        year=2023, added_in=1, sureness=Sureness.CONFIRMED,
        source="Thông báo của Bộ Lao động - Thương binh và Xã hội về nghỉ Tết, nghỉ lễ năm 2023",
        off=(
            _off(NEW_YEAR, "2023-01-01"), _off(MADE_UP, "2023-01-02"),
            _off(TET, "2023-01-20", "2023-01-24"), _off(MADE_UP, "2023-01-25", "2023-01-26"),
            _off(HUNG_KINGS, "2023-04-29"), _off(REUNIFICATION, "2023-04-30"), _off(LABOUR, "2023-05-01"),
            _off(MADE_UP, "2023-05-02", "2023-05-03"),
            _off(NATIONAL, "2023-09-01", "2023-09-02"), _off(MADE_UP, "2023-09-04"),
        ),
    ),
    YearNotice(
        year=2024, added_in=1, sureness=Sureness.CONFIRMED,
        source="Công văn 2450/VPCP-KGVX ngày 12/04/2024 và thông báo của Bộ",
        off=(
            _off(NEW_YEAR, "2024-01-01"),
            _off(TET, "2024-02-08", "2024-02-12"), _off(MADE_UP, "2024-02-13", "2024-02-14"),
            _off(HUNG_KINGS, "2024-04-18"),
            _off(SWAPPED_OFF, "2024-04-29"), _off(REUNIFICATION, "2024-04-30"), _off(LABOUR, "2024-05-01"),
            _off(NATIONAL, "2024-09-02", "2024-09-03"),
        ),
        worked=(date(2024, 5, 4),),
    ),
    YearNotice(
        year=2025, added_in=1, sureness=Sureness.CONFIRMED,
        source="Thông báo 6150/TB-BLĐTBXH năm 2024",
        off=(
            _off(NEW_YEAR, "2025-01-01"),
            _off(TET, "2025-01-27", "2025-01-31"),
            _off(HUNG_KINGS, "2025-04-07"),
            _off(REUNIFICATION, "2025-04-30"), _off(LABOUR, "2025-05-01"), _off(SWAPPED_OFF, "2025-05-02"),
            _off(NATIONAL, "2025-09-01", "2025-09-02"),
        ),
        worked=(date(2025, 4, 26),),
    ),
    YearNotice(
        year=2026, added_in=1, sureness=Sureness.CONFIRMED,
        source="Thông báo tháng 10/2025 của Bộ Nội vụ và văn bản 12729/VPCP-KGVX ngày 25/12/2025",
        off=(
            _off(NEW_YEAR, "2026-01-01"), _off(SWAPPED_OFF, "2026-01-02"),
            _off(TET, "2026-02-16", "2026-02-20"),
            _off(HUNG_KINGS, "2026-04-26"), _off(MADE_UP, "2026-04-27"),
            _off(REUNIFICATION, "2026-04-30"), _off(LABOUR, "2026-05-01"),
            _off(SWAPPED_OFF, "2026-08-31"), _off(NATIONAL, "2026-09-01", "2026-09-02"),
            _off(DayReason.CULTURE, "2026-11-24", doubt=CULTURE_DAY_DOUBT),
        ),
        worked=(date(2026, 1, 10), date(2026, 8, 22)),
    ),
    YearNotice(
        year=2027, added_in=1, sureness=Sureness.NOT_ANNOUNCED,
        source="Bộ luật Lao động 45/2019/QH14, Điều 111, 112 và âm lịch; chưa có thông báo của năm 2027",
        off=(
            _off(NEW_YEAR, "2027-01-01"),
            _off(TET, "2027-02-05", "2027-02-08"), _off(MADE_UP, "2027-02-09", "2027-02-10"),
            _off(HUNG_KINGS, "2027-04-16"),
            _off(REUNIFICATION, "2027-04-30"), _off(LABOUR, "2027-05-01"), _off(MADE_UP, "2027-05-03"),
            _off(NATIONAL, "2027-09-02"),
            _off(DayReason.CULTURE, "2027-11-24", doubt=CULTURE_DAY_DOUBT),
        ),
    ),
)  # fmt: skip


@cache
def calendar() -> WorkingCalendar:
    """The working calendar as it is without any day that the record was told of."""
    return calendar_with(())


def calendar_with(declared: Sequence[Mapping[date, DaySource]]) -> WorkingCalendar:
    """The working calendar with the days that these documents declared, in the order in which they were recorded."""
    return WorkingCalendar(CURRENT_VERSION, NOTICES, declared)
