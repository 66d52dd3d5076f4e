from __future__ import annotations

import pickle
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.parse.spacy import ParseText
from dateline.records.article import Article, Dateline
from dateline.records.codec import spans_of
from dateline.records.mention import PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token
from dateline.resolve.places import FindPlaces

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "places.yaml").read_text("utf-8"))


def reading_of(text: str, **more: Any) -> Reading:
    return ParseText()(Reading(Article("a", text, **more)))


@cache
def places_in(text: str) -> tuple[PlaceMention, ...]:
    return FindPlaces()(reading_of(text)).places


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_places_of_a_sentence(case: dict[str, Any]) -> None:
    found = places_in(case["text"])
    assert [place.text for place in found] == [row[0] for row in case["places"]]
    for place, row in zip(found, case["places"], strict=True):
        words, country, precision, unit, place_id = [*row, None, None][:5]
        assert (place.country, place.precision) == (country, precision), words
        assert unit in {None, place.admin1}, words
        assert place_id in {None, place.place_id}, words
    assert not {place.text for place in found} & set(case.get("never", ()))


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES[::3], ids=[case["text"][:40] for case in CASES[::3]])
def test_candidates_are_ranked_and_their_scores_sum_to_one_at_most(case: dict[str, Any]) -> None:
    for place in (one for one in places_in(case["text"]) if one.place_id):
        assert place.candidates[0].place_id == place.place_id
        scores = [candidate.score for candidate in place.candidates]
        assert scores == sorted(scores, reverse=True)
        assert len(scores) <= 5
        assert sum(scores) <= 1.0005
        assert place.radius_km is not None
        assert place.radius_km > 0


def test_one_name_has_one_sense_in_an_article() -> None:
    text = "A bridge fell in Paris. The mayor of Paris wept. Paris, Texas, had one bridge."
    assert {place.country for place in places_in(text)} == {"USA"}


def test_an_airport_lies_around_its_town() -> None:
    (town,) = places_in("Two people were killed in Binnish on Monday.")
    (site,) = places_in("Two people were killed at Binnish airport on Monday.")
    assert town.place_id == site.place_id
    assert town.radius_km is not None
    assert site.radius_km is not None
    assert site.radius_km >= 10 > town.radius_km


def test_the_place_of_the_dateline_is_a_place_though_it_is_skipped() -> None:
    text = "TRIPOLI, Lebanon, March 3 - Two men were freed."
    reading = replace(reading_of(text, dateline=Dateline(0, 27, "Tripoli", None, None)), sentences=())
    first = FindPlaces()(reading).places[0]
    assert (first.start, first.end, first.text, first.country) == (0, 7, "TRIPOLI", "LBN")


def test_a_dateline_whose_words_are_not_there_gives_none() -> None:
    reading = Reading(Article("a", "Nothing.", dateline=Dateline(0, 7, "Cairo", None, None)))
    assert FindPlaces()(reading).places == ()


def test_the_outlets_country_speaks_for_its_towns() -> None:
    text = "Detectives in Lancaster have found a car."
    found = {source: FindPlaces()(reading_of(text, source=source)).places[0].country for source in ("x.co.uk", "x.com")}
    assert found == {"x.co.uk": "GBR", "x.com": "USA"}


def test_a_step_is_what_its_fields_are() -> None:
    step = FindPlaces()
    assert pickle.loads(pickle.dumps(step)) == step
    empty = Reading(Article("a", ""))
    assert step(empty) == replace(empty, places=())


NAMES = st.sampled_from(
    [
        "Aleppo",
        "Syria",
        "Paris",
        "Texas",
        "U.S.",
        "Ala.",
        "'s",
        ",",
        "in",
        "of",
        "the",
        "Republic",
        "-",
        "$",
        "%",
        '"',
        "St.",
        "County",
    ]
)
WORDS = NAMES | st.text(min_size=1, max_size=6).filter(lambda word: not word.isspace())
LABELS = st.sampled_from(["", "GPE", "LOC", "FAC", "PERSON", "ORG", "NORP"])
TOKENS = st.lists(st.tuples(WORDS, LABELS, st.sampled_from(["PROPN", "NOUN", "ADP", "PUNCT", "PART"])), max_size=12)


@given(TOKENS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spans_are_true_whatever_the_words(words: list[tuple[str, str, str]]) -> None:
    text, tokens = "", []
    for word, label, pos in words:
        start = len(text)
        text += word + " "
        tokens.append(Token(start, start + len(word), word, word.lower(), pos, "NN", "dep", 0, label))
    sentences = (Sentence(0, len(text), tuple(tokens)),) if tokens else ()
    reading = Reading(Article("a", text), sentences=sentences)
    places = FindPlaces()(reading).places
    assert places == FindPlaces()(reading).places
    for place in places:
        assert place.of(text) == place.text != ""
    assert all(one.end <= other.start for one, other in pairwise(spans_of(places)))
