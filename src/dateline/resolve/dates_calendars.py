"""Days of calendars other than the civil one, as days of the civil one.

After Dershowitz and Reingold, Calendrical Calculations (4th edition, 2018), where nothing else is said.
"""

from __future__ import annotations

from datetime import date

HEBREW_EPOCH = -1373427
HIJRI_EPOCH = 227014
NEW_MOON, LUNATION = 730125.76, 29.530588853
"""A mean new moon (6 January 2000, 18:14 UT) as an ordinal of `date`, and the mean days from one to the next."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    total = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, total // 31, total % 31 + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar (Meeus, Astronomical Algorithms, 1991)."""
    d = (19 * (year % 19) + 15) % 30
    total = d + (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7 + 114
    behind = year // 100 - year // 400 - 2
    return date.fromordinal(date(year, total // 31, total % 31 + 1).toordinal() + behind)


def passover(year: int) -> date:
    """The first day of Passover, 163 days before the Hebrew year begins."""
    return date.fromordinal(hebrew_new_year(year + 3761) - 163)


def hebrew_new_year(year: int) -> int:
    """The ordinal of Rosh Hashanah of a Hebrew year."""
    before, this, after = (hebrew_days(one) for one in (year - 1, year, year + 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return HEBREW_EPOCH + this + delay


def hebrew_days(year: int) -> int:
    """Days from the epoch to the new moon of a Hebrew year's Tishri, moved off the weekdays that it may not fall on."""
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if (3 * (days + 1)) % 7 < 3 else days


def hijri(year: int, month: int, day: int) -> list[date]:
    """The days of a civil year with that month and day of the arithmetical Islamic calendar: none, one or two.

    What is seen of the moon may put a feast a day earlier or later.
    """
    around = (year - 622) * 33 // 32
    found = [hijri_ordinal(one, month, day) for one in range(around - 1, around + 3)]
    return [when for one in found if one > 0 and (when := date.fromordinal(one)).year == year]


def hijri_ordinal(year: int, month: int, day: int) -> int:
    """The ordinal of a day of the arithmetical Islamic calendar."""
    return day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + HIJRI_EPOCH


def new_moon(start: date) -> date:
    """The day of the first mean new moon not before a day; the true one may be a day off."""
    turns = -(-(start.toordinal() - NEW_MOON) // LUNATION)
    return date.fromordinal(int(NEW_MOON + turns * LUNATION))
