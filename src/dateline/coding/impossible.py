"""Days that cannot be those of a deed: to come, where it is over, and behind the day before which it was done."""

from __future__ import annotations

from datetime import date

from dateline.coding.clause_times import TELLING, Timed
from dateline.coding.sites import is_definite
from dateline.coding.tree import PRESENT, Tree
from dateline.lexicon.predicates import predicates_for
from dateline.records.claim import When


def is_ahead(timed: Timed | None, tree: Tree, at: int, today: date | None) -> bool:
    """Whether the time beside a verb in the past or perfect is still to come, and that of something else: "has refused
    to call an election before the end of next year"."""
    if timed is None or timed.time.begin is None or today is None or not tree.is_verb(at):
        return False
    helpers = [tree.tokens[n] for n in tree.kids(at, "aux")]
    is_perfect = any(one.lemma == "have" and one.tag in PRESENT for one in helpers)
    return timed.time.begin > today and (is_perfect or (tree.tokens[at].tag == "VBD" and not helpers))


def is_too_late(again: When, timed: Timed | None) -> bool:
    """Whether the day of another deed lies behind the time before which this one was done: "in 2012 Iraq closed the
    road after shells killed nine"."""
    last = timed.time.finish if timed is not None and timed.kin == TELLING else None
    return last is not None and again.begin is not None and again.begin > last


def is_that_deed(tree: Tree, at: int) -> bool:
    """Whether words come back to the deed just told: "the strike", "the strike killed four"."""
    nouns = [at] if not tree.is_verb(at) else [n for n in tree.subjects(at) if tree.tokens[n].pos == "NOUN"]
    named = (n for n in nouns if predicates_for(tree.tokens[n].lemma.lower(), "noun"))
    return any(is_definite(tree.tokens, n) for n in named)
