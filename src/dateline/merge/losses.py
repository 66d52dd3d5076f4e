"""Of whom numbers are told: of those whom an event befell, or of those who did it and lost men in it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.merge.ends import STATE, WHOLE_STATE, bare, doer, end_of, head, words
from dateline.merge.told import Told
from dateline.records.mention import ActorMention

ACTORS = "actors"
"""What a number is `of` that counts those who did it."""
ARMED = frozenset({"REB", "UAF", "CRM", "PRM"})
"""PLOVER's sectors of those who bear arms for no state."""


def losses(told: Sequence[Told]) -> frozenset[str]:
    """The claims, by key, that tell what those who did it met with: the raiders who were shot in the raid.

    They are those called after the deed ("the attackers"), those who are known to have done it, and, where others are
    hit too, those of the side that struck first.
    """
    first = next((end for one in told if (end := one.claim.actor) is not None and doer(end) is not None), None)
    struck = side(first)
    known = {name for one in told for name in names(one.claim.actor)} if is_one_way(told) else frozenset()
    own = frozenset(one.key for one in told if is_doer(one.claim.recipient, known))
    others = {side(one.claim.recipient) for one in told if one.claim.recipient is not None and one.key not in own}
    if struck is None or not others - {struck}:
        return own
    return own | {one.key for one in told if side(one.claim.recipient) == struck}


def is_one_way(told: Sequence[Told]) -> bool:
    """Whether nobody is told to have struck another and to have been struck by that other, as in a clash."""
    pairs = {(a, b) for one in told for a in names(one.claim.actor) for b in names(one.claim.recipient)}
    return not any((b, a) in pairs for a, b in pairs)


def is_doer(end: ActorMention | None, known: Set[str]) -> bool:
    """Whether an end is called after what it did, or is one of some doers."""
    return end is not None and (head(bare(end.text)) in words("doers") or not known.isdisjoint(names(end)))


def names(end: ActorMention | None) -> frozenset[str]:
    """What an end is known by: its id, or its words and those that a pronoun or a later word stands for."""
    if end is None or end_of(end) is None:
        return frozenset()
    if end.actor_id is not None and not end.actor_id.startswith(WHOLE_STATE):
        return frozenset({end.actor_id})
    said = {bare(end.text), bare(end.name or end.text)} if end.form != "pronoun" else {bare(end.name or "")}
    return frozenset(said - {""}) if end.actor_id is None else frozenset()


def side(end: ActorMention | None) -> str | None:
    """On whose side an end bears arms: that of a state, by its country, or of no state; None for all others."""
    sectors = set() if end is None else set(end.sectors)
    if end is not None and sectors & STATE:
        return f"state {end.country or ''}"
    return "armed" if sectors & ARMED else None
