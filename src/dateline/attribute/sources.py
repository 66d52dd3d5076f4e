"""Who says it: the words for the source of a verb, noun or adjective that reports."""

from __future__ import annotations

from dateline.attribute.grammar import SUBJECTS, Tree, noun_phrase
from dateline.records.text import Span

CLIMBS = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "dep"})
LIGHT = frozenset(
    {
        "make",
        "issue",
        "repeat",
        "renew",
        "have",
        "give",
        "express",
        "voice",
        "raise",
        "send",
        "take",
        "deliver",
        "reiterate",
    }
)
BY = frozenset({"by", "from"})
ABOUT_OBJECT = frozenset({"of", "as", "for", "from"})
"""Prepositions whose gerund tells what the object does: "accused Moscow of seeking", "quoted him as saying"."""


def source_of_verb(tree: Tree, at: int) -> int | None:
    """The noun that is the source of a verb; None when the sentence names none ("it was reported")."""
    for _ in range(6):
        if is_passive(tree, at):
            return agent(tree, at)
        subject = tree.child(at, SUBJECTS)
        relation, head = tree.tokens[at].relation, tree.tokens[at].head
        if subject is not None or relation in {"acl", "relcl"}:
            return subject if subject is not None else head
        if relation not in CLIMBS or head == at or tree.tokens[head].pos in {"NOUN", "PROPN", "PRON"}:
            return None
        near = controller(tree, at)
        if near is not None:
            return near
        at = head
    return None


def controller(tree: Tree, at: int) -> int | None:
    """The noun on the verb above that an infinitive or gerund is about: its object, or a passive's subject."""
    relation, head = tree.tokens[at].relation, tree.tokens[at].head
    if relation == "xcomp" and (given := tree.child(head, {"dobj", "dative"})) is not None and given < at:
        return given
    if relation == "pcomp" and tree.tokens[head].lemma.lower() in ABOUT_OBJECT:
        return tree.child(tree.tokens[head].head, {"dobj", "nsubjpass"})
    return tree.child(head, {"nsubjpass"}) if relation != "conj" else None


def is_passive(tree: Tree, at: int) -> bool:
    """Whether the verb is passive: an auxiliary or subject says so, or it is a participle behind its noun."""
    if tree.child(at, {"auxpass", "nsubjpass"}) is not None:
        return True
    token = tree.tokens[at]
    if tree.child(at, {"nsubj"}) is not None:
        return False  # "a fisherman said by telephone"
    if token.tag != "VBN" or tree.child(at, {"aux"}) is not None:
        return False
    return tree.child(at, {"agent"}) is not None or (token.relation == "acl" and tree.child(at, {"dobj"}) is None)


def agent(tree: Tree, at: int) -> int | None:
    """The noun behind "by" of a passive verb."""
    by = tree.child(at, {"agent"})
    return None if by is None else tree.child(by, {"pobj"})


def source_of_noun(tree: Tree, at: int) -> int | None:
    """The noun that is the source of a noun: "his threat", "the claim by the army", "they made the claim"."""
    owner = tree.child(at, {"poss"})
    if owner is not None:
        return owner
    for by in tree.all_of(at, {"prep", "agent"}):
        if tree.tokens[by].lemma.lower() in BY:
            return tree.child(by, {"pobj"})
    head = tree.tokens[at].head
    if tree.tokens[at].relation == "dobj" and tree.tokens[head].lemma in LIGHT:
        return source_of_verb(tree, head)
    return None


def source_of_adjective(tree: Tree, at: int) -> int | None:
    """The subject of the verb that an adjective complements ("the mayor was sure"); None elsewhere."""
    if tree.tokens[at].relation in {"acomp", "conj", "oprd", "attr"}:
        return source_of_verb(tree, tree.tokens[at].head)
    return source_of_verb(tree, at) if tree.tokens[at].relation in {"root", "ccomp"} else None


def source_span(tree: Tree, noun: int | None, verb: int) -> Span | None:
    """The phrase of the source without the clause of its verb; None for "it" and "there" that stand for nobody."""
    if noun is None or tree.tokens[noun].relation == "expl" or tree.tokens[noun].pos in {"VERB", "AUX", "PUNCT"}:
        return None
    above = [verb, *tree.up(verb)]
    below = [one for one in above if noun in tree.up(one)]
    left_out = below[-1:] + tree.all_of(noun, {"case", "relcl"} if noun in above else {"case"})
    return noun_phrase(tree, noun, left_out)
