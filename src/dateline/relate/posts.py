"""Ties told by what somebody is called: "Hamas spokesman Abu Obeida", "President Tinubu", "the official agency"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from dateline.lexicon.actors import STATE, actor, code_of_body, post_on
from dateline.lexicon.roles import Role, families, longest_role, roles
from dateline.records.mention import ActorMention
from dateline.relate.cast import NESTED, Cast, near
from dateline.relate.frames import Tie, table

WORD = re.compile(r"[\w.-]+")
BEHIND = re.compile(r"(?:['’]s?)?\s")
OPENING = re.compile(r"(?:(?:the|an?|\d+|two|three|senior|top)\s+)*", re.IGNORECASE)
APPOSED = re.compile(r",\s+(?:the\s+|an?\s+)?")
BESIDE = re.compile(r",?\s+")
JOINT = re.compile(r"\b(?:for|of)\s+(?:the\s+)?$")
FOR = re.compile(r"(?:\s+in\s+[\w-]+)?\s+(?:for|of)\s+")
BODIES = frozenset({"armed_group", "party", "igo", "ngo", "rights_group", "coalition", "religious", "union", "media"})
SERVANTS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG", "PRM"})
"""First sectors of those who are of the state whose adjective they bear; a Russian pensioner does not act for it."""


def told_by_posts(cast: Cast) -> Iterator[Tie]:
    """The tie of each mention to the state or body that its own words name, by the post they tell.

    Where they name none ("President Ali Khamenei") it is the body or state whose office its bearer has, if the article
    names that anywhere.
    """
    for one in cast.told:
        words = {word.lower() for word in WORD.findall(one.text)}
        if one.form == "pronoun" or words & set(table("not_now")):
            continue
        if (state := state_of_body(cast, one)) is not None:
            yield "affiliate_of", one, state, one.start
        elif words & set(table("media")):
            yield from published(cast, one, words)
        else:
            yield from held(cast, one)
            yield from of_body(cast, one)


def state_of_body(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state that a body is one of, where its words name both: "the Syrian army"; not "Syrian tanks"."""
    code, whole = code_of_body(one.actor_id or ""), owner(cast, one)
    state = f"{STATE}{code}" if code else ""
    if whole is None or whole.actor_id != state:
        return nearest(cast, one, state) if "ministry" in one.text.lower() else None
    is_family = cast.text[whole.end : one.end].lower().lstrip("'’s ") in families()
    return whole if is_family else None


def published(cast: Cast, one: ActorMention, words: set[str]) -> Iterator[Tie]:
    """The tie of a news medium to the state or body that owns it, as the words say: "the official IRNA agency"."""
    whole, medium = owner(cast, one), beside(cast, one)
    if whole is None and words & set(table("owned")) and medium.country:
        whole = nearest(cast, one, f"{STATE}{medium.country}")
    if whole is not None and (words & set(table("owned")) or not (whole.actor_id or "").startswith(STATE)):
        yield "affiliate_of", medium, whole, one.start


def held(cast: Cast, one: ActorMention) -> Iterator[Tie]:
    """The ties that the post in a mention's words makes."""
    whole = owner(cast, one)
    words = without_name(cast.text[whole.end : one.end] if whole is not None else one.text, one)
    post = post_in(words)
    if post is None or post.lemma in table("outsiders") or is_crowd(post, words):
        return
    if whole is None:
        whole = (complement(cast, one) or spoken_for(cast, one)) if speaks(post) else None
        whole = whole or whole_of(cast, one, post)
    if whole is not None and is_of(post, whole):
        for kind in kinds_of(post, one, words):
            yield kind, named(cast, one), whole, one.start


def of_body(cast: Cast, one: ActorMention) -> Iterator[Tie]:
    """The tie of a person to the body that "of" names behind the name: "Michel Minnig of the Red Cross"."""
    joint = FOR.match(cast.text, one.end, cast.sentence.end) if one.form == "name" and is_person(one) else None
    body = cast.right_of(joint.end(), joint.start()) if joint else None
    known = actor(body.actor_id or "") if body is not None else None
    if body is not None and known is not None and known.kind in BODIES:
        yield "member_of", one, body, one.start


