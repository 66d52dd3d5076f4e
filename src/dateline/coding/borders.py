"""Borders as places: "its border with Mali", "the Chadian-Sudanese border", "the frontier between Iran and Iraq"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.coding.grounds import pointing
from dateline.coding.sites import is_definite
from dateline.coding.tree import Tree
from dateline.lexicon.actors import STATE, countries
from dateline.lexicon.files import load
from dateline.lexicon.names import NameMatch, names_in
from dateline.lexicon.neighbours import are_neighbours
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span

JOINED = re.compile(r"\s?[-–—/]\s?|\sand\s(?:the\s)?")
"""Between the names of two states before the noun for their border."""
BEFORE = re.compile(r"(?:['’]s?)?\s(?:[a-z][\w-]*\s){0,2}", re.IGNORECASE)
"""Between such a name and the noun: "Lebanon's southern border"."""
ACROSS = re.compile(r"\swith\s(?:(?:the|neighbou?ring)\s){0,2}", re.IGNORECASE)
BETWEEN = re.compile(r"\s(?:between|of)\s(?:the\s)?", re.IGNORECASE)
MANY = "NNS"
REGION, BORDER = "region", "BDR"
"""What a border is, as places are told apart, and a code of our own for it where places have those of GeoNames."""


@dataclass(frozen=True)
class State:
    """A state that words name, by its code."""

    start: int
    end: int
    code: str


def borders_of(tree: Tree, text: str, actors: Sequence[ActorMention], main: Sequence[str]) -> list[PlaceMention]:
    """The borders that a sentence tells, with the words for both states as far as they stand at the noun.

    `main` are the countries that the report is most on: one of them is across where only the other is told, and "the
    border" is that between two of them.
    """
    nouns = [n for n, one in enumerate(tree.tokens) if is_noun(tree, n)]
    named = states_in(tree.sentence.of(text), tree.sentence.start) if nouns else []
    return [one for n in nouns if (one := border(tree, n, text, Named(named, actors, main))) is not None]


def is_noun(tree: Tree, at: int) -> bool:
    """Whether a word is a noun for a border, and not what says which guards or towns are meant."""
    token = tree.tokens[at]
    is_one = token.pos == "NOUN" and token.lemma.lower() in load("en/sites.yaml")["borders"]
    return is_one and token.relation not in {"compound", "amod", "nmod"}


def states_in(text: str, start: int) -> list[State]:
    """The states that a text names, by themselves or by their peoples."""
    return [State(start + one.start, start + one.end, code) for one in names_in(text) if (code := code_of(one))]


def code_of(named: NameMatch) -> str | None:
    """The code of the state that a name tells."""
    is_state = len(named.ids) == 1 and named.ids[0].startswith(STATE) and named.what != "seat"
    return named.ids[0].removeprefix(STATE) if is_state else None


@dataclass(frozen=True)
class Named:
    """Whom a sentence names: its states, everybody in it; and the countries that the report is most on."""

    states: Sequence[State]
    actors: Sequence[ActorMention]
    main: Sequence[str]


def border(tree: Tree, at: int, text: str, named: Named) -> PlaceMention | None:
    """The border that a noun tells: between the owner, who stands before it, and who is told to be across."""
    token = tree.tokens[at]
    before, behind = owners(tree, at, text, named.states), across(text, token.end, named.states)
    start = before[0].start if before else token.start
    span = Span(start, behind[-1].end if behind else token.end)
    codes = [one.code for one in (*before, *behind)]
    pointed = next((one.country for one in pointing(tree, at, named.actors)), None)
    if pointed is not None and not before:
        codes.insert(0, pointed)
    codes = list(dict.fromkeys(codes))[:2]
    if not codes and is_definite(tree.tokens, at):
        codes = next(([*two] for two in combinations(named.main, 2) if are_neighbours(*two)), [])
        return called(text, span, codes, None)
    owner = codes[0] if codes and (pointed or (len(before) == 1 and behind)) else None
    if len(codes) == 1 and token.tag != MANY:  # "closed its borders"
        codes += [one for one in named.main if one not in codes and are_neighbours(one, codes[0])][:1]
    return called(text, span, codes, owner)


def owners(tree: Tree, at: int, text: str, states: Sequence[State]) -> list[State]:
    """The one or two states whose names stand before a noun and belong to it."""
    end = tree.tokens[at].start
    before = [one for one in states if one.end <= end]
    if not before or not BEFORE.fullmatch(text, before[-1].end, end):
        return []
    top = tree.top(Span(before[-1].start, before[-1].end))
    if text[before[-1].end : end].strip() and (top is None or at not in tree.above(top)):
        return []
    two = before[-2:]
    return two if len(two) == 2 and JOINED.fullmatch(text, two[0].end, two[1].start) else two[-1:]


def across(text: str, start: int, states: Sequence[State]) -> list[State]:
    """The states behind a noun: the one "with" which the border is, or the two "between" which it lies."""
    behind = [one for one in states if one.start >= start][:2]
    if behind and ACROSS.fullmatch(text, start, behind[0].start):
        return behind[:1]
    if not behind or not BETWEEN.fullmatch(text, start, behind[0].start):
        return []
    return behind if len(behind) == 2 and JOINED.fullmatch(text, behind[0].end, behind[1].start) else behind[:1]


def called(text: str, span: Span, codes: Sequence[str], owner: str | None) -> PlaceMention | None:
    """The record of a border, in the country of its owner where one is told; None where no state is."""
    if not codes:
        return None
    two = sorted(codes)
    names = sorted(countries()[STATE + code].name for code in two)
    name = f"{'-'.join(names)} border" if len(names) > 1 else f"border of {names[0]}"
    known = f"dateline:border-{'-'.join(two).lower()}"
    return PlaceMention(span.start, span.end, span.of(text), known, name, owner, feature=BORDER, precision=REGION)
