"""Words around place names, and short forms of states, for lookup."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load

SETS = (
    "strict",
    "beside",
    "aimed",
    "upon",
    "belonging",
    "firsts",
    "saints",
    "links",
    "part_of_name",
    "wholes",
    "natures",
    "taken",
    "captured",
    "taking",
    "particles",
    "directions",
    "compass",
    "settlements",
    "civic",
    "people_of",
    "sides",
    "shores",
    "quarters",
    "wards",
    "homes",
    "bodies_of",
    "papers",
    "streets",
    "roads",
    "surnames",
    "between",
    "given_names",
    "never",
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `places/words.yaml`; its header says what each list is for."""

    kinds: dict[str, str]
    kinds_of: dict[str, str]
    units: dict[str, str]
    strict: frozenset[str]
    beside: frozenset[str]
    aimed: frozenset[str]
    upon: frozenset[str]
    belonging: frozenset[str]
    firsts: frozenset[str]
    saints: frozenset[str]
    links: frozenset[str]
    part_of_name: frozenset[str]
    wholes: frozenset[str]
    natures: frozenset[str]
    taken: frozenset[str]
    captured: frozenset[str]
    taking: frozenset[str]
    particles: frozenset[str]
    directions: frozenset[str]
    compass: frozenset[str]
    settlements: frozenset[str]
    civic: frozenset[str]
    people_of: frozenset[str]
    sides: frozenset[str]
    shores: frozenset[str]
    quarters: frozenset[str]
    wards: frozenset[str]
    homes: frozenset[str]
    bodies_of: frozenset[str]
    papers: frozenset[str]
    streets: frozenset[str]
    roads: frozenset[str]
    surnames: frozenset[str]
    between: frozenset[str]
    given_names: frozenset[str]
    never: frozenset[str]
    articles: frozenset[str]


@cache
def place_words() -> Words:
    """The words around place names."""
    raw = load("places/words.yaml")
    sets = {name: frozenset(raw[name]) for name in SETS}
    articles = frozenset(load("places/spelling.yaml")["articles"])
    return Words(
        articles=articles, kinds=dict(raw["kinds"]), kinds_of=dict(raw["kinds_of"]), units=dict(raw["units"]), **sets
    )


@cache
def short_forms() -> dict[str, str]:
    """Short forms of states and provinces ("Ala.", "AL"), with the full name of each."""
    units = (units.items() for country, units in load("places/abbreviations.yaml").items() if country != "alone")
    return {short: name for pairs in units for name, forms in pairs for short in forms}


@cache
def alone() -> frozenset[str]:
    """Short forms that stand for a state without a town before them."""
    return frozenset(load("places/abbreviations.yaml")["alone"])


@cache
def short_form_after() -> re.Pattern[str]:
    """Finds ", Ala." or " D.C." where a name has just ended; group 1 or 2 is the short form."""
    forms = "|".join(re.escape(form) for form in sorted(short_forms(), key=lambda form: (-len(form), form)))
    return re.compile(rf"(?:,\s{{0,2}}({forms})|\s(D\.C\.))(?![\w.])", re.ASCII)


@cache
def larger_after() -> re.Pattern[str]:
    """What stands between a place and the larger one it lies in: ", ", " in northern ", ", a town in ", " area of "."""
    kinds = "|".join(sorted({*place_words().kinds, *place_words().natures, *place_words().units}))
    directions = "|".join(sorted(re.escape(word) for word in place_words().directions))
    return re.compile(
        rf",?\s(?:(?:an?|the)\s(?:[\w-]+\s){{0,3}})?(?:located\s|situated\s)?in\s(?:(?:{directions})\s){{0,3}}|,\s{{1,2}}|\s\(|"
        rf"\s(?:{kinds})\s(?:of|in)\s(?:(?:the\s)?(?:[a-z]+\s)?(?:city|town)\sof\s)?(?:(?:{directions})\s){{0,3}}"
    )


@cache
def larger_before() -> re.Pattern[str]:
    """What stands between a larger place and the one in it: "'s ", "'s northern city of "."""
    return re.compile(r"['’]s?\s(?:[a-z-]+\s){0,3}")


@cache
def bearings() -> re.Pattern[str]:
    """What follows a place told by where it lies or what it is: ", west of Goma", ", a village in", ", capital of"."""
    directions = "|".join(sorted(re.escape(word) for word in place_words().compass))
    kinds = "|".join(sorted(re.escape(word) for word in place_words().settlements))
    about = r"(?:(?:about|some|just|roughly|nearly|around|only|barely)\s)?"
    far = rf"{about}(?:[\d.,]{{1,6}}\s?(?:km|kilomet(?:er|re)s?|miles?)\s)?"
    lies = rf"{far}(?:to\sthe\s)?(?:(?:{directions})\sof|outside|near|off)\s(?:the\s)?[A-Z]"
    ends = rf"(?=[,.;]|\s(?:{directions}|in|on|near|outside|about|some|\d))"
    kind = rf"(?:an?|the|another)\s(?:[\w-]+\s){{0,3}}(?:{kinds}){ends}"
    seat = r"(?:the\s)?(?:[\w-]+\s){0,2}(?:capital|seat|centre|center|city|town)\sof\s(?:the\s)?(?:[a-z]+\s){0,2}[A-Z]"
    return re.compile(rf",\s(?:{lies}|{kind}|{seat})")
