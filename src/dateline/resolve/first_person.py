"""Whom "I" and "we" stand for: the speaker, and those whom the speaker speaks for."""

from __future__ import annotations

from dateline.resolve.antecedents import Pronoun, Spot
from dateline.resolve.story import Story, best_at, last_sourced, side, spoken, standing, taken


def speaker(story: Story, here: Spot) -> Spot | None:
    """Who says the words that "I" or "we" stands in: of a bare quotation, who spoke last."""
    said = spoken(story, here.mention)
    if said is None:
        return None
    if said.source is None and said.cue is None:
        said = last_sourced(story, here.mention.start) or said
    return best_at(story, said.source) if said.source is not None else None


def speaking(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The mention of "I" as its speaker, of "we" as those whom its speaker speaks for."""
    one = speaker(story, here)
    if one is None or one is here:
        return None
    mine = side(story, one) if asked.number == "plural" else None
    return taken(here, one) if mine is None else standing(here, mine)
