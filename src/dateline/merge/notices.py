"""Notices: articles that take a story back, or say that they correct one."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.lexicon.notices import notice_pattern
from dateline.merge.grouped import mark
from dateline.records.article import Article

OPENING = 400
"""Characters of a text in which a notice says what it is."""
LEAST = 4
"""Words that a headline must have to name one story and no other."""
QUOTED = re.compile(r"[\"“”«»]([^\"“”«»\n]{10,300})[\"“”«»]")
WORD = re.compile(r"\w+")


def named(article: Article) -> frozenset[int]:
    """The marks of the headlines that a notice takes back; none for any other article."""
    pattern = notice_pattern()
    found: list[str] = []
    for opening in openings(article):
        if (words := pattern.search(opening)) is not None:
            found += [opening[words.end() :].partition("\n")[0], *QUOTED.findall(opening)]
    return frozenset(marked for words in found if (marked := headline(words)) is not None)


@lru_cache(maxsize=1024)
def is_correction(article: Article) -> bool:
    """Whether an article says that it corrects what was reported before."""
    end = article.text[-OPENING:].casefold().replace("’", "'")
    return any(notice_pattern("corrected").search(words) for words in (*openings(article), end))


def headline(words: str | None) -> int | None:
    """The mark of a headline; None where it is too short to tell stories apart."""
    told = WORD.findall((words or "").casefold())
    return mark("headline", *told) if len(told) >= LEAST else None


def openings(article: Article) -> list[str]:
    """The headline and the beginning of the text, in small letters."""
    return [one.casefold().replace("’", "'") for one in (article.title or "", article.text[:OPENING]) if one]
