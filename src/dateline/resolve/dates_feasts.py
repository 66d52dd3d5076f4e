"""Days that bear a name: which day of which year a feast is, or which days it may be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from dateline.lexicon.calendar import numbered, table
from dateline.resolve import dates_calendars as calendars
from dateline.resolve import dates_rules as rules
from dateline.resolve import dates_values as values
from dateline.resolve.dates_rules import Around, Match, group, number, relative
from dateline.resolve.dates_values import Told

MOVABLE: dict[str, Callable[[int], date]] = {
    "easter": calendars.easter,
    "orthodox": calendars.orthodox_easter,
    "passover": calendars.passover,
}
OBSERVED = frozenset({"hijri", "moon"})
"""Calendars whose days hang on what is seen of the moon: a day may be a day off."""
MONTH = 28
"""A feast of more days is told as a month."""


def holiday(found: Match, around: Around) -> Told | None:
    """Christmas Day, Good Friday 2015, Eid al-Fitr, the month of Ramadan."""
    if not rules.is_capital(found, "holiday"):
        return None
    name, year = group(found, "holiday"), number(found, "year")
    if year:
        first = next(iter(firsts(holiday_rules()[name], year)), None)
        return None if first is None else stretch(name, first)
    if around.anchor is None:
        return values.unknown("day")
    years = range(max(2, around.anchor.year - 1), min(9998, around.anchor.year + 1) + 1)
    when = rules.pointed([first for one in years for first in firsts(holiday_rules()[name], one)], around)
    return relative(stretch(name, when)) if when else None


def stretch(name: str, first: date) -> Told:
    """The days of a feast that begins on a day, with those that it may begin or end on."""
    count = holiday_days().get(name, 1)
    slack = 1 if holiday_rules()[name].split()[0] in OBSERVED else 0
    begin, finish = values.moved(first, -slack), values.moved(first, count - 1 + slack)
    told = values.days(begin, finish)
    return told if count < MONTH else Told("DATE", told.value, begin, finish, "month")


def holiday_rules() -> dict[str, str]:
    """The rule of each holiday by its name in lower case."""
    return {name.lower(): rule for name, rule in table("holidays").items()}


def holiday_days() -> dict[str, int]:
    """How many days each holiday of more than one has, by its name in lower case."""
    return {name.lower(): count for name, count in table("holiday_days").items()}


def firsts(rule: str, year: int) -> list[date]:
    """The first days of a holiday that fall in a year; only of the Islamic calendar there may be none or two."""
    kind, _, rest = rule.partition(" ")
    if kind == "hijri":
        month, day = rest.split("-")
        return calendars.hijri(year, int(month), int(day))
    if kind == "moon":
        start, _, count = rest.partition("+")
        return [values.moved(calendars.new_moon(date(year, *map(int, start.split("-")))), int(count or 0))]
    return [civil(rule, year)]


def civil(rule: str, year: int) -> date:
    """The day of a holiday: of the civil year, the Nth weekday of a month, or so many days from a movable feast."""
    base, _, count = rule.partition("+")
    if base in MOVABLE:
        return values.moved(MOVABLE[base](year), int(count))
    month, *rest = rule.split("-")
    if len(rest) == 1:
        return date(year, int(month), int(rest[0]))
    first = date(year, int(month), 1)
    ahead = (numbered("weekdays")[rest[0]] - first.isoweekday()) % 7
    return values.moved(first, ahead + 7 * (int(rest[1]) - 1))