def owner(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state or body that a mention begins with, behind its article."""
    opening = OPENING.match(one.text)
    start = one.start + (opening.end() if opening else 0)
    beside = (*near(cast.known, start), *near(cast.told, start))
    inside = [
        each for each in beside if each.start == start and each.actor_id and BEHIND.match(cast.text, each.end, one.end)
    ]
    return max(inside, key=lambda each: each.end, default=None)


def complement(cast: Cast, one: ActorMention) -> ActorMention | None:
    """The state or body that a mention ends with: "a spokesman in Bonn for the Islamic Salvation Front"."""
    beside = (*near(cast.told, one.end), *near(cast.known, one.end))
    inner = (each for each in beside if each.end == one.end and one.start < each.start and each.actor_id)
    return next((each for each in inner if JOINT.search(cast.text, one.start, each.start)), None)


def spoken_for(cast: Cast, one: ActorMention) -> ActorMention | None:
    """Those behind "for" or "of" whom a spokesman speaks for."""
    joint = FOR.match(cast.text, one.end, cast.sentence.end)
    return cast.right_of(joint.end(), joint.start()) if joint else None


def whole_of(cast: Cast, one: ActorMention, post: Role) -> ActorMention | None:
    """A mention of the body or state whose office somebody named holds; None where the article names none."""
    is_titled = one.form == "name" or post.lemma in table("lists")["leader"] or speaks(post)
    if not is_titled or one.country is None or one.sectors[:1] == () or one.sectors[0] not in SERVANTS:
        return None
    known = actor(one.actor_id or "")
    held_post = post_on(known, cast.day) if known is not None else None
    return nearest(cast, one, (held_post.of if held_post else None) or f"{STATE}{one.country}")


def nearest(cast: Cast, one: ActorMention, actor_id: str) -> ActorMention | None:
    """The last mention of somebody inside or before another, else the first behind it; none that reaches out of it."""
    mentions = cast.everywhere.get(actor_id, ())
    place = bisect_right(mentions, one.end, key=lambda each: each.start)
    ordered = (*reversed(mentions[max(0, place - NESTED) : place]), *mentions[place : place + 1])
    return next((each for each in ordered if not each.overlaps(one) or one.holds(each)), None)


def without_name(words: str, one: ActorMention) -> str:
    """Words without those of a name: "John Major" holds no post of a major."""
    own = set(WORD.findall((one.name or "").lower())) if one.form == "name" else set()
    return " ".join(word for word in WORD.findall(words) if word.lower() not in own)


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


def is_person(one: ActorMention) -> bool:
    """Whether a name is not known to be that of a state or body."""
    known = actor(one.actor_id or "")
    return known is None or known.kind == "person"


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
    is_state = (whole.actor_id or "").startswith(STATE)
    return bool(post.sectors) and post.sectors[0] in SERVANTS if is_state else True


def speaks(post: Role) -> bool:
    """Whether a post is that of somebody who speaks for others."""
    return post.lemma.split()[-1] in table("lists")["speaker"]


def kinds_of(post: Role, one: ActorMention, words: str) -> tuple[str, ...]:
    """The ties that a post makes; "a commander" is one of several, and a "human rights chief" heads no whole."""
    if speaks(post):
        return "speaks_for", "member_of"
    is_one_of_many = one.text.lower().startswith(("a ", "an "))
    before = set(words.lower().partition(post.lemma)[0].split())
    is_head = post.lemma in table("lists")["leader"] and before <= set(table("ranks")) and not is_one_of_many
    return ("leads",) if is_head else ("member_of",)


def named(cast: Cast, one: ActorMention) -> ActorMention:
    """The person beside whose name a phrase stands: "Sansern Kaewkamnerd, the Thai army spokesman"; else itself."""
    other = beside(cast, one)
    return other if is_person(other) else one


def beside(cast: Cast, one: ActorMention) -> ActorMention:
    """The name that a phrase stands beside: "the official news agency IRNA", "TAP, the state agency"; else itself."""
    if one.form == "name":
        return one
    at = bisect_left(cast.told, one.start, key=lambda each: each.start)
    around = cast.told[at : at + NESTED]
    names = [each for each in (*near(cast.told, one.start), *around) if each.form == "name" and not each.overlaps(one)]
    before = max((each for each in names if each.end < one.start), key=lambda each: each.end, default=None)
    if before is not None and APPOSED.fullmatch(cast.text[before.end : one.start]):
        return before
    behind = min((each for each in names if each.start > one.end), key=lambda each: each.start, default=None)
    return behind if behind is not None and BESIDE.fullmatch(cast.text[one.end : behind.start]) else one
