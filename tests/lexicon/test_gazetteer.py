from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import BadConfig
from dateline.lexicon.gazetteer import Gazetteer
from dateline.lexicon.gazetteer_build import PARTS, build
from dateline.lexicon.gazetteer_names import is_useful, normal, without_articles, without_kind
from dateline.lexicon.gazetteer_sources import Sources


def city(number: int, name: str, country: str, *where: float, **more: object) -> dict[str, object]:
    found: dict[str, object] = {"geonameid": number, "name": name, "countrycode": country, "population": 1000}
    found |= {"latitude": where[0], "longitude": where[1], "admin1code": "1", "alternatenames": []}
    return found | more


CITIES = [
    city(
        1,
        "Tel Amar",
        "XA",
        10.0,
        20.0,
        population=50_000,
        alternatenames=["Tall Amar", "TLA", "tel amar xiang", "Amárville"],
    ),
    city(2, "Al Barid", "XA", 10.5, 20.5, population=900_000),
    city(3, "Tel Amar", "XB", -5.0, 179.9, population=700),
    city(4, "Sankt Öland", "XB", -5.0, -179.9, population=300),
]
COUNTRIES = {
    "SY": {
        "geonameid": 91,
        "name": "Amaria",
        "iso": "SY",
        "iso3": "AMA",
        "capital": "Al Barid",
        "areakm2": 10_000,
        "population": 9,
    },
    "XB": {
        "geonameid": 92,
        "name": "Beland",
        "iso": "XB",
        "iso3": "BEL",
        "capital": "Nowhere",
        "areakm2": 400,
        "population": 5,
    },
}
UNITS = "\n".join(
    [
        "Al Barid\tSY-1\tSY.1\t81\tProvince\tBarid|Barid Governorate\t1\t\t1",
        "Amar District\t\tSY.1.7\t82\t\t\t2\t1\t1",
        "Empty Land\tXB-2\tXB.2\t83\tState\t\t1\t\t2",
        "No Number\t\t\t\t\t\t1\t\t2",
    ]
)
UNIT_CITIES = (
    "Tel Amar\t1\t1|2\t1\t50000\t10\t20\nAl Barid\t2\t1\t1\t900000\t10.5\t20.5\nTel Amar\t3\t\t2\t700\t-5\t179.9\n"
)
REGIONS = [
    {
        "id": "amar-valley",
        "name": "Amar Valley",
        "country": None,
        "lat": 10.2,
        "lon": 20.2,
        "radius_km": 40,
        "precision": "region",
    }
]


def sources(**changes: object) -> Sources:
    cities = [one | {"countrycode": "SY" if one["countrycode"] == "XA" else "XB"} for one in CITIES]
    parts: dict[str, object] = {
        "cities": json.dumps({str(one["geonameid"]): one for one in cities}).encode(),
        "countries": json.dumps(COUNTRIES).encode(),
        "units": UNITS,
        "unit_cities": UNIT_CITIES,
        "regions": REGIONS,
        "country_facts": {"AMA": [10.0, 20.0, "Amarian Union"]},
        "country_names": {"AMA": ("The Amars",)},
        "unit_middles": {},
    }
    return Sources(**(parts | changes))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("gazetteer") / "tiny.sqlite"
    build(path, sources())
    opened = Gazetteer(path)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana'a", "sanaa"),
        ("Sana’a", "sanaa"),
        ("Łódź", "lodz"),
        ("Tromsø", "tromso"),
        ("Diyarbakır", "diyarbakir"),
        ("U.S.", "us"),
        ("St. Louis", "saint louis"),
        ("Ft. Hood", "fort hood"),
        ("the Sahel", "sahel"),
        ("  New   York ", "new york"),
        ("Дамаск", ""),
        ("\x00%*\"'", ""),
        ("", ""),
    ],
)
def test_spellings_of_a_name_are_one(name: str, plain: str) -> None:
    assert normal(name) == plain


def test_a_plain_name_stays_as_it_is() -> None:
    for name in ("deir ez zor", "saint louis", "new york"):
        assert normal(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("al hasakah", "hasakah"), ("el obeid", "obeid"), ("deir ez zor", "deir al zor"), ("al ur", "al al")],
)
def test_arabic_articles_are_one(one: str, other: str) -> None:
    assert without_articles(one) in {without_articles(other), other}


def test_the_word_for_a_kind_goes() -> None:
    assert [without_kind(name) for name in ("aleppo governorate", "state of texas", "county")] == [
        "aleppo",
        "texas",
        "county",
    ]


