"""Number words and figures of English, as patterns and as values."""

from __future__ import annotations

import re
from functools import cache

from dateline.lexicon.files import load

FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,9})(?:\.[0-9]{1,3})?"
BREAKS = re.compile(r"[\s-]+")


@cache
def words() -> dict[str, int]:
    """Number words up to ninety and their values."""
    return dict(load("en/numbers.yaml")["words"])


@cache
def scales() -> dict[str, int]:
    """Words that multiply the number before them."""
    return dict(load("en/numbers.yaml")["scales"])


@cache
def short(money: bool) -> dict[str, int]:
    """Letters behind a figure that multiply it ("3bn"); with those of money ("$40m") where it is money."""
    table = load("en/numbers.yaml")
    return {**table["short"], **(table["short_money"] if money else {})}


@cache
def vague() -> dict[str, tuple[int, int]]:
    """Phrases for no exact number, and the lowest and highest they are read as."""
    return {phrase: (low, high) for phrase, (low, high) in load("en/numbers.yaml")["vague"].items()}


def one_of(phrases: object) -> str:
    """A pattern for any of some phrases, longest first; blanks match any white space."""
    ordered = sorted(map(str, phrases), key=lambda phrase: (-len(phrase), phrase))  # type: ignore[call-overload]
    return "(?:" + "|".join(r"\s+".join(map(re.escape, phrase.split(" "))) for phrase in ordered) + ")"


@cache
def number_pattern() -> str:
    """A pattern, without groups, for an exact number in figures or words ("1,200", "2.5 million", "a dozen")."""
    word, scale = one_of(words()), one_of(scales())
    spelled = rf"(?:{word}|half\s+an?|an?(?=\s+(?:half|{scale})\b))"
    joint = r"(?:\s+and\s+|[\s-]+)"
    return (
        rf"(?:{FIGURE}(?:[\s-]+{scale}\b){{0,2}}(?!\w)"
        rf"|\b{spelled}(?:{joint}(?:{word}|{scale})\b){{0,8}}(?!\w))"
    )


def value_of(text: str) -> int | float | None:
    """The value of a number in figures or words; None when some word of it is no number."""
    total: float = 0
    part: float | None = None
    for word in BREAKS.split(text.strip().lower()):
        if word in {"and", ""}:
            continue
        if word in scales():
            factor = scales()[word]
            part = (1 if part is None else part) * factor
            if factor >= 1000:
                total, part = total + part, None
            continue
        value = single(word)
        if value is None:
            return None
        part = value if part is None else part * value if part == 0.5 else part + value
    whole = total + (part or 0)
    return int(whole) if whole == int(whole) else whole


def single(word: str) -> float | None:
    """The value of one word or figure."""
    if word in {"a", "an"}:
        return 1
    if word == "half":
        return 0.5
    if word in words():
        return words()[word]
    try:
        return float(word.replace(",", "")) if word[:1].isdigit() else None
    except ValueError:
        return None
