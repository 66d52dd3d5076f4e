"""An article laid out for attribution: its words in one row, its quotations, its paragraphs, its reports."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.attribute.frames import Report, reports_in
from dateline.attribute.grammar import LONGEST, tree_of
from dateline.attribute.quotes import Quotation, find_quotations, paragraphs
from dateline.records.text import Sentence, Span, Token


@dataclass(frozen=True)
class Page:
    """A text with its sentences; everything else is found when first asked for."""

    text: str
    sentences: Sequence[Sentence]

    @cached_property
    def tokens(self) -> list[Token]:
        """All words in text order."""
        return [token for sentence in self.sentences for token in sentence.tokens]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return [token.start for token in self.tokens]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence starts."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def sentence_starts_set(self) -> frozenset[int]:
        """The same, to ask whether an offset is one of them."""
        return frozenset(self.sentence_starts)

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs, numbered as the quotations number them."""
        return list(paragraphs(self.text))

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations that stand in no other."""
        found = [one for one in find_quotations(self.text) if one.depth == 0]
        last = {one.turn: one for one in found}
        return [self.cut(one) if one is last[one.turn] and not one.closed else one for one in found]

    def cut(self, quotation: Quotation) -> Quotation:
        """A quotation without its closing mark, ended where the words that bring it start (", he said")."""
        for report in self.reports_between(quotation.start, quotation.end):
            start = min(report.cue.start, report.source.start if report.source else report.cue.start)
            before = self.text[quotation.start : start].rstrip()
            if "quote" in report.word.frames and before.endswith(","):
                return replace(quotation, end=quotation.start + len(before))
        return quotation

    @cached_property
    def quotation_starts(self) -> list[int]:
        """Where each of them starts."""
        return [one.start for one in self.quotations]

    @cached_property
    def reports(self) -> list[Report]:
        """What the grammar of each sentence shows, in text order."""
        fit = (sentence for sentence in self.sentences if 0 < len(sentence.tokens) <= LONGEST)
        return sorted((report for sentence in fit for report in reports_in(tree_of(sentence))), key=lambda one: one.at)

    @cached_property
    def report_starts(self) -> list[int]:
        """Where the word of each report starts."""
        return [report.at for report in self.reports]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that an offset stands in; None outside."""
        place = bisect_right(self.quotation_starts, offset) - 1
        return self.quotations[place] if place >= 0 and offset < self.quotations[place].end else None

    def reports_between(self, start: int, end: int) -> list[Report]:
        """The reports whose word starts in `[start, end)`."""
        return self.reports[bisect_left(self.report_starts, start) : bisect_left(self.report_starts, end)]

    def tokens_between(self, start: int, end: int) -> list[Token]:
        """The words that start in `[start, end)`."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences start in `[start, end)`."""
        return bisect_left(self.sentence_starts, end) - bisect_left(self.sentence_starts, start)
