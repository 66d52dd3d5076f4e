"""Words that tell what befell the counted, and patterns that find them beside a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.numbers import one_of
from dateline.resolve.quantities_numbers import table

WINDOW = 100
"""Characters before and after a number in which its cue stands."""
NEAR = 40
"""Characters before a number in which a verb stands that counts it."""


@dataclass(frozen=True)
class Cues:
    """Each way to tell a kind, from the words in lower case to the kind."""

    verb: dict[str, str]
    done: dict[str, str]
    state: dict[str, str]
    noun: dict[str, str]
    role: dict[str, str]
    of: dict[str, str]
    lost: dict[str, str]


@cache
def cues() -> Cues:
    """All cues of `quantities.yaml`."""
    ways: dict[str, dict[str, str]] = {name: {} for name in ("verb", "done", "state", "noun", "role", "of", "lost")}
    for entry in table("cues"):
        for name, found in ways.items():
            if name in entry:
                found.update(dict.fromkeys(forms(entry[name], name), entry["kind"]))
    return Cues(**ways)


def forms(told: str | list[str], way: str) -> list[str]:
    """The forms of a cue: those listed, or those of a regular verb."""
    if isinstance(told, list):
        return told
    if way in {"noun", "role"}:
        return [told, plural(told)]
    if way not in {"verb", "done"}:
        return [told]
    stem = told.removesuffix("e")
    past = f"{told[:-1]}ied" if told.endswith("y") else f"{stem}ed"
    return [told, plural(told), past, f"{stem}ing"]


def plural(word: str) -> str:
    """A noun with its "s"; the same letters make the third person of a verb."""
    if word.endswith("y"):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("sh", "ch", "ss")) else f"{word}s"


@cache
def after() -> re.Pattern[str]:
    """What follows the counted: a verb or a state, with small words between."""
    told = one_of([*cues().verb, *cues().done, *cues().state])
    return re.compile(rf"\s+(?:{one_of(table('between'))}\s+){{0,5}}(?P<cue>{told})\b(?!-)", re.IGNORECASE)


@cache
def before() -> re.Pattern[str]:
    """What precedes a number: a verb that counts its object, or a noun with "of"."""
    of = rf"(?P<of>{one_of(cues().of)})(?:\s+of|(?<=to))"
    return re.compile(
        rf"(?<![\w-])(?:(?P<verb>{one_of(cues().verb)})|{of})\s+(?:{one_of(table('leading'))}\s+){{0,3}}$",
        re.IGNORECASE,
    )


@cache
def toll() -> re.Pattern[str]:
    """A running total before a number: "the death toll rose to", "the toll at"."""
    told, same, links = one_of(table("tolls")), one_of(table("same_toll")), one_of(table("toll_links"))
    heads = rf"(?:(?P<told>{told})\b|(?P<same>{same})\b(?!\s+of\b))"
    return re.compile(rf".*\b{heads}[^.;:]{{0,70}}\b{links}\s+$", re.IGNORECASE | re.DOTALL)


@cache
def part_before() -> re.Pattern[str]:
    """Words that begin a part of a total."""
    return re.compile(rf"\b{one_of(table('parts')['before'])}\b", re.IGNORECASE)


@cache
def part_after() -> re.Pattern[str]:
    """Words behind a number that make it a part of a total."""
    return re.compile(rf"\s+{one_of(table('parts')['after'])}\b", re.IGNORECASE)


@cache
def nobody() -> re.Pattern[str]:
    """Nobody; "no" with one or two nouns that tell a kind; "not a single" with a noun for somebody."""
    noun, somebody = one_of(cues().noun), one_of([*people(), *map(plural, people())])
    told = rf"no\s+(?:[^\W\d]{{1,20}}\s+)?(?P<noun>{noun})(?:\s+or\s+(?P<other>{noun}))?"
    ways = rf"(?P<none>{one_of(table('none'))})|{told}|{one_of(table('no_single'))}\s+{somebody}"
    return re.compile(rf"\b(?:{ways})\b", re.IGNORECASE)


def plain(words: str) -> str:
    """Words in lower case with single blanks."""
    return " ".join(words.lower().split())


@cache
def people() -> frozenset[str]:
    """Nouns for somebody, in lower case."""
    return frozenset(one.lower() for one in table("people"))
