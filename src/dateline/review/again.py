"""Finds the claim again that somebody decided on, after its article was read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.records.claim import Claim
from dateline.records.review import Review


def found(review: Review, text: str, claims: Sequence[Claim]) -> Claim | None:
    """The claim that a decision is about, in its article as it reads now; None where the article tells it no more."""
    moved = shift(review, text)
    if moved is None or review.about.start is None or review.about.end is None:
        return None
    return replace(review.about, start=review.about.start + moved, end=review.about.end + moved).claim_in(claims)


def shift(review: Review, text: str) -> int | None:
    """How many characters further on the evidence stands now; None where it is gone, or stands there several times."""
    if review.evidence.of(text) == review.words:
        return 0
    place = text.find(review.words) if review.words else -1
    if place < 0 or text.find(review.words, place + 1) >= 0:
        return None
    return place - review.evidence.start
