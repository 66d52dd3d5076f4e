"""Who was hit where casualties are told of: "inflicted 40 casualties on the brigade", "the army suffered losses"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.coding.slots import core
from dateline.lexicon.files import load
from dateline.records.mention import ActorMention


def with_losers(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, an attack that hit casualties as one on those who suffered them, where the sentence names them.

    Who suffered them has not attacked.
    """
    for one in drafts:
        losers = losers_of(one, cast) if one.event.type == "ASSAULT" else []
        if not losers:
            yield replace(one, ends=(one.ends[0], None)) if is_loss(one.ends[1], cast, "harm") else one
        for loser in losers:
            actor = one.ends[0]
            is_own = actor is not None and actor.overlaps(loser)
            yield replace(one, ends=(None if is_own else actor, loser))


def losers_of(draft: Draft, cast: Cast) -> list[ActorMention]:
    """Those who suffered the casualties that an attack is told to have hit; none where it hit somebody, or nobody says
    whose they were."""
    words, tree = load("en/losses.yaml"), cast.tree
    top = None if draft.ends[1] is None or not is_loss(draft.ends[1], cast, "losses") else tree.top(draft.ends[1])
    if top is None:
        return []
    verb = next((n for n in tree.above(top) if tree.is_verb(n)), None)
    lemma = "" if verb is None else tree.tokens[verb].lemma.lower()
    found = [n for one in {top, core(tree, top)} for prep, n in tree.prepositions(one) if prep in words["upon"]]
    if verb is not None and lemma in words["inflicted"]:
        found += [n for prep, n in tree.prepositions(verb) if prep in words["upon"]]
    if verb is not None and not found and lemma in words["suffered"] and not tree.is_passive(verb):
        found = tree.subjects(verb)
    ends = [cast.end(n) for n in found if cast.is_somebody(n) and cast.place(n) is None]
    return list(dict.fromkeys(end for end in ends if end is not None))


def is_loss(end: ActorMention | None, cast: Cast, kind: str) -> bool:
    """Whether an end is what somebody lost, by one list of `en/losses.yaml`."""
    top = None if end is None else cast.tree.top(end)
    return top is not None and cast.tree.tokens[core(cast.tree, top)].lemma.lower() in load("en/losses.yaml")[kind]
