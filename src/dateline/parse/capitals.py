"""Texts that are all in capitals: what their words would look like in plain text."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dateline.lexicon.files import load
from dateline.lexicon.stems import rarity, stem
from dateline.parse.titles import is_common

SHORTEST = 3
"""A word of fewer letters that nobody knows is no name but an abbreviation, an ordinal, a slip."""
VOWELS = frozenset("AEIOUY")
FORMS = ("ed", "ing", "s", "ly")
"""Endings of verbs, plurals and adverbs, which seldom end a name."""


@cache
def capital_words() -> frozenset[str]:
    """Words that news always writes with a capital, in lower case."""
    return frozenset(load("en/capital_words.yaml")["capitals"])


def is_name(word: str, is_english: Callable[[str], bool], *, after_name: bool) -> bool:
    """Whether a word in capitals is a name: news writes it so, or it is no English word or a rare one after a name.

    The last because lists of English words have many first names and surnames: "JUAN ARIAS".
    """
    lower = word.lower()
    if not word.isalpha() or is_common(word):
        return False
    if lower in capital_words() or (len(word) >= SHORTEST and not is_english(lower)):
        return True
    return after_name and rarity(stem(lower)) == 1 and not lower.endswith(FORMS)


def plain(word: str, *, capital: bool) -> str:
    """A word in capitals as it would stand in plain text; "I" and abbreviations stay."""
    if word == "I" or (capital and word.isalpha() and VOWELS.isdisjoint(word)):
        return word
    return word.capitalize() if capital else word.lower()
