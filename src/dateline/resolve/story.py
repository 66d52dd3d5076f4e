"""An article as far as it is read: its mentions in their sentences, and what is said in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile

from dateline.records.statement import Statement
from dateline.records.text import Span
from dateline.resolve.antecedents import Spot
from dateline.resolve.phrases import Phrases
from dateline.resolve.sides import side_of
from dateline.resolve.who import Who


@dataclass(frozen=True)
class Story:
    """The sentences of an article, what is said in it, and the mentions up to the one in question, resolved."""

    phrases: Sequence[Phrases]
    statements: Sequence[Statement]
    day: date | None
    spots: list[Spot]
    within: int
    home: str | None
    """The country that the article is about, where one is named twice as often as any other."""
    sides: dict[int, Who | None] = field(default_factory=dict)
    """Whom each speaker speaks for, by the number of the speaker's mention, as far as it was asked."""


def near(story: Story, here: Spot, within: int) -> Iterator[Spot]:
    """The mentions so far of the sentence and so many before it, the last one first."""
    return takewhile(lambda one: one.sentence >= here.sentence - within, reversed(story.spots))


def taken(here: Spot, one: Spot) -> Spot:
    """A mention as standing for what another does."""
    return replace(standing(here, one.who), plural=one.plural, gender=one.gender or here.gender)


def standing(here: Spot, who: Who) -> Spot:
    """A mention as standing for somebody."""
    sectors = who.sectors or here.mention.sectors
    mention = replace(
        here.mention, actor_id=who.actor_id, name=who.name, country=who.country, sectors=sectors, score=0.6
    )
    return replace(here, mention=mention, kind=who.kind)


def spoken(story: Story, words: Span) -> Statement | None:
    """The innermost statement that some words are content of."""
    over = [said for said in story.statements if any(content.holds(words) for content in said.content)]
    return min(over, key=lambda said: min(part.end - part.start for part in said.content), default=None)


def best_at(story: Story, words: Span) -> Spot | None:
    """The mention that shares most with some words, longest overlap first."""
    return max(
        (one for one in story.spots if one.mention.overlaps(words)),
        key=lambda one: min(one.mention.end, words.end) - max(one.mention.start, words.start),
        default=None,
    )


def side(story: Story, speaker: Spot) -> Who | None:
    """Whom a speaker speaks for, by what is told of him so far; None where nothing tells it."""
    if speaker.index not in story.sides:
        story.sides[speaker.index] = side_of(speaker, story.spots, story.phrases, story.day)
    return story.sides[speaker.index]
