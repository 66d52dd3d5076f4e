"""Every word that takes a clause tells what its example says it does."""

from __future__ import annotations

import pytest

from dateline.coding.claims import CodeClaims
from dateline.lexicon.predicates import Governor, all_governors
from dateline.pipeline import Pipeline
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.reading import Reading

WITHOUT = 13
"""Examples whose parse hides the frame may be this many; fewer is better, more is a regression."""


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    english: Pipeline = pipeline({"claims": {"use": "rules"}})
    found = [Reading(Article(f"g{n}", one.example, language="en")) for n, one in enumerate(all_governors())]
    for step in english.steps:
        batch = getattr(step, "batch", None)
        found = batch(found) if batch else [step(reading) for reading in found]
    return found


def told(one: Governor, claim: Claim) -> bool:
    """Whether a claim is what the example of an entry gives."""
    words, _, recipient = (one.gives if isinstance(one.gives, str) else "").partition(" > ")
    *status, kind, actor = words.split(" ", 2) if words.split(" ", 1)[0].islower() else ["", *words.split(" ", 1)]
    right_type = claim.type == kind and (not status[0] or claim.status == status[0])
    return right_type and has(claim.actor, actor) and has(claim.recipient, recipient)


def has(end: object, words: str) -> bool:
    return words in {"", "-"} or (end is not None and words.lower() in str(getattr(end, "text", "")).lower())


def test_examples_of_governing_words(readings: list[Reading]) -> None:
    wrong = [
        f"{one.lemma}: {one.example} should give {one.gives}"
        for one, reading in zip(all_governors(), readings, strict=True)
        if not any(told(one, claim) for claim in reading.claims)
    ]
    assert len(wrong) <= WITHOUT, "\n".join(wrong)


@pytest.mark.parametrize("use", ["rules", "both"])
def test_claims_keep_the_rules(readings: list[Reading], use: str) -> None:
    coding = CodeClaims(use=use)
    for given in readings[:: 1 if use == "rules" else 6]:
        reading = coding(given)
        assert coding(given).claims == reading.claims
        text = reading.article.text
        for claim in reading.claims:
            assert text[claim.trigger.start : claim.trigger.end].strip()
            assert claim.evidence.holds(claim.trigger)
            assert 0 < claim.score < 1
            assert claim.actor or claim.recipient
            assert claim.actor is None or claim.actor != claim.recipient
            for end in (claim.actor, claim.recipient):
                assert end is None or text[end.start : end.end] == end.text
