"""The words that tell events, and the words that govern them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from dateline.errors import BadConfig
from dateline.lexicon.files import DATA, load, paths
from dateline.lexicon.frames import Governor, LightVerb, Predicate, governor_of, light_verb_of, predicate_of

__all__ = [
    "Governor", "LightVerb", "Predicate", "all_governors", "all_light_verbs", "all_predicates", "governors_for",
    "light_verb", "predicates_for",
]  # fmt: skip

Record = TypeVar("Record")


def predicates_for(lemma: str, pos: str) -> tuple[Predicate, ...]:
    """The entries of a lemma (lower case) as "verb", "noun" or "adj", those with the most constraints first."""
    return _predicates().get((lemma, pos), ())


def governors_for(lemma: str, pos: str) -> tuple[Governor, ...]:
    """The entries of a lemma (lower case) that takes a clause, as "verb", "noun" or "adj", in the order of the file."""
    return _governors().get((lemma, pos), ())


def light_verb(lemma: str, particle: str | None = None) -> LightVerb | None:
    """The light verb of that lemma and particle; None when it is none."""
    return _light_verbs().get((lemma, particle))


@cache
def all_predicates() -> tuple[Predicate, ...]:
    """Every entry, in the order of the files. Raises `BadConfig` naming the file and the entry that is wrong."""
    names = [path.relative_to(DATA).as_posix() for path in paths("en/predicates/*.yaml")]
    return tuple(
        _read(name, number, entry, predicate_of) for name in names for number, entry in enumerate(load(name), 1)
    )


@cache
def all_governors() -> tuple[Governor, ...]:
    """Every word that takes a clause, in the order of the file. Raises `BadConfig` naming the entry that is wrong."""
    entries = load("en/governors.yaml")["complement"]
    return tuple(_read("en/governors.yaml", number, entry, governor_of) for number, entry in enumerate(entries, 1))


@cache
def all_light_verbs() -> tuple[LightVerb, ...]:
    """Every light verb, in the order of the file."""
    entries = load("en/governors.yaml")["light"]
    return tuple(_read("en/governors.yaml", number, entry, light_verb_of) for number, entry in enumerate(entries, 1))


@cache
def _predicates() -> dict[tuple[str, str], tuple[Predicate, ...]]:
    found: dict[tuple[str, str], list[Predicate]] = {}
    for one in all_predicates():
        found.setdefault((one.lemma, one.pos), []).append(one)
    return {
        key: tuple(sorted(ones, key=lambda one: (-one.constraints, not one.objects))) for key, ones in found.items()
    }


@cache
def _governors() -> dict[tuple[str, str], tuple[Governor, ...]]:
    found: dict[tuple[str, str], tuple[Governor, ...]] = {}
    for one in all_governors():
        found[one.lemma, one.pos] = (*found.get((one.lemma, one.pos), ()), one)
    return found


@cache
def _light_verbs() -> dict[tuple[str, str | None], LightVerb]:
    return {(one.lemma, one.particle): one for one in all_light_verbs()}


def _read(name: str, number: int, entry: Any, make: Callable[[Mapping[str, Any]], Record]) -> Record:
    try:
        return make(entry)
    except (BadConfig, ValueError, KeyError, TypeError, AttributeError) as error:
        word = entry.get("lemma") if isinstance(entry, dict) else entry
        raise BadConfig(f"data file {name}, entry {number} ({word}): {error}; correct the entry") from error
