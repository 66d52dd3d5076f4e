"""Where each claim happened: what rules say, weighed with all other signs; what speaks for it most is taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from dateline.coding.asked_where import by_network, chances_of
from dateline.coding.carried import carried, is_here
from dateline.coding.options import Case
from dateline.coding.page import Page
from dateline.coding.scenes import which
from dateline.coding.signs import Signs, signs_of
from dateline.lexicon.files import load
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading

WEIGHTS = "models/where/weights.yaml"


@dataclass(frozen=True)
class PlaceClaims:
    """Gives every claim the place where it happened, as far as the text tells one, and says how it is known.

    The words of its sentence, the places of other events, the headline, the dateline and much else are weighed with
    weights that were learned (`training/places`); where being told nowhere has the most weight, there is none.
    """

    reads: ClassVar[frozenset[str]] = frozenset({"article", "sentences", "actors", "places", "statements", "claims"})
    writes: ClassVar[frozenset[str]] = frozenset({"claims"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with the places of its claims."""
        return replace(reading, claims=placed(reading))


@cache
def learned() -> Mapping[str, float]:
    """The weights that ship, by the signs that they are of."""
    weights: Mapping[str, float] = load(WEIGHTS)["weights"]
    return weights


def placed(reading: Reading) -> tuple[Claim, ...]:
    """The claims of a reading with their places."""
    page = ruled(reading)
    return tuple(settled(Case(page, claim)) for claim in page.reading.claims)


def ruled(reading: Reading) -> Page:
    """A reading as a page, with the places that rules give its claims."""
    return Page(replace(reading, claims=carried(reading)))


def settled(case: Case) -> Claim:
    """A claim with the place that most speaks for."""
    best = best_of(case)
    if best is None:
        return replace(case.claim, place=None, place_basis=None)
    mention = told_by(case, best)
    return replace(case.claim, place=mention, place_basis=basis_of(case, mention))


def best_of(case: Case) -> PlaceMention | None:
    """The place that most speaks for; None is nowhere. What the report tells to have been "here" was there."""
    if case.page.dateline is not None and is_here(case.claim, case.page):
        return case.page.dateline
    options, chances = [None, *case.options], chances_of(case)
    weights = [
        weight({**signs_of(case, place), **by_network(chance)}) for place, chance in zip(options, chances, strict=True)
    ]
    return options[weights.index(max(weights))]


def weight(signs: Signs) -> float:
    """How much some signs weigh together."""
    weights = learned()
    return sum(weights.get(name, 0.0) * much for name, much in signs.items())


def told_by(case: Case, place: PlaceMention) -> PlaceMention:
    """The words that tell a place: those that rules take, else the nearest in the sentence, else in the report."""
    mine = case.claim.place
    if mine is not None and which(mine) == which(place):
        return mine
    own = case.own(place)
    if own:
        return min(own, key=lambda one: abs(one.start - case.claim.trigger.start))
    return case.nearest(place) or place


def basis_of(case: Case, mention: PlaceMention) -> str:
    """How a place is known: by the words of its sentence, by those of another, or by the dateline."""
    if mention == case.page.dateline:
        return "dateline"
    return "stated" if case.tree.sentence.holds(mention) else "carried"
