"""Whether a verb is negated: on it, on its subject or object, or by "at no time" and the like."""

from __future__ import annotations

from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import governors_for, predicates_for

UNDONE = frozenset({"denied", "did_not_happen"})
"""Statuses of what was not done, by somebody's words or by the report's."""


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether a verb has a negation on it, or a subject or object with "no"."""
    return bool(negators(tree, verb))


def negators(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words that negate a verb: on it, on its subject or object ("no"), or on a time or manner ("at no time").

    So does what says that it was left undone: "left without having met the general".
    """
    words = load("en/status.yaml")
    own = [n for n in tree.kids(verb, "neg", "preconj") if tree.tokens[n].lemma.lower() in words["negators"]]
    over = tree.head(verb) if tree.tokens[verb].relation == "pcomp" else None
    own += [over] if over is not None and tree.tokens[over].lemma.lower() in words["lacking"] else []
    ends = [one for end in tree.kids(verb, "nsubj", "nsubjpass", "dobj") for one in (end, *tree.kids(end, "det"))]
    near = [n for _, n in tree.prepositions(verb) if tree.tokens[n].lemma.lower() in words["at_no"]]
    ends += [one for n in near for one in tree.kids(n, "det")]
    return (*own, *(n for n in ends if tree.tokens[n].lemma.lower() in words["nobody"]))


def is_undoing(tree: Tree) -> bool:
    """Whether any word of a sentence denies, negates or undoes something."""
    words = load("en/status.yaml")
    lists = [words[name] for name in ("negators", "nobody", "lacking", "denying", "questions")]
    lists += [words[name].get("did_not_happen", ()) for name in ("over_nouns", "adjectives", "prepositional")]
    told = {one.lemma.lower() for one in tree.tokens}
    if any(not told.isdisjoint(one) for one in lists):
        return True
    governing = (entry for one in tree.tokens for entry in governors_for(one.lemma.lower(), one.pos.lower()))
    return any(UNDONE & {entry.embeds, entry.embeds_conflict} for entry in governing)


def is_taken_back(tree: Tree, trigger: int, kind: str) -> bool:
    """Whether a word that tells of such a happening by itself is negated, on it or on its "be": "was not to blame"."""
    token, over = tree.tokens[trigger], tree.head(trigger)
    means = {entry.type for entry in predicates_for(token.lemma.lower(), token.pos.lower())}
    carriers = [trigger] if over is None or token.relation not in {"acomp", "attr", "xcomp"} else [trigger, over]
    return kind in means and any(is_negated(tree, n) for n in carriers)
