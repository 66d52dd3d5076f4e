"""Words for times, and the patterns that find them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon.files import load
from dateline.lexicon.numbers import number_pattern, one_of

FILE = "en/calendar.yaml"
SLOT = re.compile(r"\{([A-Z]+)\}")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of time: the letters of its TIMEX3 duration, how many of them it is, and the precision it gives."""

    code: str
    each: int
    precision: str


@dataclass(frozen=True)
class Rule:
    """A way to write a time: the pattern, and the name of the function that makes a time of what it finds."""

    pattern: re.Pattern[str]
    make: str


@cache
def table(name: str) -> Any:
    """One of the lists of `calendar.yaml`."""
    return load(FILE)[name]


@cache
def numbered(name: str) -> dict[str, int]:
    """Every way to write a month or weekday, in lower case, and its number from 1."""
    return {way.lower(): n for n, ways in enumerate(table(name), start=1) for way in ways}


@cache
def units() -> dict[str, Unit]:
    """Units of time by their word in the singular."""
    return {word: Unit(entry["code"], entry["each"], entry["precision"]) for word, entry in table("units").items()}


def unit_of(word: str) -> Unit:
    """The unit that a word names, in the singular or the plural. Raises `KeyError` for other words."""
    plain = word.lower().rstrip("'’.")
    return units()[plain] if plain in units() else units()[plain.removesuffix("s")]


def names_of(name: str) -> str:
    """A pattern for months or weekdays; what is cut short may end with a full stop."""
    whole, short = one_of(ways[0] for ways in table(name)), one_of(way for ways in table(name) for way in ways[1:])
    return rf"{whole}\b|{short}\b\.?"


@cache
def slots() -> dict[str, str]:
    """What each name in braces stands for in a rule."""
    few, number = one_of(table("few")), number_pattern()
    return {
        "MONTH": rf"(?P<month>{names_of('months')})",
        "DAY": r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w]|[.,:/][0-9])",
        "DAYTWO": r"(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w]|[.,:/][0-9])",
        "YEAR": r"(?P<year>(?:1[0-9]|20)[0-9]{2})(?![\w]|[.,:/][0-9])",
        "WEEKDAY": rf"(?P<weekday>{names_of('weekdays')})",
        "WEEKDAYS": rf"(?P<weekday>{one_of(ways[0] for ways in table('weekdays'))})s",
        "DAYPART": rf"(?P<daypart>{one_of(table('dayparts'))})",
        "SEASON": rf"(?P<season>{one_of(table('seasons'))})",
        "REL": rf"(?P<rel>{one_of(table('relatives'))})",
        "PART": rf"(?P<part>{one_of(table('parts'))})",
        "DEICTIC": rf"(?P<deictic>{one_of(table('deictics'))})",
        "UNIT": rf"(?P<unit>{one_of(units())}s?)",
        "DAYUNIT": rf"(?P<unit>day|{one_of(table('dayparts'))})",
        "UNITS": rf"(?P<unit>{one_of(units())}s)",
        "NUMBER": rf"(?P<n>{number})",
        "N": rf"(?P<n>{number}|{few}|an?(?:\s+half)?)",
        "COUNT": rf"(?P<n>{number}|{few})",
        "FEW": rf"(?P<n>{few})",
        "ABOUT": rf"(?P<about>{one_of(table('about'))})",
        "ORDINAL": rf"(?P<ordinal>{one_of(table('ordinals'))}|[0-9]{{1,2}}(?:st|nd|rd|th))",
        "REFERENCE": rf"(?P<reference>{one_of(table('references'))})",
        "SET": rf"(?P<set>{one_of(table('sets'))})",
        "HOLIDAY": rf"(?P<holiday>{one_of(table('holidays'))})",
        "NAMED": rf"(?P<named>{one_of(table('named'))})",
        "CLOCK": r"(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?",
        "ZONE": r"(?P<zone>GMT|UTC|EST|EDT|PST|PDT|CET|BST|local\s+time)",
    }


def compiled(template: str) -> re.Pattern[str]:
    """A rule's pattern with its names filled in; blanks match any white space, and it starts and ends between words."""
    filled = SLOT.sub(lambda name: slots()[name[1]], template.replace(" ", r"\s+"))
    return re.compile(rf"(?<![\w$€£#@/])(?<![0-9][.,:-])(?:{filled})(?!\w)", re.IGNORECASE)


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file: of two times on the same words the earlier rule's is kept."""
    return tuple(Rule(compiled(entry["pattern"]), entry["make"]) for entry in table("rules"))


@cache
def not_times() -> re.Pattern[str]:
    """A pattern for phrases that hold a time word and tell no time."""
    return re.compile(rf"\b{one_of(table('not_times'))}\b")
