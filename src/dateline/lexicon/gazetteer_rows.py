"""What the gazetteer holds: a row for each country, administrative unit, settlement and region of our own."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dateline.errors import BadConfig
from dateline.lexicon.files import load
from dateline.lexicon.gazetteer_names import is_useful, normal, without_kind
from dateline.lexicon.gazetteer_sources import (
    ALTERNATE,
    CANONICAL,
    DERIVED,
    City,
    Sources,
    Unit,
    cells_centre,
    distance_km,
    shown_name,
)

PRECISIONS = {0: "admin1", 1: "admin1", 2: "admin2", 3: "admin2"}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A place with its plain names, each with its tie. `inside` is the code of its first-level unit: "SY.12"."""

    number: int
    place_id: str
    name: str
    country: str | None
    lat: float
    lon: float
    feature: str
    precision: str
    radius_km: float
    population: int
    names: tuple[tuple[str, int], ...]
    admin1: str | None = None
    admin2: str | None = None
    inside: str = ""
    has_articles: bool = False


def rows(sources: Sources) -> list[Row]:
    """All places. Raises `BadConfig` when an entry of ours lacks a field."""
    found = {row.number: row for row in [*settlements(sources), *units(sources), *countries(sources)]}
    return [*found.values(), *regions(sources)]


def settlements(sources: Sources) -> Iterator[Row]:
    """Cities, towns and villages, with the names of the units they lie in."""
    articles = frozenset(load("places/spelling.yaml")["article_countries"])
    shown = ["" if unit is None else shown_name(unit) for unit in sources.all_units]
    capitals = capital_ids(sources)
    for city in sources.all_cities.values():
        country = sources.all_countries.get(city.countrycode)
        if country is None:
            continue
        within = [
            (unit, shown[n]) for n in sources.units_of_city.get(city.geonameid, ()) if (unit := sources.all_units[n])
        ]
        yield Row(
            city.geonameid,
            f"geonames:{city.geonameid}",
            city.name,
            country.iso3,
            round(city.latitude, 5),
            round(city.longitude, 5),
            "PPLC" if city.geonameid in capitals else "PPL",
            "settlement",
            round(1 + 0.009 * math.sqrt(city.population), 1),
            city.population,
            tuple(names_of(city.name, city.alternatenames)),
            next((name for unit, name in within if unit.level == 1), None),
            next((name for unit, name in within if unit.level == 2), None),
            f"{city.countrycode}.{city.admin1code}",
            city.countrycode in articles,
        )


def capital_ids(sources: Sources) -> frozenset[int]:
    """The GeoNames ids of the capitals: the largest settlement of the capital's name in each country."""
    wanted = {(country.iso, normal(country.capital)) for country in sources.all_countries.values() if country.capital}
    best: dict[tuple[str, str], City] = {}
    for city in sources.all_cities.values():
        key = (city.countrycode, normal(city.name))
        if city.countrycode and key in wanted and (key not in best or city.population > best[key].population):
            best[key] = city
    return frozenset(city.geonameid for city in best.values())


def names_of(name: str, others: list[str]) -> Iterator[tuple[str, int]]:
    """The plain names of a settlement."""
    yield normal(name), CANONICAL
    for other in others:
        if is_useful(other):
            yield normal(other), ALTERNATE


def units(sources: Sources) -> Iterator[Row]:
    """Administrative units. They come without coordinates: their settlements tell middle and reach."""
    points, people = spread(sources)
    parents = {unit.code: unit for unit in sources.all_units if unit and unit.level == 1}
    articles = frozenset(load("places/spelling.yaml")["article_countries"])
    for n, unit in enumerate(sources.all_units):
        iso = unit.code.partition(".")[0] if unit else ""
        if unit is None or n not in points or iso not in sources.all_countries:
            continue
        centre, radius = circle(points[n], sources.unit_middles.get(unit.code))
        inside = ".".join(unit.code.split(".")[:2])
        parent = parents.get(inside) if unit.level > 1 else unit
        yield Row(
            unit.geonameid,
            f"geonames:{unit.geonameid}",
            shown_name(unit),
            sources.all_countries[iso].iso3,
            *centre,
            f"ADM{max(1, unit.level)}",
            PRECISIONS[unit.level],
            radius,
            people[n],
            tuple(unit_names(unit)),
            shown_name(parent) if parent else None,
            shown_name(unit) if unit.level > 1 else None,
            inside,
            iso in articles,
        )


