"""With what somebody was hurt, as sentences before tell it: "A bomb went off in a bar. Five people were injured."."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.coding.sites import is_definite
from dateline.lexicon.files import load
from dateline.lexicon.ontology import cameo_of, intensity
from dateline.records.claim import ASSERTED, Claim
from dateline.records.text import Sentence

EXPLOSIVES = "explosives"
VAGUE = frozenset({None, "destroy"})
"""Modes that do not say with what it was done."""
NEAR = 1
"""How many sentences back an explosion may be told whose harm is told without another word for it."""
FAR = 4
"""The same where the words point to it: "the attack"."""


def with_means(claims: Sequence[Claim], sentences: Sequence[Sentence]) -> Iterator[Claim]:
    """The claims, harm that nobody is told to have done, and not with what, as done by the explosion told before it."""
    order = {(one.start, one.end): n for n, one in enumerate(sentences)}
    last: Claim | None = None
    for one in claims:
        is_deed = one.type == "ASSAULT" and one.status in ASSERTED
        is_harm = is_deed and last is not None and is_harm_of(one, last, order, sentences)
        told = by_explosives(one) if is_harm else one
        if is_deed and (told.mode not in VAGUE or last is None):
            last = told
        yield told


def by_explosives(claim: Claim) -> Claim:
    """A claim as one of what was done by explosives."""
    cameo = cameo_of(claim.type, EXPLOSIVES)
    return replace(claim, mode=EXPLOSIVES, cameo=cameo, intensity=intensity(claim.type, EXPLOSIVES, cameo))


def is_harm_of(one: Claim, last: Claim, order: Mapping[tuple[int, int], int], sentences: Sequence[Sentence]) -> bool:
    """Whether a claim tells the harm that an explosion told before it did."""
    here, there = (order.get((claim.evidence.start, claim.evidence.end)) for claim in (one, last))
    if one.mode is not None or one.actor is not None or last.mode != EXPLOSIVES or here is None or there is None:
        return False
    if is_elsewhere(one, last):
        return False
    words = load("en/told_means.yaml")
    tokens = sentences[here].tokens
    lemmas = {token.lemma.lower() for token in tokens if token.overlaps(one.trigger)}
    points = any(token.lemma.lower() in words["pointing"] and is_definite(tokens, n) for n, token in enumerate(tokens))
    is_harm = not lemmas.isdisjoint(words["harm"])
    return here - there <= (FAR if points else NEAR) and (is_harm or points)


def is_elsewhere(one: Claim, other: Claim) -> bool:
    """Whether the words of two claims tell different places for them."""
    places = one.place, other.place
    return None not in places and len({place.name for place in places if place is not None}) == 2
