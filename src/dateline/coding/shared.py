"""What events of a sentence lend one another: who did it, and to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.candidates import Candidate
from dateline.coding.slots import by_agent
from dateline.coding.tree import RELATIVE, Tree
from dateline.lexicon.files import load
from dateline.lexicon.roles import roles

FOR_A_PURPOSE = frozenset({"PROTEST", "MOBILIZE"})
"""Types whose recipient the purpose tells: "marched to demand that the minister resign", "sent ships to deter Iran"."""
AT_VERB = ("nsubj", "nsubjpass", "dobj")
CLAUSES = frozenset({"advcl", "xcomp", "relcl", "acl"})

ByTrigger = Mapping[int, Candidate]


def with_shared(tree: Tree, events: Sequence[Candidate]) -> list[Candidate]:
    """The events, each with the ends that others of the sentence lend it."""
    known = {one.trigger: one for one in events}
    found = []
    for one in events:
        made = with_dead(tree, of_same(tree, of_cause(tree, one, known), known))
        found.append(with_makers(tree, of_purpose(tree, made, known)))
    return found


def of_cause(tree: Tree, event: Candidate, known: ByTrigger) -> Candidate:
    """An event whose doer is itself an event has that one's actors: "Russia's attack killed 30"."""
    causes = [n for n in event.actors if n in known and n != event.trigger and is_noun(tree, n)]
    if not causes:
        return event
    cause = known[causes[0]]
    if not cause.actors and not cause.recipients:
        if cause.type == event.type == "ASSAULT":  # "the air strike that killed 22": nobody is told to have done it
            return replace(event, actors=())
        return event  # "the opposition", "protests": a body or a mere word
    return replace(event, actors=tuple(n for n in cause.actors if n not in event.recipients) or (cause.trigger,))


def is_noun(tree: Tree, at: int) -> bool:
    """Whether a word is no verb, or one that stands as a noun: "shelling kills two"."""
    return not tree.is_verb(at) or tree.tokens[at].relation == "csubj"


def with_dead(tree: Tree, event: Candidate) -> Candidate:
    """An attack by nobody told is done to those who are told to be dead of it: "two dead in an attack"."""
    if event.type != "ASSAULT" or tree.is_verb(event.trigger):
        return event
    dead = dead_of(tree, event.trigger)
    is_told = bool(set(event.actors) - set(dead))  # who died in it did not do it
    return replace(event, actors=(), recipients=tuple(dead)) if dead and not is_told else event


def dead_of(tree: Tree, noun: int) -> list[int]:
    """Those who are told to be dead of what a noun tells."""
    over = tree.head(noun)
    is_of = over is not None and tree.tokens[over].lemma.lower() in load("en/circumstances.yaml")["died_of"]
    found = dead_by(tree, over) if over is not None and is_of else []
    return found or dead_in(tree, noun)


def dead_in(tree: Tree, noun: int) -> list[int]:
    """Those who are told to have died in what a noun tells, in a clause on it: "an ambush in which 17 died"."""
    words = load("en/circumstances.yaml")
    for verb in tree.kids(noun, "relcl"):
        behind = {prep for prep, n in tree.prepositions(verb) if tree.tokens[n].lemma.lower() in RELATIVE}
        if tree.tokens[verb].lemma.lower() in words["dying"] and not behind.isdisjoint(words["died_of"]):
            return tree.kids(verb, "nsubj")
    return []


def dead_by(tree: Tree, preposition: int) -> list[int]:
    """Those who are dead or die, where a preposition on that word tells of what."""
    at = tree.head(preposition)
    if at is None:
        return []
    words, token, over = load("en/circumstances.yaml"), tree.tokens[at], tree.head(at)
    if token.lemma.lower() in words["dying"] and tree.is_verb(at):
        return tree.subjects(at)
    if token.lemma.lower() not in words["dead"] or over is None:
        return toll_by(tree, at)
    return tree.subjects(over) if tree.is_verb(over) else [over]


def toll_by(tree: Tree, at: int) -> list[int]:
    """The number that a verb gives a toll: "put the death toll at 14 after", "the toll from … rose to 14"."""
    words, verb = load("en/circumstances.yaml"), at if tree.is_verb(at) else tree.head(at)
    if verb is None or not any(tree.tokens[n].lemma.lower() in words["tolls"] for n in tree.kids(verb, *AT_VERB)):
        return []
    return [n for prep, n in tree.prepositions(verb) if prep in words["put_at"] and tree.tokens[n].pos == "NUM"]


def of_same(tree: Tree, event: Candidate, known: ByTrigger) -> Candidate:
    """A noun that names the act of the verb over it has that one's actors: "blocked roads in protest at the law"."""
    over = tree.head(event.trigger)
    if over is None or tree.is_verb(event.trigger) or event.actors or tree.tokens[over].pos != "ADP":
        return event
    verb = known.get(tree.tokens[over].head)
    if verb is None or verb.type != event.type:
        return event
    return replace(event, actors=tuple(n for n in verb.actors if n not in event.recipients))


def of_purpose(tree: Tree, event: Candidate, known: ByTrigger) -> Candidate:
    """An event with nobody at its other end is aimed at whom the clause of its purpose names."""
    if event.type not in FOR_A_PURPOSE or event.recipients:
        return event
    heads = {event.trigger, event.light, *(n for n in event.used if not tree.is_verb(n))}
    clauses = [n for head in sorted(h for h in heads if h is not None) for n in tree.kids(head, *CLAUSES)]
    for clause in clauses:
        if not any(tree.tokens[n].lemma == "to" for n in tree.kids(clause, "aux")):
            continue
        inner = known.get(clause)
        aims = inner.recipients if inner is not None else tuple(tree.objects(clause))
        if others := tuple(n for n in aims if n not in event.actors):
            return replace(event, recipients=others)
    return event


def with_makers(tree: Tree, event: Candidate) -> Candidate:
    """A weapon's act is that of whoever used it: "a bomb planted by the rebels hit a bus"."""
    found: list[int] = []
    for actor in event.actors:
        role = roles().get(tree.tokens[actor].lemma.lower())
        users = [n for verb in tree.kids(actor, "acl") for n in by_agent(tree, verb)]
        found += users if role is not None and role.kind == "weapon" and users else [actor]
    return replace(event, actors=tuple(dict.fromkeys(found)))
