"""What two tellings of one report agree and differ in: it tells a happening again in fewer words, the day unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from math import log2

from dateline.merge.agreements import (
    Said,
    actor,
    day,
    denial,
    how,
    nature,
    numbers,
    person,
    place,
    recipient,
    sentences,
    weekday,
)
from dateline.merge.contradictions import beside, characters_apart, other_matter
from dateline.merge.gist import VICTIMS, Gist

FARTHEST = 12.0
"""Distances in a text count in doublings of characters, up to this many."""


def told_again(one: Gist, other: Gist) -> Iterator[Said]:
    """All that two tellings of one report agree and differ in."""
    for said in (
        day,
        weekday,
        place,
        actor,
        recipient,
        how,
        numbers,
        person,
        sentences,
        denial,
        nature,
        together,
        missing,
    ):
        yield from said(one, other)


def together(one: Gist, other: Gist) -> Iterator[Said]:
    """Where the two stand in their report: told together are the deed, and whom it struck."""
    near = beside(one, other)
    if (apart := characters_apart(one, other)) is not None:
        yield "distance", min(FARTHEST, log2(1 + max(0, apart))), near or ""
    if any(kind in VICTIMS for kind, _ in one.numbers + other.numbers):
        yield "victims", 1, ""
        yield f"victims, {near or 'further on'}", 1, ""


def missing(one: Gist, other: Gist) -> Iterator[Said]:
    """What only one of the two tells, or neither."""
    yield "nobody named", float(one.bare) + float(other.bare), "named before" if one.bare or other.bare else ""
    ends = (one.actors, one.recipients, other.actors, other.recipients)
    yield "ends not told", float(sum(not end for end in ends)), ""
    if one.somebody or other.somebody:
        yield "somebody unresolved", 1, ""
    if bool(one.numbers) != bool(other.numbers):
        yield "number in one", 1, ""
    if {spot.place_id for spot in one.spots} & {spot.place_id for spot in other.spots}:
        yield "same place by name", 1, ""
    if next(other_matter(one, other), None):
        yield "denial of other matter", 1, ""
