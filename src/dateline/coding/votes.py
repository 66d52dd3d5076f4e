"""How the lexicon and the learned coder decide together.

The model gives each type a chance; each frame of the lexicon that runs between the same two is a vote for its type, and
how the two stand to one another is a vote for or against no event. A vote is worth what its like proved worth beside
the model on sentences that neither was made from (`data/models/en-coder/votes.json`, written by `training/`). It is a
multinomial logistic regression with the model's logarithms and the votes as features.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from dateline.coding.distance import clauses_between
from dateline.coding.distance import kind_of as end_kind
from dateline.coding.drafts import Draft, Ends
from dateline.coding.ends import Cast
from dateline.coding.model import FOLDER, NONE, Told
from dateline.coding.tree import Tree
from dateline.errors import BadConfig
from dateline.lexicon.files import load

Chances = dict[str, float]
"""By type, NONE for no event; they add up to 1."""
Votes = frozenset[tuple[str, str]]
"""Kinds of votes, with the type that each is for."""
MOST_ODDS = 14.0
MODEL_ALONE: Mapping[str, float] = defaultdict(float, {"model": 1.0, "asked-model": 1.0, "score-scale": 1.0})
"""Weights under which no vote counts."""
Ranking = list[tuple[str | None, float]]
"""Types with their chances, the likeliest first; None for no event."""


@cache
def weights(folder: Path = FOLDER) -> Mapping[str, float]:
    """What each kind of vote is worth, in natural logarithms; `model` is the factor of the model's own logarithms."""
    try:
        return msgspec.json.decode((folder / "votes.json").read_bytes(), type=dict[str, float])
    except (OSError, msgspec.MsgspecError) as error:
        raise BadConfig(f"{folder / 'votes.json'} cannot be read ({error}); install dateline again") from error


def kind_of(draft: Draft, tree: Tree) -> str:
    """The kind of frame that a draft of the rules rests on: framed, bare, noun, governor or said."""
    event = draft.event
    if event.rule != "predicate":
        return event.rule
    return "noun" if not tree.is_verb(event.trigger) else "framed" if event.used else "bare"


def share(draft: Draft, tree: Tree) -> float:
    """How often a draft of the rules alone is right: the share of its like that was, see `en/score.yaml`."""
    one, both = load("en/score.yaml")[kind_of(draft, tree)]
    return float(both if None not in draft.ends else one)


def ballot(drafts: Sequence[Draft], near: Sequence[Draft], ends: Ends, cast: Cast) -> Votes:
    """The votes for a pair, as (kind of vote, type).

    What the rules say of this very pair, or else, `near`, of its actor or recipient with somebody else; where they are
    silent, and how the two stand to one another, are votes for or against no event.
    """
    found = {(kind_of(one, cast.tree), one.event.type) for one in drafts}
    if not found:
        found = {("near", one.event.type) for one in near} or {("silent", NONE)}
    return frozenset(found | {(name, NONE) for name in standing(ends, cast)})


def standing(ends: Ends, cast: Cast) -> Iterator[str]:
    """How two ends stand to one another, in the terms that votes are weighed by."""
    actor, recipient = ends
    if actor is None or recipient is None:
        yield "open"
        return
    yield f"clauses-{clauses_between(cast.tree, actor, recipient)}"
    yield f"actor-{end_kind(actor, cast)}"
    yield f"to-{end_kind(recipient, cast)}"


def asked_ballot(drafts: Sequence[Draft], near: Sequence[Draft], tree: Tree) -> Votes:
    """The votes for a pair that somebody asks about."""
    found = {(f"asked-{kind_of(one, tree)}", one.event.type) for one in drafts}
    return frozenset(found or {("asked-near", one.event.type) for one in near} or {("asked-silent", NONE)})


def decide(told: Told, votes: Votes, worth: Mapping[str, float]) -> Chances:
    """The chance of each type, by the model and the votes."""
    logits = {kind: worth["model"] * value for kind, value in told.types.items()}
    for kind, for_type in sorted(votes):
        logits[for_type] += worth[kind]
    top = max(logits.values())
    total = sum(math.exp(value - top) for value in logits.values())
    return {kind: math.exp(value - top) / total for kind, value in logits.items()}


def as_score(chance: float, worth: Mapping[str, float]) -> float:
    """The score of a claim whose type has a chance, between 0.001 and 0.999.

    Platt's scaling (1999): what is chosen as the best of many comes out right less often than its chance says.
    """
    odds = math.log(chance / (1 - chance)) if 0 < chance < 1 else math.copysign(MOST_ODDS, chance - 0.5)
    scaled = 1 / (1 + math.exp(-(worth["score-scale"] * odds + worth["score-shift"])))
    return min(max(round(scaled, 3), 0.001), 0.999)


def ranked(chances: Chances) -> Ranking:
    """The types in the order of their chances."""
    order = sorted(chances, key=lambda kind: (-chances[kind], kind))
    return [(None if kind == NONE else kind, round(chances[kind], 3)) for kind in order]
