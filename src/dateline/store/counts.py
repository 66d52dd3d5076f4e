"""How many fit, over time, by place and by kind. Every number says what it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from dateline.records.claim import ASSERTED
from dateline.records.mention import PlaceMention
from dateline.store.box import ON_THE_MAP
from dateline.store.fitting import Fitting
from dateline.store.index import Coded, Index
from dateline.store.index import Numbers as Rows

"""Statuses of what is told as a fact."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many events, claims and reports (articles with such a claim) fit."""

    events: int
    claims: int
    reports: int


@dataclass(frozen=True, slots=True)
class DayCount:
    """Events of a type that begin on a day; None: nobody says when."""

    day: date | None
    type: str
    events: int


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place on the map, and the events there by status."""

    place_id: str
    name: str | None
    country: str | None
    precision: str | None
    lat: float
    lon: float
    radius_km: float | None
    events: int
    statuses: tuple[tuple[str, int], ...]
    corroborated: int
    """Of these, events that several independent sources tell as a fact."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Events of which only the country is known; None: not even that."""

    country: str | None
    events: int


@dataclass(frozen=True, slots=True)
class ClaimantCount:
    """Somebody who makes claims; `filter` is what the filter of claimants takes for it."""

    name: str
    filter: str
    claims: int


@dataclass(frozen=True, slots=True)
class ClaimantCounts:
    """Those who make most claims, and how many there are in all."""

    first: tuple[ClaimantCount, ...]
    all_claimants: int


@dataclass(frozen=True, slots=True)
class MapCount:
    """Places with most events first, how many there are in all, and what has no place on a map."""

    places: tuple[PlaceCount, ...]
    all_places: int
    unplaced: tuple[Unplaced, ...]


def numbers(index: Index, fit: Fitting) -> Numbers:
    """How many fit."""
    reports = np.zeros(len(index.articles), bool)
    reports[index.claims.article[fit.claims]] = True
    return Numbers(*(int(one.sum()) for one in (fit.events, fit.claims, reports)))


def by_day(index: Index, fit: Fitting) -> tuple[DayCount, ...]:
    """Events by the day they begin and their type, in order; undated ones last."""
    what = index.events.what
    pairs, events = counted(what.begin[fit.events], what.type.codes[fit.events])
    found = [
        DayCount(date.fromordinal(day) if day else None, what.type.values[kind], count)
        for (day, kind), count in zip(pairs, events, strict=True)
    ]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or date.min, one.type)))


def by_kind(index: Index, fit: Fitting, kind: str) -> tuple[tuple[str | None, int], ...]:
    """Events by their type, status or country, most first."""
    column: Coded[str | None] = getattr(index.events.what, kind)
    return tuple(sorted(column.counts(fit.events).items(), key=lambda one: (-one[1], one[0] or "")))


def by_claimant(index: Index, fit: Fitting, most: int) -> ClaimantCounts:
    """Claims by who makes them, those with most claims first; all outlets are one, and all who are unnamed."""
    found: Counter[tuple[str, str]] = Counter()
    for (kind, known_id, name), claims in index.claims.teller.counts(fit.claims).items():
        if kind == "actor" and (known_id or name):
            found[name or known_id or "", known_id or name or ""] += claims
        else:
            found[("the reports themselves", kind) if kind == "outlet" else ("somebody unnamed", "unnamed")] += claims
    counts = sorted(
        (ClaimantCount(*one, claims) for one, claims in found.items()), key=lambda one: (-one.claims, one.name)
    )
    return ClaimantCounts(tuple(counts[:most]), len(counts))


def by_place(index: Index, fit: Fitting, most: int) -> MapCount:
    """Events by place, those places with most events first."""
    what = index.events.what
    place, status = what.place_id, what.status
    on_map = index.events.precision.where(ON_THE_MAP.__contains__) & place.where(lambda one: one is not None)
    off, placed = fit.events & ~on_map, np.flatnonzero(fit.events & on_map)
    several = index.events.sources.where(lambda one: one > 1) & status.where(ASSERTED.__contains__)
    size = len(place.values), len(status.values)
    cells = place.codes[placed].astype(np.int64) * size[1] + status.codes[placed]
    statuses = np.bincount(cells, minlength=size[0] * size[1]).reshape(size)
    totals = statuses.sum(axis=1)
    corroborated = np.bincount(place.codes[placed[several[placed]]], minlength=size[0])
    known = np.flatnonzero(totals).tolist()
    first = sorted(known, key=lambda one: (-totals[one], place.values[one] or ""))[:most]
    shown = (
        place_count(
            index.events.places[one],
            dict(zip(status.values, statuses[one].tolist(), strict=True)),
            int(corroborated[one]),
        )
        for one in first
    )
    unplaced = sorted(what.country.counts(off).items(), key=lambda one: (one[0] is None, -one[1], one[0] or ""))
    return MapCount(
        tuple(one for one in shown if one is not None), len(known), tuple(Unplaced(*one) for one in unplaced)
    )


def place_count(place: PlaceMention | None, statuses: Mapping[str, int], corroborated: int) -> PlaceCount | None:
    """A place with its counts; None where it has no point."""
    if place is None or place.place_id is None or place.lat is None or place.lon is None:
        return None
    by_status = sorted((one for one in statuses.items() if one[1]), key=lambda one: (-one[1], one[0]))
    about = (place.name, place.country, place.precision, place.lat, place.lon, place.radius_km)
    return PlaceCount(place.place_id, *about, sum(statuses.values()), tuple(by_status), corroborated)


def counted(*columns: Rows) -> tuple[list[tuple[int, ...]], list[int]]:
    """Which values stand in a row together, and in how many rows."""
    found, counts = together(*columns)
    return list(zip(*(one.tolist() for one in found), strict=True)), counts.tolist()


def together(*columns: Rows) -> tuple[tuple[Rows, ...], Rows]:
    """The same as columns."""
    if not len(columns[0]):
        return columns, np.zeros(0, np.int32)
    sizes = [int(column.max()) + 1 for column in columns]
    found, counts = np.unique(np.ravel_multi_index(columns, sizes), return_counts=True)
    return tuple(one.astype(np.int32) for one in np.unravel_index(found, sizes)), counts.astype(np.int32)
