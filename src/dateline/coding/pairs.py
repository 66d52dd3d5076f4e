"""Answers to "which event runs from this actor to this recipient?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.drafts import Draft
from dateline.coding.learned import Asked, pointed
from dateline.coding.votes import asked_ballot, decide, ranked, weights
from dateline.records.article import Pair
from dateline.records.claim import ASSERTED, Claim, TypedPair
from dateline.records.mention import ActorMention
from dateline.records.text import Sentence, Span

BOTH = 4


@dataclass(frozen=True)
class Coded:
    """What a sentence told: its claims, the drafts of the rules, the model as it was asked, None where it need not be
    asked again, and the words that the user's lexicon says tell no event."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    drafts: tuple[Draft, ...]
    asked: Asked | None
    forbidden: frozenset[int] = frozenset()


def answer(pair: Pair, found: Sequence[Coded], claims: Sequence[Claim]) -> TypedPair:
    """The event from the pair's actor to its recipient: where both stand in one sentence, the likeliest by lexicon and
    model together; else that of the claim that fits best."""
    ends = [end for end in (pair.actor, pair.recipient) if end is not None]
    here = [one for one in found if all(one.sentence.holds(end) for end in ends)]
    if not ends or not here or here[0].asked is None or not here[0].asked.reaches(*ends):
        return typed(pair, claims)
    return likeliest(pair, here[0], here[0].asked)


def likeliest(pair: Pair, coded: Coded, asked: Asked) -> TypedPair:
    """The likeliest event of a pair in a sentence, given that somebody asks for it; a user's own entry decides."""
    told = asked.of(pair.actor, pair.recipient)
    own, near = fitting(pair, coded.drafts)
    forced = [one for one in own if one.event.forced]
    if forced:
        event = forced[0].event
        return TypedPair(event.label or event.type, event.mode, forced[0].status, forced[0].score)
    worth = {**weights(), "model": weights()["asked-model"]}
    best, chance = ranked(decide(told, asked_ballot(own, near, asked.tree), worth))[0]
    if best is None or pointed(told, asked.tree, (pair.actor, pair.recipient)) in coded.forbidden:
        return TypedPair(None, score=chance)
    status = max(told.statuses, key=lambda name: told.statuses[name])
    return TypedPair(best, told.modes[best], status, chance)


def fitting(pair: Pair, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """The drafts whose ends are those of a pair, and those that have one of them."""
    fits = [(fit_ends(pair, one.ends), one) for one in drafts]
    return [one for value, one in fits if value == BOTH], [one for value, one in fits if 0 < value < BOTH]


def typed(pair: Pair, claims: Sequence[Claim]) -> TypedPair:
    """The event of the claim that fits a pair best: both ends right, told as a fact, the surest."""
    ranking = sorted(
        (
            (
                fit_ends(pair, (claim.actor, claim.recipient)),
                claim.status in ASSERTED,
                claim.score,
                -claim.trigger.start,
                n,
            )
            for n, claim in enumerate(claims)
        ),
        reverse=True,
    )
    if not ranking or ranking[0][0] == 0:
        return TypedPair(None)
    best = claims[ranking[0][-1]]
    return TypedPair(best.type, best.mode, best.status, best.score)


def fit_ends(pair: Pair, ends: tuple[ActorMention | None, ActorMention | None]) -> int:
    """How well two ends stand where the pair's do: 4 both, 2 the actor, 1 the recipient, else 0."""
    actor, recipient = on(ends[0], pair.actor), on(ends[1], pair.recipient)
    if pair.actor is None or pair.recipient is None:
        return BOTH * (actor or recipient)
    if on(ends[0], pair.recipient) and not actor:
        return 0
    return BOTH if actor and recipient else 2 * actor + recipient


def on(end: ActorMention | None, span: Span | None) -> bool:
    """Whether an end shares a character with a span."""
    return end is not None and span is not None and end.overlaps(span)
