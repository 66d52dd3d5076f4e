"""Whom pronouns and definite nouns ("the group", "the minister") stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.actors import PEOPLES, actor
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.resolve.antecedents import (
    SUBJECTS,
    Pronoun,
    Spot,
    agrees,
    controller,
    is_bound,
    is_clausal,
    is_deed,
    is_leading,
    pronoun,
    spot,
    verb_over,
)
from dateline.resolve.antecedents import words as words_of
from dateline.resolve.definite import for_definite, is_foreign
from dateline.resolve.first_person import speaking
from dateline.resolve.foes import armed_groups, both, enemy_of, is_unlikely, told_most
from dateline.resolve.fronted import ahead
from dateline.resolve.homeland import OFFICES, UNCERTAIN, likely_home, opening
from dateline.resolve.owners import after_owners
from dateline.resolve.phrases import Phrases
from dateline.resolve.salience import is_captive, salience
from dateline.resolve.story import Story, best_at, near, quoted, side, speaker_ahead, spoken, standing, taken
from dateline.resolve.who import Who
from dateline.resolve.witnesses import attackers

CONTROL, SPEAKS, QUOTED = 40, 15, 40
"""Points for whoever is told to do something, for one who speaks like the pronoun, and against those only quoted."""
GOING_ON = 35
"""Points against a pronoun in a quotation, outside which nobody goes on with it: "He is dead." He thanked villagers."""
BESIDE = 12
"""The mention that a possessive pronoun opens is among so many before it."""
NEAR = 3
"""How many sentences back an antecedent may stand."""


@dataclass(frozen=True)
class Corefer:
    """Finds whom pronouns and definite nouns stand for; what is not clear stays open.

    `within` is how many sentences back the antecedent of a pronoun may stand, 3 at most.
    """

    within: int = NEAR
    reads: ClassVar[frozenset[str]] = frozenset({"sentences", "actors", "places", "statements", "article"})
    writes: ClassVar[frozenset[str]] = frozenset({"actors"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `actors` resolved further; forms and spans stay as they were."""
        return replace(reading, actors=resolved(reading, min(self.within, NEAR)))


def resolved(reading: Reading, within: int = NEAR) -> tuple[ActorMention, ...]:
    """The mentions of a reading, in their order, with whom pronouns and definite nouns stand for."""
    story = story_of(reading, within)
    starts = [sentence.start for sentence in reading.sentences]
    found = []
    for index, mention in enumerate(reading.actors):
        sentence = bisect_right(starts, mention.start) - 1
        here = spot(index, sentence, story.phrases[sentence], mention) if sentence >= 0 else None
        if here is not None:
            here = settled(story, here)
            story.add(here)
        found.append(here.mention if here else mention)
    story.sides.clear()  # more is told by now
    with_later(story, found)
    return tuple(after_owners(story, found))


def story_of(reading: Reading, within: int) -> Story:
    """An article before its first mention is resolved, with the country that it is about, by its actors and places and
    by those of its opening."""
    told = [country for country in countries_told(reading) if country is not None]
    home = likely_home(told, opening(reading.article, reading.sentences), frozenset(countries_inside(reading)))
    return Story(
        [Phrases(sentence) for sentence in reading.sentences],
        reading.statements,
        reading.article.published_day,
        within,
        home,
        armed_groups(reading.actors),
        is_settled=home is not None and told.count(home) > 2,
        named=reading.actors,
    )


def countries_told(reading: Reading) -> Iterator[str | None]:
    """The country of each mention of an actor and each place."""
    yield from (one.country for one in reading.actors)
    yield from (one.country for one in reading.places)


def countries_inside(reading: Reading) -> Iterator[str]:
    """The countries in which an article names a town or the like, and that which its dateline names."""
    dateline = reading.article.dateline
    for one in reading.places:
        is_inside = one.precision != "country" or (dateline is not None and one.start < dateline.end)
        if one.country is not None and is_inside:
            yield one.country


def settled(story: Story, here: Spot) -> Spot:
    """The mention with its antecedent's actor, where it has one."""
    if here.mention.actor_id is not None:
        return at_home(story, here)
    if here.mention.form == "pronoun":
        return for_pronoun(story, here)
    return for_definite(story, here) if here.mention.form == "nominal" else here


