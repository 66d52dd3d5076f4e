"""Did it happen: the status of an event from tense, modals, negation, conditions, governing words and history.

Each rule gives a sign: a status, and the words that speak for it, which a claim keeps as its hedges.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.coding.candidates import Candidate
from dateline.coding.clause_signs import HAPPENED, PAST, Sign, aimed_at, asked, clause_heads, conditioned, kept
from dateline.coding.clause_times import time_of
from dateline.coding.governed import Bond, is_over
from dateline.coding.history import earlier, is_history
from dateline.coding.negated import negators
from dateline.coding.sites import is_definite
from dateline.coding.tree import PRESENT, Tree
from dateline.lexicon.files import load
from dateline.lexicon.ontology import quad
from dateline.records.claim import ASSERTED
from dateline.records.mention import TimeMention

STRENGTH = (
    "happened", "ongoing", "historical", "planned", "possible", "threatened", "conditional", "denied", "did_not_happen",
)  # fmt: skip
"""Where several words speak, the one further right wins."""
FREE = frozenset({"root", "ccomp", "advcl", "relcl", "acl"})
"""Relations of infinitives that no other word governs."""


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
    found = strongest(signs_of(event, setting)).status
    if found not in {"happened", "ongoing"}:
        return found
    timed = time_of(setting.tree, event.trigger, setting.times, setting.triggers)
    return "historical" if is_history(timed, setting.today, event_is_past(setting.tree, event)) else found


def hedges_of(event: Candidate, status: str, setting: Setting) -> tuple[int, ...]:
    """The words that speak for a status other than a fact's, in order; where none does, for another such."""
    if status in ASSERTED:
        return ()
    hedging = [one for one in signs_of(event, setting) if one.status not in ASSERTED and one.words]
    same = [one for one in hedging if one.status == status]
    return tuple(sorted({n for one in same or hedging for n in one.words}))


def signs_of(event: Candidate, setting: Setting) -> list[Sign]:
    """All that speaks of whether an event happened."""
    if setting.tree.is_verb(event.trigger):
        return verb_signs(event, event.trigger, setting)
    return noun_signs(event, setting)


def strongest(signs: Sequence[Sign]) -> Sign:
    """The sign that wins where several words speak."""
    return max(signs, key=lambda one: STRENGTH.index(one.status), default=HAPPENED)


def verb_signs(event: Candidate, verb: int, setting: Setting) -> list[Sign]:
    """What speaks of whether a verb's event happened."""
    tree = setting.tree
    found = [
        own_sign(tree, verb),
        conditioned(tree, verb, event.type if verb == event.trigger else ""),
        kept(tree, verb),
        asked(tree, verb),
        aimed_at(tree, verb),
    ]
    found += [governed(event, above, setting) for above in (verb, *clause_heads(tree, verb))]
    found += [Sign("historical", (n,)) for n in earlier(tree, verb)]
    return [*found, *shared(tree, verb), *denied(tree, verb)]


def denied(tree: Tree, verb: int) -> list[Sign]:
    """A clause on the object of a denial is denied: "denied a report that it had cut ties"."""
    nouns = [
        tree.head(one) for one in (verb, *clause_heads(tree, verb)) if tree.tokens[one].relation in {"acl", "ccomp"}
    ]
    over = {tree.head(n) for n in nouns if n is not None and tree.tokens[n].relation == "dobj"}
    denying = set(load("en/status.yaml")["denying"])
    return [Sign("denied", (n,)) for n in over if n is not None and tree.tokens[n].lemma.lower() in denying]


def shared(tree: Tree, verb: int) -> list[Sign]:
    """A coordinated verb without its own auxiliary shares the first one's: "will meet and sign"."""
    head = tree.head(verb)
    if tree.tokens[verb].relation != "conj" or head is None or not tree.is_verb(head):
        return []
    is_finite = (
        tree.tokens[verb].tag == "VBD" and tree.tokens[head].tag != "VBN"
    )  # "may have hit and killed" is often VBD
    if tree.kids(verb, "aux", "nsubj", "nsubjpass") or is_finite:
        return []
    return [own_sign(tree, head)]


def own_sign(tree: Tree, verb: int) -> Sign:
    """What a verb's auxiliaries, negation and form give."""
    token = tree.tokens[verb]
    auxiliaries = {n: tree.tokens[n] for n in tree.kids(verb, "aux", "auxpass")}
    if negation := negators(tree, verb):
        return Sign("did_not_happen", negation)
    modals = load("en/status.yaml")["modals"]
    modal = next((n for n, one in auxiliaries.items() if one.tag == "MD" and one.lemma.lower() in modals), None)
    if modal is not None:
        is_future = is_told_before(tree, verb) and any(
            one.lemma.lower() in load("en/status.yaml")["later"] for one in auxiliaries.values()
        )
        return Sign("planned" if is_future else str(modals[tree.tokens[modal].lemma.lower()]), (modal,))
    to = tuple(n for n, one in auxiliaries.items() if one.lemma == "to")
    if due := due_words(tree, verb):
        return Sign("planned", due)
    if to and token.relation in FREE:
        return Sign("planned", to)
    if token.tag == "VBG" and any(one.tag in PRESENT for one in auxiliaries.values()):
        return Sign("ongoing")
    return HAPPENED


