"""What came together in a longer time up to now, which is of no one day: "have killed 600 people since May"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.tree import PRESENT, Tree
from dateline.lexicon.files import load
from dateline.records.claim import Claim, When
from dateline.records.mention import TimeMention

OF_MANY = 1000
"""So many hardly come of one deed."""
OF_WAR = 10_000
"""So many have come of no one deed."""
SINCE = "since"


def came_together(claim: Claim, tree: Tree, at: int) -> bool:
    """Whether a claim tells all that came together up to now: what has been done since something else was, or to many
    things ("have bombed many markets"), or more than one deed is likely to ("4,000 have been killed in years of war").
    """
    verb = perfect(tree, at)
    if verb is None:
        return False
    if since(tree, verb) is not None or (not claim.quantities and hits_many(tree, verb)):
        return True
    lemmas = {one.lemma.lower() for one in tree.tokens}
    most = max((one.low or 0 for one in claim.quantities), default=0)
    return most >= OF_WAR or (most >= OF_MANY and not lemmas.isdisjoint(load("en/status.yaml")["so_far"]))


def days_since(tree: Tree, at: int, times: Sequence[TimeMention]) -> When | None:
    """The open time from the day on that a clause with "since" tells; None where no words tell that day."""
    verb = perfect(tree, at)
    clause = None if verb is None else since(tree, verb)
    if clause is None:
        return None
    words = tree.stretch(clause)
    first = next((one for one in times if words.holds(one) and one.begin is not None and one.type != "SET"), None)
    return None if first is None else When(first.start, first.end, first.begin, None, "open", first.basis)


def perfect(tree: Tree, at: int) -> int | None:
    """The verb in the present perfect that a word is, or is the subject of: "bombings have killed"."""
    over = tree.head(at)
    is_there = over is not None and tree.tokens[at].relation == "attr" and bool(tree.kids(over, "expl"))
    is_subject = is_there or (over is not None and tree.tokens[at].relation in {"nsubj", "nsubjpass"})
    verb = over if is_subject else at
    helpers = [] if verb is None else [tree.tokens[n] for n in tree.kids(verb, "aux")]
    return verb if any(one.lemma == "have" and one.tag in PRESENT for one in helpers) else None


def hits_many(tree: Tree, verb: int) -> bool:
    """Whether what a verb hits is said to be many."""
    told = {tree.tokens[n].lemma.lower() for one in tree.kids(verb, "dobj") for n in (one, *tree.kids(one))}
    return not told.isdisjoint(load("en/status.yaml")["many"])


def since(tree: Tree, verb: int) -> int | None:
    """The verb of the clause that says since when."""
    marked = (n for n in tree.kids(verb, "advcl") if tree.is_verb(n))
    return next((n for n in marked if any(tree.tokens[k].lemma.lower() == SINCE for k in tree.kids(n, "mark"))), None)
