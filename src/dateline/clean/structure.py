"""What in a text is no report: its dateline, bylines, credits, captions, notices, links and repetitions.

Nothing is taken out of the text: the stretches are listed with their reasons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar

from dateline.clean.datelines import bare, dateline_after_headline, dateline_at, is_agency
from dateline.clean.furniture import LONGEST, byline, credit, notice_in, owned
from dateline.clean.paragraphs import lines, sentences, words_of
from dateline.clean.printed import printed
from dateline.clean.repeats import repeated
from dateline.records.article import Article, Dateline, Pair
from dateline.records.reading import Reading
from dateline.records.text import Skipped, Span

EARLY = 8
"""Lines among which the dateline and the byline stand."""
CERTAIN = frozenset({"boilerplate", "link", "credit"})
"""Reasons that hold even where nothing else is left of a text."""
BRACKETS = re.compile(r"\s{0,3}\[[^\[\]\n]{1,300}\]")
MARK = re.compile(
    r"(?:^|(?<=[.!?\"]\s)|(?<=\]\s))\[(?:TEXT|CONTINUED|END|EXCERPTS?|REPORT|PASSAGE OMITTED|"
    r"(?:BEGIN|END) (?:VIDEO |AUDIO )?RECORDING|VIDEO RECORDING|APPLAUSE|WORDS INDISTINCT)\]",
    re.MULTILINE,
)
LAST_CREDIT = re.compile(r"[.!?\"”]\s{0,2}(?P<credit>\([^()\n]{2,40}\)|[—–-]{1,2} ?[A-Z][A-Za-z/ ]{1,30})$")


@dataclass(frozen=True)
class FindSkipped:
    """Finds what no later step should read, and the dateline. Stretches that a pair asked about lies in stay."""

    reads: ClassVar[frozenset[str]] = frozenset({"article", "pairs"})
    writes: ClassVar[frozenset[str]] = frozenset({"skipped", "article"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `skipped`, in order and without overlaps, and the article's `dateline`.

        An article without a day of publication has the one that a line at its head tells, if any.
        """
        line = None if reading.article.published else printed(reading.article.text, heads(reading.article.text))
        article = (
            reading.article if line is None else replace(reading.article, published=line[1], published_basis="printed")
        )
        dateline, spans = skipped(article, line[0] if line else None)
        asked = list(spans_of(reading.pairs or ()))
        kept = tuple(span for span in spans if not any(span.overlaps(one) for one in asked))
        return replace(reading, article=replace(article, dateline=dateline), skipped=kept)


def heads(text: str) -> list[Span]:
    """The first lines of a text."""
    return list(islice(lines(text), EARLY))


def spans_of(pairs: Sequence[Pair]) -> Iterator[Span]:
    """The words that pairs name."""
    return (span for pair in pairs for span in (pair.actor, pair.recipient) if span is not None)


def skipped(article: Article, day: Span | None = None) -> tuple[Dateline | None, tuple[Skipped, ...]]:
    """The dateline of an article, and what in its text is no report; `day` is the line that tells when it came out.

    Takes time in proportion to the text.
    """
    text = article.text
    found = list(lines(text))
    opening = dateline_of(article, found)
    spans = [] if opening is None else list(around(text, opening))
    spans += [Skipped(span.start, span.end, "repeated") for span in repeated(text, found)]
    for n, line in enumerate(found):
        spans += furniture(text, line, near_edge=n < EARLY or n >= len(found) - 2, alone=len(found) == 1)
    spans += [Skipped(mark.start(), mark.end(), "mark") for mark in MARK.finditer(text)]
    spans += [] if day is None else [Skipped(day.start, day.end, "published")]
    ordered = tuple(apart(spans))
    left = tuple(span for span in ordered if span.reason in CERTAIN)
    return opening, ordered if leaves_words(text, ordered) else left


def dateline_of(article: Article, found: Sequence[Span]) -> Dateline | None:
    """The dateline of an article: in its first lines, each looked at from its beginning, then within the first."""
    day = article.published_day
    for line in found[:EARLY]:
        if opening := dateline_at(article.text, line, day):
            return opening
    return dateline_after_headline(article.text, found[0], day) if found else None


def around(text: str, opening: Dateline) -> Iterator[Skipped]:
    """The dateline, and the bracketed words that an old wire text has after it: "-- [TEXT]"."""
    yield Skipped(opening.start, opening.end, "dateline")
    end = opening.end
    while mark := BRACKETS.match(text, end):
        yield Skipped(mark.end() - len(mark[0].lstrip()), mark.end(), "mark")
        end = mark.end()


def furniture(text: str, line: Span, *, near_edge: bool, alone: bool) -> Iterator[Skipped]:
    """What in a line is no report: the whole line, or some of its sentences."""
    words = line.of(text)
    whole = reason_of(words, near_edge=near_edge and not alone)
    if whole:
        yield Skipped(line.start, line.end, whole)
        return
    for sentence in sentences(text, line):
        reason = reason_within(sentence.of(text))
        if reason:
            yield Skipped(sentence.start, sentence.end, reason)
    if (last := LAST_CREDIT.search(words[-60:])) and is_agency(bare(last["credit"].strip("—–- "))):
        yield Skipped(line.end - len(last["credit"]), line.end, "credit")


def reason_of(words: str, *, near_edge: bool) -> str | None:
    """Why a whole line is no report; None when it may be one. Bylines stand near the edges of a text."""
    if len(words) > LONGEST:
        return None
    if credit(words):
        return "credit"
    if near_edge and byline(words):
        return "byline"
    return notice_in(words, own=True)


def reason_within(words: str) -> str | None:
    """Why a sentence of a line is no report; None when it may be one."""
    if len(words) > LONGEST:
        return None
    return "credit" if credit(words) or owned(words) else notice_in(words, own=False)


def apart(spans: list[Skipped]) -> Iterator[Skipped]:
    """The spans in order; of those that overlap the first, and of those the longest."""
    end = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end, one.reason)):
        if span.start >= end and span.end > span.start:
            yield span
            end = span.end


def leaves_words(text: str, spans: Sequence[Span]) -> bool:
    """Whether there is a word outside the spans."""
    start = 0
    for span in (*spans, Span(len(text), len(text))):
        if words_of(text[start : span.start]):
            return True
        start = span.end
    return False
