"""Learns when two reports tell the same happening: weights for what they agree and differ in.

`python -m training.same_happening` reads the storylines written for it (`training/storylines`), each once as published
and once without days of publication, learns by logistic regression when two tellings of one report are of the same
happening, then with these when two reports tell the same, and writes the weights and their card. Nothing in it is drawn
by lot: the same storylines and the same program give the same weights.
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

from dateline.evaluate_merge import Storyline, storylines, told
from dateline.lexicon.files import DATA, load
from dateline.merge.agreements import SAME_MONTH, agreements
from dateline.merge.clusters import happenings, tellings
from dateline.merge.clusters import reports as tellings_of_reports
from dateline.merge.contradictions import ruled_out
from dateline.merge.gist import Gist, placed
from dateline.merge.matching import INSIDE, WEIGHTS, SameHappening, SameInReport, ways
from dateline.merge.matching import learned as shipped
from dateline.merge.origins import origins
from dateline.merge.pairs import pairs
from dateline.merge.report import reports
from dateline.merge.told import Told
from dateline.merge.within import told_again
from dateline.recipe import pipeline
from dateline.records.reading import Reading

STORYLINES = Path(__file__).parent / "storylines" / "storylines.jsonl"
SHORT = 36
"""The storylines, the first, of which weights are learned. Those after them are four times as dense, and are held back
to pick the threshold by."""
HELD_BACK = 3.0
"""How strongly weights are held back towards 0 (ridge): with so few storylines, words of chance must not count."""
SET_BY_HAND = {"nobody named": 5.0, "denial of it": 3.0, "same person": 3.0}
"""Weights of what no labelled telling of one report shows: "the attack" is one that it tells, a denial of it too, and
nobody is arrested twice in it."""
SET_BETWEEN = {"same person": 1.0}
"""The same between reports, of which storylines hold too few."""
TURNS = 3
"""How often it is looked anew which way round two who met fit best."""
STEPS = 30
"""Newton's steps, many more than it takes."""

