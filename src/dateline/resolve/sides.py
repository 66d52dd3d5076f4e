"""Whom somebody speaks for who says "we": the body or state whose post he holds, or that the words around him name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from dateline.lexicon.actors import actors, latest_post, post_on, state_of
from dateline.lexicon.labels import label
from dateline.resolve.antecedents import Spot, words
from dateline.resolve.homeland import OFFICES
from dateline.resolve.nominals import part_of
from dateline.resolve.phrases import Phrases
from dateline.resolve.who import FORMER, Who, as_of

AGAINST = frozenset({"OPP", "REB"})
"""Sectors of those who do not speak for the state that they are of: "Zimbabwe's opposition leader"."""
INNER = frozenset({"poss", "compound", "nmod", "amod", "appos", "pobj", "prep", "conj", "nummod"})
"""Relations of the words that say in a noun phrase who somebody is."""


def by_post(one: Spot, day: date | None, past: bool = False) -> Who | None:
    """The body or state whose post a known person holds; with `past`, whose post he held last."""
    person = actors().get(one.mention.actor_id or "")
    post = person and (latest_post(person, day) if past else post_on(person, day))
    if not person or not post or (post.since and day and post.since > day):
        return None
    whole = actors().get(post.of or "") or (None if AGAINST & set(post.sectors) else state_of(post.country))
    return None if whole is None else as_of(whole, day)


def around(one: Spot, beside: Sequence[Spot], phrases: Phrases) -> Iterator[Who]:
    """The bodies and states, of those `beside` it in its sentence, that the noun phrase of a mention names as its own:
    "IS spokesman", "a leader of Hamas"."""
    lemmas = {phrases.tokens[n].lemma.lower() for n in (one.head, *phrases.kids(one.head, "appos", "compound"))}
    if lemmas & words("outsiders"):
        return
    is_against = bool(AGAINST & set(one.mention.sectors))
    for other in beside:
        is_whole = other.mention.actor_id is not None and (
            other.kind == "group" or (other.kind == "state" and not is_against)
        )
        if other is not one and is_whole and belongs(one, other, phrases):
            yield other.who


def belongs(one: Spot, other: Spot, phrases: Phrases) -> bool:
    """Whether a name inside the noun phrase of somebody says whose he is; an envoy "to" somebody is not theirs."""
    chain = [other.head, *phrases.above(other.head)]
    if one.head not in chain:
        return one.mention.holds(other.mention)
    inner = chain[: chain.index(one.head)]
    relations = {phrases.tokens[n].relation for n in inner}
    joints = {phrases.tokens[n].lemma.lower() for n in inner if phrases.tokens[n].relation == "prep"}
    return relations <= INNER and joints <= words("joints")


def by_office(one: Spot, day: date | None, home: str | None) -> Who | None:
    """The state, or its army, police or parliament, of somebody with an office in it; in that of `home` if no country
    is known."""
    state, sectors = state_of(one.mention.country or home), one.mention.sectors
    if state is None or not sectors or sectors[0] not in OFFICES or sectors[0] in FORMER:
        return None
    land = as_of(state, day)
    if sectors[0] == "GOV":
        return land
    part = part_of(sectors[:1], land, "group", "")
    return replace(part, name=label(part.actor_id or ""))
