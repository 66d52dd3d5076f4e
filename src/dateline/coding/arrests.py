"""Captures that are arrests: "the army captured a drug trafficker", not "gunmen captured two soldiers".

Who is seized is arrested or abducted too; what is seized is not, and arms that are captured are seized.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.lexicon.files import load
from dateline.lexicon.roles import roles
from dateline.records.ids import is_named_here

STATE = frozenset({"COP", "MIL", "GOV", "JUD", "SPY"})
"""Sectors of those who may arrest anybody."""
TROOPS = frozenset({"MIL", "COP", "IGO", "SPY"})
"""Sectors of those whom one does not arrest, but takes prisoner."""
PEOPLE = frozenset({"somebody", "pronoun"})
ARREST, ABDUCT, SEIZE = "arrest", "abduct", "seize"
PERSONS = frozenset({"person", "people"})
"""Kinds of role nouns that are for somebody."""


def with_arrests(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, a capture of people by a state's forces, or by nobody told, as their arrest.

    A seizure of people is that too, else their abduction.
    """
    for one in drafts:
        if is_arrest(one, cast):
            yield taken(one, "COERCE", ARREST)
        elif is_of_people(one, cast):
            yield taken(one, "COERCE", ARREST) if is_by_state(one) else taken(one, "ASSAULT", ABDUCT)
        else:
            yield taken(one, "COERCE", SEIZE) if is_seizure(one, cast) else one


def is_seizure(draft: Draft, cast: Cast) -> bool:
    """Whether an attack is told by a word for taking, of arms before all: "seized two rifles and some boots"."""
    tree, at = cast.tree, draft.event.trigger
    if draft.event.type != "ASSAULT" or draft.event.forced or not tree.is_verb(at):
        return False
    words, things = load("en/weapons.yaml"), [tree.tokens[n].lemma.lower() for n in tree.objects(at)]
    is_taking = tree.tokens[at].lemma.lower() in load("en/plain_deeds.yaml")["takings"]
    return is_taking and bool(things) and things[0] in {*words["arms"], *words["devices"], *words["stores"]}


def taken(draft: Draft, kind: str, mode: str) -> Draft:
    """A draft with another type and mode."""
    return replace(draft, event=replace(draft.event, type=kind, mode=mode, cameo=None), mode=mode)


def is_of_people(draft: Draft, cast: Cast) -> bool:
    """Whether a seizure is one of people: "seized nine foreigners"."""
    event, recipient, tree = draft.event, draft.ends[1], cast.tree
    if event.type != "COERCE" or draft.mode != SEIZE or recipient is None or event.forced:
        return False
    head, lemma = tree.top(recipient), tree.tokens[event.trigger].lemma.lower()
    if head is None or lemma not in load("en/plain_deeds.yaml")["seizures"]:
        return False
    role = roles().get(tree.tokens[head].lemma.lower())
    return (role is not None and role.kind in PERSONS) or is_named_here(recipient.actor_id)


def is_by_state(draft: Draft) -> bool:
    """Whether a state's forces did it, or nobody told."""
    actor = draft.ends[0]
    return actor is None or not STATE.isdisjoint(actor.sectors[:1])


def is_arrest(draft: Draft, cast: Cast) -> bool:
    """Whether an attack is told by a word for a capture, of somebody who is no soldier, and not by an armed group."""
    recipient = draft.ends[1]
    lemma = cast.tree.tokens[draft.event.trigger].lemma.lower()
    if draft.event.type != "ASSAULT" or draft.event.forced or lemma not in load("en/plain_deeds.yaml")["captures"]:
        return False
    if recipient is None or kind_of(recipient, cast) not in PEOPLE or TROOPS & set(recipient.sectors):
        return False
    return is_by_state(draft)
