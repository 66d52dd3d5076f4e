"""An article as far as it is read: its mentions in their sentences, and what is said in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import takewhile

from dateline.records.mention import ActorMention
from dateline.records.statement import Statement
from dateline.records.text import Span
from dateline.resolve.antecedents import SUBJECTS, Spot, pronoun, words
from dateline.resolve.phrases import Phrases
from dateline.resolve.sides import around, by_office, by_post
from dateline.resolve.who import Who

INTRODUCED = 12
"""How many of somebody's first mentions are asked whom he speaks for: who somebody is, is told early."""


BESIDE_SOURCE = 4
"""So many mentions the words for who says something hold at most."""


@dataclass(frozen=True)
class Story:
    """The sentences of an article, what is said in it, and the mentions up to the one in question, resolved."""

    phrases: Sequence[Phrases]
    statements: Sequence[Statement]
    day: date | None
    within: int
    home: str | None
    """The country that the article is about, where one is named twice as often as any other."""
    armed: Sequence[ActorMention] = ()
    """A mention of each armed group that the article names."""
    is_settled: bool = False
    """Whether more than two mentions are of the country that the article is about."""
    named: Sequence[ActorMention] = ()
    """All mentions as they were before any was resolved, in the order of the text."""
    spots: list[Spot] = field(default_factory=list)
    sides: dict[int, Who | None] = field(default_factory=dict)
    """Whom each speaker speaks for, by the number of the speaker's mention, as far as it was asked."""
    in_sentence: dict[int, list[int]] = field(default_factory=dict)
    """Where the mentions of each sentence stand in `spots`."""
    of_actor: dict[str, list[int]] = field(default_factory=dict)
    """Where the first mentions of each actor by a name or noun stand in `spots`."""
    loose: set[int] = field(default_factory=set)
    """The numbers of the mentions in a quotation that were taken for somebody outside it."""
    led: dict[str, Who] = field(default_factory=dict)
    """The body that is called a person's own, by the person: "his Popular Front"."""
    meant: dict[int, Spot] = field(default_factory=dict)
    """The mention that each pronoun stands for, by the pronoun's number."""

    def add(self, one: Spot) -> None:
        """Goes on to the next mention."""
        self.in_sentence.setdefault(one.sentence, []).append(len(self.spots))
        if one.mention.actor_id is not None and one.mention.form != "pronoun":
            mine = self.of_actor.setdefault(one.mention.actor_id, [])
            mine += [len(self.spots)] * (len(mine) < INTRODUCED)
        self.spots.append(one)

    def spots_in(self, sentence: int) -> list[Spot]:
        """The mentions of a sentence so far, in its order."""
        return [self.spots[n] for n in self.in_sentence.get(sentence, ())]

    @property
    def only_armed(self) -> ActorMention | None:
        """The one armed group that the article names; None where it names none or several."""
        return self.armed[0] if len(self.armed) == 1 else None

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence starts."""
        return [one.tokens[0].start if one.tokens else 0 for one in self.phrases]

    def sentences(self, words: Span) -> range:
        """The numbers of the sentences that some words lie in."""
        first = max(0, bisect_right(self.starts, words.start) - 1)
        return range(first, max(first + 1, bisect_left(self.starts, words.end)))

    @cached_property
    def said_in(self) -> Mapping[int, Sequence[Statement]]:
        """The statements that each sentence holds content of."""
        found: dict[int, list[Statement]] = {}
        for said in self.statements:
            for number in dict.fromkeys(n for part in said.content for n in self.sentences(part)):
                found.setdefault(number, []).append(said)
        return found

    @cached_property
    def sourced(self) -> Sequence[Statement]:
        """The statements with a source, by where what is said begins."""
        return sorted((one for one in self.statements if one.source), key=content_start)

    @cached_property
    def speaking(self) -> Sequence[Span]:
        """The words that name who says something, in the order of the text."""
        return sorted((one.source for one in self.statements if one.source), key=lambda one: (one.start, one.end))

    def speaks(self, one: Spot) -> bool:
        """Whether a mention is of somebody who is told to say something."""
        at = bisect_right(self.speaking, one.mention.start, key=lambda words: words.start)
        return any(words.overlaps(one.mention) for words in self.speaking[max(0, at - 1) : at + 1])


def content_start(said: Statement) -> int:
    """Where what is said begins."""
    return said.content[0].start


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
    """The innermost statement that some words of one sentence are content of."""
    near_by = story.said_in.get(story.sentences(words)[0], ())
    over = [said for said in near_by if any(content.holds(words) for content in said.content)]
    return min(over, key=lambda said: min(part.end - part.start for part in said.content), default=None)


def quoted(story: Story, words: Span) -> Statement | None:
    """The innermost quotation that some words of one sentence are in, whatever is told inside it."""
    near_by = story.said_in.get(story.sentences(words)[0], ())
    over = [said for said in near_by if said.form == "direct" and any(part.holds(words) for part in said.content)]
    return min(over, key=lambda said: min(part.end - part.start for part in said.content), default=None)


def speaker_ahead(story: Story, said: Statement) -> set[str]:
    """The ids of who says something, where the words for it stand behind what is said and are not read yet: "…," Diop
    said; for "…," he said, of who said the last thing before."""
    source = said.source
    if source is None or source.start < said.content[0].start:
        return set()
    first = bisect_left(story.named, source.start, key=lambda one: one.start)
    here = [one for one in story.named[first : first + BESIDE_SOURCE] if one.overlaps(source)]
    asked = pronoun(here[0].text.lower()) if len(here) == 1 and here[0].form == "pronoun" else None
    if asked is not None and asked.gender in {"male", "female"}:
        before = last_sourced(story, said.content[0].start)
        speaker = None if before is None or before.source is None else best_at(story, before.source)
        return set() if speaker is None or speaker.mention.actor_id is None else {speaker.mention.actor_id}
    return {one.actor_id for one in here if one.actor_id is not None}


def last_sourced(story: Story, before: int) -> Statement | None:
    """The last statement with a source whose content begins before an offset."""
    place = bisect_left(story.sourced, before, key=content_start)
    return story.sourced[place - 1] if place else None


def best_at(story: Story, words: Span) -> Spot | None:
    """The mention that shares most with some words, longest overlap first."""
    return max(
        (one for n in story.sentences(words) for one in story.spots_in(n) if one.mention.overlaps(words)),
        key=lambda one: min(one.mention.end, words.end) - max(one.mention.start, words.start),
        default=None,
    )


def side(story: Story, speaker: Spot) -> Who | None:
    """Whom a speaker speaks for, by what is told of him so far; None where nothing tells it."""
    if speaker.index not in story.sides:
        same = [story.spots[n] for n in story.of_actor.get(speaker.mention.actor_id or "", ())]
        same += [story.meant[speaker.index]] if speaker.index in story.meant else []
        told = (
            group
            for one in dict.fromkeys((speaker, *same))
            for group in around(one, story.spots_in(one.sentence), story.phrases[one.sentence])
        )
        story.sides[speaker.index] = (
            by_post(speaker, story.day)
            or next(told, None)
            or story.led.get(speaker.mention.actor_id or "")
            or by_post(speaker, story.day, past=True)
            or of_rebels(story, speaker)
            or of_subject(story, speaker)
            or by_office(speaker, story.day, story.home)
        )
    return story.sides[speaker.index]


def of_rebels(story: Story, speaker: Spot) -> Who | None:
    """The one armed group of the article, for somebody of the rebels: "rebel spokesman Abu Omar"."""
    armed = story.only_armed
    if armed is None or "REB" not in speaker.mention.sectors:
        return None
    return Who(armed.actor_id, armed.name, armed.country, armed.sectors, "group")


def of_subject(story: Story, speaker: Spot) -> Who | None:
    """The body or state that the sentence before is about, for a spokesman of whom nothing tells whose he is."""
    noun = story.phrases[speaker.sentence].tokens[speaker.head].lemma.lower()
    if noun not in words("spokesmen") or speaker.mention.country is not None or speaker.sentence == 0:
        return None
    before = (one for n in (speaker.sentence - 1, speaker.sentence - 2) if n >= 0 for one in story.spots_in(n))
    fits = (one for one in before if one.relation in SUBJECTS and one.kind in {"group", "state"})
    return next((one.who for one in fits if one.mention.actor_id is not None), None)
