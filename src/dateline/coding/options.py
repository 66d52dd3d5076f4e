"""The places where an event may have been: those that its sentence and the report around it name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.candidates import Candidate
from dateline.coding.carried import AHEAD, REACH, is_here, is_in_town
from dateline.coding.elsewhere import is_elsewhere
from dateline.coding.page import OPENING, Page
from dateline.coding.scenes import which
from dateline.coding.stands import is_apart
from dateline.coding.tree import Tree
from dateline.records.claim import Claim
from dateline.records.mention import PlaceMention

VIOLENT = "ASSAULT"
MOST = 24
"""How many places are weighed for one claim, the nearest first."""


@dataclass(frozen=True)
class Case:
    """A claim whose place is asked for, as rules place it, on its page."""

    page: Page
    claim: Claim

    @cached_property
    def number(self) -> int:
        """The number of its sentence."""
        return self.page.sentence(self.claim.trigger.start)

    @cached_property
    def tree(self) -> Tree:
        """Its sentence."""
        return self.page.trees[self.number]

    @cached_property
    def at(self) -> int | None:
        """The first word that tells it; None outside the words of the sentence."""
        return next(iter(self.tree.at(self.claim.trigger)), None)

    @cached_property
    def options(self) -> Sequence[PlaceMention]:
        """The places where it may have been, one mention of each: the rules' own, then the nearest."""
        found: dict[str, PlaceMention] = {}
        for place in self._near():
            if not self._is_tellers(place) and not self._is_elsewhere(place):
                found.setdefault(which(place), place)
        return list(found.values())[:MOST]

    def _near(self) -> Iterator[PlaceMention]:
        page, line = self.page, self.page.dateline
        if self.claim.place is not None:
            yield self.claim.place
        for number in (*around(self.number), *range(OPENING)):
            named = [*page.places.get(number, ()), *(one.place for one in page.claims.get(number, ()) if one.place)]
            yield from (one for one in named if one != line and not self._is_apart(one))
            yield from (one.place for one in page.returns.get(number, ()) if one.place is not None)
        yield from (one for one in page.mains if not self._is_apart(one))
        if line is not None and self._may_be_at(line):
            yield line

    def _may_be_at(self, line: PlaceMention) -> bool:
        """Whether the dateline may tell where it was: an attack only where it is named again or words point to it."""
        if self.claim.type != VIOLENT or which(line) in self.page.mentions:
            return True
        return is_here(self.claim, self.page) or is_in_town(self.claim, self.page)

    def _is_apart(self, place: PlaceMention) -> bool:
        """Whether the sentence of a place tells it only for what is far from it, belongs there, or lies by it."""
        tree = self.page.trees[self.page.sentence(place.start)]
        return place in self.page.aside or is_apart(tree, place)

    def _is_elsewhere(self, place: PlaceMention) -> bool:
        """Whether the report tells a place only in the sentence of the event, and there for something else."""
        own, line = self.page.mentions.get(which(place), ()), self.page.dateline
        is_named_again = line is not None and which(line) == which(place)
        if self.at is None or not own or is_named_again or not all(self.tree.sentence.holds(one) for one in own):
            return False
        event = Candidate(self.at, self.claim.type, self.claim.mode, None, (), (), ())
        claims = self.page.claims.get(self.number, ())
        others = {n for one in claims if one.trigger != self.claim.trigger for n in self.tree.at(one.trigger)}
        return all(is_elsewhere(self.tree, event, one, others) for one in own)

    def _is_tellers(self, place: PlaceMention) -> bool:
        """Whether a place is that of who tells of violence, in a land where nothing else of the report is that names
        others: "a spokesman for the U.N. office in Geneva said"."""
        reading = self.page.reading
        others = {one.country for one in reading.places if which(one) != which(place)} - {None}
        if self.claim.type != VIOLENT or not others or place.country in others:
            return False
        return any(one.source is not None and one.source.holds(place) for one in reading.statements)

    def own(self, place: PlaceMention) -> Sequence[PlaceMention]:
        """The mentions of a place in the sentence of the claim, outside the dateline."""
        sentence, mine = self.tree.sentence, self.claim.place
        named = [one for one in self.page.places.get(self.number, ()) if which(one) == which(place)]
        if mine is not None and which(mine) == which(place) and sentence.holds(mine) and mine not in named:
            named.append(mine)
        return [one for one in named if one != self.page.dateline]

    def nearest(self, place: PlaceMention) -> PlaceMention | None:
        """The mention of a place outside the dateline that stands in the nearest sentence, of two the one before."""
        found = self.page.mentions.get(which(place), ())
        after = bisect_left(found, self.claim.trigger.start, key=lambda one: one.start)
        beside = found[max(0, after - 1) : after + 1]
        return min(beside, key=lambda one: abs(self.page.sentence(one.start) - self.number), default=None)


def around(number: int) -> Iterator[int]:
    """The sentences around one, itself first, then in turns the one farther back and the one farther ahead."""
    yield number
    for far in range(1, REACH + 1):
        yield from (number - far, number + far) if far <= AHEAD else (number - far,)
