"""Who is who: states, organisations and leaders with their dated posts, and who stands on whose side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from dateline.lexicon.entries import day_of, strings
from dateline.lexicon.files import load, load_all, paths
from dateline.lexicon.in_force import kept, own_actors
from dateline.lexicon.ties import tied

STATE = "state-"
"""Ids of states start with it; `SYR-military` is a body of that state, `state-SYR/JUD` what it has of a sector."""
BODY_ID = re.compile(r"([A-Z]{3})-([a-z-]+)")
"""A country code, and the family of bodies that one of its is of."""
PEOPLES = frozenset({"ethnic", "religious"})
"""Kinds of groups whose members live in several countries and act for themselves, not for the whole."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office that somebody holds from `since` to `until`, both included; None: not known, or still held.

    `of` is the id of the actor it is an office of; `title` is in lower case.
    """

    title: str
    of: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def held_on(self, day: date) -> bool:
        """Whether it was held on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can act: a state, an organisation or a person.

    `kind` is "state", "person" or what the data says of an organisation; `class_` is IGO, UNO, EUR, NGO, ISM, IMG or
    MNC for a body without a country; ids in `allies`, `enemies` and `parents` are those of other actors.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    allies: tuple[str, ...] = ()
    enemies: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    wikidata: str | None = None
    class_: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)

    def existed_on(self, day: date | None) -> bool:
        """Whether it existed that day; yes without a day."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Country:
    """A state's words: its names, the adjectives and nouns for its people, its capital and seats of power.

    Disputed and historic entities have the code of their nominal sovereign or successor. `ambiguous` holds those of
    the words that often mean something else ("Georgia", "Jordan").
    """

    iso3: str
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ("GOV",)
    since: date | None = None
    until: date | None = None


@kept()
def countries() -> Mapping[str, Country]:
    """Every country by its id: "state-SYR"; disputed entities have a word for an id."""
    entries, own = load("actors/countries.yaml") if paths("actors/countries.yaml") else [], own_actors()
    found: Iterable[Country] = map(country_of, entries)
    found = own.over_countries(found) if own else found
    return MappingProxyType({country.id: country for country in found})


@kept()
def actors() -> Mapping[str, Actor]:
    """Every known actor by id: states first, then new own ones, then organisations, then people."""
    states = (state(country) for country in countries().values())
    organisations = (actor_of(entry, "organisation") for entry in load_all("actors/organisations/*.yaml"))
    people = (actor_of(entry, "person") for entry in load_all("actors/leaders/*.yaml"))
    known, own = chain(states, organisations, people), own_actors()
    return MappingProxyType({one.id: one for one in (own.over(known) if own else known)})


@cache
def state_bodies() -> frozenset[str]:
    """Which families of bodies are part of the state: "military", and not "opposition"."""
    entries = load("actors/families.yaml") if paths("actors/families.yaml") else []
    return frozenset(entry["id"] for entry in entries if "OPP" not in entry["sectors"])


def actor(known_id: str) -> Actor | None:
    """The actor with that id; None when there is none."""
    return actors().get(known_id)


def state_of(iso3: str | None) -> Actor | None:
    """The state of a country code; None when there is none."""
    return actors().get(f"{STATE}{iso3}")


def code_of_body(known_id: str) -> str | None:
    """The country code in the id of a body that every state has ("SYR-military"); None for other ids."""
    found = BODY_ID.fullmatch(known_id)
    return found[1] if found else None


def post_on(who: Actor, day: date | None) -> Post | None:
    """The post that somebody held that day, the first listed if there were several; without a day the latest.

    None when they held no known post that day.
    """
    if day is None:
        return max(who.posts, key=lambda post: post.since or date.min, default=None)
    return next((post for post in who.posts if post.held_on(day)), None)


def latest_post(who: Actor, day: date | None) -> Post | None:
    """The post held that day, else the last one before it, else the first one after."""
    held = post_on(who, day)
    if held is not None or day is None:
        return held
    before = [post for post in who.posts if (post.since or date.min) <= day]
    if before:
        return max(before, key=lambda post: post.until or date.max)
    return min(who.posts, key=lambda post: post.since or date.min, default=None)


def allied(one: str, other: str, day: date | None = None) -> bool:
    """Whether two actors are the same, belong to the same whole, or are listed as allies, they or their wholes."""
    ours, theirs = sides(one, day), sides(other, day)
    if any(side in theirs for side in ours):
        return True
    return stand(ours, theirs, "ally", day) and not stand(ours, theirs, "enemy", day)


def opposed(one: str, other: str, day: date | None = None) -> bool:
    """Whether two actors, or the wholes that they belong to, are listed as enemies that day."""
    return stand(sides(one, day), sides(other, day), "enemy", day)


def stand(ours: Sequence[str], theirs: Sequence[str], kind: str, day: date | None) -> bool:
    """Whether any of one side and any of another are each other's "ally" or "enemy" that day."""
    return any(tied(kind, a, b, day) or listed(a, b, kind, day) for a in ours for b in theirs)