HEAD = """\
# Weights by which merging judges whether two {whose} tell the same happening. Learned by
# `python -m training.same_happening` of storylines written for this project (CARD.md). Licence: Apache-2.0. Schema:
# bias: log odds where nothing is said; weights: what each thing adds in which they agree or differ
# (`dateline.merge.{module}`).
"""
CARD = """\
# same-happening

Weights that say how likely it is that two reports tell the same happening (`weights.yaml`), or that two tellings of one
report are of the same (`inside.yaml`), from what they agree and differ in: days, places, ends, way of acting, numbers,
how like the rarest words of the reports and of their sentences are (`dateline.merge.agreements`), and how near to one
another a report tells them (`dateline.merge.within`).

| | |
|---|---|
| made from | {stories} storylines of `training/storylines`, written for this project, read with and without days |
| examples | {pairs} pairs of reports that nothing rules out, {same} of the same happening |
| in one report | {inside} pairs of tellings that nothing rules out, {same_inside} of the same happening |
| method | logistic regression with a ridge, by Newton's method; nothing is drawn by lot |
| command | `make matcher` |

## How often it is right

Pairs of storylines that were held back, each judged by weights learned of all the others. As most claims of a storyline
are read twice, with days and without, so are most pairs:

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
    claims, named = tellings_in(readings), labelled(stories, readings)
    of = {article["id"]: story.row["id"] for story in stories for article in story.row["articles"]}
    found = []
    for one in happenings(claims, SameInReport()):
        told = [claims[n] for n in one.members]
        found.append(Node(one.gist, of[told[0].article_id], label(told, named), told[0].story))
    return found


def tellings_in(readings: Iterable[Reading]) -> list[Told]:
    """The claims of some readings."""
    read = reports(readings)
    known = origins(read, [])
    return [one for report in read for one in report.of_story(known[report.article.id].story)]


def label(told: Iterable[Told], named: Mapping[str, str]) -> str | None:
    """The happening that most of some claims are known to tell."""
    counted = Counter(named[one.key] for one in told if one.key in named)
    return min(counted, key=lambda one: (-counted[one], one), default=None)


def labelled(stories: Sequence[Storyline], readings: Iterable[Reading]) -> dict[str, str]:
    """The claims ("article/claim") that tell a labelled happening, and which."""
    read = {reading.article.id: reading for reading in readings}
    return {"/".join(one.claim): one.happening for story in stories for one in told(story, read)}


def examples_inside(stories: Sequence[Storyline], readings: Sequence[Reading]) -> Iterator[Example]:
    """Pairs of labelled tellings of one report that nothing rules out."""
    claims, named = tellings_in(readings), labelled(stories, readings)
    judge = SameInReport()
    for report in tellings_of_reports(claims):
        told = [[claims[n] for n in members] for members in tellings(report, claims)]
        known = [(placed(members), name) for members in told if (name := label(members, named))]
        for (one, name), (other, also) in combinations(known, 2):
            if not judge.excludes(one, other):
                said = tuple({what: much for what, much, _ in told_again(a, b)} for a, b in ways(one, other))
                yield Example(name.partition("/")[0], said, name == also)


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


def held_back(known: Sequence[Example], inside: Sequence[Example]) -> Iterator[str]:
    """How pairs are judged by weights learned of all other storylines, as rows of a table."""
    judge = SameHappening()
    dated, undated = ([one for one in known if is_undated(one) == missing] for missing in (False, True))
    between, within = without_each(known), without_each(inside)
    yield row("both with a day", dated, between, judge.least)
    yield row("a day missing", undated, between, judge.undated)
    yield row("in one report", inside, within, SameInReport().least)


def without_each(known: Sequence[Example]) -> dict[str, Weights]:
    """For each storyline the weights that are learned of all the others."""
    names = {one.storyline for one in known}
    return {name: learned([one for one in known if one.storyline != name]) for name in sorted(names)}


def row(name: str, known: Sequence[Example], others: Mapping[str, Weights], least: float) -> str:
    """How some pairs are judged from a chance on, as a row of a table."""
    joined = [one for one in known if others[one.storyline].odds(one) >= log(least / (1 - least))]
    right, same = (sum(one.same for one in rows) for rows in (joined, known))
    return f"| {name} | {len(known)} | {same} | {right / len(joined):.2f} | {right / same:.2f} |"


def is_undated(example: Example) -> bool:
    """Whether one of two reports gives no day."""
    return not {"no day in one", "no day in both", SAME_MONTH}.isdisjoint(example.ways[0])


def write(weights: Weights, file: str, whose: str, module: str) -> None:
    """Writes weights to where the program has them."""
    rounded = {name: round(weight, 3) for name, weight in weights.of.items()}
    content = yaml.safe_dump({"bias": round(weights.bias, 3), "weights": rounded}, sort_keys=False, width=120)
    (DATA / file).write_text(HEAD.format(whose=whose, module=module) + content, encoding="utf-8")
    load.cache_clear()
    shipped.cache_clear()


def write_card(known: Sequence[Example], inside: Sequence[Example]) -> None:
    """Writes what the weights were made from and how often they are right."""
    numbers = {
        "stories": len({one.storyline for one in known}),
        "pairs": len(known),
        "same": sum(one.same for one in known),
        "inside": len(inside),
        "same_inside": sum(one.same for one in inside),
    }
    table = "\n".join(held_back(known, inside))
    (DATA / WEIGHTS).with_name("CARD.md").write_text(CARD.format(**numbers, table=table), encoding="utf-8")


def learn(stories: Sequence[Storyline], readings: Sequence[Sequence[Reading]]) -> None:
    """Learns of storylines as they were read once or more, first inside a report, and writes what was learned."""
    inside = [one for read in readings for one in examples_inside(stories, read)]
    weights = learned(inside)
    write(replace(weights, of={**weights.of, **SET_BY_HAND}), INSIDE, "tellings of one report", "within")
    known = [one for read in readings for one in examples(nodes(stories, read))]
    between = learned(known)
    write(replace(between, of={**between.of, **SET_BETWEEN}), WEIGHTS, "reports", "agreements")
    write_card(known, inside)


def main() -> None:
    """Learns anew of the storylines, with days of publication and without."""
    stories = storylines(STORYLINES)[:SHORT]
    learn(stories, [read(stories, dated=dated) for dated in (True, False)])


if __name__ == "__main__":
    main()
