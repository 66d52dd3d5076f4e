"""Numbers in a sentence, with how exact the words around them say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dateline.lexicon.files import load
from dateline.lexicon.numbers import FIGURE, number_pattern, one_of, short, vague, value_of

Number = int | float


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at characters of a sentence: from `figure`, and from `start` with the words that say how exact it is."""

    start: int
    figure: int
    end: int
    low: Number | None
    high: Number | None
    vague: bool = False
    money: bool = False


@cache
def table(name: str) -> Any:
    """One of the lists of `quantities.yaml`."""
    return load("en/quantities.yaml")[name]


@cache
def pattern() -> re.Pattern[str]:
    """A number, or two that make a range, with the words around that say how exact."""
    bounds = table("bounds")
    ways = "|".join(rf"(?P<{name}>{one_of(bounds[name])})" for name in ("least", "most", "about", "plain"))
    signs = "[" + re.escape("".join(table("currencies")["signs"])) + "]"
    number, loose = number_pattern(), one_of(vague())
    return re.compile(
        rf"(?<![\w.,/:$-])(?:(?:{ways})\s+)?"
        rf"(?P<figure>(?P<between>between\s+)?(?P<sign>(?:US|A|C)?{signs}\s?)?"
        rf"(?:(?P<loose>{loose})|(?P<short>{FIGURE})\s?(?P<factor>{one_of(short(False))}|(?(sign){one_of(short(True))}|(?!)))"
        rf"|(?P<first>{number})"
        rf"(?:(?:\s+(?:to|or)\s+|\s?[-–]\s?|(?(between)\s+and\s+|(?!)))(?P<second>{number}))?))"
        r"(?!\w|[-–/:][\w]|[.,][0-9]|(?:st|nd|rd|th)\b)"
        r"(?P<more>\s+or\s+more\b|-plus\b|\+)?(?P<so>\s+or\s+so\b)?",
        re.IGNORECASE,
    )


def amounts(content: str) -> Iterator[Amount]:
    """The numbers of a sentence, in order."""
    for found in pattern().finditer(content):
        low, high = split_between(found) or limits(found)
        if low is None and high is None:
            continue
        start, figure = found.start(), found.start("figure")
        if found["second"] and follows_from(found):
            low = high = value_of(found["second"])
            start = figure = found.start("second")
        yield bounded(Amount(start, figure, found.end(), low, high, bool(found["loose"]), bool(found["sign"])), found)


def split_between(found: re.Match[str]) -> tuple[Number, Number] | None:
    """The limits of "between ten and fifteen", which the pattern takes for one number; None for anything else."""
    low, _, high = (found["first"] or "").lower().partition(" and ")
    if not found["between"] or found["second"] or not high:
        return None
    first, second = value_of(low), value_of(high)
    return (first, second) if first is not None and second is not None and first < second else None


def follows_from(found: re.Match[str]) -> bool:
    """Whether two numbers are the old and the new one: "rose from 20 to 30", "revised down from 40 to 31"."""
    return found.string[max(0, found.start() - 6) : found.start()].rstrip().lower().endswith("from")


def limits(found: re.Match[str]) -> tuple[Number | None, Number | None]:
    """The lowest and the highest that the number itself says; both None when it is none."""
    if found["loose"]:
        return vague()[" ".join(found["loose"].lower().split())]
    if found["short"]:
        told = multiplied(found["short"], found["factor"])
        return told, told
    low = value_of(found["first"])
    high = value_of(found["second"]) if found["second"] else low
    if low is None or high is None:
        return None, None
    return (low, high) if low <= high else (low, low)


def multiplied(figure: str, letters: str) -> int:
    """A figure with letters behind it: 2.5 and "bn" are 2,500,000,000."""
    return round(float(figure.replace(",", "")) * short(True)[letters.lower()])


def bounded(amount: Amount, found: re.Match[str]) -> Amount:
    """The amount with what "at least", "up to", "about" make of it."""
    if found["least"] or found["more"]:
        return replace(amount, high=None)
    if found["most"]:
        return replace(amount, low=None)
    if found["about"] or found["so"]:
        return replace(amount, vague=True)
    return amount
