"""Mentions: words that name an actor, a place, a time or a quantity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.records.ids import is_under
from dateline.records.text import Span

WIDE = frozenset({"country", "region"})
"""Precisions of places that tell little of where something happened."""


@dataclass(frozen=True, slots=True)
class ActorMention(Span):
    """Words for somebody who can act, and who that is.

    `form` is "name", "nominal" or "pronoun". `actor_id` and `name` are None while nobody knows who is meant;
    `country` is ISO 3166-1 alpha-3 (XKX for Kosovo); `sectors` are PLOVER's codes, most specific first.
    """

    text: str
    form: str
    actor_id: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that some words may name."""

    place_id: str
    score: float


@dataclass(frozen=True, slots=True)
class PlaceMention(Span):
    """Words for a place, and which one: a circle of `radius_km` around `lat`, `lon` (degrees, WGS 84) holds it.

    `precision` is point, settlement, admin2, admin1, country or region; `feature` a GeoNames feature code. `place_id`
    is the gazetteer's; what only the text puts in a town has one under the town's ("geonames:170063/sindi-hospital")
    and the town's circle.
    """

    text: str
    place_id: str | None = None
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None
    precision: str | None = None
    radius_km: float | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether it is a whole country, or a larger or former land."""
        return self.precision in WIDE

    def is_part_of(self, town: PlaceMention) -> bool:
        """Whether this is a quarter or building of which no more is known than that it is in a town."""
        return self.place_id is not None and town.place_id is not None and is_under(self.place_id, town.place_id)


@dataclass(frozen=True, slots=True)
class TimeMention(Span):
    """Words for a time, as a TIMEX3 value and as an interval of whole days, `begin` to `finish`, both included.

    `type` is DATE, TIME, DURATION or SET; `precision` minute, hour, day, week, month, quarter, year, decade, century
    or open; `basis` "stated" or "relative" (to the publication date or the dateline's day).
    """

    text: str
    type: str
    value: str
    begin: date | None = None
    finish: date | None = None
    precision: str | None = None
    basis: str = "stated"


@dataclass(frozen=True, slots=True)
class QuantityMention(Span):
    """Words for a number of something. None is unknown: "at least 12" has no `high`."""

    text: str
    kind: str
    """killed, wounded, missing, detained, abducted, displaced, participants, targets, money or other."""
    low: int | float | None
    high: int | float | None
    vague: bool = False
    """Whether the number is a reading of a word like "dozens"."""
