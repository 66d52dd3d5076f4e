"""Captures that are arrests: "the army captured a drug trafficker", not "gunmen captured two soldiers"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.distance import kind_of
from dateline.coding.drafts import Draft
from dateline.coding.ends import Cast
from dateline.lexicon.files import load

STATE = frozenset({"COP", "MIL", "GOV", "JUD", "SPY"})
"""Sectors of those who may arrest anybody."""
TROOPS = frozenset({"MIL", "COP", "IGO", "SPY"})
"""Sectors of those whom one does not arrest, but takes prisoner."""
PEOPLE = frozenset({"somebody", "pronoun"})
ARREST = "arrest"


def with_arrests(drafts: Sequence[Draft], cast: Cast) -> Iterator[Draft]:
    """The drafts, a capture of people by a state's forces, or by nobody told, as their arrest."""
    for one in drafts:
        if is_arrest(one, cast):
            event = replace(one.event, type="COERCE", mode=ARREST, cameo=None)
            yield replace(one, event=event, mode=ARREST)
        else:
            yield one


def is_arrest(draft: Draft, cast: Cast) -> bool:
    """Whether an attack is told by a word for a capture, of somebody who is no soldier, and not by an armed group."""
    actor, recipient = draft.ends
    lemma = cast.tree.tokens[draft.event.trigger].lemma.lower()
    if draft.event.type != "ASSAULT" or draft.event.forced or lemma not in load("en/plain_deeds.yaml")["captures"]:
        return False
    if recipient is None or kind_of(recipient, cast) not in PEOPLE or TROOPS & set(recipient.sectors):
        return False
    return actor is None or not STATE.isdisjoint(actor.sectors[:1])
