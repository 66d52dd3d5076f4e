"""Whom a name means on a given day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from dateline.lexicon.actors import Actor, actors, latest_post, post_on
from dateline.lexicon.files import load
from dateline.lexicon.in_force import kept
from dateline.records.ids import NAMED_HERE

FORMER = ("ELI",)
"""PLOVER: those who held office and do not any more are elites."""
OFFICIAL = ("GOV",)
"""Those who hold an office in a body of states are officials."""
AFFAIRS = re.compile(r"\b(affairs|relations)\b")
MINISTER_OF = re.compile(r"^(.*\b(?:minister|secretary))\s+(?:of|for)\s+(?:the\s+)?(.+)$")


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, as far as known; `kind` is "state", "person", "group" or None."""

    actor_id: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    kind: str | None = None


NOBODY = Who()


@cache
def word_list(part: str) -> frozenset[str]:
    """One of the lists of small words about actors."""
    return frozenset(load("en/actor_words.yaml")[part])


def known(ids: Iterable[str], day: date | None) -> Who:
    """Whom a name means that these actors bear: the first that held a post or existed that day, else the first."""
    bearers = [actors()[known_id] for known_id in ids]
    best = next((one for one in bearers if was_there(one, day)), bearers[0])
    return as_of(best, day)


def was_there(one: Actor, day: date | None) -> bool:
    """Whether somebody held a post, or an organisation existed, that day."""
    return post_on(one, day) is not None if one.posts and day is not None else one.existed_on(day)


def as_of(one: Actor, day: date | None) -> Who:
    """An actor as of a day: a person has the country and sectors of the post held then."""
    if one.kind != "person" and not one.posts:
        return Who(one.id, one.name, one.country, one.sectors, "state" if one.kind == "state" else "group")
    held = post_on(one, day)
    post = held or latest_post(one, day)
    country = (post.country if post else None) or one.country or next((n.country for n in one.posts if n.country), None)
    sectors = (*(post.sectors if post else ()), *one.sectors)
    if held is None and post is not None and day is not None:
        was = post.until is not None and post.until < day
        sectors = (*FORMER, *sectors) if was else one.sectors
    if not sectors and held is not None and is_of_states(held.of):
        sectors = OFFICIAL
    return Who(one.id, one.name, country, tuple(dict.fromkeys(sectors)), "person")


def is_of_states(body: str | None) -> bool:
    """Whether a body is one of several states: the United Nations."""
    known_body = actors().get(body or "")
    return known_body is not None and known_body.class_ in {"IGO", "UNO", "EUR"}


def holder(of: str, title: str, day: date | None) -> Who | None:
    """The person who held that post of a state or organisation that day; None when unknown or not certain."""
    if day is None:
        return None
    held = [
        known_id
        for known_id, post in posts().get((of, plain_title(title)), ())
        if actors()[known_id].posts[post].held_on(day)
    ]
    return as_of(actors()[held[0]], day) if len(dict.fromkeys(held)) == 1 else None


@kept()
def posts() -> Mapping[tuple[str, str], tuple[tuple[str, int], ...]]:
    """Who ever held a post, by whom it is of and its title: the id of each with the place of the post in their list."""
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    for one in actors().values():
        for n, post in enumerate(one.posts):
            whole = post.of or (f"state-{post.country}" if post.country else None)
            if whole:
                found.setdefault((whole, plain_title(post.title)), []).append((one.id, n))
    return MappingProxyType({key: tuple(value) for key, value in found.items()})


@kept()
def surnames() -> Mapping[str, tuple[str, ...]]:
    """The ids of known people by the last word of their names."""
    found: dict[str, dict[str, None]] = {}
    for one in actors().values():
        if one.kind == "person" or one.posts:
            for name in one.names:
                found.setdefault(name.split()[-1], {})[one.id] = None
    return MappingProxyType({surname: tuple(ids) for surname, ids in found.items()})


def by_surname(surname: str, day: date | None) -> Who | None:
    """The only known person of that surname who held a post that day; None when there is none or more than one."""
    if day is None:
        return None
    held = [one for one in surnames().get(surname, ()) if post_on(actors()[one], day)]
    return as_of(actors()[held[0]], day) if len(held) == 1 else None


@cache
def plain_title(title: str) -> str:
    """A title in one of its forms: "minister of foreign affairs" and "foreign minister" are the same."""
    words = " ".join(title.lower().replace("defense", "defence").split())
    found = MINISTER_OF.match(words)
    if found:
        words = f"{AFFAIRS.sub('', found[2]).strip()} {found[1]}"
    return {"premier": "prime minister"}.get(words, " ".join(AFFAIRS.sub("", words).split()))


def name_id(name: str) -> str:
    """An id for somebody known by name only, the same in every article: "name:abu-mohamed-al-jolani"."""
    plain = unicodedata.normalize("NFKD", name.replace("'s", "").replace("’s", ""))
    words = "".join(letter if letter.isalnum() else " " for letter in plain if not unicodedata.combining(letter))
    return NAMED_HERE + "-".join(words.lower().split())