def test_codes_and_other_scripts_are_no_use() -> None:
    assert [name for name in ("DAM", "Dimashq", "da ma shi ge", "Москва", "NYC", "Münster", "") if is_useful(name)] == [
        "Dimashq",
        "Münster",
    ]


def test_a_name_gives_its_main_bearers_first(tiny: Gazetteer) -> None:
    assert [place.place_id for place in tiny.lookup("TEL-AMAR")] == ["geonames:1", "geonames:3"]
    assert [hit.tie for hit in tiny.hits("Tall Amar")] == [1]


def test_junk_among_alternate_names_is_no_place(tiny: Gazetteer) -> None:
    assert not tiny.lookup("TLA")
    assert not tiny.lookup("tel amar xiang")


def test_articles_may_be_left_out_or_changed(tiny: Gazetteer) -> None:
    for name in ("Al Barid", "al-Barid", "el-Barid", "Barid"):
        assert "geonames:2" in {place.place_id for place in tiny.lookup(name)}, name


def test_a_settlement_knows_where_it_lies(tiny: Gazetteer) -> None:
    place = tiny.by_id("geonames:1")
    assert place is not None
    assert (place.country, place.admin1, place.admin2, place.feature, place.precision) == (
        "AMA",
        "Barid",
        "Amar District",
        "PPL",
        "settlement",
    )
    assert 1 < place.radius_km < 10


def test_capitals_countries_and_units(tiny: Gazetteer) -> None:
    capital, country, unit = (tiny.by_id(f"geonames:{number}") for number in (2, 91, 81))
    assert capital is not None
    assert capital.feature == "PPLC"
    assert country is not None
    assert (country.feature, country.precision, country.lat) == ("PCLI", "country", 10.0)
    assert unit is not None
    assert (unit.name, unit.precision, unit.feature, unit.population) == ("Barid", "admin1", "ADM1", 950_000)
    assert unit.radius_km >= 39  # half of the way from one of its settlements to the other, at least
    assert {place.place_id for name in ("Amarian Union", "the Amars", "Amaria") for place in tiny.lookup(name)} == {
        "geonames:91"
    }


def test_a_unit_without_settlements_is_nowhere(tiny: Gazetteer) -> None:
    assert tiny.by_id("geonames:83") is None


def test_a_country_across_the_date_line_has_its_middle_there(tiny: Gazetteer) -> None:
    place = tiny.by_id("geonames:92")
    assert place is not None
    assert abs(place.lon) > 179


def test_places_of_our_own(tiny: Gazetteer) -> None:
    (place,) = tiny.lookup("Amar Valley")
    assert (place.place_id, place.country, place.precision, place.feature) == (
        "dateline:amar-valley",
        None,
        "region",
        "RGN",
    )


def test_near_counts_kilometres_over_the_date_line_too(tiny: Gazetteer) -> None:
    assert [place.place_id for place in tiny.near(10.0, 20.0, 35)] == [
        "geonames:1",
        "geonames:82",
        "geonames:91",
        "dateline:amar-valley",
    ]
    assert {"geonames:3", "geonames:4"} <= {place.place_id for place in tiny.near(-5.0, -179.95, 60)}
    assert not tiny.near(60, 60, 50)


def test_misspelt_names_are_found(tiny: Gazetteer) -> None:
    assert tiny.fuzzy("Sankt Oelland")[0][0].place.place_id == "geonames:4"
    assert not tiny.fuzzy("Xyzzy")


@given(
    st.text(max_size=40)
    | st.sampled_from(['"', "' OR 1=1 --", "%", "*", "NEAR(a b)", "a AND NOT b", "\x00x", "^tel*", "{tel}:x"])
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_name_breaks_the_search(tiny: Gazetteer, name: str) -> None:
    for place in tiny.lookup(name):
        assert place.place_id
    for _, likeness in tiny.fuzzy(name):
        assert likeness >= 85
    assert tiny.by_id(name) is None


def test_building_tells_how_far_it_is(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(tmp_path / "g.sqlite", sources(), lambda part, n, of: told.append((part, n, of)))
    assert [part for part, _, _ in told] == [*PARTS, PARTS[-1]]
    assert told[-1][1:] == (len(PARTS), len(PARTS))
    assert [path.name for path in tmp_path.iterdir()] == ["g.sqlite"]


def test_a_build_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match=r"regions\.yaml, entry 1"):
        build(tmp_path / "g.sqlite", sources(regions=[{"id": "x"}]))
    assert not list(tmp_path.iterdir())


def test_two_builds_give_the_same_places(tmp_path: Path) -> None:
    for name in ("a", "b"):
        build(tmp_path / name, sources())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="DATELINE_CACHE"):
        build(tmp_path / "missing" / "g.sqlite", sources())
