"""How the lexicon and the learned coder decide together."""

from __future__ import annotations

import math

import pytest

from dateline.coding.model import NONE, Told
from dateline.coding.votes import Votes, decide, ranked, weights

WORTH = {"model": 1.0, "framed": 2.0, "bare": 1.0, "near": 0.3, "silent": 0.5}


def told(**chances: float) -> Told:
    types = {name.replace("NO_EVENT", NONE): math.log(value) for name, value in chances.items()}
    return Told(types, {}, {"happened": 0.0}, (), ())


UNSURE = told(NO_EVENT=0.5, ASSAULT=0.3, COERCE=0.2)


@pytest.mark.parametrize(
    ("votes", "best"),
    [
        (frozenset({("silent", NONE)}), NONE),
        (frozenset({("framed", "COERCE")}), "COERCE"),
        (frozenset({("bare", "ASSAULT")}), "ASSAULT"),
        (frozenset({("near", "ASSAULT")}), NONE),
        (frozenset({("framed", "ASSAULT"), ("bare", "COERCE")}), "ASSAULT"),
    ],
)
def test_votes_turn_what_the_model_leaves_open(votes: Votes, best: str) -> None:
    chances = decide(UNSURE, votes, WORTH)
    assert max(chances, key=lambda name: chances[name]) == best
    assert sum(chances.values()) == pytest.approx(1.0)


def test_a_pair_that_somebody_asks_about_is_likelier_to_have_an_event() -> None:
    worth = weights()
    asked = decide(UNSURE, frozenset({("asked-silent", NONE)}), {**worth, "model": worth["asked-model"]})
    found = decide(UNSURE, frozenset({("silent", NONE), ("clauses-1", NONE), ("to-somebody", NONE)}), worth)
    assert asked[NONE] < found[NONE]


def test_ranked_names_no_event_none() -> None:
    assert ranked({NONE: 0.6, "AID": 0.3, "ACCUSE": 0.1}) == [(None, 0.6), ("AID", 0.3), ("ACCUSE", 0.1)]
