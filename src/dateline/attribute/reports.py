"""Statements: who says what, from the grammar of the sentences and from the quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import ClassVar

from dateline.attribute.frames import Report
from dateline.attribute.nesting import innermost
from dateline.attribute.page import Page
from dateline.attribute.speech import SCARE, Linker, Turn
from dateline.lexicon.reporting import words_for
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Sentence, Span, Token

MARKS = "\"“”‘’'`«»„"
DOUBLE = frozenset('"“”«»„')
TAIL = re.compile(r": ((?:[^\s:.]+ ){0,3}[^\s:.]+)\s*$")
"""The source behind a headline: "Police arrest 12 over blaze: interior minister"."""
HEADLINE = re.compile(r"([A-Z][^\s:]*(?: [^\s:]+){0,4}): (?=\S)")
LONGEST_HEADLINE = 200
SPOKEN = frozenset({"says", "denies", "confirms", "admits", "alleges", "threatens", "promises", "demands"})
"""Stances of reports that are looked for inside a quotation too: what a speaker says that another said."""


@dataclass(frozen=True)
class FindStatements:
    """Finds who says, denies, threatens, believes … what."""

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences"})
    writes: ClassVar[frozenset[str]] = frozenset({"statements", "scare_quotes"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `statements` and `scare_quotes`, in text order."""
        page = Page(reading.article.text, reading.sentences)
        found = statements_of(page)
        return replace(reading, statements=found, scare_quotes=tuple(scare_quotes(page, found)))


def find_statements(text: str, sentences: Sequence[Sentence]) -> tuple[Statement, ...]:
    """The statements of a text: direct, mixed and indirect, numbered in text order."""
    return statements_of(Page(text, sentences))


def statements_of(page: Page) -> tuple[Statement, ...]:
    """The statements of a page."""
    turns = Linker(page).read()
    used = {turn.report.at for turn in turns if turn.report}
    found = [statement_of_turn(turn) for turn in turns]
    found += [one for report in page.reports if report.at not in used for one in statement_of_report(page, report)]
    found += headlines(page, found)
    found += tails(page, found)
    return numbered(found)


def scare_quotes(page: Page, found: Sequence[Statement]) -> Iterator[Span]:
    """Quotations of a few words that stand in nothing that is said, the marks included."""
    said = sorted((span.start, span.end) for one in found for span in one.content)
    starts, furthest = [start for start, _ in said], list(accumulate((end for _, end in said), max))
    for one in page.quotations:
        before = bisect_right(starts, one.start) - 1
        is_said = before >= 0 and furthest[before] >= one.end
        if one.closed and one.words(page.text) <= SCARE and not is_said:
            yield Span(one.start, one.end)


def statement_of_turn(turn: Turn) -> Statement:
    """The statement of quotations that belong together."""
    content = tuple(Span(piece.start, piece.end) for piece in turn.pieces)
    if turn.report is None:
        return Statement("", "direct", "says", turn.carried, None, content)
    report = turn.report
    return Statement("", "direct", stance_of(report), report.source, report.cue, content)


def statement_of_report(page: Page, report: Report) -> Iterator[Statement]:
    """The statement of a report without quotation, or with some quoted words in it; nothing where it has no content."""
    held = page.quotation_at(report.at)
    if not report.content or (held and not is_quoted_report(page, report)):
        return
    content = tuple(whole(page, report, report.content))
    if content:
        yield Statement("", form(page.text, content), stance_of(report), report.source, report.cue, content)


def is_quoted_report(page: Page, report: Report) -> bool:
    """Whether a report inside a quotation tells what another one says."""
    words = page.tokens_between(report.source.start, report.source.end) if report.source else []
    return report.word.stance in SPOKEN and any(word.pos in {"PROPN", "NOUN"} for word in words)


def whole(page: Page, report: Report, spans: Sequence[Span]) -> Iterator[Span]:
    """The spans, with quotations that they cut through taken in whole; never the cue itself."""
    for span in spans:
        first, last = page.quotation_at(span.start), page.quotation_at(span.end - 1)
        start = min(span.start, first.start) if first and not first.holds(report.cue) else span.start
        end = max(span.end, last.end) if last and not last.holds(report.cue) else span.end
        if not (start <= report.cue.start < end) or (span.start <= report.cue.start < span.end):
            yield Span(start, end)
        else:
            yield span


