"""How near are two places, and two times?"""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from dateline.records.claim import When
from dateline.records.ids import is_beside
from dateline.records.mention import PlaceMention

EARTH_KM = 6371.0
COMPARED = 200_000
"""Comparisons that are kept: the same places stand in many reports of one day."""
NEAR_KM = 15.0
"""As far may a village and the town that another report names instead lie apart."""
PROVINCE_KM = 150.0
"""A wider place tells little of where something happened."""
FINE = frozenset({"point", "settlement"})
LIES = ("near", "beside", "within", "country", "astray", "far")
"""How two places may lie, the nearest first."""
ELSEWHERE = frozenset({"carried", "dateline"})
"""How a place is known that the sentence of a claim does not tell."""
WEEK, MONTH = 7, 31


class Spot(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """A place without its words: degrees WGS 84, and the kilometres around the point that it may reach.

    `carried`: other sentences tell it, of which it may not be.
    """

    place_id: str
    country: str
    lat: float
    lon: float
    fine: bool
    reach: float
    carried: bool = False


class Days(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """The first and last day of a happening. `by_report`: only the day of the report is known.

    `carried`: it is that of a like happening that the report told before, which may be another.
    """

    begin: date
    finish: date
    by_report: bool = False
    carried: bool = False

    @property
    def unsure(self) -> bool:
        """Whether no words of its own tell on which day it happened."""
        return self.by_report or self.carried

    @property
    def loose(self) -> bool:
        """Whether the time is too long to tell one happening from the next."""
        return (self.finish - self.begin).days > WEEK

    @property
    def of_month(self) -> bool:
        """Whether words tell the month in which it happened, or about as long a time, and no nearer one."""
        return self.loose and self.is_near and not self.unsure

    @property
    def is_near(self) -> bool:
        """Whether the time is no longer than a month."""
        return (self.finish - self.begin).days <= MONTH


def spot_of(place: PlaceMention | None, basis: str | None = None) -> Spot | None:
    """The spot that some words name, by how the place of a claim is known; None where nobody knows it or its point."""
    if place is None or place.lat is None or place.lon is None:
        return None
    fine = place.precision in FINE
    name = place.place_id or (place.name or place.text).casefold()
    return spot(
        name,
        place.country or "",
        place.lat,
        place.lon,
        fine,
        0.0 if fine else place.radius_km or 0.0,
        basis in ELSEWHERE,
    )


spot = lru_cache(maxsize=COMPARED, typed=True)(Spot)
"""A spot; the same one each time."""


@lru_cache(maxsize=COMPARED)
def days_of(when: When | None) -> Days | None:
    """The days of a claim; None where it has none."""
    if when is None or when.begin is None:
        return None
    return Days(when.begin, max(when.begin, when.finish or when.begin), when.is_guess, when.basis == "carried")


@lru_cache(maxsize=COMPARED)
def gap(one: Days, other: Days) -> int:
    """Days between the nearest days of two times; 0 where they overlap.

    What is known only from the day of a report may be of the day before; two reports' days are taken as they are.
    """
    slack = one.by_report != other.by_report
    days = max(first(one, slack), first(other, slack)) - min(one.finish, other.finish)
    return max(0, days.days)


def first(days: Days, slack: bool) -> date:
    """The first day that a time may mean."""
    return days.begin - timedelta(days=1) if slack and days.by_report and days.begin > date.min else days.begin


def km_apart(one: Spot, other: Spot) -> float:
    """Kilometres between two points (great circle, haversine)."""
    first, second = math.radians(one.lat), math.radians(other.lat)
    rise, turn = first - second, math.radians(one.lon - other.lon)
    chord = math.sin(rise / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


@lru_cache(maxsize=COMPARED)
def nearness(ones: tuple[Spot, ...], others: tuple[Spot, ...]) -> tuple[str, float] | None:
    """How near two sets of places are at best, as `placed` says of two of them; None where one is empty."""
    found = [placed(one, other) for one in ones for other in others]
    return min(found, key=nearer) if len(found) > 1 else found[0] if found else None


def nearer(lie: tuple[str, float]) -> tuple[int, float]:
    """The order of how places lie, the nearest first."""
    return LIES.index(lie[0]), lie[1]


def placed(one: Spot, other: Spot) -> tuple[str, float]:
    """How two places lie, one of `LIES`, and the kilometres: both fine and "near", two quarters "beside" one another in
    a town whose point is all that is known of them, one "within" the other, in one "country" or "far" from one another;
    "astray" where they are far, and one is told in other sentences only.
    """
    if is_beside(one.place_id, other.place_id):
        return "beside", 0.0
    how, km = lie(one, other)
    return ("astray" if how == "far" and (one.carried or other.carried) else how), km


def lie(one: Spot, other: Spot) -> tuple[str, float]:
    """The same of two places that both may be trusted."""
    km = 0.0 if one.place_id == other.place_id else km_apart(one, other)
    if one.fine and other.fine:
        return ("near" if km <= NEAR_KM else "far"), km
    if one.country and other.country and one.country != other.country:
        return "far", km
    if km > one.reach + other.reach + NEAR_KM:
        return "far", km
    return ("within" if max(one.reach, other.reach) <= PROVINCE_KM else "country"), km
