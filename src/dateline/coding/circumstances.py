"""Where an event happened, and the numbers told of it: the words that belong to it, not the nearest ones."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.candidates import Candidate
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.records.claim import Count
from dateline.records.mention import ActorMention, PlaceMention, QuantityMention
from dateline.records.text import Span

CARRIED_ON = frozenset({"acl", "xcomp", "amod"})
"""Relations of verbs that belong to the clause over them: "an attack carried out in Kabul"."""
CASUALTIES = frozenset({"killed", "wounded", "missing"})


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


def place_of(
    tree: Tree,
    event: Candidate,
    places: Sequence[PlaceMention],
    triggers: frozenset[int],
    ends: Sequence[ActorMention | None],
) -> PlaceMention | None:
    """The place of an event: one that a preposition hangs on its words, or that is itself what was hit."""
    own = triggers | ({event.light} if event.light is not None else frozenset())
    mine = {event.trigger, event.light}
    recipient = ends[1]
    found = []
    for place in places:
        top = tree.top(place)
        if top is None or is_actor(place, ends[0]):
            continue
        rank = place_rank(tree, top, place)
        if rank is None:
            continue
        if recipient is not None and place.overlaps(recipient) and rank > 1:
            if event.type == "ASSAULT" or event.mode == "visit" or recipient.actor_id is None:
                found.append((0, place.start, place))
        elif events_over(tree, tree.head(top) if tree.head(top) is not None else top, own) in mine:  # type: ignore[arg-type]
            found.append((rank, place.start, place))
    return finest(min(found, key=lambda one: one[:2], default=(0, 0, None))[2], places, tree)


def kin_of(tree: Tree, event: Candidate, triggers: frozenset[int]) -> list[int]:
    """The events that share an event's place, the nearest kin first.

    Those it is an effect of ("struck a market in Idlib, killing 12"), was done in ("captured in a raid"), or stands
    beside ("killed 51 and wounded 56 in Baghdad").
    """
    at = event.trigger
    subjects = [n for n in tree.subjects(at) if n in triggers] if tree.is_verb(at) else []
    head = tree.head(at)
    over = [head] if head is not None and tree.tokens[at].relation in {"advcl", "conj"} else []
    within = [n for prep, n in tree.prepositions(at) if prep in {"in", "during", "by"}]
    found = (*subjects, *over, *within, *tree.kids(at, "conj", "advcl"))
    return [one for one in dict.fromkeys(found) if one in triggers and one != at and not is_set_off(tree, at, one)]


def is_set_off(tree: Tree, one: int, other: int) -> bool:
    """Whether a conjunction sets one event's clause off from the other's: "hours after lawmakers in Moscow voted"."""
    clauses = [n for n in (one, other) if tree.tokens[n].relation == "advcl" and tree.head(n) in {one, other}]
    return any(tree.kids(n, "mark", "prep", "advmod") and tree.kids(n, "nsubj", "nsubjpass") for n in clauses)


def is_actor(place: PlaceMention, actor: ActorMention | None) -> bool:
    """Whether a place's name names the actor: a country that acts."""
    return actor is not None and place.overlaps(actor)


def place_rank(tree: Tree, top: int, place: PlaceMention) -> int | None:
    """How plainly the words say where: 1 behind a locative preposition, 2 as an object; None: no place of an event."""
    head = tree.head(top)
    if head is None:
        return None
    token = tree.tokens[top]
    if tree.tokens[head].pos == "ADP" or token.relation == "pobj":
        lemma = tree.tokens[head].lemma.lower()
        words = load("en/circumstances.yaml")
        over = tree.head(head)
        if lemma == "of" and over is not None and tree.tokens[over].lemma.lower() in words["kinds"]:
            return place_rank(tree, over, place) or 1
        if lemma in words["doubtful"]:
            return None if place.precision == "country" else 4
        return 1 if lemma in words["locative"] else None
    if token.relation in {"dobj", "nsubjpass"}:
        return 2
    if token.relation in {"appos", "npadvmod", "conj"}:
        return 1 if token.relation != "conj" else place_rank(tree, head, place)
    if token.relation in {"compound", "nmod", "poss"} and place.precision not in {"country", None}:
        return 3
    return None


def finest(place: PlaceMention | None, places: Sequence[PlaceMention], tree: Tree) -> PlaceMention | None:
    """The place itself; of "in Syria, in the city of Aleppo" the words nearest the event stand."""
    if place is None or place.precision != "country":
        return place
    top = tree.top(place)
    inside = [one for one in places if one.country == place.country and one.precision not in {"country", None}]
    near = [
        one
        for one in inside
        if (there := tree.top(one)) is not None and top is not None and tree.head(there) == tree.head(top)
    ]
    return near[0] if near else place


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
    if recipient is not None and one.kind in CASUALTIES and any(one.overlaps(tree.span(n)) for n in event.recipients):
        return False  # it counts another recipient: "killed 300 fighters and two commanders"
    if there is not None and there in {event.trigger, event.light}:
        return True
    if one.kind not in CASUALTIES or event.type != "ASSAULT":
        return False
    return is_cause(tree, event, there) if there is not None else not is_elsewhere(tree, event, one)


def is_elsewhere(tree: Tree, event: Candidate, one: QuantityMention) -> bool:
    """Whether a number is told of another clause: the verb over it does not stand over the event."""
    top = tree.top(one)
    verb = None if top is None else next((above for above in tree.above(top) if tree.is_verb(above)), None)
    return verb is not None and verb not in {event.trigger, *tree.above(event.trigger)}


def is_cause(tree: Tree, event: Candidate, effect: int) -> bool:
    """Whether an event did another: "the attack killed 30", "bombed it, killing 30", "killed in the attack"."""
    subjects = tree.subjects(effect)
    if event.trigger in subjects:
        return True
    if tree.tokens[effect].relation == "advcl" and tree.head(effect) in {event.trigger, event.light}:
        return True
    head = tree.head(event.trigger)
    return head is not None and tree.tokens[head].lemma in {"in", "by", "during"} and tree.head(head) == effect
