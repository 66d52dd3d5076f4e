"""Answers to "which event runs from this actor to this recipient?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.records.article import Pair
from dateline.records.claim import Claim, TypedPair
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.text import Span

ASSERTED = frozenset({"happened", "ongoing", "historical"})


@dataclass(frozen=True)
class TypePairs:
    """Answers the pairs that came with an article, from its claims."""

    reads: ClassVar[frozenset[str]] = frozenset({"pairs", "claims"})
    writes: ClassVar[frozenset[str]] = frozenset({"typed_pairs"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `typed_pairs`, one for each pair, in order; unchanged without pairs."""
        if reading.pairs is None:
            return reading
        return replace(reading, typed_pairs=tuple(typed(pair, reading.claims) for pair in reading.pairs))


def typed(pair: Pair, claims: Sequence[Claim]) -> TypedPair:
    """The event of the claim that fits a pair best: both ends right, told as a fact, the surest."""
    ranked = sorted(
        (
            (fit(pair, claim), claim.status in ASSERTED, claim.score, -claim.trigger.start, n)
            for n, claim in enumerate(claims)
        ),
        reverse=True,
    )
    if not ranked or ranked[0][0] == 0:
        return TypedPair(None)
    best = claims[ranked[0][-1]]
    return TypedPair(best.type, best.mode, best.status, best.score)


def fit(pair: Pair, claim: Claim) -> int:
    """How well a claim's ends stand where the pair's do: 4 both, 2 the actor, 1 the recipient, else 0."""
    actor, recipient = on(claim.actor, pair.actor), on(claim.recipient, pair.recipient)
    if pair.actor is None or pair.recipient is None:
        return 4 * (actor or recipient)
    if on(claim.actor, pair.recipient) and not actor:
        return 0
    return 4 if actor and recipient else 2 * actor + recipient


def on(end: ActorMention | None, span: Span | None) -> bool:
    """Whether a claim's end shares a character with a span."""
    return end is not None and span is not None and end.overlaps(span)
