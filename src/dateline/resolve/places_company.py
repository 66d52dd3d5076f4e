"""What the names of one article tell of each other: in which countries, units and counties they may lie, and where."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.lexicon.gazetteer import Hit, Place
from dateline.lexicon.gazetteer_sources import distance_km

MOST_POINTS = 40
"""Distances are measured to so many of the other places: an article may name hundreds."""
SAME_UNIT, SAME_COUNTRY, NEARNESS = 5.0, 4.5, 1.8
SAME_COUNTY = 2.0
SAME_LEVEL = 3.0
"""A state is named among states, a country among countries."""
NEAR_KM = 150.0
GOVERNMENT = 0.3
"""A capital stands for its government as often as for itself: it says less of where the other places are."""
DEPTH = 12
SOFTNESS = 1.0
LARGE = frozenset({"country", "admin1"})
SMALL = frozenset({"settlement", "admin2", "point"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one article uses it, and what is said with it anywhere."""

    plain: str
    kinds: frozenset[str]
    within: frozenset[str]
    hits: tuple[Hit, ...]
    is_dateline: bool = False

    @property
    def weight(self) -> float:
        """How much the name tells of the others."""
        return 2.0 if self.is_dateline or self.within else 1.0


@dataclass(frozen=True, slots=True)
class Company:
    """What the other names of the article tell: shares of countries and of units, and points."""

    countries: Mapping[str, float]
    units: Mapping[str, float]
    points: tuple[tuple[float, float], ...]
    levels: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Hint:
    """What one name tells of the others: how much it speaks for each country and unit, and where it most likely is."""

    countries: Mapping[str, float]
    units: Mapping[str, float]
    point: tuple[float, float] | None
    level: str


def hint(found: Sequence[tuple[Place, float]]) -> Hint:
    """What a name with these candidates tells: a likely one much, one that is far behind next to nothing."""
    top = found[0][1]
    countries: dict[str, float] = {}
    units: dict[str, float] = {}
    for place, score in found[:DEPTH]:
        weight = math.exp(SOFTNESS * (score - top))
        raise_to(countries, place.country, weight * (GOVERNMENT if place.feature == "PPLC" else 1.0))
        raise_to(units, place.inside, weight)
        if place.admin2:
            raise_to(units, f"{place.inside}/{place.admin2}", weight)
    best = found[0][0]
    return Hint(countries, units, (best.lat, best.lon) if best.precision in SMALL else None, best.precision)


def raise_to(weights: dict[str, float], key: str | None, weight: float) -> None:
    """Sets a weight where it is larger than the one there."""
    if key and weight > weights.get(key, 0.0):
        weights[key] = weight


@dataclass(frozen=True, slots=True)
class Sums:
    """What all names of an article tell together."""

    total: float
    countries: Mapping[str, float]
    units: Mapping[str, float]
    levels: Mapping[str, float]
    points: tuple[tuple[str, tuple[float, float]], ...]
    """The first names that have a point, with these."""


def sums_of(names: Sequence[Name], hints: Mapping[str, Hint]) -> Sums:
    """What the names tell; one that the article opens with, or that is told with its state, counts double."""
    countries: dict[str, float] = {}
    units: dict[str, float] = {}
    levels: dict[str, float] = {}
    for name in names:
        told, weight = hints[name.plain], name.weight
        for sums, shares in ((countries, told.countries), (units, told.units), (levels, {told.level: 1.0})):
            for key, share in shares.items():
                sums[key] = sums.get(key, 0.0) + weight * share
    points = ((name.plain, point) for name in names if (point := hints[name.plain].point))
    total = 1.0 + sum(name.weight for name in names)
    return Sums(total, countries, units, levels, tuple(islice(points, MOST_POINTS)))


def company_of(name: Name, sums: Sums, own: Hint) -> Company:
    """What the names of an article tell, less what this one adds to it."""
    total = sums.total - name.weight
    return Company(
        without(sums.countries, own.countries, name.weight, total),
        without(sums.units, own.units, name.weight, total),
        tuple(point for plain, point in sums.points if plain != name.plain),
        without(sums.levels, {own.level: 1.0}, name.weight, total),
    )


def without(sums: Mapping[str, float], own: Mapping[str, float], weight: float, total: float) -> Mapping[str, float]:
    """Each sum's share of a total, less one name's own part."""
    return Shares(sums, {key: weight * share for key, share in own.items()}, total)


@dataclass(frozen=True, slots=True)
class Shares(Mapping[str, float]):
    """Shares that are worked out when asked for: an article may name hundreds of places."""

    sums: Mapping[str, float]
    less: Mapping[str, float]
    total: float

    def __getitem__(self, key: str) -> float:
        return (self.sums[key] - self.less.get(key, 0.0)) / self.total

    def __iter__(self) -> Iterator[str]:
        return iter(self.sums)

    def __len__(self) -> int:
        return len(self.sums)


def fit(place: Place, company: Company) -> float:
    """How well a candidate goes with the other places of the article."""
    score = SAME_COUNTRY * company.countries.get(place.country or "", 0.0)
    if place.precision in LARGE:
        score += SAME_LEVEL * company.levels.get(place.precision, 0.0)
    if place.inside:
        score += SAME_UNIT * company.units.get(place.inside, 0.0)
    if place.admin2:
        score += SAME_COUNTY * company.units.get(f"{place.inside}/{place.admin2}", 0.0)
    if company.points and place.precision in SMALL:
        away = sorted(distance_km((place.lat, place.lon), point) for point in company.points)[:3]
        score += NEARNESS * sum(math.exp(-km / NEAR_KM) for km in away) / len(away)
    return score
