"""What each way to write a time denotes: one function for each `make` of `calendar.yaml`.

Each takes the match and what is known around it, and gives None where the words tell no time after all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from dateline.lexicon.calendar import Unit, numbered, table, unit_of
from dateline.lexicon.numbers import value_of
from dateline.resolve import dates_values as values
from dateline.resolve.dates_tense import FUTURE, PAST
from dateline.resolve.dates_values import Told

Match = re.Match[str]


@dataclass(frozen=True)
class Around:
    """What is known around a time: the anchor, the last day told before it, and where the grammar points.

    `lately`: the month or year told last, where no day was told since, by its first day.
    """

    anchor: date | None
    last: date | None
    direction: Callable[[], int | None]
    day_first: bool = False
    lately: date | None = None

    @property
    def before(self) -> date | None:
        """The day that "the next day" counts from."""
        return self.last or self.anchor


def group(found: Match, name: str) -> str:
    """What a group holds, in lower case and with single blanks; "" without such a group or when it is empty."""
    held = found.groupdict().get(name) or ""
    return " ".join(held.lower().split())


def number(found: Match, name: str) -> int | None:
    """A group as a whole number; None when it is empty."""
    held = group(found, name)
    return int(held) if held else None


def is_capital(found: Match, name: str) -> bool:
    """Whether a group begins with a capital, as names of months and days do."""
    return (found.groupdict().get(name) or "A")[0].isupper()


def month_number(found: Match) -> int:
    """The month of a match, from 1."""
    return numbered("months")[group(found, "month").rstrip(".")]


def weekday_number(found: Match) -> int:
    """The weekday of a match, from 1 for Monday."""
    return numbered("weekdays")[group(found, "weekday").rstrip(".")]


def safe(year: int, month: int, day: int) -> date | None:
    """A date; None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def relative(told: Told) -> Told:
    """The same, said to be relative."""
    return replace(told, basis="relative")


def steps(found: Match) -> int | None:
    """How many units away "last", "this" or "next" point; None without such a word."""
    held = group(found, "rel")
    return table("relatives").get(held) if held else None


def iso(found: Match, _: Around) -> Told | None:
    """2015-10-03, 2015-10-03T08:00."""
    when = safe(int(found["year"]), int(found["month"]), int(found["day"]))
    if when is None or not found["hour"]:
        return values.day(when) if when else None
    return timed(values.day(when), int(found["hour"]), int(found["minute"]))


def slashed(found: Match, around: Around) -> Told | None:
    """03/04/2015: the month first, unless it cannot be or `day_first` is set."""
    first, second, year = int(found["first"]), int(found["second"]), full_year(found["year"])
    turned = (second, first) if around.day_first else (first, second)
    when = safe(year, *turned) or safe(year, *reversed(turned))
    return values.day(when) if when else None


def dotted(found: Match, _: Around) -> Told | None:
    """3.4.2015: always the day first."""
    when = safe(int(found["year"]), int(found["month"]), int(found["day"]))
    return values.day(when) if when else None


def full_year(text: str) -> int:
    """A year of two figures within 1950 to 2049, or one of four."""
    year = int(text)
    return year if len(text) == 4 else year + (1900 if year >= 50 else 2000)


def month_day(found: Match, around: Around) -> Told | None:
    """March 3, 2015; 3 March; March 3-5."""
    if not is_capital(found, "month"):
        return None
    month = month_number(found)
    first = int(found["day"]) if group(found, "day") else ordinal(group(found, "ordinal"))
    year = number(found, "year")
    basis = "stated" if year else "relative"
    begin = safe(year, month, first) if year else nearest_day(month, first, around)
    if begin is None:
        return no_year(month, first) if safe(2000, month, first) else None
    finish = safe(begin.year, month, number(found, "day2") or first)
    return values.days(begin, finish or begin, basis)


def no_year(month: int, day: int) -> Told:
    """A day of nobody knows which year."""
    return Told("DATE", f"XXXX-{month:02}-{day:02}", precision="day", basis="relative")


def nearest_day(month: int, day: int, around: Around) -> date | None:
    """The day in the year that the grammar points to: the last one not after the anchor, or the next."""
    if around.anchor is None or safe(2000, month, day) is None:
        return None
    years = range(max(1, around.anchor.year - 4), min(9999, around.anchor.year + 4) + 1)
    return pointed([when for year in years if (when := safe(year, month, day))], around)


def pointed(dates: list[date], around: Around) -> date | None:
    """Of some dates in order, the one that the grammar points to; the nearest where it points nowhere."""
    anchor, towards = around.anchor, around.direction()
    if anchor is None or not dates:
        return None
    if towards == FUTURE:
        return next((when for when in dates if when >= anchor), dates[-1])
    if towards == PAST:
        return next((when for when in reversed(dates) if when <= anchor), dates[0])
    return min(dates, key=lambda when: (abs((when - anchor).days), when))


