"""Are two actors the same, may they be, or can they not be?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records.mention import ActorMention

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""PLOVER's sectors that act for a state: where one is named, the whole state may be meant, and the other way round."""
WHOLE_STATE = "state-"


@dataclass(frozen=True, slots=True, order=True)
class End:
    """Who stands at one end of an event, without the place of the words.

    `weight` says how well it tells one from all others: 3 a person or group by name, 2 a state or body, 1 only a word.
    """

    key: str
    country: str
    sectors: tuple[str, ...]
    weight: int


def end_of(mention: ActorMention | None) -> End | None:
    """The end that some words name; None without words, and for a pronoun that nobody resolved."""
    if mention is None or (mention.form == "pronoun" and mention.actor_id is None):
        return None
    return End(key(mention) or "", mention.country or "", tuple(mention.sectors), weight(mention))


def key(mention: ActorMention | None) -> str | None:
    """What an actor or recipient is known by: its id, else its words, lower case."""
    return None if mention is None else mention.actor_id or bare(mention.text)


def bare(words: str) -> str:
    """The words in lower case, without an article before them."""
    first, _, rest = (folded := " ".join(words.casefold().split())).partition(" ")
    return rest if rest and first in {"the", "a", "an"} else folded


def weight(mention: ActorMention) -> int:
    """How well an actor is told from all others, 1 to 3."""
    if mention.actor_id is None:
        return 2 if mention.form == "name" else 1
    generic = mention.actor_id.startswith(WHOLE_STATE) or "/" in mention.actor_id or mention.country in {None, ""}
    if mention.actor_id.startswith("name:"):
        return 3
    return 2 if (generic and mention.country) or mention.form == "nominal" else 3


def likeness(ones: Iterable[End], others: Iterable[End]) -> float:
    """How like two sets of ends are, at best: 3 to 1 the same (by weight), 0.5 may well be, 0 no telling, -1 others."""
    return max((compared(one, other) for one in ones for other in others), default=0.0)


def compared(one: End, other: End) -> float:
    """How like two ends are; see `likeness`."""
    if one.key == other.key:
        return float(min(one.weight, other.weight))
    if one.country and other.country:
        if one.country != other.country:
            return -1.0
        return 0.5 if of_one_kind(one, other) else (-1.0 if apart(one, other) else 0.0)
    if min(one.weight, other.weight) > 1:
        return -1.0
    return 0.5 if set(one.sectors) & set(other.sectors) else 0.0


def of_one_kind(one: End, other: End) -> bool:
    """Whether two ends of one country share a sector, or one is the state and the other acts for it."""
    first, second = set(one.sectors), set(other.sectors)
    if first & second:
        return one.weight < 3 or other.weight < 3
    whole = one.key.startswith(WHOLE_STATE) or other.key.startswith(WHOLE_STATE)
    return whole and bool(first & STATE) and bool(second & STATE)


def apart(one: End, other: End) -> bool:
    """Whether two ends of one country are on different sides: of the state and not, or two names."""
    first, second = set(one.sectors), set(other.sectors)
    if one.weight == other.weight == 3:
        return True
    return bool(first and second) and bool(first & STATE) != bool(second & STATE)
