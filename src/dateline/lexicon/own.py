"""Words and event types that a user adds: a YAML file named in `dateline.toml`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import BadConfig
from dateline.lexicon.files import Loader
from dateline.lexicon.frames import Predicate, predicate_of
from dateline.lexicon.ontology import event_type, event_types

NAME = re.compile(r"[A-Z][A-Z_]{2,30}")
NOTHING = "NONE"
"""The type of an entry whose words tell no event: it forbids what else they would be taken for."""
ANY = "SUPPORT"
"""What an entry that tells no event is read as until it is left out."""


@dataclass(frozen=True, slots=True)
class OwnType:
    """An event type beside PLOVER's: a kind of the type `like`, of its quad, and with its score and CAMEO code."""

    name: str
    like: str


@dataclass(frozen=True)
class Own:
    """What a user adds to the lexicon. Entries are tried before those that ship, in the order of the file."""

    entries: tuple[Predicate, ...] = ()

    def predicates_for(self, lemma: str, pos: str) -> tuple[Predicate, ...]:
        """The entries of a lemma (lower case) as "verb", "noun" or "adj"."""
        return tuple(one for one in self.entries if (one.lemma, one.pos) == (lemma, pos))


def read_own(path: Path) -> Own:
    """What a file adds. Raises `BadConfig` naming the file and the entry that is wrong."""
    try:
        content = yaml.load(path.read_bytes(), Loader=Loader)  # noqa: S506 - it is a safe loader
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise BadConfig(f"own words {path} cannot be read: {error}") from error
    if not isinstance(content, dict) or set(content) - {"types", "words"}:
        raise BadConfig(f"own words {path}: a mapping with `types`, `words` or both is wanted")
    given, words = content.get("types") or [], content.get("words") or []
    if not isinstance(given, list) or not isinstance(words, list):
        raise BadConfig(f"own words {path}: `types` and `words` are lists")
    types = [read_entry(path, "type", n, one, own_type) for n, one in enumerate(given, 1)]
    like = {one.name: one.like for one in types}
    if len(like) < len(types):
        raise BadConfig(f"own words {path}: a type is there twice")
    made = (read_entry(path, "word", n, one, lambda entry: own_word(entry, like)) for n, one in enumerate(words, 1))
    return Own(tuple(made))


def own_type(entry: Mapping[str, Any]) -> OwnType:
    """The type of an entry. Raises `ValueError` or `KeyError` where it is wrong."""
    name = entry["name"]
    taken = {NOTHING, *(name for one in event_types() for name in (one.name, *one.aliases))}
    if not isinstance(name, str) or not NAME.fullmatch(name) or name in taken:
        raise ValueError(f"{name!r} is no new name in capitals")
    return OwnType(name, event_type(entry["like"]).name)


def own_word(entry: Mapping[str, Any], like: Mapping[str, str]) -> Predicate:
    """The predicate of an entry; it decides alone unless it says `decides: false`, or its type is not PLOVER's."""
    name = entry["type"]
    for field in ("decides", "reciprocal"):
        if not isinstance(entry.get(field, True), bool):
            raise ValueError(f"{field} is true or false")
    if not isinstance(entry.get("object", []), list) or not all(
        isinstance(v, list) for v in entry.get("preps", {}).values()
    ):
        raise ValueError("object and the words of preps are lists")
    known = {"decides": True, **entry, "type": like.get(name, ANY if name == NOTHING else name)}
    found = predicate_of(known)
    return replace(found, label=name, decides=True) if name in like or name == NOTHING else found


def read_entry(path: Path, kind: str, number: int, entry: Any, make: Any) -> Any:
    """The record of an entry. Raises `BadConfig` naming it."""
    try:
        return make(entry)
    except (BadConfig, ValueError, KeyError, TypeError, AttributeError) as error:
        name = (entry.get("lemma") or entry.get("name")) if isinstance(entry, dict) else entry
        raise BadConfig(f"own words {path}, {kind} {number} ({name}): {error}; correct the entry") from error