def sides(known_id: str, day: date | None = None) -> tuple[str, ...]:
    """The actor and the wholes it belongs to, nearest first: a post, a body's state, parents."""
    found = [known_id]
    for one in found:
        found.extend(whole for whole in wholes(one, day) if whole not in found)
    return tuple(found)


def wholes(known_id: str, day: date | None) -> Iterator[str]:
    """What an actor is directly part of."""
    iso3, _, body = known_id.partition("-")
    if known_id.startswith(STATE) and "/" in known_id:
        yield known_id.partition("/")[0]
    elif body in state_bodies() and f"{STATE}{iso3}" in actors():
        yield f"{STATE}{iso3}"
    known = actors().get(known_id)
    if known is None:
        return
    post = latest_post(known, day)
    if post is not None and post.of:
        yield post.of
    yield from known.parents


def listed(one: str, other: str, kind: str, day: date | None) -> bool:
    """Whether either names the other in its list of allies or enemies, and both existed that day."""
    a, b = actors().get(one), actors().get(other)
    if a is None or b is None or not (a.existed_on(day) and b.existed_on(day)):
        return False
    return b.id in ties_of(a, kind) or a.id in ties_of(b, kind)


def ties_of(known: Actor, kind: str) -> tuple[str, ...]:
    """The listed allies or enemies of an actor."""
    return known.allies if kind == "ally" else known.enemies


def state(country: Country) -> Actor:
    """A country as an actor: its government."""
    return Actor(
        country.id,
        country.name,
        "state",
        country.iso3,
        country.sectors,
        country.aliases,
        since=country.since,
        until=country.until,
    )


def country_of(entry: Mapping[str, Any]) -> Country:
    """The country that an entry of the data file tells of."""
    return Country(
        iso3=entry["iso3"],
        id=entry.get("id") or f"{STATE}{entry['iso3']}",
        name=entry["name"],
        aliases=strings(entry.get("aliases")),
        demonyms=strings(entry.get("demonyms")),
        plurals=strings(entry.get("plurals")),
        capital=entry.get("capital"),
        seats=strings(entry.get("seats")),
        ambiguous=strings(entry.get("ambiguous")),
        sectors=strings(entry.get("sectors")) or ("GOV",),
        since=day_of(entry.get("since"), first=True),
        until=day_of(entry.get("until"), first=False),
    )


def actor_of(entry: Mapping[str, Any], kind: str) -> Actor:
    """The organisation or person that an entry of the data tells of. Raises `ValueError` for a date that is none."""
    return Actor(
        id=entry["id"],
        name=entry["name"],
        kind=entry.get("kind") or kind,
        country=entry.get("country"),
        sectors=strings(entry.get("sectors")),
        aliases=strings(entry.get("aliases")),
        posts=tuple(post_of(post) for post in entry.get("posts") or ()),
        allies=strings(entry.get("allies")),
        enemies=strings(entry.get("enemies")),
        parents=strings(entry.get("parents")),
        since=day_of(entry.get("since"), first=True),
        until=day_of(entry.get("until"), first=False),
        wikidata=entry.get("wikidata"),
        class_=entry.get("class"),
    )


def post_of(entry: Mapping[str, Any]) -> Post:
    """A post as the data files tell it."""
    return Post(
        title=str(entry["title"]).lower(),
        of=entry.get("of"),
        country=entry.get("country"),
        sectors=strings(entry.get("sectors")),
        since=day_of(entry.get("since"), first=True),
        until=day_of(entry.get("until"), first=False),
    )
