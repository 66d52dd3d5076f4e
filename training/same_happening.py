"""Learns when two reports tell the same happening: weights for what they agree and differ in.

`python -m training.same_happening` reads the storylines written for it (`training/storylines`), each once as published
and once without days of publication, learns by logistic regression, and writes the weights and their card. Nothing in
it is drawn by lot: the same storylines and the same program give the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import log
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from dateline.evaluate_merge import Found, Storyline, storylines, told
from dateline.lexicon.files import DATA
from dateline.merge.agreements import agreements
from dateline.merge.blocks import pairs
from dateline.merge.clusters import happenings
from dateline.merge.contradictions import ruled_out
from dateline.merge.gist import Gist, gist
from dateline.merge.matching import WEIGHTS, SameHappening, SameInReport, ways
from dateline.merge.origins import origins
from dateline.merge.report import reports
from dateline.recipe import pipeline
from dateline.records.reading import Reading

STORYLINES = Path(__file__).parent / "storylines" / "storylines.jsonl"
HELD_BACK = 3.0
"""How strongly weights are held back towards 0 (ridge): with so few storylines, words of chance must not count."""
TURNS = 3
"""How often it is looked anew which way round two who met fit best."""
STEPS = 30
"""Newton's steps, many more than it takes."""

HEAD = """\
# Weights by which merging judges whether two reports tell the same happening. Learned by
# `python -m training.same_happening` of storylines written for this project (CARD.md). Licence: Apache-2.0. Schema:
# bias: log odds where nothing is said; weights: what each thing adds in which reports agree or differ
# (`dateline.merge.agreements`).
"""
CARD = """\
# same-happening

Weights that say how likely it is that two reports tell the same happening, from what they agree and differ in: days,
places, ends, way of acting, numbers, and how like the rarest words of the reports and of their sentences are
(`dateline.merge.agreements`).

| | |
|---|---|
| made from | {stories} storylines of `training/storylines`, written for this project, read with and without days |
| examples | {pairs} pairs of reports that nothing rules out, {same} of the same happening |
| method | logistic regression with a ridge, by Newton's method; nothing is drawn by lot |
| command | `make matcher` |

## How often it is right

Pairs of storylines that were held back, each judged by weights learned of all the others:

| pairs | judged | the same | of those joined, right | of the same, joined |
|---|---|---|---|---|
{table}

## What it is weak at

The storylines are of one hand and short; they are wire copy of wars, protests and diplomacy. What they hold of the real
past is loosely told, and nothing to rely on. How events come out by it is in `docs/explain/accuracy.md`.
"""

Said = Mapping[str, float]
Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """Two reports: what they agree and differ in, each way round, and whether they tell the same happening."""

    storyline: str
    ways: tuple[Said, ...]
    same: bool


@dataclass(frozen=True)
class Node:
    """A happening as one report tells it: what it says, its storyline, its label, the story whose copies tell it."""

    gist: Gist
    storyline: str
    happening: str | None
    story: str


@dataclass(frozen=True)
class Weights:
    """What was learned: the log odds where nothing is said, and what each thing adds."""

    bias: float
    of: Mapping[str, float]

    def odds(self, example: Example) -> float:
        """The log odds of the same happening, the way round that fits best."""
        return max(
            self.bias + sum(self.of.get(name, 0.0) * much for name, much in said.items()) for said in example.ways
        )


def nodes(stories: Sequence[Storyline], readings: Sequence[Reading]) -> list[Node]:
    """The happenings that each report tells, with the label that most of their labelled claims have."""
    read = reports(readings)
    known = origins(read, [])
    claims = [one for report in read for one in report.of_story(known[report.article.id].story)]
    named = {"/".join(one.claim): one.happening for one in labelled(stories, readings)}
    of = {article["id"]: story.row["id"] for story in stories for article in story.row["articles"]}
    found = []
    for members in happenings(claims, SameInReport()):
        counted = Counter(named[claims[n].key] for n in members if claims[n].key in named)
        label = min(counted, key=lambda one: (-counted[one], one), default=None)
        first = claims[members[0]]
        found.append(Node(gist([claims[n] for n in members]), of[first.article_id], label, first.story))
    return found


def labelled(stories: Sequence[Storyline], readings: Iterable[Reading]) -> list[Found]:
    """The claims that tell a labelled happening."""
    read = {reading.article.id: reading for reading in readings}
    return [one for story in stories for one in told(story, read)]


