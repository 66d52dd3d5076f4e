"""Are two actors the same, may they be, or can they not be?"""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from dateline.lexicon.calendar import numbered
from dateline.lexicon.files import load
from dateline.lexicon.numbers import words as number_words
from dateline.records.ids import NAMED_HERE, is_named_here
from dateline.records.mention import ActorMention

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER's sectors that act for a state: where one is named, the whole state may be meant, and the other way round."""
NAMED = 3
COMPARED = 200_000
"""Ends and comparisons that are kept: the same two stand in many reports of one day."""
WHOLE_STATE = "state-"


class End(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """Who stands at one end of an event, without the place of the words.

    `weight` says how well it tells one from all others: 3 a person or group by name, 2 a state or body, 1 only a word;
    `listed` whether it is somebody on the list of actors, by whatever words.
    """

    key: str
    country: str
    sectors: tuple[str, ...]
    weight: int
    listed: bool = False

    @property
    def surname(self) -> str:
        """The last word of a name; the whole key of anybody else."""
        return self.key.rpartition(" ")[2] if self.weight == NAMED else self.key


@lru_cache(maxsize=COMPARED)
def end_of(mention: ActorMention | None) -> End | None:
    """The end that some words name; None for none, for a pronoun that nobody resolved, a mere number and a weekday."""
    if mention is None or is_unresolved(mention) or (mention.actor_id is None and is_nobody(mention.text)):
        return None
    known, told = weight(mention), key(mention) or ""
    name = told.removeprefix(NAMED_HERE).replace("-", " ") if known == NAMED or is_named_here(told) else told
    return End(name, mention.country or "", tuple(mention.sectors), known, is_listed(mention.actor_id))


def doer(mention: ActorMention | None) -> End | None:
    """The end that acts; None also for a weapon, of which nobody says who used it."""
    end = end_of(mention)
    return None if end and end.weight == 1 and head(end.key) in weapons() else end


@cache
def words(kind: str) -> frozenset[str]:
    """The small words of a kind: "counting" or "prepositions"."""
    return frozenset(load("en/ends.yaml")[kind])


@cache
def weapons() -> frozenset[str]:
    """What strikes, but nobody, in the singular."""
    return frozenset(load("en/weapons.yaml")["weapons"])


def is_unresolved(mention: ActorMention | None) -> bool:
    """Whether somebody is meant and nobody knows who: "they"."""
    return mention is not None and mention.form == "pronoun" and mention.actor_id is None


def is_nobody(name: str) -> bool:
    """Whether a name says only how many or on which day: "at least twelve", "Monday"."""
    return all(counts(word) or word in numbered("weekdays") for word in name.casefold().split())


def key(mention: ActorMention | None) -> str | None:
    """What an actor or recipient is known by: its id, else its words, lower case."""
    return None if mention is None else mention.actor_id or bare(mention.text)


def bare(name: str) -> str:
    """A name in lower case, without articles and numbers before it: "at least 27 civilians" are "civilians"."""
    told = name.casefold().split()
    start = next((n for n, word in enumerate(told) if not counts(word)), 0)
    return " ".join(told[start:])


def counts(word: str) -> bool:
    """Whether a word only says which or how many."""
    return word in words("counting") or word in number_words() or word[:1].isdigit()


def head(name: str) -> str:
    """The noun that words without a name turn on: the last before a preposition."""
    told = name.split()
    end = next((n for n, word in enumerate(told) if n and word in words("prepositions")), len(told))
    return told[end - 1].removesuffix("s") if told else ""


def weight(mention: ActorMention) -> int:
    """How well an actor is told from all others, 1 to 3."""
    if mention.actor_id is None:
        return 2 if mention.form == "name" else 1
    generic = mention.actor_id.startswith(WHOLE_STATE) or "/" in mention.actor_id or mention.country in {None, ""}
    if is_named_here(mention.actor_id):
        return 3
    return 2 if (generic and mention.country) or mention.form == "nominal" else 3


@lru_cache(maxsize=COMPARED)
def likeness(ones: tuple[End, ...], others: tuple[End, ...]) -> float:
    """How like two sets of ends are, at best: 3 to 1 the same (by weight), 0.5 may well be, 0 no telling, -1 others."""
    return max([compared(one, other) for one in ones for other in others], default=0.0)


def compared(one: End, other: End) -> float:
    """How like two ends are; see `likeness`."""
    if one.key == other.key:
        return float(min(one.weight, other.weight))
    if one.country and other.country and one.country != other.country:
        return -1.0
    if on_other_sides(one, other):
        return -1.0
    if of_one_kind(one, other):
        return 0.5
    return -1.0 if one.weight == other.weight == NAMED or (one.listed and other.listed) else 0.0


def is_listed(known_id: str | None) -> bool:
    """Whether an id is of somebody on the list, by whatever words, and of no state, body of a state or its people."""
    return known_id is not None and not known_id.startswith((WHOLE_STATE, NAMED_HERE)) and known_id == known_id.lower()


def of_one_kind(one: End, other: End) -> bool:
    """Whether two ends may be the same by name or sector, or one is a state and the other acts for it.

    Of two names one must end in the other: "minister omar haddad" and "omar haddad" or "haddad".
    """
    first, second = set(one.sectors), set(other.sectors)
    if one.weight == other.weight == NAMED:
        return one.key.endswith(f" {other.key}") or other.key.endswith(f" {one.key}")
    if min(one.weight, other.weight) == 1 and head(one.key) == head(other.key):
        return True
    if first & second:
        return bool(one.country and other.country) or min(one.weight, other.weight) == 1
    whole = one.key.startswith(WHOLE_STATE) or other.key.startswith(WHOLE_STATE)
    return whole and bool(one.country and other.country and first & STATE and second & STATE)


def on_other_sides(one: End, other: End) -> bool:
    """Whether of two ends one acts for a state and the other does not, or two known ones have no sector in common."""
    first, second = set(one.sectors), set(other.sectors)
    if one.country and other.country:
        return bool(first and second) and bool(first & STATE) != bool(second & STATE)
    return bool(first and second) and not first & second and min(one.weight, other.weight) > 1
