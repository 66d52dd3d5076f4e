"""Stems of English words: "attacked", "attacking" and "attacks" begin alike. And how rare a stem is in news."""

from __future__ import annotations

import math
from functools import cache

from dateline.lexicon.files import load

ENDINGS = ("ings", "ing", "ed", "es", "s")


def stem(word: str) -> str:
    """A word in lower case without its ending; "shot" stays."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    word = word.removesuffix("e") if len(word) > 3 else word
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def rarity(one: str) -> float:
    """How little a stem is to be expected in a sentence of news, 0 to 1 (inverse document frequency)."""
    known = sentences()
    return 1 - math.log(frequencies().get(one, 1)) / math.log(known)


@cache
def sentences() -> int:
    """How many sentences the stems were counted in."""
    return int(load("en/frequent_stems.yaml")["sentences"])


@cache
def frequencies() -> dict[str, int]:
    """In how many of them, at least, each frequent stem stands."""
    return {one: int(least) for least, stems in load("en/frequent_stems.yaml")["at_least"].items() for one in stems}
