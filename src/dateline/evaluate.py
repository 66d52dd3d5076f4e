"""How often coding is right on sentences whose spans and events were marked, such as `evaluation/gold/sentences.jsonl`.

Two questions. *Given*: asked about a marked pair, is the answer right? *Found*: read as an article, does a claim run
between the two, of the right type? Spans of claims and marks need only overlap.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from typing import Any

from dateline.pipeline import Pipeline
from dateline.records.article import Article, Pair
from dateline.records.claim import ASSERTED, Claim, TypedPair
from dateline.records.reading import Reading
from dateline.records.text import Span

MARK = re.compile(r"\[(\d) ([^\[\]]+)\]")


@dataclass(frozen=True)
class Marked:
    """A sentence with its marked spans, by number; the events from one to another (0: nobody told); its contexts."""

    text: str
    spans: Mapping[int, Span]
    told: Mapping[tuple[int, int], Mapping[str, Any]]
    contexts: frozenset[str]

    @property
    def asked(self) -> list[tuple[int, int]]:
        """All ordered pairs of spans, and the listed ones with one end."""
        return [*permutations(self.spans, 2), *(ends for ends in self.told if 0 in ends)]


def sentences(path: Path) -> Iterator[Marked]:
    """The sentences of a file of labelled sentences, one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            text, spans, position = "", {}, 0
            for mark in MARK.finditer(row["marked"]):
                text += row["marked"][position : mark.start()]
                spans[int(mark[1])] = Span(len(text), len(text) + len(mark[2]))
                text, position = text + mark[2], mark.end()
            text += row["marked"][position:]
            told = {(one["actor"], one["recipient"]): one for one in row["pairs"]}
            yield Marked(text, spans, told, frozenset(row["contexts"]))


def figures(path: Path, pipeline: Pipeline) -> dict[str, float]:
    """The shares that were right, 0 to 1, and how many there were of what they are shares of."""
    counts: Counter[str] = Counter()
    for marked in sentences(path):
        pairs = tuple(Pair(marked.spans.get(a), marked.spans.get(r)) for a, r in marked.asked)
        reading = pipeline.read_article(Reading(Article.of(marked.text), pairs=pairs))
        counts.update(given(marked, dict(zip(marked.asked, reading.typed_pairs or (), strict=True))))
        counts.update(found(marked, reading.claims))
    return shares(counts)


def given(marked: Marked, answers: Mapping[tuple[int, int], TypedPair]) -> Iterator[str]:
    """What is counted of the answers to the marked pairs."""
    for ends, answer in answers.items():
        right = marked.told.get(ends)
        if right is None:
            yield "silent"
            yield from ["silent_right"] * (answer.type is None)
            continue
        yield "told"
        yield from ["type_right"] * (answer.type == right["type"])
        yield from ["status_right"] * (answer.status == right["status"])
        if answer.type == right["type"]:
            yield "mode"
            yield from ["mode_right"] * (answer.mode == right["mode"])
        if 0 not in ends and ends[::-1] not in marked.told:
            yield "direction"
            yield from ["direction_right"] * (likely(answer) > likely(answers[ends[::-1]]))


def likely(answer: TypedPair) -> float:
    """How sure an answer is that there is an event at all, at least."""
    score = answer.score or 0.0
    return score if answer.type is not None else 1 - score if answer.score is not None else 0.0


def found(marked: Marked, claims: Iterable[Claim]) -> Iterator[str]:
    """What is counted of the claims of a sentence."""
    claims = list(claims)
    asserted = [one for one in claims if one.status in ASSERTED]
    if not marked.told:
        yield "empty"
        yield from ["false_alarm"] * len(asserted)
    for claim in filter(is_main, claims):
        ends = ends_of(claim, marked)
        if ends is not None:
            yield "claim"
            right = marked.told.get(ends)
            yield from ["claim_right"] * (right is not None and right["type"] == claim.type)
    for ends, right in marked.told.items():
        mine = [one for one in claims if runs(one, ends, marked)]
        same = [one for one in mine if one.type == right["type"]]
        yield "event"
        yield from ["event_joined"] * bool(mine) + ["event_found"] * bool(same)
        where = [m.span() for m in re.finditer(re.escape(right["trigger"]), marked.text)]
        if same:
            yield "trigger"
            yield from ["trigger_right"] * any(one.trigger.overlaps(Span(*at)) for one in same for at in where)
    contexts = {name for one in claims for name in one.context}
    if marked.told and claims:
        yield from ["context"] * len(marked.contexts) + ["context_said"] * len(contexts)
        yield from ["context_right"] * len(marked.contexts & contexts)


def is_main(claim: Claim) -> bool:
    """Whether a claim is the main event between its ends, and not the act that another only threatens or promises."""
    second = claim.second
    return second is None or second.type is None or claim.score >= second.score


def runs(claim: Claim, ends: tuple[int, int], marked: Marked) -> bool:
    """Whether a claim runs between two marked spans; an end of 0 asks for nothing."""
    sides = zip((claim.actor, claim.recipient), ends, strict=True)
    return all(number == 0 or (end is not None and end.overlaps(marked.spans[number])) for end, number in sides)


def ends_of(claim: Claim, marked: Marked) -> tuple[int, int] | None:
    """The marked spans that a claim runs between, 0 for an end it has not; None where one of its ends is not marked."""
    numbers = []
    for end in (claim.actor, claim.recipient):
        near = [n for n, span in marked.spans.items() if end is not None and end.overlaps(span)]
        if end is not None and not near:
            return None
        numbers.append(near[0] if near else 0)
    return (numbers[0], numbers[1]) if numbers[0] != numbers[1] else None


RATIOS = {
    "type_acc": ("type_right", "told"),
    "direction_acc": ("direction_right", "direction"),
    "status_acc": ("status_right", "told"),
    "mode_acc": ("mode_right", "mode"),
    "silence_acc": ("silent_right", "silent"),
    "found_recall": ("event_found", "event"),
    "joined_recall": ("event_joined", "event"),
    "found_precision": ("claim_right", "claim"),
    "trigger_acc": ("trigger_right", "trigger"),
    "context_recall": ("context_right", "context"),
    "context_precision": ("context_right", "context_said"),
    "false_alarms_per_sentence": ("false_alarm", "empty"),
}
"""Each figure, with what it is a share of. The first five answer given pairs; the rest count claims."""


def shares(counts: Mapping[str, int]) -> dict[str, float]:
    """The figures, rounded, and the counts they are shares of."""
    made = {name: round(counts[right] / max(1, counts[all_]), 3) for name, (right, all_) in RATIOS.items()}
    return made | {f"n_{all_}": counts[all_] for _, all_ in RATIOS.values()}
