"""Did it happen: the status of an event from tense, modals, negation, conditions, governing words and history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.coding.candidates import Candidate
from dateline.coding.clause_times import TELLING, time_of
from dateline.coding.governed import Bond
from dateline.coding.tree import Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.records.mention import TimeMention

STRENGTH = (
    "happened", "ongoing", "historical", "planned", "possible", "threatened", "conditional", "denied", "did_not_happen",
)  # fmt: skip
"""Where several words speak, the one further right wins."""
SPEECH_ACTS = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
FREE = frozenset({"root", "ccomp", "advcl", "relcl", "acl"})
"""Relations of infinitives that no other word governs."""
PAST = frozenset({"VBD", "VBN"})
LONG_AGO = timedelta(days=400)
COARSE = frozenset({"year", "decade", "century"})


@dataclass(frozen=True)
class Setting:
    """What the status of events in a sentence depends on: its tree, governed clauses, times, the article's day."""

    tree: Tree
    bonds: Mapping[int, Bond]
    times: Sequence[TimeMention]
    triggers: frozenset[int]
    today: date | None


@cache
def words(kind: str) -> Mapping[str, str]:
    """From a lemma to the status it gives, for one list of `en/status.yaml`."""
    return {lemma: status for status, lemmas in load("en/status.yaml")[kind].items() for lemma in lemmas}


def status_of(event: Candidate, setting: Setting) -> str:
    """The status of an event."""
    tree, trigger = setting.tree, event.trigger
    is_verb = tree.is_verb(trigger)
    found = verb_status(event, trigger, setting) if is_verb else noun_status(event, setting)
    if found in {"happened", "ongoing"} and is_history(event, setting):
        return "historical"
    return found


def strongest(statuses: Sequence[str]) -> str:
    """The status that wins where several words speak."""
    return max(statuses, key=STRENGTH.index, default="happened")


def verb_status(event: Candidate, verb: int, setting: Setting) -> str:
    """The status of what a verb tells."""
    tree = setting.tree
    found = [own_status(tree, verb), conditioned(tree, verb, event.type if verb == event.trigger else "")]
    found += [governed_status(event, above, setting) for above in (verb, *clause_heads(tree, verb))]
    found += [*shared(tree, verb), *denied(tree, verb)]
    return strongest(found)


def denied(tree: Tree, verb: int) -> list[str]:
    """A clause on the object of a denial is denied: "denied a report that it had cut ties"."""
    nouns = [
        tree.head(one) for one in (verb, *clause_heads(tree, verb)) if tree.tokens[one].relation in {"acl", "ccomp"}
    ]
    over = [tree.head(n) for n in nouns if n is not None and tree.tokens[n].relation == "dobj"]
    lemmas = {tree.tokens[n].lemma.lower() for n in over if n is not None}
    return ["denied" for _ in lemmas & set(load("en/status.yaml")["denying"])]


def shared(tree: Tree, verb: int) -> list[str]:
    """A coordinated verb without its own auxiliary shares the first one's: "will meet and sign"."""
    head = tree.head(verb)
    if tree.tokens[verb].relation != "conj" or head is None or not tree.is_verb(head):
        return []
    is_finite = (
        tree.tokens[verb].tag == "VBD" and tree.tokens[head].tag != "VBN"
    )  # "may have hit and killed" is often VBD
    if tree.kids(verb, "aux", "nsubj", "nsubjpass") or is_finite:
        return []
    return [own_status(tree, head)]


def own_status(tree: Tree, verb: int) -> str:
    """The status that a verb's auxiliaries, negation and form give."""
    token = tree.tokens[verb]
    auxiliaries = [tree.tokens[n] for n in tree.kids(verb, "aux", "auxpass")]
    if is_negated(tree, verb):
        return "did_not_happen"
    modals = load("en/status.yaml")["modals"]
    found = [modals[one.lemma.lower()] for one in auxiliaries if one.tag == "MD" and one.lemma.lower() in modals]
    if found:
        head = tree.head(verb)
        told = token.relation == "ccomp" and head is not None and tree.tokens[head].tag == "VBD"
        if told and any(
            one.lemma.lower() in {"would", "'d"} for one in auxiliaries
        ):  # "said it would leave": the future
            return "planned"
        return str(found[0])
    is_infinitive = any(one.lemma == "to" for one in auxiliaries)
    if is_due(tree, verb) or (is_infinitive and token.relation in FREE):
        return "planned"
    if token.tag == "VBG" and any(one.tag in {"VBZ", "VBP"} for one in auxiliaries):
        return "ongoing"
    return "happened"


def is_due(tree: Tree, verb: int) -> bool:
    """Whether a verb tells what is to be: "are to meet", "is due to host"."""
    head = tree.head(verb)
    if head is None or tree.tokens[verb].relation not in {"xcomp", "acomp"}:
        return False
    over = tree.head(head)
    is_bare = tree.tokens[head].lemma == "be" and not tree.kids(head, "acomp", "attr", "prep", "advmod")
    return is_bare or (over is not None and tree.tokens[head].lemma in load("en/status.yaml")["due"])


def is_negated(tree: Tree, verb: int) -> bool:
    """Whether a verb has a negation on it, or a subject or object with "no"."""
    negators = set(load("en/status.yaml")["negators"])
    if any(tree.tokens[n].lemma.lower() in negators for n in tree.kids(verb, "neg", "preconj")):
        return True
    ends = tree.kids(verb, "nsubj", "nsubjpass", "dobj")
    return any(
        tree.tokens[n].lemma.lower() in {"no", "none", "nobody"} for end in ends for n in (end, *tree.kids(end, "det"))
    )


