"""Where an event was, as far as its claims agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.merge.spots import placed, spot_of
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention

FINENESS = ("point", "settlement", "admin2", "admin1", "region", "country")

Named = Mapping[str, Sequence[PlaceMention]]
"""The mentions of each place, by what it is known by."""


def agreed(claims: Sequence[Claim]) -> PlaceMention | None:
    """The finest place that claims name and no other claim contradicts; where each is contradicted, by the fewest.

    A town and its province agree on the town; two towns far apart on the province that a third claim names. A place
    that only a dateline tells counts where no claim has another. Of several as good it is the one most claims name.
    """
    told = [claim for claim in claims if claim.place and claim.place_basis != "dateline"]
    named: dict[str, list[PlaceMention]] = {}
    for place in (claim.place for claim in told or claims if claim.place):
        named.setdefault(place.place_id or (place.name or place.text).casefold(), []).append(place)
    best = min(named, key=lambda name: (against(name, named), *rank(named[name]), name), default=None)
    return None if best is None else named[best][0]


def against(name: str, named: Named) -> int:
    """How many claims name a place too far from one to be of the same happening."""
    here = spot_of(named[name][0])
    spots = ((spot_of(places[0]), len(places)) for places in named.values())
    return sum(number for there, number in spots if here and there and placed(here, there)[0] == "far")


def rank(places: Sequence[PlaceMention]) -> tuple[int, int]:
    """How fine a place is, and how many claims name it; the best first."""
    precision = places[0].precision
    return FINENESS.index(precision) if precision in FINENESS else len(FINENESS), -len(places)
