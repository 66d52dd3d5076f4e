"""Whether an event is told as one of long ago."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.coding.clause_times import TELLING, Timed
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.predicates import predicates_for

LONG_AGO = timedelta(days=400)
COARSE = frozenset({"year", "decade", "century"})


def is_history(timed: Timed | None, today: date | None, is_past: bool) -> bool:
    """Whether the own time of an event lies long before the article, or is a bare past year where no date is known."""
    if timed is None or timed.kin == TELLING or timed.time.finish is None or timed.time.type != "DATE":
        return False
    if today is not None:
        return today - timed.time.finish > LONG_AGO
    return timed.time.precision in COARSE and timed.time.basis == "stated" and is_past


def earlier(tree: Tree, verb: int) -> list[int]:
    """The adjectives that make the deeds in which something was done earlier ones: "killed in previous attacks"."""
    deeds = [n for prep, n in tree.prepositions(verb) if prep in {"in", "during"} and tree.tokens[n].pos == "NOUN"]
    deeds = [n for n in deeds if predicates_for(tree.tokens[n].lemma.lower(), "noun")]
    past = load("en/status.yaml")["adjectives"]["historical"]
    return [one for n in deeds for one in tree.kids(n, "amod") if tree.tokens[one].lemma.lower() in past]
