"""Publication dates as people write them, as ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)[T ]?(?:(\d\d)(\d\d)(\d\d)?(Z?))?")
EPOCH = re.compile(r"\d{9,10}(?:\.\d{1,9})?|\d{12,13}")
FORMS = (
    re.compile(r"(?P<year>\d{4})[/.](?P<number>\d{1,2})[/.](?P<day>\d{1,2})\b"),
    re.compile(r"(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]{{1,3}}(?:of\s)?{MONTH}[,\s-]{{1,3}}(?P<year>\d{{4}})\b"),
    re.compile(rf"\b{MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}(?P<year>\d{{4}})\b"),
)
FIRST_NEWSPAPER = 1600
"""An earlier year is a program's word for "no date" ("0001-01-01")."""
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")


def iso(given: str | None) -> str | None:
    """A date or date-time in ISO 8601, the time kept where it is told; None when it cannot be understood surely."""
    value = (given or "").strip()[:100]
    told = (kept(value) or compact(value) or mail(value) or written(value) or slashed(value)) if value else None
    return told if told is not None and int(told[:4]) >= FIRST_NEWSPAPER else None


def kept(value: str) -> str | None:
    """A value that is ISO 8601 already, as it is."""
    if PARTIAL.fullmatch(value):
        return value
    if not re.match(r"\d{4}-\d\d-\d\d(?!\d)", value):
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return day_of(int(value[:4]), int(value[5:7]), int(value[8:10]))
    return value


def compact(value: str) -> str | None:
    """20240304, 20240304T101500Z, or seconds or milliseconds since 1970."""
    if (found := COMPACT.fullmatch(value)) and (day := day_of(*map(int, found.group(1, 2, 3)))):
        hour, minute, second = (found[n] or "00" for n in (4, 5, 6))
        return kept(f"{day}T{hour}:{minute}:{second}{found[7]}") if found[4] else day
    if not EPOCH.fullmatch(value):
        return None
    seconds = float(value) / (1000 if len(value.partition(".")[0]) > 10 else 1)
    return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))).isoformat()


def mail(value: str) -> str | None:
    """Mon, 04 Mar 2024 10:00:00 GMT."""
    if not re.match(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d\d?:\d\d", value):
        return None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def written(value: str) -> str | None:
    """4 March 2024, March 4th, 2024, 2024/03/04, 4.3.2024, with anything around."""
    for form in FORMS:
        found = form.search(value.casefold())
        if found:
            parts = found.groupdict()
            month = MONTHS.index(parts["month"]) + 1 if "month" in parts else int(parts["number"])
            return day_of(int(parts["year"]), month, int(parts["day"]))
    return None


def slashed(value: str) -> str | None:
    """13/3/2024 or 3/13/2024; None for 3/4/2024, which is March in one country and April in another."""
    found = SLASHED.match(value)
    if not found:
        return None
    one, other, year = map(int, found.groups())
    if one == other or one > 12:
        return day_of(year, other, one)
    return day_of(year, one, other) if other > 12 else None


def day_of(year: int, month: int, day: int) -> str | None:
    """The day in ISO 8601; None when there is none such."""
    try:
        return date(year, month, day).isoformat() if year >= 1500 else None
    except ValueError:
        return None
