"""How far two ends stand from one another in the grammar, and what kind of end a target is: what makes an event between
them less likely, whatever the words."""

from __future__ import annotations

from dateline.coding.ends import Cast
from dateline.coding.tree import Tree
from dateline.records.mention import ActorMention
from dateline.records.text import Span

CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "parataxis", "csubj", "xcomp", "pcomp"})
FAR = 3


def clauses_between(tree: Tree, one: Span, other: Span) -> int:
    """How many clauses are entered or left on the way from one end's top word to the other's, at most `FAR`."""
    a, b = tree.top(one), tree.top(other)
    if a is None or b is None:
        return FAR
    up, down = [a, *tree.above(a)], [b, *tree.above(b)]
    shared = set(up) & set(down)
    way = [n for n in (*up, *down) if n not in shared]
    return min(FAR, sum(tree.tokens[n].relation in CLAUSES or is_own_clause(tree, n) for n in way))


def is_own_clause(tree: Tree, position: int) -> bool:
    """Whether a word is a coordinated verb with a subject of its own."""
    is_verb = tree.tokens[position].relation == "conj" and tree.is_verb(position)
    return is_verb and bool(tree.kids(position, "nsubj", "nsubjpass"))


def kind_of(end: ActorMention, cast: Cast) -> str:
    """What an end is: "pronoun", "somebody" that a mention names, "place", or "thing"."""
    if end.form == "pronoun":
        return "pronoun"
    if any(one.start == end.start and one.end == end.end for one in cast.actors):
        return "somebody"
    return "place" if any(place.overlaps(end) for place in cast.places) else "thing"
