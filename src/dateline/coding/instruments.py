"""Ends of an event that are nobody: what somebody struck with, and happenings."""

from __future__ import annotations

from dateline.coding.candidates import Candidate
from dateline.coding.ends import ARMED, Cast, is_device
from dateline.coding.tree import Tree
from dateline.lexicon.predicates import predicates_for
from dateline.records.mention import ActorMention


def is_event(end: ActorMention | None, tree: Tree) -> bool:
    """Whether an end is nobody known but an event: "the air strike", "a bomb explosion"."""
    if end is None or end.actor_id or end.country or set(end.sectors) - {ARMED}:
        return False
    return any(predicates_for(tree.tokens[n].lemma.lower(), "noun") for n in top(tree, end))


def is_tool(end: ActorMention, tree: Tree) -> bool:
    """Whether an end is nobody but what somebody struck with: "a roadside bomb"."""
    return any(is_device(tree, n, end) for n in top(tree, end))


def top(tree: Tree, end: ActorMention | None) -> tuple[int, ...]:
    """The position of an end's top word."""
    found = None if end is None else tree.top(end)
    return () if found is None else (found,)


def is_by_device(event: Candidate, cast: Cast) -> bool:
    """Whether nothing but what somebody struck with is told to have done it: "killed by the bomb"."""
    return bool(event.actors) and all(is_device(cast.tree, n, cast.mention(n)) for n in event.actors)
