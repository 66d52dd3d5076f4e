"""Learns where a report says that something happened: weights for what speaks for each place, and for nowhere.

From reports written for it (`training/places`), whose happenings are marked with their places, it learns a conditional
logit: of all the places where a claim may have been, and nowhere, the right one is to weigh most. Nothing in it is
drawn by lot. `training.learn_places` has a network give its opinion first, which is one of the signs, and writes both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import yaml
from numpy.typing import NDArray

from dateline.coding.asked_where import by_network
from dateline.coding.options import Case
from dateline.coding.placing import WEIGHTS
from dateline.coding.scenes import which
from dateline.coding.signs import Signs, signs_of
from dateline.lexicon.files import DATA
from dateline.records.claim import Claim
from training.marked_places import Happening, is_called

HELD_BACK = 3.0
"""How strongly weights are held back towards 0 (ridge)."""
TRUST = {"rules say stated": 1.0, "rules say carried": 2.5, "rules say dateline": 2.5}
"""What the place that rules give weighs besides (`docs/decisions/0015-where-by-many-signs.md` says why)."""
NOWHERE = "nowhere"
CAUTION = 0.01
"""In what steps nowhere is given more weight until it is right so often."""
RARE = 4
"""A sign that fewer claims have is not learned from."""
REFUSED = -1
"""Stands for the option that rules take where what they take is none."""
STEPS = 8
"""Newton's steps, more than it takes."""
PARTS = 6
"""Into how many parts reports are dealt, each judged by weights learned of the others."""

