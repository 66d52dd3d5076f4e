"""Ways to tell a tie, from `relations.yaml`, ready to be looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.lexicon.files import load
from dateline.lexicon.numbers import one_of
from dateline.records.mention import ActorMention

FILE = "en/relations.yaml"
SLOT = re.compile(r"\{([a-z]+)\}")
Tie = tuple[str, ActorMention, ActorMention, int]
"""Kind, subject, object, and where the words that tell it start."""


@dataclass(frozen=True)
class Between:
    """A cue between two actors. `left`: the one on its left is the subject, the object, or "around": the phrase."""

    kind: str
    cue: re.Pattern[str]
    left: str


@dataclass(frozen=True)
class Verb:
    """A verb with its subject and object; with `under`, only where one of these verbs governs it; `past`: also in the
    simple past, in which most verbs tell what was done once; `through`: its object is one of these nouns, and whom the
    tie is to stands behind it ("pledged allegiance to")."""

    kind: str
    lemmas: frozenset[str]
    under: frozenset[str]
    prepositions: frozenset[str]
    past: bool = False
    through: frozenset[str] = frozenset()


@cache
def table(name: str) -> Any:
    """One of the lists of `relations.yaml`."""
    return load(FILE)[name]


def filled(cue: str) -> str:
    """A cue's pattern with its lists filled in; blanks match any white space."""
    blanks = cue.replace(" ", r"\s+")
    return SLOT.sub(lambda name: one_of(table("lists")[name[1]]), blanks)


@cache
def betweens() -> tuple[Between, ...]:
    """All frames whose cue stands between two actors."""
    return tuple(
        Between(entry["kind"], re.compile(bounded(entry), re.IGNORECASE), entry["left"]) for entry in table("between")
    )


def bounded(entry: dict[str, str]) -> str:
    """A frame's pattern; a prefix begins at the start of a word, anything else behind one."""
    return (r"(?<!\w)" if entry["left"] == "around" else r"(?<=\w)") + f"(?:{filled(entry['cue'])})"


@cache
def pairs(behind: bool = False) -> tuple[Between, ...]:
    """All frames whose cue stands before "X and Y", or `behind` them."""
    edge, name = (r"(?<=\w)", "pairs_behind") if behind else (r"\b", "pairs")
    return tuple(
        Between(entry["kind"], re.compile(f"{edge}(?:{filled(entry['cue'])})", re.IGNORECASE), "subject")
        for entry in table(name)
    )


@cache
def verbs() -> tuple[Verb, ...]:
    """All frames of a verb."""
    return tuple(map(verb, table("verbs")))


def verb(entry: dict[str, Any]) -> Verb:
    """The frame of an entry."""
    lemmas, under, prepositions = (frozenset(entry.get(name, ())) for name in ("lemmas", "under", "prepositions"))
    through = frozenset(entry.get("through", ()))
    return Verb(entry["kind"], lemmas, under, prepositions, bool(entry.get("past")), through)
