"""Lists and dates as the data files write them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any


def strings(values: Iterable[Any] | None) -> tuple[str, ...]:
    """The values of a list in a data file as strings; none for a list that is not there."""
    return tuple(str(value) for value in values or ())


def day_of(value: object, *, first: bool) -> date | None:
    """The day of "2015", "2015-09" or "2015-09-30": of a year or month its first day or its last.

    Raises `ValueError` when it is no date.
    """
    if value is None:
        return None
    words = str(value)
    if len(words) == 4:
        words += "-01" if first else "-12"
    if len(words) == 7:
        start = date.fromisoformat(f"{words}-01")
        return start if first else start.replace(day=monthrange(start.year, start.month)[1])
    return date.fromisoformat(words[:10])
