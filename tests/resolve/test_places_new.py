"""Places that the gazetteer does not know: their words are kept where grammar or a noun says that they are places."""

from __future__ import annotations

import pytest

from dateline.parse.spacy import ParseText
from dateline.records.article import Article
from dateline.records.reading import Reading
from dateline.resolve.places import FindPlaces


def places(text: str) -> list[tuple[str, str | None]]:
    (reading,) = ParseText().batch([Reading(Article("a", text))])
    found = FindPlaces()(reading).places
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all((one.name, one.lat, one.precision) == (one.text, None, None) for one in found if one.place_id is None)
    return [(one.text, "known" if one.place_id else None) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb exploded in Zabqin Town on Monday.", [("Zabqin Town", None)]),
        ("Clashes broke out in Mbororo County.", [("Mbororo County", None)]),
        ("Rebels shelled the village of Kafr Qudsaya near Latakia.", [("Kafr Qudsaya", None), ("Latakia", "known")]),
        ("Gunmen attacked the villages of Ulum Baru on Monday.", [("Ulum Baru", None)]),
        ("A bomb exploded in Zabqin on Monday.", [("Zabqin", None)]),
        ("Shells fell on a farm south of Aleppo on Monday.", [("Aleppo", "known")]),
        ("Fighters met Mr Qudsaya in Homs.", [("Homs", "known")]),
        ("She works for Fenbrook City FC in London.", [("London", "known")]),
        ("He died in GHQRT on Monday.", []),
        ("Shells fell near Qudsaya Airport on Monday.", [("Qudsaya Airport", None)]),
        ("A patrol boat sank near Fenbrook Island.", [("Fenbrook Island", None)]),
        ("Helicopters shelled the camp at San Pedro de Bocay.", [("San Pedro de Bocay", None)]),
        ("Soldiers were killed near Base Norte on Thursday.", [("Base Norte", None)]),
        ("Peacekeepers left Mount Ravnik on Sunday.", [("Mount Ravnik", None)]),
        ("Rockets fell on the Abu Rashid district of Tripoli.", [("Abu Rashid", None), ("Tripoli", "known")]),
        ("The army shelled farms along the Veldara.", [("Veldara", None)]),
        ("Jets bombed posts at the head of the Cuyara river.", [("Cuyara", None)]),
    ],
)
def test_words_without_an_entry(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead nine men in Moura. Mali's army denied it. Malian soldiers came later.", ("MLI", None)),
        ("A bomb exploded in Moura on Monday.", ("PRT", 38)),
        ("A bomb went off in Dublin. It was London's Docklands that was meant, an Irish officer said.", ("GBR", None)),
    ],
)
def test_a_small_namesake_in_a_country_that_is_not_spoken_of(text: str, expected: tuple[str, float | None]) -> None:
    (reading,) = ParseText().batch([Reading(Article("a", text))])
    (place,) = [one for one in FindPlaces()(reading).places if one.text in {"Moura", "Docklands"}]
    assert (place.country, place.lat and round(place.lat)) == expected


def test_an_unknown_place_lies_in_the_country_that_the_article_is_about() -> None:
    text = (
        "Malian soldiers shot dead nine men in the village of Kafr Qudsaya. Mali's army denied it. He spoke in Bamako."
    )
    (reading,) = ParseText().batch([Reading(Article("a", text))])
    (unknown,) = [one for one in FindPlaces()(reading).places if one.place_id is None]
    assert (unknown.text, unknown.country, unknown.lat, unknown.precision) == ("Kafr Qudsaya", "MLI", None, None)
