"""Nouns that come back to places, and who is told to be where."""

from __future__ import annotations

import pytest

from dateline.coding.returns import Named, returns_of
from dateline.coding.standing import spots_of, standing_in, who
from dateline.records.mention import ActorMention, PlaceMention
from small_trees import tree

LEFT = "They/PRP/nsubj/2 left/leave/VBD/root/0"


def place(name: str, precision: str, feature: str | None = None, start: int = 0, country: str = "PER") -> PlaceMention:
    return PlaceMention(start, start + len(name), name, name, name, country, feature=feature, precision=precision)


TOWN, PROVINCE = place("Puno", "settlement", "PPLA", start=-30), place("Junin", "admin1", "ADM1", start=-20)
LIMA, QUITO = place("Lima", "settlement", "PPLC", start=-50), place("Quito", "settlement", "PPLC", -40, country="ECU")
NAMED = [LIMA, QUITO, TOWN, PROVINCE]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 city/NN/dobj/2", "Puno"),
        ("They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 province/NN/dobj/2", "Junin"),
        ("They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 capital/NN/dobj/2", "Lima"),
        ("They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/5 provincial/JJ/amod/5 capital/NN/dobj/2", "Puno"),
        ("They/PRP/nsubj/2 slept/sleep/VBD/root/0 there/RB/advmod/2", "Junin"),
        ("They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 country/NN/dobj/2", None),
    ],
)
def test_a_noun_comes_back_to_the_last_place_of_its_kind(words: str, expected: str | None) -> None:
    found = returns_of([tree(LEFT), tree(words)], Named({0: NAMED}, None, ("PER",)))
    assert [one.place and one.place.name for one in found[1]] == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "They/PRP/nsubj/2 left/leave/VBD/root/0 a/DT/det/4 city/NN/dobj/2",
        "They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 city/NN/dobj/2 of/IN/prep/4 Cusco/NNP/pobj/5",
        "They/PRP/nsubj/2 left/leave/VBD/root/0 the/DT/det/4 table/NN/dobj/2",
    ],
)
def test_what_is_new_or_named_or_no_place_comes_back_to_none(words: str) -> None:
    assert not returns_of([tree(words)], Named({0: NAMED}, None, ()))


def test_a_place_named_behind_the_noun_is_not_meant_and_a_return_counts_as_named() -> None:
    first = tree("The/DT/det/2 city/NN/nsubj/3 fell/fall/VBD/root/0 after/IN/prep/3 Cusco/NNP/pobj/4")
    behind = place("Cusco", "settlement", start=first.tokens[4].start)
    found = returns_of(
        [first, tree("The/DT/det/2 town/NN/nsubj/3 slept/sleep/VBD/root/0")], Named({0: [TOWN, behind]}, None, ())
    )
    assert [[one.place and one.place.name for one in rows] for rows in found.values()] == [["Puno"], ["Cusco"]]


def test_the_dateline_is_what_a_noun_comes_back_to_where_nothing_else_is_named() -> None:
    found = returns_of([tree("The/DT/det/2 town/NN/nsubj/3 slept/sleep/VBD/root/0")], Named({0: [TOWN]}, TOWN, ()))
    assert found[0][0].place == TOWN


def test_who_does_what_is_done_at_a_place_is_there() -> None:
    told = tree("In/IN/prep/5 Lima/NNP/pobj/1 a/DT/det/4 priest/NN/nsubj/5 wept/weep/VBD/root/0")
    priest = ActorMention(told.tokens[2].start, told.tokens[3].end, "a priest", "nominal")
    there = place("Lima", "settlement", start=told.tokens[1].start)
    found = list(standing_in(3, told, [priest], spots_of(told, [there], [])))
    assert [(one.sentence, one.actor, one.place) for one in found] == [(3, priest, there)]


def test_who_comes_from_a_place_is_not_told_to_be_there() -> None:
    told = tree("A/DT/det/2 priest/NN/nsubj/5 from/IN/prep/2 Lima/NNP/pobj/3 wept/weep/VBD/root/0")
    priest = ActorMention(told.tokens[0].start, told.tokens[1].end, "A priest", "nominal")
    there = place("Lima", "settlement", start=told.tokens[3].start)
    assert not list(standing_in(0, told, [priest], spots_of(told, [there], [])))


def test_a_pronoun_that_nobody_knows_is_nobody() -> None:
    assert who(ActorMention(0, 4, "They", "pronoun")) is None
    assert who(ActorMention(0, 4, "They", "pronoun", name="Border guards")) == "Border guards"
    assert who(ActorMention(0, 8, "A priest", "nominal")) == "a priest"
