"""Whom a witness means by "they": those of whom the report says that they attacked."""

from __future__ import annotations

from itertools import takewhile

from dateline.records.statement import Statement
from dateline.resolve.antecedents import SUBJECTS, Pronoun, Spot, agrees, is_assault, verb_over
from dateline.resolve.first_person import speaker
from dateline.resolve.phrases import Phrases
from dateline.resolve.story import Story, side, spoken


def attackers(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The last of whom it was told that they attacked, for "they" where somebody of no side tells violence; None for
    other pronouns, and where the quotation itself tells who they are."""
    said = spoken(story, here.mention) if asked.gender == "any" and asked.person == 3 else None
    if said is None or said.form != "direct" or not does_violence(story.phrases[here.sentence], here):
        return None
    meant = story.meant.get(here.index)
    if meant is not None and spoken(story, meant.mention) is not None:
        return None  # "a trader said the soldiers had run": who speaks goes on about them
    witness = speaker(story, here)
    if witness is not None and side(story, witness) is not None:
        return None
    inside = told_inside(story, here, said)
    if any(agrees(asked, one) for one in inside):
        return None
    before = takewhile(lambda one: one is not here, story.spots)
    fits = inside or [one for one in before if is_fit(asked, one) and is_attacker(story, one)]
    return fits[-1] if fits else None


def is_fit(asked: Pronoun, one: Spot) -> bool:
    """Whether a pronoun may stand for a mention, planes and guns that kill among them."""
    return agrees(asked, one) or (one.kind == "weapon" and one.plural)


def does_violence(phrases: Phrases, one: Spot) -> bool:
    """Whether a mention is the subject of a verb of violence, or of one that such a verb is joined to by "and"."""
    verb = verb_over(phrases, one.head)
    if one.relation != "nsubj" or verb is None:
        return False
    joined, waiting = [], [verb]
    while waiting:
        joined.append(waiting.pop())
        waiting += phrases.kids(joined[-1], "conj", "advcl")
    return any(is_assault(phrases.tokens[n].lemma) for n in joined)


def told_inside(story: Story, here: Spot, said: Statement) -> list[Spot]:
    """Those whom a quotation names before a pronoun, many or weapons, in the order of the text."""
    near = (one for part in said.content for n in story.sentences(part) for one in story.spots_in(n))
    before = (one for one in near if one.mention.form != "pronoun" and one.mention.start < here.mention.start)
    return [one for one in before if one.plural and any(part.holds(one.mention) for part in said.content)]


def is_attacker(story: Story, one: Spot) -> bool:
    """Whether the outlet, or somebody whose words it gives without quotation marks, tells that a mention attacked."""
    if one.mention.form == "pronoun" and one.mention.actor_id is None:
        return False
    if one.relation not in SUBJECTS or not does_violence(story.phrases[one.sentence], one):
        return False
    said = spoken(story, one.mention)
    return said is None or said.form != "direct"
