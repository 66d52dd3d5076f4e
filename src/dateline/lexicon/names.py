"""Finds the names of known actors in a text: one automaton over all names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

import ahocorasick_rs

from dateline.lexicon.actors import Actor, Country, actors, countries
from dateline.lexicon.files import load
from dateline.lexicon.in_force import kept

What = Literal["name", "demonym", "people", "seat"]

ARTICLE = re.compile(r"\b([Aa]l|[Ee]l|[Aa]n|[Aa]s|[Aa]sh|[Aa]r|[Aa]d)-(?=\w)")
LONG_ENOUGH = 100
"""A stretch of fewer characters that is all in capitals may still be a name; see `is_shouted`."""


class NameMatch(NamedTuple):
    """A name found in a text: its characters, the ids of all who bear it, and what it is.

    `what` is "name", "demonym" ("Syrian"), "people" ("Syrians") or "seat" ("the Kremlin").
    """

    start: int
    end: int
    ids: tuple[str, ...]
    what: What
    doubtful: bool = False
    """Whether the words often mean something else."""


class Entry(NamedTuple):
    """Who bears a name; nobody where it is that of a land with a state's name in it ("Northern Ireland")."""

    ids: tuple[str, ...]
    what: What
    doubtful: bool
    joins: bool
    """Whether a parser should see the name as one proper noun."""


LAND = Entry((), "name", doubtful=False, joins=False)


