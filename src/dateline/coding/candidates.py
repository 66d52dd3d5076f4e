"""Words that may tell an event, with the words around them that fill its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.coding.slots import Frame, core, lemmas, particle
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.own import Own
from dateline.lexicon.predicates import LightVerb, Predicate, light_verb, predicates_for
from dateline.records.text import Token

POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
NO_EVENTS = frozenset({"ORG", "PERSON", "GPE", "DATE", "TIME"})
HARM = frozenset({"ASSAULT", "COERCE", "SANCTION"})
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
PLACES_FOR = {
    "AID": ("to", "in", "into"),
    "MOBILIZE": ("to", "in", "into", "at", "near", "along", "on"),
    "RETREAT": ("from", "in"),
    "AGREE": ("to", "in"),
    "CONCEDE": ("in",),
}
"""Prepositions whose place is the recipient of a type where the words name no other."""
BLAME = "ACCUSE"
MODIFIERS = frozenset({"compound", "nmod", "amod", "npadvmod"})


@dataclass(frozen=True)
class Candidate:
    """An event that a word tells: its kind, and the positions of the words for its actors and recipients."""

    trigger: int
    type: str
    mode: str | None
    cameo: str | None
    context: tuple[str, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    reciprocal: bool = False
    status: str | None = None
    light: int | None = None
    used: frozenset[int] = frozenset()
    """Words that are part of the frame and tell no event of their own: "sanctions" in "imposed sanctions"."""
    rule: str = "predicate"
    forced: bool = False
    """Whether the lexicon's entry decides alone, whatever the model says."""
    label: str | None = None
    """A user's own name for what it is; "NONE" where a user's entry says that it is no event."""


NO_OWN = Own()


def candidates(tree: Tree, named: frozenset[int], own: Own = NO_OWN) -> list[Candidate]:
    """The events that the words of a sentence tell, in order; a word that is part of another's frame tells none.

    Those labelled NONE are words of which the user's own lexicon says that they tell no event.
    """
    told = [one for position in range(len(tree.tokens)) for one in told_by(tree, position, named, own)]
    deeds = {one.trigger: one for one in told if is_deed(tree, one)}
    found = [blaming for one in told if (blaming := blamed(one, deeds)) is not None]
    used = {n for one in found for n in one.used} - (deeds.keys() if any(one.type == BLAME for one in told) else set())
    light = {one.light for one in found if one.light is not None and one.trigger not in used}
    return [one for one in found if one.trigger not in used and (one.trigger not in light or one.used)]


def is_deed(tree: Tree, event: Candidate) -> bool:
    """Whether a noun tells by itself what was done to somebody: "the murder of a priest"."""
    is_noun = not tree.is_verb(event.trigger) and event.type in HARM and event.light is None
    return is_noun and bool(event.recipients) and lemma_of(tree, event) in load("en/plain_deeds.yaml")["of_somebody"]


def lemma_of(tree: Tree, event: Candidate) -> str:
    """The lemma of the word that tells an event."""
    return tree.tokens[event.trigger].lemma.lower()


def blamed(event: Candidate, deeds: Mapping[int, Candidate]) -> Candidate | None:
    """Words that blame somebody for a deed as aimed at its doers, never at whom it was done to; None without doers:
    "condemned the murder of a priest" accuses nobody."""
    deed = next((deeds[n] for n in event.used if n in deeds), None)
    if deed is None or event.type != BLAME or event.forced:
        return event
    return replace(event, recipients=deed.actors) if deed.actors else None


def told_by(tree: Tree, position: int, named: frozenset[int], own: Own) -> Iterator[Candidate]:
    """The event that a word tells by the first entry of the lexicon whose frame fits, if any does."""
    token = tree.tokens[position]
    pos = "verb" if tree.is_misread(position) else POS.get(token.pos)
    if pos is None or (pos == "noun" and (token.relation in MODIFIERS or token.entity in NO_EVENTS)):
        return
    if (pos == "noun" and is_other_thing(tree, position)) or (pos == "verb" and token.relation == "amod"):
        return
    if token.lemma.lower() in load("en/not_events.yaml")["before_infinitive"] and tree.kids(position, "xcomp"):
        return  # "tried to leave" is no trial
    light, verb = carrier(tree, position) if pos == "noun" else (None, None)
    frame = Frame(tree, position, pos == "noun", named, light)
    for predicate in entries(token, pos, own):
        used = fit(frame, predicate)
        if used is not None:
            yield candidate(frame, predicate, verb, used)
            return


def is_other_thing(tree: Tree, noun: int) -> bool:
    """Whether the word before an event noun makes it something else: "news conference"."""
    company = load("en/not_events.yaml")["with"].get(tree.tokens[noun].lemma.lower(), ())
    return any(tree.tokens[n].lemma.lower() in company for n in tree.kids(noun, "compound", "amod", "nmod"))


def entries(token: Token, pos: str, own: Own = NO_OWN) -> tuple[Predicate, ...]:
    """The lexicon's entries for a word, by its lemma, else by what a regular ending may have been put on ("fined")."""
    found = own.predicates_for(token.lemma.lower(), pos) + predicates_for(token.lemma.lower(), pos)
    if found or pos != "verb":
        return found
    text = token.text.lower()
    stems = [text[: -len(end)] + back for end in ("ed", "ing", "es", "s") if text.endswith(end) for back in ("e", "")]
    stems += [stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]]
    return next((known for stem in stems if (known := own.predicates_for(stem, pos) + predicates_for(stem, pos))), ())


