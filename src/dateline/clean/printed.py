"""The line at the head of a text that says when it came out: "Updated: November 12, 2014 18:05 IST"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from dateline.clean.paragraphs import words_of
from dateline.clean.published import iso, written
from dateline.lexicon.calendar import numbered
from dateline.lexicon.files import load
from dateline.records.text import Span

LONGEST = 100
"""Characters; in a longer line a date is a part of something told."""
NUMBERS = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")


def printed(text: str, found: Sequence[Span]) -> tuple[Span, str] | None:
    """The first of some lines of a text that tells a day and nothing else, and the day in ISO 8601; None without one.

    The words that print it count for nothing: "Posted on", the weekday, the time of day and its zone.
    """
    for line in found:
        words = line.of(text)
        if len(words) <= LONGEST and any(map(str.isdigit, words)) and says_only_when(words) and (day := day_in(words)):
            return line, day
    return None


def day_in(words: str) -> str | None:
    """The day that a line tells, in full; None for one that may be of two months, and without a year."""
    numbers = NUMBERS.search(words)
    return written(words) or iso(numbers[0] if numbers else words)


def says_only_when(words: str) -> bool:
    """Whether all words of a line belong to a date and to what prints it."""
    return all(word[:1].isdigit() or word in beside() for word in map(str.casefold, words_of(words)))


@cache
def beside() -> frozenset[str]:
    """The words that make a date and stand beside one."""
    return frozenset(chain(*load("en/clean_dates.yaml").values(), numbered("months"), numbered("weekdays")))