def unit_names(unit: Unit) -> Iterator[tuple[str, int]]:
    """The plain names of a unit, with and without the word for its kind."""
    small = unit.level > 1
    for name, tie in [
        (shown_name(unit), CANONICAL),
        (unit.name, CANONICAL),
        *((other, ALTERNATE) for other in unit.others),
    ]:
        plain = normal(name)
        yield plain, tie
        bare = without_kind(plain)
        if bare != plain:
            yield bare, DERIVED if small else ALTERNATE


def spread(sources: Sources) -> tuple[dict[int, list[Point]], dict[int, int]]:
    """For each unit (row from 0): where its settlements lie, and how many people live in them."""
    points: dict[int, list[Point]] = {}
    people: dict[int, int] = {}
    for city in sources.all_cities.values():
        for n in sources.units_of_city.get(city.geonameid, ()):
            points.setdefault(n, []).append((city.latitude, city.longitude))
            people[n] = people.get(n, 0) + city.population
    return points, people


def circle(points: list[Point], given: list[float] | None) -> tuple[Point, float]:
    """A middle, if need be that of the points, and the kilometres within which all points lie, with 5 to spare."""
    found = cells_centre(points) if len(points) > 3 else cells_mean(points)
    centre = (given[0], given[1]) if given else found
    return centre, round(5 + max(distance_km(centre, point) for point in points), 1)


def cells_mean(points: list[Point]) -> Point:
    """The mean of points that lie close together."""
    return round(sum(lat for lat, _ in points) / len(points), 4), round(sum(lon for _, lon in points) / len(points), 4)


def countries(sources: Sources) -> Iterator[Row]:
    """Countries, at the middle of their land, in a circle somewhat larger than their area."""
    points: dict[str, list[Point]] = {}
    for city in sources.all_cities.values():
        points.setdefault(city.countrycode, []).append((city.latitude, city.longitude))
    for country in sources.all_countries.values():
        facts = sources.country_facts.get(country.iso3, [])
        if not facts and country.iso not in points:
            continue
        centre = (float(facts[0]), float(facts[1])) if facts else cells_centre(points[country.iso])
        names = [(country.name, CANONICAL), *((str(name), CANONICAL) for name in facts[2:])]
        names += [(name, CANONICAL) for name in sources.country_names.get(country.iso3, ())]
        yield Row(
            country.geonameid,
            f"geonames:{country.geonameid}",
            country.name,
            country.iso3,
            *centre,
            "PCLI",
            "country",
            round(1.3 * math.sqrt(max(country.areakm2, 1) / math.pi) + 5, 1),
            country.population,
            tuple((normal(name), tie) for name, tie in names),
        )


def country_now(entry: Mapping[str, Any]) -> str | None:
    """The country of a place of our own lists; of a land that is no more the only one that has it now."""
    heirs = entry.get("successors") or [entry.get("country")]
    return heirs[0] if len(heirs) == 1 else None


def regions(sources: Sources) -> Iterator[Row]:
    """Our own list, numbered from -1 down."""
    for n, entry in enumerate(sources.regions, start=1):
        try:
            others = entry.get("aliases") or []
            yield Row(
                -n,
                f"dateline:{entry['id']}",
                entry["name"],
                country_now(entry),
                float(entry["lat"]),
                float(entry["lon"]),
                entry.get("feature") or "RGN",
                entry["precision"],
                float(entry["radius_km"]),
                int(entry.get("population") or 0),
                tuple((normal(name), CANONICAL) for name in [entry["name"], *others]),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise BadConfig(
                f"places/landmarks.yaml, former.yaml or regions.yaml, entry {n} ({entry}): {error!r}"
            ) from error