def stance_of(report: Report) -> str:
    """The stance of a report; one who does not believe something doubts it."""
    return "doubts" if report.is_negated and report.word.stance == "believes" else report.word.stance


def form(text: str, content: Sequence[Span]) -> str:
    """direct: quoted from end to end; mixed: some of it quoted; indirect: without quotation marks."""
    pieces = [piece for span in content if (piece := span.of(text).strip(" .,;:—-\n"))]
    if pieces and all(piece[0] in MARKS and piece[-1] in MARKS for piece in pieces):
        return "direct"
    return "mixed" if any(mark in piece for piece in pieces for mark in DOUBLE) else "indirect"


def headlines(page: Page, found: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of paragraphs such as "Putin: we will answer", where no other statement has the same words."""
    cues = {statement.cue.start for statement in found if statement.cue}
    for paragraph in page.paragraphs:
        match = HEADLINE.match(page.text, paragraph.start, min(paragraph.end, paragraph.start + 80))
        if match and is_name(page, Span(match.start(1), match.end(1))):
            colon, rest = Span(match.end(1), match.end(1) + 1), Span(match.end(), paragraph.end)
            first = page.tokens_between(paragraph.start, match.end(1))
            if not any(token.start in cues for token in first):
                content = (Span(rest.start, rest.end - (page.text[rest.end - 1] == ".")),)
                if content[0].start < content[0].end:
                    yield Statement(
                        "", form(page.text, content), "says", Span(match.start(1), match.end(1)), colon, content
                    )


def tails(page: Page, found: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of headlines such as "Police arrest 12 over blaze: interior minister"."""
    for paragraph in page.paragraphs:
        text = page.text[paragraph.start : paragraph.end]
        match = TAIL.search(text[-80:]) if len(text) <= LONGEST_HEADLINE and text[-1:].isalnum() else None
        if match is None:
            continue
        at = paragraph.end - len(text[-80:])
        source, colon = Span(at + match.start(1), at + match.end(1)), Span(at + match.start(), at + match.start() + 1)
        words = page.tokens_between(source.start, source.end)
        if words and is_source(words) and not any(one.cue and paragraph.holds(one.cue) for one in found):
            content = (Span(paragraph.start, colon.start),)
            yield Statement("", form(page.text, content), "says", source, colon, content)


def is_source(words: Sequence[Token]) -> bool:
    """Whether words name somebody who speaks: a name, or a noun for one who does."""
    last = words[-1]
    if any(word.text.lower() in words_for("no_source") or word.pos == "VERB" for word in words):
        return False
    speaks = last.lemma.lower() in words_for("one_person") | words_for("unnamed") | words_for("headline_sources")
    return speaks or all(word.pos == "PROPN" for word in words)


def is_name(page: Page, span: Span) -> bool:
    """Whether the words before a headline's colon name somebody: all nouns and names, at least one of them a name."""
    words = page.tokens_between(span.start, span.end)
    if not words or any(word.text.lower() in words_for("no_source") for word in words):
        return False
    plain = all(word.pos in {"PROPN", "NOUN", "ADJ", "PUNCT", "PART"} for word in words)
    return plain and any(word.pos == "PROPN" for word in words)


def numbered(found: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements in text order with their ids and the statement that holds each."""
    order = sorted(found, key=lambda one: (first_offset(one), one.content[0].start, one.content[-1].end))
    named = [replace(one, id=f"s{number}") for number, one in enumerate(order, start=1)]
    outer = innermost(
        [(one.id, span) for one in named for span in one.content], [(one.id, one.id, anchor(one)) for one in named]
    )
    return tuple(replace(one, within=outer.get(one.id)) for one in named)


def first_offset(statement: Statement) -> int:
    """Where a statement starts: at its source, cue or content."""
    starts = [statement.content[0].start] + [part.start for part in (statement.source, statement.cue) if part]
    return min(starts) if statement.cue else statement.content[0].start


def anchor(statement: Statement) -> Span:
    """The words that must stand in another statement's content for this one to stand in it."""
    return statement.cue or statement.content[0]
