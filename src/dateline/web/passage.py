"""The words that a claim rests on, with what stands around them, in pieces that can be marked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.records.claim import Claim
from dateline.records.reading import Reading
from dateline.records.text import Span
from dateline.web.marks import Mark, Piece, edges, lying, marks, paragraph_breaks, piece

AROUND = 700
"""Characters that are shown on each side of the evidence, as far as its paragraph and those beside it go."""


@dataclass(frozen=True, slots=True)
class Passage:
    """The evidence in pieces, and the text before and after it."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


def passage(reading: Reading, claim: Claim) -> Passage:
    """The evidence of a claim with its marks and what is around it."""
    text, evidence = reading.article.text, claim.evidence
    found = [
        Mark(clipped(one.span, evidence), one.kind, one.note, one.claim)
        for one in marks(reading)
        if one.claim == claim.id and one.span.overlaps(evidence)
    ]
    cuts = sorted({evidence.start, evidence.end, *edges(found)})
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    over = lying(spans, found)
    around = surroundings(text, evidence)
    return Passage(
        text[around.start : evidence.start],
        tuple(piece(one.of(text), over[one.start], ()) for one in spans),
        text[evidence.end : around.end],
    )


def surroundings(text: str, evidence: Span) -> Span:
    """The paragraph of some words with those before and after it, cut between words where they are long."""
    breaks = [*paragraph_breaks(text)]
    before = [one.end for one in breaks if one.end <= evidence.start]
    after = [one.start for one in breaks if one.start >= evidence.end]
    start, end = (before[-2] if len(before) > 1 else 0), (after[1] if len(after) > 1 else len(text))
    if evidence.start - start > AROUND:
        start = text.rfind(" ", 0, evidence.start - AROUND) + 1
    if end - evidence.end > AROUND:
        cut = text.find(" ", evidence.end + AROUND)
        end = len(text) if cut < 0 else cut
    return Span(start, end)


def clipped(span: Span, within: Span) -> Span:
    """The part of a span that lies within another."""
    return Span(max(span.start, within.start), min(span.end, within.end))