def month_year(found: Match, _: Around) -> Told | None:
    """March 2015."""
    if not is_capital(found, "month"):
        return None
    return values.month(int(found["year"]), month_number(found))


def month_rel(found: Match, around: Around) -> Told | None:
    """March of last year."""
    month = month_number(found)
    if around.anchor is None:
        return Told("DATE", f"XXXX-{month:02}", precision="month", basis="relative")
    return relative(values.month(around.anchor.year + (steps(found) or 0), month))


def month(found: Match, around: Around) -> Told | None:
    """In March; last March; early next March."""
    if not is_capital(found, "month"):
        return None
    number_, step, anchor = month_number(found), steps(found), around.anchor
    if anchor is None:
        return Told("DATE", f"XXXX-{number_:02}", precision="month", basis="relative")
    return relative(values.month(year_of(number_, step, anchor, around), number_))


def year_of(month_: int, step: int | None, anchor: date, around: Around) -> int:
    """The year of a month that is told without one."""
    if step is not None and step < 0:
        return anchor.year - (month_ >= anchor.month)
    if step is not None:
        return anchor.year + (step > 0 and month_ <= anchor.month)
    towards = around.direction()
    if towards == FUTURE:
        return anchor.year + (month_ < anchor.month)
    if towards == PAST or month_ <= anchor.month:
        return anchor.year - (month_ > anchor.month)
    return anchor.year - (month_ - anchor.month > 6)


def weekday(found: Match, around: Around) -> Told | None:
    """Monday, next Monday, late Monday, Monday night."""
    if not is_capital(found, "weekday"):
        return None
    return with_daypart(on_weekday(found, around), found)


def on_weekday(found: Match, around: Around) -> Told:
    """The day of a match's weekday, whatever part of it."""
    number_, step, anchor = weekday_number(found), steps(found), around.anchor
    if anchor is None:
        return Told("DATE", f"XXXX-WXX-{number_}", precision="day", basis="relative")
    back = (anchor.isoweekday() - number_) % 7
    if step is None:
        ahead = (7 - back) % 7
        return values.day(values.moved(anchor, ahead if around.direction() == FUTURE else -back), "relative")
    count = {-1: -(back or 7), 0: number_ - anchor.isoweekday(), 1: 7 - back}[step]
    return values.day(values.moved(anchor, count), "relative")


def with_daypart(told: Told, found: Match) -> Told:
    """The same with "morning", "night" …, when the match has one."""
    part = table("dayparts").get(group(found, "daypart"))
    return replace(told, type="TIME", value=f"{told.value}T{part}", precision="hour") if part else told


def weekday_week(found: Match, around: Around) -> Told | None:
    """Tuesday of last week."""
    number_ = weekday_number(found)
    if around.anchor is None:
        return Told("DATE", f"XXXX-WXX-{number_}", precision="day", basis="relative")
    count = number_ - around.anchor.isoweekday() + 7 * (steps(found) or 0)
    return values.day(values.moved(around.anchor, count), "relative")


def deictic(found: Match, around: Around) -> Told | None:
    """Today, yesterday morning, tonight, this evening."""
    word = group(found, "deictic") or group(found, "rel")
    count = table("deictics").get(word, 0)
    if around.anchor is None:
        told = values.unknown("day")
    else:
        told = values.day(values.moved(around.anchor, count), "relative")
    if word in table("night"):
        return replace(told, type="TIME", value=f"{told.value}TNI", precision="hour")
    return with_daypart(told, found)


def beyond(found: Match, around: Around) -> Told | None:
    """The day before yesterday, the day after tomorrow."""
    if around.anchor is None:
        return values.unknown("day")
    return values.day(values.moved(around.anchor, -2 if "yesterday" in group(found, "side") else 2), "relative")


def overnight(_: Match, around: Around) -> Told | None:
    """The night before the anchor's day."""
    told = values.day(values.moved(around.anchor, -1), "relative") if around.anchor else values.unknown("day")
    return replace(told, type="TIME", value=f"{told.value}TNI", precision="hour")


def timed(told: Told, hour: int, minute: int | None) -> Told | None:
    """A day with a time of the clock; None when there is no such time."""
    if hour > 24 or (minute or 0) > 59:
        return None
    return replace(told, type="TIME", value=f"{told.value}T{hour:02}:{minute or 0:02}", precision="minute")


def ordinal(text: str) -> int:
    """The number of an ordinal in figures or words."""
    figures = re.match(r"[0-9]{1,2}", text)
    return int(figures[0]) if figures else int(table("ordinals")[text])


def unit_and_number(found: Match) -> tuple[Unit, int | float | None]:
    """The unit of a match and how many of it; None for "several"."""
    return unit_of(found["unit"]), value_of(group(found, "n"))
