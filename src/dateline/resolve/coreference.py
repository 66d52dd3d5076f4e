"""Whom pronouns and definite nouns ("the group", "the minister") stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import ClassVar

from dateline.lexicon.actors import STATE, actors, countries, state_of
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span
from dateline.resolve.antecedents import (
    SUBJECTS,
    Pronoun,
    Spot,
    agrees,
    is_bound,
    is_clausal,
    pointer,
    pronoun,
    salience,
    spot,
)
from dateline.resolve.nominals import described, role_at
from dateline.resolve.phrases import Phrases, without_article
from dateline.resolve.who import Who, as_of

DEFINITE = frozenset({"the", "this", "that"})
NEAR = 3
"""How many sentences back an antecedent may stand."""
FAR = 12
"""The same for what a definite noun points back to."""


@dataclass(frozen=True)
class Corefer:
    """Finds whom pronouns and definite nouns stand for; what is not clear stays open.

    `within` is how many sentences back the antecedent of a pronoun may stand, 3 at most.
    """

    within: int = NEAR
    reads: ClassVar[frozenset[str]] = frozenset({"sentences", "actors", "statements", "article"})
    writes: ClassVar[frozenset[str]] = frozenset({"actors"})

    def __call__(self, reading: Reading, /) -> Reading:
        """The reading with `actors` resolved further; forms and spans stay as they were."""
        return replace(reading, actors=resolved(reading, min(self.within, NEAR)))


@dataclass(frozen=True)
class Story:
    """The sentences of an article, what is said in it, and the mentions up to the one in question, resolved."""

    phrases: Sequence[Phrases]
    statements: Sequence[Statement]
    day: date | None
    spots: list[Spot]
    within: int


def resolved(reading: Reading, within: int = NEAR) -> tuple[ActorMention, ...]:
    """The mentions of a reading, in their order, with whom pronouns and definite nouns stand for."""
    phrases = [Phrases(sentence) for sentence in reading.sentences]
    story = Story(phrases, reading.statements, reading.article.published_day, [], within)
    starts = [sentence.start for sentence in reading.sentences]
    found = []
    for index, mention in enumerate(reading.actors):
        sentence = bisect_right(starts, mention.start) - 1
        here = spot(index, sentence, phrases[sentence], mention) if sentence >= 0 else None
        if here is not None:
            here = settled(story, here)
            story.spots.append(here)
        found.append(here.mention if here else mention)
    with_later(story, found)
    return tuple(after_owners(story, found))


def settled(story: Story, here: Spot) -> Spot:
    """The mention with its antecedent's actor, where it has one."""
    if here.mention.actor_id is not None:
        return here
    if here.mention.form == "pronoun":
        return for_pronoun(story, here)
    one = pointed_at(story, here) if here.mention.form == "nominal" else None
    return taken(here, one) if one is not None else here


def taken(here: Spot, one: Spot) -> Spot:
    """A mention as standing for what another does."""
    who = one.who
    sectors = who.sectors or here.mention.sectors
    mention = replace(
        here.mention, actor_id=who.actor_id, name=who.name, country=who.country, sectors=sectors, score=0.6
    )
    return replace(here, mention=mention, kind=one.kind, plural=one.plural, gender=one.gender or here.gender)


def for_pronoun(story: Story, here: Spot) -> Spot:
    """A pronoun with its antecedent; as it was when that is not clear."""
    word = here.mention.text.lower()
    asked = pronoun(word)
    if asked is None or asked.kind == "free":
        return here
    one = antecedent(story, here, asked)
    if one is None:
        return here
    found = taken(here, one)
    return replace(found, gender=asked.gender if asked.gender in {"male", "female"} else found.gender)