def is_told_before(tree: Tree, verb: int) -> bool:
    """Whether a verb is what somebody said, thought or promised in the past: "said it would leave"."""
    head = tree.head(verb)
    return tree.tokens[verb].relation == "ccomp" and head is not None and tree.tokens[head].tag == "VBD"


def due_words(tree: Tree, verb: int) -> tuple[int, ...]:
    """The words by which a verb tells what is to be: "are to meet", "is due to host"; none where there are none."""
    head = tree.head(verb)
    if head is None or tree.tokens[verb].relation not in {"xcomp", "acomp"}:
        return ()
    over = tree.head(head)
    is_bare = tree.tokens[head].lemma == "be" and not tree.kids(head, "acomp", "attr", "prep", "advmod")
    is_told = over is not None and tree.tokens[head].lemma in load("en/status.yaml")["due"]
    return (head,) if is_bare or is_told else ()


def governed(event: Candidate, verb: int, setting: Setting) -> Sign:
    """What the word governing a clause says of what the clause tells."""
    bond = setting.bonds.get(verb)
    tree = setting.tree
    if bond is None or bond.governor == event.trigger:
        return HAPPENED
    own = bond.entry.embeds_conflict if quad(event.type) >= 3 else bond.entry.embeds
    own = "happened" if own == "planned" and is_over(tree, bond) else own
    if own == "threatened" and set(tree.subjects(verb)).isdisjoint(tree.subjects(bond.governor)):
        own = "possible"  # a warning that somebody else may act threatens nobody
    over = tree.said_with(bond.governor)
    negation = negators(tree, over) if over is not None and own != "denied" else ()
    if negation and own not in {"did_not_happen", "possible"}:
        own = "did_not_happen"
    return Sign(own, (*negation, bond.governor))


def noun_signs(event: Candidate, setting: Setting) -> list[Sign]:
    """What speaks of whether a noun's event happened: its modifiers, and the verb or noun over it or its list."""
    tree, noun = setting.tree, setting.tree.listed(event.trigger)
    found = [given(tree, n, "adjectives") for n in tree.kids(event.trigger, "amod", "det")]
    if event.light is not None:
        return [*found, *verb_signs(event, event.light, setting)]
    head = tree.head(noun)
    if head is None:
        return found
    if tree.tokens[head].pos in {"ADP", "ADV"}:
        if is_presupposed(tree, event.trigger, head):
            return found
        over = tree.head(head)
        found.append(given(tree, head, "prepositional"))
        if over is not None:
            found += under_preposition(tree, over, setting, event)
    elif tree.is_verb(head):
        is_said_of = tree.tokens[noun].relation == "acomp"  # "Oman must be ready to talk"
        found += verb_signs(event, head, setting) if is_said_of else under_verb(tree, head, noun, setting, event)
    return found


def is_presupposed(tree: Tree, noun: int, preposition: int) -> bool:
    """Whether a preposition takes what a noun said as known tells for granted: "demands to know … after his arrest"."""
    lemma = tree.tokens[preposition].lemma.lower()
    return lemma in load("en/status.yaml")["presupposing"] and is_definite(tree.tokens, noun)


def given(tree: Tree, position: int, kind: str) -> Sign:
    """What a word says by itself, for one list of `en/status.yaml`."""
    return Sign(words(kind).get(tree.tokens[position].lemma.lower(), "happened"), (position,))


def under_preposition(tree: Tree, over: int, setting: Setting, event: Candidate) -> list[Sign]:
    """An event noun after a preposition: "fear of an attack", "called for a ceasefire"."""
    if not tree.is_verb(over):
        return [given(tree, over, "prepositional")]
    if tree.tokens[over].lemma.lower() in load("en/status.yaml")["hoped_for"]:
        return [Sign("possible", (over,))]
    return [governed(event, above, setting) for above in (over, *clause_heads(tree, over))]


def under_verb(tree: Tree, verb: int, noun: int, setting: Setting, event: Candidate) -> list[Sign]:
    """An event noun as the object or subject of a verb that says what became of it."""
    relation = tree.tokens[noun].relation
    passive = tree.is_passive(verb)
    lemma = tree.tokens[verb].lemma.lower()
    keep = set(load("en/status.yaml")["keep"])
    is_object = relation in {"dobj", "obj"} or (passive and relation == "nsubjpass")
    if is_object and (lemma in load("en/status.yaml")["told_of"] or is_answered(event, lemma)):
        return []
    if is_object and lemma not in keep and lemma in words("over_nouns"):
        return [given(tree, verb, "over_nouns")]
    if relation == "attr" and tree.kids(verb, "expl"):  # "there will not be any attacks"
        return [own_sign(tree, verb)]
    if relation in {"nsubj", "nsubjpass"} and not passive and lemma in load("en/status.yaml")["takes_place"]:
        return verb_signs(event, verb, setting)
    return [governed(event, above, setting) for above in (verb, *clause_heads(tree, verb))]


def is_answered(event: Candidate, verb: str) -> bool:
    """Whether words are only answered with a no: "rejected the accusation" says that somebody accused."""
    words = load("en/status.yaml")
    return event.type in words["answered"] and verb in words["answering"]


def event_is_past(tree: Tree, event: Candidate) -> bool:
    """Whether the verb that tells or carries the event is in the past."""
    verb = event.trigger if event.light is None else event.light
    return not tree.is_verb(verb) or tree.tokens[verb].tag in PAST
