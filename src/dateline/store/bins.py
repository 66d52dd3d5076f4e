"""Events over time: counted by day, week, month or year, whichever shows most without being too many."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dateline.store.fitting import Fitting
from dateline.store.index import Coded, Index, Numbers

MOST = 120
"""Units that may lie between the first and the last day, unless they are years."""
EARLIEST, LATEST = 0.08, 0.01
"""Shares of events at either end that are left out: one of 1950 in today's news would flatten the rest."""
LENGTHS = {"day": 1, "week": 7, "month": 30}
MONTHS_AND_YEARS = {"month": "datetime64[M]", "year": "datetime64[Y]"}
BEFORE_1970 = date(1970, 1, 1).toordinal()
LAST = date.max.toordinal()
Ordinals = Numbers | NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Bin:
    """The events that begin in a stretch of days, both included, by type: that with most events first."""

    begin: date
    finish: date
    types: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Bins:
    """Every unit from the first to the last, also those without events, and how many events lie in none."""

    unit: str
    bins: tuple[Bin, ...]
    before: int
    after: int
    undated: int


def over_time(index: Index, fit: Fitting) -> Bins:
    """Events that fit, over time."""
    what = index.events.what
    return binned(what.begin[fit.events], Coded(what.type.values, what.type.codes[fit.events]))


def binned(days: Numbers, types: Coded[str]) -> Bins:
    """Events over time, of each the ordinal of its day, 0 for none, and its type."""
    dated = days > 0
    undated = len(days) - int(dated.sum())
    if undated == len(days):
        return Bins("day", (), 0, 0, undated)
    days, codes = days[dated], types.codes[dated]
    ends = middle(days)
    unit = unit_for(*ends)
    units, (low, high) = unit_of(days, unit), unit_of(np.array(ends), unit).tolist()
    inside = (units >= low) & (units <= high)
    shape = (high - low + 1, len(types.values))
    places = np.ravel_multi_index((units[inside] - low, codes[inside]), shape)
    counts = np.bincount(places, minlength=shape[0] * shape[1]).reshape(shape)
    begins = first_day(np.arange(low, high + 2), unit)
    found = zip(begins[:-1].tolist(), np.minimum(begins[1:] - 1, LAST).tolist(), counts, strict=True)
    made = (Bin(date.fromordinal(begin), date.fromordinal(last), by_type(row, types)) for begin, last, row in found)
    return Bins(unit, tuple(made), int((units < low).sum()), int((units > high).sum()), undated)


def middle(days: Numbers) -> tuple[int, int]:
    """The first and the last day without the few events at either end."""
    first, last = int(EARLIEST * len(days)), len(days) - 1 - int(LATEST * len(days))
    ordered = np.partition(days, (first, last))
    return int(ordered[first]), int(ordered[last])


def unit_for(first: int, last: int) -> str:
    """The smallest unit of which not too many fit between two days."""
    return next((unit for unit, days in LENGTHS.items() if (last - first + 1) / days <= MOST), "year")


def unit_of(days: Ordinals, unit: str) -> NDArray[np.int64]:
    """The number of the unit that holds each day; weeks begin on Monday, as 1 January of the year 1 did."""
    if unit in MONTHS_AND_YEARS:
        since_1970 = (days.astype(np.int64) - BEFORE_1970).astype("datetime64[D]")
        return since_1970.astype(MONTHS_AND_YEARS[unit]).astype(np.int64)
    return (days.astype(np.int64) - 1) // LENGTHS[unit]


def first_day(units: NDArray[np.int64], unit: str) -> NDArray[np.int64]:
    """The day on which each unit begins, by its number."""
    if unit in MONTHS_AND_YEARS:
        return units.astype(MONTHS_AND_YEARS[unit]).astype("datetime64[D]").astype(np.int64) + BEFORE_1970
    return units * LENGTHS[unit] + 1


def by_type(counts: NDArray[np.int64], types: Coded[str]) -> tuple[tuple[str, int], ...]:
    """How many events there are of each type; types that none has are left out."""
    found = ((name, events) for name, events in zip(types.values, counts.tolist(), strict=True) if events)
    return tuple(sorted(found, key=lambda one: (-one[1], one[0])))
