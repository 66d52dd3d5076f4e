"""Finds actors by their names, and tells all that is known of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rapidfuzz import fuzz, process

from dateline.lexicon.actors import Actor, Post, actors, countries, ties_of
from dateline.lexicon.in_force import kept
from dateline.lexicon.names import plain_characters
from dateline.lexicon.ties import ties

ALIKE = 70
"""A name this much like the words (0 to 100) may be meant."""


@dataclass(frozen=True, slots=True)
class Found:
    """An actor, the name of it that is most like the words, and how much (100: the same but for case and accents)."""

    actor: Actor
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held a post."""

    id: str
    name: str
    post: Post


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is known of an actor, as of a day; without a day, of any time.

    `words` are those for a state's people and seats; allies and enemies also those that only the other side names;
    `holders` those who hold its posts, `members` those who name it as a parent.
    """

    actor: Actor
    words: tuple[str, ...] = ()
    allies: tuple[str, ...] = ()
    enemies: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()


def find_actors(words: str, most: int = 10) -> tuple[Found, ...]:
    """The actors of a name, those of the very name or id first, then the most alike. Case and accents do not count."""
    best: dict[str, Found] = {}
    wanted, known = folded(words), actors()
    if not wanted:
        return ()
    spelt = names()
    scored = process.extract(wanted, list(spelt), scorer=fuzz.WRatio, score_cutoff=ALIKE, limit=5 * most)
    ranked = sorted(((score_of(wanted, name, score), name) for name, score, _ in scored), key=lambda one: -one[0])
    for score, name in (*((100.0, name) for name in (wanted,) if name in spelt), *ranked):
        for known_id, as_written in spelt[name]:
            best.setdefault(known_id, Found(known[known_id], as_written, score))
    return tuple(one for one in best.values() if one.score >= ALIKE)[:most]


def score_of(wanted: str, name: str, score: float) -> float:
    """How much a name is like the words: 100 for the same, less for those alike in part only."""
    return 100.0 if name == wanted else min(99.0, (score + fuzz.ratio(wanted, name)) / 2)


@kept()
def names() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Who bears a name, by the name in lower case without accents: ids, each with the name as it is written."""
    found: dict[str, dict[str, str]] = {}
    for one in actors().values():
        for name in (one.id, *one.names, *words_of_state(one.id)):
            found.setdefault(folded(name), {}).setdefault(one.id, one.name if name == one.id else name)
    return MappingProxyType({name: tuple(bearers.items()) for name, bearers in found.items()})


def words_of_state(known_id: str) -> tuple[str, ...]:
    """The words for a state's people and its seats; none for others."""
    state = countries().get(known_id)
    return tuple(dict.fromkeys((*state.demonyms, *state.plurals, *state.seats))) if state else ()


def folded(name: str) -> str:
    """A name in lower case, without accents, "the" and spaces too many."""
    return " ".join(plain_characters(name).lower().split()).removeprefix("the ")


def sheet(known_id: str, day: date | None = None) -> Sheet | None:
    """All that is known of the actor of that id, as of a day; None when there is none."""
    one = actors().get(known_id)
    if one is None:
        return None
    members = (other for other in actors().values() if known_id in other.parents and other.existed_on(day))
    return Sheet(
        one,
        words_of_state(known_id),
        tuple(dict.fromkeys(tied_to(one, "ally", day))),
        tuple(dict.fromkeys(tied_to(one, "enemy", day))),
        tuple(other.id for other in members),
        tuple(sorted(holders(known_id, day), key=lambda held: (held.post.since or date.min, held.name))),
    )


def tied_to(one: Actor, kind: str, day: date | None) -> Iterator[str]:
    """Those whom an actor names as ally or enemy, who name it so, and whom the list of states' ties tells."""
    for known_id in ties_of(one, kind):
        other = actors().get(known_id)
        if other is None or other.existed_on(day):
            yield known_id
    for pair, told in ties().items():
        if one.id in pair and any(tie.kind == kind and (day is None or tie.held_on(day)) for tie in told):
            yield pair[pair[0] == one.id]
    yield from (other.id for other in actors().values() if one.id in ties_of(other, kind) and other.existed_on(day))


def holders(known_id: str, day: date | None) -> Iterator[Holder]:
    """Who held a post of an actor that day, or ever."""
    for one in actors().values():
        for post in one.posts:
            if post.of == known_id and (day is None or post.held_on(day)):
                yield Holder(one.id, one.name, post)
