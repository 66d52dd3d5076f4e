"""What the rules' votes are worth beside the model, and whether a score of .8 is right in eight of ten cases.

Both are found out on sentences that training did not see, read as articles are: the ends are those that Dateline finds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import torch

from dateline.coding.claims import CodeClaims, in_sentence
from dateline.coding.distance import FAR
from dateline.coding.drafts import Draft, Ends
from dateline.coding.learned import Asked, considered
from dateline.coding.pairs import fitting
from dateline.coding.votes import Votes, asked_ballot, ballot
from dateline.recipe import pipeline
from dateline.records.article import Article, Pair
from dateline.records.reading import Reading
from dateline.records.text import Span
from training.coder.sentences import NONE, Answer, alone, answer, unmarked

KINDS_OF_ENDS = ("somebody", "pronoun", "place", "thing")
Spans = Mapping[int, Span]
Answers = Mapping[tuple[int, int], Answer]
FRAMES = ("framed", "bare", "noun", "governor", "said")
STANDING = (
    "open", *(f"clauses-{n}" for n in range(FAR + 1)), *(f"actor-{kind}" for kind in KINDS_OF_ENDS),
    *(f"to-{kind}" for kind in KINDS_OF_ENDS),
)  # fmt: skip
KINDS = (*FRAMES, "near", "silent", *STANDING)
ASKED_KINDS = tuple(f"asked-{kind}" for kind in (*FRAMES, "near", "silent"))
PENALTY = 0.01
NEUTRAL = {
    "model": 1.0,
    "asked-model": 1.0,
    "score-scale": 1.0,
    "score-shift": 0.0,
    **dict.fromkeys((*KINDS, *ASKED_KINDS), 0.0),
}
"""The model alone."""
ASKED_EVENTS = 10.0
"""Of pairs that people ask about we reckon with ten that have an event for each that has none."""


@dataclass(frozen=True)
class Case:
    """A pair of ends in a held-back sentence: what the model says, the votes, and the right type."""

    logits: Mapping[str, float]
    votes: Votes
    right: str
    asked: bool = False
    """Whether somebody asks about this very pair: the spans are those marked, not those found."""


def readings(rows: Sequence[dict]) -> Iterator[tuple[dict, Reading]]:
    """Each sentence with all that is found in it before events are coded."""
    made = pipeline()
    steps = [step for step in made.steps if type(step).__name__ not in {"CodeClaims", "AttributeClaims"}]
    for row in rows:
        reading = Reading(Article.of(unmarked(row["marked"])[0]), pairs=())
        for step in steps:
            reading = step(reading)
        yield row, reading


def cases(rows: Sequence[dict]) -> Iterator[Case]:
    """Every pair of ends that the program weighs, and every marked pair as if asked for, with the right answer."""
    for row, reading in readings(rows):
        text, spans = unmarked(row["marked"])
        told = {(one["actor"], one["recipient"]): answer(text, one, spans) for one in row["pairs"]}
        found = [in_sentence(one, reading, CodeClaims()) for one in reading.sentences]
        for one in found:
            if one.asked is not None:
                yield from weighed_cases(one.drafts, one.asked, spans, told)
        if len(found) == 1 and found[0].asked is not None:
            yield from asked_cases(found[0].drafts, found[0].asked, spans, told)


def weighed_cases(drafts: Sequence[Draft], asked: Asked, spans: Spans, told: Answers) -> Iterator[Case]:
    """All that the program weighs in a sentence."""
    for ends, own, near in considered(drafts, asked):
        right = label_of(ends, spans, told)
        if right is not None:
            yield Case(asked.of(*ends).types, ballot(own, near, ends, asked.cast), right)


def asked_cases(drafts: Sequence[Draft], asked: Asked, spans: Spans, told: Answers) -> Iterator[Case]:
    """The marked pairs of a sentence."""
    for actor, recipient in permutations(spans, 2):
        own, near = fitting(Pair(spans[actor], spans[recipient]), drafts)
        right = told[actor, recipient].type if (actor, recipient) in told else NONE
        types = asked.of(spans[actor], spans[recipient]).types
        yield Case(types, asked_ballot(own, near, asked.tree), right, asked=True)


def label_of(ends: Ends, spans: Spans, told: Answers) -> str | None:
    """The right type between two ends; None where the labels do not say.

    Everybody who acts or is acted on is marked, so that no event runs to or from what is not, but for pronouns.
    """
    numbers = [None if end is None else marked_span(end, spans) for end in ends]
    unmarked_ends = [end for end, number in zip(ends, numbers, strict=True) if end is not None and number is None]
    if unmarked_ends:
        return None if any(end.form == "pronoun" for end in unmarked_ends) else NONE
    if None in numbers:
        side = 0 if numbers[0] is not None else 1
        found = alone(dict(told), numbers[side] or 0, side)
        return found.type if found else None
    if numbers[0] == numbers[1]:
        return None
    return told[numbers[0], numbers[1]].type if (numbers[0], numbers[1]) in told else NONE  # type: ignore[index]


def marked_span(end: Span, spans: Mapping[int, Span]) -> int | None:
    """The number of the marked span that shares most with an end."""
    shared = {n: min(one.end, end.end) - max(one.start, end.start) for n, one in spans.items()}
    best = max(shared, key=lambda n: shared[n], default=None)
    return best if best is not None and shared[best] > 0 else None


def fit(found: Sequence[Case], types: Sequence[str]) -> dict[str, float]:
    """What each kind of vote is worth, for pairs that the program weighs and for those that people ask about."""
    weighed = [case for case in found if not case.asked]
    asked = [case for case in found if case.asked]
    events = sum(case.right != NONE for case in asked)
    balance = events / ASKED_EVENTS / max(1, len(asked) - events)
    worth = fit_kinds(weighed, types, KINDS, [1.0] * len(weighed))
    more = fit_kinds(asked, types, ASKED_KINDS, [balance if case.right == NONE else 1.0 for case in asked])
    return worth | {kind: more[kind] for kind in ASKED_KINDS} | {"asked-model": more["model"]}


def fit_kinds(
    found: Sequence[Case], types: Sequence[str], kinds: Sequence[str], weights: Sequence[float]
) -> dict[str, float]:
    """The worth of votes under which the right answers are likeliest, drawn a little towards nothing."""
    logits = torch.tensor([[case.logits[name] for name in types] for case in found], dtype=torch.float64)
    votes = torch.zeros(len(found), len(kinds), len(types), dtype=torch.float64)
    for n, case in enumerate(found):
        for kind, name in case.votes:
            votes[n, kinds.index(kind), types.index(name)] = 1
    right = torch.tensor([types.index(case.right) for case in found])
    share = torch.tensor(weights, dtype=torch.float64)
    scale = torch.ones(1, dtype=torch.float64, requires_grad=True)
    worth = torch.zeros(len(kinds), dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([scale, worth], max_iter=200, line_search_fn="strong_wolfe")

    def cost() -> torch.Tensor:
        optimizer.zero_grad()
        together = scale * logits + torch.einsum("k,nkt->nt", worth, votes)
        each = torch.nn.functional.cross_entropy(together, right, reduction="none")
        value = (each * share).sum() / share.sum() + PENALTY * (worth**2).sum() / len(kinds)
        value.backward()
        return value

    optimizer.step(cost)
    return {"model": round(float(scale), 3)} | {
        kind: round(float(value), 3) for kind, value in zip(kinds, worth.detach(), strict=True)
    }


def fit_scores(found: Sequence[tuple[float, bool]]) -> dict[str, float]:
    """Platt's scaling of the scores of claims: scale and shift of their log odds, as likely as can be."""
    odds = torch.logit(torch.tensor([score for score, _ in found], dtype=torch.float64), eps=1e-6)
    right = torch.tensor([float(is_right) for _, is_right in found], dtype=torch.float64)
    line = torch.tensor([1.0, 0.0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([line], max_iter=100, line_search_fn="strong_wolfe")

    def cost() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(line[0] * odds + line[1], right)
        value.backward()
        return value

    optimizer.step(cost)
    return {"score-scale": round(float(line[0]), 3), "score-shift": round(float(line[1]), 3)}
