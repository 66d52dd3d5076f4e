"""What those who took part say of where an event was, and what is told beside it that has no name."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.offers import TIMES
from dateline.coding.options import Case
from dateline.coding.returns import CAPITAL
from dateline.coding.signs_near import Sign, clause, sort_of
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.mention import PlaceMention


def of_capital(case: Case, place: PlaceMention) -> Iterator[Sign]:
    """What speaks for a capital: that those who took part are of its country, whose government sits there."""
    if place.feature != CAPITAL:
        return
    sort = sort_of(case.claim)
    yield f"capital, {sort}", 1
    for name, end in (("actor", case.claim.actor), ("recipient", case.claim.recipient)):
        if end is not None and end.country:
            whose = "its" if end.country == place.country else "another"
            yield f"capital, {name} of {whose} country, {sort}", 1


def ends_nowhere(case: Case) -> Iterator[Sign]:
    """What speaks for nowhere by how those who took part are told: a name or a noun, "they"."""
    for name, end in (("actor", case.claim.actor), ("recipient", case.claim.recipient)):
        if end is not None:
            yield f"nowhere, {name} {end.form}, {sort_of(case.claim)}", 1


def spots_nowhere(case: Case) -> Iterator[Sign]:
    """What is told without a name of where an event was: "at the gate", "during a briefing", "in parliament"."""
    if case.at is None:
        return
    sites, kinds = load("en/sites.yaml")["sites"], load("en/circumstances.yaml")["kinds"]
    ends = [end for end in (case.claim.actor, case.claim.recipient) if end is not None]
    for name, n in spots(case.tree, case.at):
        if any(end.overlaps(case.tree.tokens[n]) for end in ends):  # "called on all parties"
            continue
        lemma = case.tree.tokens[n].lemma.lower()
        spot = "at a site" if lemma in sites or lemma in kinds else f"{name} something"
        yield f"nowhere, {spot}, {sort_of(case.claim)}", 1


def spots(tree: Tree, at: int) -> Iterator[tuple[str, int]]:
    """The prepositions for where something is, or in which it was done, on an event or its clause, with their nouns."""
    words, over = load("en/circumstances.yaml"), clause(tree, at)
    for word in {at, at if over is None else over}:
        for prep in tree.kids(word, "prep"):
            lemma = tree.tokens[prep].lemma.lower()
            if lemma in words["locative"] or lemma in words["met"]:
                yield from ((lemma, n) for n in tree.kids(prep, "pobj") if is_thing(tree, n))


def is_thing(tree: Tree, at: int) -> bool:
    """Whether a word is a noun for what is neither named nor a time or an amount."""
    return tree.tokens[at].pos == "NOUN" and tree.tokens[at].entity not in TIMES
