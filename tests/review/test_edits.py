from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.errors import BadConfig
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.review import Thing
from dateline.records.text import Span
from dateline.review.answers import answers_of, differing, value
from dateline.review.edits import Changes, Named, changed

TEXT = "Paris protested. Rebels shelled Paris on Monday."
REBELS = ActorMention(17, 23, "Rebels", "nominal", "rebels-1", "The Rebels")
PARIS = ActorMention(32, 37, "Paris", "name", "state-FRA", "France")
TOWN = PlaceMention(32, 37, "Paris", "geo:1", "Paris")
CLAIM = Claim("c1", "ASSAULT", Span(24, 31), Span(17, len(TEXT)), actor=REBELS, recipient=PARIS, place=TOWN)
READING = Reading(
    Article("a1", TEXT), actors=(ActorMention(0, 5, "Paris", "name", "state-FRA", "France"),), claims=(CLAIM,)
)
SHOWN = answers_of(CLAIM)


def actors(shown: Thing | None = SHOWN.actor) -> Named:
    return Named.actors(shown, CLAIM, READING)


@pytest.mark.parametrize(
    ("chosen", "typed", "expected"),
    [
        ("", None, None),
        ("17-23", None, Thing("The Rebels", "rebels-1", 17, 23)),
        ("32-37", None, Thing("France", "state-FRA", 32, 37)),
        ("24-31", None, Thing("shelled", None, 24, 31)),
        ("=The tide", None, Thing("The tide")),
        ("17-23", "paris", Thing("France", "state-FRA", 32, 37)),
        ("", "monday", Thing("Monday", None, 41, 47)),
        ("", "the tide", Thing("the tide")),
    ],
)
def test_what_a_form_says_is_found_in_the_sentence(chosen: str, typed: str | None, expected: Thing | None) -> None:
    assert actors().chosen(chosen, typed) == expected


def test_the_same_words_are_an_actor_or_a_place_as_it_is_asked() -> None:
    assert Named.places(SHOWN.place, CLAIM, READING).chosen("32-37", None) == Thing("Paris", "geo:1", 32, 37)


def test_what_stands_in_the_sentence_is_offered_first() -> None:
    assert [one.start for one in actors().things] == [17, 32, 0]


@pytest.mark.parametrize(
    "changes",
    [
        {"type": "<b>"}, {"type": ""}, {"status": "no such status!"}, {"context": ("a b",)}, {"context": ("x",) * 30},
        {"actor": Thing(" ")}, {"actor": Thing("x" * 400)}, {"place": Thing("x", None, 3)},
        {"actor": Thing("x", None, 3, 999)}, {"actor": Thing("x", None, -3, 2)},
        {"begin": date(2024, 3, 2), "finish": date(2024, 3, 1)},
    ],
)  # fmt: skip
def test_what_cannot_be_an_answer_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(BadConfig):
        changed(SHOWN, Changes(**changes), TEXT)


def test_answers_are_the_same_by_who_is_meant() -> None:
    other = changed(SHOWN, Changes(recipient=Thing("Paris", "state-FRA", 0, 5), begin=date(2024, 3, 1)), TEXT)
    assert differing(SHOWN, other) == ("day",)
    assert value(other, "day") == "2024-03-01/2024-03-01"
    assert value(changed(SHOWN, Changes(actor=Thing("Some  Men")), TEXT), "actor") == "some men"
