"""Names in texts: whole words, the longest, in any spelling, fast."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.lexicon import names
from dateline.lexicon.actors import Actor, Country
from dateline.lexicon.names import finder, finder_of, is_shouted, must_join, names_in, plain_characters

STATES = [
    Country("RUS", "state-RUS", "Russia", ("Russian Federation",), ("Russian",), (), "Moscow", ("Moscow", "Kremlin")),
    Country("FRA", "state-FRA", "France", (), ("French",), ("the French",), "Paris", ("Paris",)),
    Country("USA", "state-USA", "United States", ("US", "U.S."), ("American",), (), "Washington", ("Washington",)),
    Country("CHL", "state-CHL", "Chile", (), ("Chilean",), (), "Santiago", ()),
]
ACTORS = [
    Actor("isis", "Islamic State", "armed", None, ("REB",), ("IS", "Islamic State of Iraq and the Levant")),
    Actor("who", "World Health Organization", "igo", None, (), ("WHO",)),
    Actor("nusra", "al-Nusra Front", "armed", None, ("REB",), ()),
    Actor("lra", "Lord's Resistance Army", "armed", None, ("REB",), ()),
    Actor("dawn", "Dawn", "media", None, ("JRN",), ()),
    Actor("assad", "Bashar al-Assad", "person", "SYR", ("GOV",), ("Assad",)),
    Actor("solis", "José Solís", "person", "CHL", ("GOV",), ()),
]


@pytest.fixture(autouse=True)
def few_names(monkeypatch: pytest.MonkeyPatch) -> None:
    few = finder_of(STATES, ACTORS)
    monkeypatch.setattr(names, "finder", lambda: few)
    names.shouted_finder.cache_clear()


def found(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.ids[0]) for one in names_in(text)]


def test_whole_words_only() -> None:
    assert found("The ambassador assad Assadov ISIS IS.") == [("IS", "isis")]
    assert found("Assad's men") == [("Assad", "assad")]


def test_the_longest_name_wins() -> None:
    assert found("Islamic State of Iraq and the Levant, Islamic State of mind") == [
        ("Islamic State of Iraq and the Levant", "isis"),
        ("Islamic State", "isis"),
    ]


def test_what_a_name_is() -> None:
    text = "Russia, the Russian Federation: Russians, Russian, the French, Kremlin, Moscow, Chilean"
    assert [one.what for one in names_in(text)] == [
        "name",
        "name",
        "people",
        "demonym",
        "demonym",
        "seat",
        "seat",
        "demonym",
    ]


@pytest.mark.parametrize(
    "spelling", ["al-Nusra Front", "Al-Nusra Front", "Al Nusra Front", "al‑Nusra Front", "al-Nusra\nFront"]
)
def test_spellings(spelling: str) -> None:
    assert found(f"men of {spelling} fled") == [(spelling, "nusra")]


def test_apostrophes_and_accents() -> None:
    assert found("Lord’s Resistance Army and Jose Solis, José Solís") == [
        ("Lord’s Resistance Army", "lra"),
        ("Jose Solis", "solis"),
        ("José Solís", "solis"),
    ]


def test_all_in_capitals() -> None:
    assert found("WHO IS IN MOSCOW: US TELLS FRANCE OF ASSAD") == [
        ("MOSCOW", "state-RUS"),
        ("FRANCE", "state-FRA"),
        ("ASSAD", "assad"),
    ]


def test_names_that_a_parser_would_take_apart() -> None:
    text = "IS and the WHO met the Islamic State in the US; Dawn, Moscow and Bashar al-Assad and the United States not"
    assert [text[start:end] for start, end in must_join(text)] == ["IS", "WHO", "Islamic State", "US"]


@given(some.text(alphabet="IS USrusRa’é\n.-ß", max_size=60))
def test_matches_are_in_order_whole_and_inside(text: str) -> None:
    reached = 0
    for one in names_in(text):
        assert reached <= one.start < one.end <= len(text)
        reached = one.end
        assert not (one.start and text[one.start - 1].isalnum())
        assert not (one.end < len(text) and text[one.end].isalnum())


@given(some.text(max_size=40))
def test_plain_text_is_as_long_as_before(text: str) -> None:
    assert len(plain_characters(text)) == len(text)


def test_a_hostile_text_is_read_in_time() -> None:
    began = time.process_time()
    assert names_in("IS " * 1_700_000) == []
    assert len(names_in("Is US " * 300_000)) == 300_000
    assert time.process_time() - began < 6


def test_shouting() -> None:
    assert is_shouted("REBELS TAKE THE TOWN")
    assert not is_shouted("US")
    assert not is_shouted("Rebels Take the Town")


def test_the_names_we_ship() -> None:
    assert [(start, end, entry.ids[0]) for start, end, entry in finder().find("In Syria, Oslo")][:1] == [
        (3, 8, "state-SYR")
    ]