HEAD = """\
# Weights by which the place of a claim is chosen. Learned by `python -m training.learn_places` of reports written
# for this project (CARD.md). Licence: Apache-2.0. Schema: weights: what each sign adds for the place that it speaks
# for, or for nowhere (`dateline.coding.signs`).
"""
CARD = """\
# where

Weights that say how much speaks for each place that a report names being that of a claim, and for its being told
nowhere (`dateline.coding.signs`); and the network whose opinion is one of these signs (`dateline.coding.asked_where`).
It reads the states that the encoder of the learned coder has of the words of an event, its sentence and the mentions of
a place.

| | |
|---|---|
| made from | {reports} reports of `training/places`, written for this project |
| examples | {claims} claims on {told} marked happenings, each in its report and in its sentence alone |
| left out | {lost} whose place was not among those found |
| weights | conditional logit with a ridge, by Newton's method; nothing is drawn by lot |
| network | {plan}; learned of all marked happenings, whether or not there is a claim on them |
| by hand | {stated} more for the place that rules find in the sentence, {carried} for one that they carry |
| by trial | {caution} more for nowhere, the least by which it is right as often as by rules |
| command | `make places`, after `make train`: the network goes with the coder that it was learned beside |

## How often it is right

Reports in {parts} parts, each judged by weights and a network learned of others:

| | rules | learned |
|---|---|---|
{table}

## What it is weak at

The reports are of six hands of one kind and short; they tell more attacks than anything else. How places come out by
it is in `docs/explain/accuracy.md`.
"""

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A claim on a marked happening: what speaks for each option, which is right, which rules take, how much it counts.

    The first option is nowhere; `right` is None where the marked place is not among them.
    """

    report: str
    signs: tuple[Signs, ...]
    right: int | None
    place: str | None
    ruled: int
    share: float
    alone: bool


def example(happening: Happening, claim: Claim) -> Example:
    """A claim with what speaks for each of its options; those told by the same words share one happening."""
    page = happening.page
    case = Case(page, claim)
    options = (None, *case.options)
    right = next((n for n, one in enumerate(options) if is_called(one, happening.place)), None)
    mine = None if claim.place is None else which(claim.place)
    ruled = next((n for n, one in enumerate(options) if (None if one is None else which(one)) == mine), REFUSED)
    share = 1 / len(page.told[page.turn[claim.trigger]])
    signs = tuple(signs_of(case, one) for one in options)
    return Example(happening.report, signs, right, happening.place, ruled, share, happening.alone)


Tried = tuple[Example, list[float]]
"""An example, and what its options weigh."""


def heard(example: Example, chances: Sequence[float]) -> Example:
    """An example with what a network says of its options."""
    signs = tuple({**signs, **by_network(one)} for signs, one in zip(example.signs, chances, strict=True))
    return replace(example, signs=signs)


def learned(known: Sequence[Example]) -> dict[str, float]:
    """The weights that fit some examples best (conditional logit with a ridge, by Newton's method)."""
    sound = [one for one in known if one.right is not None]
    counted = Counter(name for one in sound for name in {name for signs in one.signs for name in signs})
    names = sorted(name for name, number in counted.items() if number >= RARE)
    rows = np.array([[signs.get(name, 0.0) for name in names] for one in sound for signs in one.signs])
    starts = np.cumsum([0, *(len(one.signs) for one in sound[:-1])])
    right = starts + np.array([one.right for one in sound])
    shares = np.array([one.share for one in sound])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        chance = softmax(rows @ weights, starts)
        mean = np.add.reduceat(rows * chance[:, None], starts)
        each = chance * np.repeat(shares, np.diff([*starts, len(rows)]))
        slope = HELD_BACK * weights + shares @ (mean - rows[right])
        bend = (rows.T * each) @ rows - (mean.T * shares) @ mean + HELD_BACK * np.eye(len(names))
        weights -= np.linalg.solve(bend, slope)
    found = dict(zip(names, weights.tolist(), strict=True))
    return found | {name: found.get(name, 0.0) + more for name, more in TRUST.items()}


def softmax(weights: Vector, starts: NDArray[np.int64]) -> Vector:
    """How likely each option is by its weight among those of its claim; `starts` says where those of each begin."""
    each = np.diff([*starts, len(weights)])
    raised = np.exp(weights - np.repeat(np.maximum.reduceat(weights, starts), each))
    return np.asarray(raised / np.repeat(np.add.reduceat(raised, starts), each))


def held_back(known: Sequence[Example]) -> list[Tried]:
    """Each example with what its options weigh by what was learned of the reports in other parts."""
    part = {name: n % PARTS for n, name in enumerate(sorted({one.report for one in known}))}
    found = []
    for n in range(PARTS):
        weights = learned([one for one in known if part[one.report] != n])
        found += [(one, weighed(weights, one)) for one in known if part[one.report] == n]
    return found


def weighed(weights: Mapping[str, float], example: Example) -> list[float]:
    """What the options of an example weigh; nowhere is the first."""
    return [sum(weights.get(name, 0.0) * much for name, much in signs.items()) for signs in example.signs]


def caution(tried: Sequence[Tried]) -> float:
    """How much more nowhere must weigh to be right as often as by rules, in whole reports and in sentences alone: a
    wrong place is worse than none."""
    more = 0.0
    for is_alone in (False, True):
        of = [one for one in tried if one[0].alone == is_alone]
        while share(of, more, is_placed=False) < by_rules(of, is_placed=False):
            more += CAUTION
    return round(more, 2)


def share(tried: Sequence[Tried], more: float, *, is_placed: bool) -> float:
    """How many claims, with a place or without, are put where they should be if nowhere weighs so much more."""
    rows = [(one, [heavy[0] + more, *heavy[1:]]) for one, heavy in tried if (one.place is not None) == is_placed]
    right = sum(one.share for one, heavy in rows if heavy.index(max(heavy)) == one.right)
    return right / sum(one.share for one, _ in rows)


def by_rules(tried: Sequence[Tried], *, is_placed: bool) -> float:
    """The same by rules alone."""
    rows = [one for one, _ in tried if (one.place is not None) == is_placed]
    return sum(one.share for one in rows if one.ruled == one.right) / sum(one.share for one in rows)


def write(known: Sequence[Example], plan: str) -> None:
    """Learns, and writes the weights and their card to where the program has them; `plan` says how the network was
    learned."""
    tried, weights = held_back(known), learned(known)
    more = caution(tried)
    weights[NOWHERE] += more
    rounded = {name: round(weight, 3) for name, weight in sorted(weights.items()) if round(weight, 3)}
    target = DATA / WEIGHTS
    target.parent.mkdir(exist_ok=True)
    target.write_text(HEAD + yaml.safe_dump({"weights": rounded}, width=120), encoding="utf-8")
    rows = (("place right, of claims that have one", True), ("rightly nowhere, of those that have none", False))
    parts = (("whole reports", False), ("each sentence alone", True))
    numbers = {
        "reports": len({one.report for one in known}),
        "claims": sum(not one.alone for one in known),
        "told": round(sum(one.share for one in known if not one.alone)),
        "lost": sum(one.right is None for one in known),
        "stated": TRUST["rules say stated"],
        "carried": TRUST["rules say carried"],
        "caution": more,
        "parts": PARTS,
        "plan": plan,
        "table": "\n".join(
            f"| {part}: {name} | {by_rules(of, is_placed=is_placed):.3f} | {share(of, more, is_placed=is_placed):.3f} |"
            for part, is_alone in parts
            for of in [[one for one in tried if one[0].alone == is_alone]]
            for name, is_placed in rows
        ),
    }
    target.with_name("CARD.md").write_text(CARD.format(**numbers), encoding="utf-8")
