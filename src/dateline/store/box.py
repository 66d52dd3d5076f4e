"""A part of a map, between two meridians and two parallels."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

from sqlalchemy import ColumnElement, or_

from dateline.errors import BadConfig

ON_THE_MAP = ("point", "settlement", "admin2", "admin1")
"""Precisions of places that stand on a map; whole countries are listed beside it."""


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees, in the order of GeoJSON (RFC 7946); one whose west lies east of its east crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def of(cls, text: str) -> Box:
        """The box of four numbers with commas between. Raises `BadConfig` for anything else."""
        try:
            west, south, east, north = map(float, text.split(","))
        except ValueError as error:
            raise BadConfig(
                f"{text!r} is no box; give west,south,east,north in degrees, as 35.5,32.3,42.4,37.4"
            ) from error
        if not (abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90):
            raise BadConfig(f"{text!r} is no box on earth; give west,south,east,north in degrees, south first")
        return cls(west, south, east, north)

    def __str__(self) -> str:
        return ",".join(f"{one:g}" for one in astuple(self))

    def holds(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it, or on its edge."""
        in_width = self.west <= lon <= self.east if self.west <= self.east else lon >= self.west or lon <= self.east
        return self.south <= lat <= self.north and in_width

    def conditions(self, column: Any) -> list[ColumnElement[bool]]:
        """The same of the place of a row, which must be one that stands on a map."""
        lon = column.lon
        crosses = self.west > self.east
        in_width = or_(lon >= self.west, lon <= self.east) if crosses else lon.between(self.west, self.east)
        return [column.place_precision.in_(ON_THE_MAP), column.lat.between(self.south, self.north), in_width]
