"""How often the model that ships is right on sentences that it did not learn from, and whether its scores say so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.coding.model import NONE, Told, open_coder
from dateline.evaluate import Marked as MarkedSentence
from dateline.evaluate import ends_of, is_main
from dateline.recipe import pipeline
from dateline.records.article import Article
from dateline.records.reading import Reading
from training.coder.sentences import Answer, twos, unmarked

BINS = 10


@dataclass(frozen=True)
class Bin:
    """Claims with a score of about the same: how many, their mean score, and the share that was right."""

    claims: int
    score: float
    right: float


def heads(rows: Sequence[dict], folder: Path) -> dict[str, float]:
    """The shares that each head has right, the spans given."""
    coder, counts = open_coder(folder), Counter[str]()
    for row in rows:
        sentence = coder.pieces(unmarked(row["marked"])[0])
        for two in twos(row):
            answers = (two.there, two.back)
            for told, right in zip(coder.judge(sentence, two.first, two.second), answers, strict=True):
                if right is not None and two.second is not None:
                    counts.update(judged(told, right, frozenset(two.contexts or ())))
    return {
        name.removesuffix("_right"): counts[name] / max(1, counts[name.removesuffix("_right")])
        for name in (
            "event_right",
            "silence_right",
            "mode_right",
            "status_right",
            "trigger_right",
            "context_right",
            "named_right",
        )
    } | {"events": counts["event"], "silences": counts["silence"]}


def judged(told: Told, right: Answer, contexts: frozenset[str]) -> Iterator[str]:
    """What is counted of one answer."""
    best = max(told.types, key=lambda name: told.types[name])
    if right.type == NONE:
        yield "silence"
        yield from ["silence_right"] * (best == NONE)
        return
    yield "event"
    yield from ["event_right"] * (best == right.type)
    yield "mode"
    yield from ["mode_right"] * (told.modes[right.type] == right.mode)
    yield "status"
    yield from ["status_right"] * (max(told.statuses, key=lambda name: told.statuses[name]) == right.status)
    if right.trigger is not None:
        start, end, _ = max(told.words, key=lambda word: word[2])
        yield "trigger"
        yield from ["trigger_right"] * (start < right.trigger.end and right.trigger.start < end)
    yield from ["context"] * len(contexts) + ["context_right"] * len(contexts & set(told.contexts))
    yield from ["named"] * len(told.contexts) + ["named_right"] * len(contexts & set(told.contexts))


def reliability(rows: Sequence[dict]) -> tuple[list[Bin], float]:
    """Claims in bins of their score, and the expected calibration error (Naeini et al., AAAI 2015).

    That is the mean distance of score and share, weighted by claims. A claim between
    what nobody marked is wrong, but for pronouns.
    """
    found = list(scored(rows))
    bins = []
    for n in range(BINS):
        inside = [one for one in found if n / BINS <= one[0] < (n + 1) / BINS or (n == BINS - 1 and one[0] == 1)]
        if inside:
            bins.append(
                Bin(len(inside), sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside))
            )
    return bins, sum(one.claims * abs(one.score - one.right) for one in bins) / max(1, len(found))


def scored(rows: Sequence[dict]) -> Iterator[tuple[float, bool]]:
    """The score of each claim that can be judged, and whether its type is right."""
    made = pipeline()
    for row in rows:
        text, spans = unmarked(row["marked"])
        told = {(one["actor"], one["recipient"]): one for one in row["pairs"]}
        marked = MarkedSentence(text, spans, told, frozenset())
        for claim in filter(is_main, made.read_article(Reading(Article.of(text))).claims):
            if any(end is not None and end.form == "pronoun" for end in (claim.actor, claim.recipient)):
                continue
            ends = ends_of(claim, marked)
            if ends is None or 0 not in ends:
                yield claim.score, ends in told and told[ends]["type"] == claim.type
