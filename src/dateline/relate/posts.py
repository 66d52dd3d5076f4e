"""Ties told by what somebody is called: "Hamas spokesman Abu Obeida", "a Turkish officer", "the Thai army chief"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.lexicon.actors import STATE, actor
from dateline.lexicon.roles import Role, longest_role, roles
from dateline.records.mention import ActorMention
from dateline.relate.cast import Cast, near
from dateline.relate.frames import Tie, table

WORD = re.compile(r"[\w.-]+")
BEHIND = re.compile(r"(?:['’]s?)?\s")
OPENING = re.compile(r"(?:(?:the|an?|\d+|two|three|senior|top)\s+)*", re.IGNORECASE)
GAP = re.compile(r",\s+(?:the\s+|an?\s+)?$")
SERVANTS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PRM"})
"""First sectors of those who are of the state whose adjective they bear; a Russian pensioner does not act for it."""


def told_by_posts(cast: Cast) -> Iterator[Tie]:
    """The tie of each mention to the state or body that its own words name, by the post they tell."""
    for one in cast.told:
        if one.form == "pronoun":
            continue
        words = {word.lower() for word in WORD.findall(one.text)}
        whole = None if words & set(table("not_now")) else owner(cast, one)
        post = post_in(cast.text[whole.end : one.end]) if whole is not None else None
        if whole is not None and post is not None and is_of(post, whole):
            for kind in kinds_of(post):
                yield kind, named(cast, one), whole, one.start


def owner(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state or body that a mention begins with, behind its article."""
    opening = OPENING.match(one.text)
    start = one.start + (opening.end() if opening else 0)
    inner = [each for each in (*near(cast.known, start), *near(cast.told, start)) if each.start == start]
    inside = [each for each in inner if each.actor_id and BEHIND.match(cast.text, each.end, one.end)]
    return max(inside, key=lambda each: each.end, default=None)


def post_in(words: str) -> Role | None:
    """The last role of one or several people that some words tell."""
    found = [word.lower() for word in WORD.findall(words)]
    for end in range(len(found), 0, -1):
        for first in range(max(0, end - longest_role()), end):
            told = " ".join(found[first:end])
            role = roles().get(told) or roles().get(told.removesuffix("s"))
            if role is not None and role.kind in {"person", "people"}:
                return role
    return None


def is_of(post: Role, whole: ActorMention) -> bool:
    """Whether who holds a post is of the state or body that is named before it."""
    known = actor(whole.actor_id or "")
    if post.lemma in table("outsiders") or (known is not None and known.kind == "person" and not speaks(post)):
        return False
    is_state = (whole.actor_id or "").startswith(STATE)
    return bool(post.sectors) and post.sectors[0] in SERVANTS if is_state else True


def speaks(post: Role) -> bool:
    """Whether a post is that of somebody who speaks for others."""
    return post.lemma.split()[-1] in table("lists")["speaker"]


def kinds_of(post: Role) -> tuple[str, ...]:
    """The ties that a post makes."""
    if speaks(post):
        return "speaks_for", "member_of"
    return ("leads",) if post.lemma in table("lists")["leader"] else ("member_of",)


def named(cast: Cast, one: ActorMention) -> ActorMention:
    """The name that a phrase stands beside: "Sansern Kaewkamnerd, the Thai army spokesman"."""
    if one.form == "name":
        return one
    before = [each for each in near(cast.told, one.start) if each.form == "name" and each.end < one.start]
    last = max(before, key=lambda each: each.end, default=None)
    if last is not None and GAP.fullmatch(cast.text[last.end : one.start] or "."):
        return last
    return one