@dataclass(frozen=True, eq=False)
class Finder:
    """An automaton over names; `entries` and `patterns` go in step."""

    patterns: Sequence[str]
    entries: Sequence[Entry]
    machine: ahocorasick_rs.AhoCorasick = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "machine", ahocorasick_rs.AhoCorasick(self.patterns, store_patterns=False))

    def find(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """The names in a text of plain characters, whole words only, in order, the longest of those that overlap."""
        size = len(text)
        whole = [
            (start, -end, n)
            for n, start, end in self.machine.find_matches_as_indexes(text, overlapping=True)
            if not (start and text[start - 1].isalnum()) and (end == size or not text[end].isalnum())
        ]
        whole.sort()
        reached = 0
        for start, minus_end, n in whole:
            if start >= reached:
                reached = -minus_end
                if self.entries[n].ids:
                    yield start, reached, self.entries[n]


def names_in(text: str) -> list[NameMatch]:
    """The names of known actors in a text, in order, never overlapping, whole words only.

    Capitals count, unless the whole text is in capitals. Typographic apostrophes and hyphens are as good as plain ones.
    """
    return [NameMatch(start, end, entry.ids, entry.what, entry.doubtful) for start, end, entry in found_in(text)]


def must_join(text: str) -> list[tuple[int, int]]:
    """Where names stand that a parser would take apart: those of several words, and "IS", "WHO", "US"."""
    return [(start, end) for start, end, entry in found_in(text) if entry.joins]


def found_in(text: str) -> Iterator[tuple[int, int, Entry]]:
    """The names in a text with all that is known of them."""
    plain = plain_characters(text)
    machine = finder()
    if is_shouted(plain):
        capitals = plain.upper()
        machine, plain = shouted_finder(), capitals if len(capitals) == len(plain) else plain
    return (one for one in machine.find(plain) if not is_currency(plain, one[1]))


def is_currency(text: str, end: int) -> bool:
    """Whether a name ends before the sign of money that it says the land of: "US $12 million"."""
    return text[end : end + 2].lstrip()[:1] == "$"


def plain_characters(text: str) -> str:
    """The text with plain letters, apostrophes, hyphens and spaces for their kin ("é", "’"): as long as before."""
    text = text.replace("\n", " ")
    if text.isascii():
        return text
    return text.translate({ord(one): plain_character(one) for one in set(text) if not one.isascii()})


@cache
def lookalikes() -> Mapping[str, str]:
    """Characters that stand for a plain one and cannot be taken apart."""
    return MappingProxyType(dict(load("en/ordinary_names.yaml")["plain"]))


@lru_cache(maxsize=4096)
def plain_character(one: str) -> str:
    """A character without accents, in its plainest form; itself where that is not one character."""
    if one in lookalikes():
        return lookalikes()[one]
    bare = unicodedata.normalize("NFKD", one)[:1]
    return bare if bare.isascii() and bare.isalpha() else one


def is_shouted(text: str) -> bool:
    """Whether nearly all letters of a text of some length are capitals."""
    if text[:LONG_ENOUGH].upper() != text[:LONG_ENOUGH]:
        return False
    words = text.split(maxsplit=4)
    capitals = sum(map(str.isupper, text))
    return len(words) > 3 and capitals > 0.8 * sum(map(str.isalpha, text))


@kept()
def finder() -> Finder:
    """The automaton over all names as they are written."""
    return finder_of(countries().values(), actors().values())


@kept()
def shouted_finder() -> Finder:
    """The automaton over all names in capitals, for texts that are all in capitals."""
    plain = finder()
    known: dict[str, Entry] = {}
    for pattern, entry in zip(plain.patterns, plain.entries, strict=True):
        if len(pattern) > 3 or (pattern.isupper() and pattern.lower() not in word_set("capitals")):
            known.setdefault(pattern.upper(), entry)
    return Finder(tuple(known), tuple(known.values()))


def finder_of(states: Iterable[Country], known: Iterable[Actor]) -> Finder:
    """The automaton over the words of these countries and the names of these actors."""
    words: dict[str, list[tuple[str, What, bool, bool]]] = {}
    for name, known_id, what, doubtful, joined in (*words_of_states(states), *words_of_actors(known)):
        capitals = (
            [name.upper()] if known_id.startswith("state-") and what in {"name", "seat"} and len(name) > 4 else []
        )
        for spelling in (*spellings(name), *capitals):
            words.setdefault(spelling, []).append((known_id, what, doubtful, joined))
    entries = {spelling: merged(bearers) for spelling, bearers in words.items()}
    nobody = {name: LAND for name in word_set("lands") if name not in entries}
    return Finder((*entries, *nobody), (*entries.values(), *nobody.values()))


def merged(bearers: Sequence[tuple[str, What, bool, bool]]) -> Entry:
    """One entry of all who bear a name: what the name is for the first of them."""
    what = bearers[0][1]
    ids = tuple(dict.fromkeys(known_id for known_id, kind, _, _ in bearers if kind == what))
    return Entry(ids, what, any(doubt for _, _, doubt, _ in bearers), any(joins for _, _, _, joins in bearers))


def words_of_states(states: Iterable[Country]) -> Iterator[tuple[str, str, What, bool, bool]]:
    """Each word for a state: names before demonyms before seats, so that "Djibouti" is the country."""
    listed = list(states)
    for one in listed:
        for name in (one.name, *one.aliases):
            yield name, one.id, "name", name in one.ambiguous, is_initials(name)
    for one in listed:
        yield from ((word, one.id, "demonym", word in one.ambiguous, False) for word in one.demonyms)
        yield from (
            (f"{word}s", one.id, "people", word in one.ambiguous, False) for word in one.demonyms if takes_s(word)
        )
        yield from ((word.removeprefix("the "), one.id, "people", word in one.ambiguous, False) for word in one.plurals)
    for one in listed:
        seats = dict.fromkeys((*one.seats, *([one.capital] if one.capital in one.seats else [])))
        yield from ((seat, one.id, "seat", seat in one.ambiguous, False) for seat in seats)


def words_of_actors(known: Iterable[Actor]) -> Iterator[tuple[str, str, What, bool, bool]]:
    """Each name of an organisation or a person."""
    for one in known:
        if one.kind == "state":
            continue
        for name in one.names:
            yield name.removeprefix("the ").removeprefix("The "), one.id, "name", is_ordinary(name), joins(one, name)
        if one.kind == "ethnic":
            yield from ((word, one.id, "demonym", False, False) for word in adjectives(one))


def adjectives(people: Actor) -> Iterator[str]:
    """The words for one of a people, and what is theirs: "Yoruba" of "Yorubas" and "Yoruba people"."""
    known = word_set("forenames")
    for name in people.names:
        word = name.removesuffix(" people") if name.endswith(" people") else name.removesuffix("s")
        if word != name and " " not in word and len(word) > 2 and word not in known and word not in people.names:
            yield word


def takes_s(demonym: str) -> bool:
    """Whether the people are called so with an s: "Syrian", not "Chinese" or "French"."""
    ends = ("n", "i", "o", "e", "r", "k", "t", "b", "d", "a", "y", "u", "kh", "zech")
    return demonym.endswith(ends) and not demonym.endswith("ese")


def joins(known: Actor, name: str) -> bool:
    """Whether a parser should see this name as one proper noun: an organisation's, of several words or like a word."""
    return not known.posts and known.kind != "person" and (" " in name.strip() or is_initials(name))


def is_initials(name: str) -> bool:
    """Whether a name is in capitals and, but for them, an English word: "IS", "US", "U.S."."""
    bare = name.replace(".", "")
    return bare.isupper() and " " not in bare and ("." in name or bare.lower() in word_set("capitals"))


def is_ordinary(name: str) -> bool:
    """Whether a name is a word that may also open a sentence."""
    return name in word_set("opening")


@cache
def word_set(part: str) -> frozenset[str]:
    """One of the lists of words that are also names."""
    return frozenset(load("en/ordinary_names.yaml")[part])


def spellings(name: str) -> Iterator[str]:
    """The ways in which a name is written: "al-Nusra Front" also as "Al-Nusra Front" and "Al Nusra Front", "Labour" as
    "Labor"."""
    plain = plain_characters(name).strip()
    if not plain:
        return
    yield plain
    words = plain.split()
    other = [spelt_otherwise().get(word, word) for word in words] if " " in plain else words
    if other != words:
        yield " ".join(other)
    if ARTICLE.search(plain):
        yield ARTICLE.sub(lambda found: f"{found[1].lower()}-", plain)
        yield ARTICLE.sub(lambda found: f"{found[1].capitalize()}-", plain)
        yield ARTICLE.sub(lambda found: f"{found[1].capitalize()} ", plain)
        yield ARTICLE.sub(lambda found: f"{found[1].lower()} ", plain)


@cache
def spelt_otherwise() -> Mapping[str, str]:
    """British words in names by American ones, and the other way round: "Defence" and "Defense"."""
    pairs = dict(load("en/ordinary_names.yaml")["british"])
    return MappingProxyType(pairs | {american: british for british, american in pairs.items()})
