"""From the words in an event's roles to actors: the mention that stands there, a place, or the plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.coding.slots import core, noun_slot
from dateline.coding.tree import TIMES, Tree
from dateline.lexicon.actors import Country, countries
from dateline.lexicon.calendar import numbered
from dateline.lexicon.files import load
from dateline.lexicon.in_force import kept
from dateline.lexicon.roles import roles
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.text import Span, Token

PHRASE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "advmod", "case", "predet"})
OWNERS = ("of", "poss", "mod")
BEHIND = ("against", "by", "poss", "of", "from", "on", "to", "with", "mod", "for")
ARMED = "UAF"
"""The sector of whoever is armed and not known."""
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


@dataclass(frozen=True)
class Cast:
    """The actors and places that a sentence mentions, by the position of each one's top word."""

    tree: Tree
    text: str
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]

    @cached_property
    def by_top(self) -> dict[int, ActorMention]:
        """For each word the longest actor mention of which it is the top; and whom a word before a noun names."""
        found = modifying(self.tree, self.text)
        for mention in sorted(self.actors, key=lambda one: one.end - one.start):
            top = self.tree.top(mention)
            if top is not None:
                found[top] = mention
        return found

    @cached_property
    def named(self) -> frozenset[int]:
        """The words that are the top of some actor mention."""
        return frozenset(self.by_top)

    def mention(self, position: int) -> ActorMention | None:
        """The actor mention that a word stands for: it is its top word, or lies inside it."""
        found = [self.by_top[one] for one in (position, core(self.tree, position)) if one in self.by_top]
        if found:
            return next((one for one in found if one.country or one.actor_id), found[-1])
        span = self.tree.span(position)
        around = [mention for mention in self.actors if mention.overlaps(span)]
        return max(around, key=lambda one: one.end - one.start, default=None)

    def place(self, position: int) -> PlaceMention | None:
        """The place whose name a word belongs to."""
        span = self.tree.span(position)
        return next((place for place in self.places if place.overlaps(span)), None)

    def end(self, position: int) -> ActorMention | None:
        """Who stands at a word: a known mention, a place as a target, or the noun phrase as it is.

        None for a pronoun that nobody resolved to a mention, and for what is no noun.
        """
        mention, place = self.mention(position), self.place(position)
        if mention is not None and (mention.country or place is None or mention.form == "pronoun"):
            return self.antecedent(mention)
        if mention is not None and place is not None:
            return replace(mention, country=place.country) if place.holds(mention) else mention
        token = self.tree.tokens[position]
        if is_phrase(self.tree, position):
            return None
        if place is not None:
            own = Span(place.start, place.end)
            return ActorMention(own.start, own.end, own.of(self.text), "name", None, place.name, place.country)
        if token.pos not in {"NOUN", "PROPN", "ADJ", "NUM"} or token.lemma.lower() in RELATIVE or is_day(token):
            return None
        span, form = phrase(self.tree, position), "name" if token.pos == "PROPN" else "nominal"
        alike = self.counted(position) if token.pos == "NUM" else None
        if alike is not None:
            country, sectors = alike.country, alike.sectors
            return ActorMention(span.start, span.end, span.of(self.text), form, None, None, country, sectors)
        return ActorMention(span.start, span.end, span.of(self.text), form, None, None, self._country_within(position))

    def counted(self, position: int) -> ActorMention | None:
        """Whom a bare number counts, by the clause that its own is coordinated with: soldiers, in "four soldiers were
        killed and eight were wounded"."""
        verb = self.tree.head(position)
        over = self.tree.head(verb) if verb is not None and self.tree.tokens[verb].relation == "conj" else None
        if over is None or self.tree.tokens[position].relation not in {"nsubj", "nsubjpass"}:
            return None
        near = [self.by_top[n] for n in self.tree.subjects(over) if n in self.by_top]
        return next((one for one in near if one.form == "nominal"), None)

    def is_somebody(self, position: int) -> bool:
        """Whether a word stands for somebody who can act: an actor mention or a proper name."""
        token = self.tree.tokens[position]
        is_name = token.pos in {"PROPN", "PRON"} and not is_day(token)
        return self.mention(position) is not None or is_name or self.place(position) is not None

    def somebody(self, position: int, violent: bool = False) -> list[int]:
        """The word itself if it is somebody; else who stands behind the thing: "sanctions against officials".

        Behind what was hit stands only its owner: "positions of the rebels". Abstract things are not hit at all.
        """
        if self.is_somebody(position):
            return [position]
        if violent and self.tree.tokens[position].lemma.lower() in load("en/not_events.yaml")["things"]:
            return []
        for slot in OWNERS if violent else BEHIND:
            found = [n for n in noun_slot(self.tree, position, slot, self.named) if self.is_somebody(n)]
            found = [n for n in found if not violent or self.place(n) is None]
            if found:
                return found
        return [position]

    def antecedent(self, mention: ActorMention) -> ActorMention:
        """The mention in the same sentence that a pronoun stands for; the pronoun itself where there is none."""
        if mention.form != "pronoun" or not (mention.actor_id or mention.name):
            return mention
        same = (mention.actor_id, mention.name)
        named = [one for one in self.actors if one.form != "pronoun" and (one.actor_id, one.name) == same]
        return max(named, key=lambda one: (one.start < mention.start, one.start), default=mention)

    def _country_within(self, position: int) -> str | None:
        """The one country that the modifiers and owners of a noun name: "Russian positions"."""
        inside = [n for n in self.tree.under(position) if n != position and n in self.by_top]
        near = [self.by_top[n].country for n in inside if self.tree.head(n) == position]
        countries = {country for country in near if country}
        return countries.pop() if len(countries) == 1 else None