def is_speech_act(tree: Tree, verb: int, kind: str) -> bool:
    """Whether a verb tells of something said or agreed that is over or going on, not of something to come."""
    has_modal = any(tree.tokens[n].tag == "MD" for n in tree.kids(verb, "aux"))
    return kind in SPEECH_ACTS and not has_modal


def conditioned(tree: Tree, verb: int, kind: str = "") -> str:
    """Whether the verb stands in a condition, or has one on it."""
    marks = set(load("en/status.yaml")["conditionals"])
    for one in (verb, *clause_heads(tree, verb)):
        if any(tree.tokens[n].lemma.lower() in marks for n in tree.kids(one, "mark", "advmod")):
            return "conditional"
    if is_speech_act(tree, verb, kind):  # "threatened to strike if": the condition is of what is threatened
        return "happened"
    clauses = [
        n
        for n in tree.kids(verb, "advcl")
        if any(tree.tokens[k].lemma.lower() in {"if", "unless"} for k in tree.kids(n, "mark"))
    ]
    return "conditional" if clauses else "happened"


def clause_heads(tree: Tree, position: int) -> list[int]:
    """The verbs whose clause this one continues: over coordination, infinitives and gerunds."""
    found = []
    for above in tree.above(position):
        if tree.tokens[position].relation not in {"conj", "xcomp", "pcomp", "prep", "ccomp"}:
            break
        if (
            tree.tokens[position].relation == "conj"
            and tree.is_verb(above)
            and tree.kids(position, "nsubj", "nsubjpass")
        ):
            break
        found.append(above)
        position = above
    return found


def governed_status(event: Candidate, verb: int, setting: Setting) -> str:
    """The status that the word governing a clause gives to what the clause tells."""
    bond = setting.bonds.get(verb)
    if bond is None or bond.governor == event.trigger:
        return "happened"
    tree = setting.tree
    own = bond.entry.embeds_conflict if quad(event.type) >= 3 else bond.entry.embeds
    if own == "threatened" and set(tree.subjects(verb)).isdisjoint(tree.subjects(bond.governor)):
        own = "possible"  # a warning that somebody else may act threatens nobody
    if tree.is_verb(bond.governor) and is_negated(tree, bond.governor) and own != "denied":
        return own if own in {"did_not_happen", "possible"} else "did_not_happen"
    return own


def noun_status(event: Candidate, setting: Setting) -> str:
    """The status of what a noun tells: its modifiers, the verb that carries or governs it, the noun it hangs on."""
    tree, noun = setting.tree, event.trigger
    found = [words("adjectives").get(tree.tokens[n].lemma.lower(), "happened") for n in tree.kids(noun, "amod", "det")]
    if event.light is not None:
        return strongest([*found, verb_status(event, event.light, setting)])
    head = tree.head(noun)
    if head is None:
        return strongest(found)
    if tree.tokens[head].pos in {"ADP", "ADV"}:
        over = tree.head(head)
        found.append(words("prepositional").get(tree.tokens[head].lemma.lower(), "happened"))
        if over is not None:
            found.append(under_preposition(tree, over, setting, event))
    elif tree.is_verb(head):
        found.append(under_verb(tree, head, noun, setting, event))
    return strongest(found)


def under_preposition(tree: Tree, over: int, setting: Setting, event: Candidate) -> str:
    """An event noun after a preposition: "fear of an attack", "called for a ceasefire"."""
    lemma = tree.tokens[over].lemma.lower()
    if not tree.is_verb(over):
        return words("prepositional").get(lemma, "happened")
    if lemma in load("en/status.yaml")["hoped_for"]:
        return "possible"
    return strongest([governed_status(event, above, setting) for above in (over, *clause_heads(tree, over))])


def under_verb(tree: Tree, verb: int, noun: int, setting: Setting, event: Candidate) -> str:
    """An event noun as the object or subject of a verb that says what became of it."""
    relation = tree.tokens[noun].relation
    passive = tree.is_passive(verb)
    lemma = tree.tokens[verb].lemma.lower()
    keep = set(load("en/status.yaml")["keep"])
    is_object = relation in {"dobj", "obj"} or (passive and relation == "nsubjpass")
    if is_object and lemma not in keep and lemma in words("over_nouns"):
        return words("over_nouns")[lemma]
    if relation in {"nsubj", "nsubjpass"} and not passive and lemma in load("en/status.yaml")["takes_place"]:
        return verb_status(event, verb, setting)
    return strongest([governed_status(event, above, setting) for above in (verb, *clause_heads(tree, verb))])


def is_history(event: Candidate, setting: Setting) -> bool:
    """Whether the event's own time lies long before the article, or is a bare past year where no date is known."""
    timed = time_of(setting.tree, event.trigger, setting.times, setting.triggers)
    if timed is None or timed.kin == TELLING or timed.time.finish is None or timed.time.type != "DATE":
        return False
    if setting.today is not None:
        return setting.today - timed.time.finish > LONG_AGO
    return timed.time.precision in COARSE and timed.time.basis == "stated" and event_is_past(setting.tree, event)


def event_is_past(tree: Tree, event: Candidate) -> bool:
    """Whether the verb that tells or carries the event is in the past."""
    verb = event.trigger if event.light is None else event.light
    return not tree.is_verb(verb) or tree.tokens[verb].tag in PAST
