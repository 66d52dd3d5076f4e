"""Claims and events as a GeoJSON FeatureCollection (RFC 7946), a feature a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from dateline.export.columns import Cell, Table
from dateline.records.mention import PlaceMention

R = TypeVar("R")

POINTS = frozenset({"point", "settlement", "admin2", "admin1"})
"""Precisions that a point on a map can stand for; the middle of a country is where nothing happened."""
NOT_PROPERTIES = frozenset({"lat", "lon"})


def geojson_lines(rows: Iterable[R], table: Table[R]) -> Iterator[bytes]:
    """The collection, a feature a line."""
    yield b'{"type":"FeatureCollection","features":['
    for n, row in enumerate(rows):
        yield (b",\n" if n else b"\n") + feature(row, table)
    yield b"\n]}\n"


def feature(row: R, table: Table[R]) -> bytes:
    """One feature."""
    shown: dict[str, Cell] = {one.name: one.value(row) for one in table.columns if one.name not in NOT_PROPERTIES}
    made = {"type": "Feature", "id": table.name(row), "geometry": geometry(table.place(row)), "properties": shown}
    return msgspec.json.encode(made)


def geometry(place: PlaceMention | None) -> dict[str, object] | None:
    """A point, longitude first; None where a point would claim to know more than anybody does."""
    if place is None or place.lat is None or place.lon is None or place.precision not in POINTS:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}
