"""How a place stands in a sentence: by which preposition or relation, and on which word."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.tree import Tree
from dateline.coding.ways import is_far
from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention

TOGETHER = frozenset({"conj", "appos"})
DESCRIBING = frozenset({"compound", "nmod", "amod", "poss"})
DEEP = 6
"""How many names in a row are followed up to the first."""


@dataclass(frozen=True)
class Stand:
    """How a place stands in a sentence: by which word ("in", or a relation such as "nsubj"), and on which word.

    `kin` says whether it stands alone, or before or behind the noun for what it is, or before another noun.
    """

    by: str
    on: int | None
    kin: str = "alone"


def stand_of(tree: Tree, place: PlaceMention) -> Stand:
    """How a place stands in a sentence, past what it is said to be ("the city of") and names beside it."""
    top = tree.top(place)
    if top is None:
        return Stand("nothing", None)
    at = first(tree, top)
    over = tree.head(at)
    if over is None:
        return Stand("root", None)
    words, lemma = load("en/circumstances.yaml"), tree.tokens[over].lemma.lower()
    if tree.tokens[at].relation in DESCRIBING:
        noun = first(tree, over)
        return Stand(
            held_by(tree, noun), carrier(tree, noun), f"before {'its kind' if lemma in words['kinds'] else 'a noun'}"
        )
    above = tree.head(over)
    if tree.tokens[at].relation == "pobj" and lemma == "of" and above is not None:
        kind = tree.tokens[above].lemma.lower()
        if kind in words["kinds"] or kind in words["directions"]:
            noun = first(tree, above)
            return Stand(held_by(tree, noun), carrier(tree, noun), "behind its kind")
    return Stand(held_by(tree, at), carrier(tree, at))


def first(tree: Tree, at: int) -> int:
    """The first of words in a row: "Homs" of "in Homs and Hama"."""
    for _ in range(DEEP):
        over = tree.head(at)
        if over is None or tree.tokens[at].relation not in TOGETHER:
            break
        at = over
    return at


def held_by(tree: Tree, at: int) -> str:
    """The kind of preposition that governs a word, else its relation."""
    over = tree.head(at)
    if over is None or tree.tokens[at].relation != "pobj":
        return tree.tokens[at].relation
    lemma, words = tree.tokens[over].lemma.lower(), load("en/circumstances.yaml")
    kinds = (kind for kind in ("locative", "goals", "sources", "at_target") if lemma in words[kind])
    return next(kinds, lemma if lemma in words["plain"] else "preposition")


def carrier(tree: Tree, at: int) -> int | None:
    """The word that a word hangs on, past its preposition."""
    over = tree.head(at)
    return tree.head(over) if over is not None and tree.tokens[at].relation == "pobj" else over


def plain(by: str) -> str:
    """The way a place stands, in few kinds."""
    return by if by in {"locative", "goals", "sources", "at_target", "of"} else "else"


def is_apart(tree: Tree, place: PlaceMention) -> bool:
    """Whether a place is told only for what is far from it or belongs there.

    "900 km south of Manila", "a brigade based in Homs", "the embassy of Chile", "Chile's embassy".
    """
    stand, words = stand_of(tree, place), load("en/circumstances.yaml")
    if stand.on is not None and tree.tokens[stand.on].lemma.lower() in words["stationed"]:
        return True
    noun = noun_over(tree, place)
    lemma = None if noun is None else tree.tokens[noun].lemma.lower()
    if place.is_wide and lemma in words["missions"]:
        return True
    return noun is not None and lemma in words["directions"] and is_far(tree, noun)


def noun_over(tree: Tree, place: PlaceMention) -> int | None:
    """The noun that a place belongs to: "south" of "900 km south of Manila", "embassy" of "Chile's embassy"."""
    top = tree.top(place)
    at = None if top is None else first(tree, top)
    over = None if at is None else tree.head(at)
    if at is None or over is None:
        return None
    if tree.tokens[at].relation == "pobj":
        return tree.head(over) if tree.tokens[over].lemma.lower() in load("en/circumstances.yaml")["tying"] else None
    return over if tree.tokens[at].relation in DESCRIBING else None
