"""Which place each name means: population, the larger place named with it, and the company of the other names.

One name means one place in one article. The weights were set by hand; see docs/decisions/0005-gazetteer.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicon.gazetteer import Gazetteer, Hit, Place
from dateline.lexicon.gazetteer_names import normal
from dateline.lexicon.gazetteer_sources import distance_km
from dateline.resolve.places_find import Toponym

MOST_CANDIDATES = 60
SHOWN = 5
ROUNDS = 3
TIE = (0.0, -1.2, -2.2)
"""What another name than the main one, and a form that we made, weigh."""
FEATURE = {"PCLI": 2.5, "PPLC": 2.5, "CONT": 3.0}
PRECISION = {"country": 0.0, "admin1": 0.2, "admin2": -1.2, "settlement": 0.0, "region": 0.5, "point": 4.5}
KIND = {
    "admin1": ("admin1",),
    "admin2": ("admin2",),
    "settlement": ("settlement",),
    "region": ("region",),
    "country": ("country",),
}
SAME_KIND, OTHER_KIND = 3.0, -1.0
SHADOWED = -1.6
"""A unit named after a town within it, where nothing says that the unit is meant."""
WITHIN, NOT_WITHIN = 8.0, -4.0
SAME_UNIT, SAME_COUNTRY, NEARNESS = 3.5, 3.5, 2.5
NEAR_KM = 150.0


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means, with the best candidates and their scores, which sum to at most 1."""

    place: Place
    ranked: tuple[tuple[Place, float], ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as one article uses it: what is said with it anywhere, and how often it stands."""

    plain: str
    kinds: frozenset[str]
    within: frozenset[str]
    hits: tuple[Hit, ...]
    is_dateline: bool = False


@dataclass(frozen=True, slots=True)
class Company:
    """What the other names of the article tell: shares of countries and of first-level units, and points."""

    countries: Mapping[str, float]
    units: Mapping[str, float]
    points: tuple[tuple[str, float, float], ...]


def choose(toponyms: Sequence[Toponym], dateline: str | None, known: Gazetteer) -> dict[str, Choice]:
    """For each plain name that the gazetteer knows, the place that it means here."""
    names = as_names(toponyms, dateline, known)
    alone = {name.plain: priors(name, known) for name in names}
    scores = alone
    for _ in range(ROUNDS):
        best = {plain: max(found, key=lambda one: (one[1], one[0].place_id))[0] for plain, found in scores.items()}
        scores = {
            name.plain: [(place, score + fit(place, company)) for place, score in alone[name.plain]]
            for name in names
            for company in [company_of(name, names, best)]
        }
    return {plain: choice(found) for plain, found in scores.items()}


def as_names(toponyms: Sequence[Toponym], dateline: str | None, known: Gazetteer) -> list[Name]:
    """The names that the gazetteer knows, once each, in the order in which they first stand."""
    grouped: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        grouped.setdefault(toponym.plain, []).append(toponym)
    opening = normal(dateline) if dateline else None
    names = []
    for plain, members in grouped.items():
        hits = known.hits(members[0].name)
        if hits:
            kinds = frozenset(member.kind for member in members if member.kind in KIND)
            within = frozenset(normal(member.within) for member in members if member.within)
            names.append(Name(plain, kinds, within, hits, plain == opening))
    return names


def priors(name: Name, known: Gazetteer) -> list[tuple[Place, float]]:
    """The candidates of a name with what speaks for each of them outside any company, the best first."""
    larger = [hit.place for plain in sorted(name.within) for hit in known.hits(plain) if hit.tie < 2]
    towns = {hit.place.inside for hit in name.hits if hit.place.precision == "settlement" and hit.tie < 2}
    found = [(hit.place, prior(hit, name, towns) + containment(hit.place, larger)) for hit in name.hits]
    return sorted(found, key=lambda one: (-one[1], one[0].place_id))[:MOST_CANDIDATES]


def prior(hit: Hit, name: Name, towns: set[str]) -> float:
    """What size, kind and main name speak for a candidate."""
    place = hit.place
    score = 1.2 * math.log10(place.population + 100) + TIE[hit.tie]
    score += FEATURE.get(place.feature, 0.0) + PRECISION[place.precision]
    if name.kinds:
        wanted = {precision for kind in name.kinds for precision in KIND[kind]}
        return score + (SAME_KIND if place.precision in wanted else OTHER_KIND)
    shadowed = place.precision in {"admin1", "admin2"} and place.inside in towns
    return score + (SHADOWED if shadowed else 0.0)


def containment(place: Place, larger: Sequence[Place]) -> float:
    """Whether a candidate lies in one of the larger places that are named with it."""
    if not larger:
        return 0.0
    return WITHIN if any(is_in(place, one) for one in larger) else NOT_WITHIN


def is_in(place: Place, larger: Place) -> bool:
    """Whether a place lies in a larger one, by their units or, for regions, by their circles."""
    if place.place_id == larger.place_id:
        return False
    if larger.precision == "country":
        return place.country == larger.country
    if larger.precision == "admin1":
        return place.inside == larger.inside != ""
    if larger.precision == "admin2":
        return place.inside == larger.inside and place.admin2 == larger.admin2
    return apart(place, larger) <= larger.radius_km


def company_of(name: Name, names: Sequence[Name], best: Mapping[str, Place]) -> Company:
    """What the other names tell; a name that the article opens with, or that is told with its state, counts double."""
    countries: dict[str, float] = {}
    units: dict[str, float] = {}
    points = []
    for other in names:
        if other.plain == name.plain:
            continue
        place, weight = best[other.plain], 2.0 if other.is_dateline or other.within else 1.0
        if place.country:
            countries[place.country] = countries.get(place.country, 0.0) + weight
        if place.inside:
            units[place.inside] = units.get(place.inside, 0.0) + weight
        if place.precision in {"settlement", "admin2", "point"}:
            points.append((place.place_id, place.lat, place.lon))
    return Company(shares(countries), shares(units), tuple(points))


def shares(counts: Mapping[str, float]) -> dict[str, float]:
    """Each count's share of all, drawn towards 0 where there are few."""
    total = sum(counts.values()) + 1.0
    return {name: count / total for name, count in counts.items()}


def fit(place: Place, company: Company) -> float:
    """How well a candidate goes with the other places of the article."""
    score = SAME_COUNTRY * company.countries.get(place.country or "", 0.0)
    if place.inside:
        score += SAME_UNIT * company.units.get(place.inside, 0.0)
    if company.points and place.precision in {"settlement", "admin2", "point"}:
        away = sorted(distance_km((place.lat, place.lon), (lat, lon)) for _, lat, lon in company.points)[:3]
        score += NEARNESS * sum(math.exp(-km / NEAR_KM) for km in away) / len(away)
    return score


def apart(one: Place, other: Place) -> float:
    """Kilometres between the middles of two places."""
    return distance_km((one.lat, one.lon), (other.lat, other.lon))


def choice(found: Sequence[tuple[Place, float]]) -> Choice:
    """The best candidate, and the first few with scores."""
    ranked = sorted(found, key=lambda one: (-one[1], one[0].place_id))
    weights = [math.exp(score - ranked[0][1]) for _, score in ranked]
    total = sum(weights)
    shown = tuple(
        (place, round(weight / total, 4)) for (place, _), weight in zip(ranked[:SHOWN], weights, strict=False)
    )
    return Choice(ranked[0][0], shown)
