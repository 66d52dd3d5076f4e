"""Whom definite nouns stand for: "the group", "the minister", "the army", and "police" without an article."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.actors import actors, state_of
from dateline.resolve.antecedents import Pointer, Spot, pointer, pronoun, words
from dateline.resolve.homeland import OFFICES, UNCERTAIN
from dateline.resolve.nominals import RoleFound, as_many, of_state, role_at
from dateline.resolve.phrases import without_article
from dateline.resolve.story import Story, near, standing, taken
from dateline.resolve.who import NOBODY, as_of

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
FAR = 12
"""How many sentences back it may stand what a definite noun points back to."""
DOMESTIC = OFFICES | {"REB", "CVL", "REL", "PTY", "EDU", "LAB", "CRM"}
"""First sectors of those who are taken to be of the country where all happens."""
LONGEST = 4
"""A longer phrase says itself who is meant."""


def for_definite(story: Story, here: Spot) -> Spot:
    """A definite noun as whom it points back to, or as a body of the country that the article is about."""
    opening = here.mention.text.split(maxsplit=1)[0].lower()
    found = role_at(story.phrases[here.sentence], here.head)
    is_owned = (asked := pronoun(opening)) is not None and asked.kind == "possessive"
    if found is None or is_owned or len(here.mention.text.split()) > LONGEST or here.mention.country:
        return here
    one = pointed_at(story, here, found) if opening in DEFINITE else None
    if one is not None:
        return taken(here, one)
    is_bare = here.mention.text.lower() == found.role.lemma
    settled = at_home(story, here, found) if opening in DEFINITE or is_bare else here
    return of_home(story, settled, found)


def pointed_at(story: Story, here: Spot, found: RoleFound) -> Spot | None:
    """Whom a definite noun points back to: the nearest fitting one."""
    said = without_article(here.mention.text).lower()
    behind = [one for one in near(story, here, FAR) if one.mention.end <= here.mention.start][::-1]
    if said == found.role.lemma and not here.plural:
        titled = [one for one in behind if bears(one, found.role.lemma)]
        if titled:
            return titled[-1]
    rule = pointer(found.role.lemma) or pointer(found.role.lemma.split()[-1])
    if rule is None or not set(said.removesuffix(found.role.lemma).split()) <= words("plain"):
        return None
    if here.plural and not rule.plural:
        return None
    fits = [one for one in behind if is_pointed(rule, found, one)]
    if rule.plural and len({one.mention.actor_id for one in fits}) > 1:
        return None
    return fits[-1] if fits else None


def bears(one: Spot, title: str) -> bool:
    """Whether somebody was called by a title before, or is known to have held it."""
    if one.mention.form == "pronoun" or one.mention.actor_id is None or one.plural:
        return False
    if f" {title} " in f" {one.mention.text.lower()} ":
        return True
    known = actors().get(one.mention.actor_id)
    return known is not None and any(title in post.title for post in known.posts)


def is_pointed(rule: Pointer, found: RoleFound, one: Spot) -> bool:
    """Whether a definite noun may point at a mention: of states and groups a named one, of the kind that it says."""
    known = actors().get(one.mention.actor_id or "")
    if one.kind != rule.to or one.mention.form == "pronoun" or one.mention.actor_id is None:
        return False
    if one.plural and known is None:
        return False
    kinds = rule.kinds
    sectors = set(found.role.sectors) if rule.sectors is None else rule.sectors
    if kinds and known is not None and known.kind not in kinds:
        return False
    if kinds and known is None:
        return f" {found.role.lemma.split()[-1]}" in f" {one.mention.text.lower()}" or bool(
            sectors & set(one.mention.sectors)
        )
    return not sectors or bool(sectors & set(one.mention.sectors))


def at_home(story: Story, here: Spot, found: RoleFound) -> Spot:
    """ "The army", "the police" as those of the country whose such body was told of last, or that all is about."""
    found = as_many(found, here.plural)
    role = found.role
    if not role.sectors or role.sectors[0] not in OFFICES or not {role.lemma, f"{role.lemma}s"} & words("home"):
        return here
    told = (
        one.mention.country
        for one in near(story, here, FAR)
        if one.kind in {"group", "people"} and one.mention.country and one.mention.sectors[:1] == role.sectors[:1]
    )
    state = state_of(next(told, None) or story.home)
    if state is None:
        return here
    land = as_of(state, story.day)
    return standing(here, of_state(found, land, without_article(here.mention.text), story.day) if land else NOBODY)


def of_home(story: Story, here: Spot, found: RoleFound) -> Spot:
    """Somebody of no known country as of the one that all is about, where his part is played at home: "rebels"."""
    mention, role = here.mention, found.role
    is_foreign = bool(set(mention.text.lower().split()) & words("abroad"))
    if mention.country or mention.actor_id or not story.home or is_foreign or role.sectors[:1] == ():
        return here
    if role.sectors[0] not in DOMESTIC or role.kind == "weapon":
        return here
    return replace(here, mention=replace(mention, country=story.home, score=min(mention.score, UNCERTAIN)))
