"""Figures as numbers: what a template needs to draw them as SVG, on a plane that stretches to any width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateline.store.counts import DayCount

WIDTH, HEIGHT = 1000.0, 100.0
MOST_BARS = 120
EARLIEST, LATEST = 0.08, 0.01
"""Shares of events at either end that are told and not drawn: one of 1950 in today's news would flatten the rest."""
Amount = float | None


@dataclass(frozen=True, slots=True)
class Range:
    """A range on the scale of all: where it begins and how wide it is, and whether it is open to either side."""

    x: float
    width: float
    open_below: bool
    open_above: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: events of one quad, from `y` down."""

    quad: int
    y: float
    height: float
    events: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The events that begin in a stretch of days, both included."""

    begin: date
    finish: date
    x: float
    width: float
    parts: tuple[Part, ...]
    events: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars over time; `most` is what the highest counts, `unit` what each stands for; the rest is not drawn."""

    bars: tuple[Bar, ...]
    most: int
    unit: str
    before: int
    after: int
    undated: int


def ranges(amounts: Sequence[tuple[Amount, Amount]]) -> tuple[Range, ...]:
    """Ranges on one scale from 0; an open end runs to the edge of the picture."""
    highest = max((one for pair in amounts for one in pair if one is not None), default=0) or 1
    scale = WIDTH / (highest * 1.15)

    def drawn(low: Amount, high: Amount) -> Range:
        first = 0.0 if low is None else low * scale
        last = WIDTH if high is None else high * scale
        return Range(round(first, 1), round(max(last - first, 0.0), 1), low is None, high is None)

    return tuple(drawn(low, high) for low, high in amounts)


def timeline(counts: Iterable[DayCount], quads: dict[str, int]) -> Timeline:
    """Bars of days, weeks, months or years, whichever shows most without being too many."""
    counts = list(counts)
    dated = [(one.day, one) for one in counts if one.day is not None]
    undated = sum(one.events for one in counts if one.day is None)
    if not dated:
        return Timeline((), 0, "day", 0, 0, undated)
    first, last = middle(dated)
    unit = unit_for(first, last)
    first = start_of(first, unit)
    stop = next_of(start_of(last, unit), unit)
    bins: dict[date, Counter[int]] = {}
    for day, one in dated:
        if first <= day < stop:
            bins.setdefault(start_of(day, unit), Counter())[quads.get(one.type, 0)] += one.events
    most = max(one.total() for one in bins.values())
    bars = tuple(bar(begin, bins[begin], (first, stop, unit), most) for begin in sorted(bins))
    before = sum(one.events for day, one in dated if day < first)
    after = sum(one.events for day, one in dated if day >= stop)
    return Timeline(bars, most, unit, before, after, undated)


def middle(dated: Sequence[tuple[date, DayCount]]) -> tuple[date, date]:
    """The first and the last day without the few events at either end."""
    days = sorted((day, one.events) for day, one in dated)
    whole = sum(events for _, events in days)
    return beyond(days, int(EARLIEST * whole)), beyond(days[::-1], int(LATEST * whole))


def beyond(days: Sequence[tuple[date, int]], spare: int) -> date:
    """The day at which more than so many events have gone by."""
    for day, events in days:
        spare -= events
        if spare < 0:
            return day
    return days[-1][0]


def unit_for(first: date, last: date) -> str:
    """The smallest unit of which not too many fit between two days."""
    length = (last - first).days + 1
    return next((unit for unit, days in (("day", 1), ("week", 7), ("month", 30)) if length / days <= MOST_BARS), "year")


def start_of(day: date, unit: str) -> date:
    """The first day of the unit that holds a day; weeks begin on Monday."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}.get(unit, day)


def next_of(begin: date, unit: str) -> date:
    """The first day of the next unit."""
    length = {"day": 1, "week": 7, "month": 31, "year": 366}[unit]
    return start_of(begin + timedelta(days=length), unit)


def bar(begin: date, quads: Counter[int], span: tuple[date, date, str], most: int) -> Bar:
    """A bar, its parts on one another in the order of quads."""
    first, stop, unit = span
    scale, after = WIDTH / (stop - first).days, next_of(begin, unit)
    parts, top = [], HEIGHT
    for quad, events in sorted(quads.items()):
        height = HEIGHT * events / most
        top -= height
        parts.append(Part(quad, round(top, 2), round(height, 2), events))
    x, width = (begin - first).days * scale, (after - begin).days * scale
    return Bar(begin, after - timedelta(days=1), round(x, 2), round(width * 0.86, 2), tuple(parts), quads.total())
