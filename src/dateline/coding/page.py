"""A reading as a page, to be asked in which sentence words stand and what else stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.parts import is_only_where
from dateline.coding.returns import Named, Return, returns_of
from dateline.coding.scenes import Scene, scene_of, which
from dateline.coding.standing import Standing, by_who, spots_of, standing_in
from dateline.coding.told_places import main_countries, told_places
from dateline.coding.tree import Tree
from dateline.coding.word_states import States, states_of
from dateline.records.claim import Claim
from dateline.records.mention import ActorMention, PlaceMention
from dateline.records.reading import Reading
from dateline.records.statement import Statement
from dateline.records.text import Span

GAP = re.compile(r"\n[ \t]*\n")
WORD = re.compile(r"\w+")
OPENING = 2
"""How many sentences are the lead."""
MAIN = 2
"""How many places, the ones named most, a report is about."""


@dataclass(frozen=True)
class Page:
    """A reading whose claims are placed as far as rules place them."""

    reading: Reading

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each sentence starts."""
        return [sentence.start for sentence in self.reading.sentences]

    def sentence(self, at: int) -> int:
        """The number of the sentence that an offset lies in."""
        return max(0, bisect_right(self.starts, at) - 1)

    @cached_property
    def trees(self) -> Sequence[Tree]:
        """Each sentence as a tree."""
        return [Tree(sentence) for sentence in self.reading.sentences]

    @cached_property
    def states(self) -> States:
        """The states of its words."""
        return states_of(self.reading)

    @cached_property
    def gaps(self) -> Sequence[int]:
        """Where each paragraph but the first starts."""
        return [gap.end() for gap in GAP.finditer(self.reading.article.text)]

    def paragraph(self, at: int) -> int:
        """The number of the paragraph that an offset lies in."""
        return bisect_right(self.gaps, at)

    @cached_property
    def places(self) -> Mapping[int, Sequence[PlaceMention]]:
        """The places that each sentence tells."""
        named: dict[int, list[PlaceMention]] = {}
        for place in self.reading.places:
            named.setdefault(self.sentence(place.start), []).append(place)
        found: dict[int, Sequence[PlaceMention]] = {}
        for number, tree in enumerate(self.trees):
            actors = self.actors.get(number, ())
            told = told_places(tree, self.reading.article.text, named.get(number, ()), actors, self.countries)
            found |= {number: told} if told else {}
        return found

    @cached_property
    def spots(self) -> Sequence[PlaceMention]:
        """All places that are told, in the order of the text."""
        return [one for number in sorted(self.places) for one in self.places[number]]

    @cached_property
    def actors(self) -> Mapping[int, Sequence[ActorMention]]:
        """The actors that each sentence names."""
        found: dict[int, list[ActorMention]] = {}
        for actor in self.reading.actors:
            found.setdefault(self.sentence(actor.start), []).append(actor)
        return found

    @cached_property
    def claims(self) -> Mapping[int, Sequence[Claim]]:
        """The claims that each sentence tells."""
        found: dict[int, list[Claim]] = {}
        for claim in self.reading.claims:
            found.setdefault(self.sentence(claim.trigger.start), []).append(claim)
        return found

    @cached_property
    def said(self) -> Mapping[int, Sequence[Span]]:
        """What somebody says in each sentence."""
        found: dict[int, list[Span]] = {}
        for part in (part for statement in self.reading.statements for part in statement.content):
            for number in range(self.sentence(part.start), self.sentence(max(part.start, part.end - 1)) + 1):
                found.setdefault(number, []).append(part)
        return found

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        """The statements by their ids."""
        return {one.id: one for one in self.reading.statements}

    def is_said(self, span: Span) -> bool:
        """Whether words stand in somebody's mouth."""
        return any(part.holds(span) for part in self.said.get(self.sentence(span.start), ()))

    @cached_property
    def scenes(self) -> Mapping[int, Sequence[Scene]]:
        """The scenes that the events of each sentence open by their own words."""
        found: dict[int, list[Scene]] = {}
        for number, claims in self.claims.items():
            own = [claim for claim in claims if claim.place_basis != "carried"]
            scenes = [scene for claim in own if (scene := scene_of(claim, number)) is not None]
            if scenes:
                found[number] = scenes
        return found

    @cached_property
    def countries(self) -> Sequence[str]:
        """The two countries that most of those who are known are of."""
        return main_countries(self.reading.actors)

    @cached_property
    def dateline(self) -> PlaceMention | None:
        """The place of the dateline."""
        line = self.reading.article.dateline
        return next((place for place in self.reading.places if line is not None and line.holds(place)), None)

    @cached_property
    def returns(self) -> Mapping[int, Sequence[Return]]:
        """The words of each sentence that come back to a place."""
        return returns_of(self.trees, Named(self.places, self.dateline, self.countries, self.aside))

    @cached_property
    def aside(self) -> frozenset[PlaceMention]:
        """The mentions of towns that are named only to say where another place of their sentence lies."""
        text = self.reading.article.text
        return frozenset(one for told in self.places.values() for one in told if is_only_where(text, one, told))

    @cached_property
    def standing(self) -> Sequence[Standing]:
        """Who is told to be where, in the order of the sentences."""
        found: list[Standing] = []
        for number, tree in enumerate(self.trees):
            named = [one for one in self.places.get(number, ()) if one != self.dateline]
            spots = spots_of(tree, named, self.returns.get(number, ()))
            found += standing_in(number, tree, self.actors.get(number, ()), spots)
        return found

    @cached_property
    def standing_by(self) -> Mapping[str, Sequence[Standing]]:
        """Where each one is told to be, by what they are known by."""
        return by_who(self.standing)

    @cached_property
    def mentions(self) -> Mapping[str, Sequence[PlaceMention]]:
        """The mentions of each place outside the dateline, in the order of the text."""
        found: dict[str, list[PlaceMention]] = {}
        for place in self.spots:
            if place != self.dateline:
                found.setdefault(which(place), []).append(place)
        return found

    @cached_property
    def fine(self) -> Sequence[PlaceMention]:
        """The mentions outside the dateline of places that are no countries and no larger."""
        return [one for one in self.spots if not one.is_wide and one != self.dateline]

    @cached_property
    def mains(self) -> Sequence[PlaceMention]:
        """The places, no countries, that the report names most."""
        named, first = Counter(map(which, self.fine)), {which(one): one for one in reversed(self.fine)}
        return [first[name] for name, _ in named.most_common(MAIN)]

    @cached_property
    def lead(self) -> frozenset[str]:
        """The places that the lead names."""
        return frozenset(which(one) for n in range(OPENING) for one in self.places.get(n, ()) if one != self.dateline)

    @cached_property
    def title(self) -> str:
        """The words of the headline in lower case, with a space before and behind each."""
        words = WORD.findall((self.reading.article.title or "").lower())
        return f" {' '.join(words)} "

    @cached_property
    def taken(self) -> Mapping[str, int]:
        """How many claims each place has."""
        return Counter(which(claim.place) for claim in self.reading.claims if claim.place is not None)

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """Each claim by its id."""
        return {claim.id: claim for claim in self.reading.claims}

    @cached_property
    def told(self) -> Sequence[tuple[Claim, ...]]:
        """The claims of each word that tells any, in the order of the text."""
        found: dict[Span, list[Claim]] = {}
        for claim in sorted(self.reading.claims, key=lambda one: one.trigger.start):
            found.setdefault(claim.trigger, []).append(claim)
        return [tuple(claims) for claims in found.values()]

    @cached_property
    def turn(self) -> Mapping[Span, int]:
        """Which of the words that tell claims each is, by where it stands."""
        return {claims[0].trigger: n for n, claims in enumerate(self.told)}

    @cached_property
    def placed(self) -> int:
        """How many claims have a place."""
        return sum(self.taken.values())