@kept()
def peoples() -> dict[str, Country]:
    """The country that an adjective such as "Russian" belongs to."""
    return {word: country for country in countries().values() for word in country.demonyms}


def state_of_people(words: str) -> Country | None:
    """The country whose people an adjective names, in a text that is all in capitals too; None for other words."""
    return peoples().get(words) or (peoples().get(words.title()) if words.isupper() else None)


def modifying(tree: Tree, text: str) -> dict[int, ActorMention]:
    """Who the words before a noun name: "Russian" in "Russian strikes", "rebel" in "a rebel attack"."""
    found = {}
    for position, token in enumerate(tree.tokens):
        if token.relation not in {"amod", "compound", "nmod"}:
            continue
        lemma = token.lemma.lower()
        state = state_of_people(token.text)
        if state is not None:
            found[position] = ActorMention(
                token.start, token.end, token.of(text), "name", state.id, state.name, state.iso3, ("GOV",), score=0.7
            )
        elif lemma in roles() and roles()[lemma].kind != "weapon" and not is_quality(token):
            sectors = roles()[lemma].sectors
            found[position] = ActorMention(token.start, token.end, token.of(text), "nominal", sectors=sectors)
    return found


def is_day(token: Token) -> bool:
    """Whether a word is a day's, a month's or a feast's, and so nobody's: "Monday's raid"."""
    return token.pos == "PROPN" and (token.entity in TIMES or token.text.lower() in numbered("weekdays"))


def is_phrase(tree: Tree, position: int) -> bool:
    """Whether a noun only makes a preposition with the one before it ("in order to", "in front of"), or is a direction
    ("was repelled west of the town")."""
    words, lemma, over = load("en/ends.yaml"), tree.tokens[position].lemma.lower(), tree.head(position)
    if tree.kids(position, "det", "poss", "amod", "nummod"):
        return False
    is_behind = over is not None and tree.tokens[over].lemma.lower() == "in"
    return (is_behind and lemma in words["phrases"]) or lemma in words["directions"]


def is_quality(token: Token) -> bool:
    """Whether an adjective only looks like somebody: "a major offensive", "the general strike", "a criminal attack"."""
    role, lemma = roles()[token.lemma.lower()], token.lemma.lower()
    is_rank = role.kind == "person" and role.sectors[:1] == ("MIL",)
    is_second = lemma in load("en/actor_words.yaml")["unheld"]  # "deputy high commissioner"
    return is_second or (token.pos == "ADJ" and (is_rank or lemma in load("en/ends.yaml")["qualities"]))


def is_device(tree: Tree, position: int, mention: ActorMention | None) -> bool:
    """Whether a word is for what somebody struck with, nobody knows who: "a car bomb", not "rebel shells"."""
    is_owned = mention is not None and (mention.actor_id or mention.country or set(mention.sectors) - {ARMED})
    words = load("en/weapons.yaml")
    return not is_owned and tree.tokens[position].lemma.lower() in {*words["devices"], *words["arms"]}


def phrase(tree: Tree, position: int) -> Span:
    """A noun with the words before it that belong to it, without clauses and prepositions after it."""
    words = [position]
    for one in words:
        words += tree.kids(one, *PHRASE) if one == position or tree.tokens[one].relation != "poss" else tree.kids(one)
    inside = [n for n in words if n <= position]
    return Span(tree.tokens[min(inside)].start, tree.tokens[position].end)