def carrier(tree: Tree, noun: int) -> tuple[int | None, LightVerb | None]:
    """The light verb whose object (or passive subject) a noun is, and its entry."""
    head = tree.head(noun)
    top = noun
    while head is not None and (tree.tokens[top].relation == "conj" or contains(tree, head, noun)):
        top, head = (head, tree.head(head))
        if head is not None and tree.tokens[head].pos == "ADP":
            top, head = head, tree.head(head)
    if head is None or not tree.is_verb(head) or tree.tokens[top].relation not in {"dobj", "obj", "nsubjpass"}:
        return None, None
    entry = light_verb(tree.tokens[head].lemma.lower(), particle(tree, head))
    return (head, entry) if entry else (None, None)


def contains(tree: Tree, head: int, noun: int) -> bool:
    """Whether a noun stands in a container on the head: "a series of strikes"."""
    over = tree.head(head)
    return tree.tokens[head].lemma == "of" and over is not None and core(tree, over) == noun


def fit(frame: Frame, predicate: Predicate) -> frozenset[int] | None:
    """The words that an entry's frame asks for; None when one is not there."""
    tree, used = frame.tree, set()
    if predicate.particle is not None:
        found = [
            n
            for n in tree.kids(frame.position, "prt", "advmod", "prep", "acomp", "oprd")
            if tree.tokens[n].lemma == predicate.particle
        ]
        if not found:
            return None
        used.add(found[0])
    if predicate.objects:
        told = [n for n in frame.objects() if not is_other_thing(tree, n)]
        objects = [n for n in told if lemmas(tree, [n]) & set(predicate.objects)]
        if not objects:
            return None
        used.update(objects)
    for name, words in predicate.preps:
        governed = [n for n in frame.fill(name) if not words or lemmas(tree, [n]) & set(words)]
        if not governed:
            return None
        used.update(governed if words else ())
    return frozenset(used)


def candidate(frame: Frame, predicate: Predicate, verb: LightVerb | None, used: frozenset[int]) -> Candidate:
    """The event of an entry whose frame fits."""
    swap = verb is not None and verb.swap
    actors = frame.first(predicate.actor)
    recipients = frame.first(predicate.recipient)
    if not recipients and is_headline_passive(frame, predicate):
        actors, recipients = [], actors
    if frame.light is not None:
        actors, recipients = of_light(frame, predicate, swap, recipients)
    recipients = [
        n for n in recipients or at_place(frame, predicate) or at_last(frame, predicate.type, actors) if n not in actors
    ]
    if predicate.reciprocal or (predicate.type in MUTUAL and len(actors) > 1 and not recipients):
        actors, recipients = both_sides(frame, actors, recipients)
    return Candidate(
        trigger=frame.position,
        type=predicate.type,
        mode=predicate.mode,
        cameo=predicate.cameo,
        context=predicate.context,
        actors=tuple(dict.fromkeys(actors)),
        recipients=tuple(dict.fromkeys(recipients)),
        reciprocal=predicate.reciprocal,
        status=predicate.status,
        light=frame.light,
        used=used,
        forced=predicate.decides,
        label=predicate.label,
    )


def at_place(frame: Frame, predicate: Predicate) -> list[int]:
    """The country or town that stands for the recipient where none is told: "aid for projects in Yemen"."""
    found = (frame.fill(slot) for slot in PLACES_FOR.get(predicate.type, ()))
    return next((names for one in found if (names := [n for n in one if frame.tree.tokens[n].pos == "PROPN"])), [])


def at_last(frame: Frame, kind: str, actors: Sequence[int]) -> list[int]:
    """The nearest named somebody behind a preposition of the same clause, where no slot of the entry is filled."""
    tree, allowed = frame.tree, load("en/last_slots.yaml").get(kind, ())
    todo = [one for one in (frame.position, frame.light) if one is not None]
    for word in todo:
        for prep, n in tree.prepositions(word):
            if prep in allowed and n in frame.named and n not in actors:
                return tree.together(n)
        todo += [n for n in tree.kids(word, "dobj", "prt", "advmod") if n not in todo]
        todo += [
            n
            for prep, n in tree.prepositions(word)
            if prep not in {"by", "after", "before", "during"} and n not in todo
        ]
    return []


def is_headline_passive(frame: Frame, predicate: Predicate) -> bool:
    """Whether a verb without its object is a passive as headlines write it: "Activist arrested in Cairo"."""
    tree, at = frame.tree, frame.position
    is_plain = predicate.recipient == ("obj",) and not (predicate.objects or predicate.particle)
    if frame.is_noun or predicate.type not in HARM or not is_plain:
        return False
    token, is_line = tree.tokens[at], tree.tokens[-1].text not in {".", "!", "?"}
    if token.relation != "root" or tree.kids(at, "aux", "auxpass", "dobj", "ccomp", "xcomp", "prt"):
        return False
    if any(tree.tokens[n].pos == "PRON" for n in tree.kids(at, "nsubj")):
        return False
    return token.tag == "VBN" or (token.tag == "VBD" and is_line)


def of_light(frame: Frame, predicate: Predicate, swap: bool, recipients: Sequence[int]) -> tuple[list[int], list[int]]:
    """Actors and recipients of an event noun whose verb only carries it."""
    assert frame.light is not None
    subjects = frame._subject_of_light(frame.light)
    if not swap:
        own = [n for slot in predicate.actor if slot in {"by", "poss", "mod"} for n in Frame.fill(frame, slot)]
        return subjects or own, list(recipients)
    actors = [n for slot in ("from", "by", "mod", "poss") for n in frame.fill(slot) if n not in subjects]
    return actors, subjects


def both_sides(frame: Frame, actors: list[int], recipients: list[int]) -> tuple[list[int], list[int]]:
    """The sides of a mutual act: "A met B", "A and B met", "talks between A and B"."""
    if actors and recipients:
        return actors, recipients
    sides = actors or recipients or frame.first(("between", "among", "with", "of"))
    return sides, sides if len(sides) > 1 else []
