"""Who stands where in a sentence: mentions of actors, and known names inside or beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from dateline.lexicon.actors import STATE, actor, countries
from dateline.lexicon.files import load
from dateline.lexicon.labels import label
from dateline.lexicon.names import NameMatch, names_in
from dateline.lexicon.numbers import one_of
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.text import Sentence, Token

NAMING = frozenset({"PERSON", "GPE", "NORP"})
LAST_WORD = re.compile(r"\w+$")
NEXT_WORD = re.compile(r"\w+")
NESTED = 12
"""How many mentions are looked at before an offset: those that hold it are among the last that began."""
REACH = 30
"""Characters of small words between a cue and the actor on its right."""


@dataclass(frozen=True)
class Cast:
    """The actors of a sentence: `told` as the reading has them, `known` by name alone."""

    sentence: Sentence
    text: str
    told: Sequence[ActorMention]
    known: Sequence[ActorMention]
    same: dict[str, ActorMention]
    """A resolved mention of the article for each wording, for words that no mention covers."""
    everywhere: Mapping[str, Sequence[ActorMention]]
    """The mentions of each body and state in the article, by its id, in the order of the text."""
    all: Sequence[ActorMention] = ()
    """The same mentions together, in the order of the text."""
    day: date | None = None
    """When the article was published."""

    def left_of(self, at: int) -> ActorMention | None:
        """The actor that ends at an offset of the article: the longest mention, a known name, or a proper noun."""
        for those in (self.told, self.known):
            found = [one for one in near(those, at) if one.end == at]
            if found:
                return min(found, key=lambda one: one.start)
        return self.part_of_name(at) or self.proper_noun(at)

    def part_of_name(self, at: int, behind: bool = False) -> ActorMention | None:
        """The known name in the one word that ends at an offset, the Saudi of a coalition's name; with `behind` in that
        which begins there."""
        start = max(self.sentence.start, at - REACH)
        word = NEXT_WORD.match(self.text, at) if behind else LAST_WORD.search(self.text, start, at)
        found = [known(match, word.start(), self.text) for match in names_in(word[0])] if word else []
        return next((one for one in found if one is not None and at in {one.start, one.end}), None)

    def right_of(self, at: int, cue: int) -> ActorMention | None:
        """The actor that begins at an offset, or past small words; else the mention that begins before and goes on."""
        lead = lead_words().match(self.text, at, min(at + REACH, self.sentence.end))
        reached = lead.end() if lead else at
        for those in (self.told, self.known):
            found = [one for one in near(those, reached) if at <= one.start <= reached]
            if found:
                return max(found, key=lambda one: one.end)
        return self.around(cue, at)

    def around(self, start: int, end: int) -> ActorMention | None:
        """The longest mention that holds some characters and goes on behind them."""
        found = [one for one in near(self.told, start) if one.start <= start and end < one.end]
        return max(found, key=lambda one: (one.form == "name", one.end - one.start)) if found else None

    def at_word(self, word: Token) -> ActorMention | None:
        """The actor whose words end with a word; else one that holds it."""
        beside = [*near(self.told, word.start), *near(self.known, word.start)]
        found = [one for one in beside if one.start <= word.start and word.end <= one.end]
        ending = [one for one in found if one.end == word.end]
        return next(iter([*ending, *found]), None)

    def proper_noun(self, at: int, trusted: bool = False) -> ActorMention | None:
        """The proper noun that ends at an offset, as an actor nobody knows unless the article names it elsewhere.

        `trusted`: it is one whatever the tagger says.
        """
        position = bisect_left(self.sentence.tokens, at, key=lambda token: token.end)
        word = self.sentence.tokens[position] if position < len(self.sentence.tokens) else None
        if word is None or word.end != at:
            return None
        words = self.text[word.start : at]
        if not (trusted or words.lower() in self.same or self.is_whole_name(position)):
            return None
        return like(self.same.get(words.lower()), word.start, at, words)

    def is_whole_name(self, at: int) -> bool:
        """Whether a word by itself is what the parser takes for the name of somebody."""
        word = self.sentence.tokens[at]
        beside = (*self.sentence.tokens[max(0, at - 1) : at], *self.sentence.tokens[at + 1 : at + 2])
        return word.entity in NAMING and all(one.entity != word.entity for one in beside)


def near(mentions: Sequence[ActorMention], at: int) -> Sequence[ActorMention]:
    """The last mentions that begin at or before an offset: those that may hold it or end there."""
    position = bisect_right(mentions, at, key=lambda one: one.start)
    return mentions[max(0, position - NESTED) : position]


@cache
def lead_words() -> re.Pattern[str]:
    """Small words before an actor."""
    return re.compile(rf"(?:{one_of(load('en/relations.yaml')['lead'])}\s+){{1,3}}", re.IGNORECASE)


def like(one: ActorMention | None, start: int, end: int, words: str) -> ActorMention:
    """A mention at some words of whoever another mention is of; of nobody known without one."""
    if one is None:
        return ActorMention(start, end, words, "name", score=0.5)
    return ActorMention(start, end, words, "name", one.actor_id, one.name, one.country, one.sectors, one.score)


def is_land(place: PlaceMention) -> bool:
    """Whether a place is a country, or its capital."""
    land = countries().get(f"{STATE}{place.country}")
    return land is not None and (
        place.precision == "country" or (place.name is not None and place.name == land.capital)
    )


def bodies(actors: Sequence[ActorMention], places: Sequence[PlaceMention]) -> dict[str, list[ActorMention]]:
    """The mentions of each body and state by its id, in the order of the text; also where a country is a place, or
    where its capital is."""
    taken = {one.start for one in actors}
    lands = (one for one in places if is_land(one) and one.start not in taken)
    more = [
        ActorMention(
            one.start, one.end, one.text, "name", f"{STATE}{one.country}", label(f"{STATE}{one.country}"), one.country
        )
        for one in lands
    ]
    found: dict[str, list[ActorMention]] = {}
    for one in sorted((*actors, *more), key=lambda each: each.start):
        if one.form != "pronoun" and one.actor_id:
            found.setdefault(one.actor_id, []).append(one)
    return found


def casts(reading: Reading) -> list[Cast]:
    """The cast of each sentence, the mentions being in the order of the text."""
    sentences, text, actors = reading.sentences, reading.article.text, reading.actors
    same = {one.text.lower(): one for one in reversed(actors) if one.actor_id is not None}
    names = [known_in(sentence, text) for sentence in sentences]
    everywhere = bodies([*actors, *(one for found in names for one in found)], reading.places)
    ordered = sorted((one for found in everywhere.values() for one in found), key=lambda one: one.start)
    made, at, day = [], 0, reading.article.published_day
    for sentence, named in zip(sentences, names, strict=True):
        while at < len(actors) and actors[at].start < sentence.start:
            at += 1
        end = at
        while end < len(actors) and actors[end].start < sentence.end:
            end += 1
        told = [one for one in actors[at:end] if one.end <= sentence.end]
        made.append(Cast(sentence, text, told, named, same, everywhere, ordered, day))
    return made


def known_in(sentence: Sentence, text: str) -> list[ActorMention]:
    """The known names of a sentence as mentions."""
    found = (known(match, sentence.start, text) for match in names_in(sentence.of(text)))
    return [one for one in found if one is not None]


def known(match: NameMatch, base: int, text: str) -> ActorMention | None:
    """A known name as a mention of the first who bears it; None where it often means something else."""
    who = actor(match.ids[0]) if match.ids and not match.doubtful else None
    if who is None:
        return None
    start, end = base + match.start, base + match.end
    return ActorMention(start, end, text[start:end], "name", who.id, who.name, who.country, who.sectors, 0.8)
