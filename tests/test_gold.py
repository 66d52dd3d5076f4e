"""Accuracy only rises: the figures on the gold sentences stay at or above their floors, `evaluation/floors.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.evaluate import figures
from dateline.recipe import pipeline

EVALUATION = Path(__file__).parents[1] / "evaluation"
FLOORS: dict[str, float] = json.loads((EVALUATION / "floors.json").read_text(encoding="utf-8"))
CEILINGS = frozenset({"false_alarms_per_sentence"})


@pytest.fixture(scope="module")
def found() -> dict[str, float]:
    return figures(EVALUATION / "gold" / "sentences.jsonl", pipeline())


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOORS)
def test_a_figure_keeps_its_floor(found: dict[str, float], name: str) -> None:
    if name in CEILINGS:
        assert found[name] <= FLOORS[name]
    else:
        assert found[name] >= FLOORS[name]
