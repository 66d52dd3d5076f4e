"""Actors that a user adds, changes or takes away: a YAML file named in `dateline.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dateline.errors import BadConfig
from dateline.lexicon.actors import Actor, Country, actor_of
from dateline.lexicon.in_force import in_force
from dateline.lexicon.lines import Lined, lined
from dateline.lexicon.own_actors_check import flaws
from dateline.records.ids import digest

OF_COUNTRY = ("name", "sectors", "since", "until")
"""What an entry may change of a country's words; its aliases are added."""
NAMED_OTHERWISE = {"class": "class_"}
NOT_FIELDS = ("id", "remove")


@dataclass(frozen=True, slots=True)
class OwnActor:
    """An entry: an actor, which of its fields the entry gives, and whether it takes the actor of that id away."""

    actor: Actor
    gives: tuple[str, ...] = ()
    remove: bool = False

    def over(self, known: Actor) -> Actor:
        """A known actor with what the entry gives; its aliases are added."""
        return replace(known, **self._given(self.gives), aliases=joined(known.aliases, self.actor.aliases))

    def over_country(self, known: Country) -> Country:
        """A country with the words that the entry gives."""
        given = self._given(name for name in self.gives if name in OF_COUNTRY)
        return replace(known, **given, aliases=joined(known.aliases, self.actor.aliases))

    def _given(self, names: Iterable[str]) -> dict[str, Any]:
        return {name: getattr(self.actor, name) for name in names if name != "aliases"}


@dataclass(frozen=True)
class OwnActors:
    """What a user changes of who is known. `digest` names the entries: the same for the same ones in every process."""

    entries: tuple[OwnActor, ...] = ()
    digest: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", digest("own actors", repr(self.entries)))

    def in_force(self) -> AbstractContextManager[None]:
        """A block in which these own actors are known, and no others."""
        return in_force(self if self.entries else None)

    def over(self, shipped: Iterable[Actor]) -> Iterator[Actor]:
        """The actors with what the entries change: states, then new ones, then the others.

        New ones stand before those that ship, so that of two who bear a name the user's is meant.
        """
        changes = {one.actor.id: one for one in self.entries}
        changed = [after(one, changes.pop(one.id, None)) for one in shipped]
        left = [one for one in changed if one is not None]
        yield from (one for one in left if one.kind == "state")
        yield from (one.actor for one in changes.values() if not one.remove)
        yield from (one for one in left if one.kind != "state")

    def over_countries(self, shipped: Iterable[Country]) -> Iterator[Country]:
        """The countries with the words that the entries change."""
        changes = {one.actor.id: one for one in self.entries}
        for one in shipped:
            yield changes[one.id].over_country(one) if one.id in changes else one


def after(known: Actor, change: OwnActor | None) -> Actor | None:
    """A known actor after a change; None where it is taken away."""
    if change is None:
        return known
    return None if change.remove else change.over(known)


def joined(names: Iterable[str], more: Iterable[str]) -> tuple[str, ...]:
    """Names and more names, each once."""
    return tuple(dict.fromkeys((*names, *more)))


def read_own_actors(path: Path) -> OwnActors:
    """The own actors in a file. Raises `BadConfig` naming the file, the line and the remedy of its first mistake."""
    entries = lined_in(path)
    for flaw in flaws(entries):
        raise BadConfig(f"own actors {path} {flaw}; `dateline actors check {path}` names every mistake")
    return OwnActors(tuple(own_actor(one.value) for one in entries))


def named_in(settings: Path) -> OwnActors:
    """The own actors of the file that a `dateline.toml` names; none where it names none.

    Raises `BadConfig` where one of the two files cannot be read or is wrong.
    """
    try:
        table = tomllib.loads(settings.read_text(encoding="utf-8")).get("actors")
    except (OSError, ValueError) as error:
        raise BadConfig(f"settings {settings} cannot be read: {error}") from error
    named = table.get("file") if isinstance(table, dict) else None
    return OwnActors() if named is None else read_own_actors(settings.parent / str(named))


def lined_in(path: Path) -> list[Lined]:
    """The entries of a file with their lines. Raises `BadConfig` when it cannot be read or is no list."""
    try:
        return lined(path.read_bytes())
    except (OSError, ValueError) as error:
        raise BadConfig(f"own actors {path} cannot be read: {error}") from error


def own_actor(entry: Mapping[str, Any]) -> OwnActor:
    """The record of an entry without mistakes."""
    gives = tuple(sorted(NAMED_OTHERWISE.get(name, name) for name in entry if name not in NOT_FIELDS))
    made = actor_of({"name": entry["id"], **entry}, "person" if entry.get("posts") else "organisation")
    return OwnActor(made, gives, bool(entry.get("remove")))
