"""The words of notices that take a story back, and of those that correct one."""

from __future__ import annotations

import re
from functools import cache

from dateline.lexicon.files import load

SOURCE = "en/notices.yaml"
SLUG_END = r"\s*[:|()\[\]–—-]"


@cache
def notice_pattern(kind: str = "withdrawn") -> re.Pattern[str]:
    """What finds the words of a notice, one of "withdrawn" or "corrected", in an opening in small letters."""
    slugs = [one["words"] for one in load(SOURCE)[kind] if not one.get("inside")]
    inside = [one["words"] for one in load(SOURCE)[kind] if one.get("inside")]
    return re.compile(rf"^\W{{0,3}}(?:{any_of(slugs)})(?={SLUG_END})|(?<!\w)(?:{any_of(inside)})\b")


def any_of(words: list[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(re.escape(one) for one in sorted(words, key=lambda one: (-len(one), one)))
