"""What an act of violence was done with, where the word that tells it does not say."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for
from dateline.records.text import Span

WITH = frozenset({"with", "in", "by", "from", "using", "of"})
"""Prepositions before a weapon."""
SHOTS = "firearms"
BOMBED, PLANTED = "aerial", "explosives"
"""How a "bombing" is done, and how one with a bomb that stood or lay there."""
BEFORE = ("amod", "compound", "nmod", "nummod")


def mode_of(tree: Tree, event: Candidate) -> str | None:
    """The mode of an event: its own, else by the weapon that the words around an assault name."""
    if event.mode == BOMBED and is_planted(tree, event.trigger):
        return PLANTED
    if event.mode is not None or event.type != "ASSAULT":
        return event.mode
    near = {tree.tokens[n].lemma.lower() for n in around(tree, event)}
    return next((mode for mode, lemmas in load("en/means.yaml").items() if near & set(lemmas)), None)


def is_planted(tree: Tree, noun: int) -> bool:
    """Whether what stands before a noun says that the bomb was brought or laid there: "car bombing"."""
    words = load("en/weapons.yaml")
    before = {tree.tokens[n].lemma.lower() for n in tree.kids(noun, *BEFORE)}
    return not before.isdisjoint((*words["carriers"], *words["laid"]))


def around(tree: Tree, event: Candidate) -> Iterator[int]:
    """The words that may name the weapon: before the noun that tells it, the doer, and behind a preposition."""
    words = [event.trigger, *event.actors]
    words += [n for one in (event.trigger, event.light) if one is not None for n in behind(tree, one)]
    for one in words:
        if one != event.trigger:
            yield one
        yield from tree.kids(one, *BEFORE)


def behind(tree: Tree, position: int) -> list[int]:
    """What the prepositions of a weapon govern."""
    return [n for prep, n in tree.prepositions(position) if prep in WITH]


def is_aimed_at(mode: str | None, aim: Span | None, tree: Tree) -> bool:
    """Whether the weapon of a mode is what was attacked: who shoots down a drone does not attack with one."""
    weapons = set(load("en/means.yaml").get(mode, ()))
    return aim is not None and any(one.overlaps(aim) and one.lemma.lower() in weapons for one in tree.tokens)


def borne(mode: str | None, doer: Span | None, tree: Tree) -> str | None:
    """A mode that the learned coder reads; None for shots of which a sentence that tells of wounds has no word, and
    nobody who fired them: of "three were wounded" it would always say that they were shot."""
    lemmas = {one.lemma.lower(): one.pos.lower() for one in tree.tokens}
    if doer is not None or mode != SHOTS or not set(lemmas) & set(load("en/plain_deeds.yaml")["wounds"]):
        return mode
    is_told = any(one.mode == mode for word in lemmas.items() for one in predicates_for(*word))
    return mode if is_told or set(lemmas) & set(load("en/means.yaml")[SHOTS]) else None


def is_alight(tree: Tree, position: int) -> bool:
    """Whether a word tells that something was made to burn: "set the mill on fire"."""
    flames = load("en/weapons.yaml")["flames"]
    return any(tree.tokens[n].lemma.lower() in flames.get(prep, ()) for prep, n in tree.prepositions(position))
