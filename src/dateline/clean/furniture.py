"""What a sentence is that is no report: a notice, a link, a credit, a caption, a byline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.clean.paragraphs import EDGES, folded, words_of
from dateline.lexicon.files import load

COPYRIGHT = re.compile(
    r"\(?(?:©|copyright\s+(?:©|\(c\)|by\s|\d{4})|\(c\)\s*\d{4}|[\"'(]?all rights reserved)", re.IGNORECASE
)
CREDIT = re.compile(
    r"[(\[—–\s-]{0,4}(?:additional |extra )?(?:reporting|writing|editing|compiled|translated|edited|written|reported"
    r"|translation|production) (?:and (?:writing|editing|reporting) )?by:? (?P<names>.{2,200})",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?i:(?:story |text |words |analysis |report )?by)[: ]\s?(?P<names>\S.{1,120})")
MOST = 40
LONGEST = 1200
"""Characters; what is longer is no notice."""


@dataclass(frozen=True, slots=True)
class Notice:
    """An entry of the data: which sentences are no report, and why."""

    reason: str
    whole: tuple[str, ...] = ()
    start: tuple[str, ...] = ()
    has: tuple[str, ...] = ()
    own: bool = False
    digits: bool = False
    most: int = MOST
    example: str = ""

    def fits(self, told: str, *, own: bool) -> bool:
        """Whether a folded sentence, which is a line by itself or not, is such."""
        if self.own != own:
            return False
        if not all(words in told for words in self.has) or (self.digits and not any(map(str.isdigit, told))):
            return False
        return len(words_of(told)) <= self.most


@dataclass(frozen=True)
class Notices:
    """All of them, by how they are found."""

    whole: dict[str, tuple[Notice, ...]]
    start: dict[str, tuple[tuple[str, Notice], ...]]
    anywhere: tuple[Notice, ...]


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists of words about bylines in the data."""
    return frozenset(load("en/clean_bylines.yaml")[name])


@cache
def notices() -> Notices:
    """The notices in the data; those with a beginning by its first four characters."""
    entries = [entry(one) for one in load("en/clean_lines.yaml")]
    whole: dict[str, tuple[Notice, ...]] = {}
    start: dict[str, tuple[tuple[str, Notice], ...]] = {}
    for one in entries:
        for words in one.whole:
            whole[words] = (*whole.get(words, ()), one)
        for words in one.start:
            start[words[:4]] = (*start.get(words[:4], ()), (words, one))
    return Notices(whole, start, tuple(one for one in entries if not one.whole and not one.start))


def entry(values: dict[str, object]) -> Notice:
    """An entry of the data file."""
    return Notice(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})  # type: ignore[arg-type]


def notice_in(sentence: str, *, own: bool) -> str | None:
    """Why a sentence, or a line of its `own`, is no report, by the notices in the data; None when it may be one."""
    told = folded(sentence[:LONGEST]).lstrip("*•»›→|—–- \u200b")
    if not told:
        return None
    found, bare = notices(), told.strip(EDGES)
    for one in (*found.whole.get(told, ()), *found.whole.get(bare, ())):
        if one.fits(told, own=own):
            return one.reason
    for words, one in found.start.get(told[:4], ()):
        if begins(told, words) and one.fits(told, own=own):
            return one.reason
    return next((one.reason for one in found.anywhere if one.fits(told, own=own)), None)


def begins(told: str, words: str) -> bool:
    """Whether a sentence begins with words, and not with a longer word."""
    following = told[len(words) : len(words) + 1]
    return told.startswith(words) and not (words[-1].isalnum() and following.isalnum())


def credit(words: str) -> bool:
    """Whether words say who wrote the report: "Reporting by …; Editing by …"."""
    found = CREDIT.match(words)
    return bool(found) and is_roll(found["names"] if found else "")


def owned(sentence: str) -> bool:
    """Whether a sentence says who owns the report: "© 2024 …"."""
    return bool(COPYRIGHT.match(sentence)) and len(words_of(sentence)) <= MOST


def byline(line: str) -> bool:
    """Whether a line says who wrote: "By John Smith", "By JANE DOE in Cairo"."""
    found = BYLINE.fullmatch(line)
    words = words_of(found["names"]) if found else []
    if not found or not words or line.rstrip().endswith((".", "!", "?")) or words[0].casefold() in listed("no_names"):
        return False
    return 2 <= len(words) <= 14 and is_roll(found["names"]) and all(word[0].isupper() for word in words[:2])


def is_roll(names: str) -> bool:
    """Whether words are a list of names: each with a capital, or a word that joins names."""
    words = words_of(names)
    return bool(words) and all(not word[0].islower() or word.casefold() in listed("joining") for word in words)
