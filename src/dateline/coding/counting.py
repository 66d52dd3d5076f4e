"""Verbs that say how a count of dead or hurt goes on: "the toll of the blast rose to 12 on Monday"."""

from __future__ import annotations

from dateline.coding.tree import Tree
from dateline.lexicon.files import load


def is_counting(tree: Tree, verb: int) -> bool:
    """Whether a verb tells how many were counted by now, whose day is no day of the deed."""
    counts = load("en/plain_deeds.yaml")["counts"]
    is_rising = tree.tokens[verb].lemma.lower() in load("en/circumstances.yaml")["rising"]
    return is_rising and any(tree.tokens[n].lemma.lower() in counts for n in tree.subjects(verb))
