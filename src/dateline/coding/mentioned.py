"""How a report speaks of a deed that it takes as known: it mentions it beside something else, or says when it was."""

from __future__ import annotations

from dateline.coding.sites import HIT
from dateline.coding.tree import Tree
from dateline.lexicon.files import load


def is_mentioned(tree: Tree, noun: int) -> bool:
    """Whether a noun for a deed stands where it is only mentioned: "wanted for the murder", "condemned the bombing",
    "a part in the killing", "riots resulting from the murder"; or a participle: "arrested for killing the mayor"."""
    at = tree.listed(noun)
    over = tree.head(at)
    if over is None:
        return False
    words, lemma = load("en/circumstances.yaml"), tree.tokens[over].lemma.lower()
    above = tree.head(over)
    if tree.tokens[at].relation == "pcomp":
        is_blame = above is not None and tree.tokens[above].lemma.lower() in words["blaming"]
        return is_blame and lemma in words["mentioning"]
    if tree.tokens[at].relation in HIT:
        return lemma in words["recalled"]
    if tree.tokens[at].relation != "pobj":
        return False
    behind = words["mentioning_behind"].get(lemma, ())
    return lemma in words["mentioning"] or (above is not None and tree.tokens[above].lemma.lower() in behind)


def is_told_when(tree: Tree, noun: int) -> bool:
    """Whether a noun for a deed is the subject of words that say when or where it was ("the attack took place"), and no
    words on it make it another than that told of before ("the first attack on the town")."""
    at = tree.listed(noun)
    beside = {tree.tokens[n].lemma.lower() for n in tree.kids(noun, "amod", "prep")}
    if tree.kids(noun, "acl", "relcl") or not beside.isdisjoint(load("en/circumstances.yaml")["other_deed"]):
        return False
    verb = tree.head(at)
    if verb is None or not tree.is_verb(verb):
        return False
    kind = {"nsubj": "took_place", "nsubjpass": "was_done"}.get(tree.tokens[at].relation)
    return kind is not None and tree.tokens[verb].lemma.lower() in load("en/circumstances.yaml")[kind]
