"""How many fit, over time, by place and by kind. Every number says what it counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, func, select

from dateline.records.codec import read_event
from dateline.records.mention import PlaceMention
from dateline.store.queries import EventQuery, about_claims, about_events, rows
from dateline.store.tables import ARTICLES, CLAIMS, EVENTS

COUNTED = 10_000
"""So many are counted one by one; beyond that it is only said that there are more."""
ON_THE_MAP = ("point", "settlement", "admin2", "admin1")
"""Precisions of places that stand on a map; whole countries are listed beside it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, and whether there are more than that."""

    value: int
    more: bool = False

    def __str__(self) -> str:
        return f"more than {self.value:,}" if self.more else f"{self.value:,}"


@dataclass(frozen=True, slots=True)
class Fitting:
    """How many events, claims and reports (articles with such a claim) fit."""

    events: Number
    claims: Number
    reports: Number


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


def fitting(engine: Engine, query: EventQuery) -> Fitting:
    """How many fit a query."""
    of_claims = select(CLAIMS.c.article_id).join(ARTICLES, ARTICLES.c.id == CLAIMS.c.article_id)
    of_claims = of_claims.where(*about_claims(query))
    with engine.connect() as connection:
        return Fitting(
            number(connection, select(EVENTS.c.id).where(*about_events(query))),
            number(connection, of_claims),
            number(connection, of_claims.distinct()),
        )


def number(connection: Connection, wanted: Select[Any]) -> Number:
    """How many rows there are, as far as they are counted."""
    found = connection.scalar(select(func.count()).select_from(wanted.limit(COUNTED + 1).subquery())) or 0
    return Number(min(found, COUNTED), found > COUNTED)


def by_day(engine: Engine, query: EventQuery) -> tuple[DayCount, ...]:
    """Events by the day they begin and their type, in order; undated ones last."""
    wanted = select(EVENTS.c.begin, EVENTS.c.type, func.count().label("events")).where(*about_events(query))
    found = [DayCount(*row) for row in rows(engine, wanted.group_by(EVENTS.c.begin, EVENTS.c.type))]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or date.min, one.type)))


def by_kind(engine: Engine, query: EventQuery, column: str) -> tuple[tuple[str | None, int], ...]:
    """Events by a column of theirs (type, status, place_country), most first."""
    by: Column[Any] = EVENTS.c[column]
    found = rows(engine, select(by, func.count()).where(*about_events(query)).group_by(by))
    return tuple(sorted(((row[0], row[1]) for row in found), key=lambda one: (-one[1], one[0] or "")))


def by_claimant(engine: Engine, query: EventQuery, most: int) -> ClaimantCounts:
    """Claims by who makes them, those with most claims first; all outlets are one, and all who are unnamed."""
    column = CLAIMS.c
    by = (column.claimant_kind, column.claimant_id, column.claimant_name)
    wanted = select(*by, func.count()).join(ARTICLES, ARTICLES.c.id == column.article_id).where(*about_claims(query))
    counted: Counter[tuple[str, str]] = Counter()
    for kind, known_id, name, claims in rows(engine, wanted.group_by(*by)):
        if kind == "actor" and (known_id or name):
            counted[name or known_id, known_id or name] += claims
        else:
            counted[("the reports themselves", kind) if kind == "outlet" else ("somebody unnamed", "unnamed")] += claims
    found = [ClaimantCount(*one, claims) for one, claims in counted.items()]
    return ClaimantCounts(tuple(sorted(found, key=lambda one: (-one.claims, one.name))[:most]), len(found))


def by_place(engine: Engine, query: EventQuery, most: int) -> MapCount:
    """Events by place, those places with most events first."""
    column = EVENTS.c
    by = (column.place_id, column.place_precision, column.place_country, column.status)
    wanted = select(*by, func.count(), func.min(column.id)).where(*about_events(query)).group_by(*by)
    places: dict[str, Counter[str]] = {}
    unplaced: Counter[str | None] = Counter()
    sample: dict[str, str] = {}
    for place_id, precision, country, status, events, one in rows(engine, wanted):
        if place_id is None or precision not in ON_THE_MAP:
            unplaced[country] += events
        else:
            places.setdefault(place_id, Counter())[status] += events
            sample[place_id] = min(one, sample.get(place_id, one))
    first = sorted(places, key=lambda one: (-places[one].total(), one))[:most]
    lines = select(EVENTS.c.place_id, EVENTS.c.line).where(EVENTS.c.id.in_([sample[one] for one in first]))
    described = {row.place_id: read_event(row.line).place for row in rows(engine, lines)}
    shown = (place_count(one, described[one], places[one]) for one in first)
    listed = sorted(unplaced.items(), key=lambda one: (one[0] is None, -one[1], one[0] or ""))
    return MapCount(
        tuple(one for one in shown if one is not None), len(places), tuple(Unplaced(*one) for one in listed)
    )


def place_count(place_id: str, place: PlaceMention | None, statuses: Counter[str]) -> PlaceCount | None:
    """A place with its counts, described as one of its events describes it; None where that has no point."""
    if place is None or place.lat is None or place.lon is None:
        return None
    by_status = tuple(sorted(statuses.items(), key=lambda one: (-one[1], one[0])))
    about = (place.name, place.country, place.precision, place.lat, place.lon, place.radius_km)
    return PlaceCount(place_id, *about, statuses.total(), by_status)
