"""Which place each name means: population, the larger place named with it, and the company of the other names.

One name means one place in one article. How the weights were set: docs/decisions/0005-gazetteer.md.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import CANONICAL, Gazetteer, Hit, Place
from dateline.lexicon.gazetteer_names import normal, without_kind
from dateline.lexicon.gazetteer_sources import distance_km
from dateline.resolve.places_company import Company, Name, company_of, fit, hint, raise_to, sums_of
from dateline.resolve.places_find import Toponym

MOST_CANDIDATES = 60
SHOWN = 5
ROUNDS = 4
SIZE = 1.0
TIE = (0.0, -1.5, -2.5)
"""What another name than the main one, and a form that we made, weigh."""
MISSPELT = -2.0
"""A town that bears a name as another of its own, beside a larger one of its country whose main name it is."""
FEATURE = {"PCLI": 2.5, "PPLC": 2.8, "CONT": 3.0}
PRECISION = {"country": 0.0, "admin1": 0.2, "admin2": -1.5, "settlement": 0.0, "region": 0.5, "point": 4.5}
KIND = {
    "admin1": ("admin1",),
    "admin2": ("admin2",),
    "settlement": ("settlement",),
    "region": ("region",),
    "country": ("country",),
}
SAME_KIND, OTHER_KIND = 3.0, -1.0
SHADOWED = -0.7
"""A unit named after a town within it, where nothing says that the unit is meant."""
WITHIN, NOT_WITHIN = 8.0, -4.0
HOME = 1.5
UNITS = frozenset({"admin1", "admin2"})


@dataclass(frozen=True, slots=True)
class Home:
    """Where the article comes from: the place of its dateline, and the country of its outlet (ISO 3166-1 alpha-3)."""

    dateline: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means, with the best candidates and their scores, which sum to at most 1."""

    place: Place
    ranked: tuple[tuple[Place, float], ...]


Scores = Mapping[str, Sequence[tuple[Place, float]]]
"""The candidates of each plain name, with scores, the best first."""


def choose(toponyms: Sequence[Toponym], home: Home, known: Gazetteer) -> dict[str, Choice]:
    """For each plain name that the gazetteer knows, the place that it means here."""
    names = as_names(toponyms, home, known)
    alone = {name.plain: priors(name, home, known) for name in names}
    scores: Scores = alone
    for _ in range(ROUNDS):
        hints = {plain: hint(found) for plain, found in scores.items()}
        sums = sums_of(names, hints)
        scores = {
            name.plain: in_company(alone[name.plain], company_of(name, sums, hints[name.plain])) for name in names
        }
    return {plain: choice(found) for plain, found in scores.items()}


def in_company(found: Sequence[tuple[Place, float]], company: Company) -> list[tuple[Place, float]]:
    """Candidates with what the company adds to their scores, the best first."""
    fitted = [(place, score + fit(place, company)) for place, score in found]
    return sorted(fitted, key=lambda one: (-one[1], one[0].place_id))


def as_names(toponyms: Sequence[Toponym], home: Home, known: Gazetteer) -> list[Name]:
    """The names that the gazetteer knows, once each, in the order in which they first stand."""
    grouped: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        grouped.setdefault(toponym.plain, []).append(toponym)
    opening = normal(home.dateline) if home.dateline else None
    names = []
    for plain, members in grouped.items():
        hits = hits_of(members[0].name, known)
        if hits:
            kinds = frozenset(member.kind for member in members if member.kind in KIND)
            within = frozenset(normal(member.within) for member in members if member.within)
            names.append(Name(plain, kinds, within, hits, plain == opening))
    return names


def hits_of(name: str, known: Gazetteer) -> tuple[Hit, ...]:
    """The places that bear a name, those too that bear it in two words: "Northwest" and "North-West"."""
    apart = load("places/spelling.yaml")["compass"].get(normal(name))
    found = known.hits(name)
    return found if apart is None else (*found, *(one for one in known.hits(apart) if one not in found))


def priors(name: Name, home: Home, known: Gazetteer) -> list[tuple[Place, float]]:
    """The candidates of a name with what speaks for each of them outside any company, the best first."""
    larger = [hit.place for plain in sorted(name.within) for hit in known.hits(plain) if hit.tie < 2]
    mains = largest_mains(name.hits)
    scored = [(hit, prior(hit, name) + misspelt(hit, mains)) for hit in name.hits]
    towns: dict[str, float] = {}
    for hit, score in scored:
        if hit.place.precision == "settlement" and not is_longer(hit.place.name, name.plain):
            raise_to(towns, hit.place.inside, score)
    found = [
        (
            hit.place,
            min(score, ceiling(hit.place, name, towns)) + containment(hit.place, larger) + at_home(hit.place, home),
        )
        for hit, score in scored
    ]
    return sorted(found, key=lambda one: (-one[1], one[0].place_id))[:MOST_CANDIDATES]


def largest_mains(hits: Sequence[Hit]) -> dict[str | None, int]:
    """The most people of a town in each country whose main name is the one that was looked up."""
    found: dict[str | None, int] = {}
    for hit in hits:
        if hit.tie == CANONICAL and hit.place.precision == "settlement":
            found[hit.place.country] = max(hit.place.population, found.get(hit.place.country, 0))
    return found


def misspelt(hit: Hit, mains: Mapping[str | None, int]) -> float:
    """What it weighs that a larger town of the country is called so: Pittsburgh is hardly Pittsburg, California."""
    is_other = hit.tie != CANONICAL and hit.place.precision == "settlement"
    return MISSPELT if is_other and hit.place.population < mains.get(hit.place.country, 0) else 0.0


def is_longer(name: str, plain: str) -> bool:
    """Whether a place's own name holds a name beside other words: "Santa Fe de Antioquia" is not "Antioquia"."""
    own = without_kind(normal(name))
    return own != plain and f" {plain} " in f" {own} "


def prior(hit: Hit, name: Name) -> float:
    """What size, kind and main name speak for a candidate."""
    place = hit.place
    score = SIZE * math.log10(place.population + 100) + TIE[hit.tie]
    score += FEATURE.get(place.feature, 0.0) + PRECISION[place.precision]
    if name.kinds:
        wanted = {precision for kind in name.kinds for precision in KIND[kind]}
        score += SAME_KIND if place.precision in wanted else OTHER_KIND
    return score


def ceiling(place: Place, name: Name, towns: Mapping[str, float]) -> float:
    """How high a unit may score that is named after a town within it, where nothing says that the unit is meant."""
    is_named_after = place.precision in UNITS and place.inside in towns and not name.kinds
    return towns[place.inside] + SHADOWED if is_named_after else math.inf


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


def at_home(place: Place, home: Home) -> float:
    """Whether a candidate lies in the country that the outlet writes for."""
    return HOME if home.country and place.country == home.country and place.precision != "country" else 0.0


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
