"""Whom pronouns and definite nouns ("the group", "the minister") stand for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import ClassVar

from dateline.lexicon.actors import STATE, countries, state_of
from dateline.records.mention import ActorMention
from dateline.records.reading import Reading
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
from dateline.resolve.antecedents import words as words_of
from dateline.resolve.definite import for_definite
from dateline.resolve.first_person import speaking
from dateline.resolve.homeland import of_most
from dateline.resolve.nominals import as_many, described, of_state, role_at
from dateline.resolve.phrases import Phrases
from dateline.resolve.story import Story, best_at, near, side, spoken, taken
from dateline.resolve.who import Who, as_of

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
    phrases = [Phrases(sentence) for sentence in reading.sentences]
    story = Story(phrases, reading.statements, reading.article.published_day, within, home_of(reading))
    starts = [sentence.start for sentence in reading.sentences]
    found = []
    for index, mention in enumerate(reading.actors):
        sentence = bisect_right(starts, mention.start) - 1
        here = spot(index, sentence, phrases[sentence], mention) if sentence >= 0 else None
        if here is not None:
            here = settled(story, here)
            story.add(here)
        found.append(here.mention if here else mention)
    story.sides.clear()  # more is told by now
    with_later(story, found)
    return tuple(after_owners(story, found))


def home_of(reading: Reading) -> str | None:
    """The country that an article is about, by its actors and places and by those of its first sentence."""
    told = [(one.country, one.start) for one in reading.actors if one.country]
    told += [(one.country, one.start) for one in reading.places if one.country]
    lead = reading.sentences[0].end if reading.sentences else 0
    return of_most((code for code, _ in told), {code for code, at in told if at < lead})


def settled(story: Story, here: Spot) -> Spot:
    """The mention with its antecedent's actor, where it has one."""
    if here.mention.actor_id is not None:
        return here
    if here.mention.form == "pronoun":
        return for_pronoun(story, here)
    return for_definite(story, here) if here.mention.form == "nominal" else here


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
    named = [one for one in fits if one.mention.form == "name" and one.relation in SUBJECTS]
    newest = max((one.mention.start for one in named), default=0)
    return max(fits, key=lambda one: (salience(asked, here, one, newest), one.mention.start), default=None)


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
    said = spoken(story, here.mention)
    if said is None or said.form != "direct" or said.source is None:
        return False
    if said.source.overlaps(one.mention):
        return True
    speaker = best_at(story, said.source)
    mine = side(story, speaker) if speaker is not None else None
    return mine is not None and one.mention.actor_id is not None and one.mention.actor_id == mine.actor_id


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
        one = speaking(story, here, asked) if asked.person == 1 else ahead(story, here, asked)
        if one is not None:
            story.spots[n] = one
            found[here.index] = one.mention


def ahead(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """A pronoun as the subject behind it."""
    one = subject_ahead(story, here, asked)
    return taken(here, one) if one is not None and one is not here else None


def subject_ahead(story: Story, here: Spot, asked: Pronoun) -> Spot | None:
    """The subject of the sentence, where a pronoun that agrees stands in a phrase or clause put before it."""
    if asked.person != 3 or asked.kind not in {"personal", "possessive"}:
        return None
    phrases = story.phrases[here.sentence]
    subject = next((one for one in story.spots_in(here.sentence) if is_main(phrases, one)), None)
    if subject is None or subject.head <= here.head or not agrees(asked, subject):
        return None
    root = phrases.tokens[subject.head].head
    fronted = [n for n in (here.head, *phrases.above(here.head)) if phrases.tokens[n].head == root]
    relation = phrases.tokens[fronted[0]].relation if fronted else ""
    return subject if relation in {"prep", "advcl"} and not is_clausal(phrases, here.head) else None


def is_main(phrases: Phrases, one: Spot) -> bool:
    """Whether a mention is the subject of its sentence's main verb."""
    return one.relation in SUBJECTS and phrases.tokens[phrases.tokens[one.head].head].relation == "root"


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
    role = as_many(role, here.plural)
    words = without_owner(here.mention.text, country)
    who = Who(None, None, country, role.role.sectors)
    state = state_of(country)
    points = pointer(role.role.lemma)
    if state is not None and points is not None and points.to == "state":
        who = as_of(state, story.day)
    elif owner.kind != "person":
        side = Who(owner.mention.actor_id, owner.mention.name, country, owner.mention.sectors, owner.kind)
        who = described(role, [side], words.lower().split(), words, story.day)
    elif state is not None and role.role.lemma in words_of("home"):
        who = of_state(role, as_of(state, story.day), words, story.day)
    sectors = who.sectors or role.role.sectors
    return replace(here.mention, actor_id=who.actor_id, name=who.name, country=who.country, sectors=sectors)


def without_owner(text: str, country: str | None) -> str:
    """ "Its troops" with a country's adjective for the pronoun: "Russian troops"."""
    rest = text.split(maxsplit=1)[-1]
    state = countries().get(f"{STATE}{country}")
    return f"{state.demonyms[0]} {rest}" if state is not None and state.demonyms else rest
