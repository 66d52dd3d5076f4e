"""How often a claim has the right day and the right place: on the gold dispatches.

`evaluation/gold/dispatches.jsonl` says of each claim when it happened, as an interval of days, and the finest place
that its words tell; None where they tell neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from dateline.evaluate_voices import claim_for, counted, dispatches, words_of
from dateline.pipeline import Pipeline
from dateline.records.article import Article
from dateline.records.claim import Claim
from dateline.records.reading import Reading

FIGURES = ("when", "where", "nowhere")
"""Claims whose days lie in the right interval; whose place is right, of those that have one; and that rightly have
none."""


def figures(path: Path, pipeline: Pipeline) -> dict[str, float]:
    """The shares that were right, 0 to 1, of the claims that were found, and how many there were."""
    counts: Counter[str] = Counter()
    for gold in dispatches(path):
        article = Article.of(gold.text, title=gold.row["title"], published=date.fromisoformat(gold.row["published"]))
        reading = pipeline.read_article(Reading(article))
        for right in gold.row["claims"]:
            claim = claim_for(gold, right, reading.claims)
            if claim is not None:
                counts.update(judged(right, claim))
    found = {name: round(counts[f"{name}_right"] / max(1, counts[name]), 3) for name in FIGURES}
    return found | {f"n_{name}": counts[name] for name in FIGURES}


def judged(right: Mapping[str, Any], claim: Claim) -> Iterator[str]:
    """What is counted of one claim."""
    if right["when"] is not None:
        yield from counted("when", is_within(claim, *map(date.fromisoformat, right["when"])))
    if right["where"] is None:
        yield from counted("nowhere", claim.place is None)
    else:
        yield from counted("where", is_there(claim, right["where"]))


def is_within(claim: Claim, first: date, last: date) -> bool:
    """Whether the days of a claim lie inside an interval of days, both included."""
    when = claim.when
    if when is None or when.begin is None:
        return False
    return first <= when.begin and (when.finish or when.begin) <= last


def is_there(claim: Claim, place: Mapping[str, str | None]) -> bool:
    """Whether the place of a claim has the name of the right one, and lies in its country where that is told."""
    if claim.place is None:
        return False
    named = words_of(f"{claim.place.name or ''} {claim.place.text}") & words_of(place["name"] or "")
    return bool(named) and place["country"] in {None, claim.place.country}