def at_home(story: Story, here: Spot) -> Spot:
    """Somebody with a name and an office, or one of a people, but of no country, as of the one all is about."""
    one = here.mention
    if one.form != "name" or one.country is not None or story.home is None or is_foreign(one):
        return here
    known = actor(one.actor_id or "")
    is_homeless = known.kind in PEOPLES if known is not None else bool(OFFICES.intersection(one.sectors[:1]))
    if not is_homeless:
        return here
    return replace(here, mention=replace(one, country=story.home, score=min(one.score, UNCERTAIN)))


def for_pronoun(story: Story, here: Spot) -> Spot:
    """A pronoun with its antecedent; as it was when that is not clear."""
    word = here.mention.text.lower()
    asked = pronoun(word)
    if asked is None or asked.kind == "free":
        return here
    one = antecedent(story, here, asked)
    if one is None:
        return here
    if one.index in story.loose or is_outside(story, here, one):
        story.loose.add(here.index)
    story.meant[here.index] = story.meant.get(one.index, one)
    if here.relation == "poss" and one.kind == "person" and (body := body_owned(story, here)) is not None:
        story.led.setdefault(one.mention.actor_id or "", body.who)
    found = taken(here, one)
    return replace(found, gender=asked.gender if asked.gender in {"male", "female"} else found.gender)


def body_owned(story: Story, here: Spot) -> Spot | None:
    """The body that a possessive pronoun stands before: "his Popular Front"."""
    head = story.phrases[here.sentence].head(here.head)
    beside = (one for one in story.spots[-BESIDE:] if one.sentence == here.sentence)
    return next((one for one in beside if one.head == head and is_named_body(one)), None)


def is_named_body(one: Spot) -> bool:
    """Whether a mention names a body."""
    return one.mention.form == "name" and one.kind == "group" and one.mention.actor_id is not None


def is_outside(story: Story, here: Spot, one: Spot) -> bool:
    """Whether a mention stands outside the quotation that another is in."""
    said = spoken(story, here.mention)
    return said is not None and said.form == "direct" and not any(part.holds(one.mention) for part in said.content)


