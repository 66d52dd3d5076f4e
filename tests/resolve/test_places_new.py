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
        ("Rockets fell on the Abu Rashid district of Tripoli.", [("Abu Rashid", "known"), ("Tripoli", "known")]),
        ("The army shelled farms along the Veldara.", [("Veldara", None)]),
        ("Jets bombed posts at the head of the Cuyara river.", [("Cuyara", None)]),
        ("Fighters shelled the settlement of al-Qaya on Monday.", [("al-Qaya", None)]),
        ("A bomb exploded near the al-Mansaa Park on Tuesday.", [("al-Mansaa Park", None)]),
        ("Rebels captured the village of Sabr 20 kilometers north of Aden.", [("Sabr", None), ("Aden", "known")]),
        ("Rebels shot a pilot in the Eastern Kalamar region.", [("Eastern Kalamar", None)]),
        ("The teams are patrolling Solgara and Dari Suf districts.", [("Solgara", None), ("Dari Suf", None)]),
        ("Jets struck the rebels at the Menyan and Al-Aswad suburbs.", [("Menyan", None), ("Al-Aswad", None)]),
        ("Guerrillas blew up a bomb on the Beit Lahoun road.", [("Beit Lahoun", None)]),
        ("Gunmen attacked Kamba Town early on Sunday.", [("Kamba", "known")]),
        ("Troops shelled the al-Hamra quarter.", [("al-Hamra", "known")]),
        ("She was shot at her Jaffna home.", [("Jaffna", "known")]),
        ("Women demonstrated against the expansion of Jewish settlements.", []),
        ("Clashes broke out near the Deir ez-Zor airbase.", [("Deir ez-Zor", "known")]),
        ("Rebels shelled the Qudsaya quarter of Aleppo.", [("Qudsaya", "known"), ("Aleppo", "known")]),
        ("A bomb exploded on Haifa Street in Baghdad.", [("Haifa Street", "known"), ("Baghdad", "known")]),
        ("A bomb exploded on Haifa Street on Monday.", []),
        ("The Supreme Court in Baghdad freed him.", [("Baghdad", "known")]),
        ("He opened a parked lorry in Stoke Newinton and two men ran off.", [("Stoke Newinton", None)]),
        ("Navy planes bombed suspected camps on the Jaffna peninsula.", [("Jaffna", "known")]),
        (
            "Gunmen attacked the town of Macomia in Mozambique's Cabo Delgado province and killed nine people.",
            [("Macomia", "known"), ("Mozambique", "known")],
        ),
        ("The Red Cross convoy was hit in Beirut.", [("Beirut", "known")]),
        ("Rebels blew up the Cano Verde pipeline on Monday.", []),
        ("Rebels shelled a terminal on Ghana's Atlantic coast.", [("Ghana", "known")]),
        (
            "Clashes broke out near El Fasher, capital of North Darfur.",
            [("El Fasher", "known"), ("North Darfur", "known")],
        ),
    ],
)
def test_words_without_an_entry(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead nine men in Moura. Mali's army denied it. Malian soldiers came later.", ("MLI", None)),
        ("A bomb exploded in Moura on Monday.", ("PRT", 38)),
        ("A bomb went off in Dublin. It was London's Docklands that was meant, an Irish officer said.", ("GBR", 52)),
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


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("Rebels launched an attack at the Sindi Hospital in northern Aleppo.", "Sindi Hospital", "point"),
        ("Rebels blew up a tunnel in Aleppo's Rashidiyah District.", "Rashidiyah", "point"),
        ("Rockets fell on the suburb of Quiriba in Aleppo.", "Quiriba", "settlement"),
        ("GUERRILLAS ATTACKED A POST IN THE SUBURB OF QUIRIBA IN ALEPPO, SYRIA.", "Quiriba", "settlement"),
    ],
)
def test_what_is_told_to_be_in_a_town_is_in_its_circle(text: str, name: str, precision: str) -> None:
    (reading,) = ParseText().batch([Reading(Article("a", text))])
    found = {one.name: one for one in FindPlaces()(reading).places}
    place, town = found[name], found["Aleppo"]
    assert place.place_id == f"{town.place_id}/{name.lower().replace(' ', '-')}"
    assert place.is_part_of(town)
    assert not town.is_part_of(place)
    assert (place.lat, place.lon, place.radius_km) == (town.lat, town.lon, town.radius_km)
    assert (place.country, place.admin1, place.precision) == ("SYR", town.admin1, precision)


def test_what_is_told_to_be_in_a_province_has_its_name_alone() -> None:
    (reading,) = ParseText().batch([Reading(Article("a", "Jets bombed the village of Zabqin in Idlib province."))])
    place = FindPlaces()(reading).places[0]
    assert (place.name, place.country, place.admin1, place.lat, place.place_id) == (
        "Zabqin",
        "SYR",
        "Idlib",
        None,
        None,
    )


def test_a_comma_puts_no_place_into_the_next_of_a_list() -> None:
    (reading,) = ParseText().batch([Reading(Article("a", "Shells fell in Zabqin, Homs and Hama on Monday."))])
    assert FindPlaces()(reading).places[0].lat is None


@pytest.mark.parametrize(
    ("text", "words", "country", "precision"),
    [
        ("Two men were shot in the northern department of San Martin, Peru.", "San Martin", "PER", "admin1"),
        ("Jets bombed Deir Ezzor on Monday.", "Deir Ezzor", "SYR", "settlement"),
        ("A bomb exploded in the Miraflores district of Lima.", "Lima", "PER", "settlement"),
        ("A boy was shot in the West Bank town of Nablus.", "Nablus", "PSE", "settlement"),
    ],
)
def test_which_place_is_meant(text: str, words: str, country: str, precision: str) -> None:
    (reading,) = ParseText().batch([Reading(Article("a", text))])
    (place,) = [one for one in FindPlaces()(reading).places if one.text == words]
    assert (place.country, place.precision) == (country, precision)
