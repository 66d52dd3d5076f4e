"""The numbers told of an event: the words that belong to it, not the nearest ones."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.coding.ways import CARRIED_ON
from dateline.lexicon.files import load
from dateline.records.claim import Count
from dateline.records.mention import ActorMention, QuantityMention
from dateline.records.text import Span

CASUALTIES = frozenset({"killed", "wounded", "missing"})
OF_PEOPLE = CASUALTIES | {"detained", "abducted"}
"""Kinds of numbers of those whom something befell."""


def events_over(tree: Tree, position: int, triggers: frozenset[int]) -> int | None:
    """The nearest word over this one that tells an event; None when another clause lies between, or there is none."""
    for above in (position, *tree.above(position)):
        if above in triggers:
            return above
        if tree.tokens[above].pos == "VERB" and tree.tokens[above].relation not in CARRIED_ON:
            return None
    return None


def owner(tree: Tree, span: Span, triggers: frozenset[int]) -> int | None:
    """The event that some words belong to: the nearest one over them."""
    top = tree.top(span)
    return None if top is None else events_over(tree, top, triggers)


def counts_of(
    tree: Tree,
    event: Candidate,
    quantities: Sequence[QuantityMention],
    triggers: frozenset[int],
    recipient: ActorMention | None,
) -> tuple[Count, ...]:
    """The numbers told of an event: those that hang on its words, and those of its consequences in the same clause."""
    mine = {event.trigger, event.light}
    own = triggers | {n for n in mine if n is not None}
    found = [one for one in quantities if belongs(tree, event, one, owner(tree, one, own), recipient)]
    return tuple(Count(one.kind, one.low, one.high, one.start, one.end) for one in found)


def belongs(
    tree: Tree, event: Candidate, one: QuantityMention, there: int | None, recipient: ActorMention | None
) -> bool:
    """Whether a number is told of an event, given the event that its words hang on."""
    if recipient is not None and one.overlaps(recipient) and one.kind != "money":
        return True
    is_theirs = recipient is not None and is_of_recipient(tree, one, recipient)
    if (
        recipient is not None
        and not is_theirs
        and one.kind in CASUALTIES
        and any(one.overlaps(tree.span(n)) for n in event.recipients)
    ):
        return False  # it counts another recipient: "killed 300 fighters and two commanders"
    if recipient is not None and one.kind in OF_PEOPLE and is_of_another(tree, event, one, recipient):
        return False
    if there is not None and there in {event.trigger, event.light}:
        return True
    if one.kind not in CASUALTIES or event.type != "ASSAULT":
        return False
    return is_cause(tree, event, there) if there is not None else not is_elsewhere(tree, event, one)


def is_elsewhere(tree: Tree, event: Candidate, one: QuantityMention) -> bool:
    """Whether a number is told of another clause: the verb over it does not stand over the event, or is only
    coordinated with it ("lost ten men and killed two")."""
    top = tree.top(one)
    verb = None if top is None else next((above for above in tree.above(top) if tree.is_verb(above)), None)
    if verb is not None and is_outcome(tree, event, verb):
        return False
    is_beside = tree.tokens[event.trigger].relation == "conj" and tree.head(event.trigger) == verb
    return verb is not None and (
        is_beside or verb not in {event.trigger, *tree.above(event.trigger)} or is_earlier(tree, event.trigger, verb)
    )


def is_earlier(tree: Tree, event: int, verb: int) -> bool:
    """Whether an event is told as over before what a verb tells: "two bodies were found after rebels abducted six"."""
    clauses = [event, *tree.above(event)]
    marks = load("en/circumstances.yaml")["earlier"]
    between = clauses[: clauses.index(verb)] if verb in clauses else []
    below = [n for n in between if tree.tokens[n].relation == "advcl"]
    return any(tree.tokens[k].lemma.lower() in marks for n in below for k in tree.kids(n, "mark"))


def is_outcome(tree: Tree, event: Candidate, verb: int) -> bool:
    """Whether a participle tells how many an event left dead or hurt: "stormed the town, leaving 20 dead"."""
    first, words = tree.listed(verb), load("en/losses.yaml")
    is_clause = tree.tokens[first].relation == "advcl" and tree.tokens[verb].tag == "VBG"
    return is_clause and tree.tokens[verb].lemma.lower() in words["inflicted"] and tree.head(first) == event.trigger


def is_of_another(tree: Tree, event: Candidate, one: QuantityMention, recipient: ActorMention) -> bool:
    """Whether a number is of others whom an event befell beside its recipient: "detained three editors and two
    deputies", "killed 70 people, among them ten women"."""
    other, own = tree.top(one), tree.top(recipient)
    if other is None or own is None or other == own or not recipient.sectors or is_among(tree, own, other):
        return False
    hit = set(tree.kids(event.trigger, "dobj", "nsubjpass")) | {
        n for p, n in tree.prepositions(event.trigger) if p == "of"
    }
    hit |= {n for first in hit for n in tree.together(first)}
    return other in hit and (own in hit or own in tree.under(other))


def is_of_recipient(tree: Tree, one: QuantityMention, recipient: ActorMention) -> bool:
    """Whether a number counts some of those whom an event befell."""
    number, whom = tree.top(one), tree.top(recipient)
    return number is not None and whom is not None and is_among(tree, whom, number)


def is_among(tree: Tree, whom: int, number: int) -> bool:
    """Whether somebody stands behind a number of theirs: "killed three of them"."""
    return any(prep == "of" and n == whom for prep, n in tree.prepositions(number))


def is_cause(tree: Tree, event: Candidate, effect: int) -> bool:
    """Whether an event did another: "the attack killed 30", "bombed it, killing 30", "killed in the attack"."""
    subjects = tree.subjects(effect)
    if event.trigger in subjects:
        return True
    if tree.tokens[effect].relation == "advcl" and tree.head(effect) in {event.trigger, event.light}:
        return not tree.kids(effect, "nsubj", "nsubjpass")  # "struck the port after a drone killed a man"
    head = tree.head(event.trigger)
    return head is not None and tree.tokens[head].lemma in {"in", "by", "during"} and tree.head(head) == effect
