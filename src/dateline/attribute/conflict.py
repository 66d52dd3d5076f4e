"""Who stands against whom in an article, by the hostile acts and words that its claims tell."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from dateline.lexicon.actors import STATE
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention

MATERIAL_CONFLICT = 4
HOSTILE = frozenset({3, MATERIAL_CONFLICT})
"""Quads of verbal and of material conflict."""
Front = frozenset[frozenset[str]]
"""Twos of sides that stand against one another."""


def sides_of(mention: ActorMention | None) -> frozenset[str]:
    """The names of the sides that a mention is of: its own id, and its country's where it is of a state."""
    if mention is None:
        return frozenset()
    own = {mention.actor_id} if mention.actor_id else set()
    named = mention.actor_id is None or not mention.actor_id.startswith(STATE)
    is_states = bool({"GOV", "MIL", "COP", "SPY", "LEG"} & set(mention.sectors)) or not named
    return frozenset(own | ({f"{STATE}{mention.country}"} if mention.country and is_states else set()))


def front(claims: Iterable[Claim]) -> Front:
    """Who does or says anything hostile to whom, whatever comes of it."""
    return frozenset(
        frozenset(two)
        for claim in claims
        if claim.quad in HOSTILE
        for two in product(sides_of(claim.actor), sides_of(claim.recipient))
        if two[0] != two[1]
    )


def faces(ours: frozenset[str], theirs: frozenset[str], found: Front) -> bool:
    """Whether one of our sides stands against one of theirs."""
    return any(frozenset(two) in found for two in product(ours, theirs))
