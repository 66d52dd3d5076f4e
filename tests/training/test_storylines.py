"""The storylines that merging is learned from and measured on: their tellings stand where they say."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from dateline.evaluate_merge import Storyline, span_of, storylines

ROOT = Path(__file__).parents[2]
FILES = ("training/storylines/storylines.jsonl", "evaluation/gold/storylines.jsonl")


def stories() -> list[Storyline]:
    """All storylines."""
    return [story for name in FILES for story in storylines(ROOT / name)]


@pytest.mark.parametrize("story", stories(), ids=lambda story: str(story.row["id"]))
def test_every_telling_stands_in_its_dispatch(story: Storyline) -> None:
    articles = {one["id"]: one for one in story.row["articles"]}
    places: Counter[object] = Counter()
    for event in story.row["events"]:
        assert event["mentions"], event["what"]
        for mention in event["mentions"]:
            span = span_of(mention, articles[mention["article"]][mention["field"]])
            places[event["id"], mention["article"], mention["field"], span] += 1
    assert max(places.values()) == 1


def test_each_storyline_and_dispatch_has_an_id_of_its_own() -> None:
    for name in FILES:
        names = Counter(
            one
            for story in storylines(ROOT / name)
            for one in (story.row["id"], *(a["id"] for a in story.row["articles"]))
        )
        assert max(names.values()) == 1
