"""Whose somebody is by the words that own them: "its air force", "his party", "the alliance's foreign minister"."""

from __future__ import annotations

from dataclasses import replace

from dateline.lexicon.actors import STATE, countries, state_of
from dateline.records.mention import ActorMention
from dateline.resolve.antecedents import Spot, pointer, words
from dateline.resolve.nominals import RoleFound, as_many, described, of_state, role_at
from dateline.resolve.story import Story, side
from dateline.resolve.who import Who, as_of

OWN = frozenset({"MIL", "REB", "UAF", "PRM", "PTY"})
"""First sectors of those who, where they are a leader's or spokesman's, are of his group: "his fighters"."""


def after_owners(story: Story, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, "its air force" as that of the owner's country, "his party" as that of whoever he speaks for."""
    owners = {
        (one.sentence, story.phrases[one.sentence].head(one.head)): one
        for one in story.spots
        if one.relation == "poss" and is_owner(one)
    }
    for here in story.spots:
        owner = owners.get((here.sentence, here.head))
        if owner is not None and here.mention.form == "nominal" and here.mention.actor_id is None:
            found[here.index] = owned(story, here, owner)
    return found


def is_owner(one: Spot) -> bool:
    """Whether a possessor is a pronoun for somebody known, a person's name, or a noun for a known body."""
    if one.mention.form == "pronoun":
        return bool(one.mention.country or one.mention.actor_id)
    if one.mention.form == "name" and one.kind == "person":
        return True
    return one.mention.form == "nominal" and one.mention.actor_id is not None and one.kind in {"group", "state"}


def owned(story: Story, here: Spot, owner: Spot) -> ActorMention:
    """A nominal as that of its owner: "its troops" after "Russia"; "his country" after a Russian."""
    role = role_at(story.phrases[here.sentence], here.head)
    if role is None or (here.mention.country and owner.mention.form != "name"):
        return here.mention
    role = as_many(role, here.plural)
    mine = side_owned(story, owner, role)
    if mine is None and owner.mention.form == "name":
        return here.mention
    who = mine or of_owner(story, here, owner, role)
    sectors = who.sectors or role.role.sectors
    return replace(here.mention, actor_id=who.actor_id, name=who.name, country=who.country, sectors=sectors)


def side_owned(story: Story, owner: Spot, role: RoleFound) -> Who | None:
    """The group that a person speaks for or leads, where the words for it are his: "his movement", "her fighters"."""
    lemma, sectors = role.role.lemma, role.role.sectors
    if owner.kind != "person" or not (lemma in words("sides") | words("bodies") or (sectors[:1] and sectors[0] in OWN)):
        return None
    mine = side(story, owner)
    if mine is None or role.role.kind == "person":
        return None
    is_state = (mine.actor_id or "").startswith((STATE, f"{mine.country}-"))
    return mine if lemma in words("sides") or not is_state else None


def of_owner(story: Story, here: Spot, owner: Spot, role: RoleFound) -> Who:
    """Somebody of the owner's own, or of the owner's country where that is a person."""
    country = owner.mention.country
    text = without_owner(here.mention.text, country)
    state = state_of(country)
    points = pointer(role.role.lemma)
    if state is not None and points is not None and points.to == "state":
        return as_of(state, story.day)
    if owner.kind != "person":
        whole = Who(owner.mention.actor_id, owner.mention.name, country, owner.mention.sectors, owner.kind)
        return described(role, [whole], text.lower().split(), text, story.day)
    if state is not None and role.role.lemma in words("home"):
        return of_state(role, as_of(state, story.day), text, story.day)
    return Who(None, None, country, role.role.sectors)


def without_owner(text: str, country: str | None) -> str:
    """ "Its troops" with a country's adjective for the pronoun: "Russian troops"."""
    rest = text.split(maxsplit=1)[-1]
    state = countries().get(f"{STATE}{country}")
    return f"{state.demonyms[0]} {rest}" if state is not None and state.demonyms else rest
