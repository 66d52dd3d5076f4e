"""Places that a sentence tells for something else than an event: what words ask for, deeds that are only mentioned."""

from __future__ import annotations

from collections.abc import Collection

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.coding.ways import cost
from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention

DOERS = frozenset({"nsubj", "nsubjpass", "agent"})


def is_elsewhere(tree: Tree, event: Candidate, place: PlaceMention, others: Collection[int]) -> bool:
    """Whether a place that hangs on an event is told for what words ask for or are about, or for another deed.

    "Called on all to come to the talks in Tunis", "arrested over the murder of a judge in Tula". `others` are the words
    that tell other events of the sentence.
    """
    top, words = tree.top(place), load("en/circumstances.yaml")
    above = [] if top is None else list(tree.above(top))
    if top is None or event.trigger not in above:
        return False
    branch = [top, *above][above.index(event.trigger)]
    if tree.tokens[branch].relation in DOERS:  # who says it may well be there
        return False
    if event.type in words["aimed"] and cost(tree, place, event) is None:
        return True
    between = above[: above.index(event.trigger)]
    heads = (tree.head(n) for n in between if n in others and tree.tokens[n].pos == "NOUN")
    return any(over is not None and tree.tokens[over].lemma.lower() in words["content"] for over in heads)
