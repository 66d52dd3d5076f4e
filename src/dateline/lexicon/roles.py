"""Nouns for those who act, and the bodies that every state has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from dateline.lexicon.entries import strings
from dateline.lexicon.files import load, paths

SLOT = re.compile(r"\{\w+\}")
LINKS = frozenset({"of", "the", "for", "'s"})


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for somebody who acts. `kind` is person, people, body or weapon; `lemma` may be several words."""

    lemma: str
    sectors: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Family:
    """A body that every state has, with the words for it beside the state's name: the air force is "SYR-air-force"."""

    id: str
    name: str
    phrases: tuple[str, ...]
    sectors: tuple[str, ...]


@cache
def roles() -> Mapping[str, Role]:
    """Every role noun by its lemma, in lower case."""
    entries = load("actors/roles.yaml") if paths("actors/roles.yaml") else []
    found = (role_of(entry) for entry in entries)
    return MappingProxyType({role.lemma: role for role in found})


@cache
def families() -> Mapping[str, Family]:
    """Every family of state bodies by each of its phrases, in lower case, without the state: "air force"."""
    entries = load("actors/families.yaml") if paths("actors/families.yaml") else []
    found = [family_of(entry) for entry in entries]
    return MappingProxyType({phrase: family for family in reversed(found) for phrase in family.phrases})


@cache
def longest_role() -> int:
    """How many words the longest role noun or phrase for a state body has."""
    return max((len(words.split()) for words in (*roles(), *families())), default=1)


def role_of(entry: Mapping[str, Any]) -> Role:
    """The role that an entry of the data file tells of."""
    return Role(str(entry["lemma"]).lower(), strings(entry.get("sectors")), str(entry.get("kind") or "person"))


def family_of(entry: Mapping[str, Any]) -> Family:
    """The family that an entry of the data file tells of."""
    patterns = strings(entry.get("patterns"))
    phrases = dict.fromkeys(phrase for pattern in patterns if (phrase := without_state(pattern)))
    name = str(entry.get("name") or patterns[0])
    return Family(str(entry["id"]), name, tuple(phrases), strings(entry.get("sectors")))


def without_state(pattern: str) -> str:
    """The words of a pattern without those for the state: "army" of "army of {country}"."""
    words = trimmed(SLOT.sub(" | ", pattern.lower().replace("}'s", "}")).split())
    return " ".join(words)


def trimmed(words: Iterable[str]) -> list[str]:
    """Words without the slots and the small words that join them to the rest."""
    kept = list(words)
    while kept and kept[-1] in LINKS | {"|"}:
        kept.pop()
    while kept and kept[0] in LINKS | {"|"}:
        kept.pop(0)
    return [word for word in kept if word != "|"]
