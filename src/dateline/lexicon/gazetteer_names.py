"""Place names in one plain form, so that spellings of the same name meet."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from dateline.lexicon.files import load

NOT_WORD = re.compile(r"[^a-z0-9 ]+")
CLOSED_UP = str.maketrans("", "", ".'’‘`´ʻʼʾʿ\u02b9\u02c8")
"""Apostrophes and dots vanish: "Sana'a" is "sanaa", "U.S." is "us"."""
ASSIMILATED = re.compile(r"(?<= )[aeu]([dnrstz])\1(?=[a-z]{2})")
"""An Arabic article written as one word with the next: "Deir Ezzor"."""
LONGEST = 100


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A name without case, marks, dots, hyphens, apostrophes and a leading "the"; "" when no Latin letter is left."""
    plain = name[:LONGEST].translate(CLOSED_UP).casefold()
    if not plain.isascii():
        plain = "".join(
            letter for letter in unicodedata.normalize("NFKD", plain.translate(_letters())) if letter.isascii()
        )
    words = NOT_WORD.sub(" ", plain).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    full = _words()
    return " ".join(full.get(word, word) for word in words) if len(words) > 1 else "".join(words)


def without_articles(plain: str) -> str:
    """A plain name with Arabic articles dropped at its start and made alike inside; never an empty one."""
    words = plain.split()
    if len(words) > 1 and words[0] in _articles() and len(words[1]) > 2:
        words = words[1:]
    return " ".join(words[:1] + ["al" if word in _articles() else word for word in words[1:]])


def with_articles(plain: str) -> str:
    """A plain name whose Arabic articles are words of their own inside it."""
    return ASSIMILATED.sub(r"al \1", plain)


def without_kind(plain: str) -> str:
    """A plain name without its word for a kind of unit: "aleppo" of "aleppo governorate"."""
    for kind in load("places/spelling.yaml")["kinds_before"]:
        if plain.startswith(f"{kind} "):
            return plain[len(kind) + 1 :]
    head, _, last = plain.rpartition(" ")
    return head if head and last in _kinds_after() else plain


def is_useful(name: str) -> bool:
    """Whether an alternate name may stand in English news: Latin letters, a capital first, no code such as "DAM"."""
    if len(name) < 4 or len(name) > LONGEST or (not name[0].isupper() and name[0] not in "'‘’ʻ"):
        return False
    if name.isupper() and len(name) < 5:
        return False
    return name.isascii() or all(
        ord(letter) < 0x250 or 0x1E00 <= ord(letter) < 0x2030 or 0x2B0 <= ord(letter) < 0x300 for letter in name
    )


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(load("places/spelling.yaml")["letters"])


@cache
def _words() -> dict[str, str]:
    return dict(load("places/spelling.yaml")["words"])


@cache
def _articles() -> frozenset[str]:
    return frozenset(load("places/spelling.yaml")["articles"])


@cache
def _kinds_after() -> frozenset[str]:
    return frozenset(load("places/spelling.yaml")["kinds_after"])
