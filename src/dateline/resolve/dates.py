"""Times that an article names, resolved against the day it was written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

from dateline.lexicon.calendar import Rule, not_times, rules
from dateline.records.mention import TimeMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence
from dateline.resolve import dates_values as values
from dateline.resolve.dates_rules import Around, Match
from dateline.resolve.dates_spans import MAKERS
from dateline.resolve.dates_tense import direction, is_since, token_at
from dateline.resolve.dates_values import COARSE


@dataclass(frozen=True)
class FindTimes:
    """Finds dates, times, durations and sets.

    A date behind "since" is the first day of a stretch that is open: it has no `finish`, and the precision "open".
    What is told without a year counts from the dateline's day, else from the day of publication; without either it
    stays unresolved. `day_first`: whether 03/04/2015 is the third of April; else it is the fourth of March.
    """

    day_first: bool = False
    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences"})
    writes: ClassVar[frozenset[str]] = frozenset({"times"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `times`."""
        return replace(reading, times=find_times(reading, self.day_first))


@dataclass(frozen=True)
class Found:
    """A match of a rule, and the characters of the sentence that are the time."""

    start: int
    end: int
    match: Match
    rule: Rule


def find_times(reading: Reading, day_first: bool = False) -> tuple[TimeMention, ...]:
    """The times of an article in the order of the text; none overlap."""
    article, times = reading.article, list[TimeMention]()
    dateline = article.dateline
    anchor = (dateline.day if dateline else None) or article.published_day
    around = Around(anchor, None, lambda: None, day_first)
    for sentence in reading.sentences:
        for mention in times_of(sentence, article.text, around):
            times.append(mention)
            around = counting_from(around, mention)
    return tuple(times)


def counting_from(around: Around, mention: TimeMention) -> Around:
    """What is known around the times behind another."""
    if is_day(mention):
        return replace(around, last=mention.begin, lately=None)
    is_stretch = mention.type == "DATE" and mention.begin is not None and mention.precision in COARSE
    return replace(around, lately=mention.begin) if is_stretch else around


def is_day(mention: TimeMention) -> bool:
    """Whether later words such as "the next day" may count from it."""
    return mention.begin is not None and mention.begin == mention.finish


def times_of(sentence: Sentence, text: str, around: Around) -> Iterator[TimeMention]:
    """The times of one sentence."""
    for found in chosen(sentence, sentence.of(text)):
        start, end = sentence.start + found.start, sentence.start + found.end
        here = replace(around, direction=partial(direction, sentence, start))
        made = MAKERS[found.rule.make](found.match, here)
        if made is None:
            continue
        told = values.onwards(made) if is_since(sentence, start) else made
        mention = TimeMention(
            start, end, text[start:end], told.type, told.value, told.begin, told.finish, told.precision, told.basis
        )
        around = counting_from(around, mention)
        yield mention


def chosen(sentence: Sentence, content: str) -> list[Found]:
    """The matches to keep: the first, and of those that begin together the longest; none overlap."""
    blocked = [found.span() for found in not_times().finditer(content)]
    matches = [found for found in every(content) if is_time(found, sentence, content)]
    kept: list[Found] = []
    for found in sorted(matches, key=lambda one: (one.start, -one.end)):
        if (not kept or found.start >= kept[-1].end) and not any(a < found.end and found.start < b for a, b in blocked):
            kept.append(found)
    return kept


def every(content: str) -> Iterator[Found]:
    """Every match of every rule."""
    for rule in rules():
        for match in rule.pattern.finditer(content):
            start, end = match.span("t") if "t" in rule.pattern.groupindex else match.span()
            if start < end:
                yield Found(start, end, match, rule)


NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "LAW", "WORK_OF_ART"})
NUMBERS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
LEADS = frozenset(
    {"in", "since", "of", "by", "until", "from", "during", "before", "after", "between", "early", "late", "mid"}
)


def is_surname(sentence: Sentence, at: int) -> bool:
    """Whether a name that is no month's stands right before a word and belongs to it: Theresa May."""
    before = sentence.tokens[at - 1] if at else None
    return before is not None and before.pos == "PROPN" and before.head == at


def is_time(found: Found, sentence: Sentence, content: str) -> bool:
    """Whether a match that may be something else is a time: "May said", "2000 people"."""
    if found.rule.make not in {"month", "year"} or found.match.groupdict().get("part"):
        return True
    at = token_at(sentence, sentence.start + found.start)
    words = (
        content[: found.start].rsplit(None, 1)
        if found.start < 200
        else content[found.start - 200 : found.start].rsplit(None, 1)
    )
    if at is None or (words and words[-1].lower() in LEADS):
        return True
    token = sentence.tokens[at]
    if found.rule.make == "month":
        return token.pos != "AUX" and token.entity not in NAMES and not is_surname(sentence, at)
    return token.entity not in NUMBERS | NAMES and int(found.match["year"]) >= 1500
