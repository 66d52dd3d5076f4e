"""Which words of an article name a place: spans and what the words around them say, before anybody asks where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.lexicon.files import load
from dateline.lexicon.gazetteer import Gazetteer
from dateline.records.text import Sentence, Span, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
"""Kinds of entity that are places."""
OTHERS = frozenset(
    {"PERSON", "ORG", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MONEY"}
)
LONGEST_RUN = 8
AFTER = 30
"""Characters after a name in which a state or country is looked for."""


@dataclass(frozen=True, slots=True)
class Toponym(Span):
    """Words that name a place. `name` is looked up; `kind` is what a noun beside it says ("admin1", "site" …);
    `within` names the larger place it is said to lie in ("Illinois" in "Springfield, Illinois")."""

    text: str
    name: str
    kind: str | None = None
    within: str | None = None
    sure: bool = True
    """Whether the parser took it for a place by itself."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `places/words.yaml`, for lookup."""

    before: frozenset[str]
    kinds: dict[str, str]
    kinds_of: dict[str, str]
    part_of_name: frozenset[str]
    directions: frozenset[str]
    never: frozenset[str]


@cache
def place_words() -> Words:
    """The words around place names."""
    raw = load("places/words.yaml")
    sets = {name: frozenset(raw[name]) for name in ("before", "part_of_name", "directions", "never")}
    return Words(kinds=dict(raw["kinds"]), kinds_of=dict(raw["kinds_of"]), **sets)


@cache
def short_forms() -> dict[str, str]:
    """Short forms of states and provinces, with the full name of each."""
    units = (units.items() for country, units in load("places/abbreviations.yaml").items() if country != "alone")
    return {short: name for pairs in units for name, forms in pairs for short in forms}


@cache
def alone() -> frozenset[str]:
    """Short forms that stand for a state without a town before them."""
    return frozenset(load("places/abbreviations.yaml")["alone"])


@cache
def short_form_after() -> re.Pattern[str]:
    """Finds ", Ala." right after a name."""
    forms = "|".join(re.escape(form) for form in sorted(short_forms(), key=lambda form: (-len(form), form)))
    return re.compile(rf",\s{{0,2}}({forms})(?![\w.])", re.ASCII)


def find(text: str, sentences: Sequence[Sentence], known: Gazetteer) -> list[Toponym]:
    """The toponyms of the sentences, in order, none overlapping."""
    found: dict[int, Toponym] = {}
    for sentence in sentences:
        for toponym in in_sentence(text, sentence.tokens, known):
            found.setdefault(toponym.start, toponym)
    return without_overlaps(sorted(found.values(), key=lambda one: (one.start, -one.end)))


def without_overlaps(toponyms: Sequence[Toponym]) -> list[Toponym]:
    """Those that begin after the one before has ended."""
    kept: list[Toponym] = []
    for toponym in toponyms:
        if not kept or toponym.start >= kept[-1].end:
            kept.append(toponym)
    return kept


def in_sentence(text: str, tokens: Sequence[Token], known: Gazetteer) -> Iterator[Toponym]:
    """The toponyms of one sentence, with the larger places that follow them."""
    for first, last in runs(tokens):
        toponym = of_run(text, tokens, first, last, known)
        if toponym:
            yield from with_larger(text, toponym)


def runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches of words, as positions, that are one entity or, outside entities, a row of proper nouns."""
    n = 0
    while n < len(tokens):
        label = tokens[n].entity
        if not label and tokens[n].pos != "PROPN":
            n += 1
            continue
        end = n + 1
        while end < len(tokens) and tokens[end].entity == label and (label or tokens[end].pos == "PROPN"):
            end += 1
        yield n, end
        n = end


def of_run(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> Toponym | None:
    """The toponym that a run of words is or holds; None when it is no place."""
    label = tokens[first].entity
    first, last = trimmed(tokens, first, last)
    if first >= last or last - first > LONGEST_RUN:
        return None
    if label in PLACES:
        return shaped(text, tokens, first, last, known)
    toponym = shaped(text, tokens, first, last, known)
    if toponym is None or not known.hits(toponym.name) or toponym.name.lower() in place_words().never:
        return None
    return toponym if stands_as_place(text, tokens, first, toponym) else None


def stands_as_place(text: str, tokens: Sequence[Token], first: int, toponym: Toponym) -> bool:
    """Whether a name that the parser took for something else stands where places stand."""
    if short_form_after().match(text, toponym.end):
        return True
    before = tokens[first - 1] if first else None
    if before is not None and before.text.lower() == "the" and first > 1:
        before = tokens[first - 2]
    return before is not None and before.pos == "ADP" and before.text.lower() in STRICT


STRICT = frozenset({"in", "near", "at", "outside", "across", "throughout", "around", "from", "to"})


def trimmed(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """A run without articles, possessive endings, punctuation and lower-case directions at its ends."""
    words = place_words()
    while first < last and (tokens[first].text.lower() in {"the", "a"} or tokens[first].text in words.directions):
        first += 1
    while first < last and (tokens[last - 1].pos in {"PART", "PUNCT", "ADP"} or not tokens[last - 1].text[0].isalnum()):
        last -= 1
    return first, last


def shaped(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> Toponym | None:
    """The toponym of a trimmed run: what part of it is the name, and what kind the words beside it tell."""
    words = place_words()
    kind = words.kinds.get(tokens[last - 1].text.lower()) if last - first > 1 else None
    whole = text[tokens[first].start : tokens[last - 1].end]
    if kind and (tokens[last - 1].text.islower() or not known.hits(whole)):
        last -= 1
    elif not kind:
        kind = kind_beside(tokens, first, last)
    first, last = best_part(text, tokens, first, last, known)
    name = text[tokens[first].start : tokens[last - 1].end]
    if not name[:1].isupper() and not known.hits(name):
        return None
    return Toponym(tokens[first].start, tokens[last - 1].end, name, " ".join(name.split()), kind)


def best_part(text: str, tokens: Sequence[Token], first: int, last: int, known: Gazetteer) -> tuple[int, int]:
    """The run itself where the gazetteer knows it, else without a capitalised direction before it, else the run."""
    if known.hits(text[tokens[first].start : tokens[last - 1].end]):
        return first, last
    has_direction = last - first > 1 and tokens[first].text.lower() in place_words().directions
    shorter = has_direction and known.hits(text[tokens[first + 1].start : tokens[last - 1].end])
    return (first + 1, last) if shorter else (first, last)


def kind_beside(tokens: Sequence[Token], first: int, last: int) -> str | None:
    """What the noun after a name or before "of" and a name says of it."""
    words = place_words()
    if last < len(tokens) and tokens[last].pos in {"NOUN", "PROPN"}:
        return words.kinds.get(tokens[last].text.lower())
    if first > 1 and tokens[first - 1].text == "of":
        return words.kinds_of.get(tokens[first - 2].text.lower())
    return None


def with_larger(text: str, toponym: Toponym) -> Iterator[Toponym]:
    """A toponym, and the short form of a state after it, of which it then is a part."""
    larger = short_form_after().match(text, toponym.end)
    if larger is None:
        yield toponym
        return
    name = short_forms()[larger[1]]
    yield Toponym(toponym.start, toponym.end, toponym.text, toponym.name, toponym.kind, name)
    yield Toponym(larger.start(1), larger.end(1), larger[1], name, "admin1")
