"""Where an event happened, as the words of its sentence tell it: those that belong to it, not the nearest ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.coding.ways import VERBAL, cost
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.lexicon.predicates import predicates_for
from dateline.lexicon.reporting import reporting_word
from dateline.records.mention import ActorMention, PlaceMention

Ends = tuple[ActorMention | None, ActorMention | None]
Found = tuple[int, int, PlaceMention]
"""What the way to a place costs, where the place stands, and the place."""

KIN = 3
"""What it costs to take the place of an event that shares it."""
DEEPEST, MOST_KIN = 2, 8
"""From how far off, in events, a place may come, and how many are asked at each remove."""
WIDE = frozenset({"country", "admin1", "region"})
FINER = 4
"""How much more a place may cost that lies in the one found."""


def place_of(
    tree: Tree, event: Candidate, places: Sequence[PlaceMention], triggers: frozenset[int], ends: Ends
) -> PlaceMention | None:
    """The place of an event: one that hangs on its words or is itself what was hit, or that of an event of its kin."""
    if is_here(tree, event):
        return None
    found = told_of(tree, event, places, ends)
    seen, todo = {event.trigger}, [event.trigger]
    for depth in range(1, DEEPEST + 1):
        todo = [kin for one in todo for kin in kin_of(tree, event, one, triggers) if kin not in seen]
        todo = list(dict.fromkeys(todo))[:MOST_KIN]
        for kin in todo:
            there = told_of(tree, replace(event, trigger=kin, light=None), places, ends)
            found += [(price + depth * KIN, start, place) for price, start, place in there]
        seen.update(todo)
    return finest(found)


def is_here(tree: Tree, event: Candidate) -> bool:
    """Whether an event was where the report was written: "marched here on Friday"."""
    words = [n for n in (event.trigger, event.light) if n is not None]
    return any(tree.tokens[n].lemma.lower() == "here" for word in words for n in tree.kids(word, "advmod"))


def told_of(tree: Tree, event: Candidate, places: Sequence[PlaceMention], ends: Ends) -> list[Found]:
    """The places whose way leads to an event's words."""
    actor, recipient = ends
    found = []
    for place in places:
        if actor is not None and place.overlaps(actor):
            continue  # a country that acts
        price = cost(tree, place, event)
        if price is None:
            continue
        if recipient is not None and price and tree.top(place) == tree.top(recipient):
            if not is_hit(event, recipient):
                continue
            price = 0
        found.append((price, place.start, place))
    return found


def is_hit(event: Candidate, recipient: ActorMention) -> bool:
    """Whether an event is where its recipient is, if that is a place: not where a country is accused."""
    return event.type == "ASSAULT" or event.mode == "visit" or recipient.actor_id is None


def kin_of(tree: Tree, event: Candidate, at: int, triggers: frozenset[int]) -> list[int]:
    """The words whose place is that of the event told at a word, the nearest kin first.

    What it is an effect of ("struck a market in Idlib, killing 12"), was done in ("captured in a raid"), carries out
    ("launched an attack"), or went on beside ("killed 51 and wounded 56 in Baghdad", "shot as he stood in a street").
    """
    is_verb = tree.is_verb(at)
    nouns = [*tree.subjects(at), *tree.kids(at, "dobj", "nsubjpass")] if is_verb else tree.kids(at, "relcl", "acl")
    is_said = quad(event.type) in VERBAL
    shared = load("en/circumstances.yaml")["met" if is_said else "shared"]
    nouns += [n for prep, n in tree.prepositions(at) if prep in shared]
    acts = tree.kids(at, "conj") + [n for n in tree.kids(at, "advcl") if not is_said and is_there(tree, event, n)]
    over = tree.head(at)
    if over is not None and tree.tokens[at].relation in {"relcl", "acl", "dobj"}:
        nouns.append(over)
    if over is not None and is_carried(tree, event, at):
        acts.insert(0, over)
    found = [n for n in nouns if is_event(tree, n, triggers)] + [n for n in acts if is_act(tree, event, n)]
    return [one for one in dict.fromkeys(found) if one != at]


def is_carried(tree: Tree, event: Candidate, clause: int) -> bool:
    """Whether a clause is told by the one over it: "marched in Athens to back him"; words also by who says them."""
    relation = tree.tokens[clause].relation
    if relation == "advcl":
        is_purpose = any(tree.tokens[n].tag == "TO" for n in tree.kids(clause, "aux"))
        return is_purpose or is_there(tree, event, clause)
    return relation in {"conj", "xcomp"} or (relation == "ccomp" and quad(event.type) in VERBAL)


def is_event(tree: Tree, at: int, triggers: frozenset[int]) -> bool:
    """Whether a word tells an event, be it as a part of another's frame: "attack" of "launched an attack"."""
    return at in triggers or bool(predicates_for(tree.tokens[at].lemma.lower(), "noun"))


def is_act(tree: Tree, event: Candidate, at: int) -> bool:
    """Whether a word tells of doing, not of saying: who tells of a deed may be far from it."""
    is_said = reporting_word(tree.tokens[at].lemma.lower(), "verb") is not None and tree.kids(at, "ccomp")
    return quad(event.type) in VERBAL or not is_said


def is_there(tree: Tree, event: Candidate, clause: int) -> bool:
    """Whether an adverbial clause tells what went on at the place of its sentence.

    "Killing 12", "while travelling"; of an attack also "when a shell hit the school", "as he stood outside". Not "to
    end the war", nor "hours after lawmakers in Moscow voted".
    """
    words, before = load("en/circumstances.yaml"), [n for n in tree.kids(clause) if n < clause]
    said = {tree.tokens[n].lemma.lower() for n in before if tree.tokens[n].tag in {"IN", "WRB", "TO"}}
    subjects = tree.kids(clause, "nsubj", "nsubjpass")
    beside = set(words["beside"])
    if not subjects:
        return said <= beside
    if event.type != "ASSAULT" or not said:
        return not said
    return said <= beside and (not said & set(words["contrast"]) or all(tree.tokens[n].pos == "PRON" for n in subjects))


def finest(found: Sequence[Found]) -> PlaceMention | None:
    """The place that is told most plainly; of "in Syria, in the city of Aleppo" the smaller of the two."""
    if not found:
        return None
    price, _, best = min(found, key=lambda one: one[:2])
    inside = [one for one in found if one[0] <= price + FINER and is_inside(one[2], best)]
    return min(inside, key=lambda one: one[:2])[2] if inside else best


def is_inside(place: PlaceMention, wide: PlaceMention) -> bool:
    """Whether a place is a finer one of the same country, or in the same town."""
    if wide.precision not in WIDE:
        return place.is_part_of(wide)
    if place.country != wide.country or place.precision in {None, "country"}:
        return False
    return wide.precision == "country" or place.precision not in WIDE
