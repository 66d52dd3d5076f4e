"""Places by name, by id and by nearness: GeoNames data and our own list, in one SQLite file in the cache."""

from __future__ import annotations

import atexit
import os
import sqlite3
from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, radians
from pathlib import Path
from urllib.parse import quote

from rapidfuzz import fuzz, process

from dateline.lexicon.files import cache_folder
from dateline.lexicon.gazetteer_build import FUZZY_LEAST, Progress, build
from dateline.lexicon.gazetteer_names import normal, with_articles, without_articles
from dateline.lexicon.gazetteer_sources import CANONICAL, distance_km, edition
from dateline.records.mention import PlaceMention
from dateline.records.text import Span

SHAPE = 1
"""Counts up when the file's tables or the way they are filled change."""
MOST_HITS = 400
MOST_SPELLINGS = 200
KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Place:
    """A place: a circle of `radius_km` around `lat`, `lon` (degrees, WGS 84) holds it.

    `place_id` is "geonames:163843" or, for places of our own list, "dateline:donbas"; `country` ISO 3166-1 alpha-3;
    `precision` point, settlement, admin2, admin1, country or region; `feature` a GeoNames feature code; `inside` the
    GeoNames code of the first-level unit it lies in ("SY.12"), or "". `population` is 0 where nobody counted.
    """

    place_id: str
    name: str
    country: str | None
    admin1: str | None
    admin2: str | None
    lat: float
    lon: float
    feature: str
    precision: str
    radius_km: float
    population: int
    inside: str = ""


def told_by(words: str, span: Span, place: Place) -> PlaceMention:
    """The record of a place that the words of a span tell."""
    known = (place.place_id, place.name, place.country, place.admin1, place.admin2, place.lat, place.lon)
    return PlaceMention(span.start, span.end, words, *known, place.feature, place.precision, place.radius_km)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that bears a name. `tie`: 0 its main name, 1 another name, 2 a form that we made of one."""

    place: Place
    tie: int


COLUMNS = "place_id, place.name, country, admin1, admin2, lat, lon, feature, precision, radius_km, population, inside"


class Gazetteer:
    """An opened gazetteer file. It is never written to; several threads may ask."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._base = sqlite3.connect(f"file:{quote(str(path))}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self.hits = lru_cache(maxsize=16384)(self._hits)
        self.by_id = lru_cache(maxsize=4096)(self._by_id)
        self.fuzzy = lru_cache(maxsize=4096)(self._fuzzy)

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()

    def lookup(self, name: str) -> tuple[Place, ...]:
        """The places of a name, however it is spelt: those whose main name it is first, then by population."""
        return tuple(hit.place for hit in self.hits(name))

    def _hits(self, name: str) -> tuple[Hit, ...]:
        """Like `lookup`, with each place's tie to the name."""
        plain = normal(name)
        found = self._named(plain)
        bare = without_articles(with_articles(plain))
        return found if found or bare == plain else self._named(bare)

    def _named(self, plain: str) -> tuple[Hit, ...]:
        query = f"SELECT tie, {COLUMNS} FROM name JOIN place ON place.id = name.place WHERE plain = ? "  # noqa: S608
        rows = self._base.execute(query + "ORDER BY tie, population DESC, place.id LIMIT ?", (plain, MOST_HITS))
        return tuple(Hit(Place(*row[1:]), row[0]) for row in rows)

    def _by_id(self, place_id: str) -> Place | None:
        """The place of an id; None when there is none."""
        row = self._base.execute(f"SELECT {COLUMNS} FROM place WHERE place_id = ?", (place_id,)).fetchone()  # noqa: S608
        return Place(*row) if row else None

    def _fuzzy(self, name: str, least: float = 85.0, most: int = 10) -> tuple[tuple[Hit, float], ...]:
        """Places whose name is spelt nearly so, and how nearly (0 to 100, at least `least`), the nearest first."""
        plain = normal(name)
        if len(plain) < FUZZY_LEAST:
            return ()
        scored = process.extract(plain, self._spellings(plain), scorer=fuzz.ratio, score_cutoff=least, limit=most)
        ranked = sorted((-score, other) for other, score, _ in scored)
        return tuple((hit, -score) for score, other in ranked for hit in self._named(other)[:most])

    def _spellings(self, plain: str) -> list[str]:
        """Plain names that share many runs of three letters with this one, and are about as long."""
        runs = list(dict.fromkeys(plain[n : n + 3] for n in range(len(plain) - 2)))
        wanted = " OR ".join(f'"{run}"' for run in runs)
        query = (
            "SELECT spelling.plain FROM spelling_index JOIN spelling ON spelling.id = spelling_index.rowid "
            "WHERE spelling_index MATCH ? AND length(spelling.plain) BETWEEN ? AND ? ORDER BY rank, spelling.id LIMIT ?"
        )
        slack = max(1, len(plain) // 4)
        rows = self._base.execute(query, (wanted, len(plain) - slack, len(plain) + slack, MOST_SPELLINGS))
        return [row[0] for row in rows]

    def near(self, lat: float, lon: float, km: float) -> tuple[Place, ...]:
        """The places whose middle lies within so many kilometres of a point, the nearest first."""
        high = km / KM_A_DEGREE
        wide = min(180.0, high / max(0.01, cos(radians(min(89.0, abs(lat) + high)))))
        query = (
            f"SELECT {COLUMNS} FROM box JOIN place ON place.id = box.id "  # noqa: S608
            "WHERE south >= ? AND north <= ? AND west >= ? AND east <= ?"
        )
        found: dict[str, Place] = {}
        for turn in (-360.0, 0.0, 360.0):
            bounds = (lat - high, lat + high, lon - wide + turn, lon + wide + turn)
            found |= {row[0]: Place(*row) for row in self._base.execute(query, bounds)}
        ranked = sorted((distance_km((lat, lon), (place.lat, place.lon)), place.place_id) for place in found.values())
        return tuple(found[place_id] for away, place_id in ranked if away <= km)


def gazetteer(progress: Progress | None = None) -> Gazetteer:
    """The gazetteer of the installed sources, built on first use (some twenty seconds) and opened once per process.

    Raises `BadConfig` when the sources are missing or the cache cannot be written.
    """
    path = gazetteer_path()
    if not path.exists():
        build(path, progress=progress)
    return _opened(path, os.getpid())


def gazetteer_path() -> Path:
    """Where the gazetteer of the installed sources lies, built or not."""
    return cache_folder() / f"gazetteer-{SHAPE}-{_edition()}.sqlite"


@cache
def _edition() -> str:
    return edition()


@cache
def _opened(path: Path, _process: int) -> Gazetteer:
    opened = Gazetteer(path)
    atexit.register(opened.close)
    return opened


def lookup(name: str) -> tuple[Place, ...]:
    """See `Gazetteer.lookup`."""
    return gazetteer().lookup(name)


def fuzzy(name: str) -> tuple[tuple[Hit, float], ...]:
    """Places whose name is spelt nearly so, with the likeness from 85 to 100, the nearest first."""
    return gazetteer().fuzzy(name)


def by_id(place_id: str) -> Place | None:
    """The place of an id; None when there is none."""
    return gazetteer().by_id(place_id)


def near(lat: float, lon: float, km: float) -> tuple[Place, ...]:
    """See `Gazetteer.near`."""
    return gazetteer().near(lat, lon, km)


__all__ = ["CANONICAL", "Gazetteer", "Hit", "Place", "by_id", "fuzzy", "gazetteer", "gazetteer_path", "lookup", "near"]
