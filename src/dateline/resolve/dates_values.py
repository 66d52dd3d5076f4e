"""Times as TIMEX3 values with the whole days that they denote."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.lexicon.calendar import Unit, table

COARSE = frozenset({"month", "quarter", "year"})
"""Precisions of times that are longer than a week and have a year of their own."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a time expression tells; the fields are those of `TimeMention`."""

    type: str
    value: str
    begin: date | None = None
    finish: date | None = None
    precision: str | None = None
    basis: str = "stated"


def day(when: date, basis: str = "stated") -> Told:
    """One day."""
    return Told("DATE", when.isoformat(), when, when, "day", basis)


def days(begin: date, finish: date, basis: str = "stated") -> Told:
    """Some days running; one day where they are out of order."""
    if finish <= begin:
        return day(begin, basis)
    return Told("DATE", f"{begin.isoformat()}/{finish.isoformat()}", begin, finish, "day", basis)


def onwards(told: Told) -> Told:
    """All time from the first day of a date on; the value stays the date's. Other times stay as they are."""
    return replace(told, finish=None, precision="open") if told.type in {"DATE", "TIME"} and told.begin else told


def week(when: date, basis: str = "stated") -> Told:
    """The ISO week that holds a day, Monday to Sunday."""
    year, number, weekday = when.isocalendar()
    monday = moved(when, 1 - weekday)
    return Told("DATE", f"{year}-W{number:02}", monday, moved(monday, 6), "week", basis)


def weekend(when: date, basis: str = "stated") -> Told:
    """Saturday and Sunday of the ISO week that holds a day."""
    year, number, weekday = when.isocalendar()
    saturday = moved(when, 6 - weekday)
    return Told("DATE", f"{year}-W{number:02}-WE", saturday, moved(saturday, 1), "day", basis)


def months(year: int, first: int, count: int, value: str, precision: str) -> Told:
    """Some months running, from the first of a year; they may end in the next year."""
    last = year * 12 + first - 1 + count - 1
    begin = date(year, first, 1)
    final_year, final_month = min(last // 12, 9999), last % 12 + 1
    return Told("DATE", value, begin, date(final_year, final_month, monthrange(final_year, final_month)[1]), precision)


def within(year: int) -> int:
    """The year, or the first or last that the calendar has."""
    return min(max(year, 1), 9999)


def month(year: int, number: int) -> Told:
    """One month."""
    year = within(year)
    return months(year, number, 1, f"{year:04}-{number:02}", "month")


def quarter(year: int, number: int) -> Told:
    """One quarter of a year."""
    year = within(year)
    return months(year, 3 * number - 2, 3, f"{year:04}-Q{number}", "quarter")


def half(year: int, number: int) -> Told:
    """One half of a year."""
    year = within(year)
    return months(year, 6 * number - 5, 6, f"{year:04}-H{number}", "quarter")


def season(year: int, code: str) -> Told:
    """A season of the northern half of the earth; winter is told by the year in which it begins."""
    year = within(year)
    first, count = table("season_months")[code]
    return months(year, first, count, f"{year:04}-{code}", "quarter")


def year(number: int) -> Told:
    """One year."""
    number = within(number)
    return months(number, 1, 12, f"{number:04}", "year")


def decade(first: int) -> Told:
    """Ten years from a first one."""
    return months(within(first), 1, 120, f"{first // 10:03}", "decade")


def century(number: int) -> Told:
    """The 20th century is told as the years that begin with 19."""
    first = max(1, 100 * (number - 1))
    return months(first, 1, 1200, f"{number - 1:02}", "century")


def holding(when: date, unit: Unit) -> Told:
    """The stretch of a unit's precision that holds a day."""
    stretches = {
        "week": lambda: week(when),
        "month": lambda: month(when.year, when.month),
        "quarter": lambda: quarter(when.year, (when.month + 2) // 3),
        "year": lambda: year(when.year),
        "decade": lambda: decade(when.year // 10 * 10),
        "century": lambda: century(when.year // 100 + 1),
    }
    return stretches.get(unit.precision, lambda: day(when))()


UNKNOWN = {
    "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def unknown(precision: str) -> Told:
    """A time of that precision, nobody knows which."""
    return Told("DATE", UNKNOWN.get(precision, "XXXX-XX-XX"), precision=precision, basis="relative")


def amount(number: int | float | None, unit: Unit) -> str:
    """A TIMEX3 duration; X for an unknown number."""
    if number is not None and unit.code == "TH" and number != int(number):
        return f"PT{number * 60:.12g}M"
    shown = "X" if number is None else f"{number * unit.each:.12g}"
    return f"PT{shown}{unit.code[1:]}" if unit.code[0] == "T" else f"P{shown}{unit.code}"


def moved(when: date, count: int) -> date:
    """Some days later, kept within the calendar."""
    try:
        return when + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min


def shifted(when: date, count: float, unit: Unit) -> date:
    """Some units later; days that a shorter month lacks become its last; kept within the calendar."""
    total = count * unit.each
    if unit.code in {"M", "Y"}:
        return by_months(when, round(min(max(total, -1e6), 1e6) * (12 if unit.code == "Y" else 1)))
    return moved(when, round(min(max(total * DAYS[unit.code], -4e6), 4e6)))


DAYS = {"D": 1.0, "W": 7.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}


def by_months(when: date, count: int) -> date:
    """Some months later."""
    total = when.year * 12 + when.month - 1 + count
    number, index = total // 12, total % 12
    if number < 1 or number > 9999:
        return date.min if number < 1 else date.max
    return date(number, index + 1, min(when.day, monthrange(number, index + 1)[1]))
