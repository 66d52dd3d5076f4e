"""Ties told by the post somebody holds: "Hamas spokesman Abu Obeida", "President Tinubu", "the rebels' leader"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType

from dateline.lexicon.actors import actor
from dateline.lexicon.roles import Role, longest_role, roles
from dateline.records.mention import ActorMention
from dateline.relate.callings import of_body, opposed, published, state_of_body, told_by_pronouns
from dateline.relate.cast import Cast
from dateline.relate.frames import Tie, table
from dateline.relate.names import beside, named
from dateline.relate.wholes import (
    SERVANTS,
    body_before,
    branch_of,
    complement,
    is_state,
    owner,
    plain,
    speaks,
    spoken_for,
    whole_of,
)

WORD = re.compile(r"[\w.-]+")
BEFORE = re.compile(r"\s+(?:for|of|at|with|from)\s+")


def told_by_posts(cast: Cast) -> Iterator[Tie]:
    """The tie of each mention to the state or body that its own words name, by the post they tell.

    Where they name none ("President Ali Khamenei") it is the body or state whose office its bearer has, if the article
    names that anywhere.
    """
    yield from told_by_pronouns(cast)
    for one in cast.told:
        words = {word.lower() for word in WORD.findall(before_joint(one, one.text))}
        if one.form == "pronoun" or words & set(table("not_now")):
            continue
        yield from opposed(cast, one, words)
        if (state := state_of_body(cast, one)) is not None:
            yield "affiliate_of", one, state, one.start
        elif words & set(table("media")):
            yield from published(cast, one, words)
        else:
            yield from held(cast, one)
            yield from of_body(cast, one)


def held(cast: Cast, one: ActorMention) -> Iterator[Tie]:
    """The ties that the post in a mention's words makes."""
    whole = owner(cast, one)
    words = without_name(before_joint(one, cast.text[whole.end : one.end] if whole is not None else one.text), one)
    post = post_in(words)
    if post is None:
        return
    if whole is not None and post.lemma in sided():
        yield sided()[post.lemma], beside(cast, one), whole, one.start
    elif post.lemma not in table("outsiders") and not is_crowd(post, words):
        yield from of_post(cast, one, (post, words), whole)


def of_post(cast: Cast, one: ActorMention, told: tuple[Role, str], whole: ActorMention | None) -> Iterator[Tie]:
    """The ties of a post and its words, with the state or body that the words begin with."""
    post, words = told
    branch = branch_of(cast, one, words) if whole is None or (is_state(whole) and heads(words)) else None
    if whole is None and (near := wholly_named(cast, one, post, words)) is not None:
        yield from tied(cast, one, (post, words if near.end > one.start else post.lemma), near)
    elif branch is not None:
        if whole is not None:
            yield "member_of", named(cast, one), whole, one.start
        rest = " ".join(word for word in words.split() if word.lower() not in branch.text.lower().split())
        yield from tied(cast, one, (post_in(rest) or post, rest), branch)
    elif (body := whole or whole_of(cast, one, post)) is not None:
        yield from tied(cast, one, told, body)


def wholly_named(cast: Cast, one: ActorMention, post: Role, words: str) -> ActorMention | None:
    """The body that the words behind a post name, or that the noun before it points back to."""
    inside = complement(cast, one) if post.lemma not in table("accredited") else None
    return inside or (spoken_for(cast, one) if speaks(post) else None) or body_before(cast, one, words)


def tied(cast: Cast, one: ActorMention, told: tuple[Role, str], whole: ActorMention) -> Iterator[Tie]:
    """The ties of a post in a state or body."""
    post, words = told
    if is_of(post, whole):
        for kind in kinds_of(post, one, words):
            yield kind, named(cast, one), whole, one.start


def heads(words: str) -> bool:
    """Whether some words tell a post at the head of something."""
    return bool(set(table("lists")["leader"]) & set(words.lower().split()))


def before_joint(one: ActorMention, words: str) -> str:
    """The words of a phrase before "for" or "at", which tell the post: "a spokesman for the agency"."""
    return BEFORE.split(words, maxsplit=1)[0] if one.form == "nominal" else words


def without_name(words: str, one: ActorMention) -> str:
    """Words without those of a name: "John Major" holds no post of a major."""
    own = set(WORD.findall((one.name or "").lower())) if one.form == "name" else set()
    return " ".join(word for word in WORD.findall(words) if word.lower() not in own)


@cache
def sided() -> Mapping[str, str]:
    """The tie of those whom a noun tells to be on somebody's side or against them: "his supporters", "its foes"."""
    return MappingProxyType({lemma: kind for kind, lemmas in table("sides").items() for lemma in lemmas})


def post_in(words: str) -> Role | None:
    """The role by which one or several people speak for others, else the last that some words tell."""
    found = [word.lower() for word in WORD.findall(words)]
    told = roles_in(found)
    return next((role for role in told if speaks(role)), next(iter(told), None))


def roles_in(found: Sequence[str]) -> list[Role]:
    """The roles of one or several people that some words tell, the last first."""
    told, end = [], len(found)
    while end > 0:
        role, first = role_up_to(found, end)
        told += [role] if role is not None else []
        end = first
    return told


def role_up_to(found: Sequence[str], end: int) -> tuple[Role | None, int]:
    """The longest role that ends before a place, and where it begins; no role, and the place before."""
    for first in range(max(0, end - longest_role()), end):
        words = " ".join(found[first:end])
        role = roles().get(words) or roles().get(words.removesuffix("s"))
        if role is not None and role.kind in {"person", "people"}:
            return role, first
    return None, end - 1


def is_crowd(post: Role, words: str) -> bool:
    """Whether a post is that of many who are the side itself rather than somebody of it: "Syrian troops"."""
    is_plural = post.kind == "people" or words.rstrip().endswith("s")
    return is_plural and post.sectors[:1] != ("GOV",)


def is_of(post: Role, whole: ActorMention) -> bool:
    """Whether who holds a post is of the state or body that is named before it."""
    known = actor(whole.actor_id or "")
    if speaks(post):
        return True
    if known is not None and known.kind == "person":
        return False
    return bool(post.sectors) and post.sectors[0] in SERVANTS if is_state(whole) else True


def kinds_of(post: Role, one: ActorMention, words: str) -> tuple[str, ...]:
    """The ties that a post makes; "a commander" is one of several, and a "human rights chief" heads no whole."""
    if speaks(post):
        return "speaks_for", "member_of"
    is_one_of_many = one.text.lower().startswith(("a ", "an "))
    ranks = set(table("ranks"))
    before = set(words.lower().partition(post.lemma)[0].split()) - {"s"}
    is_head = plain(post) in table("lists")["leader"] and before <= ranks and not is_one_of_many
    return ("leads",) if is_head else ("member_of",)
