"""Which body or state somebody's post is of: by the words around it, else by what the article told before."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import cache

from dateline.lexicon.actors import STATE, actor, post_on
from dateline.lexicon.labels import label
from dateline.lexicon.roles import Role, families, longest_role, roles
from dateline.records.mention import ActorMention
from dateline.relate.cast import NESTED, Cast, near
from dateline.relate.frames import table
from dateline.relate.names import is_person, named

BEHIND = re.compile(r"(?:['’]s?)?\s")
OPENING = re.compile(r"(?:(?:the|an?|\d+|two|three|senior|top)\s+)*", re.IGNORECASE)
JOINT = re.compile(r"\b(?:for|of|at|with|from)\s+(?:the\s+)?$")
FOR = re.compile(r"(?:\s+in\s+[\w-]+)?\s+(?:for|of)\s+")
LOOKED_AT = 60
"""Mentions before a post that are asked whether they are the body it is of."""
SERVANTS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PRM"})
"""First sectors of those who are of the state whose adjective they bear; a Russian pensioner does not act for it."""
RANKS = frozenset({"MIL", "COP"})
"""Sectors of posts that by themselves, such as "general", say little of whose they are."""
NO_BRANCH = frozenset({"JRN", "OPP"})
"""Sectors of bodies that are not the state's own, though every state has them."""


def owner(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state or body that a mention begins with, behind its article."""
    opening = OPENING.match(one.text)
    start = one.start + (opening.end() if opening else 0)
    beside = (*near(cast.known, start), *near(cast.told, start))
    inside = [
        each
        for each in beside
        if each.start in {start, one.start}
        and each.end < one.end
        and each.actor_id
        and BEHIND.match(cast.text, each.end, one.end)
    ]
    return max(inside, key=lambda each: each.end, default=None)


def complement(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state or body that a mention ends with: "a spokesman in Bonn for the Islamic Salvation Front"; of others than
    spokesmen a body only: "a nurse with the Red Cross"."""
    beside = (*near(cast.told, one.end), *near(cast.known, one.end))
    inner = (each for each in beside if each.end == one.end and one.start < each.start and each.actor_id)
    return next((each for each in inner if JOINT.search(cast.text, one.start, each.start)), None)


def spoken_for(cast: Cast, one: ActorMention) -> ActorMention | None:
    """Those behind "for" or "of" whom a spokesman speaks for."""
    joint = FOR.match(cast.text, one.end, cast.sentence.end)
    return cast.right_of(joint.end(), joint.start()) if joint else None


def body_before(cast: Cast, one: ActorMention, words: str) -> ActorMention | None:
    """The body told before that the noun before a post means: "commission head Ana Diaz", "the rebel leader"."""
    said = words.lower().split()
    if one.form != "name" and named(cast, one) is one:
        return None
    place = next((n for n, word in enumerate(said) if word in posts()), 0)
    noun = said[place - 1] if place else ""
    if noun in table("rebels"):
        return nearest_of(cast, one, lambda other: other.sectors[:1] == ("REB",) and not is_person(other))
    return nearest_of(cast, one, lambda other: other.text.lower().endswith(f" {noun}")) if noun in bodies() else None


def branch_of(cast: Cast, one: ActorMention, words: str) -> ActorMention | None:
    """The body of a state that the words before a post name: the army of "the army chief"."""
    if one.country is None or not one.sectors or not is_somebody(cast, one, words):
        return None
    said = words.split()
    pieces = (said[n:end] for n in range(len(said) - 1) for end in range(min(len(said) - 1, n + longest_role()), n, -1))
    return next((body for piece in pieces if (body := branch(cast, one, " ".join(piece))) is not None), None)


def is_somebody(cast: Cast, one: ActorMention, words: str) -> bool:
    """Whether a mention is of somebody named, or of somebody who heads or speaks for others."""
    return one.form == "name" or named(cast, one) is not one or bool(set(words.split()) & posts())


def branch(cast: Cast, one: ActorMention, words: str) -> ActorMention | None:
    """The body of somebody's state that some words of a mention name: "army"; None where they name none."""
    family = families().get(words.lower())
    start = cast.text.find(words, one.start, one.end)
    if family is None or start < 0 or NO_BRANCH & set(family.sectors[:1]):
        return None
    known_id = f"{one.country}-{family.id}"
    name, end = label(known_id), start + len(words)
    return ActorMention(start, end, words, "nominal", known_id, name, one.country, family.sectors)


@cache
def posts() -> frozenset[str]:
    """Nouns for those who head or speak for others."""
    return frozenset((*table("lists")["leader"], *table("lists")["speaker"]))


@cache
def bodies() -> frozenset[str]:
    """Nouns of one word for bodies."""
    return frozenset(lemma for lemma, role in roles().items() if role.kind == "body" and " " not in lemma)


def nearest_of(cast: Cast, one: ActorMention, fits: Callable[[ActorMention], bool]) -> ActorMention | None:
    """The last mention before another of a body that fits, of so many as are looked at."""
    place = bisect_right(cast.all, one.start, key=lambda other: other.start)
    before = reversed(cast.all[max(0, place - LOOKED_AT) : place])
    return next((other for other in before if other.end <= one.start and fits(other)), None)


def whole_of(cast: Cast, one: ActorMention, post: Role) -> ActorMention | None:
    """A mention of the body or state whose office somebody named holds; None where the article names none."""
    is_named = one.form == "name" or named(cast, one) is not one
    is_titled = is_named or plain(post) in table("lists")["leader"] or speaks(post)
    is_rank = bool(RANKS & set(post.sectors[:1])) and not speaks(post)
    known = actor(one.actor_id or "")
    held_post = post_on(known, cast.day) if known is not None else None
    if not is_titled or is_rank or one.sectors[:1] == () or one.sectors[0] not in SERVANTS:
        return None
    body = (held_post.of if held_post else None) or (f"{STATE}{one.country}" if one.country else None)
    return nearest(cast, one, body) if body else None


def nearest(cast: Cast, one: ActorMention, actor_id: str) -> ActorMention | None:
    """The last mention of somebody inside or before another, else the first behind it; none that reaches out of it."""
    mentions = cast.everywhere.get(actor_id, ())
    place = bisect_right(mentions, one.end, key=lambda each: each.start)
    ordered = (*reversed(mentions[max(0, place - NESTED) : place]), *mentions[place : place + 1])
    return next((each for each in ordered if not each.overlaps(one) or one.holds(each)), None)


def is_state(one: ActorMention) -> bool:
    """Whether a mention is of a state."""
    return (one.actor_id or "").startswith(STATE)


def plain(post: Role) -> str:
    """A post without the words that leave it the first of its body: "president" of "acting president"."""
    return " ".join(word for word in post.lemma.split() if word not in table("ranks"))


def speaks(post: Role) -> bool:
    """Whether a post is that of somebody who speaks for others."""
    return post.lemma.split()[-1] in table("lists")["speaker"]