def antecedent(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The mention that a pronoun stands for."""
    if asked.kind == "relative":
        return noun_of_clause(story, here)
    if asked.person != 3 or is_clausal(story.phrases[here.sentence], here.head):
        return None
    fits = [one for one in near(story, here, story.within) if is_possible(story, here, asked, one)]
    return max(fits, key=lambda one: (salience(asked, here, one), one.mention.start), default=None)


def is_possible(story: Story, here: Spot, asked: Pronoun, one: Spot) -> bool:
    """Whether a mention before a pronoun is near enough, agrees, and is not barred by grammar or a quotation."""
    if not agrees(asked, one) or is_another(story, here, asked, one):
        return False
    if asked.kind == "personal" and one.sentence == here.sentence and is_bound(story.phrases[here.sentence], here, one):
        return False
    if one.mention.holds(here.mention):
        return False
    return not speaks_of(story, here, one)


def near(story: Story, here: Spot, within: int) -> Iterator[Spot]:
    """The mentions so far of the sentence and so many before it, the last one first."""
    return takewhile(lambda one: one.sentence >= here.sentence - within, reversed(story.spots))


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
    said = spoken(story, here.mention)
    return said is not None and said.form == "direct" and said.source is not None and said.source.overlaps(one.mention)


def spoken(story: Story, words: Span) -> Statement | None:
    """The innermost statement that some words are content of."""
    over = [said for said in story.statements if any(content.holds(words) for content in said.content)]
    return min(over, key=lambda said: min(part.end - part.start for part in said.content), default=None)


def speaker(story: Story, here: Spot) -> Spot | None:
    """Who says the words that "I" or "we" stands in."""
    said = spoken(story, here.mention)
    if said is None or said.source is None:
        return None
    return best_at(story, said.source)


def best_at(story: Story, words: Span) -> Spot | None:
    """The mention that shares most with some words, longest overlap first."""
    return max(
        (one for one in story.spots if one.mention.overlaps(words)),
        key=lambda one: min(one.mention.end, words.end) - max(one.mention.start, words.start),
        default=None,
    )


def noun_of_clause(story: Story, here: Spot) -> Spot | None:
    """The noun that the relative clause is about."""
    noun = story.phrases[here.sentence].noun_of_clause(here.head)
    return next((one for one in near(story, here, 0) if one.head == noun), None)


def with_later(story: Story, found: list[ActorMention]) -> None:
    """Fills in the pronouns whose antecedent stands behind them: "We," he said; "in its statement, Hezbollah said"."""
    for n, here in enumerate(story.spots):
        asked = pronoun(here.mention.text.lower()) if here.mention.form == "pronoun" else None
        if asked is None or here.kind is not None:
            continue
        one = speaker(story, here) if asked.person == 1 else subject_ahead(story, here, asked)
        if one is not None and one is not here:
            story.spots[n] = taken(here, one)
            found[here.index] = story.spots[n].mention


def subject_ahead(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The subject of the sentence, where a pronoun that agrees stands in a phrase or clause put before it."""
    if asked.person != 3 or asked.kind not in {"personal", "possessive"}:
        return None
    phrases = story.phrases[here.sentence]
    subject = next((one for one in story.spots if one.sentence == here.sentence and is_main(phrases, one)), None)
    if subject is None or subject.head <= here.head or not agrees(asked, subject):
        return None
    root = phrases.tokens[subject.head].head
    fronted = [n for n in (here.head, *phrases.above(here.head)) if phrases.tokens[n].head == root]
    relation = phrases.tokens[fronted[0]].relation if fronted else ""
    return subject if relation in {"prep", "advcl"} and not is_clausal(phrases, here.head) else None


def is_main(phrases: Phrases, one: Spot) -> bool:
    """Whether a mention is the subject of its sentence's main verb."""
    return one.relation in SUBJECTS and phrases.tokens[phrases.tokens[one.head].head].relation == "root"


def pointed_at(story: Story, here: Spot) -> Spot | None:
    """Whom a definite noun points back to: the nearest fitting one; None when it is not definite."""
    phrases = story.phrases[here.sentence]
    opening = here.mention.text.split(maxsplit=1)[0].lower()
    if opening not in DEFINITE or len(here.mention.text.split()) > 3:
        return None
    found = role_at(phrases, here.head)
    if found is None or without_article(here.mention.text).lower() != found.role.lemma:
        return None
    rule = pointer(found.role.lemma)
    if here.plural and not (rule or {}).get("plural"):
        return None
    behind = [one for one in near(story, here, FAR) if one.mention.end <= here.mention.start][::-1]
    titled = [one for one in behind if bears(one, found.role.lemma)]
    fits = titled or [one for one in behind if rule is not None and is_pointed(rule["to"], rule.get("sectors"), one)]
    if here.plural and len({one.mention.actor_id for one in fits}) > 1:
        return None
    return fits[-1] if fits else None


def bears(one: Spot, title: str) -> bool:
    """Whether somebody was called by a title before, or is known to have held it."""
    if one.mention.form == "pronoun" or one.mention.actor_id is None or one.plural:
        return False
    if f" {title} " in f" {one.mention.text.lower()} ":
        return True
    known = actors().get(one.mention.actor_id)
    return known is not None and any(title in post.title for post in known.posts)


def is_pointed(kind: str, sectors: Sequence[str] | None, one: Spot) -> bool:
    """Whether a definite noun of that kind may point at a mention: of states and groups a named one."""
    if one.kind != kind or one.plural or one.mention.form == "pronoun" or one.mention.actor_id is None:
        return False
    return not sectors or bool(set(sectors) & set(one.mention.sectors))


def after_owners(story: Story, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions, "its air force" as that of the owner's country."""
    owners = {
        (one.sentence, story.phrases[one.sentence].head(one.head)): one
        for one in story.spots
        if one.relation == "poss" and one.mention.form == "pronoun" and one.mention.country
    }
    for here in story.spots:
        owner = owners.get((here.sentence, here.head))
        if owner is not None and here.mention.form == "nominal" and here.mention.actor_id is None:
            found[here.index] = owned(story, here, owner)
    return found


def owned(story: Story, here: Spot, owner: Spot) -> ActorMention:
    """A nominal as that of its owner: "its troops" after "Russia"; "his country" after a Russian."""
    role = role_at(story.phrases[here.sentence], here.head)
    country = owner.mention.country
    if role is None or here.mention.country:
        return here.mention
    words = without_owner(here.mention.text, country)
    who = Who(None, None, country, role.role.sectors)
    state = state_of(country)
    if state is not None and (pointer(role.role.lemma) or {}).get("to") == "state":
        who = as_of(state, story.day)
    elif owner.kind != "person":
        side = Who(owner.mention.actor_id, owner.mention.name, country, owner.mention.sectors, owner.kind)
        who = described(role, [side], words.lower().split(), words, story.day)
    sectors = who.sectors or role.role.sectors
    return replace(here.mention, actor_id=who.actor_id, name=who.name, country=who.country, sectors=sectors)


def without_owner(text: str, country: str | None) -> str:
    """ "Its troops" with a country's adjective for the pronoun: "Russian troops"."""
    rest = text.split(maxsplit=1)[-1]
    state = countries().get(f"{STATE}{country}")
    return f"{state.demonyms[0]} {rest}" if state is not None and state.demonyms else rest