def examples(found: Sequence[Node]) -> Iterator[Example]:
    """Pairs of reports that nothing rules out: all of one storyline, and of two those that would be compared.

    What two storylines tell is never the same.
    """
    named = [node for node in found if node.happening]
    for one, other in combinations(named, 2):
        if one.storyline == other.storyline and one.story != other.story and are_open(one.gist, other.gist):
            yield example(one, other)
    for first, second in pairs([node.gist for node in found]):
        one, other = found[first], found[second]
        if one.storyline != other.storyline and are_open(one.gist, other.gist):
            yield example(one, other)


def example(one: Node, other: Node) -> Example:
    """Two reports, and whether they tell the same happening."""
    said = tuple({name: much for name, much, _ in agreements(a, b)} for a, b in ways(one.gist, other.gist))
    same = one.happening is not None and one.happening == other.happening
    return Example(one.storyline, said, same)


def are_open(one: Gist, other: Gist) -> bool:
    """Whether nothing rules out that two gists tell the same."""
    return next(ruled_out(one, other), None) is None


def learned(known: Sequence[Example]) -> Weights:
    """The weights that fit some examples best (logistic regression with a ridge, by Newton's method)."""
    names = sorted({name for one in known for said in one.ways for name in said})
    same = np.array([one.same for one in known], float)
    found = Weights(0.0, {})
    for _ in range(TURNS):
        best = [max(one.ways, key=lambda said: found.odds(Example("", (said,), False))) for one in known]
        rows = np.array([[1.0, *(said.get(name, 0.0) for name in names)] for said in best])
        bias, *of = fitted(rows, same).tolist()
        found = Weights(bias, dict(zip(names, of, strict=True)))
    return found


def fitted(rows: Vector, same: Vector) -> Vector:
    """The weights of the columns; the first, which is the bias, is not held back."""
    weights = np.zeros(rows.shape[1])
    ridge = np.full(rows.shape[1], HELD_BACK)
    ridge[0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - same) + ridge * weights
        weights -= np.linalg.solve((rows.T * (chance * (1 - chance))) @ rows + np.diag(ridge), slope)
    return weights


def read(stories: Sequence[Storyline], *, dated: bool) -> list[Reading]:
    """The dispatches as the program reads them, with the days of publication or without."""
    reader = pipeline()
    articles = (article for story in stories for article in story.articles())
    return [reader.read_article(Reading(one if dated else replace(one, published=None))) for one in articles]


def held_back(known: Sequence[Example], judge: SameHappening) -> Iterator[str]:
    """How pairs with days and without are judged by weights learned of all other storylines, as rows of a table."""
    names = {one.storyline for one in known}
    others = {name: learned([one for one in known if one.storyline != name]) for name in names}
    for name, least, undated in (("both with a day", judge.least, False), ("a day missing", judge.undated, True)):
        rows = [one for one in known if is_undated(one) == undated]
        joined = [one for one in rows if others[one.storyline].odds(one) >= log(least / (1 - least))]
        right = sum(one.same for one in joined)
        same = sum(one.same for one in rows)
        yield f"| {name} | {len(rows)} | {same} | {right / len(joined):.2f} | {right / same:.2f} |"


def is_undated(example: Example) -> bool:
    """Whether one of two reports gives no day."""
    return not {"no day in one", "no day in both"}.isdisjoint(example.ways[0])


def write(weights: Weights, known: Sequence[Example]) -> None:
    """Writes the weights and their card to where the program has them."""
    rounded = {name: round(weight, 3) for name, weight in weights.of.items()}
    content = yaml.safe_dump({"bias": round(weights.bias, 3), "weights": rounded}, sort_keys=False, width=120)
    (DATA / WEIGHTS).write_text(HEAD + content, encoding="utf-8")
    stories = {one.storyline for one in known}
    numbers = {"stories": len(stories), "pairs": len(known), "same": sum(one.same for one in known)}
    table = "\n".join(held_back(known, SameHappening()))
    (DATA / WEIGHTS).with_name("CARD.md").write_text(CARD.format(**numbers, table=table), encoding="utf-8")


def main() -> None:
    """Learns anew and writes what was learned."""
    stories = storylines(STORYLINES)
    known = [one for dated in (True, False) for one in examples(nodes(stories, read(stories, dated=dated)))]
    write(learned(known), known)


if __name__ == "__main__":
    main()
