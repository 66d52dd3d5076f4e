"""Every entry of the lexicon by its own example: the rules alone, through the whole pipeline."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from dateline.lexicon.predicates import Predicate, all_predicates
from dateline.pipeline import apply
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading

OPEN = Path(__file__).parents[1] / "cases" / "entries_open.yaml"
"""Examples that do not come out yet as their entries say. A list that only gets shorter."""


@pytest.mark.slow
def test_every_example_comes_out_as_its_entry_says() -> None:
    entries = all_predicates()
    readings = [Reading(Article(f"e{n}", one.example, language="en")) for n, one in enumerate(entries)]
    for step in pipeline({"claims": {"use": "rules"}}).steps:
        readings = apply(step, readings)
    wrong = [one.example for one, reading in zip(entries, readings, strict=True) if not comes_out(one, reading)]
    known = set(yaml.safe_load(OPEN.read_text(encoding="utf-8")))
    assert sorted(set(wrong) - known) == []
    assert sorted(known - set(wrong)) == [], "mended: take these out of the list"


def comes_out(entry: Predicate, reading: Reading) -> bool:
    return any(fits(claim, entry) for claim in reading.claims)


def fits(claim: Claim, entry: Predicate) -> bool:
    actor, recipient = entry.gives
    is_kind = claim.type == entry.type and entry.mode in {None, claim.mode}
    return (
        is_kind
        and (claim.actor is None) == (actor is None)
        and told(claim.actor, actor)
        and told(claim.recipient, recipient)
    )


def told(end: ActorMention | None, words: str | None) -> bool:
    if words is None:
        return True
    return end is not None and (words.lower() in end.text.lower() or end.text.lower() in words.lower())
