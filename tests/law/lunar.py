"""The Vietnamese lunar calendar from the sky, after Jean Meeus and Hồ Ngọc Đức: an oracle for Tết."""

from datetime import date, timedelta
from math import floor, pi, radians, sin

UTC_PLUS_7 = 7 / 24
JULIAN_OF_ORDINAL = 1721425


def tet(year: int) -> date:
    """The first day of the first lunar month that begins in a year."""
    return _month_starts(year)[1]


def hung_kings(year: int) -> date:
    """The tenth day of the third lunar month."""
    return _month_starts(year)[3] + timedelta(days=9)


def _month_starts(year: int) -> dict[int, date]:
    """First days of lunar months 11 (as -1), 12 (as 0), 1, 2 ... of the lunar year that begins in `year`."""
    first = _month_with_winter_solstice(year - 1)
    leap_year = _new_moon(_month_with_winter_solstice(year)) - _new_moon(first) > 365
    starts: dict[int, date] = {}
    number, leap_seen = -1, False
    for moon in range(first, first + 8):
        starts.setdefault(number, date.fromordinal(_new_moon(moon) - JULIAN_OF_ORDINAL))
        if leap_year and not leap_seen and _has_no_major_term(moon + 1):
            leap_seen = True
        else:
            number += 1
    return starts


def _month_with_winter_solstice(year: int) -> int:
    days = date(year, 12, 31).toordinal() + JULIAN_OF_ORDINAL - 2415021
    moon = floor(days / 29.530588853)
    return moon - 1 if _sun_sector(_new_moon(moon)) >= 9 else moon


def _has_no_major_term(moon: int) -> bool:
    return _sun_sector(_new_moon(moon)) == _sun_sector(_new_moon(moon + 1))


def _new_moon(k: int) -> int:
    """The Julian day number, in Vietnam, of the k-th new moon since 1 January 1900."""
    t = k / 1236.85
    sun = radians(359.2242 + 29.10535608 * k - 0.0000333 * t**2)
    moon = radians(306.0253 + 385.81691806 * k + 0.0107306 * t**2)
    node = radians(21.2964 + 390.67050646 * k - 0.0016528 * t**2)
    mean = 2415020.75933 + 29.53058868 * k + 0.0001178 * t**2
    mean += 0.00033 * sin(radians(166.56 + 132.87 * t - 0.009173 * t**2))
    true = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun) - 0.4068 * sin(moon)
    true += 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon) + 0.0104 * sin(2 * node)
    true += -0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon) + 0.0004 * sin(2 * node + sun)
    true += -0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon) + 0.0010 * sin(2 * node - moon)
    true += 0.0005 * sin(2 * moon + sun)
    clock_drift = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + true - clock_drift + 0.5 + UTC_PLUS_7)


def _sun_sector(julian_day: int) -> int:
    """Which twelfth of the ecliptic the sun is in at the start of a day: 0 from the spring equinox."""
    t = (julian_day - 0.5 - UTC_PLUS_7 - 2451545.0) / 36525
    anomaly = radians(357.52910 + 35999.05030 * t - 0.0001559 * t**2)
    longitude = 280.46645 + 36000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly)
    return floor(radians(longitude) % (2 * pi) / pi * 6)
