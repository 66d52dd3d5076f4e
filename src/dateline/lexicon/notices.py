"""The words of notices: what takes a story back, and what puts one right."""

from __future__ import annotations

import re
from functools import cache

from dateline.lexicon.files import load

SOURCE = "en/notices.yaml"
SLUG_END = r"\s*[:|()\[\]–—-]"


@cache
def notice_pattern(kind: str) -> re.Pattern[str]:
    """What finds the words of a kind of notice ("withdrawn", "corrected") in an opening in small letters."""
    slugs = [one["words"] for one in load(SOURCE)[kind] if not one.get("inside")]
    inside = [one["words"] for one in load(SOURCE)[kind] if one.get("inside")]
    parts = [rf"^\W{{0,3}}(?:{any_of(slugs)})(?={SLUG_END})"]
    return re.compile("|".join([*parts, *([rf"\b(?:{any_of(inside)})\b"] if inside else [])]))


def any_of(words: list[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one)))
