"""What speaks for a same happening inside one report, and how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.merge.agreements import how, numbers
from dateline.merge.contradictions import beside
from dateline.merge.ends import likeness
from dateline.merge.gist import VICTIMS, Gist

Weighed = tuple[float, str]

WEIGHTS: Mapping[str, float] = {
    "same report": 0.3, "same sentence": 0.15, "next sentence": 0.1, "same place": 0.15,
    "same end": 0.25, "like end": 0.1, "other end": -0.15, "no end": 0.05, "bare": 0.2,
    "same mode": 0.05, "another mode": -0.1, "same word": 0.15, "same number": 0.2, "far number": -0.2,
}  # fmt: skip
"""How much each agreement is worth, set by hand: a report tells a happening again in fewer words, the day unsaid."""


def weighed(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What two tellings of one report agree in, each with its weight and the words for it."""
    yield WEIGHTS["same report"], "same report"
    yield from roles(one, other)
    yield from together(one, other)
    if {spot.place_id for spot in one.spots} & {spot.place_id for spot in other.spots}:
        yield WEIGHTS["same place"], "same place"
    for said in (how, numbers):
        yield from ((WEIGHTS[name], words) for name, _, words in said(one, other) if name in WEIGHTS)


def roles(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What actors and recipients say: inside a report the same word is the same actor."""
    for role, first, second in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
    ):
        alike = likeness(first, second)
        if alike > 0:
            yield WEIGHTS["same end" if alike >= 1 else "like end"], f"{'same' if alike >= 1 else 'like'} {role}"
        elif first and second:
            yield WEIGHTS["other end"], f"{role} in other words"
        elif role not in one.somebody + other.somebody:
            yield WEIGHTS["no end"], f"no {role} in one"
    if one.bare or other.bare:
        yield WEIGHTS["bare"], "named before"


def together(one: Gist, other: Gist) -> Iterator[Weighed]:
    """What it says that one report tells them together: the deed, and whom it struck."""
    if any(kind in VICTIMS for kind, _ in one.numbers + other.numbers) and (near := beside(one, other)):
        yield WEIGHTS[near], near
