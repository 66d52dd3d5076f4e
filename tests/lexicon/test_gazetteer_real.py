"""The gazetteer that is shipped: names that it has to know, and words that it must not take for places."""

from __future__ import annotations

import pytest

from dateline.lexicon import gazetteer as door


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        ("Syria", "geonames:163843"),
        ("US", "geonames:6252001"),
        ("Britain", "geonames:2635167"),
        ("Burma", "geonames:1327865"),
        ("Ivory Coast", "geonames:2287781"),
        ("Damascus", "geonames:170654"),
        ("Donbas", "dateline:donbas"),
        ("Strait of Hormuz", "dateline:strait-of-hormuz"),
        ("Bagram", "dateline:bagram"),
        ("Bab al-Hawa", "dateline:bab-al-hawa"),
        ("Golan Heights", "dateline:golan-heights"),
        ("Cook County", "geonames:4888671"),
        ("Helmand", "geonames:1140043"),
    ],
)
def test_the_real_one_knows(name: str, place_id: str) -> None:
    assert place_id in [place.place_id for place in door.lookup(name)[:3]]


def test_demonyms_are_no_places() -> None:
    for name in ("Syrian", "Turkish", "Russians", "French", "Iraqi"):
        assert not any(place.precision == "country" for place in door.lookup(name)), name


def test_the_real_one_answers_through_the_door() -> None:
    damascus = door.by_id("geonames:170654")
    assert damascus is not None
    assert (damascus.country, damascus.feature) == ("SYR", "PPLC")
    assert damascus in door.near(damascus.lat, damascus.lon, 2)
    assert any(hit.place.name == "Raqqa" or "Raqq" in hit.place.name for hit, _ in door.fuzzy("Raqqah"))
