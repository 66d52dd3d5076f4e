"""Texts that are all in capitals: what their words would look like in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from dateline.lexicon.calendar import numbered
from dateline.lexicon.files import load
from dateline.lexicon.stems import rarity, stem
from dateline.parse.titles import common_words, is_common

SHORTEST = 3
"""A word of fewer letters that nobody knows is no name but an abbreviation, an ordinal, a slip."""
VOWELS = frozenset("AEIOUY")
FORMS = ("ed", "ing", "s", "ly")
"""Endings of verbs, plurals and adverbs, which seldom end a name."""


ELIDED = re.compile(r"(?P<first>[A-Z]{1,3}['’])(?P<rest>[A-Z]{3,20})")
"""A name in two pieces: "O'HIGGINS", "D'AUBUISSON", "MA'ARIB"."""


@cache
def capital_words() -> frozenset[str]:
    """Words that news always writes with a capital, in lower case."""
    return frozenset(load("en/capital_words.yaml")["capitals"])


def is_name(word: str, is_english: Callable[[str], bool], *, after_name: bool) -> bool:
    """Whether a word in capitals is a name: news writes it so, or it is no English word or a rare one after a name.

    The last because lists of English words have many first names and surnames: "JUAN ARIAS".
    """
    lower = word.lower()
    if ELIDED.fullmatch(word):
        return not is_english(lower)
    is_ordinary = is_common(word) if len(word) <= SHORTEST else lower in common_words()
    if not word.isalpha() or is_ordinary:
        return False
    if lower in capital_words():
        return True
    if is_common(word):
        return False
    if len(word) >= SHORTEST and not is_english(lower) and not is_english(of_one(lower)):
        return True
    return after_name and rarity(stem(lower)) == 1 and not lower.endswith(FORMS)


def of_one(word: str) -> str:
    """A word for men as for one of them: "policeman" of "policemen"."""
    return f"{word.removesuffix('men')}man" if word.endswith("men") else word


def is_placed(word: str, before: Sequence[str], after: str, is_english: Callable[[str], bool]) -> bool:
    """Whether the words around one in capitals make it a name: "26 MAY", "NORTH KIVU", "THE CITY OF FLORES"."""
    words, lower = load("en/capital_words.yaml"), word.lower()
    last = before[-1].lower() if before else ""
    if lower in numbered("months"):
        return after.isdigit() or last.isdigit() or last in words["leading"]
    if lower in words["opening"]:
        return is_name(after, is_english, after_name=False)
    is_of = last == "of" and len(before) > 1 and before[-2].lower() in words["named"]
    return is_of and word.isalpha() and lower not in common_words() and len(word) > SHORTEST


def plain(word: str, *, capital: bool) -> str:
    """A word in capitals as it would stand in plain text; "I" and abbreviations stay."""
    if word == "I" or (capital and word.isalpha() and VOWELS.isdisjoint(word)):
        return word
    if capital and (found := ELIDED.fullmatch(word)) is not None:
        return found["first"].capitalize() + found["rest"].capitalize()
    return word.capitalize() if capital else word.lower()
