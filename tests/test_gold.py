"""Accuracy only rises: the figures on what is in `evaluation/gold` keep their floors, `evaluation/floors.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import evaluate, evaluate_merge, evaluate_voices, evaluate_where, evaluate_who
from dateline.recipe import pipeline

EVALUATION = Path(__file__).parents[1] / "evaluation"
FLOORS: dict[str, dict[str, float]] = json.loads((EVALUATION / "floors.json").read_text(encoding="utf-8"))
CEILINGS = frozenset({"false_alarms_per_sentence"})


@pytest.fixture(scope="module")
def sentences() -> dict[str, float]:
    return evaluate.figures(EVALUATION / "gold" / "sentences.jsonl", pipeline())


@pytest.fixture(scope="module")
def dispatches() -> dict[str, float]:
    return evaluate_voices.figures(EVALUATION / "gold" / "dispatches.jsonl", pipeline())


@pytest.fixture(scope="module")
def actors() -> dict[str, float]:
    return evaluate_who.figures(EVALUATION / "gold" / "dispatches.jsonl", pipeline())


@pytest.fixture(scope="module")
def places_and_days() -> dict[str, float]:
    return evaluate_where.figures(EVALUATION / "gold" / "dispatches.jsonl", pipeline())


@pytest.fixture(scope="module")
def storylines() -> dict[str, float]:
    return evaluate_merge.figures(EVALUATION / "gold" / "storylines.jsonl", pipeline())


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["sentences"])
def test_sentences_keep_their_floors(sentences: dict[str, float], name: str) -> None:
    if name in CEILINGS:
        assert sentences[name] <= FLOORS["sentences"][name]
    else:
        assert sentences[name] >= FLOORS["sentences"][name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["dispatches"])
def test_dispatches_keep_their_floors(dispatches: dict[str, float], name: str) -> None:
    assert dispatches[name] >= FLOORS["dispatches"][name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["actors"])
def test_actors_keep_their_floors(actors: dict[str, float], name: str) -> None:
    assert actors[name] >= FLOORS["actors"][name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["places"])
def test_places_keep_their_floors(places_and_days: dict[str, float], name: str) -> None:
    assert places_and_days[name] >= FLOORS["places"][name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["days"])
def test_days_keep_their_floors(places_and_days: dict[str, float], name: str) -> None:
    assert places_and_days[name] >= FLOORS["days"][name]


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS["storylines"])
def test_storylines_keep_their_floors(storylines: dict[str, float], name: str) -> None:
    assert storylines[name] >= FLOORS["storylines"][name]