def antecedent(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The mention that a pronoun stands for."""
    if asked.kind == "relative":
        return noun_of_clause(story, here)
    phrases = story.phrases[here.sentence]
    if asked.person != 3 or is_clausal(phrases, here.head) or is_deed(phrases, here.head):
        return None
    fits = [one for one in near(story, here, story.within) if is_possible(story, here, asked, one)]
    named = [one for one in fits if one.mention.form == "name" and is_leading(story.phrases[one.sentence], one.head)]
    newest = max((one.mention.start for one in named), default=0)
    told = controller(phrases, here.head) if asked.kind == "possessive" else None
    return max(
        fits,
        key=lambda one: (weight(story, here, one, told) + salience(asked, here, one, newest), one.mention.start),
        default=None,
    )


def weight(story: Story, here: Spot, one: Spot, told: int | None) -> int:
    """Points for a mention by who is told to do what a pronoun is part of, who speaks, and what is only quoted."""
    points = CONTROL if one.sentence == here.sentence and one.head == told else 0
    said = spoken(story, one.mention) if is_unquoted(story, here) else None
    points += SPEAKS if story.speaks(here) and story.speaks(one) else 0
    points += CONTROL if is_speakers_own(story, here, one) else 0
    points += CONTROL if is_captive(story.phrases[here.sentence], here, story.phrases[one.sentence], one) else 0
    if said is None or said.form != "direct":
        return points
    return points - (QUOTED + GOING_ON if one.mention.form == "pronoun" else QUOTED)


def is_speakers_own(story: Story, here: Spot, one: Spot) -> bool:
    """Whether a mention is of the body of whoever says the words that "it" stands in: "its head said it had moved"."""
    said, is_it = spoken(story, here.mention), here.mention.text.lower() == "it" and here.relation in SUBJECTS
    if said is None or said.source is None or here.sentence != one.sentence or one.kind not in {"state", "group"}:
        return False
    phrases = story.phrases[here.sentence]
    verb = verb_over(phrases, one.head)
    is_beside = verb is None or not said.source.holds(phrases.tokens[verb])  # not "the Houthis, who are backed by Iran"
    return is_it and is_beside and said.source.holds(one.mention) and one.relation in {"poss", "pobj"}


def is_unquoted(story: Story, here: Spot) -> bool:
    """Whether a mention stands in nobody's quotation."""
    said = spoken(story, here.mention)
    return said is None or said.form != "direct"


def is_possible(story: Story, here: Spot, asked: Pronoun, one: Spot) -> bool:
    """Whether a mention before a pronoun is near enough, agrees, and is not barred by grammar or a quotation."""
    if not agrees(asked, one) or is_another(story, here, asked, one):
        return False
    if asked.kind == "personal" and one.sentence == here.sentence and is_bound(story.phrases[here.sentence], here, one):
        return False
    if one.mention.holds(here.mention) or is_audience(story, one):
        return False
    return not speaks_of(story, here, one)


def is_audience(story: Story, one: Spot) -> bool:
    """Whether a mention is of those who are told the news and take no part in it: "told reporters"."""
    return one.mention.actor_id is None and story.phrases[one.sentence].tokens[one.head].lemma in words_of("audience")


def is_another(story: Story, here: Spot, asked: Pronoun, one: Spot) -> bool:
    """Whether other words for the same somebody bar a pronoun: "he" was "she" before, or stands beside the pronoun."""
    if one.mention.actor_id is None:
        return False
    same = [other for other in near(story, here, story.within) if other.mention.actor_id == one.mention.actor_id]
    if asked.gender in {"male", "female"} and any(other.gender not in {None, asked.gender} for other in same):
        return True
    beside = [other for other in same if other.sentence == here.sentence and asked.kind == "personal"]
    return any(is_bound(story.phrases[here.sentence], here, other) for other in beside)


def speaks_of(story: Story, here: Spot, one: Spot) -> bool:
    """Whether the mention is the speaker of the quotation around a pronoun: who speaks of himself says "I"."""
    said = quoted(story, here.mention)
    if said is None or said.source is None:
        return False
    asked = pronoun(here.mention.text.lower())
    is_person = asked is not None and asked.gender in {"male", "female"}
    if said.source.overlaps(one.mention) or (is_person and one.mention.actor_id in speaker_ahead(story, said)):
        return True
    speaker = best_at(story, said.source)
    mine = side(story, speaker) if speaker is not None else None
    return mine is not None and one.mention.actor_id is not None and one.mention.actor_id == mine.actor_id


def noun_of_clause(story: Story, here: Spot) -> Spot | None:
    """The noun that the relative clause is about."""
    noun = story.phrases[here.sentence].noun_of_clause(here.head)
    return next((one for one in near(story, here, 0) if one.head == noun), None)


def with_later(story: Story, found: list[ActorMention]) -> None:
    """Fills in what stands for somebody told behind it, or by the whole article: "We," he said; "the two countries"."""
    told = told_most(story)
    for n, here in enumerate(story.spots):
        one = by_later(story, here, told)
        if one is not None:
            story.spots[n] = one
            found[here.index] = one.mention


def by_later(story: Story, here: Spot, told: Sequence[Who]) -> Spot | None:
    """A mention as whom it stands for, by all that is told; None where that tells nothing more."""
    asked = pronoun(here.mention.text.lower()) if here.mention.form == "pronoun" else None
    if asked is not None and (one := attackers(story, here, asked)) is not None:
        return taken(here, one)
    if asked is not None and asked.gender == "any" and asked.person == 3 and here.index in story.loose:
        who = enemy_of(story, here, told) if is_unlikely(story, here) else None
    elif asked is not None and here.kind is None:
        return speaking(story, here, asked) if asked.person == 1 else ahead(story, here, asked)
    elif here.mention.form == "nominal" and here.mention.actor_id is None:
        lemma = story.phrases[here.sentence].tokens[here.head].lemma.lower()
        who = enemy_of(story, here, told) if lemma in words_of("foes") else both(story, here, told)
    else:
        return None
    return None if who is None else standing(here, who)
