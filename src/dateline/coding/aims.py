"""Places that only say where violence was and were not its aim: "an attack in Medellin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.coding.tree import Tree
from dateline.lexicon.files import load


def without_scenes(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, those of an attack on a place where it only was without a recipient."""
    for one in drafts:
        yield replace(one, ends=(one.ends[0], None)) if is_scene(one, cast) else one


def is_scene(draft: Draft, cast: Cast) -> bool:
    """Whether the recipient of an attack is a place, and no country, that its word has behind "in" or the like, or a
    site behind a word for what is done to people: "the massacre at the school"."""
    end, tree = draft.ends[1], cast.tree
    top = None if end is None else tree.top(end)
    if top is not None and is_site(top, draft.event.trigger, tree):
        return True
    if end is None or top is None or draft.event.type != "ASSAULT" or kind_of(end, cast) != "place":
        return False
    place = cast.place(top)
    over = None if place is not None and place.precision == "country" else tree.head(tree.listed(top))
    is_within = over is not None and tree.tokens[over].lemma.lower() in load("en/circumstances.yaml")["within"]
    return is_within and over is not None and tree.head(over) in {draft.event.trigger, draft.event.light}


def is_site(top: int, noun: int, tree: Tree) -> bool:
    """Whether a word stands behind a preposition that says where, on a noun for what is done to people."""
    site = tree.tokens[top].head if tree.tokens[top].relation == "poss" else top
    over = tree.head(tree.listed(site))
    is_where = over is not None and tree.tokens[over].lemma.lower() in load("en/unlikely.yaml")["where"]
    is_such = tree.tokens[noun].lemma.lower() in load("en/plain_deeds.yaml")["of_somebody"] and not tree.is_verb(noun)
    return is_such and is_where and over is not None and tree.head(over) == noun
